"""A piper model taken apart once, so that it tells how long each phoneme lasts and streams.

The packaged model gives samples only. Inside, it first plans (which phoneme lasts how long,
and what each moment should sound like) and then makes the samples of the plan. The two parts
become two models: the plan with the lengths as a second output, as piper's own script for
alignments has it; and the sound, which can be asked for a stretch at a time.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
import time
from pathlib import Path
from typing import Any

from content.text import clean_line
from voices.contract import VoiceError
from voices.piper_files import voices_folder

_UNFINISHED = "unfinished-"
_FORM = 1
"""Of what is kept; another number makes every model be taken apart anew."""


def parts(model: Path) -> tuple[bytes | Path, bytes | Path | None]:
    """Return the two models, the plan and the sound, as files or else as ONNX.

    There is no sound where the model can't be taken apart; its plan then gives samples.
    Raises VoiceError when the file is no piper model.
    """
    try:
        about = model.stat()
        kept = voices_folder() / "patched"
        name = f"{_place(model)}-{about.st_size}-{about.st_mtime_ns}-{_FORM}"
        files = kept / f"{name}.plan", kept / f"{name}.sound"
        if all(file.is_file() for file in files):
            return files[0], files[1] if files[1].stat().st_size else None
        data = model.read_bytes()
    except OSError as error:
        raise VoiceError(
            f"The voice {clean_line(model.stem)} can't be read: {error.strerror}."
        ) from error
    plan, sound = take_apart(data, clean_line(model.stem))
    try:
        kept.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write(files[0], plan)
        _write(files[1], sound)
        for path in kept.iterdir():
            older = path.name.startswith(_place(model)) and not path.name.startswith(f"{name}.")
            # What was killed while it was written; an hour is more than any machine needs.
            left = path.name.startswith(_UNFINISHED) and path.stat().st_mtime < time.time() - 3600
            if older or left:
                path.unlink(missing_ok=True)
    except OSError:  # Without a place to keep it, it is done each time.
        return plan, sound or None
    return files[0], files[1] if sound else None


def _place(model: Path) -> str:
    """Return what stands for where ``model`` is."""
    return hashlib.sha256(os.fsencode(model.resolve())).hexdigest()[:12]


def forget(model: Path) -> None:
    """Throw away what is kept of ``model``, so that it is taken apart anew."""
    with contextlib.suppress(OSError):
        for path in (voices_folder() / "patched").glob(f"{_place(model)}-*"):
            path.unlink()


def _write(path: Path, data: bytes) -> None:
    """Write all of it or nothing, whatever happens meanwhile."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=_UNFINISHED)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def take_apart(data: bytes, name: str) -> tuple[bytes, bytes]:
    """Return the plan and the sound of the model in ``data``; raise VoiceError."""
    import onnx

    try:
        model = onnx.load_model_from_string(data)
        graph = model.graph
        output = graph.output[0].name
        lengths = {made for node in graph.node if node.op_type == "Ceil" for made in node.output}
        if len(lengths) != 1 or not {"input", "input_lengths", "scales"} <= {
            given.name for given in graph.input
        }:
            raise ValueError("no piper model")
        plan_end = next(
            (node.input[0] for node in graph.node if node.name.endswith("/dec/conv_pre/Conv")), ""
        )
        moments = onnx.helper.make_tensor_value_info(
            plan_end, onnx.TensorProto.FLOAT, [None, None, None]
        )
        sound = _part(model, [moments], [output]) if plan_end else b""
        plan = _part(model, [], [plan_end if sound else output, *lengths])
    # Whatever the library raises, the file is at fault.
    except Exception as error:
        raise VoiceError(
            f"The voice {name} is not a piper model, or only a part of one; fetch it again."
        ) from error
    return plan, sound


def _part(model: Any, begin: list[Any], ends: list[str]) -> bytes:
    """Return the model that makes ``ends``, from ``begin`` and what of the inputs it needs.

    Empty when what should be cut off with ``begin`` is needed after all.
    """
    import onnx

    makers = {made: node for node in model.graph.node for made in node.output}
    given = {value.name for value in begin}
    needed: set[str] = set()
    waiting = list(ends)
    while waiting:
        name = waiting.pop()
        if not name or name in needed:
            continue
        needed.add(name)
        if name in makers and name not in given:
            waiting.extend(makers[name].input)
    if given and "input" in needed:
        return b""
    nodes = [
        node for node in model.graph.node
        if any(made in needed and made not in given for made in node.output)
    ]  # fmt: skip
    inputs = begin + [
        value for value in model.graph.input
        if value.name in needed or (not begin and value.name in ("input", "input_lengths"))
    ]  # fmt: skip
    weights = [weight for weight in model.graph.initializer if weight.name in needed]
    outputs = [onnx.ValueInfoProto(name=name) for name in ends]
    graph = onnx.helper.make_graph(nodes, model.graph.name or "part", inputs, outputs, weights)
    part = onnx.helper.make_model(
        graph, opset_imports=model.opset_import, ir_version=model.ir_version
    )
    return bytes(part.SerializeToString())
