"""A session driven by its commands: what is said, where it goes, what is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from content.library import Library
from content.model import Article, Position
from content.settings import ScriptSettings
from tests.support.articles import article
from tests.support.studio import Studio, loud_seconds
from tui.commands import COMMANDS, Command
from tui.mixed import written
from tui.session import Session
from tui.whereabouts import greet, status, where
from voices.messages import Announce, Configure, Lost, Problem

MADE = article(
    "# Title", "First here. Second here.", "## One", "Under one.", "### Two", "Under two.",
    "## Three", "Under three, the last.",
)  # fmt: skip


class Desk:
    """A session with a studio for its speech, and its commands by name."""

    def __init__(self, folder: Path, made: Article = MADE) -> None:
        self.studio = Studio()
        self.library = Library(folder)
        bare = ScriptSettings(structure="none")
        self.session = Session(made, self.studio, self.library, Configure("espeak", 180), bare)
        self.studio.listener = self.session.handle
        self._commands = {command.id: command for command in COMMANDS}

    def do(self, *names: str) -> None:
        for name in names:
            self._commands[name].run(self.session)

    def said(self) -> list[str]:
        """What the interface has said since last asked."""
        texts = [r.text for r in self.studio.requests if isinstance(r, Announce)]
        self.studio.requests.clear()
        return texts

    def block(self) -> int:
        return self.session.narrator.position.block


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_title_that_was_said_is_not_said_again(desk: Desk) -> None:
    greet(desk.session, "Title")
    assert desk.said() == ["3 sections, less than a minute left. Press space to read."]


def test_opening_says_title_sections_and_time(desk: Desk) -> None:
    greet(desk.session)
    assert desk.said() == [
        "Title.",
        "3 sections, less than a minute left. Press space to read.",
    ]


def test_moving_in_the_list_says_the_title(desk: Desk) -> None:
    desk.do("entry.next")
    assert desk.said() == ["One", "1 of 3, level 2, unfolded"]
    desk.do("entry.next")
    assert desk.said() == ["Two", "2 of 3, level 3"]
    desk.do("entry.last")
    assert desk.said() == ["Three", "3 of 3, level 2"]
    desk.do("entry.first")
    assert desk.said() == ["Title", "Beginning"]
    assert desk.block() == 0, "moving in the list must not move the reading"


def test_choosing_a_section_reads_from_there_and_goes_on(desk: Desk) -> None:
    desk.do("entry.next", "entry.next", "entry.read")
    desk.studio.play(30)
    assert desk.studio.words() == [
        "Two",
        "Under",
        "two.",
        "Three",
        "Under",
        "three,",
        "the",
        "last.",
    ]


def test_the_list_follows_the_reading(desk: Desk) -> None:
    desk.do("play")
    desk.studio.play(30)
    assert desk.session.list.chosen == 3


def test_the_list_waits_while_a_person_chooses(desk: Desk) -> None:
    desk.do("play", "entry.last", "entry.previous")
    desk.studio.play(6)
    assert desk.block() > 2
    assert desk.session.list.chosen == 2
    desk.do("heading.next")
    assert not desk.session.choosing


def test_an_article_read_to_its_end_is_known_to_be(desk: Desk, tmp_path: Path) -> None:
    desk.do("play")
    desk.studio.play(60)
    desk.said()
    desk.do("where")
    assert desk.said() == ["Section 3 of 3, Three. Read to the end."]
    again = Desk(tmp_path)
    assert again.session.percent() == 100
    greet(again.session)
    assert again.said()[1] == "3 sections, read to the end. Press space to read again."
    again.do("play")
    again.studio.play(1)
    assert again.studio.words()[0] == "Title"


def test_what_is_said_at_the_start_is_heard_before_reading_begins(desk: Desk) -> None:
    desk.session.report("The file is not in UTF-8.")
    desk.session.change(lambda narrator: narrator.play(after_announcements=True))
    desk.studio.play(1)
    assert desk.studio.words() == []
    desk.studio.play(30)
    assert desk.studio.words()[0] == "Title"


def test_space_silences_an_announcement_too(desk: Desk) -> None:
    desk.do("play")
    desk.studio.play(1)
    desk.do("where", "play")
    assert desk.session.state() == "paused"
    assert loud_seconds(desk.studio.play(3)) < 0.01


def test_the_end_is_said(desk: Desk) -> None:
    desk.do("play")
    desk.studio.play(60)
    assert "End of the article." in desk.said()
    assert desk.session.percent() == 100


@pytest.mark.parametrize(
    ("commands", "words"),
    [
        (["sentence.next"], "First here."),
        (["sentence.next", "sentence.next"], "Second here."),
        (["sentence.next", "sentence.next", "sentence.previous"], "First here."),
        (["paragraph.next"], "First here. Second here."),
        (["paragraph.next", "paragraph.next", "paragraph.previous"], "First here. Second here."),
        (["heading.next"], "One"),
        (["heading.next", "heading.next"], "Two"),
        (["heading.next", "heading.next", "heading.previous"], "One"),
        (["heading3.next"], "Two"),
        (["heading2.next", "heading2.next"], "Three"),
        (["heading2.next", "heading2.next", "heading2.previous"], "One"),
        (["heading3.next", "start"], "Title"),
    ],
)
def test_a_step_while_paused_says_only_where_it_goes(
    desk: Desk, commands: list[str], words: str
) -> None:
    desk.do(*commands)
    desk.studio.play(20)
    assert " ".join(desk.studio.words()) == words
    assert desk.session.state() == "paused"


def test_a_step_while_reading_reads_on(desk: Desk) -> None:
    desk.do("play")
    desk.studio.play(0.1)
    desk.do("heading.next")
    desk.studio.play(30)
    assert desk.studio.words()[:4] == ["Title", "One", "Under", "one."]
    assert desk.studio.words()[-1] == "last."


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        ("sentence.previous", "Start of the article."),
        ("paragraph.previous", "Start of the article."),
        ("heading.previous", "No earlier heading."),
        ("heading6.next", "No further heading at level 6."),
        ("entry.fold", "Nothing to fold."),
    ],
)
def test_an_edge_is_said(desk: Desk, command: str, sentence: str) -> None:
    desk.do(command)
    assert desk.said() == [sentence]


def test_pace_by_tens_said_when_paused_and_silent_when_reading(desk: Desk) -> None:
    desk.do("pace.faster")
    assert desk.session.narrator.pace == 190
    assert desk.said() == ["190 words a minute"]
    desk.do("play", "pace.slower", "pace.slower")
    assert desk.session.narrator.pace == 170
    assert desk.said() == []


def test_pace_is_remembered(desk: Desk, tmp_path: Path) -> None:
    desk.do("pace.faster")
    assert Library(tmp_path).setting("pace") == "190"


def test_where_am_i(desk: Desk) -> None:
    desk.do("heading3.next")
    desk.studio.play(5)
    desk.said()
    desk.do("where")
    assert desk.said() == [
        "Section 2 of 3, Two. 50 percent. Less than a minute left at 180 words a minute. Paused."
    ]


def test_where_am_i_before_the_first_section_and_without_sections(
    desk: Desk, tmp_path: Path
) -> None:
    assert written(where(desk.session)).startswith("Before section 1 of 3. 0 percent.")
    other = Desk(tmp_path / "other", article("Only text."))
    assert written(where(other.session)).startswith("No sections. 0 percent.")


def test_status_line_wide_and_narrow(desk: Desk) -> None:
    desk.do("heading3.next")
    assert status(desk.session, 80) == (
        "Section 2 of 3, 50 %, 180 words a minute, less than a minute left, playing"
    )
    assert status(desk.session, 20) == "2/3 50% playing"
    for width in range(10, 100):
        line = status(desk.session, width)
        assert len(line) <= width
        assert line.endswith("playing"), "nothing of the status is cut off"
    narrow = status(desk.session, 40)
    assert narrow == "2/3 50% 180 wpm <1 min playing"
    assert len(narrow) <= 40


def test_the_place_is_kept_and_gone_back_to(desk: Desk, tmp_path: Path) -> None:
    desk.do("play")
    desk.studio.play(2.5)
    desk.do("silence")
    again = Desk(tmp_path)
    assert again.session.narrator.position == desk.session.narrator.position != Position(0)
    greet(again.session)
    assert "percent" in again.said()[1]


def test_the_place_is_kept_while_reading(desk: Desk, tmp_path: Path) -> None:
    desk.do("play")
    desk.session._places._kept_at = float("-inf")
    desk.studio.play(2.5)
    kept = Library(tmp_path).place(MADE)
    assert kept is not None
    assert kept > Position(0)


def test_problems_are_said_and_stay_in_the_messages(desk: Desk) -> None:
    desk.session.handle(Problem("No sound device was found."))
    assert desk.session.messages == ["No sound device was found."]
    assert desk.said() == ["No sound device was found."]


def test_a_disk_that_fills_while_reading_is_told_once(desk: Desk) -> None:
    desk.library._database.execute("PRAGMA query_only = ON")
    desk.do("play")
    desk.studio.play(5)
    desk.do("heading.next", "heading.next")
    assert len(desk.session.messages) == 1
    assert "place can't be kept" in desk.session.messages[0]


def test_a_dead_speech_process_is_started_again(desk: Desk) -> None:
    desk.do("play")
    desk.studio.play(1)
    desk.session.handle(Lost())
    assert desk.studio.restarts == 1
    desk.studio.play(60)
    assert desk.studio.words()[-1] == "last."


def test_an_empty_article_answers_every_command(tmp_path: Path) -> None:
    desk = Desk(tmp_path, article())
    for command in COMMANDS:
        command.run(desk.session)
    desk.studio.play(1)


def test_every_command_runs_anywhere_in_any_order(desk: Desk) -> None:
    for command in (*COMMANDS, *reversed(COMMANDS)):
        command.run(desk.session)
        desk.studio.play(0.2)
    assert 0 <= desk.session.percent() <= 100


def test_keys_that_terminals_cannot_tell_apart_are_not_used() -> None:
    forbidden = {"ctrl+i", "ctrl+m", "ctrl+h", "ctrl+left_square_bracket", "shift+enter"}
    used = {key for command in COMMANDS for key in command.keys}
    assert not used & forbidden
    assert not any(key.startswith(("alt+", "super+", "insert")) for key in used)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_has_a_key_and_a_sentence(command: Command) -> None:
    assert command.keys
    assert command.name
    assert command.description.endswith(".")


CORE = ("play", "silence", "heading.next", "heading.previous", "where", "help", "leave",
        "pace.faster", "pace.slower", "pane", "messages")  # fmt: skip


@pytest.mark.parametrize("name", CORE)
def test_core_commands_need_no_latin_letter(name: str) -> None:
    (command,) = [command for command in COMMANDS if command.id == name]
    assert any(len(key) > 1 and "+" not in key for key in command.keys)
