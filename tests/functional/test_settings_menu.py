"""The menu of all settings, on the screen, driven by keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from content.assemble import assemble
from content.model import Article, Block, Skipped
from tests.support import screens
from tests.support.articles import article
from tests.support.conversation import Conversation
from tests.support.screens import rows_of, said
from tests.support.studio import Studio
from tui.all_settings import GROUPS, SETTINGS
from tui.app import IntoneApp
from tui.settings_file import SettingsFile
from tui.settings_menu import settings_menu
from voices import listing
from voices.contract import VoiceInfo
from voices.listing import DeviceInfo

MADE = article("# Title", "First here.", "- Rest", "- Eat")
WITH_PROMOTION = assemble(
    [Block("heading", "Title", level=1), Block("paragraph", "One."), Block("paragraph", "Two.")],
    source="promoted.md", text="Title One. Buy it. Two.", language="en",
    skipped=[Skipped("promotion", "Buy it.", 2, 11)],
)  # fmt: skip
SIZES = [(80, 24), (40, 12)]


def app_of(folder: Path, made: Article = MADE) -> tuple[IntoneApp, Studio]:
    return screens.app_of(folder, made, choices=SettingsFile(folder / "settings.toml"))


def steps_to(app: IntoneApp, title: str) -> list[str]:
    """Return the keys that go from the top to the row that begins with ``title``."""
    rows = settings_menu(app.session).rows()
    (at,) = [index for index, row in enumerate(rows) if row.text.startswith(title)]
    return ["home", *["down"] * at]


@pytest.mark.parametrize("size", SIZES)
async def test_each_setting_is_shown_said_changed_at_once_and_kept(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.press("S")
        await pilot.pause()
        rows = len(GROUPS) + len(SETTINGS) + 2
        (begun,) = said(studio)
        assert begun.startswith(f"Settings, form. Voice, 8 settings, 1 of {rows}. Right and left")
        assert rows_of(app)[0].startswith("Settings")
        await pilot.press("down", "right", "right", "left")
        assert said(studio) == [
            f"Pace: 180 words a minute, 2 of {rows}", "Pace: 190 words a minute",
            "Pace: 200 words a minute", "Pace: 190 words a minute",
        ]  # fmt: skip
        await pilot.pause()
        (marked,) = [y for y, row in enumerate(rows_of(app)) if row.startswith(">")]
        assert rows_of(app)[marked] == "> Pace: 190 words a minute"
        assert app.cursor_position == (0, marked)
        assert app.session.narrator.pace == 190
        await pilot.press(*steps_to(app, "Announcements:"), "right")
        await pilot.press(*steps_to(app, "Structure:"), "right")
        assert said(studio)[-1] == "Structure: most"
        await pilot.press("question_mark")
        assert said(studio) == [SETTINGS["structure"].help]
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert said(studio) == ["Back to the article."]
        assert app.screen is app.screen_stack[0]
    text = (tmp_path / "settings.toml").read_text()
    assert text.splitlines()[1:] == ["pace = 190", "over = true", 'structure = "most"']
    app, _ = app_of(tmp_path)
    assert app.session.narrator.delivery.over
    assert app.session.narrator.script.settings.structure == "most"


@pytest.mark.parametrize("size", SIZES)
async def test_a_number_is_typed_and_a_wrong_one_gets_a_sentence(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.press("S", "down")
        said(studio)
        await pilot.press("enter")
        await pilot.pause()
        assert said(studio) == ["Pace, a whole number from 60 to 900: 180, edit"]
        await pilot.press("escape", "5", "enter")
        await pilot.pause()
        assert said(studio)[-1] == "Pace must be from 60 to 900, not 5."
        assert "from 60 to 900, not 5." in " ".join(" ".join(rows_of(app)).split())
        await pilot.press("x", "enter")
        await pilot.pause()
        assert said(studio)[-1] == "Pace must be a whole number from 60 to 900, not 5x."
        await pilot.press("backspace", "0", "0", "enter")
        await pilot.pause()
        assert said(studio)[-1] == "Pace: 500 words a minute"
        assert app.session.narrator.pace == 500
    assert SettingsFile(tmp_path / "settings.toml").setting("pace") == "500"


async def test_a_row_and_everything_can_be_reset(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text(
        '# Mine.\npace = 300\nvolume = 50\nnumbers = "digits"\nvoices.fr = "piper"\ncolour = 1\n'
    )
    app, studio = app_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("S", "down", "delete")
        assert said(studio)[-1] == "Pace: 180 words a minute, reset"
        assert app.session.narrator.pace == 180
        assert "pace" not in (tmp_path / "settings.toml").read_text()
        await pilot.press("end", "enter")
        assert said(studio)[-1] == ("Once more to give every setting its default.")
        await pilot.press("up")
        assert "settings.toml" in said(studio)[-1]
        await pilot.press("down", "enter")
        assert app.session.narrator.delivery.volume == 50, "asked twice in a row"
        await pilot.press("enter")
        assert said(studio)[-1] == "Everything is reset."
        assert app.session.narrator.delivery.volume == 100
        assert app.session.narrator.delivery.voices == {}
        assert app.session.narrator.script.settings.numbers == "words"
    assert (tmp_path / "settings.toml").read_text() == "# Mine.\ncolour = 1\n"


async def test_groups_are_gone_through_with_right_and_left(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("S", "right", "right", "left", "left", "left")
        heard = [sentence.partition(",")[0] for sentence in said(studio)[1:]]
        titles = [group.title for group in GROUPS]
        assert heard == [titles[1], titles[2], titles[1], titles[0], titles[0]]
        await pilot.press(*["right"] * (len(GROUPS) + 1))
        assert said(studio)[-1].startswith("Kept in")


async def test_voices_and_devices_are_chosen_from_their_lists_and_lead_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [VoiceInfo("piper", "joe", ("en",))]
    monkeypatch.setattr(listing, "find_voices", lambda: (found, []))
    monkeypatch.setattr(listing, "find_devices", lambda: [DeviceInfo("Speakers", True)])
    app, studio = app_of(tmp_path)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("space")
        await pilot.press("S", *steps_to(app, "Voice:"))
        await pilot.press("enter")
        while not (heard := said(studio)) or "Voices for English" not in heard[-1]:
            await pilot.pause(0.01)
        await pilot.press("end", "enter")
        await pilot.pause()
        assert said(studio)[-1] == "Voice: joe"
        assert not app.session.narrator.playing, "the settings are still open"
        assert "> Voice: piper" in rows_of(app)
        await pilot.press(*steps_to(app, "Sound device"), "enter")
        while not (heard := said(studio)) or "Sound devices" not in heard[-1]:
            await pilot.pause(0.01)
        await pilot.press("escape")
        await pilot.pause()
        assert said(studio)[-1].startswith("Sound device: the system's own choice,")
        await pilot.press("escape")
        await pilot.pause()
        assert app.session.narrator.playing
        assert app.screen is app.screen_stack[0]
    assert 'voice = "piper"' in (tmp_path / "settings.toml").read_text()


async def test_a_voice_for_a_language_is_added_changed_and_removed(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("S", *steps_to(app, "Voices by"), "enter")
        await pilot.pause()
        assert said(studio)[-1].startswith("Voices by language, list. Add a language, 1 of 1")
        await pilot.press("enter", *"de=espeak:x", "enter")
        await pilot.pause()
        assert said(studio)[-1] == "Voices by language: de, espeak:x"
        assert app.session.narrator.delivery.voices == {"de": "espeak:x"}
        await pilot.press("home", "f", "r", "enter")
        await pilot.pause()
        assert said(studio)[-1].startswith("These must be languages and their voices")
        await pilot.press("escape", "delete")
        await pilot.pause()
        assert said(studio)[-1] == "Deleted: de. Add a language, 1 of 1"
        await pilot.press("escape")
        await pilot.pause()
        assert said(studio)[-1].startswith("Voices by language: none,")
    assert app.session.narrator.delivery.voices == {}


async def test_what_is_always_read_is_in_the_article_at_once(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path, WITH_PROMOTION)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("S", *steps_to(app, "Always read"), "enter", "right")
        await pilot.pause()
        assert said(studio)[-1] == "Promotions: always read"
        assert [block.text for block in app.session.article.blocks][-2:] == ["Buy it.", "Two."]
        await pilot.press("escape")
        await pilot.pause()
        assert said(studio)[-1].startswith("Always read: promotions,")
        await pilot.press("delete")
        assert len(app.session.article.blocks) == len(WITH_PROMOTION.blocks)
    assert "keep" not in (tmp_path / "settings.toml").read_text()


async def test_reading_goes_on_at_the_word_with_what_was_set(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space")
        studio.play(1.2)
        await pilot.press("S", *steps_to(app, "Structure"), "left", "left", "escape")
        await pilot.pause()
        assert app.session.narrator.playing
        studio.events.clear()
        studio.play(20)
    assert "list," not in studio.words()
    assert studio.words()[-2:] == ["Rest", "Eat"]


def test_the_same_in_plain_mode(tmp_path: Path) -> None:
    conversation = Conversation(MADE, tmp_path, "off")
    shown = conversation.type("settings")
    assert shown[0].startswith("Settings, ")
    assert shown[1:3] == ["1. Voice, 8 settings", "10. What Intone says itself, 4 settings"]
    assert conversation.type("1")[1:4] == [
        "2. Pace: 180 words a minute", "3. Voice: espeak", "4. Voices by language: none",
    ]  # fmt: skip
    for typed, answer in (
        ("2 260", "Pace: 260 words a minute"),
        ("2 20", "Pace must be from 60 to 900, not 20."),
        ("2", "Pace, a whole number from 60 to 900? It is 260 now. Enter goes back."),
        ("300", "Pace: 300 words a minute"),
        ("2 what it is", SETTINGS["pace"].help),
        ("2 reset", "Pace: 180 words a minute, reset"),
    ):
        assert conversation.type(typed) == [answer]
    assert conversation.type("4")[-1] == "1. Add a language"
    assert conversation.type("1 de=piper") == ["Voices by language: de, piper"]
    assert conversation.type("1 delete") == ["Deleted: de. Add a language, 1 of 1"]
    assert conversation.type("") == ["Back to Settings."]
    assert conversation.type("") == ["Back to the article."]
