"""What an article is: who vouches for it, said in sentences and shown in a menu."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from content.markdown import load
from content.model import Article, HistoryEntry, Person, Trust
from content.opening import open_article
from content.trust_sentences import NOTHING_KNOWN, facts, summary
from tests.support.articles import article
from tests.support.screens import app_of, rows_of, said
from tui.menu_screen import MenuScreen

CASES = json.loads((Path(__file__).parent / "data" / "trust_sentences.json").read_text("utf-8"))
TODAY = date(2024, 3, 15)
CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
REAL = [*CORPORA.glob("pasted/*.txt"), *sorted(CORPORA.glob("health/*.md"))[::6]]
MADE = article("# Title", "Opening words.", "## One", "Under one.", source="-")


def trust_of(written: dict[str, Any]) -> Trust:
    made = {name: tuple(value) if isinstance(value, list) else value
            for name, value in written.items()}  # fmt: skip
    made["reviewed_by"] = tuple(Person(**person) for person in made.get("reviewed_by", ()))
    made["history"] = tuple(HistoryEntry(**entry) for entry in made.get("history", ()))
    return Trust(**made)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["about"])
def test_who_vouches_for_it_is_said_what_matters_most_first(case: dict[str, Any]) -> None:
    trust = trust_of(case["trust"])
    assert summary(trust, TODAY) == case["summary"]
    told = facts(replace(MADE, trust=trust), TODAY, 6)
    assert told[:-3] == case["facts"]


@pytest.mark.parametrize(
    "source",
    [
        "---\ntitle: Sleep\nauthor: Jane Doe, MD\n---\n\n# Sleep\n\nWords here.\n",
        "# Sleep\n\nWritten by Jane Doe, MD\n\nWords here, and more of them.\n",
    ],
)
def test_the_credentials_of_who_wrote_it_are_told(source: str) -> None:
    trust = load(source, "a.md").trust
    assert trust.authors == ("Jane Doe",)
    assert summary(trust, TODAY).startswith("Written by Jane Doe, MD;")


def test_what_is_known_in_any_case() -> None:
    assert facts(MADE, TODAY, 6) == ["From standard input.", "In English.", "6 words in 1 section."]


@pytest.mark.skipif(not REAL, reason="the corpora are not at ../shared/corpora")
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_real_articles_have_sentences_fit_to_be_spoken(path: Path) -> None:
    made: Article = open_article(str(path))
    told = [summary(made.trust, TODAY), *facts(made, TODAY, 500)]
    assert (told[0] == NOTHING_KNOWN) == (made.trust == Trust())
    for sentence in told:
        assert sentence[0].isupper() or sentence[0].isdigit()
        assert sentence.endswith(".")
        assert not sentence.endswith("..")
        assert not re.search(r"None|\d{4}-\d\d|, ,|; ;", sentence)
    for person in made.trust.reviewed_by:
        assert any(person.name in sentence and person.role in sentence for sentence in told[1:])


@pytest.mark.parametrize(("key", "size"), [("i", (80, 24)), ("f9", (40, 12))])
async def test_a_key_says_the_summary_and_opens_the_facts(
    tmp_path: Path, key: str, size: tuple[int, int]
) -> None:
    trust = Trust(reviewed_by=(Person("Omar Weiss", "MD"),), reviewed="2001-02-03")
    app, studio = app_of(tmp_path, replace(MADE, trust=trust))
    async with app.run_test(size=size) as pilot:
        said(studio)
        await pilot.press(key)
        await pilot.pause()
        assert isinstance(app.screen, MenuScreen)
        told = said(studio)[-1]
        assert re.match(
            r"About this article, list\. Reviewed by Omar Weiss, MD, \d\d years ago\.", told
        )
        await pilot.press("down", "down")
        await pilot.pause()
        assert said(studio)[-1].startswith("Reviewed on 3 February 2001, ")
        assert any("> Reviewed on 3 February" in row for row in rows_of(app))
        await pilot.press("end")
        await pilot.pause()
        assert said(studio)[-1].startswith("Less than a minute left at 180 words a minute.")
        await pilot.press(key)
        await pilot.pause()
        assert not isinstance(app.screen, MenuScreen)
