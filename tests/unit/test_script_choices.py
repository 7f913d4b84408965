"""How an article is said is changed while it is read, and what was left out can be asked for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from content.asked import asked_for
from content.library import Library
from content.model import Article, Block, Position, Section, Span
from content.script import Script
from content.settings import USUAL, ScriptSettings
from tests.support.articles import article
from tests.support.studio import Studio
from tui.commands import COMMANDS
from tui.script_choices import SCRIPT_CHOICES, instead_of, kept_choices
from tui.session import Session
from voices.messages import Announce, Configure
from voices.narrator import Narrator

WORD = 60 / 180
LIST = article("# Title", "Before.", "- Rest well now. Sleep.", "- Eat")


def reading(made: Article = LIST) -> tuple[Narrator, Studio]:
    studio = Studio()
    narrator = Narrator(Script(made), studio.send, Configure("espeak", 180))
    studio.listener = narrator.handle
    return narrator, studio


def test_reading_goes_on_at_the_word_with_the_new_script() -> None:
    narrator, studio = reading()
    narrator.play()
    studio.play(6.5 * WORD)  # Title Before. list, 2 items: Rest | well
    while narrator.point.word != (5, 9):
        studio.play(WORD / 4)
    studio.events.clear()

    narrator.use(Script(LIST, ScriptSettings(structure="none")))

    assert narrator.playing
    assert narrator.position == Position(2, 5)
    studio.play(20)
    assert studio.words() == ["well", "now.", "Sleep.", "Eat"]


def test_a_paused_reader_stays_where_it_is() -> None:
    narrator, studio = reading()
    narrator.move_to(Position(2, 5))

    narrator.use(Script(LIST, ScriptSettings(structure="most")))

    assert narrator.position == Position(2, 5)
    assert not studio.play(1).strip(b"\0")
    narrator.play()
    studio.play(10)
    assert studio.words()[0] == "well"


def test_a_reader_at_the_end_stays_there() -> None:
    narrator, studio = reading()
    narrator.play()
    studio.play(30)
    assert narrator.ended

    narrator.use(Script(LIST, ScriptSettings(structure="most")))

    assert narrator.ended


def test_what_is_not_said_any_more_is_gone_back_from() -> None:
    made = replace(LIST, blocks=(*LIST.blocks, Block("figure", "")))
    narrator, _ = reading(made)
    narrator.move_to(Position(4))
    assert narrator.position.block == 4

    narrator.use(Script(made, ScriptSettings(structure="none")))

    assert narrator.position.block == 3


def test_a_choice_is_kept_and_a_damaged_one_is_not_used(tmp_path: Path) -> None:
    library = Library(tmp_path)
    session = Session(LIST, Studio(), library, Configure("espeak", 180))
    session.say_otherwise("structure", "none")
    session.say_otherwise("notes", "skip")
    library.keep_setting("tables", "upside down")

    kept = kept_choices(Library(tmp_path))

    assert kept == ScriptSettings(structure="none", notes="skip")
    assert session.narrator.script.settings == kept
    assert instead_of(kept, {"structure": "most", "code": None}).structure == "most"


def test_every_choice_steps_through_its_values_and_says_them() -> None:
    for choice in SCRIPT_CHOICES:
        settings, said = USUAL, set()
        for _ in choice.values:
            settings = instead_of(settings, {choice.field: choice.stepped(settings, 1)})
            said.add(choice.sentence(settings))
        assert settings == USUAL
        assert len(said) == len(choice.values)
        assert (
            choice.stepped(settings, -1)
            == list(choice.values)[list(choice.values).index(getattr(USUAL, choice.field)) - 1]
        )


CITING = "First. Common1 it is. It hurts [2, 3] (Bell et al., 2019) a lot. Or† not."
CITED = Article(
    "T",
    "en",
    "-",
    (
        Block("paragraph", CITING, (Span(13, 14, "note", "a"),)),
        Block("heading", "References", level=2),
        Block("item", "Bell. Pain.", level=1, number=1),
        Block("item", "Lee. Heat.", level=1, number=2),
        Block("note", "In half of all.", label="a"),
        Block("paragraph", "† So it seems."),
    ),
    sections=(Section("References", 2, 1, 4, 0, 0),),
)  # fmt: skip


@pytest.mark.parametrize(
    ("utterance", "word", "said"),
    [
        (0, "First", []),
        (1, "Common", ["note a, In half of all."]),
        (1, "is", ["note a, In half of all."]),
        (2, "It", ["note a, In half of all."]),
        (2, "hurts", ["2, Lee.", "Heat."]),
        (2, "lot", ["Bell et al, 2019"]),
        (3, "Or", ["† So it seems."]),
    ],
)
def test_the_note_or_source_before_the_word_is_said(
    utterance: int, word: str, said: list[str]
) -> None:
    end = CITED.blocks[0].text.index(word) + len(word)
    found = asked_for(Script(CITED), (0, utterance), end)

    assert [text for text, _ in found] == said


def test_the_key_says_it_and_reading_goes_on(tmp_path: Path) -> None:
    studio = Studio()
    session = Session(CITED, studio, Library(tmp_path), Configure("espeak", 180))
    studio.listener = session.handle
    commands = {command.id: command for command in COMMANDS}
    commands["note"].run(session)
    session.change(lambda narrator: narrator.move_to(Position(0, 22)))
    commands["note"].run(session)

    said = [request.text for request in studio.requests if isinstance(request, Announce)]
    assert said == ["No note or source before here.", "note a, In half of all."]


def test_what_is_put_back_is_said_as_it_was_chosen(tmp_path: Path) -> None:
    session = Session(LIST, Studio(), Library(tmp_path), Configure("espeak", 180))
    session.say_otherwise("structure", "none")

    session.read(replace(LIST, blocks=LIST.blocks[1:]), Position(1))

    assert session.narrator.script.settings.structure == "none"
    assert session.narrator.position == Position(1)


def test_another_script_of_the_article_says_what_a_new_one_would() -> None:
    made = article("# Title", "Irritable bowel syndrome (IBS) is common.", "IBS hurts.", "- Rest")
    settings = ScriptSettings(structure="none")

    again = Script(made, settings, Script(made))

    assert list(again) == list(Script(made, settings))
    assert list(Script(LIST, settings, Script(made))) == list(Script(LIST, settings))
