"""Saying a word otherwise, and why it is said as it is, by keys through Textual's pilot."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from content.dictionary import add, dictionary_for, entries
from content.library import Library
from content.markdown import load
from content.model import Pronunciation
from tests.support import screens
from tests.support.articles import article
from tests.support.screens import rows_of, said
from tests.support.studio import Studio
from tui.app import IntoneApp
from tui.delivery import kept
from tui.menu_screen import MenuScreen
from tui.session import Session
from voices.messages import Announce, Speak

MADE = article("# Title", "Nausea, or pain of 20–40 days. More of it here.")
SIZES = [(80, 24), (40, 12)]


def app_of(folder: Path, *words: Pronunciation) -> tuple[IntoneApp, Studio]:
    add(Library(folder), words)
    return screens.app_of(folder, MADE)


async def open_form(pilot: Pilot[None], *before: str) -> None:
    """Go to the paragraph of the article and open the form on its first word."""
    await pilot.press("tab", "down", "escape", *before, "c")
    await pilot.pause()
    assert isinstance(pilot.app.screen, MenuScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_the_form_is_shown_and_said_and_the_cursor_is_in_it(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=size) as pilot:
        await open_form(pilot)
        assert said(studio)[-1] == (
            "Say otherwise: Nausea, form. Said as: empty, edit, 2 of 8. Type how it is said, then "
            "go down to hear it and to keep it."
        )
        rows = rows_of(app)
        assert rows[0] == "Say otherwise: Nausea"
        first = rows.index("  Written: Nausea, edit")
        assert rows[first + 1 : first + 5] == [
            "> Said as: empty, edit", "  Hear it", "  Keep it", "  Given as: text",
        ]  # fmt: skip
        assert app.cursor_position == (0, first + 1)
        await pilot.press("a", "b")
        await pilot.pause()
        assert rows_of(app)[:2] == ["Said as", "ab"]
        assert app.cursor_position == (2, 1)
        await pilot.press("left")
        await pilot.pause()
        assert app.cursor_position == (1, 1)
        await pilot.press("end")
        await pilot.pause()
        assert app.cursor_position == (2, 1)
        await pilot.press("down")
        await pilot.pause()
        assert said(studio)[-1] == "Hear it, 3 of 8"
        assert app.cursor_position == (0, first + 2)
        assert "  Said as: ab, edit" in rows_of(app)
        await pilot.press("up", "enter", "up")
        await pilot.pause()
        assert said(studio)[-1] == "Written: Nausea, edit, 1 of 8"


async def test_what_is_typed_and_deleted_is_said(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_form(pilot)
        said(studio)
        await pilot.press("a", "B", "space", "comma", "ɔ", "backspace", "left", "home", "delete")
        await pilot.press("enter")
        await pilot.pause()
        assert said(studio) == [
            "a", "capital B", "aB", "comma", "open o", "open o, deleted", "comma", "a",
            "a, deleted", "Said as: B ,, edit",
        ]  # fmt: skip


async def test_escape_in_a_field_leaves_it_as_it_was(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_form(pilot)
        await pilot.press(*"sick", "escape")
        await pilot.pause()
        assert said(studio)[-1] == "Said as: empty, edit, 2 of 8"
        assert isinstance(app.screen, MenuScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_a_kept_word_is_said_so_from_the_same_place_on(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=size) as pilot:
        await open_form(pilot)
        await pilot.press(*"sick", "down", "down", "enter")
        await pilot.pause()
        assert not isinstance(app.screen, MenuScreen)
        assert said(studio)[-1] == "Kept. Nausea: sick, in this article."
        await pilot.press("space")
        (spoken, *_) = [each for each in studio.requests if isinstance(each, Speak)]
        assert spoken.text.startswith("sick, or pain")
    assert [each.spoken for each in dictionary_for(Library(tmp_path), MADE)] == ["sick"]


async def test_reading_goes_on_at_its_word_when_it_was_playing(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "down", "escape", "space")
        studio.play(1.0)
        await pilot.pause()
        before = app.session.narrator.position
        await pilot.press("c", *"ache", "down", "down", "enter")
        await pilot.pause()
        assert app.session.narrator.playing
        assert app.session.narrator.position == before
        assert before.offset > 0


async def test_phonemes_are_heard_before_they_are_kept(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_form(pilot)
        await pilot.press(*"ˈnɔːziə", "down", "down", "down", "right", "up", "up", "enter")
        heard = [each for each in studio.requests if isinstance(each, Announce)][-1]
        assert (heard.text, heard.phonemes) == ("Nausea", ((0, 6, "ˈnɔːziə"),))
        assert dictionary_for(app.session.library, MADE) == ()
        await pilot.press("down", "down", "down", "right", "down", "space", "down", "enter")
        assert said(studio)[-3:] == [
            "For: every text in this language, en", "Where: parts of words too",
            "Capitals: must be the same",
        ] or said(studio) == []  # fmt: skip
        await pilot.press("home", "down", "down", "down", "enter")
        await pilot.pause()
        assert dictionary_for(app.session.library, MADE) == (
            Pronunciation("Nausea", "ˈnɔːziə", "ipa", "en", False, True),
        )


@pytest.mark.parametrize("size", SIZES)
async def test_what_cannot_be_said_is_told_and_the_form_stays(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=size) as pilot:
        await open_form(pilot)
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        sentence = "It is missing how Nausea is to be said; give words or phonemes."
        assert said(studio)[-1] == sentence
        assert sentence in " ".join(" ".join(rows_of(app)).split())
        assert isinstance(app.screen, MenuScreen)
        assert app.cursor_position[1] < size[1]


async def test_escape_leaves_all_as_it_was(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_form(pilot)
        await pilot.press(*"sick", "enter", "escape")
        await pilot.pause()
        assert not isinstance(app.screen, MenuScreen)
        assert said(studio)[-1] == "Back to the article."
        assert entries(app.session.library) == []


async def test_ctrl_c_leaves_from_a_field(tmp_path: Path) -> None:
    app, _ = app_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_form(pilot)
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert app._exit


async def test_the_dictionary_is_listed_heard_and_an_entry_deleted(tmp_path: Path) -> None:
    words = [Pronunciation("pain", "ache"), Pronunciation("[/]", "x\u0301", "", "en")]
    app, studio = app_of(tmp_path, *words)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("C")
        await pilot.pause()
        assert isinstance(app.screen, MenuScreen)
        assert ", 1 of 2. Enter says it" in said(studio)[-1]
        await pilot.press("down", "enter")
        assert said(studio)[-2:] == ["pain: ache, in every article, 2 of 2", "ache"]
        await pilot.press("delete", "up", "delete")
        assert len(entries(app.session.library)) == 2, "not at once, nor after another key"
        await pilot.press("down", "delete", "delete")
        assert said(studio)[-1].startswith("Deleted: pain. [/]: ")
        assert [entry.said.written for entry in entries(app.session.library)] == ["[/]"]
        await pilot.press("delete", "delete")
        assert said(studio)[-1].startswith("Deleted: [/]. There is no word")
        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(app.screen, MenuScreen)


async def test_why_is_said_and_shown(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path, Pronunciation("pain", "ache"))
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("tab", "down", "escape", "y")
        await pilot.pause()
        assert said(studio)[-1] == "Written: Nausea. Said as it is written."
        narrator = app.session.narrator
        for written, expected in (
            ("20", "Written: 20–40. Said: 20 to 40. Rule: range, the dash between two numbers is "
             "said as to."),
            ("pain", "Written: pain. Said: ache. Rule: dictionary, your dictionary says how this "
             "is said."),
        ):  # fmt: skip
            block = narrator.position.block
            offset = MADE.blocks[block].text.index(written)
            narrator.move(narrator.script.at(type(narrator.position)(block, offset)), offset)
            await pilot.press("y")
            await pilot.pause()
            assert said(studio)[-1] == expected
            assert expected in " ".join(" ".join(rows_of(app)).split())
            assert app.session.messages[-1] == expected


def test_an_article_with_other_blocks_keeps_its_dictionary(tmp_path: Path) -> None:
    library = Library(tmp_path)
    add(library, [Pronunciation("pain", "ache")])
    session = Session(MADE, Studio(), library, kept(library))
    session.read(MADE, session.narrator.position)
    assert [said.written for said in session.narrator.script.settings.dictionary] == ["pain"]


async def test_while_a_word_is_announced_it_is_the_one_at_the_place(tmp_path: Path) -> None:
    studio, library = Studio(), Library(tmp_path)
    made = load("# Title\n\n| Drug | Dose |\n|---|---|\n| Zolpidem | 5 mg |\n", "a.md")
    app = IntoneApp(Session(made, studio, library, kept(library)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "down", "escape", "y")
        assert said(studio)[-1] == "Written: Drug. Said as it is written."
        await pilot.press("c")
        await pilot.pause()
        assert said(studio)[-1].startswith("Say otherwise: Drug, form. Said as: empty, edit")
