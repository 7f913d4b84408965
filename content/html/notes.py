"""Notes and the references to them, found before the walk."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from content.html.names import Attributes, beginning, local, role, types, words
from content.html.prose import legible
from content.html.state import Container, Leave, Walk
from content.html.structure import within
from content.patterns import lazily

_LABEL = lazily(
    r"[\[(]?\s*(?:note\s*)?(\d{1,4}|[a-z]{1,3}|[ivxlc]{1,7}|[*†‡§¶#]{1,4})\s*[\])]?\.?\Z", 2
)
_NUMBER = lazily(r"[\[(]?\s*(\d{1,4}|[*†‡§¶]{1,4})\s*[\])]?\Z")
_ID = lazily(
    r"(?:user-content-)?(?:fn|f|foot|note|cite|ref|end|en|n|sdfootnote|ftn|edn)[a-z_:.-]*\d", 2
)
_BACK = lazily(r"[\s↩↑⤴⏎⮌^←▲\ufe0e\ufe0f]*\Z|(?:jump|go|return|back)\b.{0,40}", 2)
_REFERENCE_CLASS = lazily(
    r"(?:^|\s)(?:footnote-?ref(?:erence)?|foot-?note|fn-?ref|noteref|note-ref|reference|endnote-?ref)"
    r"(?:\s|$)",
    2,
)
_BACK_CLASS = lazily(
    r"(?:^|\s)(?:footnote-?back(?:ref|link)?|reversefootnote|mw-cite-backlink|backlink)(?:\s|$)", 2
)
_HOLDERS = words("li aside div p dd section tr td footer details")
_LONGEST_NOTE = 20_000
_NOTE_TYPES = frozenset({"footnote", "endnote", "rearnote", "note"})
_NOTE_ROLES = frozenset({"doc-footnote", "doc-endnote"})


@dataclass(slots=True)
class Notes:
    """What a document's notes are."""

    labels: dict[Any, str] = field(default_factory=dict)
    """The elements that are notes, with their labels."""
    references: dict[Any, str] = field(default_factory=dict)
    """The links to notes, with the notes' labels; those that lead back have none."""


def survey(root: Any) -> Notes:
    """Find the notes below ``root`` and what refers to them."""
    notes = Notes()
    links = [(link, href) for link in root.iter("{*}a") if "#" in (href := link.get("href") or "")]
    if not links:
        return notes
    places, order = _places(root, {href.partition("#")[2] for _, href in links})
    pointing: set[str] = set()
    backs: list[tuple[Any, str]] = []
    for link, href in links:
        address, _, fragment = href.partition("#")
        target = places.get(fragment) if not address else None
        text = beginning(link, 20).strip()[:80]
        if target is not None and order[target] < order[link]:
            target = None  # it leads back
        if _leads_back(link, text):
            backs.append((link, fragment))
            continue
        strong = _is_reference(link)
        if not strong and not _looks_so(link, text, fragment, target):
            continue
        found = _LABEL.match(text)
        label = legible(found[1] if found else text.strip("[]() ")) or fragment
        holder = _holder(target) if target is not None else None
        if not address and holder is None:
            continue
        if holder is not None:
            if _contains(holder, link):
                continue
            notes.labels.setdefault(holder, label)
        notes.references[link] = label
        pointing |= _ids(link)
    for link, href in links:
        fragment = href.partition("#")[2]
        if link not in notes.references and fragment in pointing:
            notes.references[link] = ""
    for link, fragment in backs:
        if (
            fragment in pointing
            or _BACK_CLASS.search(link.get("class") or "")
            or role(link.attrib) == "doc-backlink"
        ):
            notes.references[link] = ""
    return notes


def _places(root: Any, wanted: set[str]) -> tuple[dict[str, Any], dict[Any, int]]:
    """Return the elements that have the wanted names, and the order of those and of links."""
    places: dict[str, Any] = {}
    order: dict[Any, int] = {}
    for index, element in enumerate(root.iter("*")):
        link = local(element.tag) == "a"
        name = element.get("id") or (element.get("name") if link else None)
        if name is not None and name in wanted:
            places.setdefault(name, element)
            order[element] = index
        elif link:
            order[element] = index
    return places, order


def _leads_back(link: Any, text: str) -> bool:
    if role(link.attrib) == "doc-backlink" or "backlink" in types(link.attrib):
        return True
    return _BACK_CLASS.search(link.get("class") or "") is not None or _BACK.match(text) is not None


def _is_reference(link: Any) -> bool:
    return role(link.attrib) == "doc-noteref" or "noteref" in types(link.attrib)


def _looks_so(link: Any, text: str, fragment: str, target: Any) -> bool:
    """Whether a link within the document looks as a reference to a note does."""
    if target is None or not text or len(text) > 12:
        return False
    parent = link.getparent()
    raised = parent is not None and local(parent.tag) == "sup"
    child = next(link.iterchildren("*"), None)
    raised = raised or (child is not None and local(child.tag) == "sup" and not link.text)
    named = _REFERENCE_CLASS.search(link.get("class") or "") is not None
    named = named or (raised and _REFERENCE_CLASS.search(parent.get("class") or "") is not None)
    if raised or named:
        return _LABEL.match(text) is not None or named
    return (
        _NUMBER.match(text) is not None and text[0] in "[(*†‡" and _ID.match(fragment) is not None
    )


def _holder(target: Any) -> Any:
    """Return the element that holds the note whose anchor is ``target``."""
    element = target
    for _ in range(4):
        if element is None:
            return None
        if local(element.tag) in _HOLDERS:
            return element
        element = element.getparent()
    return None


def _contains(holder: Any, link: Any) -> bool:
    """Whether the link stands in what it points to, as in a list of contents."""
    above = link.getparent()
    for _ in range(30):
        if above is None or above is holder:
            return above is holder
        above = above.getparent()
    return False


def _ids(link: Any) -> set[str]:
    """Return the anchors at a reference, to which the note leads back."""
    found = {link.get("id"), link.get("name")}
    above = link.getparent()
    if above is not None and local(above.tag) in ("sup", "span"):
        found.add(above.get("id"))
    child = next(link.iterchildren("*"), None)
    if child is not None:
        found.add(child.get("id"))
    return {name for name in found if name}


def note_label(walk: Walk, element: Any, attributes: Attributes) -> str | None:
    """Return the label of the note that an element is; None when it is none."""
    label = walk.note_labels.get(element)
    if label is not None or not attributes:
        return label
    if _NOTE_ROLES.intersection([role(attributes)]) or (
        _NOTE_TYPES.intersection(types(attributes)) and local(element.tag) in _HOLDERS
    ):
        return ""
    return None


def enter_note(walk: Walk, label: str) -> list[Leave]:
    """Begin a note."""
    walk.notes.append(label)
    return [*within(walk, Container("note", label=label)), walk.notes.pop]
