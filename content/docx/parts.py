"""The parts of a DOCX file, made safe and simple for the converter.

Only XML goes on, none of it with a document type, so that there are no entities to expand and
no pictures to unpack. Paragraphs get styles of our own that say what they mean; formulas, which
the converter would drop, become their text.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from content.archive import Archive
from content.docx.styles import OUTLINE, meanings
from content.errors import IntoneError
from content.text import clean_line

_BODIES = frozenset({"document", "footnotes", "endnotes"})
"""The elements at the root of parts with text in them."""
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PREFIX = "Intone"
"""Begins the ids of our styles."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What is known of a document before it is converted."""

    file: bytes
    """A DOCX file with nothing in it but what is needed."""
    titled: bool
    """Whether a paragraph in it has the style of titles."""
    properties: Mapping[str, str]
    """Title, creator, created, modified, language; those that it tells."""
    proofed: str
    """The language in which its spelling was checked."""


def prepare(data: bytes, name: str) -> Parts:
    """Return the parts of a DOCX file; raise IntoneError when it can't be read."""
    archive = Archive(data, name)
    trees = {}
    for member in archive.members:
        if member.endswith((".xml", ".rels")) and (content := archive.read(member)) is not None:
            trees[member] = _tree(content, name)
    bodies = [tree for tree in trees.values() if _local(tree) in _BODIES]
    if not any(_local(tree) == "document" for tree in bodies):
        raise IntoneError(f"{name} has no text in it; save it anew with a word processor.")
    styles = trees.get("word/styles.xml")
    known = meanings(styles, _value)
    titled = False
    for tree in bodies:
        titled |= _mark(tree, known)
        _write_formulas(tree)
    from lxml import etree

    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as out:
        for member, tree in trees.items():
            out.writestr(member, etree.tostring(tree))
    properties = _properties(trees.get("docProps/core.xml"))
    return Parts(made.getvalue(), titled, properties, _proofed(styles))


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _tree(data: bytes, name: str) -> Any:
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, recover=True
    )
    root = None
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _damaged(name) from error
    if root is None or root.getroottree().docinfo.internalDTD is not None:
        raise _damaged(name)
    return root


def _damaged(name: str) -> IntoneError:
    return IntoneError(f"{name} is damaged; save it anew with a word processor and open that.")


def _value(element: Any) -> str:
    """Return an element's w:val, of whichever edition of the format."""
    if element is None:
        return ""
    return next((text for key, text in element.items() if key.endswith("}val")), "")


def _mark(tree: Any, known: Mapping[str, str]) -> bool:
    """Give paragraphs that mean something a style of ours; tell whether one is a title."""
    titled = False
    for properties in tree.iter("{*}pPr"):
        style = properties.find("{*}pStyle")
        meaning = known.get(_value(style), "")
        level = _value(properties.find("{*}outlineLvl"))
        if level in OUTLINE:
            meaning = f"heading{int(level) + 1}"
        if not meaning:
            continue
        if style is None:
            space = properties.tag.partition("}")[0] + "}"
            style = properties.makeelement(f"{space}pStyle", {f"{space}val": ""})
            properties.insert(0, style)
        key = next((key for key, _ in style.items() if key.endswith("}val")), f"{_WORD}val")
        style.set(key, PREFIX + meaning)
        titled |= meaning == "title"
    return titled


def _write_formulas(tree: Any) -> None:
    """Put the text of each formula in its place, as a run."""
    for formula in list(tree.iter("{*}oMath")):
        text = "".join(part.text or "" for part in formula.iter("{*}t"))
        parent = formula.getparent()
        if parent is None or not text:
            continue
        run = parent.makeelement(f"{_WORD}r")
        written = run.makeelement(f"{_WORD}t")
        written.text = f" {text} "
        written.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.append(written)
        run.tail = formula.tail
        parent.replace(formula, run)
        if parent.tag.endswith("}oMathPara") and (above := parent.getparent()) is not None:
            above.insert(above.index(parent), run)


def _properties(tree: Any) -> dict[str, str]:
    wanted = {"title", "creator", "created", "modified", "language"}
    if tree is None:
        return {}
    return {
        name: clean_line(element.text or "")
        for element in tree
        if (name := _local(element)) in wanted
    }


def _proofed(styles: Any) -> str:
    if styles is None:
        return ""
    return _value(styles.find("{*}docDefaults//{*}lang"))
