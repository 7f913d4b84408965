"""What is rendered ahead, taken back and rendered anew; and whose turn it is."""

from __future__ import annotations

import array
import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.studio import LOUDNESS, Studio, ToneVoice, loud_seconds
from voices.contract import PLAYER_RATE, Chunk, Manner, Mark, Sink
from voices.messages import Announce, Configure, Event, Pause, Reached, Resume, Speak
from voices.mixer import Mixer
from voices.sound import Sound
from voices.timeline import BLOCK, Timeline
from voices.words import Words

WORD = 60 / 180
"""Seconds of a word of the studio's voice, at 180 words a minute."""


def tones(number: int, words: int, length: int = 700) -> Sound:
    """Return a sound of ``words`` words, whose samples all differ."""
    sound = Sound(number, pause_ms=60)
    for word in range(words):
        samples = array.array(
            "h", (int(9000 * math.sin((word * length + i) / 9)) for i in range(length))
        )
        mark = Mark(word * length, word * 5, 4)
        sound.add(Chunk(samples.tobytes(), PLAYER_RATE, (mark,)))
    sound.native_pace = 180
    sound.finish()
    return sound


def timeline_of(*sounds: Sound, pace: float = 180) -> tuple[Timeline, list[Event]]:
    events: list[Event] = []
    timeline = Timeline(Mixer(), events.append)
    for sound in sounds:
        timeline.mixer.read(sound)
    timeline.mixer.set_pace(pace)
    return timeline, events


def rendered(pace: float = 180) -> tuple[bytes, list[Event]]:
    timeline, events = timeline_of(tones(1, 4), tones(2, 3), pace=pace)
    data = timeline.render(100_000)
    timeline.heard(timeline.end)
    return data, events


@given(st.lists(st.tuples(st.integers(1, 4000), st.integers(0, 4000)), max_size=8))
def test_what_is_taken_back_is_heard_as_if_it_had_not_been(steps: list[tuple[int, int]]) -> None:
    whole, all_events = rendered()
    timeline, events = timeline_of(tones(1, 4), tones(2, 3))
    heard = bytearray()
    faded: set[int] = set()
    for ahead, kept in steps:
        begin = timeline.end
        heard[begin * 2 :] = timeline.render(begin + ahead)
        end = timeline.take_back(min(timeline.end, begin + kept))
        timeline.heard(end - 1)
        faded.update(range(end, end + BLOCK))
    begin = timeline.end
    heard[begin * 2 :] = timeline.render(100_000)
    timeline.heard(timeline.end)
    assert events == all_events
    pairs = zip(array.array("h", bytes(heard)), array.array("h", whole), strict=False)
    assert len(heard) == len(whole)
    assert all(
        abs(mine - theirs) <= (3 if number in faded else 0)  # rounded, in each fade
        for number, (mine, theirs) in enumerate(pairs)
    )


@given(
    st.lists(
        st.tuples(st.integers(60, 900), st.integers(1, 3000), st.integers(0, 3000)), max_size=9
    )
)
def test_each_word_is_reached_once_whatever_the_pace_does(
    steps: list[tuple[int, int, int]],
) -> None:
    timeline, events = timeline_of(tones(1, 4), tones(2, 3))
    for pace, ahead, kept in steps:
        begin = timeline.end
        timeline.render(begin + ahead)
        timeline.heard(timeline.take_back(min(timeline.end, begin + kept)) - 1)
        timeline.mixer.set_pace(pace)
    timeline.render(timeline.end + 500_000)
    timeline.heard(timeline.end)
    offsets = [event.offset for event in events if isinstance(event, Reached)]
    assert offsets == [0, 5, 10, 15, 0, 5, 10]


def test_what_is_cut_off_fades_out_while_what_comes_fades_in() -> None:
    flat = Sound(1)
    flat.add(Chunk(array.array("h", [1000] * 5000).tobytes(), PLAYER_RATE))
    flat.finish()
    timeline, _ = timeline_of(flat)
    timeline.render(3000)
    cut = timeline.take_back(1000)
    timeline.mixer.pause()
    tail = array.array("h", timeline.render(cut + 500))
    assert len(tail) == BLOCK
    assert tail[0] == 1000
    assert all(before >= after for before, after in itertools.pairwise(tail))
    assert tail[-1] < 50
    timeline.skip_to(cut + 500)
    begin = timeline.take_back(cut + 500)
    timeline.mixer.resume()
    rising = array.array("h", timeline.render(begin + BLOCK + 10))
    assert rising[0] < 50
    assert all(before <= after for before, after in itertools.pairwise(rising))
    assert rising[-1] == 1000


# Announcements.


def studio_reading(*texts: str, ends: tuple[bool, ...] = (), **settings: object) -> Studio:
    studio = Studio()
    studio.send(Configure("espeak", 180, **settings))  # type: ignore[arg-type]
    for number, text in enumerate(texts, 1):
        last = ends[number - 1] if ends else False
        studio.send(Speak(number, text, "en", 60, ends_block=last))
    studio.play(WORD / 2)
    return studio


