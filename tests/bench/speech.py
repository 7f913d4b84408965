"""The speech process by itself: its memory, its marks against the ear, its gaps."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.figures import Figure, Missing, Row
from tests.support.ear import Ear
from tests.support.terminal import Terminal
from voices.messages import Configure, Event, Finished, Problem, Reached, Speak

_WORDS = "Tie, cow, pea, toe, core, pay, two, tear, key, par, toy, pew, tall, call, pool, coil."
"""Each begins with a burst, after the only silence there is."""
_VOICES = ("espeak", "pyttsx3", "piper", "dispatcher")
_PATIENCE = 60.0


@contextlib.contextmanager
def _environment(values: dict[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.update(values)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def _speak(ear: Ear, wanted: Configure, text: str) -> tuple[list[tuple[float, Event]], float]:
    """Let a new speech process say ``text``; return what it told, and its memory in MB."""
    from voices.client import SpeechProcess

    told: list[tuple[float, Event]] = []
    with _environment(ear.environment):
        speech = SpeechProcess()
    try:
        speech.listen(lambda event: told.append((time.perf_counter(), event)))
        speech.send(wanted)
        speech.send(Speak(1, text, "en", 0))
        end = time.monotonic() + _PATIENCE
        while not any(isinstance(event, Finished) for _, event in told):
            if time.monotonic() > end:
                raise RuntimeError("it was not heard to its end")
            time.sleep(0.05)
        return told, _family_memory(speech.pid)
    finally:
        speech.close()


def _family_memory(pid: int) -> float:
    """Return the resident memory of a process and of those it has started, in MB."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    own = pages * os.sysconf("SC_PAGE_SIZE") / 2**20
    return own + sum(_family_memory(int(child)) for child in children)


def memory(ear: Ear) -> list[Row]:
    """Measure the memory of the speech process with each voice, its helpers included."""
    rows: list[Row] = []
    for voice in _VOICES:
        name = f"memory of the speech process, {voice}"
        told, size = _speak(ear, Configure(voice, 300), "One two three four five.")
        if problems := [event.text for _, event in told if isinstance(event, Problem)]:
            rows.append(Missing(name, problems[0]))
        else:
            rows.append(Figure(name, [size], unit="MB"))
    return rows


def marks(ear: Ear) -> list[Row]:
    """Measure how far the moment that a word is told is from the one it is heard at."""
    rows: list[Row] = []
    for pace in (100, 250, 600):
        ear.silence(ear.now(), 0.5)
        told, _ = _speak(ear, Configure("espeak", pace), _WORDS)
        moments = [moment for moment, event in told if isinstance(event, Reached)]
        heard = _onsets(ear, moments[0] - 0.2, told[-1][0] + 0.1, len(moments))
        apart = [1000 * abs(a - b) for a, b in zip(moments, heard, strict=True)]
        rows.append(
            Figure(
                f"word told against word heard, {pace} words a minute", apart,
                "<= 50", max(apart) <= 50,
            )
        )  # fmt: skip
    return rows


def _onsets(ear: Ear, begin: float, end: float, words: int) -> list[float]:
    """Return when each word was heard to begin."""
    return [onset for onset, _ in ear.stretches(begin, end, gap=0.012)[:words]]


def highlight(folder: Path, ear: Ear) -> list[Row]:
    """Measure when the terminal's cursor comes to a word against when the word is heard."""
    article = folder / "highlight.md"
    article.write_text(_WORDS + "\n")
    rows: list[Row] = []
    for pace in (100, 600):
        state = folder / f"highlight{pace}"
        with Terminal(
            [article, "--pace", str(pace)], state=state, environment=ear.environment
        ) as reader:
            reader.wait_for("paused")
            reader.press("tab")
            ear.silence(reader.press("escape"), 0.4)
            began = ear.onset(reader.press("space"), 3)
            if began is None:
                raise RuntimeError("nothing was heard")
            seen: dict[str, float] = {}
            while "playing" in reader.text:
                seen.setdefault(reader.word_at_cursor(), ear.now())
                time.sleep(0.001)
            words = _WORDS.split()
            heard = _onsets(ear, began - 0.05, ear.now(), len(words))
        # The first is where the cursor was before.
        apart = [
            1000 * abs(seen[word] - moment)
            for word, moment in list(zip(words, heard, strict=True))[1:]
        ]
        rows.append(
            Figure(
                f"cursor on the word against word heard, {pace} words a minute", apart,
                "<= 50", max(apart) <= 50,
            )
        )  # fmt: skip
    return rows


def busy(ear: Ear) -> list[Row]:
    """Count gaps in ten seconds of a steady tone while every core is busy."""
    rows: list[Row] = []
    root = str(Path(__file__).resolve().parents[2])
    for loops in (0, 1, 2):
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.tone"], stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL, env=os.environ | ear.environment, cwd=root, bufsize=0,
        )  # fmt: skip
        others = [
            subprocess.Popen([sys.executable, "-c", "while True: pass"])
            for _ in range(loops * (os.cpu_count() or 1))
        ]
        try:
            if process.stdin is None:
                raise RuntimeError("the tone was started without its pipe")
            from voices.messages import encode

            process.stdin.write(encode(Configure("tone", 120)))
            for number in range(1, 7):
                process.stdin.write(encode(Speak(number, "one two three four", "en", 0)))
            heard = ear.onset(ear.now())
            if heard is None:
                raise RuntimeError("nothing was heard")
            gaps = len(ear.stretches(heard, heard + 10, gap=0.001)) - 1
        finally:
            for other in others:
                other.kill()
                other.wait()
            process.kill()
            process.wait()
        rows.append(
            Figure(
                f"gaps in 10 s of a tone, {loops} busy processes a core", [gaps], "0", gaps == 0,
                unit="gaps",
            )
        )  # fmt: skip
    return rows
