"""The narrator: it plays, pauses and moves, and no word is lost or said twice."""

from __future__ import annotations

import pytest

from content.model import Article, Position
from content.script import Script
from tests.support.articles import article
from tests.support.studio import Studio, loud_seconds
from voices.messages import Configure, Lost, Reached
from voices.narrator import Narrator

WORD = 60 / 180
"""Seconds a word lasts at the pace the tests begin with."""


def narrator_of(made: Article) -> tuple[Narrator, Studio]:
    studio = Studio()
    narrator = Narrator(Script(made), studio.send, Configure("espeak", 180))
    studio.listener = narrator.handle
    return narrator, studio


@pytest.fixture
def read() -> tuple[Narrator, Studio]:
    return narrator_of(
        article("One two three four. Five six seven.", "# Eight nine", "Ten eleven twelve.")
    )


ALL = "One two three four. Five six seven. Eight nine Ten eleven twelve.".split()


def test_reads_everything_in_order(read: tuple[Narrator, Studio]) -> None:
    narrator, studio = read
    narrator.play()
    studio.play(20)
    assert studio.words() == ALL
    assert narrator.ended
    assert not narrator.playing


def test_pause_goes_on_with_the_same_word(read: tuple[Narrator, Studio]) -> None:
    narrator, studio = read
    narrator.play()
    studio.play(2.5 * WORD)
    narrator.pause()
    assert loud_seconds(studio.play(1)) < 0.005  # no more than it takes to fade out
    assert narrator.position == Position(0, 8)
    narrator.play()
    studio.play(20)
    assert ["One", "two", "three", *ALL[2:]] == studio.words()


def test_pause_between_two_sentences_loses_nothing(read: tuple[Narrator, Studio]) -> None:
    narrator, studio = read
    narrator.play()
    studio.play(4 * WORD + 0.05)
    narrator.pause()
    narrator.play()
    studio.play(20)
    assert studio.words() == ALL


@pytest.mark.parametrize("pace", [60, 185, 300, 450, 900])
def test_pace_changes_in_the_middle_of_a_word(read: tuple[Narrator, Studio], pace: int) -> None:
    narrator, studio = read
    narrator.play()
    studio.play(1.5 * WORD)
    narrator.deliver(pace=pace)
    studio.play(60)
    assert studio.words() == ALL


def test_pace_change_is_heard_at_once() -> None:
    narrator, studio = narrator_of(article(" ".join(["word"] * 40)))
    narrator.play()
    studio.play(2.5 * WORD)
    before = len(studio.words())
    narrator.deliver(pace=720)
    studio.play(4 * WORD)
    # Four times as fast: 16 words go by in the time of 4, give or take the one begun.
    assert len(studio.words()) - before == pytest.approx(16, abs=1)


def test_pace_held_down_loses_no_word(read: tuple[Narrator, Studio]) -> None:
    narrator, studio = read
    narrator.play()
    for pace in range(190, 500, 10):
        studio.play(0.03)
        narrator.deliver(pace=pace)
    studio.play(20)
    assert studio.words() == ALL


def test_pace_stays_within_reason(read: tuple[Narrator, Studio]) -> None:
    narrator, _ = read
    narrator.deliver(pace=5)
    assert narrator.pace == 60
    narrator.deliver(pace=100_000)
    assert narrator.pace == 900


def test_move_reads_on_from_there(read: tuple[Narrator, Studio]) -> None:
    narrator, studio = read
    narrator.play()
    studio.play(1.5 * WORD)
    narrator.move((2, 0))
    studio.play(20)
    assert studio.words() == ["One", "two", "Ten", "eleven", "twelve."]


def test_move_while_paused_is_silent(read: tuple[Narrator, Studio]) -> None:
    narrator, studio = read
    narrator.play()
    studio.play(WORD)
    narrator.pause()
    studio.play(0.1)
    narrator.move((2, 0))
    assert loud_seconds(studio.play(2)) == 0
    narrator.play()
    studio.play(20)
    assert studio.words()[-3:] == ["Ten", "eleven", "twelve."]


def test_one_sentence_only(read: tuple[Narrator, Studio]) -> None:
    narrator, studio = read
    narrator.go((0, 1), "sentence")
    studio.play(20)
    assert studio.words() == ["Five", "six", "seven."]
    assert not narrator.playing
    assert not narrator.ended


def test_one_paragraph_only(read: tuple[Narrator, Studio]) -> None:
    narrator, studio = read
    narrator.go((0, 0), "paragraph")
    studio.play(20)
    assert ALL[:7] == studio.words()
    assert narrator.place == (0, 1)


