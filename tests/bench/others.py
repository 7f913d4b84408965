"""What the reader is set against: a bare device, and other programs that speak."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import random
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench.figures import Figure, Missing, Row
from tests.bench.reader import ticks
from tests.support.ear import Ear

REPETITIONS = 20
_TEXT = "Dough rises in a warm room while the town sleeps."

_DEVICE = """
import array, math, sys, threading, wave
sys.modules["numpy"] = None
import miniaudio
sys.setswitchinterval(0.0005)
tone = array.array("h", (int(8000 * math.sin(i / 5)) for i in range(22050))).tobytes()
waiting = bytearray()
def feed():
    count = yield b""
    while True:
        part = bytes(waiting[: count * 2])
        del waiting[: count * 2]
        count = yield part + bytes(count * 2 - len(part))
device = miniaudio.PlaybackDevice(
    output_format=miniaudio.SampleFormat.SIGNED16, nchannels=1, sample_rate=22050,
    buffersize_msec=10,
)
generator = feed()
next(generator)
device.start(generator)
engine = None
def speak(text, path):
    global engine
    if engine is None:
        with __import__("contextlib").suppress(ImportError):
            from voices.espeak_library import load
            load()
        import pyttsx3
        engine = pyttsx3.init()
    engine.save_to_file(text, path)
    engine.runAndWait()
    with wave.open(path) as file:
        return file.readframes(file.getnframes())
print("ready", device.backend, flush=True)
for line in sys.stdin:
    what, _, rest = line.strip().partition(" ")
    if what == "tone":
        waiting += tone
    elif what == "stop":
        waiting.clear()
    elif what == "say":
        path, _, text = rest.partition(" ")
        waiting += speak(text, path)
        print("said", flush=True)
