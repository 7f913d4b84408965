"""A PulseAudio (or PipeWire) stream whose samples can be replaced until they are heard.

miniaudio hands samples over a few milliseconds before they are heard, and so leaves a gap when
the machine is busy for longer. This stream holds a quarter of a second in the sound server, and
a key replaces it from the next milliseconds on: it is both prompt and safe. It is the way that
PulseAudio itself recommends (``PASEEK_ABSOLUTE``, ``pulse/stream.h``), which no
Python library offers, so libpulse is called through ctypes.
"""

from __future__ import annotations

import contextlib
import ctypes
import time
from collections.abc import Callable, Iterator

from voices.contract import PLAYER_RATE
from voices.device import find_device
from voices.libpulse import (
    CONTEXT_READY,
    NO_AUTOSPAWN,
    S16NE,
    SEEK_ABSOLUTE,
    STREAM_READY,
    TIMING_FLAGS,
    UNSET,
    Answer,
    BufferAttr,
    Notice,
    PulseError,
    SampleSpec,
    TimingInfo,
    call,
)

_BYTES = 2
HELD_MS = 250
"""The server holds at most so much of what we give it."""
_LONGEST_PIECE = 0.03
"""Seconds."""
SINK_MS = 6
"""The device itself is asked to hold no more: what it holds can't always be replaced."""


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
        self._began = 0.0
        """When it last began to run, after a rest."""
        self.held = SINK_MS / 1000 * PLAYER_RATE
        """Samples after the one that is heard now that the device may hold already."""
        self._stream = 0
        # Kept here, or they would be collected while libpulse still calls them.
        self._notice = Notice(self._on_notice)
        self._answer = Answer(self._on_answer)
        self._loop = call("pa_threaded_mainloop_new")
        self._context = call(
            "pa_context_new", call("pa_threaded_mainloop_get_api", self._loop), b"Intone"
        )
        try:
            self._connect()
            self._open(sink)
        except BaseException:
            self.close()
            raise

    def _connect(self) -> None:
        call("pa_context_set_state_callback", self._context, self._notice, None)
        if call("pa_context_connect", self._context, None, NO_AUTOSPAWN, None) < 0:
            raise PulseError("no sound server answers")
        if call("pa_threaded_mainloop_start", self._loop) < 0:
            raise PulseError("no thread can be started")
        with self._locked():
            self._wait("pa_context_get_state", self._context, CONTEXT_READY)

    def _open(self, sink: str) -> None:
        format_ = SampleSpec(S16NE, PLAYER_RATE, 1)
        attributes = BufferAttr(UNSET, _bytes(HELD_MS), 0, _bytes((HELD_MS - SINK_MS) // 2))
        with self._locked():
            self._stream = call(
                "pa_stream_new", self._context, b"Reading", ctypes.byref(format_), None
            )
            if not self._stream:
                raise PulseError("the sound server refuses a stream")
            call("pa_stream_set_state_callback", self._stream, self._notice, None)
            status = call(
                "pa_stream_connect_playback", self._stream, sink.encode() or None,
                ctypes.byref(attributes), TIMING_FLAGS, None, None,
            )  # fmt: skip
            if status < 0:
                raise PulseError("the sound server refuses a stream")
            self._wait("pa_stream_get_state", self._stream, STREAM_READY)
            # Without a first answer about time, what is written could come too late.
            while self._timing() is None:
                self._ask_time()
                call("pa_threaded_mainloop_wait", self._loop)
                if not self.alive:
                    raise PulseError("the sound server has ended")

    def _wait(self, question: str, about: int, ready: int) -> None:
        while (state := call(question, about)) != ready:
            if state > ready:
                raise PulseError("the sound server has ended, or has no such device")
            call("pa_threaded_mainloop_wait", self._loop)

    @staticmethod
    def _forget(operation: int | None) -> None:
        if operation:
            call("pa_operation_unref", operation)

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        call("pa_threaded_mainloop_lock", self._loop)
        try:
            yield
        finally:
            call("pa_threaded_mainloop_unlock", self._loop)

    def _on_notice(self, _: object, __: object) -> None:
        call("pa_threaded_mainloop_signal", self._loop, 0)
        self._changed()

    def _on_answer(self, _: object, __: object, ___: object) -> None:
        call("pa_threaded_mainloop_signal", self._loop, 0)

    @property
    def alive(self) -> bool:
        """Whether the server still plays it."""
        return bool(
            call("pa_context_get_state", self._context) == CONTEXT_READY
            and call("pa_stream_get_state", self._stream) == STREAM_READY
        )

    @property
    def device(self) -> str:
        """The name of the device it plays on, to which the server may have moved it."""
        with self._locked():
            name = call("pa_stream_get_device_name", self._stream)
            return ctypes.string_at(name).decode("utf-8", "replace") if name else ""

    def heard(self) -> float:
        """Return the number of the sample that is heard now."""
        with self._locked():
            timing = self._timing()
            if timing is not None:
                self._reckon(timing)
                if not (timing.playing or self._resting):
                    self._ask_time()
        return self._heard

    def _reckon(self, timing: TimingInfo) -> None:
        """Reckon from the server's last answer what is heard now, and what it holds.

        Not with libpulse's own clock: that counts on while a sink that has just begun plays
        out its own silence, and stands still where PipeWire counts on, with nothing to play.
        """
        taken = timing.read_index / _BYTES
        if self._resting:
            self._heard = max(self._heard, taken)
        elif timing.read_index == 0 or call("pa_stream_is_suspended", self._stream) == 1:
            self._heard = taken
        else:
            asked = max(timing.seconds + timing.microseconds / 1e6, self._began)
            since = max(0.0, time.time() - asked)
            in_sink = timing.sink_usec / 1e6
            self._heard = taken + (since - in_sink) * PLAYER_RATE
            # It takes from us in pieces that are no longer than what it has.
            piece = min(in_sink, _LONGEST_PIECE)
            held = max(timing.configured_sink_usec / 1e6, in_sink + piece)
            self.held = held * PLAYER_RATE

    def _timing(self) -> TimingInfo | None:
        address = call("pa_stream_get_timing_info", self._stream)
        return TimingInfo.from_address(address) if address else None

    def _ask_time(self) -> None:
        self._forget(call("pa_stream_update_timing_info", self._stream, self._answer, None))

    def write(self, samples: bytes, number: int) -> None:
        """Put ``samples`` where sample ``number`` is, in place of what may be there."""
        with self._locked():
            call(
                "pa_stream_write", self._stream, samples, ctypes.c_size_t(len(samples)), None,
                ctypes.c_int64(number * _BYTES), SEEK_ABSOLUTE,
            )  # fmt: skip

    def rest(self, resting: bool) -> None:
        """Let time stand still for the stream, or go on."""
        with self._locked():
            self._resting = resting
            self._began = time.time()
            self._forget(call("pa_stream_cork", self._stream, int(resting), None, None))

    def close(self) -> None:
        """Silence it and let go of the server."""
        if self._context:
            with self._locked():
                if self._stream:
                    call("pa_stream_disconnect", self._stream)
                    call("pa_stream_unref", self._stream)
                call("pa_context_disconnect", self._context)
                call("pa_context_unref", self._context)
            self._context = 0
        call("pa_threaded_mainloop_stop", self._loop)
        call("pa_threaded_mainloop_free", self._loop)


def _bytes(milliseconds: float) -> int:
    return round(milliseconds * PLAYER_RATE / 1000) * _BYTES


def _sink_named(name: str) -> str:
    """Return what the server calls the device that a person calls ``name``."""
    device = find_device(name)
    if device is None:
        raise PulseError(f"there is no device named {name}")
    return device.sink
