"""Reads the sound files that a system's voices write: WAV and AIFF, of any width."""

from __future__ import annotations

from pathlib import Path

from voices.contract import VoiceError
from voices.device import import_miniaudio

_UNKNOWN_LENGTH = 0x7FFF0000
"""Bytes; what a program that writes as it goes puts for a length is above."""


def read_sound(path: Path) -> tuple[bytes, int]:
    """Return the samples of a file, signed 16-bit mono, and their rate in hertz.

    Raises VoiceError when it is no sound, or less than its header promises.
    """
    miniaudio = import_miniaudio()
    try:
        data = path.read_bytes()
        sound = miniaudio.wav_read_s16(data)
    except (OSError, miniaudio.MiniaudioError) as error:
        raise VoiceError("The system's voice gave no sound that can be read.") from error
    promised = int.from_bytes(data[4:8], "little") + 8
    if data[:4] == b"RIFF" and len(data) < promised < _UNKNOWN_LENGTH:
        raise VoiceError("The system's voice gave only a part of its sound.")
    samples, channels = sound.samples, sound.nchannels
    return bytes(samples[::channels]) if channels > 1 else bytes(samples), sound.sample_rate
