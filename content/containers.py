"""What Markdown blocks stand in: quotations, lists, items, definitions, notes, boxes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from markdown_it.token import Token

CLOSERS = frozenset(
    {
        "blockquote_close",
        "bullet_list_close",
        "ordered_list_close",
        "list_item_close",
        "dd_close",
        "admonition_close",
        "footnote_reference_close",
    }
)
"""Types of tokens that end a container."""


@dataclass(slots=True)
class Container:
    """What a block stands in."""

    kind: Literal["quote", "list", "item", "definition", "note", "aside"]
    number: int | None = None
    """The next item's number in a numbered list; an item's own."""
    label: str = ""
    """The name of a note; the title that an aside is given."""
    fresh: bool = True
    """Whether an item or a quotation has had no block yet."""
    role: str = ""
    """What box it is."""


def container_of(token: Token, within: Sequence[Container]) -> Container | None:
    """Return the container that a token opens, or None; an item takes its list's next number."""
    match token.type:
        case "blockquote_open":
            return Container("quote")
        case "bullet_list_open":
            return Container("list")
        case "ordered_list_open":
            return Container("list", int(token.attrs.get("start", 1)))
        case "list_item_open":
            above = within[-1]
            number = above.number
            if number is not None:
                above.number = number + 1
            return Container("item", number)
        case "dd_open":
            return Container("definition")
        case "admonition_open":
            title = token.content if '"' in token.info else ""
            return Container("aside", label=title, role=token.meta["tag"])
        case "footnote_reference_open":
            return Container("note", label=token.meta["label"])
    return None
