"""What a voice must never be given: commands, phonemes, and characters nobody can hear."""

from __future__ import annotations

from collections.abc import Iterator

from content.patterns import lazily
from content.rules.rule import Change, Rule

# The joiners are kept: emoji, Persian and the scripts of India need them. Between Latin
# letters they only split a word.
_INVISIBLE = lazily(
    "[\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufe0e\ufe0f"
    "\ufff9-\ufffb\U000e0000-\U000e007f\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]+"
    "|(?<=[0-9A-Za-z\u00c0-\u024f])[\u200c\u200d]+|(?<![\u200c\u200d])[\u200c\u200d]+(?=[0-9A-Za-z\u00c0-\u024f])"
)
_SPACE = lazily(r"[^\S ]+")
_BRACKET = lazily("\\[(?=[\u00ad\u200b-\u200f\u2060\ufeff]{0,99}\\[)")


def _invisible(text: str, language: str) -> Iterator[Change]:
    if not (text.isascii() and text.isprintable()):  # most text is, and is passed over quickly
        for match in _INVISIBLE.finditer(text):
            yield match.start(), match.end(), ""


def _space(text: str, language: str) -> Iterator[Change]:
    if not text.isprintable():
        for match in _SPACE.finditer(text):
            yield match.start(), match.end(), " "


def _brackets(text: str, language: str) -> Iterator[Change]:
    # [[...]] is espeak-ng's way to be given phonemes.
    for match in _BRACKET.finditer(text):
        yield match.start(), match.end(), "[ "


RULES = (
    Rule("invisible", _invisible, languages=(), verbatim=True),
    Rule("space", _space, languages=(), verbatim=True),
    Rule("phoneme brackets", _brackets, languages=(), verbatim=True),
)
