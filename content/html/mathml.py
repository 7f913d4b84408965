"""A formula in MathML, in words and as one line of signs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice
from typing import Any

from content.html.names import local
from content.html.prose import legible

_MOST = 3_000
"""Elements of a formula beyond which its signs are read one after the other."""
_DEEPEST = 60
_LEFT_OUT = frozenset(
    {"annotation", "annotation-xml", "mphantom", "maction", "none", "mprescripts"}
)
_UNSEEN = str.maketrans("", "", "\u2061\u2062\u2063\u2064")
_MARKUP = str.maketrans({sign: f"\\{sign}" for sign in "{}$%&#"} | dict.fromkeys("\\^_~", " "))

Form = Callable[[Sequence[str]], str]


def mathml_in_words(element: Any) -> str:
    """Return what is said of a ``math`` element, in simple English words."""
    from content.formulas import tex_in_words

    return tex_in_words(_formed(element, _TEX, _tex_token))


def mathml_in_line(element: Any) -> str:
    """Return a ``math`` element's signs in one line, with ``^``, ``_`` and ``/``."""
    return " ".join(_formed(element, _LINE, _line_token).split())


def _formed(element: Any, forms: dict[str, Form], token: Callable[[str, str], str]) -> str:
    if sum(1 for _ in islice(element.iterdescendants("*"), _MOST)) == _MOST:
        return legible(" ".join(element.itertext("{*}mi", "{*}mn", "{*}mo", "{*}mtext")))
    stack: list[tuple[Any, Any, list[str]]] = [(element, element.iterchildren("*"), [])]
    while True:
        above, children, made = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            name = local(above.tag)
            said = forms[name](made) if made and name in forms else " ".join(made)
            if not stack:
                return said
            stack[-1][2].append(said)
            continue
        name = local(child.tag)
        if name in _LEFT_OUT:
            continue
        if name in ("mi", "mn", "mo", "mtext", "ms") or len(stack) > _DEEPEST:
            text = " ".join(legible("".join(child.itertext())).translate(_UNSEEN).split())
            made.append(token(name, text))
        else:
            stack.append((child, child.iterchildren("*"), []))


def _tex_token(name: str, text: str) -> str:
    text = "ˆ" if text == "^" else text.translate(_MARKUP).strip()
    if name in ("mtext", "ms") or (name == "mi" and len(text) > 1 and text.isalpha()):
        return f"\\text{{{text}}}" if text else ""
    return text


def _line_token(name: str, text: str) -> str:
    return text


def _part(parts: Sequence[str], index: int) -> str:
    return parts[index] if index < len(parts) else ""


def _grouped(text: str) -> str:
    """Return a part of a line in brackets where it is more than one sign or word."""
    return text if text.isalnum() or len(text) < 2 else f"({text})"


def _rows(parts: Sequence[str]) -> str:
    return "; ".join(parts)


_TEX: dict[str, Form] = {
    "mfrac": lambda p: f"\\frac{{{_part(p, 0)}}}{{{_part(p, 1)}}}",
    "msqrt": lambda p: f"\\sqrt{{{' '.join(p)}}}",
    "mroot": lambda p: f"\\sqrt[{_part(p, 1)}]{{{_part(p, 0)}}}",
    "msup": lambda p: f"{_base(p)}^{{{_part(p, 1)}}}",
    "msub": lambda p: f"{_base(p)}_{{{_part(p, 1)}}}",
    "msubsup": lambda p: f"{_base(p)}_{{{_part(p, 1)}}}^{{{_part(p, 2)}}}",
    "munder": lambda p: f"{_base(p)}_{{{_part(p, 1)}}}",
    "mover": lambda p: _over(p),
    "munderover": lambda p: f"{_base(p)}_{{{_part(p, 1)}}}^{{{_part(p, 2)}}}",
    "mtable": lambda p: f"\\begin{{matrix}}{' ; '.join(p)}\\end{{matrix}}",
    "mtr": lambda p: " , ".join(p),
}
_BIG = {"∑": "\\sum", "∏": "\\prod", "∫": "\\int", "lim": "\\lim", "\\text{lim}": "\\lim"}


_ACCENTS = {
    "˙": "\\dot", ".": "\\dot", "¨": "\\ddot", "ˆ": "\\hat", "¯": "\\bar",
    "‾": "\\bar", "―": "\\bar", "~": "\\tilde", "˜": "\\tilde", "ˇ": "\\check", "→": "\\vec",
    "⃗": "\\vec",
}  # fmt: skip


def _over(parts: Sequence[str]) -> str:
    if accent := _ACCENTS.get(_part(parts, 1)):
        return f"{accent}{{{_part(parts, 0)}}}"
    return f"{_base(parts)}^{{{_part(parts, 1)}}}"


def _base(parts: Sequence[str]) -> str:
    base = _part(parts, 0)
    if base in _BIG:
        return _BIG[base]
    return base if len(base) == 1 or base.isdigit() else f"{{{base}}}"


_LINE: dict[str, Form] = {
    "mfrac": lambda p: f"{_grouped(_part(p, 0))}/{_grouped(_part(p, 1))}",
    "msqrt": lambda p: f"√{_grouped(' '.join(p))}",
    "mroot": lambda p: f"root {_part(p, 1)} of {_grouped(_part(p, 0))}",
    "msup": lambda p: f"{_part(p, 0)}^{_grouped(_part(p, 1))}",
    "msub": lambda p: f"{_part(p, 0)}_{_grouped(_part(p, 1))}",
    "msubsup": lambda p: f"{_part(p, 0)}_{_grouped(_part(p, 1))}^{_grouped(_part(p, 2))}",
    "munder": lambda p: f"{_part(p, 0)}_{_grouped(_part(p, 1))}",
    "mover": lambda p: f"{_part(p, 0)}^{_grouped(_part(p, 1))}",
    "munderover": lambda p: f"{_part(p, 0)}_{_grouped(_part(p, 1))}^{_grouped(_part(p, 2))}",
    "mtable": _rows,
    "mtr": lambda p: ", ".join(p),
}
