"""What is said around a block to tell what it is, as much of it as a person has chosen.

=====  ==============================================================================
level  what it adds
=====  ==============================================================================
none   nothing but the numbers of items and whether tasks are done
few    lists and tables with their size, the column of a cell, images, notes, code
some   the level of a heading where it changes, lists within lists, where a quote or an
       aside begins and ends, captions, the row of a cell, what a part is called
most   the level of every heading, the ends of lists, tables and code, pages of the
       printed edition, what an abbreviation stands for, how many pieces were skipped
=====  ==============================================================================
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from content.list_shape import begins_list, ends_list, items_from
from content.model import Article, Block, SkippedKind
from content.patterns import lazily
from content.settings import ScriptSettings, Structure
from content.utterance import Piece
from content.words import Words

_LEVELS: tuple[Structure, ...] = ("none", "few", "some", "most")
_LABEL = lazily(r"[\w.-]{1,20}\Z")
_ROLES = {
    "complementary": "aside",
    "pullquote": "aside",
    "intro": "abstract",
    "hint": "tip",
    "danger": "warning",
    "attention": "caution",
}
_SAID_ROLES = frozenset(
    {"aside", "sidebar", "epigraph", "abstract", "dedication", "glossary", "bibliography"}
    | {"tip", "warning", "important", "caution", "example", "note"}
)
_ENDING_ROLES = frozenset({"aside", "sidebar"})


def says(structure: Structure, least: Structure) -> bool:
    """Whether a person who chose ``structure`` hears what begins at the level ``least``."""
    return _LEVELS.index(structure) >= _LEVELS.index(least)


def before(article: Article, index: int, structure: Structure, words: Words) -> Iterator[Piece]:
    """Yield what is said before the text of the block at ``index``."""
    block = article.blocks[index]
    if says(structure, "most") and (skipped := _skipped_before(article, index)):
        kinds = set(skipped)
        named = f"skipped {kinds.pop()}" if len(kinds) == 1 else "skipped"
        yield _ahead(words(named, len(skipped)) + ": ", "skipped")
    if says(structure, "some") and (name := _begun_role(article, index)):
        yield _ahead(words(name) + ": ", "role")
    match block.kind:
        case "heading":
            if _names_level(article, index, structure):
                yield _ahead(words("heading", block.level) + ": ", "heading")
        case "item":
            yield from _before_item(article, index, structure, words)
        case "quote":
            if says(structure, "some") and not _goes_on(article, index, -1):
                yield _ahead(words("quote") + ": ", "quote")
        case "note":
            if says(structure, "few"):
                named = words("note number", block.label) if _LABEL.match(block.label) else ""
                yield _ahead((named or words("note")) + ", ", "note")
        case "figure":
            if says(structure, "few"):
                yield _ahead(words("image") + (", " if block.text.strip() else ""), "figure")
        case "caption":
            if says(structure, "some"):
                yield _ahead(words("caption") + ", ", "caption")
    if block.checked is not None:
        yield _ahead(words("done" if block.checked else "not done") + ", ", "task")


def after(article: Article, index: int, settings: ScriptSettings, words: Words) -> Iterator[Piece]:
    """Yield what is said after the text of the block at ``index``."""
    block, structure = article.blocks[index], settings.structure
    read = {"code": settings.code == "read", "table": settings.tables == "read"}
    if block.kind == "quote" and says(structure, "some") and not _goes_on(article, index, 1):
        yield _behind(block, words("end of quote"), "quote")
    if says(structure, "most"):
        if ends_list(article.blocks, index):
            yield _behind(block, words("end of list"), "list")
        elif read.get(block.kind):
            yield _behind(block, words(f"end of {block.kind}"), block.kind)
    following = article.blocks[index + 1] if index + 1 < len(article.blocks) else None
    ends = following is None or following.role != block.role
    if says(structure, "some") and _role(block) in _ENDING_ROLES and ends:
        yield _behind(block, words("end of aside"), "role")


def pages(article: Article, index: int) -> list[tuple[int, str]]:
    """Return where in the block at ``index`` pages begin, and what they are called."""
    first = bisect_left(article.pages, index, key=lambda page: page.position.block)
    last = bisect_left(article.pages, index + 1, key=lambda page: page.position.block)
    return [(page.position.offset, page.label) for page in article.pages[first:last]]


def _skipped_before(article: Article, index: int) -> list[SkippedKind]:
    """Return the kinds of the pieces that were skipped right before the block at ``index``."""
    first = bisect_left(article.skipped, index, key=lambda piece: piece.before)
    last = bisect_left(article.skipped, index + 1, key=lambda piece: piece.before)
    return [piece.kind for piece in article.skipped[first:last] if piece.kind != "missing"]


def _before_item(
    article: Article, index: int, structure: Structure, words: Words
) -> Iterator[Piece]:
    block = article.blocks[index]
    if begins_list(article.blocks, index):
        if says(structure, "few"):
            count = items_from(article.blocks, index)
            said = words("list", count) if count else words("long list")
            if block.level > 1 and says(structure, "some"):
                said += ", " + words("level", block.level)
            yield _ahead(said + ": ", "list")
    elif says(structure, "some") and _rises(article, index):
        yield _ahead(words("level", max(block.level, 1)) + ", ", "list")
    if block.number is not None:
        yield _ahead(f"{block.number}, ", "item")


def _rises(article: Article, index: int) -> bool:
    """Whether the item at ``index`` goes on with a list after one that was within it."""
    earlier = article.blocks[index - 1] if index else None
    return (
        earlier is not None
        and earlier.kind in ("item", "paragraph")
        and earlier.level > article.blocks[index].level
    )


def _names_level(article: Article, index: int, structure: Structure) -> bool:
    if structure == "most":
        return True
    section = bisect_left(article.sections, index, key=lambda section: section.first)
    return (
        structure == "some"
        and section > 0
        and article.sections[section - 1].level != article.blocks[index].level
    )


def _goes_on(article: Article, index: int, direction: int) -> bool:
    """Whether the quote at ``index`` is one with the block after or before it."""
    other = index + direction
    if not 0 <= other < len(article.blocks):
        return False
    block, beside = article.blocks[index], article.blocks[other]
    return beside.kind == "quote" and beside.level == block.level


def _role(block: Block) -> str:
    name = block.role.casefold().removeprefix("doc-")
    name = _ROLES.get(name, name)
    return name if name in _SAID_ROLES else ""


def _begun_role(article: Article, index: int) -> str:
    """Return what the part is called that begins at ``index``; empty where none does."""
    block = article.blocks[index]
    if index and article.blocks[index - 1].role == block.role:
        return ""
    name = _role(block)
    return "" if name == block.kind or block.text.casefold().startswith(name) else name


def _ahead(said: str, rule: str) -> Piece:
    return Piece(said, 0, 0, rule)


def _behind(block: Block, said: str, rule: str) -> Piece:
    return Piece(said, len(block.text), len(block.text), rule)
