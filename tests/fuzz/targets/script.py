"""Fuzz target: whatever is written and whatever is chosen, nothing of it is lost in the script."""

from __future__ import annotations

import random
from typing import get_args, get_type_hints

from content.asked import asked_for
from content.errors import IntoneError
from content.formats import Document, load
from content.model import Position
from content.script import Script
from content.settings import ScriptSettings
from content.text import clean
from tests.support.pieces import check_whole

_CHOICES = {
    name: get_args(hint)
    for name, hint in get_type_hints(ScriptSettings).items()
    if name != "dictionary"
}
_WORDS = [
    *("word", "Rest.", "IUD", "5 mg", "20–40 %", "1.500,50 €", "17.02.2020", "8h30", "3. Mai"),
    *("[1]", "[3–5]", "(Bell et al., 2019)", "pain.¹²", "†", "※", "→", "&", "“so”", "½", "≥ 5"),
    *("[^1]", "`code`", "[[x]]", "\u200b", "😂", "日本語", "$x^2$", "z. B.", "n.º 5", "1er"),
    *("<b lang=fr>un deux trois</b>", "120/80", "1 500", "+49 30 123456", "www.nhs.uk", "[", "("),
]
_LINES = [
    *("# {}", "## {}", "### {}", "- {}", "  - {}", "1. {}", "2. {}", "> {}", "> > {}", "{}"),
    *("    {}", "![{}](a.png)", "[^1]: {}", "| {} | b |", "```python\n{}\n```", "***", ""),
    "| a | b |\n|---|---|\n| {} | 5 |\n",
]


def generate(random: random.Random) -> bytes:
    """Return a Markdown document of headings, lists, tables, notes, code and hostile pieces."""
    lines = ["---", f"lang: {random.choice(['en', 'de', 'fr', 'es', 'cs', 'ja'])}", "---", ""]
    for _ in range(random.randrange(1, 20)):
        words = " ".join(random.choices(_WORDS, k=random.randrange(0, 12)))
        lines.append(random.choice(_LINES).format(words))
        if random.random() < 0.4:
            lines.append("")
    text = "\n".join(lines)
    if random.random() < 0.2:
        at = random.randrange(len(text))  # anywhere, also in the middle of what means something
        text = text[:at] + chr(random.randrange(1, 0x3000)) + text[at + random.randrange(4) :]
    return text.encode()


def check(data: bytes) -> None:
    """Load the document and say it in ways that its bytes choose."""
    try:
        article = load(Document(data, "fuzz.md", "fuzz.md")).article
    except IntoneError:
        return
    choose = random.Random(data)
    for _ in range(2):
        chosen = {name: choose.choice(values) for name, values in _CHOICES.items()}
        settings = ScriptSettings(**chosen)
        check_whole(article, settings)
        script = Script(article, settings)
        assert all(clean(utterance.text) == utterance.text for utterance in script)
        place = script.at(Position(choose.randrange(len(article.blocks) + 1)))
        if place is not None:
            asked_for(script, place, choose.randrange(100))
