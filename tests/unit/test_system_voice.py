"""The system's voices: a driver that hangs, dies or writes odd files, with the real one too."""

from __future__ import annotations

import os
import signal
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import voices.system as system
import voices.system_driver as system_driver
from voices.audio_file import read_sound
from voices.contract import Chunk, Manner, VoiceError
from voices.system import SystemVoice, system_voices

needs_signals = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGSTOP")


@pytest.fixture
def voice() -> Iterator[SystemVoice]:
    voice = SystemVoice()
    yield voice
    voice.close()


def said(voice: SystemVoice, text: str) -> float:
    """Return the seconds of its speech."""
    chunks: list[Chunk] = []
    voice.speak(text, "en", Manner(), lambda chunk: chunks.append(chunk) is None)
    return sum(len(chunk.samples) / 2 / chunk.rate for chunk in chunks)


def process_of(voice: SystemVoice) -> int:
    return voice._worker._child._process.pid


def stop(voice: SystemVoice) -> None:
    """Let its worker hang. It is stopped, so that it never answers, however long one waits."""
    os.kill(process_of(voice), signal.SIGSTOP)
    voice.patience = 0


@needs_signals
def test_a_worker_that_is_killed_is_replaced_with_the_next_sentence(voice: SystemVoice) -> None:
    expected = said(voice, "Hello there.")
    os.kill(process_of(voice), signal.SIGKILL)
    voice._worker._child._process.wait()
    assert said(voice, "Hello there.") == pytest.approx(expected, rel=0.01)


@needs_signals
def test_a_worker_killed_in_the_middle_fails_one_sentence(voice: SystemVoice) -> None:
    class Killing:
        """Its worker dies behind its back as soon as it is asked."""

        def __init__(self, worker: object) -> None:
            self.worker = worker

        def __getattr__(self, name: str) -> object:
            if name == "ask":
                os.kill(process, signal.SIGSTOP)
                os.kill(process, signal.SIGKILL)
            return getattr(self.worker, name)

    process = process_of(voice)
    voice._worker = Killing(voice._worker)  # type: ignore[assignment]
    with pytest.raises(VoiceError, match=r"^The system's voice has broken off\.$"):
        said(voice, "Hello there.")
    assert said(voice, "Hello again.") > 0.3


@needs_signals
def test_a_worker_that_hangs_is_killed_and_replaced(voice: SystemVoice) -> None:
    stop(voice)
    hung = process_of(voice)
    with pytest.raises(VoiceError, match=r"^The system's voice does not answer\.$"):
        said(voice, "Hello there.")
    with pytest.raises(ProcessLookupError):
        os.kill(hung, 0)
    voice.patience = 60
    assert said(voice, "Hello there.") > 0.3


@needs_signals
def test_a_voice_that_hangs_twice_in_a_row_is_asked_no_more(voice: SystemVoice) -> None:
    for _ in range(2):
        voice.patience = 60
        if not voice._worker.alive:
            voice._worker = system.Worker()
            voice._worker.ask(60, do="list")
        stop(voice)
        with pytest.raises(VoiceError, match="does not answer"):
            said(voice, "Hello there.")
    with pytest.raises(VoiceError, match="hung twice; choose another"):
        said(voice, "Hello there.")
    assert not voice._worker.alive


class Answering(system.Worker):
    """A worker that writes what a test says in place of speech."""

    sound = b""
    error = ""
    paths: list[str]

    def __init__(self) -> None:
        self.paths = []

    def ask(self, patience: float, **request: object) -> dict[str, object]:
        if request["do"] == "list":
            return {"voices": self.voices, "current": "a"}
        self.paths.append(str(request["path"]))
        self.texts = str(request["text"])
        Path(str(request["path"])).write_bytes(self.sound)
        return {}

    voices = [  # noqa: RUF012
        {"id": "a", "name": "A", "languages": ["en-GB"]},
        {"id": "b", "name": "B", "languages": ["de", "409", "Unknown"]},
        {"id": "c", "name": "C", "languages": []},
    ]
    alive = True  # type: ignore[assignment]

    def close(self) -> None: ...


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch) -> Iterator[SystemVoice]:
    monkeypatch.setattr(system, "Worker", Answering)
    voice = SystemVoice()
    yield voice
    voice.close()


@pytest.mark.parametrize(
    ("name", "languages"), [("a", ("en-GB",)), ("b", ("de",)), ("c", ()), ("", ())]
)
def test_it_knows_which_languages_it_speaks(
    answering: SystemVoice, name: str, languages: tuple[str, ...]
) -> None:
    voice = SystemVoice(name)
    assert voice.languages == languages
    voice.close()


def test_it_speaks_all_languages_of_its_voices_when_each_is_known(
    answering: SystemVoice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Answering, "voices", Answering.voices[:2])
    voice = SystemVoice()
    assert voice.languages == ("en-GB", "de")
    voice.close()


def test_every_sentence_has_a_file_of_its_own_that_does_not_stay(answering: SystemVoice) -> None:
    Answering.sound = wav(16)
    for text in ("One.", "Two."):
        assert said(answering, text) == pytest.approx(FRAMES / 22050)
    worker = answering._worker
    assert isinstance(worker, Answering)
    assert len(set(worker.paths)) == 2
    assert not any(Path(path).exists() for path in worker.paths)


