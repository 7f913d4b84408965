"""A formula in TeX said in simple English words.

The time is linear in the length: one pass over the tokens, with groups nested no deeper than
``_DEEPEST``; beyond that their braces are passed over.
"""

from __future__ import annotations

from content.formula_words import (
    ACCENTS,
    COMMANDS,
    DROPPED,
    FRACTIONS,
    ROOTS,
    SIGNS,
    SILENT,
    UPRIGHT,
    WITH_LIMITS,
    limited,
    of_sign,
    power,
)
from content.patterns import lazily
from content.text import clean_line

_PIECE = lazily(r"\\[A-Za-z]+\*?|\\[\s\S]|[0-9]+(?:[.,][0-9]+)*|\s+|[\s\S]")
_THIN = lazily(r"(?<=[0-9])(?:\\,|\{,\}|\\ )(?=[0-9]{3})")
_SPACED = lazily(r"\s+([,;:.?])")
_STOPS = lazily(r"[,;:]\s*(?=[,;:.])")
_LEFT_OVER = lazily(r"[\\{}^_$]")
_DEEPEST = 40
_FUNCTIONS = frozenset("fghP")
_ESCAPED = {"{": "open brace", "}": "close brace", "|": "norm", "\\": ";"}


def tex_in_words(tex: str) -> str:
    """Return the formula ``tex``, without the signs around it, in words; "" if it says nothing.

    No braces, backslashes or other markup are left, whatever the input.
    """
    speaker = _Speaker(_PIECE.findall(_THIN.sub("", clean_line(tex))))
    words = _LEFT_OVER.sub(" ", " ".join(speaker.sequence()))
    if speaker.upright:
        from content.rules import say  # as anywhere else: 5 mg/kg is 5 milligrams per kilogram

        words = say(words, "en").replace("/", " per ")
    return _STOPS.sub("", _SPACED.sub(r"\1", " ".join(words.split()))).strip(" ,;:")


