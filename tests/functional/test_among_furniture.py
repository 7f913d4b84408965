"""Real articles with furniture put between their paragraphs: no line of theirs is skipped."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from content import plain
from content.text import clean

HEALTH = sorted(
    (Path(__file__).parents[2].parent / "shared" / "corpora" / "health").glob("*.pasted.txt")
)
ABOVE = (
    "Skip to main content\nMenu\nSearch\nLog in",
    "Home / Health / Conditions",
    "Health Library\nHealth Library",
)
BETWEEN = (
    "ADVERTISEMENT",
    "Continue reading below",
    "Was this helpful?\nYes\nNo",
    "Share on Pinterest",
    "Image credit: Jane Roe/Stockpix",
    "Related: Seven ways to relax",
    "Share this article\nFacebook\nTwitter\nEmail",
    "Sign up for our newsletter\nHealth tips in your inbox.\nEnter your email\nWe never sell data.",
    "Read this next\n\nHow to sleep better at night\n\nA guide to eating well in winter",
    "Let's talk sleep\n\nDiscuss everything from insomnia to dreams with people like you",
    "Track your symptoms\n\nLog your mood and get personalised insights daily\n\nTry Luma today",
    "Your health\n\nOur Health Assistant will look at your symptoms and help guide you.\n\n"
    "Learn more with Luma",
)
BELOW = (
    "Share this article",
    "Read this next\nMigraine or not?\nWhat causes hiccups?",
    "About us\nContact us\nPrivacy policy\n© 2023 Luma Ltd. All rights reserved.",
    "3 comments\n\nJane Roe\nMarch 3, 2023 at 4:12 pm\nThis helped me, thank you.\nReply",
)


def _lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


@pytest.mark.skipif(not HEALTH, reason="the corpora are not at ../shared/corpora")
@pytest.mark.parametrize("seed", range(4))
def test_no_line_of_an_article_is_skipped(seed: int) -> None:
    chance = random.Random(seed)
    lost: list[str] = []
    found = furniture = 0
    for path in HEALTH:
        text = clean(path.read_text("utf-8"))
        paragraphs = text.split("\n\n")
        boxes = chance.sample(BETWEEN, 3)
        for box in boxes:
            sentence = [paragraph.rstrip().endswith(".") for paragraph in paragraphs]
            ends = [
                at
                for at in range(3, len(paragraphs))
                if sentence[at - 1] and (sentence[at] or not box.startswith("Read this"))
            ]
            if ends:
                paragraphs.insert(chance.choice(ends), box)
        page = [chance.choice(ABOVE), *paragraphs, chance.choice(BELOW)]
        article = plain.load("\n\n".join(page), path.name, "en")
        skipped = {line for piece in article.skipped for line in _lines(piece.text)}
        lost += skipped.intersection(_lines(text))
        put_in = [line for box in boxes if box in page for line in _lines(box)]
        furniture += len(put_in)
        found += len(skipped.intersection(put_in))
    assert lost == []
    assert found / furniture >= 0.9
