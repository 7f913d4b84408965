"""What a person hears of a reader that works as it should."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest

from tests.functional.sound.conftest import OpenReader
from tests.support.ear import Ear
from tests.support.hearing import SENTENCE, become_quiet, spoken_wave, until, write_article
from tests.support.terminal import Terminal
from tests.support.waves import Match, Wave
from voices.client import SpeechProcess
from voices.messages import Configure, Event, Finished, Reached, Speak

_LONGEST_WORD = 0.9
"""Seconds, at 180 words a minute."""
_OTHER = "Another paragraph follows."


def _heard_at(ear: Ear, wave: Wave, moment: float, seconds: float = 0.2) -> Match:
    return wave.find_spectrum(ear.samples_between(moment, moment + seconds))


def _start_reading(reader: Terminal, ear: Ear) -> float:
    become_quiet(reader, ear)
    heard = ear.onset(reader.press("space"), 3)
    assert heard is not None
    return heard


def _second_heard(ear: Ear, wave: Wave, moment: float) -> float:
    """Return which second of ``wave`` was heard from ``moment`` on."""
    match = _heard_at(ear, wave, moment)
    assert match.likeness > 0.8
    return match.sample / wave.rate


def test_an_opened_article_tells_its_title_before_any_key(
    reader: OpenReader, sound: Ear, tmp_path: Path
) -> None:
    title = spoken_wave(write_article(tmp_path, "Gardens of the northern coast.", name="title.md"))
    opened = reader(write_article(tmp_path, "# Gardens of the northern coast", SENTENCE))
    heard = sound.onset(opened.started)
    assert heard is not None
    assert _second_heard(sound, title, heard) < 0.05


def test_space_goes_on_with_the_very_word_at_which_it_paused(
    reader: OpenReader, sound: Ear, tmp_path: Path
) -> None:
    article = write_article(tmp_path, SENTENCE)
    wave = spoken_wave(article)
    words = SENTENCE.split()
    opened = reader(article)
    _start_reading(opened, sound)
    for _ in range(4):
        time.sleep(0.8)
        pressed = opened.press("space")
        stopped = sound.silence(pressed, 0.25)
        assert stopped is not None
        assert stopped - pressed < 0.5
        last = _second_heard(sound, wave, stopped - 0.25) + 0.25
        opened.wait_for("paused")
        word = opened.word_at_cursor()
        begun = sound.onset(opened.press("space"))
        assert begun is not None
        # The word from its beginning: no later than it stopped, and no word sooner.
        assert last - _LONGEST_WORD < _second_heard(sound, wave, begun) < last
        opened.wait_for(lambda before=word: opened.word_at_cursor() != before)
        assert opened.word_at_cursor() == words[words.index(word) + 1]


def test_the_first_word_is_whole_after_the_device_has_rested(
    reader: OpenReader, sound: Ear, tmp_path: Path
) -> None:
    article = write_article(tmp_path, SENTENCE)
    wave = spoken_wave(article)
    opened = reader(article)
    become_quiet(opened, sound)
    (speech,) = opened.speech_pids()

    def ticks() -> int:
        """Return how much of the processor the speech process has used, in ticks of 10 ms."""
        fields = Path(f"/proc/{speech}/stat").read_text().rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])

    time.sleep(5)
    before = ticks()
    time.sleep(5)
    # The kernel counts whole ticks: five are one percent of a core.
    assert ticks() - before <= 5, "the device still runs"
    heard = sound.onset(opened.press("space"), 3)
    assert heard is not None
    assert _second_heard(sound, wave, heard) < 0.05


@pytest.mark.parametrize("key", ["space", "w"])
def test_escape_silences_reading_and_announcements(
    key: str, reader: OpenReader, sound: Ear, tmp_path: Path
) -> None:
    opened = reader(write_article(tmp_path, "# A title", SENTENCE, SENTENCE))
    become_quiet(opened, sound)
    assert sound.onset(opened.press(key), 3) is not None
    time.sleep(0.4)
    pressed = opened.press("escape")
    stopped = sound.silence(pressed, 0.4)
    assert stopped is not None
    assert stopped - pressed < 0.5
    assert not sound.hears(1.0)


def test_a_pace_changed_in_the_middle_of_a_sentence_is_heard_within_it(
    reader: OpenReader, sound: Ear, tmp_path: Path
) -> None:
    one = write_article(tmp_path, SENTENCE, name="one.md")
    slow, quick = spoken_wave(one).seconds, spoken_wave(one, "--pace", "360").seconds
    opened = reader(write_article(tmp_path, SENTENCE, _OTHER), "--pace", "180")
    begun = _start_reading(opened, sound)
    time.sleep(slow * 0.4)
    opened.paste(b"+" * 18)
    opened.wait_for("360 words a minute")
    ended = sound.silence(begun, 0.15, 20)
    assert ended is not None
    assert quick < ended - begun < slow - 1
    # It never fell silent on the way.
    heard = sound.stretches(begun, ended, gap=0.02)
    assert max(after[0] - before[1] for before, after in pairwise(heard)) < 0.15


def test_a_pace_changed_in_the_middle_of_a_sentence_says_every_word_once(
    sound: Ear, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in sound.environment.items():
        monkeypatch.setenv(name, value)
    events: list[Event] = []
    speech = SpeechProcess()
    try:
        speech.listen(events.append)
        speech.send(Configure("espeak", 180))
        speech.send(Speak(1, SENTENCE, "en", 0))
        for pace in (240, 400, 120, 700, 300):
            before = len(events)
            until(lambda before=before: len(events) > before + 2)
            speech.send(Configure("espeak", pace))
        until(lambda: Finished(1) in events, 20)
    finally:
        speech.close()
    reached = [event.offset for event in events if isinstance(event, Reached)]
    starts = [at for at in range(len(SENTENCE)) if not at or SENTENCE[at - 1] == " "]
    assert reached == starts


def test_an_announcement_interrupts_and_reading_goes_on_at_the_word(
    reader: OpenReader, sound: Ear, tmp_path: Path
) -> None:
    article = write_article(tmp_path, SENTENCE, _OTHER)
    wave = spoken_wave(article)
    sentence = wave.first_silence(0.3)
    opened = reader(article)
    begun = _start_reading(opened, sound)
    time.sleep(1.5)
    pressed = opened.press("w")
    opened.wait_for(lambda: opened.word_at_cursor() == "paragraph", 30)
    stopped = opened.press("escape")
    paragraph = [
        before[1]
        for before, after in pairwise(sound.stretches(pressed, stopped, gap=0.3))
        if 0.4 < after[0] - before[1] < 0.6
    ]
    end = paragraph[-1]
    # Back from the end of the sentence, as far as what was heard is what stands there. Two
    # vowels may be taken for each other, so a few that differ are no end of it.
    went_on, differing = sentence, 0
    while differing < 5:
        before_end = sentence - went_on + 0.05 * (differing + 1)
        match = _heard_at(sound, wave, end - before_end)
        if abs(match.sample / wave.rate - (sentence - before_end)) < 0.1:
            went_on, differing = sentence - before_end, 0
        else:
            differing += 1
    assert end - (sentence - went_on) > pressed + 1, "something else was said first"
    stopped_at = pressed - begun
    assert stopped_at - _LONGEST_WORD - 0.1 < went_on < stopped_at + 0.1


def test_two_readers_on_one_article_both_read(
    reader: OpenReader, sound: Ear, tmp_path: Path
) -> None:
    article = write_article(tmp_path, SENTENCE, SENTENCE)
    readers = [reader(article), reader(article)]
    for opened in readers:
        become_quiet(opened, sound)
    for opened in readers:
        assert sound.onset(opened.press("space"), 3) is not None
        place = opened.cursor
        opened.wait_for(lambda opened=opened, place=place: opened.cursor > place)
        assert sound.silence(opened.press("space"), 0.4) is not None
    for opened in readers:
        opened.press("f10")
        assert opened.wait() == 0


def test_a_system_voice_speaks(reader: OpenReader, sound: Ear, tmp_path: Path) -> None:
    opened = reader(write_article(tmp_path, SENTENCE), "--voice", "pyttsx3")
    _start_reading(opened, sound)
    place = opened.cursor
    opened.wait_for(lambda: opened.cursor > place)
    opened.press("m")
    opened.wait_for("There are no messages.")
