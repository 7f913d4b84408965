"""Boxes of Markdown dialects, set apart from the text: ``> [!NOTE]``, ``!!! note``, ``::: tip``."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.admon.index import admonition

from content.patterns import lazily

ROLES = frozenset(
    [
        *("note", "tip", "important", "warning", "caution", "info", "danger", "hint", "example"),
        *("attention", "abstract", "summary", "success", "question", "failure", "bug", "quote"),
        *("todo", "error", "seealso", "details", "definition", "theorem", "exercise"),
    ]
)
"""What a box may be; markup that names anything else is text."""
_PLAINER = {
    "info": "note", "seealso": "note", "todo": "note", "error": "warning", "danger": "warning",
    "failure": "warning", "bug": "warning", "summary": "abstract", "hint": "tip",
    "attention": "caution",
}  # fmt: skip
_ALERT = lazily(r"\[!([A-Za-z]{3,12})\][+-]?[ \t]*(?:\n|\Z|(?=\S))")
_ADMONITION = lazily(r"(?:!!!|\?\?\?\+?)[ \t]+([A-Za-z]{3,12})(?:[ \t]+\"[^\n]*\")?[ \t]*\Z")
_FENCE = lazily(r":{3,}[ \t]*(?:\{[ \t]*\.?)?(?:callout-)?([A-Za-z]{0,12})\}?[ \t]*([^\n]*)\Z")


def asides_plugin(md: MarkdownIt) -> None:
    """Let ``md`` know boxes: tokens ``admonition_…`` around some, ``fence_line`` at ends of others.

    The ``info`` of a fence line is what the box is; an end has none.
    """
    admon_plugin(md)
    md.block.ruler.at("admonition", _admonition, {"alt": ["paragraph", "reference"]})
    md.block.ruler.before(
        "fence", "fence_line", _fence_line, {"alt": ["paragraph", "reference", "blockquote"]}
    )


def alert(content: str) -> tuple[str, int]:
    """Return what box a quotation is that begins so, and how long its mark is; "", 0 if none."""
    found = _ALERT.match(content)
    if not found or found[1].lower() not in ROLES:
        return "", 0
    return _PLAINER.get(found[1].lower(), found[1].lower()), found.end()


def _admonition(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    found = _ADMONITION.match(_line(state, start_line))
    if not found or found[1].lower() not in ROLES:
        return False
    first = len(state.tokens)
    done = admonition(state, start_line, end_line, silent)
    if done and not silent:
        state.tokens[first].meta["tag"] = _PLAINER.get(found[1].lower(), found[1].lower())
    return done


def _fence_line(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    line = _line(state, start_line)
    if not line.startswith(":::") or state.is_code_block(start_line):
        return False
    found = _FENCE.match(line)
    name = found[1].lower() if found else ""
    if not found or (name not in ROLES if name else found[2]):
        return False
    if silent:
        return True
    state.line = start_line + 1
    token = state.push("fence_line", "", 0)
    token.info = _PLAINER.get(name, name)
    token.map = [start_line, state.line]
    title = found[2].strip("[]{} \t")
    if title and "=" not in title:
        state.push("paragraph_open", "p", 1).map = token.map
        inline = state.push("inline", "", 0)
        inline.content, inline.map, inline.children = title, token.map, []
        state.push("paragraph_close", "p", -1)
    return True


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
