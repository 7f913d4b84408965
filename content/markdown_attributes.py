"""Addresses and classes that several dialects write after what they are of: ``{.check}``.

After a heading, a link or other markup, or at the end of a line, they are for programs and
say nothing to a reader.
"""

from __future__ import annotations

from markdown_it.rules_inline import StateInline

from content.patterns import lazily

_LISTED = r"[:#.][^{}\n]{0,200}"
ATTRIBUTES = (
    rf"\{{(?=(?:(?<=[)\]*`]\{{)(?:{_LISTED}|[A-Za-z][\w-]{{0,40}}=[^{{}}\n]{{0,200}})\}}"
    rf"|(?<!\S\{{){_LISTED}\}}[ \t]*(?:\n|\Z)))"
)
"""The brace with which they begin."""
_ATTRIBUTES = lazily(ATTRIBUTES)


def attributes_rule(state: StateInline, silent: bool) -> bool:
    """Pass over attributes; an empty token keeps apart what stands before and after them."""
    if not _ATTRIBUTES.match(state.src, state.pos):
        return False
    end = state.src.index("}", state.pos) + 1
    if end > state.posMax:
        return False
    if not silent:
        state.push("html_inline", "", 0)
    state.pos = end
    return True
