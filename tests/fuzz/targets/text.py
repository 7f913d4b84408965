"""Plain text: lines as pages are pasted, wrapped or not, and such with pieces changed."""

from __future__ import annotations

import random as randomness

from content.decode import decode_as
from content.errors import IntoneError
from content.formats import Document, load
from tests.fuzz.invariants import check_article
from tests.fuzz.targets.markdown import check_runs

_LINES = (
    "What is a cold?", "A cold is an illness that most people have had more than once.", "Causes",
    "Reviewed by Jane Doe, MD on 12 May 2024", "Medically reviewed by", "HISTORY OF UPDATES",
    "Share this page", "Accept all cookies", "Read this next", "Sign up to our newsletter",
    "\u2022 item", "\u2022", "1. one", "2. two", "----", "Symptoms include:", "a sore throat",
    "Contents", "Menu", "Yes", "No", "Was this helpful?", "[1] A source. 2020.", "See a GP if:",
    "a\tb\tc", "- item", "====", "Do", "Don't", "", "", "",
)  # fmt: skip
_PIECES = (
    "\x1b[31m",
    "\u202e",
    "\u00a0",
    "\x00",
    "[[x]]",
    "e\u0301",
    "\u3042",
    ".",
    ":",
    "  ",
    "*",
)


def generate(random: randomness.Random) -> bytes:
    """Return a text."""
    lines = []
    for _ in range(random.randrange(1, 40)):
        line = random.choice(("", "", "  ")) + random.choice(_LINES)
        if random.random() < 0.2:
            line += random.choice(_PIECES)
        if random.random() < 0.1:
            line = " ".join([line] * random.randrange(2, 30))
        lines.append(line)
    text = random.choice(("\n", "\n", "\r\n", "\n\n")).join(lines)
    if random.random() < 0.05:
        text += random.choice(_LINES + _PIECES) * random.randrange(2, 500)
    return text.encode(random.choice(("utf-8", "utf-8", "utf-16", "cp1252")), "replace")


def check(data: bytes) -> None:
    """Load a text and check the article, and that its runs stand in the source."""
    try:
        article = load(Document(data, "a.txt", "a.txt"), "text").article
    except IntoneError:
        return
    check_article(article)
    check_runs(article, decode_as(data, "a.txt").text)
