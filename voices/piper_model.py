"""A piper model at work: phonemes in, how long each lasts and the samples out, in stretches."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from content.text import clean_line
from voices.contract import VoiceError
from voices.piper_files import Settings
from voices.piper_patch import forget, parts

_START, _END, _PAD = "^", "$", "_"
_SILENT = frozenset(" .,;:?!")
_FIRST_FRAMES, _MOST_FRAMES = 24, 96
"""How many frames are made into samples at a time: few at first, as someone waits for them."""
_AROUND = (16, 32, 64)
"""Frames to the left and right that the sound of a frame may depend on, in the models known."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How phonemes will sound; samples are made of it as they are wanted."""

    moments: Any
    """What each frame sounds like: of shape (1, features, frames); or samples, (…, samples)."""
    starts: Sequence[int]
    """Sample at which each phoneme starts, and the one at which the last ends."""
    quiet: int
    """Sample from which on nothing is left but punctuation."""


class Model:
    """The two parts of a model, loaded and warm."""

    def __init__(self, path: Path, settings: Settings) -> None:
        """Raise VoiceError when ``path`` is no piper model or does not fit its settings."""
        self.settings = settings
        self._name = clean_line(path.stem)
        for attempt in ("kept", "anew"):
            plan, sound = parts(path)
            try:
                self._plan = _session(plan, quick=True)
                self._sound = _session(sound) if sound else None
                break
            # Whatever the library raises: what is kept may have been damaged since.
            except Exception as error:
                if attempt == "anew":
                    raise self._broken() from error
                forget(path)
        self._inputs = {value.name for value in self._plan.get_inputs()}
        self.hop = 1
        """Samples a frame."""
        self._around = _AROUND[0]
        self._warm_up()

    def _broken(self) -> VoiceError:
        return VoiceError(
            f"The voice {self._name} can't be used, as its model and its JSON do not fit; "
            "fetch both again."
        )

    def _warm_up(self) -> None:
        """Speak once, as the first time is slow; learn how frames become samples."""
        import numpy

        some = [phoneme for phoneme in self.settings.phoneme_ids if phoneme.isalpha()][:40] or ["_"]
        moments, frames = self._run(self.ids(some)[0], 1.0)
        try:
            if self._sound is None:
                hop = moments.size / int(frames.sum())
            else:
                whole = self._samples(moments)
                hop = whole.size / moments.shape[-1]
            if hop < 1 or hop != int(hop):
                raise ValueError("frames and samples do not fit")
        except VoiceError:
            raise
        except (ValueError, ZeroDivisionError) as error:
            raise self._broken() from error
        self.hop = int(hop)
        for around in _AROUND if self._sound is not None else ():
            self._around = around
            middle = moments.shape[-1] // 2
            part = self._stretch(moments, middle, middle + 1)
            if numpy.allclose(part, whole[middle * self.hop :][: self.hop], atol=1e-4):
                break

    def ids(self, phonemes: Sequence[str]) -> tuple[list[int], list[int]]:
        """Return the numbers the model takes, and at which of them each phoneme starts.

        A phoneme that the model does not know has none. The second list has one more element,
        for the end.
        """
        known = self.settings.phoneme_ids
        pad = known[_PAD]
        numbers = [*known[_START], *pad]
        starts = []
        for phoneme in phonemes:
            starts.append(len(numbers))
            if phoneme in known:
                numbers += [*known[phoneme], *pad]
        starts.append(len(numbers))
        return [*numbers, *known[_END]], starts

    def plan(self, phonemes: Sequence[str], length: float) -> Plan:
        """Return how ``phonemes`` will sound, ``length`` times as long as the model's own."""
        numbers, at = self.ids(phonemes)
        moments, frames = self._run(numbers, length)
        before = [0]
        for count in frames.reshape(-1).tolist():
            before.append(before[-1] + int(count) * self.hop)
        if len(before) != len(numbers) + 1:
            raise self._broken()
        starts = [before[index] for index in at]
        last = len(phonemes)
        while last and phonemes[last - 1] in _SILENT:
            last -= 1
        return Plan(moments, starts, starts[last])

    def sound(self, plan: Plan) -> Iterator[tuple[Any, bool]]:
        """Yield the samples of ``plan``, between -1 and 1, and whether they are the last.

        They come as float arrays, of which the last holds all from ``plan.quiet`` on.
        """
        if self._sound is None:
            yield plan.moments.reshape(-1), True
            return
        frames = plan.moments.shape[-1]
        last = min(frames, plan.quiet // self.hop)
        begin, count = 0, _FIRST_FRAMES
        while begin < frames:
            end = begin + count
            if end + count // 2 > last:
                end = frames
            yield self._stretch(plan.moments, begin, end), end == frames
            begin, count = end, min(_MOST_FRAMES, 2 * count)

    def _stretch(self, moments: Any, begin: int, end: int) -> Any:
        first = max(0, begin - self._around)
        samples = self._samples(moments[:, :, first : end + self._around])
        skipped = (begin - first) * self.hop
        return samples[skipped : skipped + (end - begin) * self.hop]

    def _samples(self, moments: Any) -> Any:
        import numpy

        if self._sound is None:
            return moments.reshape(-1)
        inputs = self._sound.get_inputs()
        given = {inputs[0].name: moments}
        if len(inputs) > 1:
            given["sid"] = numpy.zeros(1, dtype=numpy.int64)
        return self._call(self._sound, given)[0].reshape(-1)

    def _run(self, numbers: list[int], length: float) -> tuple[Any, Any]:
        import numpy

        noise, own, noise_of_lengths = self.settings.scales
        given = {
            "input": numpy.array([numbers], dtype=numpy.int64),
            "input_lengths": numpy.array([len(numbers)], dtype=numpy.int64),
            "scales": numpy.array([noise, own * length, noise_of_lengths], dtype=numpy.float32),
            "sid": numpy.zeros(1, dtype=numpy.int64),  # The first of several speakers.
        }
        moments, frames = self._call(
            self._plan, {name: given[name] for name in given if name in self._inputs}
        )
        return moments, frames

    def _call(self, session: Any, given: Mapping[str, Any]) -> list[Any]:
        try:
            return list(session.run(None, given))
        # Whatever the library raises, it could not use the model with these phonemes.
        except Exception as error:
            raise self._broken() from error


def _session(model: bytes | Path, quick: bool = False) -> Any:
    """Load a model; ``quick`` leaves out what takes long and wins nothing for the plan."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    # Half of the cores stay free for the device and the screen; none is kept busy by waiting.
    options.intra_op_num_threads = max(1, min(4, (os.cpu_count() or 2) // 2))
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    if quick:
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    # From a file it takes half the memory that it takes from bytes.
    source = model if isinstance(model, bytes) else str(model)
    return onnxruntime.InferenceSession(source, options, providers=["CPUExecutionProvider"])
