r"""Formulas in Markdown: ``$…$``, ``$$…$$``, ``\(…\)`` and ``\[…\]`` become tokens.

A sum of money or an escaped bracket is no formula: what has no sign of mathematics in it stays
text.
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from content.patterns import lazily

_CLOSERS = {"$$": "$$", "\\(": "\\)", "\\[": "\\]"}
_LONGEST = 10_000
"""Characters of one formula."""
_MOST_LINES = 60
_SIGNS = lazily(r"\\[A-Za-z]|[\^_{}=<>+×÷≤≥≠≈±∑∫√α-ω]")
_SHORT = lazily(r"[A-Za-z](?:'|[A-Za-z0-9])?|[A-Za-z]\([A-Za-z]\)|[0-9.,]*[A-Za-z]|-?[0-9][0-9.,]*")
_LETTER = lazily(r"[A-Za-z]'?")


def maths_plugin(md: MarkdownIt) -> None:
    """Let ``md`` make tokens of type ``formula``, whose content is TeX."""
    md.inline.ruler.before("escape", "formula", _formula)
    md.block.ruler.before(
        "fence", "formula_block", _formula_block, {"alt": ["paragraph", "reference"]}
    )


def _formula(state: StateInline, silent: bool) -> bool:
    source, at = state.src, state.pos
    opener = source[at : at + 2]
    if opener in _CLOSERS:
        start, closer = at + 2, _CLOSERS[opener]
        end = _find(state, closer, start)
    elif source[at] == "$":
        start, closer = at + 1, "$"
        end = _closing_dollar(source, start, state.posMax)
        if at and source[at - 1].isalnum():
            return False
    else:
        return False
    if end < 0 or not _plausible(source[start:end].strip(), opener):
        return False
    if not silent:
        token = state.push("formula", "", 0)
        token.content = source[start:end]
        token.markup = closer
    state.pos = end + len(closer)
    return True


def _find(state: StateInline, closer: str, start: int) -> int:
    """Return where ``closer`` stands, -1 when nowhere near; what is missing is sought once."""
    missing: set[str] = vars(state).setdefault("formula_ends_missing", set())
    if closer in missing:
        return -1
    end = state.src.find(closer, start)
    if end < 0:
        missing.add(closer)
    return end if end <= state.posMax - len(closer) and end - start <= _LONGEST else -1


def _closing_dollar(source: str, start: int, end: int) -> int:
    """Return where the next dollar sign stands, if it can end a formula, else -1."""
    at = source.find("$", start, min(end, start + _LONGEST))
    while at > 0 and source[at - 1] == "\\":
        at = source.find("$", at + 1, min(end, start + _LONGEST))
    if at <= start or source[start].isspace() or source[at - 1].isspace():
        return -1
    return -1 if source[at + 1 : at + 2].isalnum() else at


def _plausible(tex: str, opener: str) -> bool:
    """Whether text between such signs is a formula."""
    if not tex or "\n\n" in tex:
        return False
    if _SIGNS.search(tex) or opener == "$$":
        return True
    if opener == "\\[":
        return False
    return (_LETTER if opener == "\\(" else _SHORT).fullmatch(tex) is not None


def _formula_block(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Take lines from one that begins with ``$$`` to one that ends with it as one paragraph.

    Without this, a line of a formula that begins with a plus sign would be a list.
    """
    begin, end = _line(state, start_line)
    opener = state.src[begin : begin + 2]
    closer = {"$$": "$$", "\\[": "\\]"}.get(opener)
    if closer is None or state.is_code_block(start_line):
        return False
    after = start_line + 1
    first = state.src[begin + 2 : end].rstrip()
    if closer in first[:-2]:
        return False
    ended = first.endswith(closer)
    while not ended:
        if after == min(end_line, start_line + _MOST_LINES) or state.isEmpty(after):
            return False
        begin, end = _line(state, after)
        ended = state.src[begin:end].rstrip().endswith(closer)
        after += 1
    if silent:
        return True
    state.line = after
    token = state.push("paragraph_open", "p", 1)
    token.map = [start_line, after]
    token = state.push("inline", "", 0)
    token.content = state.getLines(start_line, after, state.blkIndent, False).strip()
    token.map = [start_line, after]
    token.children = []
    state.push("paragraph_close", "p", -1)
    return True


def _line(state: StateBlock, line: int) -> tuple[int, int]:
    return state.bMarks[line] + state.tShift[line], state.eMarks[line]
