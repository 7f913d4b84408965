"""A neural model small enough to be made in a test: each phoneme is three frames of a tone."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

HOP = 64
LENGTH = 20
"""Frames of a phoneme, its pad included half and half."""


def write_small_model(
    folder: Path, name: str, rate: int = 22050, speakers: int = 1, hop: int = HOP
) -> Path:
    """Write a model in piper's form, and its JSON; speaker 0 is half as loud as full swing.

    Speaker 1 is silent.
    """
    import onnx
    from onnx import TensorProto, helper

    def constant(label: str, value: object, kind: type) -> onnx.TensorProto:
        return onnx.numpy_helper.from_array(np.array(value, dtype=kind), label)

    weights = [
        constant("second", [1], np.int64),
        constant("half", LENGTH / 2 - 0.5, np.float32),
        constant("shape", [1, 1, -1], np.int64),
        constant("loudness", [0.5, 0.0], np.float32),
        constant("conv", np.ones((1, 1, 1)), np.float32),
        constant("up", np.sin(np.arange(hop) / hop * 2 * np.pi).reshape(1, 1, hop), np.float32),
        constant("out", [1, 1, 1, -1], np.int64),
        constant("one", [1.0], np.float32),
        constant("none", [0], np.int64),
    ]
    node = helper.make_node
    nodes = [
        node("Gather", ["scales", "second"], ["length"]),
        node("Cast", ["input"], ["numbers"], to=TensorProto.FLOAT),
        node("Mul", ["numbers", "none_float"], ["nothing"]),
        node("Mul", ["length", "half"], ["wanted"]),
        node("Add", ["nothing", "wanted"], ["each"]),
        node("Ceil", ["each"], ["frames"]),
        node("ReduceSum", ["frames"], ["sum"], keepdims=0),
        node("Cast", ["sum"], ["count"], to=TensorProto.INT64),
        node("Reshape", ["count", "second"], ["counts"]),
        node("ConstantOfShape", ["counts"], ["flat"],
             value=helper.make_tensor("v", TensorProto.FLOAT, [1], [1.0])),
        node("Reshape", ["flat", "shape"], ["moments"]),
        node("Conv", ["moments", "conv"], ["inner"], name="/dec/conv_pre/Conv"),
        node("ConvTranspose", ["inner", "up"], ["tone"], strides=[hop]),
        node("Gather", ["loudness", "sid" if speakers > 1 else "none"], ["level"]),
        node("Mul", ["tone", "level"], ["levelled"]),
        node("Reshape", ["levelled", "out"], ["output"]),
    ]  # fmt: skip
    weights.append(constant("none_float", 0.0, np.float32))
    value = helper.make_tensor_value_info
    inputs = [
        value("input", TensorProto.INT64, [1, None]),
        value("input_lengths", TensorProto.INT64, [1]),
        value("scales", TensorProto.FLOAT, [3]),
    ]
    if speakers > 1:
        inputs.append(value("sid", TensorProto.INT64, [1]))
    graph = helper.make_graph(
        nodes, "small", inputs, [value("output", TensorProto.FLOAT, [1, 1, 1, None])], weights
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 15)], ir_version=8)
    path = folder / f"{name}.onnx"
    onnx.save(model, str(path))
    settings = {
        "audio": {"sample_rate": rate},
        "espeak": {"voice": "en-us"},
        "language": {"code": "en_US"},
        "num_symbols": 200,
        "num_speakers": speakers,
        "phoneme_id_map": {
            sound: [number]
            for number, sound in enumerate("_^$ ,.abdefhiklmnopstuvwzðŋɐɑɔəɚɛɡɪɹʃʊʌˈˌː")
        },
    }
    (folder / f"{name}.onnx.json").write_text(json.dumps(settings))
    return path
