"""Notes that stand in another file than the words they belong to."""

from __future__ import annotations

from collections.abc import Mapping, MutableSequence
from dataclasses import replace

from content.epub.container import BookArchive, Place
from content.epub.markup import Element
from content.epub.navigation import types
from content.html.names import beginning
from content.model import Block, Position
from content.text import clean_line

_LONGEST = 40
"""Characters of a reference's text that may be a note's name."""
_PIECES = 8
"""Stretches of text that are looked at for it."""


def references(archive: BookArchive, member: str, root: Element) -> dict[Place, str]:
    """Return the notes in other files that a document says it refers to, with their labels."""
    found: dict[Place, str] = {}
    for link in root.iter("{*}a", "a"):
        if "noteref" in types(link):
            place = archive.resolve(member, link.get("href", ""))
            label = clean_line(beginning(link, _PIECES)).strip("[]() ")
            if place and place.fragment and place.member != member and 0 < len(label) <= _LONGEST:
                found.setdefault(place, label)
    return found


def label_notes(
    blocks: MutableSequence[Block], anchors: Mapping[Place, Position], named: Mapping[Place, str]
) -> None:
    """Give the notes the labels that other files name them by; what is referred to is a note."""
    for place, label in named.items():
        position = anchors.get(place)
        if position is None or position.block >= len(blocks):
            continue
        block = blocks[position.block]
        if not block.label and block.kind in ("note", "paragraph", "item", "definition"):
            changed = replace(block, kind="note", level=0, number=None, label=label)
            blocks[position.block] = changed
