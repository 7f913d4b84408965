"""Pictures and their captions: each is said once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from content.html.names import Attributes, local, role
from content.html.prose import legible
from content.model import Block
from content.patterns import lazily

if TYPE_CHECKING:
    from content.html.state import Leave, Walk

_AROUND = 8
"""Spans before a picture that are looked at, as one of them may be a link around it."""
_LONGEST_EXCUSE = 300
_EXCUSES_PIECES = 50
_EXCUSE = lazily(
    r"(?:\bnot|n[’']t|\bcannot|\bunable to)\s+(?:\w+\s+)?(?:support|display|show|play|view|render)|"
    r"\bunterstützt\b|\bne (?:supporte|prend)\b|\bno (?:soporta|admite|es compatible)\b",
    re.IGNORECASE,
)
"""That something cannot be shown, as told to old programs."""
_WORD = lazily(r"\w+")
_NUMBER = lazily(r"\s*(\d{1,6})")
_FILE = lazily(r"[^\s/]{1,200}\.(?:jpe?g|png|gif|svg|webp|avif|bmp|tiff?)\Z|https?://\S+\Z", 2)


def same_words(one: str, other: str) -> bool:
    """Whether two texts are the same but for case and punctuation."""
    return _WORD.findall(one.casefold()) == _WORD.findall(other.casefold())


def pictures_of(block: Block) -> Iterator[Block]:
    """Yield the block, or a figure for each picture when it has nothing but pictures in it."""
    images = [span for span in block.spans if span.kind == "image"]
    between = block.text
    if images and block.kind in ("paragraph", "quote"):
        parts, at = [], 0
        for image in images:
            parts.append(block.text[at : image.start])
            at = max(at, image.end)
        between = "".join(parts) + block.text[at:]
    if between.strip():
        yield block
        return
    starts = [span.start for span in block.spans]
    for image in images:
        last = bisect_right(starts, image.start)
        spans = tuple(
            replace(span, start=0, end=image.end - image.start)
            for span in block.spans[max(0, last - _AROUND) : last]
            if span.start <= image.start and span.end >= image.end
        )
        yield replace(block, kind="figure", text=block.text[image.start : image.end], spans=spans)


def enter_image(walk: Walk, element: Any, name: str, attributes: Attributes) -> None:
    """Write a picture's description; one that has none is counted, decoration is silent."""
    if role(attributes) in ("presentation", "none") or _is_tiny(attributes):
        return
    if attributes.get("aria-label", "").strip():
        described = attributes["aria-label"]
    elif "alt" in attributes:
        described = attributes["alt"]
        if not described.strip():
            return
    else:
        described = attributes.get("title", "")
    described = " ".join(legible(described).split())
    if not described or _FILE.match(described):
        walk.prose.images += 1
        return
    write_picture(walk, described, attributes.get("src", ""))


def write_picture(walk: Walk, described: str, source: str = "") -> None:
    """Write a description as a picture's."""
    from content.html.inline import joined

    opened = walk.prose.open("image", joined(walk.base, source))
    walk.prose.add(described)
    if opened:
        walk.prose.close("image")


def enter_svg(walk: Walk, element: Any, name: str, attributes: Attributes) -> None:
    """Write a drawing's title and description, which only its own first elements give."""
    said = [attributes.get("aria-label", "")]
    picture = False
    for child in element.iterchildren(tag="*"):
        kind = local(child.tag)
        if kind in ("title", "desc") and not (kind == "title" and said[0].strip()):
            said.append("".join(child.itertext()))
        picture = picture or kind == "image"
    texts = [" ".join(legible(text).split()) for text in said]
    described = ". ".join(text.rstrip(".") for text in texts if text)
    if described:
        write_picture(walk, described)
    elif picture or role(attributes) == "img":
        walk.prose.images += 1


def enter_figure(walk: Walk, element: Any, name: str, attributes: Attributes) -> list[Leave]:
    """Begin a figure."""
    from content.html.state import Figure

    figure = Figure()
    walk.figures.append(figure)

    def leave() -> None:
        walk.flush()
        walk.release(figure)
        walk.figures.pop()

    return [leave]


def enter_media(walk: Walk, element: Any, name: str, attributes: Attributes) -> None:
    """Write what a film, a recording or a page within the page is called, linked to it."""
    from content.html.inline import link_target

    title = attributes.get("title") or attributes.get("aria-label") or ""
    source = attributes.get("src", "")
    for child in element.iterchildren("{*}source"):
        source = source or child.get("src") or ""
    target = link_target(walk.base, source)
    title = " ".join(legible(title).split())
    if not title or not target or _is_tiny(attributes):
        return
    walk.part()
    opened = walk.prose.open("link", target)
    walk.prose.add(title)
    if opened:
        walk.prose.close("link")
    walk.part()


def enter_drawing(
    walk: Walk, element: Any, name: str, attributes: Attributes
) -> list[Leave] | None:
    """Read what stands in place of a drawing, unless that only excuses its being missing."""
    text = "".join(islice(element.itertext(), _EXCUSES_PIECES))[: _LONGEST_EXCUSE + 1]
    excuse = len(text) <= _LONGEST_EXCUSE and _EXCUSE.search(text) is not None
    return None if excuse else []


def _is_tiny(attributes: Attributes) -> bool:
    """Whether a picture is too small to be seen: those count visits."""
    sizes = [_NUMBER.match(attributes.get(side, "")) for side in ("width", "height")]
    return any(size and int(size[1]) <= 2 for size in sizes)
