"""An ear: hears what programs really play, on a machine without a sound card.

    with sound_server(tmp_path) as environment, Ear(environment) as ear:
        pressed = ear.now()
        …                              # a program with this environment plays something
        ear.onset(pressed)             # when it was first heard, or None
        ear.silence(pressed)           # when it ended
        ear.stretches(begin, end)      # from when to when something was heard
        ear.samples_between(begin, end)

The server is a private PulseAudio with a null sink; needs Debian's ``pulseaudio`` and
``pulseaudio-utils``. All moments are those of ``time.perf_counter``. A null sink's monitor is
cut into blocks that arrive early or late, while its samples are even: so the moment of a
sample is reckoned from its number and from the blocks around it that arrived soonest.
"""

from __future__ import annotations

import array
import contextlib
import os
import shutil
import subprocess
import threading
import time
import wave
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType

RATE = 22050
"""Hertz, of the sink and of what is recorded."""
LOUD = 200
"""Amplitude, of 32767, above which sound is heard to begin."""
QUIET = 60
"""Amplitude up to which it is silent."""
_SINK = "ear"
_AROUND = 1.0
"""Seconds around a moment in which the soonest block is looked for."""


def missing_programs() -> list[str]:
    """Return the programs that are needed and not installed."""
    return [name for name in ("pulseaudio", "pacat", "parec") if shutil.which(name) is None]


@contextlib.contextmanager
def sound_server(folder: Path, sink: bool = True) -> Iterator[dict[str, str]]:
    """Run a sound server that nobody hears; give the environment to play into it.

    Without a ``sink`` it has no device to play on.
    """
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    socket = folder / "native"
    environment = {
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(folder),
        "PULSE_SERVER": f"unix:{socket}",
        "PULSE_SINK": _SINK,
    }
    with (folder / "pulseaudio.log").open("wb") as log:
        server = subprocess.Popen(
            ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no",
             "--realtime=no", "--high-priority=no", "--disable-shm=yes",
             *([f"--load=module-null-sink sink_name={_SINK} rate={RATE} channels=1"] * sink),
             f"--load=module-native-protocol-unix auth-anonymous=1 socket={socket}"],
            env=os.environ | environment, stdout=log, stderr=log,
        )  # fmt: skip
    try:
        end = time.monotonic() + 10
        while not socket.exists():
            if server.poll() is not None or time.monotonic() > end:
                said = (folder / "pulseaudio.log").read_text(errors="replace")
                raise RuntimeError(f"the sound server did not start: {said}")
            time.sleep(0.02)
        del environment["HOME"]
        yield environment
    finally:
        server.terminate()
        server.wait()


