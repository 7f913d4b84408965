"""Speech as a file, without a device."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import tempfile
import threading
import wave
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from content.density import Density
from content.errors import IntoneError
from content.library import state_folder
from content.script import Utterance
from voices.catalogue import make_voice
from voices.choice import reading_voice
from voices.contract import PLAYER_RATE, Voice
from voices.measurements import Measurements
from voices.messages import Configure
from voices.pacing import Pacing
from voices.sound import Sound
from voices.speaking import pause_samples, speak_into


def speech(
    utterances: Iterable[Utterance],
    voice_for: Callable[[str], Voice],
    pacing: Pacing,
    wanted: Configure,
) -> Iterator[tuple[Utterance, bytes]]:
    """Yield each utterance with its samples and its pause, as they would be heard.

    ``voice_for`` gives the voice for a language. ``pacing`` knows it by name; it learns from
    what is spoken.
    """
    density = Density(wanted.units_per_word, wanted.pause_ms_per_word)
    for utterance in utterances:
        voice = voice_for(utterance.language)
        sound = Sound(0, utterance.text, utterance.language)
        sound.phonemes = utterance.phonemes
        manner = pacing.manner(sound, voice, wanted, wanted.pace, density)
        speak_into(sound, voice, manner)
        sound.finish()
        pacing.heard(sound)
        samples = bytearray()
        while not sound.ended:
            samples += sound.read(PLAYER_RATE)[0]
        speed = wanted.pace / sound.native_pace
        pause = pause_samples(utterance.pause_ms, wanted.pace, wanted.pauses, speed)
        yield utterance, bytes(samples) + bytes(2 * pause)


class _Voices:
    """The voices of an export, made when they are first needed."""

    def __init__(self, wanted: Configure, pacing: Pacing, tell: Callable[[str], None]) -> None:
        self._wanted = wanted
        self._pacing = pacing
        self._tell = tell
        self._made: dict[str, Voice] = {}

    def named(self, name: str) -> Voice:
        """Return the voice of this name; raise VoiceError when there is none."""
        if name not in self._made:
            self._made[name] = self._pacing.name(make_voice(name, self._tell), name)
        return self._made[name]

    def for_language(self, language: str) -> Voice:
        """Return the voice that reads ``language``."""
        name = reading_voice(self._wanted, language, lambda name: self.named(name).languages)
        return self.named(name)

    def close(self) -> None:
        """Close them all."""
        for voice in self._made.values():
            voice.close()


def export(
    utterances: Sequence[Utterance],
    out: Path,
    wanted: Configure,
    progress: Callable[[int], None],
    tell: Callable[[str], None],
) -> float:
    """Write the speech of ``utterances`` to ``out`` as a WAV file; return its seconds.

    ``wanted`` has the density of the article they are of. ``progress`` is told each whole
    percent once, ``tell`` what a person should know. The file appears when it is complete;
    Ctrl+C leaves none.
    """
    pacing = Pacing(Measurements(state_folder))
    voices = _Voices(wanted, pacing, tell)
    try:
        voices.named(wanted.voice)  # before anything is written: there may be no such voice
        with _unfinished(out) as raw, _stopping() as stopped, wave.open(raw, "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(PLAYER_RATE)
            total = sum(len(utterance.text) for utterance in utterances) or 1
            done = told = frames = 0
            for language in {utterance.language for utterance in utterances}:
                pacing.know(voices.for_language(language), language)
            for utterance, samples in speech(utterances, voices.for_language, pacing, wanted):
                if stopped.is_set():
                    raise KeyboardInterrupt
                frames += len(samples) // 2
                file.writeframes(samples)
                done += len(utterance.text)
                if 100 * done // total > told:
                    told = 100 * done // total
                    progress(told)
    except OSError as error:
        raise IntoneError(
            f"{out} can't be written: {error.strerror}; choose another place with --output."
        ) from error
    finally:
        voices.close()
    return frames / PLAYER_RATE


@contextlib.contextmanager
def _unfinished(out: Path) -> Iterator[BinaryIO]:
    """Give a file to write into that takes the place of ``out`` once it is whole.

    A link stays a link, to a new file; what is no ordinary file is refused.
    """
    target = out.resolve()
    if target.exists() and not target.is_file():
        raise IntoneError(f"{out} is not a file that can be replaced; choose another name.")
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".intone-", suffix=".wav")
    try:
        with os.fdopen(handle, "wb") as raw:
            yield raw
        if sys.platform != "win32":
            umask = os.umask(0)
            os.umask(umask)
            Path(name).chmod(0o666 & ~umask)
        Path(name).replace(target)
    finally:
        Path(name).unlink(missing_ok=True)


@contextlib.contextmanager
def _stopping() -> Iterator[threading.Event]:
    """Note Ctrl+C and a request to end instead of raising them, which C code may swallow."""
    stopped = threading.Event()
    numbers = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(number, lambda *_: stopped.set()) for number in numbers]
    try:
        yield stopped
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)
