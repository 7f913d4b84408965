"""Symbols that no rule and few voices know: passed over, or called by their Unicode name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from content.patterns import lazily
from content.rules.numbers import padded
from content.rules.rule import Change, Rule

# Not the emoji, nor what every voice has a name for: arrows, signs of reckoning, currencies.
_RUN = lazily(
    "[\u02c2-\u02df\u2016\u203b\u203d\u2042\u2117-\u2118\u211e-\u211f\u2123\u213a-\u214f"
    "\u219a-\u22ff\u2300-\u2319\u231c-\u23cf\u2400-\u245f\u2500-\u25ff\u27c0-\u2bff\u3012-\u3013\u3020"
    "\ue000-\uf8ff\U0001d100-\U0001d24f]+"
)
_KEPT = frozenset("∂∆∑−∓√∝∞∫≈≠≡≤≥⩽⩾∼×∈∪∩∴⇒⇔⇐°")


def _found(text: str) -> Iterator[re.Match[str]]:
    for match in _RUN.finditer(text):
        if not _KEPT & set(match[0]):
            yield match


def _pass_over(text: str, language: str) -> Iterator[Change]:
    for match in _found(text):
        yield match.start(), match.end(), ""


def _name(text: str, language: str) -> Iterator[Change]:
    for match in _found(text):
        names: list[str] = []
        for character in match[0]:
            name = unicodedata.name(character, "unknown symbol").lower().replace("-", " ")
            if name not in names:
                names.append(name)
        yield padded(text, match.start(), match.end(), ", ".join(names))


RULES = (
    # Their names are English.
    Rule("symbol", _name, setting="symbols", values=("name",), needs=_RUN),
    Rule("symbol", _pass_over, languages=(), setting="symbols", values=("skip",), needs=_RUN),
)