class _Speaker:
    """The place in the tokens of a formula."""

    def __init__(self, tokens: list[str]) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = 0
        self.upright = False
        """Whether words or units were among the signs."""
        self._grids: list[bool] = []
        """For each environment that is open, whether it is a grid such as a matrix."""

    def _peek(self, ahead: int = 0) -> str:
        at = self._at + ahead
        return self._tokens[at] if at < len(self._tokens) else ""

    def _take(self) -> str:
        piece = self._peek()
        self._at += 1
        return piece

    def _pass_space(self) -> None:
        while self._peek().isspace():
            self._at += 1

    def sequence(self, end: str = "") -> list[str]:
        """Return the words up to ``end``, which is taken, or up to the end of the formula."""
        words: list[str] = []
        while (piece := self._peek()) and piece != end:
            if piece in ("^", "_"):
                words += self._scripts("")  # of nothing
            else:
                words += self._atom()
        self._at += 1
        return words

    def _atom(self) -> list[str]:
        """Return one letter, number, sign, group or command, with its scripts."""
        piece = self._take()
        name = piece[1:].rstrip("*") if piece[0] == "\\" else piece
        if name in WITH_LIMITS:
            return self._limited(name)
        if piece == "{":
            words = self._group()
        elif piece[0] == "\\":
            words = self._command(name)
        elif piece == "&" and self._grids and self._grids[-1]:
            words = [","]
        elif piece == "}" or piece.isspace():
            return []
        else:
            words = [piece] if piece[0].isdigit() else [of_sign(piece)]
            if piece in _FUNCTIONS:
                words += self._argument_in_brackets()
        return [*words, *self._scripts(words[-1] if words else "")]

    def _group(self) -> list[str]:
        """Return the words of a group of which the brace is taken."""
        if self._depth >= _DEEPEST:
            return []
        self._depth += 1
        words = self.sequence("}")
        self._depth -= 1
        return words

    def _argument(self) -> list[str]:
        """Return what a command or a script applies to: a group, a command or a character."""
        self._pass_space()
        piece = self._peek()
        if piece in ("", "}", "^", "_", "&"):
            return []
        if piece == "{":
            self._at += 1
            return self._group()
        if self._depth >= _DEEPEST:
            return []
        if piece[0].isdigit() and len(piece) > 1:  # \frac12 is a half
            self._tokens[self._at] = piece[1:].lstrip(".,") or " "
            return [piece[0]]
        self._at += 1
        if piece[0] != "\\":
            return [of_sign(piece)]
        self._depth += 1
        words = self._command(piece[1:].rstrip("*"))
        self._depth -= 1
        return words

    def _argument_in_brackets(self) -> list[str]:
        """Return "of x" where "(x)" follows a function."""
        inner = self._peek(1)
        if self._peek() == "(" and self._peek(2) == ")" and (inner.isalnum() or inner[0] == "\\"):
            self._at += 3
            return ["of", COMMANDS.get(inner[1:], inner[1:]) if inner[0] == "\\" else inner]
        return []

    def _scripts(self, base: str) -> list[str]:
        """Return what is said of the scripts that follow ``base``."""
        words: list[str] = []
        while (sign := self._peek()) in ("^", "_") and sign:
            self._at += 1
            script = self._argument()
            if not any(script):
                continue
            words += ["sub", *script] if sign == "_" else power(script, base)
        return words

    def _limited(self, name: str) -> list[str]:
        """Return a sum and its like with its limits."""
        below: list[str] = []
        above: list[str] = []
        self._pass_space()
        while self._peek() in ("^", "_", "\\limits", "\\nolimits") and self._peek():
            sign = self._take()
            if sign == "_":
                below = self._argument()
            elif sign == "^":
                above = self._argument()
            self._pass_space()
        return limited(name, below, above)

    def _command(self, name: str) -> list[str]:
        """Return what a command is called, with its arguments; its own name if unknown."""
        if name in ("frac", "dfrac", "tfrac", "cfrac"):
            return self._fraction()
        if name == "sqrt":
            return self._root()
        if name in ("binom", "dbinom", "tbinom"):
            return [*self._argument(), "choose", *self._argument()]
        if name in ("begin", "end"):
            return self._environment(name == "begin", "".join(self._argument()))
        if name in ACCENTS:
            return [*self._argument(), ACCENTS[name]]
        if name in ("vec", "overrightarrow"):
            return ["vector", *self._argument()]
        if name in UPRIGHT:
            return self._upright()
        if name in DROPPED:
            self._argument()
            return []
        if name in SILENT or not name.isalnum():
            return [_ESCAPED[name]] if name in _ESCAPED else [SIGNS.get(name, "")]
        if name in COMMANDS:
            return [COMMANDS[name], *self._argument_in_brackets()]
        return [name.removeprefix("var")]

    def _fraction(self) -> list[str]:
        above, below = self._argument(), self._argument()
        known = FRACTIONS.get((" ".join(above), " ".join(below)))
        if known:
            return [known]
        if len(above) <= 2 and len(below) <= 2:
            return [*above, "over", *below]
        return ["fraction", *above, "over", *below, ",", "end fraction", ","]

    def _root(self) -> list[str]:
        order: list[str] = []
        self._pass_space()
        if self._peek() == "[" and self._depth < _DEEPEST:
            self._at += 1
            self._depth += 1
            order = self.sequence("]")
            self._depth -= 1
        said = " ".join(order)
        under = self._argument()
        words = [ROOTS.get(said) or f"the root of order {said} of", *under]
        return [*words, ",", "end root", ","] if len(under) > 2 else words

    def _environment(self, begins: bool, name: str) -> list[str]:
        grid = "matrix" in name or name == "array"
        if not begins:
            if self._grids:
                self._grids.pop()
            return [",", "end matrix", ","] if grid else []
        self._grids.append(grid or name == "cases")
        if name == "array":
            self._argument()
        return ["matrix", ","] if grid else []

    def _upright(self) -> list[str]:
        """Return words or a unit as they are written, but for the markup among them."""
        self.upright = True
        self._pass_space()
        if self._peek() != "{":
            return self._argument()
        self._at += 1
        parts: list[str] = []
        depth = 1
        while piece := self._take():
            depth += (piece == "{") - (piece == "}")
            if not depth:
                break
            if piece[0] == "\\" and piece[1:].isalpha():
                name = piece[1:]
                parts.append("" if name in SILENT | UPRIGHT else f" {COMMANDS.get(name, name)} ")
            elif piece in ("_", "^", "{", "}", "~", "\\"):
                parts.append(" ")
            else:
                parts.append(piece.removeprefix("\\"))
        return "".join(parts).split()
