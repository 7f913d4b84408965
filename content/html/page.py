"""A web page or another file of HTML becomes an Article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from content.assemble import assemble
from content.errors import IntoneError
from content.formats import Document
from content.furniture import separate
from content.html import metadata
from content.html.charset import decode_page
from content.html.choosing import choose
from content.html.measure import Measure
from content.html.sides import sides_of
from content.html.tree import html_tree, xhtml_tree
from content.html.uncovering import uncover
from content.html.vouching import merged
from content.html.walker import Walked, walk
from content.language import detect_in
from content.model import Article, Block, Page, Position, Skipped
from content.shape import is_prose
from content.text import clean_line
from content.trust import understand

_XML = ("<?xml", '<!doctype html public "-//w3c//dtd xhtml')
_LONGEST_EXCUSE = 400
"""Characters that a page of frames may say to browsers without frames."""
_STANDFIRST = 60
"""Characters that a sentence above the article has at least, when it opens it."""


def load(document: Document) -> Article:
    """Read a page: the article in it, who vouches for it, and what stands around it.

    Raises IntoneError when there is nothing to read in it.
    """
    text = decode_page(document.data, document.charset, document.name)
    xml = text[:200].lstrip("\ufeff \t\n").lower().startswith(_XML)
    root = xhtml_tree(text) if xml else html_tree(text)
    if root is None:
        raise IntoneError(f"There is nothing to read in {document.name}; choose another file.")
    about = metadata.read(root, document.base or document.source)
    body = next(root.iter("{*}body"), root)
    measures = uncover(body)
    _check(root, measures[body], document.name)
    sides = sides_of(body, choose(body, measures), measures, about.title)
    walked = walk(body, language=document.language or about.language, base=about.base, sides=sides)
    return _article(document, about, walked)


def _check(root: Any, measured: Measure, name: str) -> None:
    """Raise IntoneError for a page that has no text of its own."""
    frames = [frame.get("src") for frame in islice(root.iter("{*}frame"), 20)]
    named = ", ".join(frame for frame in frames if frame)
    if named and measured.text < _LONGEST_EXCUSE and any(True for _ in root.iter("{*}frameset")):
        raise IntoneError(
            f"{name} is a page of frames, and its text is in other files; "
            f"open one of them instead: {clean_line(named)[:200]}."
        )
    if not measured.text and any(True for _ in root.iter("{*}script")):
        raise IntoneError(
            f"The page in {name} has no text of its own, since a browser would have to make it; "
            "save the whole page from a browser, or copy its text into a text file."
        )


def _article(document: Document, about: metadata.Metadata, walked: Walked) -> Article:
    trust, blocks = understand(walked.blocks)
    beside = _beside(blocks, walked)
    apart = set(beside)
    stays = [block for index, block in enumerate(blocks) if index not in apart]
    kept, furniture = separate(stays, structured=True)
    at = _places(blocks, kept)
    skipped = [replace(one, before=at[one.before]) for one in walked.skipped]
    skipped += [Skipped("boilerplate", blocks[index].text, at[index]) for index in beside]
    return assemble(
        kept,
        source=document.source,
        text=None,
        language=document.language or about.language or detect_in(kept),
        title=about.title,
        trust=merged(trust, about.trust),
        skipped=_grouped(skipped + furniture),
        pages=_moved(walked.pages, blocks, kept, at),
    )


def _beside(blocks: Sequence[Block], walked: Walked) -> list[int]:
    """Return the indexes of blocks beside the article that neither vouch for it nor open it."""
    first = next((at for at in range(len(blocks)) if at not in walked.leads), 0)
    begins = next((at for at in range(first + 1, len(blocks)) if at not in walked.leads), first)
    return [
        index
        for index in sorted(walked.leads)
        if blocks[index].kind != "trust"
        and not (
            index < begins
            and len(blocks[index].text) > _STANDFIRST
            and is_prose(blocks[index].text)
        )
    ]


def _places(blocks: Sequence[Block], kept: Sequence[Block]) -> list[int]:
    """Return for each block how many of those before it are kept; one more for the end."""
    stay = {id(block) for block in kept}
    places, count = [], 0
    for block in blocks:
        places.append(count)
        count += id(block) in stay
    return [*places, count]


def _moved(
    pages: Sequence[Page], blocks: Sequence[Block], kept: Sequence[Block], at: Sequence[int]
) -> list[Page]:
    """Return the pages with their places among the blocks that are kept."""
    moved = []
    stay = {id(block) for block in kept}
    for page in pages:
        index = at[page.position.block]
        if id(blocks[page.position.block]) in stay:
            moved.append(Page(page.label, Position(index, page.position.offset)))
        elif kept:
            last = len(kept) - 1
            end = Position(last, len(kept[last].text))
            moved.append(Page(page.label, Position(index) if index <= last else end))
    return moved


def _grouped(skipped: Sequence[Skipped]) -> list[Skipped]:
    """Return what was skipped in order, what stands together joined."""
    groups: list[list[Skipped]] = []
    for one in sorted(skipped, key=lambda one: one.before):
        if groups and (groups[-1][0].before, groups[-1][0].kind) == (one.before, one.kind):
            groups[-1].append(one)
        else:
            groups.append([one])
    return [replace(group[0], text="\n".join(one.text for one in group)) for group in groups]
