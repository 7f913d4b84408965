"""The narrator stands on a character, and reads one part of the article alone."""

from __future__ import annotations

from content.model import Position
from content.script import Script
from tests.support.articles import article
from tests.support.studio import Studio
from voices.messages import Configure
from voices.narrator import Narrator

WORD = 60 / 180


def narrator_of(*lines: str) -> tuple[Narrator, Studio]:
    studio = Studio()
    narrator = Narrator(Script(article(*lines)), studio.send, Configure("espeak", 180))
    studio.listener = narrator.handle
    return narrator, studio


def test_standing_on_a_character_is_its_place_until_reading_goes_on_at_its_word() -> None:
    narrator, studio = narrator_of("One two three four.")
    narrator.play()
    studio.play(0.5 * WORD)
    narrator.stand((0, 0), 10, 11)
    assert not narrator.playing
    assert (narrator.position, narrator.point.word) == (Position(0, 10), (10, 11))
    studio.play(1)
    narrator.play()
    assert narrator.point.word == (8, 13)
    studio.play(10)
    assert studio.words() == ["One", "three", "four."]


def test_a_move_ends_standing() -> None:
    narrator, _ = narrator_of("One two.", "Three four.")
    narrator.stand((0, 0), 5, 6)
    narrator.move((1, 0))
    assert (narrator.position, narrator.point.word) == (Position(1), (0, 5))


def test_another_script_keeps_the_word_that_is_stood_on() -> None:
    narrator, _ = narrator_of("One two three.")
    narrator.stand((0, 0), 5, 6)
    narrator.use(Script(narrator.script.article))
    assert narrator.position.offset in (4, 5)


def test_a_part_is_read_to_its_end_and_what_follows_is_next() -> None:
    narrator, studio = narrator_of("One.", "Two.", "Three.", "Four.")
    narrator.keep_to(range(1, 3), "section", (1, 0))
    studio.play(10)
    assert studio.words() == ["Two.", "Three."]
    assert (narrator.playing, narrator.ended, narrator.place) == (False, False, (3, 0))
    narrator.play()
    studio.play(10)
    assert studio.words()[2:] == ["Four."]
    assert narrator.ended


def test_what_was_sent_ahead_of_the_end_of_a_part_is_not_read() -> None:
    narrator, studio = narrator_of("One two three.", "Four.", "Five.")
    narrator.play()
    studio.play(1.5 * WORD)
    narrator.keep_to(range(1), "section")
    studio.play(10)
    assert studio.words() == ["One", "two", "two", "three."]
    assert narrator.place == (1, 0)


def test_pace_and_pauses_leave_the_end_of_a_part_where_it_is() -> None:
    narrator, studio = narrator_of("One two three.", "Four.", "Five.")
    narrator.keep_to(range(2), "section", (0, 0))
    studio.play(1.5 * WORD)
    narrator.pause()
    narrator.deliver(pace=300)
    studio.play(1)
    narrator.play()
    studio.play(10)
    assert studio.words()[-1] == "Four."


def test_the_last_part_ends_the_article() -> None:
    narrator, studio = narrator_of("One.", "Two.")
    narrator.keep_to(range(1, 2), "block", (1, 0))
    studio.play(5)
    assert narrator.ended
    assert narrator.position == Position(1, 4)


def test_going_out_of_a_part_reads_on() -> None:
    narrator, studio = narrator_of("One two three.", "Four.", "Five.")
    narrator.keep_to(range(1), "section", (0, 0))
    studio.play(0.5 * WORD)
    narrator.move((1, 0))
    studio.play(10)
    assert studio.words() == ["One", "Four.", "Five."]
