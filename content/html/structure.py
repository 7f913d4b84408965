"""Headings, lists, quotations, definitions, captions, rules and code."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from content.html.names import HEADINGS, Attributes
from content.html.state import Container, Leave, Numbering, Walk
from content.model import Block, BlockKind
from content.patterns import lazily

_NUMBER = lazily(r"\s*([+-]?\d{1,9})")
_CODE_LANGUAGE = lazily(
    r"(?:^|\s)(?:language|lang|highlight-source|highlight-text|brush:)[-\s]?"
    r"([A-Za-z][\w+#.-]{0,30})"
)
_LINE_NUMBERS = lazily(
    r"(?:^|\s)(?:line-?numbers?|linenos?|lineno|ln-num|gutter|blob-num|rouge-gutter|hljs-ln-numbers|"
    r"code-line-number)(?:\s|$)",
    2,
)


def number_of(said: str | None) -> int | None:
    """Return the number an attribute begins with."""
    found = _NUMBER.match(said or "")
    return int(found[1]) if found else None


def within(walk: Walk, container: Container) -> list[Leave]:
    """Begin a container; return what ends it."""
    walk.containers.append(container)
    return [walk.containers.pop]


def enter_heading(walk: Walk, element: Any, name: str, attributes: Attributes) -> list[Leave]:
    """Begin a heading, which is one block whatever stands in it."""
    level = HEADINGS.get(name) or number_of(attributes.get("aria-level")) or 2
    if walk.joined:
        return []
    return joining(walk, Container("heading", level=min(6, max(1, level))))


def joining(walk: Walk, container: Container) -> list[Leave]:
    """Begin a container that is one block."""
    walk.containers.append(container)
    walk.joined += 1

    def leave() -> None:
        walk.joined -= 1
        walk.flush()
        walk.containers.pop()

    return [leave]


def enter_list(walk: Walk, element: Any, name: str, attributes: Attributes) -> list[Leave]:
    """Begin a list; only ``ol`` has numbers."""
    numbering = Numbering()
    if name == "ol":
        numbering.number = number_of(attributes.get("start"))
        if "reversed" in attributes:
            numbering.step = -1
            if numbering.number is None:
                numbering.number = sum(1 for _ in element.iterchildren("{*}li"))
        elif numbering.number is None:
            numbering.number = 1
    walk.lists.append(numbering)
    return [walk.lists.pop]


def enter_item(walk: Walk, element: Any, name: str, attributes: Attributes) -> list[Leave]:
    """Begin an item with its number."""
    numbering = walk.lists[-1] if walk.lists else Numbering()
    number = numbering.number
    if number is not None:
        given = number_of(attributes.get("value"))
        number = number if given is None else given
        numbering.number = number + numbering.step
    if walk.joined:
        return []
    return within(walk, Container("item", level=max(1, len(walk.lists)), number=number))


def enter_checkbox(walk: Walk, element: Any, name: str, attributes: Attributes) -> None:
    """Make the item that begins with a check box a task."""
    inner = walk.containers[-1] if walk.containers else None
    if attributes.get("type", "").lower() != "checkbox" or not inner or inner.kind != "item":
        return
    if inner.fresh and not walk.prose.length:
        inner.checked = "checked" in attributes


def enter_quote(walk: Walk, element: Any, name: str, attributes: Attributes) -> list[Leave]:
    """Begin a quotation."""
    if walk.joined:
        return []
    walk.quotes += 1

    def leave() -> None:
        walk.quotes -= 1

    return [*within(walk, Container("quote", level=walk.quotes)), leave]


def enter_kind(walk: Walk, element: Any, name: str, attributes: Attributes) -> list[Leave]:
    """Begin a term, a definition or a caption."""
    if walk.joined:
        return []
    kinds: dict[str, BlockKind] = {"dt": "term", "dd": "definition"}
    return within(walk, Container(kinds.get(name, "caption")))


def enter_rule(walk: Walk, element: Any, name: str, attributes: Attributes) -> None:
    """Keep a rule between two parts."""
    if not walk.joined:
        walk.flush()
        walk.keep(Block("rule", ""), [])


def enter_code(walk: Walk, element: Any, name: str, attributes: Attributes) -> list[Leave]:
    """Begin a block of code, with its line ends and its language."""
    if walk.joined:
        return []
    walk.flush()
    language = code_language(element)
    walk.containers.append(Container("code"))
    walk.joined += 1
    walk.verbatim += 1

    def leave() -> None:
        prose = walk.prose
        if prose.length:
            block, marks = prose.take("code", strip="\n")
            if block.text.strip():
                walk.containers.pop()
                walk.keep(replace(block, spans=(), language=language), marks)
                walk.containers.append(Container("code"))
        walk.containers.pop()
        walk.joined -= 1
        walk.verbatim -= 1

    return [leave]


def code_language(element: Any) -> str:
    """Return the programming language that code, what is in it or around it names."""
    child = next(element.iterchildren("{*}code"), None)
    around = [element, child, element.getparent()]
    if around[2] is not None:
        around.append(around[2].getparent())
    for one in around:
        if one is None:
            continue
        said = one.get("data-lang") or one.get("data-language") or ""
        found = _CODE_LANGUAGE.search(one.get("class") or "")
        said = said.strip() or (found[1] if found else "")
        if said and _CODE_LANGUAGE.match(f"lang-{said}") and said.lower() != "plaintext":
            return said.lower()
    return ""


def numbers_lines(attributes: Attributes) -> bool:
    """Whether an element holds the numbers of a program's lines."""
    return _LINE_NUMBERS.search(attributes.get("class", "")) is not None
