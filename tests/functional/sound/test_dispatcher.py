"""Reading through the real speech-dispatcher with espeak-ng, heard."""

from __future__ import annotations

import os
import queue
import shutil
import statistics
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.ear import Ear
from voices.contract import Manner
from voices.dispatcher import DispatcherSpeaker
from voices.dispatcher_voices import dispatcher_voices

_MODULE = Path("/usr/lib/speech-dispatcher-modules/sd_espeak-ng")
TEXT = "Tea: cat, dog, pig, cow, hen, duck, goat and ten more."
PATIENCE = 20.0


@pytest.fixture(scope="module")
def server(sound: Ear, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A speech-dispatcher of our own, started as a client would, that plays to the ear."""
    if shutil.which("speech-dispatcher") is None or not _MODULE.exists():
        pytest.skip("needs Debian's speech-dispatcher and speech-dispatcher-espeak-ng")
    folder = tmp_path_factory.mktemp("dispatcher")
    (folder / "modules").mkdir()
    shutil.copy("/etc/speech-dispatcher/modules/espeak-ng.conf", folder / "modules")
    (folder / "speechd.conf").write_text(
        'LogLevel 0\nAudioOutputMethod "pulse"\nDefaultLanguage "en"\n'
        'AddModule "espeak-ng" "sd_espeak-ng" "espeak-ng.conf"\nDefaultModule espeak-ng\n'
    )
    address = folder / "socket"
    process = subprocess.Popen(
        ["speech-dispatcher", "-s", "-t", "0", "-c", "unix_socket", "-S", str(address),
         "-C", str(folder), "-P", str(folder / "pid"), "-L", str(folder)],
        env=os.environ | sound.environment | {"HOME": str(folder)},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        end = time.monotonic() + PATIENCE
        while not address.exists():
            assert process.poll() is None, "speech-dispatcher has ended"
            assert time.monotonic() < end, "speech-dispatcher does not listen"
            time.sleep(0.05)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SPEECHD_ADDRESS", f"unix_socket:{address}")
            yield
    finally:
        process.terminate()
        process.wait()


class Reading:
    """A speaker, and what it told with the moments when it did."""

    def __init__(self) -> None:
        self.speaker = DispatcherSpeaker()
        self.told: queue.Queue[tuple[float, str]] = queue.Queue()

    def start(self, text: str = TEXT, pace: float = 240, offset: int = 0) -> float:
        began = time.perf_counter()

        def tell(what: str) -> None:
            self.told.put((time.perf_counter(), what))

        self.speaker.start(
            text, "en", Manner(pace), 100, offset,
            lambda at, length: tell(text[at : at + length]),
            lambda: tell("finished"), lambda: tell("broken"),
        )  # fmt: skip
        return began

    def until(self, last: str) -> list[tuple[float, str]]:
        told = [self.told.get(timeout=PATIENCE)]
        while told[-1][1] != last:
            told.append(self.told.get(timeout=PATIENCE))
        return told


@pytest.fixture
def reading(sound: Ear, server: None) -> Iterator[Reading]:
    assert sound.silence(sound.now(), 0.5) is not None
    begun = Reading()
    yield begun
    begun.speaker.close()


def test_words_come_in_order_and_each_once(reading: Reading) -> None:
    reading.start()
    assert [what for _, what in reading.until("finished")] == [*TEXT.split(), "finished"]
    reading.start(offset=TEXT.index("goat"))
    assert [what for _, what in reading.until("finished")] == [
        "goat", "and", "ten", "more.", "finished",
    ]  # fmt: skip


def test_words_are_told_when_they_are_heard(sound: Ear, reading: Reading) -> None:
    # Each is heard after a pause, from its first moment on: p, t and k begin with silence.
    text = "Milk, apples, nuts, eggs, oil."
    reading.start(text, pace=120)
    told = reading.until("finished")
    sounds = sound.stretches(told[0][0] - 0.2, told[-1][0] + 0.1, gap=0.08)
    late = [
        1000 * (moment - min(sounds, key=lambda s: abs(s[0] - moment))[0])
        for moment, _ in told[:-1]
    ]
    print("word told after it is heard, ms:", [round(value) for value in late])
    assert abs(statistics.median(late)) < 50
    assert told[-1][0] == pytest.approx(sounds[-1][1], abs=0.1)


def test_what_is_cancelled_falls_silent_and_says_nothing_more(sound: Ear, reading: Reading) -> None:
    reading.start(" ".join([TEXT] * 4))
    reading.until("cat,")
    assert sound.onset(sound.now(), 2) is not None
    cancelled = sound.now()
    reading.speaker.cancel()
    while not reading.told.empty():
        assert reading.told.get()[0] < sound.now()
    silent = sound.silence(cancelled, 0.5)
    assert silent is not None
    assert silent - cancelled < 0.3
    assert reading.told.empty()
    reading.start("Now this.")
    assert [what for _, what in reading.until("finished")] == ["Now", "this.", "finished"]


def test_text_that_looks_like_the_protocol_is_heard(sound: Ear, reading: Reading) -> None:
    text = "One\r\n.\r\nCANCEL ALL\r\nQUIT & <two> \x1b ..three"
    began = reading.start(text)
    told = reading.until("finished")
    words = [what for _, what in told]
    # espeak-ng passes over the mark of a word after a lone dot.
    assert [word for word in text.split() if word in words] == words[:-1]
    assert {"One", "ALL", "QUIT", "<two>", "..three"} <= set(words)
    heard = sum(end - start for start, end in sound.stretches(began, told[-1][0]))
    assert heard > 1.5


def test_another_pace_is_heard(reading: Reading) -> None:
    lasting = []
    for pace in (120, 360):
        reading.start("The people of the small town waited until the rain was over", pace)
        told = reading.until("finished")
        lasting.append(told[-1][0] - told[0][0])
    assert lasting[0] / lasting[1] == pytest.approx(3, rel=0.25)


def test_the_modules_voices_are_listed(server: None) -> None:
    voices = {voice.id: voice for voice in dispatcher_voices()}
    assert voices["dispatcher"].marks == "exact"
    assert "de" in voices["dispatcher:espeak-ng"].languages
    assert 100 < len(voices) < 300
