"""Sound devices of every kind, chosen by name, unplugged and plugged in again."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.devices import Devices
from tests.support.ear import Ear, missing_programs, sound_server
from tests.support.hearing import until
from voices.client import SpeechProcess
from voices.messages import Configure, Event, Problem, Reached, Ready, Speak

WORDS = " ".join(f"number{index}" for index in range(300))


@pytest.fixture
def devices(tmp_path: Path) -> Iterator[Devices]:
    if missing := missing_programs():
        pytest.skip(f"nothing can be heard without {', '.join(missing)}: install pulseaudio")
    with sound_server(tmp_path / "devices", sink=False) as environment:
        yield Devices(environment)


class Speech:
    """The speech process, and what it has told so far."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.process = SpeechProcess()
        self.process.listen(self.events.append)

    def words(self) -> int:
        return sum(isinstance(event, Reached) for event in self.events)

    def problems(self) -> list[str]:
        return [event.text for event in self.events if isinstance(event, Problem)]


@contextlib.contextmanager
def speech_in(environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Speech]:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("PULSE_SINK", raising=False)
    speech = Speech()
    try:
        until(lambda: any(isinstance(event, Ready) for event in speech.events))
        yield speech
    finally:
        speech.process.close()


@pytest.mark.parametrize(("rate", "channels"), [(44100, 2), (48000, 2), (48000, 1), (44100, 1)])
def test_every_kind_of_device_hears_the_same_speech(
    devices: Devices, rate: int, channels: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    devices.plug_in("speakers", rate, channels)
    with (
        Ear(devices.environment, "speakers") as ear,
        speech_in(devices.environment, monkeypatch) as speech,
    ):
        speech.process.send(Configure("espeak", 180))
        begun = ear.now()
        speech.process.send(Speak(1, "One two three four five six seven.", "en", 0))
        heard = ear.onset(begun)
        assert heard is not None
        ended = ear.silence(heard, 0.3)
        assert ended is not None
        assert ended - heard == pytest.approx(7 * 60 / 180, rel=0.35)


def test_a_device_is_chosen_by_name_and_changed_while_reading(
    devices: Devices, monkeypatch: pytest.MonkeyPatch
) -> None:
    devices.plug_in("speakers")
    devices.plug_in("headphones")
    devices.prefer("speakers")
    with (
        Ear(devices.environment, "speakers") as speakers,
        Ear(devices.environment, "headphones") as headphones,
        speech_in(devices.environment, monkeypatch) as speech,
    ):
        speech.process.send(Configure("espeak", 180, device="headphones"))
        begun = headphones.now()
        speech.process.send(Speak(1, WORDS, "en", 0))
        assert headphones.onset(begun) is not None
        assert not speakers.hears(0.3)
        before = speech.words()
        changed = speakers.now()
        speech.process.send(Configure("espeak", 180, device="Speakers"))
        assert speakers.onset(changed, 3) is not None
        assert not headphones.hears(0.3)
        until(lambda: speech.words() > before + 2)
        reached = [event.offset for event in speech.events if isinstance(event, Reached)]
        assert len(reached) - len(set(reached)) <= 1, "it goes on at the word"
        assert speech.problems() == []


def test_an_unplugged_device_is_told_and_gone_back_to(
    devices: Devices, monkeypatch: pytest.MonkeyPatch
) -> None:
    devices.plug_in("speakers")
    headphones = devices.plug_in("headphones")
    with (
        Ear(devices.environment, "speakers") as speakers,
        speech_in(devices.environment, monkeypatch) as speech,
    ):
        speech.process.send(Configure("espeak", 180, device="headphones"))
        speech.process.send(Speak(1, WORDS, "en", 0))
        until(lambda: speech.words() > 2)
        assert not speakers.hears(0.2)
        unplugged = speakers.now()
        devices.unplug(headphones)
        assert speakers.onset(unplugged, 3) is not None
        until(speech.problems)
        (sentence,) = speech.problems()
        assert sentence == (
            "The sound device headphones is not there, so speakers plays until it is connected."
        )
        devices.plug_in("headphones")
        until(lambda: not speakers.hears(0.5), 15)
        before = speech.words()
        until(lambda: speech.words() > before + 1)


def test_reading_waits_for_the_only_device_and_goes_on_at_the_word(
    devices: Devices, monkeypatch: pytest.MonkeyPatch
) -> None:
    speakers = devices.plug_in("speakers")
    with speech_in(devices.environment, monkeypatch) as speech:
        speech.process.send(Configure("espeak", 180))
        speech.process.send(Speak(1, WORDS, "en", 0))
        until(lambda: speech.words() > 2)
        devices.unplug(speakers)
        until(speech.problems, 8)
        before = speech.words()
        assert "goes on when it is back" in speech.problems()[0]
        devices.plug_in("speakers")
        with Ear(devices.environment, "speakers") as ear:
            assert ear.hears(3)
        until(lambda: speech.words() > before + 2)
        reached = [event.offset for event in speech.events if isinstance(event, Reached)]
        assert len(reached) - len(set(reached)) <= 1


def test_a_device_that_appears_later_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if missing := missing_programs():
        pytest.skip(f"nothing can be heard without {', '.join(missing)}: install pulseaudio")
    folder = tmp_path / "later"
    environment = {
        "XDG_RUNTIME_DIR": str(folder), "PULSE_SERVER": f"unix:{folder}/native",
    }  # fmt: skip
    with speech_in(environment, monkeypatch) as speech:
        assert "No sound device was found" in speech.problems()[0]
        with sound_server(folder) as later, Ear(later) as ear:
            speech.process.send(Configure("espeak", 180))
            speech.process.send(Speak(1, WORDS, "en", 0))
            assert ear.hears(10)
