"""One file of the book becomes a tree, or else what keeps it from being read."""

from __future__ import annotations

from content.archive import UnreadableError
from content.epub.alternatives import choose_alternatives
from content.epub.container import BookArchive
from content.epub.markup import Element, local, parse_page
from content.epub.package import Item
from content.epub.pictures import as_page, put_in_words
from content.errors import IntoneError

_PAGES = frozenset(
    {
        "application/xhtml+xml",
        "image/svg+xml",
        "text/html",
        "application/x-dtbook+xml",
        "text/x-oeb1-document",
    }
)
_PICTURES = "image/"
_NOT_PAGES = ("audio/", "video/", "font/")


def document_of(
    archive: BookArchive, item: Item, items: dict[str, Item], kept_back: frozenset[str]
) -> tuple[str, Element | None]:
    """Return the member that is read for an item and its tree, or None for a picture.

    Tries the item, then what it falls back on; raises UnreadableError for the item itself.
    """
    chain: list[Item] = []
    following: Item | None = item
    while following is not None and following not in chain:
        chain.append(following)
        following = items.get(following.fallback)
    reasons: list[UnreadableError] = []
    # What is made to be read goes before what may be text by chance.
    for one in sorted(chain, key=lambda one: one.media not in _PAGES):
        try:
            return one.member, _tree(archive, one, kept_back)
        except UnreadableError as error:
            reasons.append(error)
    picture = next((one for one in chain if one.member and one.media.startswith(_PICTURES)), None)
    if picture is None:
        raise reasons[0]
    return picture.member, None


def _tree(archive: BookArchive, item: Item, kept_back: frozenset[str]) -> Element:
    if not item.member:
        raise UnreadableError("is missing")
    if item.member in kept_back:
        raise UnreadableError("is encrypted")
    picture = item.media.startswith(_PICTURES) and item.media != "image/svg+xml"
    if picture or item.media.startswith(_NOT_PAGES):
        raise UnreadableError("is no text")
    data = archive.read(item.member)
    if not data.strip():
        raise UnreadableError("is empty")
    try:
        root = parse_page(data, item.member)
    except IntoneError as error:
        raise UnreadableError("is no text") from error
    if root is None:
        raise UnreadableError("is damaged")
    if local(root) == "svg":
        return as_page(root)
    choose_alternatives(root)
    put_in_words(root)
    return root
