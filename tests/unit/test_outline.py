"""The outline, for programs and for people."""

from __future__ import annotations

import json

from content.assemble import assemble
from content.model import Block, HistoryEntry, Person, Skipped, Trust
from content.outline import outline, outline_text

TRUST = Trust(
    published="2020-02-17",
    updated="2021-11-26",
    fact_checked=True,
    authors=("Oliver Hart", "Jane Doe"),
    reviewed_by=(Person("Priya Raman", "MBBS", "Neurology"),),
    history=(HistoryEntry("2021-11-26", "Sources renewed", current=True),),
)
ARTICLE = assemble(
    [
        Block("heading", "Tension headache", level=1),
        Block("paragraph", "A band."),
        Block("heading", "Causes", level=2),
        Block("paragraph", "Nobody knows exactly why."),
        Block("heading", "Triggers", level=3),
        Block("paragraph", "Sleep."),
    ],
    source="headache.md",
    text="",
    language="en",
    trust=TRUST,
    skipped=[
        Skipped("promotion", "Sign up for our newsletter and get health tips in your inbox", 1),
        Skipped("share", "Share this", 2),
        Skipped("promotion", "Buy now", 3),
    ],
)


def test_outline_is_plain_data() -> None:
    found = json.loads(json.dumps(outline(ARTICLE)))

    assert found["title"] == "Tension headache"
    assert found["sections"] == [
        {"title": "Causes", "level": 2, "words": 4, "start": 0},
        {"title": "Triggers", "level": 3, "words": 1, "start": 0},
    ]
    assert found["trust"]["reviewed_by"] == [
        {"name": "Priya Raman", "credentials": "MBBS", "role": "Neurology"}
    ]
    assert found["trust"]["next_review"] is None
    assert found["trust"]["history"][0]["current"] is True
    assert [piece["kind"] for piece in found["skipped"]] == ["promotion", "share", "promotion"]


def test_outline_reads_as_lines() -> None:
    assert list(outline_text(ARTICLE)) == [
        "Tension headache",
        "1. Causes, 4 words",
        "  2. Triggers, 1 word",
        "Written by Oliver Hart and Jane Doe.",
        "Reviewed by Priya Raman, MBBS, Neurology.",
        "Fact-checked.",
        "Published on 2020-02-17.",
        "Updated on 2021-11-26.",
        "  2021-11-26: Sources renewed, the current version",
        "2 promotions skipped:",
        "  Sign up for our newsletter and get health …",
        "  Buy now",
        "1 share bar skipped:",
        "  Share this",
    ]


def test_article_without_sections_says_so() -> None:
    article = assemble([Block("paragraph", "A.")], source="a", text="", language="en")

    assert list(outline_text(article)) == ["a", "This article has no sections."]