@pytest.mark.parametrize(
    ("priority", "order"),
    [
        ("now", [9, 1, 2, 3]),
        ("more", [9, 1, 2, 3]),
        ("next", [1, 9, 2, 3]),
        ("normal", [1, 2, 9, 3]),
    ],
)
def test_an_announcement_is_said_when_its_priority_asks_for_it(
    priority: str, order: list[int]
) -> None:
    studio = studio_reading("one two", "three four", "five", ends=(False, True, True))
    studio.send(Announce(9, "Section", "en", priority))  # type: ignore[arg-type]
    studio.play(6)
    assert studio.finished() == order
    assert [word for word in studio.words() if word != "one"] == ["two", "three", "four", "five"]


@pytest.mark.parametrize("priority", ["next", "normal"])
def test_an_announcement_that_could_wait_does_not_when_nothing_is_read(priority: str) -> None:
    studio = studio_reading("one two three")
    studio.send(Pause())
    studio.send(Announce(9, "Section", "en", priority))  # type: ignore[arg-type]
    studio.play(WORD + 0.1)
    assert studio.finished() == [9]


def test_what_waits_is_said_at_the_end_of_the_article() -> None:
    studio = studio_reading("one")
    studio.send(Announce(9, "Section", "en", "normal"))
    studio.play(2)
    assert studio.finished() == [1, 9]


def test_what_waits_is_said_though_reading_jumps_and_pauses() -> None:
    studio = studio_reading("one two")
    studio.send(Announce(9, "Section", "en", "next"))
    studio.send(Pause())
    studio.send(Speak(5, "five six", "en", 0, now=True))
    studio.play(4)
    assert studio.finished() == [5, 9]


def test_an_announcement_over_the_reading_lets_it_go_on_quietly() -> None:
    studio = studio_reading("one two three four five six", over=True)
    studio.send(Announce(9, "Section", "en"))
    both = array.array("h", studio.play(WORD))
    assert max(both) == LOUDNESS + LOUDNESS // 4
    alone = array.array("h", studio.play(WORD))
    assert max(alone[BLOCK:]) == LOUDNESS
    studio.play(4)
    assert studio.words() == ["one", "two", "three", "four", "five", "six"]
    assert studio.finished() == [9, 1]


# The manner of speaking.


def test_the_volume_changes_at_once() -> None:
    studio = studio_reading("one two three")
    studio.send(Configure("espeak", 180, volume=50))
    assert max(array.array("h", studio.play(0.1))[BLOCK:]) == LOUDNESS // 2
    studio.send(Configure("espeak", 180, volume=0))
    assert loud_seconds(studio.play(0.1)) < 0.01
    studio.send(Configure("espeak", 180))
    assert max(array.array("h", studio.play(0.1))[BLOCK:]) == LOUDNESS


class PitchedVoice(ToneVoice):
    """A voice whose every sample tells the pitch, and how far the word is."""

    def speak(self, text: str, language: str, manner: Manner, sink: Sink) -> None:
        samples = round(PLAYER_RATE * 60 / 180)
        for number, (start, end) in enumerate(Words(text).spans):
            tone = [1000 * manner.pitch // 10 + i * 900 // samples for i in range(samples)]
            mark = Mark(number * samples, start, end - start)
            sink(Chunk(array.array("h", tone).tobytes(), PLAYER_RATE, (mark,)))


@pytest.mark.parametrize("heard", [0.5, 1.25, 2.75])
def test_another_pitch_is_heard_within_the_word_and_nothing_twice(heard: float) -> None:
    studio = Studio(lambda _: PitchedVoice())
    studio.send(Configure("espeak", 180))
    studio.send(Speak(1, "one two three four", "en", 0))
    before = array.array("h", studio.play(heard * WORD))
    studio.send(Configure("espeak", 180, pitch=70))
    after = array.array("h", studio.play(5 * WORD))
    spoken = [value for value in after if value]
    assert 5000 <= before[-1] < 6000
    assert all(value >= 7000 for value in spoken[BLOCK:])
    # It goes on in the same part of the word, and is as long as it would have been.
    assert spoken[BLOCK] % 1000 == pytest.approx(heard % 1 * 900 + BLOCK * 0.12, abs=12)
    assert (len(before) + len(spoken)) / PLAYER_RATE == pytest.approx(4 * WORD, abs=0.005)
    assert studio.words() == ["one", "two", "three", "four"]


def test_another_voice_goes_on_where_the_last_was_also_in_later_sentences() -> None:
    made: list[str] = []

    def make(name: str) -> ToneVoice:
        made.append(name)
        return ToneVoice()

    studio = Studio(make)
    studio.send(Configure("espeak", 180))
    studio.send(Speak(1, "one two three", "en", 0))
    studio.send(Speak(2, "four five", "en", 0))
    studio.play(1.5 * WORD)
    studio.send(Configure("espeak:en-gb", 180))
    studio.play(6 * WORD)
    assert studio.words() == ["one", "two", "three", "four", "five"]
    assert made == ["espeak", "espeak:en-gb"]


def test_pausing_where_another_voice_is_awaited_goes_on_with_it() -> None:
    studio = studio_reading("one two three")
    studio.send(Configure("espeak:en-gb", 180))
    studio.send(Pause())
    studio.play(0.2)
    studio.send(Resume())
    studio.play(5)
    assert studio.words() == ["one", "one", "two", "three"]