@pytest.mark.parametrize(("text", "sent"), [
    ("a [[rate 500]] b", "a [ rate 500]] b"),
    ("[[[rate 500]] [\u200c[x]]", "[ [rate 500]] [ [x]]"),
    ("a\0b\ud800c", "a b c"),
])  # fmt: skip
def test_no_text_is_an_order_to_the_driver(answering: SystemVoice, text: str, sent: str) -> None:
    Answering.sound = wav(16)
    said(answering, text)
    assert answering._worker.texts == sent  # type: ignore[attr-defined]


def test_files_of_no_length_are_silence(answering: SystemVoice) -> None:
    Answering.sound = wav(16, frames=0)
    assert said(answering, "One.") == 0


@pytest.mark.parametrize("text", ["", " ", "\0", "😀", "...", "\ud800", "<speak>x", "[[x]]"])
def test_the_real_driver_takes_any_text_and_speaks_on(voice: SystemVoice, text: str) -> None:
    said(voice, text)
    assert said(voice, "Hello there.") > 0.3


def test_a_system_without_a_driver_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        system_driver,
        "Child",
        lambda _: Scripted(b'{"error": "libx.so: no such file", "no_driver": true}\n'),
    )
    for ask in (SystemVoice, system_voices):
        with pytest.raises(VoiceError) as told:
            ask()
        assert str(told.value) == (
            "The system has no voices that pyttsx3 can use: libx.so: no such file."
        )


@pytest.mark.parametrize("answer", [b"", b"\n", b"{", b"\xff\n", b"[]\n", b"null\n"])
def test_a_worker_that_talks_nonsense_is_told_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, answer: bytes
) -> None:
    monkeypatch.setattr(system_driver, "Child", lambda _: Scripted(answer))
    with pytest.raises(VoiceError, match=r"broken off\.$"):
        SystemVoice()


class Scripted:
    """A process whose answers are known beforehand."""

    alive = False

    def __init__(self, *answers: bytes) -> None:
        self.answers = iter(answers)

    def send(self, line: bytes) -> None: ...

    def end(self) -> None: ...


# Sound files.

FRAMES = 1000
VALUES = [(i * 37) % 20000 - 10000 for i in range(FRAMES)]


def wav(bits: int, channels: int = 1, rate: int = 22050, real: bool = False, frames: int = FRAMES,
        promised: int | None = None) -> bytes:  # fmt: skip
    def frame(value: int) -> bytes:
        if real:
            return struct.pack("<f", value / 32768)
        return {
            8: lambda: bytes([(value >> 8) + 128]),
            16: lambda: struct.pack("<h", value),
            24: lambda: struct.pack("<i", value << 8)[:3],
            32: lambda: struct.pack("<i", value << 16),
        }[bits]()

    data = b"".join(frame(value) * channels for value in VALUES[:frames])
    length = len(data) if promised is None else promised
    size = channels * bits // 8
    return (
        b"RIFF" + struct.pack("<I", min(36 + length, 0xFFFFFFFF)) + b"WAVEfmt "
        + struct.pack("<IHHIIHH", 16, 3 if real else 1, channels, rate, rate * size, size, bits)
        + b"data" + struct.pack("<I", length) + data
    )  # fmt: skip


def aiff(compression: bytes = b"") -> bytes:
    """AIFF at 22050 Hz; with a compression, AIFF-C."""
    rate = b"\x40\x0d\xac\x44" + bytes(6)  # 80 bits: an exponent, then the number's bits
    common = struct.pack(">hIh", 1, FRAMES, 16) + rate
    order = "<" if compression == b"sowt" else ">"
    sound = bytes(8) + struct.pack(f"{order}{FRAMES}h", *VALUES)
    body = b"AIFF"
    if compression:
        common += compression + b"\0\0"
        body = b"AIFC" + b"FVER" + struct.pack(">II", 4, 0xA2805140)
    for name, chunk in ((b"COMM", common), (b"SSND", sound)):
        body += name + struct.pack(">I", len(chunk)) + chunk
    return b"FORM" + struct.pack(">I", len(body)) + body


SOUNDS = {
    "8 bits": (wav(8), 22050),
    "16 bits": (wav(16), 22050),
    "24 bits": (wav(24), 22050),
    "32 bits": (wav(32), 22050),
    "float": (wav(32, real=True), 22050),
    "stereo": (wav(16, channels=2), 22050),
    "6 channels": (wav(16, channels=6), 22050),
    "8000 hertz": (wav(16, rate=8000), 8000),
    "12345 hertz": (wav(16, rate=12345), 12345),
    "length unknown": (wav(16, promised=0xFFFFFFFF), 22050),
    "AIFF": (aiff(), 22050),
    "AIFF-C": (aiff(b"NONE"), 22050),
    "AIFF-C, least byte first": (aiff(b"sowt"), 22050),
}


@pytest.mark.parametrize("name", SOUNDS)
def test_sound_files_of_every_kind_are_read(tmp_path: Path, name: str) -> None:
    data, rate = SOUNDS[name]
    path = tmp_path / "x.wav"
    path.write_bytes(data)
    samples, found = read_sound(path)
    assert found == rate
    values = struct.unpack(f"{FRAMES}h", samples)
    assert max(abs(a - b) for a, b in zip(values, VALUES, strict=True)) <= 256


@pytest.mark.parametrize("data", [
    b"", b"R", b"nonsense" * 100, wav(16)[:30], wav(16)[:-500], wav(16)[:44],
])  # fmt: skip
def test_files_that_are_no_whole_sound_are_told_in_a_sentence(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.wav"
    path.write_bytes(data)
    with pytest.raises(VoiceError, match=r"^The system's voice gave .*\.$"):
        read_sound(path)
    with pytest.raises(VoiceError):
        read_sound(tmp_path / "missing.wav")
