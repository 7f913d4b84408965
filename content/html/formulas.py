"""Formulas in a page, however they are written: MathML, TeX in scripts, or rendered."""

from __future__ import annotations

from itertools import islice
from typing import Any

from content.html.mathml import mathml_in_line, mathml_in_words
from content.html.names import Attributes, local
from content.html.prose import legible
from content.html.state import Leave, Walk
from content.patterns import lazily

_LOOKED_AT = 2_000
_TEX = lazily(r"[\\^_{}]")
_STYLE = lazily(r"^\{\\(?:displaystyle|textstyle)\s?(.*)\}$", 16)
_RENDERED = lazily(
    r"(?:^|\s)(?:MathJax(?:_Display|_SVG|_SVG_Display|_CHTML|_Preview)?|mjx-chtml|MJXc-display)"
    r"(?:\s|$)"
)


def is_rendered(attributes: Attributes) -> bool:
    """Whether an element is what MathJax drew of a formula."""
    return _RENDERED.search(attributes.get("class", "")) is not None


def is_tex(attributes: Attributes) -> bool:
    """Whether a script is a formula."""
    return attributes.get("type", "").strip().lower().startswith("math/tex")


def enter_math(walk: Walk, element: Any, name: str, attributes: Attributes) -> None:
    """Write a formula: its TeX where that is given, else as its signs."""
    tex = _annotation(element)
    described = _line(attributes.get("alttext", ""))
    if tex:
        write_tex(walk, tex)
    elif described and _TEX.search(described):
        write_tex(walk, described)
    elif described:
        _write(walk, described, described)
    else:
        _write(walk, mathml_in_line(element), mathml_in_words(element))


def enter_rendered(walk: Walk, element: Any, name: str, attributes: Attributes) -> bool:
    """Write a drawn formula from what is behind it; tell whether its drawing is to be read."""
    # What is drawn within a drawing was looked at with it.
    within = () if walk.drawings else element.iterdescendants("*")
    for child in islice(within, _LOOKED_AT):
        if local(child.tag) == "math":
            enter_math(walk, child, "math", child.attrib)
            walk.drawn = element
            return False
    if _script_after(element):
        return False
    if attributes.get("aria-label"):
        said = _line(attributes["aria-label"])
        _write(walk, said, said)
        return False
    return "preview" not in attributes.get("class", "").lower()


def enter_drawing(walk: Walk) -> Leave:
    """Begin a drawing that is read itself; return what to do at its end."""
    walk.drawings += 1

    def leave() -> None:
        walk.drawings -= 1

    return leave


def enter_tex(walk: Walk, element: Any) -> None:
    """Write the TeX of a script, unless what was drawn of it stood before and was read."""
    above = element.getprevious()
    if above is not None and walk.drawn is above:
        return
    write_tex(walk, _line("".join(element.itertext())))


def write_tex(walk: Walk, tex: str) -> None:
    """Write a formula given in TeX."""
    from content.formulas import tex_in_words

    found = _STYLE.match(tex)
    tex = found[1].strip() if found else tex
    _write(walk, tex, tex_in_words(tex))


def _write(walk: Walk, text: str, said: str) -> None:
    if not text.strip():
        return
    opened = walk.prose.open("formula", said)
    walk.prose.add(text)
    if opened:
        walk.prose.close("formula")


def _annotation(element: Any) -> str:
    for one in islice(element.iterdescendants("{*}annotation"), 4):
        if (one.get("encoding") or "").lower() in ("application/x-tex", "tex", "latex"):
            return _line("".join(one.itertext()))
    return ""


def _script_after(element: Any) -> bool:
    """Whether the formula's TeX follows what was drawn of it."""
    above = element.getparent()
    around = [element] if above is None or not is_rendered(above.attrib) else [element, above]
    for drawing in around:
        for one in islice(drawing.itersiblings("*"), 3):
            if local(one.tag) == "script":
                return is_tex(one.attrib)
    return False


def _line(text: str) -> str:
    return " ".join(legible(text).split())