def test_announcement_interrupts_and_reading_goes_on_at_the_word(
    read: tuple[Narrator, Studio],
) -> None:
    narrator, studio = read
    narrator.play()
    studio.play(2.5 * WORD)
    number = narrator.announce("Section one", "en")
    studio.play(20)
    assert number in studio.finished()
    assert ["One", "two", "three", *ALL[2:]] == studio.words()


def test_announcement_while_paused_does_not_start_reading(
    read: tuple[Narrator, Studio],
) -> None:
    narrator, studio = read
    narrator.announce("Section one", "en")
    assert loud_seconds(studio.play(5)) == pytest.approx(2 * WORD, abs=0.01)
    assert studio.words() == []


def test_silence_stops_an_announcement_and_the_reading_behind_it(
    read: tuple[Narrator, Studio],
) -> None:
    narrator, studio = read
    narrator.play()
    studio.play(WORD)
    narrator.announce("A long announcement of many words", "en")
    studio.play(WORD)
    narrator.pause()
    assert loud_seconds(studio.play(5)) < 0.01
    narrator.play()
    studio.play(20)
    assert studio.words()[-len(ALL) :] == ALL


def test_a_new_announcement_replaces_the_old(read: tuple[Narrator, Studio]) -> None:
    narrator, studio = read
    first = narrator.announce("One two three four five six seven", "en")
    studio.play(WORD)
    second = narrator.announce("Eight", "en")
    third = narrator.announce("Nine", "en", "more")
    studio.play(5)
    assert first not in studio.finished()
    assert [second, third] == studio.finished()


def test_speech_process_dies_and_reading_goes_on_at_the_word(
    read: tuple[Narrator, Studio],
) -> None:
    narrator, studio = read
    narrator.play()
    studio.play(2.5 * WORD)
    studio.restart()
    narrator.handle(Lost())
    studio.play(20)
    assert ["One", "two", "three", *ALL[2:]] == studio.words()


def test_speech_process_dies_while_paused(read: tuple[Narrator, Studio]) -> None:
    narrator, studio = read
    narrator.play()
    studio.play(2.5 * WORD)
    narrator.pause()
    studio.restart()
    narrator.handle(Lost())
    assert loud_seconds(studio.play(1)) == 0
    narrator.play()
    studio.play(20)
    assert ["One", "two", "three", *ALL[2:]] == studio.words()


def test_events_of_what_was_given_up_move_nothing(read: tuple[Narrator, Studio]) -> None:
    narrator, studio = read
    narrator.play()
    studio.play(WORD)
    narrator.move((2, 0))
    narrator.handle(Reached(1, 8, 5))
    assert narrator.position == Position(2, 0)


def test_position_and_word_follow_what_is_heard(read: tuple[Narrator, Studio]) -> None:
    narrator, studio = read
    narrator.play()
    studio.play(1.5 * WORD)
    assert narrator.point.word == (4, 7)
    assert narrator.point.sentence == (0, 19)
    narrator.move((2, 0))
    assert narrator.point.word == (0, 3), "the word that will be heard next is shown"


def test_play_at_the_end_begins_again(read: tuple[Narrator, Studio]) -> None:
    narrator, studio = read
    narrator.play()
    studio.play(20)
    narrator.play()
    studio.play(20)
    assert studio.words() == ALL + ALL


def test_an_article_that_says_nothing() -> None:
    narrator, studio = narrator_of(article())
    narrator.play()
    assert not narrator.playing
    assert loud_seconds(studio.play(1)) == 0
    assert narrator.position == Position(0)


def test_the_device_may_rest_only_when_there_is_nothing_to_hear(
    read: tuple[Narrator, Studio],
) -> None:
    narrator, studio = read
    mixer = studio.server.player.timeline.mixer
    assert mixer.idle
    narrator.play()
    assert not mixer.idle
    studio.play(4 * WORD + 0.05)
    assert not mixer.idle, "in the silence between two sentences"
    narrator.pause()
    studio.play(0.1)
    assert mixer.idle
    narrator.announce("One", "en")
    assert not mixer.idle
    studio.play(2)
    assert mixer.idle


def test_speech_is_sent_ahead_of_what_is_heard() -> None:
    # A screen that stalls for seconds must not be heard: that much has been sent already.
    narrator, studio = narrator_of(article(*(f"Sentence number {i} here." for i in range(99))))
    narrator.deliver(pace=400)
    studio.listener = lambda _: None
    narrator.play()
    assert loud_seconds(studio.play(30)) > 5
