"""Speech as a file, without a device."""

from __future__ import annotations

import contextlib
import os
import tempfile
import wave
from collections.abc import Callable, Sequence
from pathlib import Path

from content.errors import IntoneError
from content.script import Utterance
from voices.catalogue import make_voice
from voices.contract import PLAYER_RATE, REFERENCE_PACE, Chunk, Voice
from voices.resample import resampled
from voices.sound import Sound
from voices.trim import Trim


def _speech_of(voice: Voice, utterance: Utterance, pace: int) -> bytes:
    """Return the samples of one utterance and its pause, at the player's rate."""
    sound = Sound(0)
    sound.native_pace = max(voice.slowest, min(voice.fastest, pace))
    sound.set_pace(pace)

    def receive(chunk: Chunk) -> bool:
        sound.add(chunk)
        return True

    voice.speak(utterance.text, utterance.language, sound.native_pace, resampled(Trim(receive)))
    sound.finish()
    samples = bytearray()
    while not sound.ended:
        samples += sound.read(PLAYER_RATE)[0]
    pause = utterance.pause_ms / 1000 * REFERENCE_PACE / pace
    return bytes(samples) + bytes(2 * round(pause * PLAYER_RATE))


def export(
    utterances: Sequence[Utterance],
    out: Path,
    voice_name: str,
    pace: int,
    progress: Callable[[int], None],
) -> float:
    """Write the speech of ``utterances`` to ``out`` as a WAV file; return its seconds.

    ``progress`` is told each whole percent once. The file appears when it is complete.
    """
    voice = make_voice(voice_name)
    total = sum(len(utterance.text) for utterance in utterances) or 1
    done = told = frames = 0
    try:
        handle, unfinished = tempfile.mkstemp(dir=out.parent, prefix=".intone-", suffix=".wav")
    except OSError as error:
        raise IntoneError(
            f"{out} can't be written: {error.strerror}; choose another place with --output."
        ) from error
    try:
        with os.fdopen(handle, "wb") as raw, wave.open(raw, "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(PLAYER_RATE)
            for utterance in utterances:
                samples = _speech_of(voice, utterance, pace)
                frames += len(samples) // 2
                file.writeframes(samples)
                done += len(utterance.text)
                if 100 * done // total > told:
                    told = 100 * done // total
                    progress(told)
        Path(unfinished).replace(out)
    except OSError as error:
        raise IntoneError(
            f"{out} can't be written: {error.strerror}; choose another place with --output."
        ) from error
    finally:
        voice.close()
        with contextlib.suppress(FileNotFoundError):
            Path(unfinished).unlink()
    return frames / PLAYER_RATE
