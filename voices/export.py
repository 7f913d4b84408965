"""Speech as a file, without a device."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import tempfile
import threading
import wave
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from content.errors import IntoneError
from content.script import Utterance
from voices.catalogue import make_voice
from voices.contract import PLAYER_RATE, Manner, Voice
from voices.sound import Sound
from voices.speaking import native_pace, pause_samples, speak_into


def _speech_of(voice: Voice, utterance: Utterance, pace: int) -> bytes:
    """Return the samples of one utterance and its pause, at the player's rate."""
    sound = Sound(0, utterance.text, utterance.language)
    sound.native_pace = native_pace(voice, pace)
    sound.set_pace(pace)
    speak_into(sound, voice, Manner(sound.native_pace))
    sound.finish()
    samples = bytearray()
    while not sound.ended:
        samples += sound.read(PLAYER_RATE)[0]
    return bytes(samples) + bytes(2 * pause_samples(utterance.pause_ms, pace))


def export(
    utterances: Sequence[Utterance],
    out: Path,
    voice_name: str,
    pace: int,
    progress: Callable[[int], None],
    tell: Callable[[str], None],
) -> float:
    """Write the speech of ``utterances`` to ``out`` as a WAV file; return its seconds.

    ``progress`` is told each whole percent once, ``tell`` what a person should know. The
    file appears when it is complete; Ctrl+C leaves none.
    """
    voice = make_voice(voice_name, tell)
    try:
        with _unfinished(out) as raw, _stopping() as stopped, wave.open(raw, "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(PLAYER_RATE)
            total = sum(len(utterance.text) for utterance in utterances) or 1
            done = told = frames = 0
            for utterance in utterances:
                samples = _speech_of(voice, utterance, pace)
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
        voice.close()
    return frames / PLAYER_RATE


@contextlib.contextmanager
def _unfinished(out: Path) -> Iterator[BinaryIO]:
    """Give a file to write into that takes the place of ``out`` once it is whole.

    A link stays a link, to a new file; what is no ordinary file is refused.
    """
    target = out.resolve()
    if target.exists() and not target.is_file():
        raise IntoneError(f"{out} is no file that could be replaced; choose another name.")
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
