"""Small EPUB books, built from text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from html import escape

CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles>{rootfiles}</rootfiles>
</container>"""

_MEDIA = {
    "xhtml": "application/xhtml+xml",
    "html": "text/html",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "ncx": "application/x-dtbncx+xml",
    "pls": "application/pls+xml",
    "smil": "application/smil+xml",
    "css": "text/css",
    "mp3": "audio/mpeg",
    "bin": "application/octet-stream",
}


def archive(members: Mapping[str, str | bytes], compression: int = zipfile.ZIP_STORED) -> bytes:
    """Return a ZIP archive of ``members``, in their order."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", compression) as file:
        for name, content in members.items():
            file.writestr(zipfile.ZipInfo(name), content, compression)
    return whole.getvalue()


def container(*packages: str) -> str:
    """Return container.xml, which leads to the packages."""
    return CONTAINER.format(
        rootfiles="".join(
            f'<rootfile full-path="{name}" media-type="application/oebps-package+xml"/>'
            for name in packages or ("EPUB/package.opf",)
        )
    )


def page(body: str, *, head: str = "", attributes: str = 'xml:lang="en"') -> str:
    """Return an XHTML document."""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
        f'xmlns:ssml="http://www.w3.org/2001/10/synthesis" {attributes}>'
        f"<head><title>A page</title>{head}</head><body>{body}</body></html>"
    )


def contents(*links: tuple[str, str] | str, more: str = "") -> str:
    """Return a navigation document; a link is its place and its label, or its whole item."""
    return page(f'<nav epub:type="toc"><ol>{_items(links)}</ol></nav>{more}')


def _items(links: Sequence[tuple[str, str] | str]) -> str:
    return "".join(
        link if isinstance(link, str) else f'<li><a href="{link[0]}">{escape(link[1])}</a></li>'
        for link in links
    )


def ncx(*points: str, pages: str = "") -> str:
    """Return an NCX of ``points``, each made by ``point``."""
    return (
        '<?xml version="1.0"?><ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1">'
        f"<navMap>{''.join(points)}</navMap>{pages}</ncx>"
    )


def point(place: str, label: str, *below: str) -> str:
    """Return an entry of an NCX."""
    return (
        f"<navPoint><navLabel><text>{escape(label)}</text></navLabel>"
        f'<content src="{place}"/>{"".join(below)}</navPoint>'
    )


METADATA = "<dc:title>A small book</dc:title><dc:language>en</dc:language>"


def package(
    files: Sequence[str],
    *,
    spine: Sequence[str] | None = None,
    metadata: str = METADATA,
    properties: Mapping[str, str] | None = None,
    attributes: str = "",
    more: str = "",
) -> str:
    """Return a package document.

    ``files`` are hrefs and serve as ids too; ``spine`` are those in reading order, by default
    the XHTML files but ``nav.xhtml``, with " no" after those that are beside the text;
    ``properties`` are further attributes of items by href.
    """
    said = {"nav.xhtml": 'properties="nav"'} | dict(properties or {})
    items = "".join(
        f'<item id="i{index}" href="{name}" media-type="{_media(name)}" {said.get(name, "")}/>'
        for index, name in enumerate(files)
    )
    if spine is None:
        spine = [name for name in files if name.endswith("html") and name != "nav.xhtml"]
    ids = {name: f"i{index}" for index, name in enumerate(files)}
    references = "".join(_reference(name, ids) for name in spine)
    return (
        '<?xml version="1.0" encoding="utf-8"?>'
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="uid">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:opf="http://www.idpf.org/2007/opf">{metadata}</metadata>'
        f"<manifest>{items}</manifest><spine {attributes}>{references}</spine>{more}</package>"
    )


def _reference(name: str, ids: Mapping[str, str]) -> str:
    beside = 'linear="no"' if name.endswith(" no") else ""
    name = name.removesuffix(" no")
    return f'<itemref idref="{ids.get(name, name)}" {beside}/>'


def _media(name: str) -> str:
    return _MEDIA.get(name.rpartition(".")[2].lower(), "application/xhtml+xml")


def book(
    files: Mapping[str, str | bytes],
    *,
    opf: str | None = None,
    extra: Mapping[str, str | bytes] | None = None,
    compression: int = zipfile.ZIP_STORED,
    **about: object,
) -> bytes:
    """Return an EPUB of ``files``, which stand in the folder EPUB.

    ``opf`` is the package document, else it is made as ``package`` does with ``about``;
    ``extra`` are further members of the archive, or others in place of its own.
    """
    made = opf if opf is not None else package(list(files), **about)  # type: ignore[arg-type]
    members: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": container(),
        "EPUB/package.opf": made,
    }
    members |= {f"EPUB/{name}": content for name, content in files.items()}
    return archive(members | dict(extra or {}), compression)
