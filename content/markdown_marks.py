"""Signs of Markdown dialects that change how text looks, not what it says: they are left out.

``==marked==``, ``++inserted++``, ``H~2~O``, ``x^2^`` and ``[a link](/address){.class}``.
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from content.patterns import lazily

SMALL = r"[^\W_][^\s~^*_`\[\]<>&\\!$]{0,40}"
"""What may be written below or above the line."""
_SMALL = lazily(rf"~({SMALL})~(?!~)|\^({SMALL})\^")
_ATTRIBUTES = lazily(r"\{(?<=[)\]`*]\{)(?:[:#.]|[A-Za-z][\w-]{0,40}=)[^{}\n]{0,200}\}")
"""What describes the link, the code or the emphasis before it."""
_PAIRED = frozenset({"==", "++"})


def marks_plugin(md: MarkdownIt) -> None:
    """Let ``md`` pass over such signs; what is between them is read as anywhere else."""
    md.inline.ruler.before("emphasis", "small", _small)
    md.inline.ruler.before("emphasis", "marks", _marks)
    md.inline.ruler.before("emphasis", "attributes", _attributes)


def _small(state: StateInline, silent: bool) -> bool:
    source, at = state.src, state.pos
    if source[at] not in "~^" or source[at - 1 : at] == "~":
        return False
    found = _SMALL.match(source, at, state.posMax)
    if not found:
        return False
    if not silent:
        token = state.push("text", "", 0)
        token.content = found[1] or found[2]
        token.map = [at + 1, -1]
    state.pos = found.end()
    return True


def _attributes(state: StateInline, silent: bool) -> bool:
    found = _ATTRIBUTES.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.push("mark", "", 0)
    state.pos = found.end()
    return True


def _marks(state: StateInline, silent: bool) -> bool:
    """Pass over a pair of signs that has a partner; the partner is known by its place."""
    source, at = state.src, state.pos
    sign = source[at : at + 2]
    if sign not in _PAIRED:
        return False
    partners: set[int] = vars(state).setdefault("marks_ends", set())
    if at not in partners:
        missing: set[str] = vars(state).setdefault("marks_missing", set())
        if sign in missing or not _may_open(source, at):
            return False
        end = source.find(sign, at + 2)
        if end < 0:
            missing.add(sign)
        if end <= at + 2 or not _may_close(source, end):
            return False
        partners.add(end)
    if not silent:
        state.push("mark", "", 0)
    state.pos = at + 2
    return True


def _may_open(source: str, at: int) -> bool:
    before, after = source[at - 1 : at] if at else "", source[at + 2 : at + 3]
    return not before.isalnum() and bool(after.strip()) and after not in "=+"


def _may_close(source: str, at: int) -> bool:
    after = source[at + 2 : at + 3]
    return not source[at - 1].isspace() and not after.isalnum() and after not in ("=", "+")
