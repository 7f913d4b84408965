"""A PulseAudio (or PipeWire) stream whose samples can be replaced until they are heard.

miniaudio hands samples over a few milliseconds before they are heard, and so leaves a gap when
the machine is busy for longer. This stream holds a quarter of a second in the sound server, and
a key replaces it from the next milliseconds on: it is both prompt and safe. It is the way that
PulseAudio itself recommends (``PA_SEEK_ABSOLUTE``, ``pulse/stream.h`` of version 16), which no
Python library offers, so libpulse is called through ctypes.
"""

from __future__ import annotations

import contextlib
import ctypes
import sys
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from voices.contract import PLAYER_RATE
from voices.device import find_device

_BYTES = 2
_CONTEXT_READY, _STREAM_READY = 4, 2
"""States; those above are of what has failed or ended."""
_S16NE = 3 if sys.byteorder == "little" else 4
_NO_AUTOSPAWN = 1
_TIMING_FLAGS = 0x2 | 0x4 | 0x8
"""Interpolate between the server's answers, follow them backwards, ask for them unasked."""
_SEEK_ABSOLUTE = 1
_UNSET = 0xFFFFFFFF
_FLAGS = 0xFFFF
"""No address is as low, and no flag or number that is passed is higher."""
HELD_MS = 250
"""The server holds at most so much of what we give it."""
SINK_MS = 6
"""The device itself is asked to hold no more: what it holds can't always be replaced."""


class PulseError(Exception):
    """There is no sound server, or it has ended, or it refuses."""


class _SampleSpec(ctypes.Structure):
    _fields_ = (("format", ctypes.c_int), ("rate", ctypes.c_uint32), ("channels", ctypes.c_uint8))


class _BufferAttr(ctypes.Structure):
    _fields_ = tuple(
        (name, ctypes.c_uint32) for name in ("maxlength", "tlength", "prebuf", "minreq", "fragsize")
    )


class _TimingInfo(ctypes.Structure):
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


_Notice = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)
_Answer = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)


@cache
def _pulse() -> ctypes.CDLL:
    """Return libpulse; raise PulseError where there is none."""
    try:
        library = ctypes.CDLL("libpulse.so.0")
    except OSError as error:
        raise PulseError("libpulse is not installed") from error
    for name in (
        "pa_threaded_mainloop_new", "pa_threaded_mainloop_get_api", "pa_context_new",
        "pa_stream_new", "pa_stream_cork", "pa_stream_update_timing_info",
        "pa_stream_get_timing_info", "pa_stream_get_device_name",
    ):  # fmt: skip
        getattr(library, name).restype = ctypes.c_void_p
    return library


def _call(name: str, *arguments: Any) -> Any:
    """Call a function of libpulse; pointers are passed as what they are."""
    converted = (
        ctypes.c_void_p(argument) if isinstance(argument, int) and argument > _FLAGS else argument
        for argument in arguments
    )
    return getattr(_pulse(), name)(*converted)