class Ear:
    """Records all that is played into ``sink``, from its beginning to its end."""

    def __init__(self, environment: Mapping[str, str], sink: str = _SINK) -> None:
        self.environment = dict(environment)
        self._heard = array.array("h")
        self._blocks: list[tuple[float, int]] = []
        """When each block arrived, and how many samples there were with it."""
        everything = os.environ | self.environment
        form = ["--format=s16le", f"--rate={RATE}", "--channels=1", "--raw"]
        # A null sink's monitor stands still while nothing plays: zeros keep it going.
        self._hum = subprocess.Popen(
            ["pacat", "--playback", "-d", sink, *form, "--latency-msec=10", "/dev/zero"],
            env=everything, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._recorder = subprocess.Popen(
            ["parec", "-d", f"{sink}.monitor", *form, "--latency-msec=2",
             "--process-time-msec=2"],
            env=everything, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0,
        )  # fmt: skip
        threading.Thread(target=self._listen, daemon=True).start()
        end = time.monotonic() + 10
        while not self._blocks:  # the first monitor of a new server takes a second to begin
            if time.monotonic() > end:
                self.close()
                raise RuntimeError("the sound server's monitor gives nothing")
            time.sleep(0.01)

    def _listen(self) -> None:
        if self._recorder.stdout is None:
            raise RuntimeError("the recorder was started without its pipe")
        odd = b""
        while data := self._recorder.stdout.read(4096):
            arrived = time.perf_counter()
            data = odd + data
            whole = len(data) // 2 * 2
            odd = data[whole:]
            self._heard.frombytes(data[:whole])
            self._blocks.append((arrived, len(self._heard)))

    # Moments and samples.

    @staticmethod
    def now() -> float:
        """Return this moment."""
        return time.perf_counter()

    def _origin(self, moment: float) -> float:
        """Return when sample 0 would have been, reckoned from the blocks around ``moment``."""
        first = bisect_left(self._blocks, (moment - _AROUND, 0))
        last = bisect_left(self._blocks, (moment + _AROUND, 0))
        near = self._blocks[first:last] or self._blocks[-1:]
        return min(arrived - count / RATE for arrived, count in near)

    def _number(self, moment: float) -> int:
        return max(0, round((moment - self._origin(moment)) * RATE))

    def samples_between(self, begin: float, end: float) -> array.array[int]:
        """Return what was heard, once it has been."""
        last = self._number(end)
        self._wait_for_sample(last, end + 5)
        return self._heard[self._number(begin) : last]

    def _wait_for_sample(self, number: int, deadline: float) -> bool:
        while len(self._heard) <= number:
            if time.perf_counter() > deadline:
                return False
            time.sleep(0.002)
        return True

    # Beginnings and ends.

    def onset(self, since: float, timeout: float = 10, threshold: int = LOUD) -> float | None:
        """Return when sound was first heard after ``since``; None when it was not."""
        number = self._number(since)
        while self._wait_for_sample(number, since + timeout):
            for index in range(number, len(self._heard)):
                if abs(self._heard[index]) > threshold:
                    return self._origin(time.perf_counter()) + index / RATE
            number = len(self._heard)
        return None

    def silence(
        self, since: float, lasting: float = 0.15, timeout: float = 10, threshold: int = QUIET
    ) -> float | None:
        """Return when sound was last heard before a silence of ``lasting`` seconds.

        That is ``since`` when it was silent from then on, None when it never was.
        """
        begin = last = self._number(since)
        number = begin
        wanted = round(lasting * RATE)
        while self._wait_for_sample(number, since + timeout):
            for index in range(number, len(self._heard)):
                if abs(self._heard[index]) > threshold:
                    last = index
                elif index - last >= wanted:
                    return self._origin(time.perf_counter() - lasting) + last / RATE
            number = len(self._heard)
        return None

    def stretches(
        self, begin: float, end: float, gap: float = 0.05, threshold: int = QUIET
    ) -> list[tuple[float, float]]:
        """Return from when to when something was heard; shorter gaps than ``gap`` count in."""
        samples = self.samples_between(begin, end)
        first = self._number(begin)
        origin = self._origin((begin + end) / 2)
        found: list[tuple[int, int]] = []
        for index, value in enumerate(samples):
            if abs(value) > threshold:
                if found and index - found[-1][1] <= gap * RATE:
                    found[-1] = (found[-1][0], index)
                else:
                    found.append((index, index))
        return [(origin + (first + a) / RATE, origin + (first + b) / RATE) for a, b in found]

    def hears(self, seconds: float = 0.3, threshold: int = LOUD) -> bool:
        """Listen for ``seconds`` from now on; return whether anything was heard."""
        return self.onset(self.now(), seconds, threshold) is not None

    def save(self, path: Path) -> None:
        """Write all that was heard to a WAV file, to listen to what went wrong."""
        with wave.open(str(path), "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(2)
            out.setframerate(RATE)
            out.writeframes(self._heard.tobytes())

    def close(self) -> None:
        """Stop recording."""
        for process in (self._recorder, self._hum):
            process.terminate()
            process.wait()

    def __enter__(self) -> Ear:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
