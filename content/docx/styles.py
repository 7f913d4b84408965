"""What the paragraph styles of a document mean, whatever they are called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from content.patterns import lazily

_HEADING = lazily(r"heading ([1-9])", 2)
_CONTENTS = lazily(r"toc (?:heading|[1-9])|table of (?:figures|authorities)", 2)
_NAMED = {
    "title": "title",
    "quote": "quote",
    "intense quote": "quote",
    "block text": "quote",
    "quotations": "quote",
    "caption": "caption",
    "html preformatted": "code",
    "preformatted text": "code",
    "plain text code": "code",
}
OUTLINE = tuple("012345678")
"""Levels of the outline; 9 is that of text."""
_DEEPEST = 20


def meanings(styles: Any, value: Any) -> dict[str, str]:
    """Return by style id: heading1 to heading9, title, quote, caption, code or contents.

    ``styles`` is the tree of styles.xml, or None; ``value`` gives an element's w:val. Word calls
    its own styles by the same names in all languages; others tell their outline level, or the
    style they are based on.
    """
    if styles is None:
        return {}
    known = {
        name: style
        for style in styles.iter("{*}style")
        for key, name in style.items()
        if key.endswith("}styleId")
    }
    return {name: meaning for name in known if name and (meaning := _meaning(name, known, value))}


def _meaning(name: str, known: Mapping[str, Any], value: Any) -> str:
    for _ in range(_DEEPEST):
        style = known.get(name)
        if style is None:
            return ""
        called = value(style.find("{*}name")).strip()
        if found := _HEADING.fullmatch(called):
            return f"heading{found[1]}"
        if _CONTENTS.fullmatch(called):
            return "contents"
        if meaning := _NAMED.get(called.casefold()):
            return meaning
        level = value(style.find("{*}pPr/{*}outlineLvl"))
        if level in OUTLINE:
            return f"heading{int(level) + 1}"
        name = value(style.find("{*}basedOn"))
    return ""
