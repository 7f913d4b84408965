"""What HTML says that stands in Markdown: its tags, attributes and references."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from typing import TYPE_CHECKING

from content.model import SpanKind
from content.patterns import lazily
from content.text import clean, clean_line

if TYPE_CHECKING:
    from content.prose import Prose

SPAN_TAGS: dict[str, SpanKind] = {
    "em": "emphasis",
    "i": "emphasis",
    "strong": "strong",
    "b": "strong",
    "s": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "a": "link",
    "kbd": "code",
    "samp": "code",
    "cite": "emphasis",
    "var": "emphasis",
    "dfn": "emphasis",
}
SILENT_TAGS = frozenset({"rt", "rp", "template"})
"""Elements that are left out: ruby says in other letters what is written."""
CODE_TAGS = frozenset({"script", "style"})
_ATTRIBUTE = lazily(
    r"""\s(alt|href|src|start|title|lang|style|hidden|aria-hidden|rowspan|colspan|role)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""",
    re.I,
)
_BARE_HIDDEN = lazily(r"\shidden(?=[\s/>])", re.I)
_QUOTED = lazily(r"\"[^\"]*\"|'[^']*'")
_NOT_SHOWN = lazily(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_LANGUAGE = lazily(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}\Z")
_DEEPEST = 100
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


def hides(tag: str, values: dict[str, str]) -> bool:
    """Whether an element with this tag and these attributes is not to be seen or heard."""
    return (
        values.get("aria-hidden", "").lower() == "true"
        or values.get("hidden", "no").lower() in ("", "hidden")
        or _BARE_HIDDEN.search(_QUOTED.sub("", tag)) is not None
        or _NOT_SHOWN.search(values.get("style", "")) is not None
    )


def language_of(values: dict[str, str]) -> str:
    """Return the BCP 47 tag that attributes declare, or nothing."""
    said = values.get("lang", "")
    return said if _LANGUAGE.match(said) else ""


class OpenTags:
    """The elements that are open inside a block, with the spans they have begun."""

    def __init__(self, prose: Prose) -> None:
        self._prose = prose
        self._open: list[tuple[str, list[SpanKind]]] = []
        self._counts: Counter[str] = Counter()

    def start(self, name: str, values: dict[str, str]) -> None:
        """Begin what the element ``name`` with these attributes means for its text."""
        spans: list[tuple[SpanKind, str]] = []
        if name in SPAN_TAGS:
            spans.append((SPAN_TAGS[name], values.get("href", "")))
        if name == "abbr" and values.get("title"):
            spans.append(("abbreviation", values["title"]))
        if language := language_of(values):
            spans.append(("language", language))
        if len(self._open) < _DEEPEST:
            self._open.append((name, [kind for kind, _ in spans]))
            self._counts[name] += 1
            for kind, target in spans:
                self._prose.open(kind, target)

    def end(self, name: str) -> None:
        """End the innermost such element, and what is open in it."""
        while self._counts[name]:
            inner, kinds = self._open.pop()
            self._counts[inner] -= 1
            for kind in reversed(kinds):
                self._prose.close(kind)
            if inner == name:
                return


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
