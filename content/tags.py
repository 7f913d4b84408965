"""What HTML says that stands in Markdown: its tags, attributes and references."""

from __future__ import annotations

import re
from html import unescape

from content.model import SpanKind
from content.patterns import lazily
from content.text import clean, clean_line

SPAN_TAGS: dict[str, SpanKind] = {
    "em": "emphasis",
    "i": "emphasis",
    "strong": "strong",
    "b": "strong",
    "s": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "a": "link",
}
_ATTRIBUTE = lazily(r"""\s(alt|href|src|start)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.I)
_HIDDEN = lazily(r"<(script|style)\b|<!--|<!\[CDATA\[|<\?", re.I)
_ENDINGS = {
    "<!--": lazily("-->"),
    "<![cdata[": lazily(r"\]\]>"),
    "<?": lazily(r"\?>"),
    "script": lazily("</script[^<>]*>", re.I),
    "style": lazily("</style[^<>]*>", re.I),
}
_LEFT_OVER = lazily(r"<!--|<!\[CDATA\[|\]\]>|<\?")


def decoded(text: str) -> str:
    """Return what an entity or escape stood for, on one line and without controls."""
    return clean(text).replace("\n", " ")


def attributes(tag: str) -> dict[str, str]:
    """Return what an HTML tag says of its text, target and number, decoded and cleaned."""
    return {
        name.lower(): clean_line(unescape(double or single or bare))
        for name, double, single, bare in _ATTRIBUTE.findall(tag)
    }


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def without_hidden(content: str) -> str:
    """Put spaces where comments, scripts and styles stand, if they end; else they are text."""
    pieces: list[str] = []
    endless: set[str] = set()  # openings without an ending, not to be looked for again
    done = 0
    for found in _HIDDEN.finditer(content):
        name = (found[1] or found[0]).lower()
        if found.start() < done or name in endless:
            continue
        ending = _ENDINGS[name].search(content, found.end())
        if not ending:
            endless.add(name)
            continue
        pieces += [content[done : found.start()], " " * (ending.end() - found.start())]
        done = ending.end()
    return _LEFT_OVER.sub(_blank, "".join([*pieces, content[done:]]))