__import__("os")._exit(0)  # miniaudio's thread may hang on to the interpreter
"""


def _between(low: float = 0.1, high: float = 0.2) -> None:
    time.sleep(random.uniform(low, high))


@contextlib.contextmanager
def _device(ear: Ear) -> Iterator[Callable[[str], float]]:
    """Run a process that holds an open device; give what sends it a line."""
    found = importlib.util.find_spec("app")
    root = str(Path(found.origin).parent) if found and found.origin else ""
    process = subprocess.Popen(
        [sys.executable, "-c", _DEVICE], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, env=os.environ | ear.environment | {"PYTHONPATH": root},
        text=True, bufsize=1,
    )  # fmt: skip
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("the device's process was started without its pipes")
    stdin, stdout = process.stdin, process.stdout

    def send(line: str) -> float:
        moment = ear.now()
        stdin.write(line + "\n")
        if line.startswith("say") and not stdout.readline():
            raise RuntimeError("pyttsx3 has ended")
        return float(process.pid) if line == "pid" else moment

    try:
        stdout.readline()
        ear.hears(0.3)
        yield send
    finally:
        stdin.close()
        process.wait(5)


def _sound_and_silence(
    ear: Ear, begin: Callable[[], float], end: Callable[[], float] | None, times: int
) -> tuple[list[float], list[float]]:
    """Begin and end a sound ``times`` times; return the milliseconds to each being heard."""
    audible: list[float] = []
    silent: list[float] = []
    for _ in range(times):
        _between()
        began = begin()
        heard = ear.onset(began, 3)
        if heard is None:
            continue
        audible.append(1000 * (heard - began))
        if end is not None:
            _between(0.15, 0.25)
            ended = end()
            if (last := ear.silence(ended, 0.2, 5)) is not None:
                silent.append(1000 * (last - ended))
        else:
            ear.silence(heard, 0.4, 10)
    return audible, silent


def bare_device(ear: Ear) -> list[Row]:
    """Measure a device that plays what it is handed, with nothing around it."""
    with _device(ear) as send:
        pid = int(send("pid"))
        before, began = ticks(pid), time.perf_counter()
        time.sleep(3)
        taken = 100 * (ticks(pid) - before) / (time.perf_counter() - began)
        audible, silent = _sound_and_silence(
            ear, lambda: send("tone"), lambda: send("stop"), REPETITIONS
        )
    return [
        Figure("bare device, to sound", audible, until="sound"),
        Figure("bare device, to silence", silent, until="silence"),
        Figure("bare device, of a core, silent", [taken], unit="%"),
    ]


def system_voice(ear: Ear, folder: Path) -> list[Row]:
    """Measure pyttsx3, its speech saved and played through the bare device."""
    name = "pyttsx3 saved and played, to sound"
    if importlib.util.find_spec("pyttsx3") is None:
        return [Missing(name, "pyttsx3 is not installed")]
    path = folder / "pyttsx3.wav"
    begun = ear.now()

    def say() -> float:
        nonlocal begun
        begun = ear.now()
        send(f"say {path} {_TEXT}")
        return begun

    try:
        with _device(ear) as send:
            say()
            ear.silence(ear.now(), 0.4)
            audible, _ = _sound_and_silence(ear, say, lambda: send("stop"), REPETITIONS)
    except (RuntimeError, OSError) as error:
        return [Missing(name, str(error))]
    return [Figure(name, audible, until="sound")]


def espeak_command(ear: Ear) -> list[Row]:
    """Measure the command espeak-ng, started anew for each sentence."""
    name = "espeak-ng command"
    program = shutil.which("espeak-ng")
    if program is None:
        return [Missing(name, "espeak-ng is not installed")]
    running: list[subprocess.Popen[bytes]] = []

    def begin() -> float:
        moment = ear.now()
        running.append(
            subprocess.Popen(
                [program, _TEXT], env=os.environ | ear.environment, stderr=subprocess.DEVNULL
            )
        )
        return moment

    def end() -> float:
        moment = ear.now()
        running[-1].kill()
        running[-1].wait()
        return moment

    audible, silent = _sound_and_silence(ear, begin, end, REPETITIONS)
    for process in running:
        process.kill()
        process.wait()
    return [
        Figure(f"{name}, to sound", audible, until="sound"),
        Figure(f"{name}, killed, to silence", silent, until="silence"),
    ]


class _Dispatcher:
    """A speech-dispatcher of our own, spoken to in SSIP."""

    def __init__(self, folder: Path, ear: Ear) -> None:
        folder.mkdir()
        (folder / "modules").mkdir()
        (folder / "modules" / "espeak-ng.conf").write_text("Debug 0\n")
        (folder / "speechd.conf").write_text(
            'LogLevel 1\nDefaultRate 0\nDefaultLanguage "en"\nDisableAutoSpawn\n'
            'AudioOutputMethod "pulse"\nAddModule "espeak-ng" "sd_espeak-ng" "espeak-ng.conf"\n'
            "DefaultModule espeak-ng\n"
        )
        address = folder / "socket"
        self._log = (folder / "said").open("wb")
        self._process = subprocess.Popen(
            ["speech-dispatcher", "-s", "-t", "0", "-c", "unix_socket", "-S", str(address),
             "-C", str(folder), "-P", str(folder / "pid"), "-L", str(folder)],
            env=os.environ | ear.environment | {"HOME": str(folder)},
            stdout=self._log, stderr=self._log,
        )  # fmt: skip
        self._socket = socket.socket(socket.AF_UNIX)
        end = time.monotonic() + 10
        while True:
            try:
                self._socket.connect(str(address))
                break
            except OSError as error:
                if self._process.poll() is not None or time.monotonic() > end:
                    self.close()
                    raise RuntimeError(f"speech-dispatcher does not answer ({error})") from error
                time.sleep(0.05)
        self._answers = self._socket.makefile("rb")
        self.ask("SET SELF CLIENT_NAME user:bench:main")

    def ask(self, line: str) -> str:
        """Send a command; return the last line of its answer."""
        self._socket.sendall(line.encode() + b"\r\n")
        while (answer := self._answers.readline())[3:4] == b"-":
            pass
        return answer.decode().strip()

    def speak(self, text: str) -> None:
        """Have ``text`` spoken, as one write once speaking is granted."""
        self.ask("SPEAK")
        self.ask(f"{text}\r\n.")

    def close(self) -> None:
        """End it."""
        self._socket.close()
        self._process.terminate()
        try:
            self._process.wait(3)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._log.close()


def speech_dispatcher(ear: Ear, folder: Path) -> list[Row]:
    """Measure speech-dispatcher with espeak-ng, without a screen or a key before it."""
    name = "speech-dispatcher"
    if shutil.which("speech-dispatcher") is None:
        return [Missing(name, "speech-dispatcher is not installed")]
    try:
        dispatcher = _Dispatcher(folder / "dispatcher", ear)
    except (RuntimeError, OSError) as error:
        return [Missing(name, str(error))]

    def begin() -> float:
        moment = ear.now()
        dispatcher.speak(_TEXT)
        return moment

    def end() -> float:
        moment = ear.now()
        dispatcher.ask("CANCEL SELF")
        return moment

    try:
        if ear.onset(begin(), 5) is None:
            return [Missing(name, "it plays nothing")]
        end()
        ear.silence(ear.now(), 0.4)
        audible, silent = _sound_and_silence(ear, begin, end, REPETITIONS)
    finally:
        dispatcher.close()
    return [
        Figure(f"{name}, to sound", audible, until="sound"),
        Figure(f"{name}, to silence", silent, until="silence"),
    ]
