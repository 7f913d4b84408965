"""Sentences of what the rules of speaking look for, in any language, kind and setting."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from random import Random
from typing import Any, get_args, get_type_hints

from content.model import Article, Block
from content.script import Script, ScriptSettings
from content.text import clean, clean_line
from tests.fuzz.invariants import check_article

_LANGUAGES = ("en", "en-GB", "en-US", "de", "fr-CA", "es", "ar", "zh-Hans", "", "x-klingon")
_KINDS = ("paragraph", "heading", "item", "quote", "trust", "note", "code", "figure", "caption")
_WORDS = (
    "Dr.", "St.", "No.", "Fig", "e.g.", "etc.", "et al.", "vs", "MD", "IUD", "STIs", "AIDS", "IV",
    "Chapter", "Henry", "VIII", "stage", "IIIA", "May", "Sept.", "Mon", "Fri", "on", "between",
    "the", "mg", "mL", "mg/kg/day", "°C", "mmHg", "st", "lb", "in", "ft", "bpm", "x", "×", "%",
    "a.m.", "pm", "$", "£", "€", "USD", "million", "bn", "call", "text", "to", "www.", "nhs.uk",
    "https://", "@", "Oak", "Rd.", "MD 20850", "TX", "q.i.d.", "BID", "PRN",
    "irritable bowel syndrome (IBS)",
    "IBS", "I", "WHAT", "HELPS", "N O T E", "[1]", "[[", "]]", "½", "10⁶", "CO₂", "≥", "±",
    "~", "<",
    "=", "😂", "😂😂", "🇫🇷", "👩\u200d⚕️", "\u200b", "\u00ad", "\u00a0", "\u202f", "é",
    "日本", "می\u200cخواهم", "COâ‚‚", "z. B.", "n°", "1er", "===", "—", "…", "|", "·", "#",
    "\t", "\n", "word", "Straße",
)  # fmt: skip
_NUMBERS = (
    "0", "1", "2", "05", "11", "20", "100", "116", "250", "800", "911", "1066", "1155", "1984",
    "2012", "13000", "0.5", ".25", "2.50", "1,500", "10 000", "20850", "5551234567", "1" * 40,
    "8005550199", "1/2", "3/17", "120/80", "24/7", "7/10", "3:1", "9:05", "14:00", "1:02:03",
    "2021-11-26", "26/11/2021", "1-800-555-0199", "555-0199", "1st", "2th", "1990s", "'80s", "30's",
    "10^9",
    "-2",
)  # fmt: skip
_MARKS = (
    " ",
    " ",
    " ",
    " ",
    "",
    "-",
    "–",
    " – ",
    "/",
    ".",
    ". ",
    ", ",
    ": ",
    "(",
    ") ",
    "’s ",
    "\n",
)
_CHOICES = {
    name: get_args(hint)
    for name, hint in get_type_hints(ScriptSettings).items()
    if get_args(hint) and all(isinstance(choice, str) for choice in get_args(hint))
}


def generate(random: Random) -> bytes:
    """Return a few texts, with the language, the kinds and the settings they are said in."""
    texts = []
    for _ in range(random.randint(1, 4)):
        parts = []
        for _ in range(random.randint(0, 25)):
            chance = random.random()
            if chance < 0.45:
                parts.append(random.choice(_WORDS))
            elif chance < 0.8:
                parts.append(random.choice(_NUMBERS))
            elif chance < 0.9:
                parts.append("".join(random.choices("0123456789.,", k=random.randint(1, 6))))
            else:
                parts.append(
                    chr(random.choice((random.randrange(0x250), random.randrange(0x11000))))
                )
            parts.append(random.choice(_MARKS))
        texts.append([random.choice(_KINDS), "".join(parts) * random.choice((1, 1, 1, 1, 20))])
    settings = {name: random.choice(choices) for name, choices in _CHOICES.items()}
    made = {"language": random.choice(_LANGUAGES), "texts": texts, "settings": settings}
    return json.dumps(made).encode()


def check(data: bytes) -> None:
    """Check that all of each text is said or passed over, and that no voice is given commands."""
    made: dict[str, Any] = json.loads(data)
    known = {field.name for field in fields(ScriptSettings)}
    settings = {name: choice for name, choice in made["settings"].items() if name in known}
    blocks = tuple(Block(kind, clean(text)) for kind, text in made["texts"])
    article = Article("Title", clean_line(made["language"]), "-", blocks)
    check_article(article)
    for utterance in Script(article, ScriptSettings(**settings)):
        text = article.blocks[utterance.block].text
        at = utterance.start
        for piece in utterance.pieces:
            assert piece.start == at <= piece.end <= len(text), piece
            at = piece.end
        assert "[[" not in utterance.text
        assert not re.search("[\x00-\x1f\x7f-\x9f]", utterance.text)
