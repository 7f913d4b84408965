"""The links of an article: where they stand, where they lead, and how that is said."""

from __future__ import annotations

from typing import NamedTuple

from content.landmarks import Stretch
from content.model import Article, Position
from content.patterns import lazily
from content.search_folding import folded
from content.text import clean_line

OPENED = ("http", "https", "mailto")
"""The schemes of the addresses that may be opened."""
_NOT_IN_SLUG = lazily(r"[^\w\- ]")


class Link(NamedTuple):
    """A stretch of a block's text that leads somewhere."""

    block: int
    start: int
    end: int
    target: str

    @property
    def position(self) -> Position:
        """Where it begins."""
        return Position(self.block, self.start)

    def text(self, article: Article) -> str:
        """Return what is written there, on one line."""
        return clean_line(article.blocks[self.block].text[self.start : self.end])


def links_in(article: Article, index: int) -> list[Link]:
    """Return the links of the block at ``index``, in order."""
    return sorted(
        Link(index, span.start, span.end, span.target)
        for span in article.blocks[index].spans
        if span.kind == "link"
    )


def link_in(article: Article, stretch: Stretch) -> Link:
    """Return the link of a stretch as ``Landmarks`` finds it."""
    block, start, end = stretch
    spans = (span for span in article.blocks[block].spans if span.kind == "link")
    target = next(span.target for span in spans if (span.start, span.end) == (start, end))
    return Link(block, start, end, target)


def links_at(article: Article, position: Position, sentence: tuple[int, int]) -> list[Link]:
    """Return the link in which ``position`` stands, else all of the sentence around it."""
    if position.block >= len(article.blocks):
        return []
    links = links_in(article, position.block)
    here = [link for link in links if link.start <= position.offset < link.end]
    return here or [link for link in links if sentence[0] <= link.start < sentence[1]]


def address_of(article: Article, link: Link) -> str:
    """Return the address that may be opened for a link; empty where there is none."""
    from urllib.parse import urljoin, urlsplit

    try:
        address = clean_line(urljoin(article.source, link.target))
        if address.startswith("//"):
            address = "https:" + address
        parts = urlsplit(address)
        whole = parts.hostname if parts.scheme != "mailto" else parts.path
    except ValueError:
        return ""
    return address.replace(" ", "%20") if parts.scheme in OPENED and whole else ""


def host_of(address: str) -> str:
    """Return whom an address belongs to, as it is said: "nhs.uk", or one's mail address."""
    from urllib.parse import unquote, urlsplit

    parts = urlsplit(address)
    return (parts.hostname or unquote(parts.path)).removeprefix("www.")


def is_within(article: Article, link: Link) -> bool:
    """Whether a link leads to a place of the article itself."""
    page, mark, _ = link.target.partition("#")
    return bool(mark) and page in ("", article.source.partition("#")[0])


def destination(article: Article, link: Link) -> int | None:
    """Return the block that a link within the article leads to, as far as that can be known.

    Formats keep no names of places, so it is the note of that name, the heading from whose
    words the name is made in the usual way, or the heading that says what the link says.
    """
    from urllib.parse import unquote

    name = unquote(link.target.partition("#")[2]).casefold()
    if not name:
        return 0
    text = folded(link.text(article)).strip()
    seen: dict[str, int] = {}
    same: int | None = None
    for index, block in enumerate(article.blocks):
        if block.kind == "note" and block.label.casefold() == name:
            return index
        if block.kind != "heading":
            continue
        slug = _NOT_IN_SLUG.sub("", block.text.strip().casefold()).replace(" ", "-")
        count = seen.get(slug, 0)  # the second of the same words is called by them and -1
        if name == (f"{slug}-{count}" if count else slug):
            return index
        seen[slug] = count + 1
        if same is None and folded(block.text).strip() == text:
            same = index
    return 0 if same is None and name == "top" else same
