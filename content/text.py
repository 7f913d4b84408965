"""The one constructor through which foreign text enters Intone.

What is removed could move a terminal's cursor, run its commands, or reorder what a person
sees: C0 controls but newline and tab, DEL, C1 controls, bidirectional overrides, embeddings
and isolates, tag characters, and unpaired surrogates.
"""

from __future__ import annotations

from content.patterns import lazily

_UNSAFE = lazily(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and newline, DEL, C1
    "\u202a-\u202e\u2066-\u2069"  # bidirectional embeddings, overrides, isolates
    "\ud800-\udfff"  # surrogates that pair with nothing
    "\U000e0000-\U000e007f]"  # tag characters
)
# Whole sequences go, as "[31m" left behind would be read out; an unfinished one ends nowhere,
# so of it only the introducer goes.
_SEQUENCE = lazily(
    "(?:\x1b\\[|\x9b)[0-?]{0,64}[ -/]{0,8}[@-~]"  # CSI
    "|(?:\x1b[\\]PX^_]|[\x90\x98\x9d-\x9f])"  # OSC and its like, up to their end
    "[^\x07\x1b\n\x90-\x9f]{0,4096}(?:\x07|\x1b\\\\|\x9c)"
    "|\x1b[ -/]{1,8}[0-~]"  # character sets
)
_LINE_ENDS = lazily("\r\n?|[\x0b\x0c\u2028\u2029\x85]")
_LONGEST_NAME = 80


def clean(text: str) -> str:
    """Return ``text`` without anything that a terminal would obey.

    Line ends become newlines first, so that a lone carriage return still ends its line. Call
    it after entities are decoded: ``&#27;`` is harmless until then.
    """
    if not text.isascii() or any(end in text for end in "\r\x0b\x0c"):
        text = _LINE_ENDS.sub("\n", text)
    if "\x1b" in text or not text.isascii():
        text = _SEQUENCE.sub("", text)
    return _UNSAFE.sub("", text)


def clean_line(text: str) -> str:
    """Return ``text`` cleaned and on one line, for titles, names and messages."""
    return " ".join(clean(text).split())


def short_name(source: str) -> str:
    """Return the name of a file or page as messages say it: cleaned, its middle cut if long."""
    name = clean_line(source)
    if len(name) > _LONGEST_NAME:
        half = _LONGEST_NAME // 2
        name = f"{name[:half]} … {name[-half:]}"
    return name
