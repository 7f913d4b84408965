"""Plain mode as a conversation: what is typed, what is answered, and that nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from content.model import Article
from content.opening import open_article
from tests.support.articles import article
from tests.support.conversation import Conversation
from tui.command import Command
from tui.commands import COMMANDS
from tui.plain_words import names_of

DATA = Path(__file__).parent / "data" / "plain_mode"
CONVERSATIONS = sorted(DATA.glob("*.txt"))
ARGUMENTS = {
    "percent": "50",
    "section": "2",
    "pace.exactly": "250",
    "find": "dose",
    "explain": "space",
}
"""What is typed behind a command that asks."""
SILENT = {"silence"}
"""Commands whose effect is that nothing is heard."""


@pytest.fixture(scope="module")
def cold() -> Article:
    return open_article(str(DATA / "article.md"))


@pytest.mark.parametrize("path", CONVERSATIONS, ids=lambda path: path.stem)
def test_conversation(path: Path, cold: Article, tmp_path: Path) -> None:
    level, _, text = path.read_text("utf-8").partition("\n")
    conversation = Conversation(cold, tmp_path, level.removeprefix("speech: "))
    assert conversation.replayed(text) == text


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
@pytest.mark.parametrize("begin", ["", "read 2", "next table"])
def test_every_command_answers(command: Command, begin: str, cold: Article, tmp_path: Path) -> None:
    conversation = Conversation(cold, tmp_path)
    conversation.type(begin)
    argument = ARGUMENTS[command.id] if command.question is not None else ""
    answer = conversation.type(f"{command.name} {argument}".strip())
    if command.id == "leave":
        assert conversation.front.left
        return
    assert answer
    if command.id not in SILENT:
        assert answer != ["Done."]
    assert not any(line.startswith("There is no command") for line in answer)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_can_be_typed_and_is_told_from_all_others(command: Command) -> None:
    for name in names_of(command):
        assert name == " ".join(name.split())
        others = [other.id for other in COMMANDS if name in names_of(other)]
        assert others == [command.id]


@pytest.mark.parametrize("command", [c for c in COMMANDS if c.question], ids=lambda c: c.id)
def test_what_a_command_asks_for_is_asked_on_one_line(
    command: Command, cold: Article, tmp_path: Path
) -> None:
    conversation = Conversation(cold, tmp_path)
    (asked,) = conversation.type(command.name)
    assert "?" in asked
    assert len(conversation.type("")) == 1, "an empty line leaves"
    assert conversation.type("where")[0].startswith(("Before section", "Section"))


def test_with_own_speech_off_no_speech_process_is_started(cold: Article, tmp_path: Path) -> None:
    conversation = Conversation(cold, tmp_path)
    for line in ("", "where", "next heading", "faster", "sections", "2", "play"):
        conversation.type(line)
    assert conversation.studios == []


def test_speech_can_be_switched_on_and_off_while_reading(cold: Article, tmp_path: Path) -> None:
    conversation = Conversation(cold, tmp_path)
    assert conversation.type("") == ["A cold"]
    assert conversation.type("") == ["A cold gets better by itself."]
    assert conversation.type("speech all") == ["Speech: all"]
    assert conversation.type("") == []
    assert conversation.listen(2.1) == "A cold gets better by itself."
    assert conversation.type("speech off") == ["Speech: off"]
    assert conversation.type("") == ["Take 20 to 40 milligrams of rest."]
    assert len(conversation.studios) == 1


def test_an_answer_is_spoken_and_written_once_each(cold: Article, tmp_path: Path) -> None:
    conversation = Conversation(cold, tmp_path, "all")
    conversation.spoken()
    answer = conversation.type("where")
    assert conversation.spoken() == answer
    listed = conversation.type("sections")
    assert conversation.spoken() == listed
    assert conversation.type("xyz") == conversation.spoken()


def test_with_the_article_alone_spoken_answers_are_only_written(
    cold: Article, tmp_path: Path
) -> None:
    conversation = Conversation(cold, tmp_path, "content")
    assert conversation.type("where")
    assert conversation.type("sections")
    assert conversation.type("") == ["Back to the article."]
    assert conversation.spoken() == []
    assert conversation.type("next heading") == []
    assert conversation.listen(2) == "Doses"
    assert list(conversation.session.messages) == [], "what is written need not be kept"


def test_a_command_is_found_in_the_list_of_all_by_its_letters(
    cold: Article, tmp_path: Path
) -> None:
    conversation = Conversation(cold, tmp_path)
    assert conversation.type("all commands")[0].startswith(f"Commands, {len(COMMANDS)}.")
    assert conversation.type("louder")[1].startswith("1. Louder")
    assert conversation.type("1") == ["Volume 110 percent"]
    assert conversation.type("where")[0].startswith("Before section 1")


def test_nothing_is_written_that_was_not_asked_for(cold: Article, tmp_path: Path) -> None:
    conversation = Conversation(cold, tmp_path, "all")
    conversation.type("play")
    conversation.studios[0].play(60)
    assert conversation.session.narrator.ended
    assert conversation.written == []
    conversation.session.report("Something went wrong.")
    assert conversation.written == []
    (answer,) = conversation.type("where")
    assert answer.startswith("Something went wrong. ")
    assert "went wrong" not in conversation.type("where")[0]


def test_every_line_of_an_action_is_one_line(cold: Article, tmp_path: Path) -> None:
    conversation = Conversation(cold, tmp_path)
    for line in ("", "next sentence", "next paragraph", "where", "why", "spell the word", "x", "n"):
        assert len(conversation.type(line)) == 1


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_only_a_list_that_was_asked_for_is_more_than_a_line(
    command: Command, cold: Article, tmp_path: Path
) -> None:
    conversation = Conversation(cold, tmp_path)
    argument = ARGUMENTS[command.id] if command.question is not None else ""
    first, *more = conversation.type(f"{command.name} {argument}".strip()) or [""]
    assert not more or "goes back." in first or command.id == "help"


def test_reading_with_enter_alone_gives_every_sentence_once(cold: Article, tmp_path: Path) -> None:
    conversation = Conversation(cold, tmp_path)
    read = []
    while (answer := conversation.type("")) != ["End of the article."]:
        read += answer
    script = conversation.session.narrator.script
    assert read == [" ".join(utterance.text.split()) for utterance in script]
    assert conversation.session.percent() == 100


def test_what_a_terminal_obeys_is_never_written(tmp_path: Path) -> None:
    made = article("# T\x1b[31mitle", "Text \x1b]0;owned\x07 end.", "## \x9b2JTwo", "Last.")
    conversation = Conversation(made, tmp_path)
    written = list(conversation.greeting)
    for line in (
        "",
        "",
        "sections",
        "\x1b[A\x1b[2J",
        "\x1b]0;owned\x07",
        "find \x1b[A",
        "? \x9b31m",
    ):
        written += conversation.type(line)
    assert written
    for text in written:
        assert text.isprintable()


def test_ten_thousand_sections_are_listed_twenty_at_a_time(tmp_path: Path) -> None:
    made = article(*(line for n in range(10_000) for line in (f"# Section {n}", "Text.")))
    conversation = Conversation(made, tmp_path)
    lines = conversation.type("sections")
    assert len(lines) == 22
    assert lines[-1] == "Type more for 9980 more rows."
    assert conversation.type("more")[0] == "21. Section 20"
    assert conversation.type("9000") == ["Section 8999"]
    assert conversation.type("sections")[1] == "8981. Section 8980"


def test_a_line_with_nothing_in_the_article_is_answered_too(tmp_path: Path) -> None:
    conversation = Conversation(article(), tmp_path)
    for command in COMMANDS:
        if command.id != "leave":
            assert conversation.type(command.name)
            conversation.type("back")


def test_all_commands_are_listed_twenty_at_a_time_and_done_by_number(
    cold: Article, tmp_path: Path
) -> None:
    conversation = Conversation(cold, tmp_path)
    lines = conversation.type("?")
    assert lines[2].startswith("1. Play or pause: ")
    assert len(lines) == 23, "two lines, twenty rows, and how to get more"
    assert conversation.type("more")[0].startswith("21. ")
    assert conversation.type("1") == ["A cold"]
    assert conversation.type("find") == ["Find? Enter goes back."]
    assert conversation.type("?") == ["? is not found. Enter goes back."]


def test_a_cell_is_always_written_with_its_header(cold: Article, tmp_path: Path) -> None:
    conversation = Conversation(cold, tmp_path)
    conversation.type("next table")
    conversation.type("next cell")
    for line in ("next sentence", "next paragraph"):
        conversation.type(line)
    assert conversation.type("next paragraph") == ["Drug: Ibuprofen, row 2 of 2"]
    assert conversation.type("next sentence") == ["Dose: 400 milligrams, column 2 of 3"]
    assert conversation.type("previous paragraph") == ["Dose: 100 milligrams, row 1 of 2"]


def test_a_long_sentence_comes_in_parts_and_other_scripts_stand_as_they_are(tmp_path: Path) -> None:
    long = f"Rest {'and rest ' * 500}helps."
    conversation = Conversation(
        article("# 咳嗽", long, "Кашель проходит.", "السعال يزول."), tmp_path
    )
    read = []
    while (answer := conversation.type("")) != ["End of the article."]:
        (line,) = answer
        assert len(line) <= 500
        read.append(line)
    assert " ".join(read) == f"咳嗽 {long} Кашель проходит. السعال يزول."