class PulseStream:
    """An open stream of signed 16-bit mono samples at the player's rate.

    Its samples have numbers, from 0 at the moment it was opened on, whether given or not.
    """

    def __init__(self, device: str, changed: Callable[[], object]) -> None:
        """Open ``device``, or the server's own choice when it is empty; raise PulseError.

        ``changed`` is called, on a thread of libpulse, when the stream may have ended.
        """
        sink = _sink_named(device) if device else ""
        self._changed = changed
        self._heard = 0.0
        self._resting = False
        self._stream = 0
        # Kept here, or they would be collected while libpulse still calls them.
        self._notice = _Notice(self._on_notice)
        self._answer = _Answer(self._on_answer)
        self._loop = _call("pa_threaded_mainloop_new")
        self._context = _call(
            "pa_context_new", _call("pa_threaded_mainloop_get_api", self._loop), b"Intone"
        )
        try:
            self._connect()
            self._open(sink)
        except BaseException:
            self.close()
            raise

    def _connect(self) -> None:
        _call("pa_context_set_state_callback", self._context, self._notice, None)
        if _call("pa_context_connect", self._context, None, _NO_AUTOSPAWN, None) < 0:
            raise PulseError("no sound server answers")
        if _call("pa_threaded_mainloop_start", self._loop) < 0:
            raise PulseError("no thread can be started")
        with self._locked():
            self._wait("pa_context_get_state", self._context, _CONTEXT_READY)

    def _open(self, sink: str) -> None:
        format_ = _SampleSpec(_S16NE, PLAYER_RATE, 1)
        attributes = _BufferAttr(_UNSET, _bytes(HELD_MS), 0, _bytes((HELD_MS - SINK_MS) // 2))
        with self._locked():
            self._stream = _call(
                "pa_stream_new", self._context, b"Reading", ctypes.byref(format_), None
            )
            if not self._stream:
                raise PulseError("the sound server refuses a stream")
            _call("pa_stream_set_state_callback", self._stream, self._notice, None)
            status = _call(
                "pa_stream_connect_playback", self._stream, sink.encode() or None,
                ctypes.byref(attributes), _TIMING_FLAGS, None, None,
            )  # fmt: skip
            if status < 0:
                raise PulseError("the sound server refuses a stream")
            self._wait("pa_stream_get_state", self._stream, _STREAM_READY)
            # Without a first answer about time, what is written could come too late.
            while not (timing := self._timing()):
                self._ask_time()
                _call("pa_threaded_mainloop_wait", self._loop)
                if not self.alive:
                    raise PulseError("the sound server has ended")
            self.held = timing.configured_sink_usec / 1e6 * PLAYER_RATE
            """Samples after the one that is heard now that the device may hold already."""

    def _wait(self, question: str, about: int, ready: int) -> None:
        while (state := _call(question, about)) != ready:
            if state > ready:
                raise PulseError("the sound server has ended, or has no such device")
            _call("pa_threaded_mainloop_wait", self._loop)

    @staticmethod
    def _forget(operation: int | None) -> None:
        if operation:
            _call("pa_operation_unref", operation)

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        _call("pa_threaded_mainloop_lock", self._loop)
        try:
            yield
        finally:
            _call("pa_threaded_mainloop_unlock", self._loop)

    def _on_notice(self, _: object, __: object) -> None:
        _call("pa_threaded_mainloop_signal", self._loop, 0)
        self._changed()

    def _on_answer(self, _: object, __: object, ___: object) -> None:
        _call("pa_threaded_mainloop_signal", self._loop, 0)

    @property
    def alive(self) -> bool:
        """Whether the server still plays it."""
        return bool(
            _call("pa_context_get_state", self._context) == _CONTEXT_READY
            and _call("pa_stream_get_state", self._stream) == _STREAM_READY
        )

    @property
    def device(self) -> str:
        """The name of the device it plays on, to which the server may have moved it."""
        with self._locked():
            name = _call("pa_stream_get_device_name", self._stream)
            return ctypes.string_at(name).decode("utf-8", "replace") if name else ""

    def heard(self) -> float:
        """Return the number of the sample that is heard now."""
        microseconds = ctypes.c_uint64()
        with self._locked():
            timing = self._timing()
            if timing is None:
                return self._heard
            if timing.playing or self._resting:
                _call("pa_stream_get_time", self._stream, ctypes.byref(microseconds))
                self._heard = microseconds.value * PLAYER_RATE / 1e6
            else:
                # A sink that has just begun plays out its own silence first, and libpulse
                # counts on regardless.
                self._heard = timing.read_index / _BYTES
                self._ask_time()
        return self._heard

    def _timing(self) -> _TimingInfo | None:
        address = _call("pa_stream_get_timing_info", self._stream)
        return _TimingInfo.from_address(address) if address else None

    def _ask_time(self) -> None:
        self._forget(_call("pa_stream_update_timing_info", self._stream, self._answer, None))

    def write(self, samples: bytes, number: int) -> None:
        """Put ``samples`` where sample ``number`` is, in place of what may be there."""
        with self._locked():
            _call(
                "pa_stream_write", self._stream, samples, ctypes.c_size_t(len(samples)), None,
                ctypes.c_int64(number * _BYTES), _SEEK_ABSOLUTE,
            )  # fmt: skip

    def rest(self, resting: bool) -> None:
        """Let time stand still for the stream, or go on."""
        with self._locked():
            self._resting = resting
            self._forget(_call("pa_stream_cork", self._stream, int(resting), None, None))

    def close(self) -> None:
        """Silence it and let go of the server."""
        if self._context:
            with self._locked():
                if self._stream:
                    _call("pa_stream_disconnect", self._stream)
                    _call("pa_stream_unref", self._stream)
                _call("pa_context_disconnect", self._context)
                _call("pa_context_unref", self._context)
            self._context = 0
        _call("pa_threaded_mainloop_stop", self._loop)
        _call("pa_threaded_mainloop_free", self._loop)


def _bytes(milliseconds: float) -> int:
    return round(milliseconds * PLAYER_RATE / 1000) * _BYTES


def _sink_named(name: str) -> str:
    """Return what the server calls the device that a person calls ``name``."""
    device = find_device(name)
    if device is None:
        raise PulseError(f"there is no device named {name}")
    return device.sink
