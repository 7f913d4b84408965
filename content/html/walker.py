"""Walks through an HTML tree and makes blocks of what a person would read there.

The tree may be of HTML or XHTML. The walk goes from element to element without recursion, so
that no depth is too much for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from content.html import inline, notes
from content.html.elements import begin
from content.html.state import Leave, Side, Walk
from content.model import Block, Page, Position, Skipped


@dataclass(frozen=True, slots=True)
class Walked:
    """What a walk found."""

    blocks: tuple[Block, ...]
    pages: tuple[Page, ...]
    """Where the pages of the printed edition begin."""
    anchors: Mapping[str, Position]
    """Where the elements that have an id begin."""
    skipped: tuple[Skipped, ...] = ()
    """What stood in elements that are not of the article."""
    leads: frozenset[int] = frozenset()
    """Indexes of the blocks that stand beside the article and may vouch for it."""


_BACK = " \t\n^↑"
"""What stands before a note to lead back from it."""


def walk(
    root: Any, *, language: str = "", base: str = "", sides: Mapping[Any, Side] | None = None
) -> Walked:
    """Return the blocks of the lxml tree at ``root``.

    ``language`` is the BCP 47 tag of the whole, which blocks need not repeat; ``base`` is the
    address that links are relative to. ``sides`` tells of elements whether they belong to the
    article or are furniture of some kind, which then holds for all in them.
    """
    state = Walk(language, base, sides or {})
    for around in root.iterancestors():
        inline.declare_alphabet(state, around.attrib)
    found = notes.survey(root)
    state.note_labels, state.references = found.labels, found.references
    _go_through(state, root)
    state.flush()
    pages, anchors = _marks(state)
    return Walked(tuple(state.blocks), pages, anchors, tuple(state.skipped), frozenset(state.leads))


def _marks(state: Walk) -> tuple[tuple[Page, ...], dict[str, Position]]:
    """Return the pages and the anchors; those behind the last block stand at its end."""
    if not state.blocks:
        return (), {}
    last = len(state.blocks) - 1
    end = Position(last, len(state.blocks[last].text))
    for mark in [*state.prose.waiting, *state.prose.marks]:
        if mark.kind == "page":
            state.pages.append((mark.label, end))
        else:
            state.anchors.setdefault(mark.label, end)
    return (
        tuple(Page(label, min(at, end)) for label, at in state.pages),
        {name: min(at, end) for name, at in state.anchors.items()},
    )


def _go_through(state: Walk, root: Any) -> None:
    """Begin and end every element in order."""
    path: list[tuple[Any, list[Leave]]] = []
    node = root
    while True:
        leaves = begin(state, node)
        child = None
        if leaves is not None:
            if node.text:
                _write(state, node.text)
            child = next(iter(node), None)
        if child is not None:
            path.append((node, leaves or []))
            node = child
            continue
        for leave in reversed(leaves or ()):
            leave()
        while True:
            if node is root:
                return
            if node.tail:
                _write(state, node.tail)
            following = node.getnext()
            if following is not None:
                node = following
                break
            node, leaves = path.pop()
            for leave in reversed(leaves):
                leave()


def _write(state: Walk, text: str) -> None:
    if state.verbatim:
        state.prose.write_as_it_is(text)
    elif state.notes and not state.prose.length:
        state.prose.write(text.lstrip(_BACK))
    else:
        state.prose.write(text)
