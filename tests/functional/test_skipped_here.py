"""What was skipped, told where it stood: by a key that says it, and while reading."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from content.library import Library
from content.model import Article, Position, Skipped, SkippedKind
from content.script import Script, ScriptSettings
from content.why import occurrences, sentences_of
from content.words import CATALOGUES
from tests.support.articles import article
from tests.support.screens import app_of, said
from tests.support.studio import Studio
from tui.commands import COMMANDS
from tui.delivery import kept
from tui.putting_back import keep_kind, put_back
from tui.session import Session

MADE = replace(
    article("# Title", "Opening words.", "## One", "Under one.", "## Two", "Under two."),
    skipped=(
        Skipped("promotion", "Try our app\nIt is [free]", 2),
        Skipped("share", "Share this", 4),
        Skipped("promotion", "Buy now", 4),
    ),
)


@pytest.fixture
def desk(tmp_path: Path) -> tuple[Session, Studio]:
    studio, library = Studio(), Library(tmp_path)
    session = Session(MADE, studio, library, kept(library))
    studio.listener = session.handle
    studio.requests.clear()
    return session, studio


def hear(session: Session, studio: Studio) -> list[str]:
    next(command for command in COMMANDS if command.id == "skipped.hear").run(session)
    return said(studio)


def test_a_key_says_the_nearest_piece_before_the_place_and_then_earlier_ones(
    desk: tuple[Session, Studio],
) -> None:
    session, studio = desk
    assert hear(session, studio) == ["Nothing was skipped before here."]
    session.change(lambda narrator: narrator.move_to(Position(5)))
    said(studio)
    assert hear(session, studio) == ["Promotion, before section 2:", "Buy now."]
    assert hear(session, studio) == ["Share bar, before section 2:", "Share this."]
    first = ["Promotion, before section 1:", "Try our app. It is [free]."]
    assert hear(session, studio) == first
    assert session.messages[-1] == "Promotion, before section 1: Try our app. It is [free]."
    assert hear(session, studio) == ["Nothing was skipped before that."]
    session.change(lambda narrator: narrator.move_to(Position(3)))
    said(studio)
    assert hear(session, studio) == first, "elsewhere it begins with the nearest again"


def test_what_is_read_again_was_not_left_out(desk: tuple[Session, Studio]) -> None:
    session, studio = desk
    session.change(lambda narrator: narrator.move_to(Position(5)))
    put_back(session, 2)
    said(studio)
    assert hear(session, studio) == ["Share bar, in section 1:", "Share this."]
    keep_kind(session, 1)
    put_back(session, 0)
    said(studio)
    assert hear(session, studio) == ["Nothing was skipped."]


def test_reading_goes_on_at_the_word_after_it(desk: tuple[Session, Studio]) -> None:
    session, studio = desk
    session.change(lambda narrator: narrator.move_to(Position(5)))
    session.narrator.play()
    studio.play(0.4)
    before = session.narrator.position
    hear(session, studio)
    studio.play(5)
    assert studio.words()[-1] == "two."
    assert before < session.narrator.position


async def test_the_list_opens_at_the_piece_nearest_before_the_place(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path, MADE)
    async with app.run_test(size=(80, 24)) as pilot:
        app.session.change(lambda narrator: narrator.move_to(Position(5)))
        await pilot.press("x")
        await pilot.pause()
        assert "Promotion: Buy now (before section 2, 2 words), 3 of 3" in said(studio)[-1]
        await pilot.press("g")
        await pilot.pause()
        assert app.session.article.blocks[app.session.narrator.position.block].text == "Buy now"
        said(studio)
        await pilot.press("X")
        await pilot.pause()
        assert said(studio) == ["Share bar, in section 1:", "Share this."]


def with_skipped(language: str, *kinds: SkippedKind) -> Article:
    pieces = tuple(Skipped(kind, "Words", 1) for kind in kinds)
    return replace(article("Before.", "After."), skipped=pieces, language=language)


@pytest.mark.parametrize(
    ("language", "kinds", "heard"),
    [
        ("en", ("promotion", "promotion"), "2 promotions skipped: After."),
        ("en", ("comments",), "1 reader's comment skipped: After."),
        ("en", ("promotion", "share"), "2 pieces skipped: After."),
        ("en", ("promotion", "missing"), "1 promotion skipped: After."),
        ("en", ("missing",), "After."),
        ("de", ("cookies", "cookies"), "2 Cookie-Hinweise übersprungen: After."),
        ("fr", ("promotion",), "1 publicité sautée: After."),
        ("es", ("related", "related"), "2 listas de enlaces omitidas: After."),
    ],
)
def test_while_reading_it_is_said_what_was_skipped(
    language: str, kinds: tuple[SkippedKind, ...], heard: str
) -> None:
    made = with_skipped(language, *kinds)
    (said,) = Script(made, ScriptSettings(structure="most")).block(1)
    assert said.text == heard
    (less,) = Script(made, ScriptSettings(structure="some")).block(1)
    assert less.text == "After."


def test_why_it_is_said_is_told() -> None:
    script = Script(with_skipped("en", "promotion"), ScriptSettings(structure="most"))
    (reason,) = occurrences(script, "After")
    assert sentences_of(reason) == (
        "Written: After. Said: 1 promotion skipped: After. "
        "Rule: skipped, what was skipped before it is told, as you have set it."
    )


def test_every_language_has_words_for_every_kind() -> None:
    names = {name for name in CATALOGUES["en"] if name.startswith("skipped ")}
    assert len(names) == 10
    for catalogue in CATALOGUES.values():
        assert names <= catalogue.keys()
