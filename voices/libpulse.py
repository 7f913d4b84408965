"""libpulse through ctypes: what of it is used (``pulse/*.h`` of version 16)."""

from __future__ import annotations

import ctypes
import sys
from functools import cache
from typing import Any

CONTEXT_READY, STREAM_READY = 4, 2
"""States; those above are of what has failed or ended."""
S16NE = 3 if sys.byteorder == "little" else 4
NO_AUTOSPAWN = 1
TIMING_FLAGS = 0x2 | 0x4 | 0x8
"""Interpolate between the server's answers, follow them backwards, ask for them unasked."""
SEEK_ABSOLUTE = 1
UNSET = 0xFFFFFFFF
_FLAGS = 0xFFFF
"""No address is as low, and no flag or number that is passed is higher."""


class PulseError(Exception):
    """There is no sound server, or it has ended, or it refuses."""


class SampleSpec(ctypes.Structure):
    """What samples are like."""

    _fields_ = (("format", ctypes.c_int), ("rate", ctypes.c_uint32), ("channels", ctypes.c_uint8))


class BufferAttr(ctypes.Structure):
    """How much the server holds, in bytes."""

    _fields_ = tuple(
        (name, ctypes.c_uint32) for name in ("maxlength", "tlength", "prebuf", "minreq", "fragsize")
    )


class TimingInfo(ctypes.Structure):
    """How far the server has come, in bytes and microseconds."""

    _fields_ = (
        ("seconds", ctypes.c_long),
        ("microseconds", ctypes.c_long),
        ("synchronized_clocks", ctypes.c_int),
        ("sink_usec", ctypes.c_uint64),
        ("source_usec", ctypes.c_uint64),
        ("transport_usec", ctypes.c_uint64),
        ("playing", ctypes.c_int),
        ("write_index_corrupt", ctypes.c_int),
        ("write_index", ctypes.c_int64),
        ("read_index_corrupt", ctypes.c_int),
        ("read_index", ctypes.c_int64),
        ("configured_sink_usec", ctypes.c_uint64),
        ("configured_source_usec", ctypes.c_uint64),
        ("since_underrun", ctypes.c_int64),
    )


Notice = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)
Answer = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)


@cache
def library() -> ctypes.CDLL:
    """Return libpulse; raise PulseError where there is none."""
    try:
        pulse = ctypes.CDLL("libpulse.so.0")
    except OSError as error:
        raise PulseError("libpulse is not installed") from error
    for name in (
        "pa_threaded_mainloop_new", "pa_threaded_mainloop_get_api", "pa_context_new",
        "pa_stream_new", "pa_stream_cork", "pa_stream_update_timing_info",
        "pa_stream_get_timing_info", "pa_stream_get_device_name",
    ):  # fmt: skip
        getattr(pulse, name).restype = ctypes.c_void_p
    return pulse


def call(name: str, *arguments: Any) -> Any:
    """Call a function of libpulse; pointers are passed as what they are."""
    converted = (
        ctypes.c_void_p(argument) if isinstance(argument, int) and argument > _FLAGS else argument
        for argument in arguments
    )
    return getattr(library(), name)(*converted)
