"""What each element of HTML begins, and what is done when it ends."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import Any

from content.html import figures, formulas, inline, notes, structure, tables
from content.html.names import (
    BLOCKS,
    HEADINGS,
    LEFT_OUT,
    SPANS,
    Attributes,
    beginning,
    is_hidden,
    local,
    role,
    types,
)
from content.html.prose import legible
from content.html.state import Leave, Walk
from content.patterns import lazily

Handler = Callable[[Walk, Any, str, Attributes], list[Leave] | None]
"""Begins an element: what to do at its end, or None when nothing in it is to be read."""

_DISPLAYED = lazily(r"(?:^|[;\s])display\s*:\s*(?:block|flex|grid|table|list-item)\b", 2)
_CAPTION = lazily(r"(?:^|\s)(?:wp-caption-text|gallery-caption)(?:\s|$)")
_PAGE_TEXT = 40
"""Characters, and elements, that a page's number may have; more is text put in by mistake."""
_ROLES = frozenset({"chapter", "bodymatter", "part", "frontmatter", "backmatter", "noteref"})
_HANDLERS: dict[str, Handler] = {
    **dict.fromkeys(SPANS, inline.enter_span),
    **dict.fromkeys(HEADINGS, structure.enter_heading),
    **dict.fromkeys(("ol", "ul", "menu", "dir"), structure.enter_list),
    **dict.fromkeys(("dt", "dd", "figcaption"), structure.enter_kind),
    **dict.fromkeys(("pre", "xmp", "listing", "plaintext"), structure.enter_code),
    **dict.fromkeys(("td", "th"), tables.enter_cell),
    **dict.fromkeys(("iframe", "audio", "video"), figures.enter_media),
    **dict.fromkeys(("canvas", "object"), figures.enter_drawing),
    **dict.fromkeys(("abbr", "acronym", "dfn"), inline.enter_abbreviation),
    "a": inline.enter_link,
    "blockquote": structure.enter_quote,
    "br": inline.enter_break,
    "caption": tables.enter_caption,
    "figure": figures.enter_figure,
    "hr": structure.enter_rule,
    "image": figures.enter_image,
    "img": figures.enter_image,
    "li": structure.enter_item,
    "math": formulas.enter_math,
    "q": inline.enter_quotation,
    "sup": inline.enter_raised,
    "svg": figures.enter_svg,
    "table": tables.enter_table,
    "tr": tables.enter_row,
}


def begin(state: Walk, element: Any) -> list[Leave] | None:
    """Begin an element; return what to do at its end, None when nothing in it is read."""
    tag = element.tag
    if not isinstance(tag, str):
        return None  # a comment, an instruction or an entity
    name = local(tag)
    items = element.items()
    attributes: Attributes = dict(items) if items else {}
    if name in LEFT_OUT:
        if name == "input":
            structure.enter_checkbox(state, element, name, attributes)
        elif name == "script" and formulas.is_tex(attributes):
            formulas.enter_tex(state, element)
        return None
    if name == "button" and _is_control(state, attributes):
        return None
    if not attributes and name != "dialog" and element not in state.sides:
        return _enter(state, element, name, attributes, name in BLOCKS)
    return _begin_described(state, element, name, attributes)


def _begin_described(
    state: Walk, element: Any, name: str, attributes: Attributes
) -> list[Leave] | None:
    """Begin an element that has attributes."""
    if len(attributes) == 1 and "id" in attributes and not state.sides and name != "dialog":
        # Books that are read along give one to every sentence, or to every word.
        if name in BLOCKS:
            state.part()
        if attributes["id"]:
            state.prose.mark("anchor", attributes["id"])
        return _enter(state, element, name, attributes, name in BLOCKS)
    style = attributes.get("style", "")[:2_000]
    block = name in BLOCKS or (style != "" and _DISPLAYED.search(style) is not None)
    side = state.sides.get(element)
    if block or side:
        state.part()
    for key in ("id", "name") if name == "a" else ("id",):
        if anchor := attributes.get(key):
            state.prose.mark("anchor", anchor)
    if _is_page(state, element, attributes):
        return None
    if is_hidden(name, attributes) or (state.verbatim and structure.numbers_lines(attributes)):
        return None
    leaves: list[Leave] = []
    if formulas.is_rendered(attributes):
        if not formulas.enter_rendered(state, element, name, attributes):
            return None
        leaves.append(formulas.enter_drawing(state))
    if side:
        state.flush()
        state.side.append(side)
        leaves += [state.side.pop, state.flush]
    leaves += inline.declared(state, attributes, block)
    entered = _enter(state, element, name, attributes, block)
    if entered is None:
        for leave in reversed(leaves):
            leave()
        return None
    return leaves + entered


def _is_control(state: Walk, attributes: Attributes) -> bool:
    """Whether a button only does something, rather than head what it unfolds."""
    if "aria-expanded" in attributes or "aria-controls" in attributes:
        return False
    return not (state.containers and state.containers[-1].kind in ("heading", "term"))


def _enter(
    state: Walk, element: Any, name: str, attributes: Attributes, block: bool
) -> list[Leave] | None:
    leaves: list[Leave] = []
    if block:
        state.part()
        leaves.append(state.part)
        if attributes or name == "aside":
            leaves += _roles(state, element, name, attributes)
        label = notes.note_label(state, element, attributes)
        if label is not None:
            return leaves + notes.enter_note(state, label) + [state.part]
    handler = _HANDLERS.get(name)
    said = role(attributes) if attributes else ""
    if said == "heading" and name not in HEADINGS:
        handler = structure.enter_heading
        if not block:
            state.part()
    elif said == "separator":
        handler = structure.enter_rule
    elif block and handler is None and attributes and _CAPTION.search(attributes.get("class", "")):
        handler = structure.enter_kind
    if handler is None:
        return leaves
    entered = handler(state, element, name, attributes)
    if entered is None:
        for leave in reversed(leaves):
            leave()
        return None
    return leaves + _ending(state, name, entered)


def _ending(state: Walk, name: str, entered: list[Leave]) -> list[Leave]:
    """Let blocks in a container end before it does."""
    return [*entered, state.part] if name in BLOCKS and entered else entered


def _roles(state: Walk, element: Any, name: str, attributes: Attributes) -> list[Leave]:
    """Take in what part of the document an element is."""
    said = types(attributes)[:1] if attributes else []
    if attributes and not said and role(attributes).startswith("doc-"):
        said = [role(attributes).removeprefix("doc-")]
    if not said and name == "aside":
        said = ["aside"]
    leaves: list[Leave] = []
    if said and said[0] not in _ROLES:
        state.roles.append(legible(said[0]))
        leaves.append(state.roles.pop)
    return leaves


def _is_page(state: Walk, element: Any, attributes: Attributes) -> bool:
    """Note where a page begins; its number is not read."""
    if role(attributes) != "doc-pagebreak" and "pagebreak" not in types(attributes):
        return False
    text = beginning(element, _PAGE_TEXT).strip()
    label = attributes.get("title") or attributes.get("aria-label") or text[:_PAGE_TEXT]
    state.prose.mark("page", " ".join(legible(label).split()))
    more = next(islice(element.iter(), _PAGE_TEXT, None), None)
    return more is None and len(text) <= _PAGE_TEXT
