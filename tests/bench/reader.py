"""What a person waits for in the reader: measured from a key in a terminal to the ear."""

from __future__ import annotations

import os
import random
import subprocess
import time
import wave
from collections.abc import Iterator
from pathlib import Path

from tests.bench.figures import Figure, Missing, Row, share
from tests.bench.material import PAUSES, SENTENCE, article, text
from tests.support.ear import RATE, Ear
from tests.support.terminal import Terminal, environment_for, program
from tests.support.waves import Wave, read_wave, tempo_change

REPETITIONS = 25


def _quiet_reader(terminal: Terminal, ear: Ear) -> None:
    """Wait until the reader is up, and make it and the ear quiet."""
    terminal.wait_for("paused")
    terminal.wait_until_quiet(0.3)
    pressed = terminal.press("escape")
    ear.silence(pressed, 0.4)


def _idle() -> None:
    """Let a moment pass whose length has nothing to do with the device's period."""
    time.sleep(random.uniform(0.1, 0.2))


def keys(folder: Path, ear: Ear) -> list[Row]:
    """Measure from a key to sound and to silence."""
    audible: list[float] = []
    moved: list[float] = []
    paused: list[float] = []
    escaped: list[float] = []
    with Terminal([article(folder)], state=folder / "state", environment=ear.environment) as reader:
        _quiet_reader(reader, ear)

        def sound(key: str, into: list[float]) -> None:
            _idle()
            pressed = reader.press(key)
            if (heard := ear.onset(pressed, 3)) is not None:
                into.append(1000 * (heard - pressed))

        def silence(key: str, into: list[float]) -> None:
            time.sleep(random.uniform(0.15, 0.3))
            for _ in range(20):  # a stop consonant is silence that no key has made
                now = ear.now()
                if any(abs(value) > 500 for value in ear.samples_between(now - 0.01, now)):
                    break
            pressed = reader.press(key)
            if (ended := ear.silence(pressed, 0.2, 3)) is not None:
                into.append(1000 * (ended - pressed))

        for _ in range(REPETITIONS):
            sound("space", audible)
            silence("space", paused)
            sound("space", audible)
            silence("escape", escaped)
        reader.press("tab")
        ear.silence(ear.now(), 0.5)
        for _ in range(REPETITIONS):
            sound("right", moved)
            silence("escape", escaped)
    soon, at_once = "p50 <= 20, p95 <= 40", "p95 <= 20"
    return [
        Figure("Intone, space to sound", audible, soon, _within(audible, 20, 40), until="sound"),
        Figure(
            "Intone, next sentence to sound", moved, soon, _within(moved, 20, 40), until="sound"
        ),
        Figure(
            "Intone, space to silence", paused, at_once, _within(paused, None, 20), until="silence"
        ),
        Figure(
            "Intone, escape to silence",
            escaped,
            at_once,
            _within(escaped, None, 20),
            until="silence",
        ),
    ]


def _within(values: list[float], half: float | None, most: float) -> bool:
    if not values:
        return False
    return (half is None or share(values, 0.5) <= half) and share(values, 0.95) <= most


_EMPTY = """
from textual.app import App
class Empty(App):
    ENABLE_COMMAND_PALETTE = False
    def on_key(self, event):
        self.exit()
Empty().run(mouse=False)
"""
_LEFT = b"\x1b[?1049l"


def start(folder: Path, ear: Ear) -> list[Row]:
    """Measure from the start to keys and to the first word, and an empty app's start."""
    source = article(folder)
    python = program()[0]
    empty: list[float] = []
    accepted: list[float] = []
    spoken: list[float] = []

    def until_left(terminal: Terminal) -> float:
        # Typed ahead: the key waits in the terminal until it is taken.
        terminal.press("f10")
        terminal.wait_for(lambda: any(_LEFT in data for _, data in terminal.output))
        moment = next(moment for moment, data in terminal.output if _LEFT in data)
        terminal.wait()
        return 1000 * (moment - terminal.started)

    for round_number in range(9):
        fresh = folder / f"fresh{round_number}"
        with Terminal([], state=fresh, command=[python, "-P", "-c", _EMPTY]) as terminal:
            empty.append(until_left(terminal))
        with Terminal([source], state=fresh, environment=ear.environment) as terminal:
            accepted.append(until_left(terminal))
        ear.silence(ear.now(), 0.2)
        with Terminal([source], state=fresh, environment=ear.environment) as terminal:
            if (heard := ear.onset(terminal.started)) is not None:
                spoken.append(1000 * (heard - terminal.started))
        ear.silence(ear.now(), 0.2)
    half = share(empty, 0.5)

    def met(values: list[float], most: float) -> bool:
        return bool(values) and share(values, 0.5) <= most * half

    return [
        Figure("empty Textual app, start to keys", empty, until="start"),
        Figure("start to keys", accepted, "<= 1.2 empty app", met(accepted, 1.2), until="start"),
        Figure("start to first word", spoken, "<= 1.0 empty app", met(spoken, 1.0), until="start"),
    ]


def ticks(pid: int) -> float:
    """Return the seconds of a core that a process has taken."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def idle(folder: Path, ear: Ear) -> list[Row]:
    """Measure what a paused reader writes and how much of a core it takes."""
    with Terminal([article(folder)], state=folder / "idle", environment=ear.environment) as reader:
        _quiet_reader(reader, ear)
        reader.press("space")
        reader.wait_for("playing")
        reader.press("space")
        reader.wait_for("paused")
        reader.wait_until_quiet(0.5)
        pids = reader.pids()
        before = reader.bytes_written
        taken = sum(map(ticks, pids))
        began = time.perf_counter()
        time.sleep(3)
        written = reader.bytes_written - before
        time.sleep(2)
        lasted = time.perf_counter() - began
        percent = 100 * (sum(map(ticks, pids)) - taken) / lasted
    return [
        Figure("written in 3 s, paused", [written], "0", written == 0, "bytes"),
        Figure("of a core, paused", [percent], "< 1", percent < 1, "%"),
    ]


def gaps(folder: Path, ear: Ear) -> list[Row]:
    """Measure the silence between sentences against what the script asks."""
    from content.opening import open_article
    from content.script import Script

    path = text(folder, "pauses", PAUSES)
    asked = [utterance.pause_ms for utterance in Script(open_article(str(path)))][:-1]
    rows: list[Row] = []
    for pace in (180, 360):
        state = folder / f"pauses{pace}"
        with Terminal(
            [path, "--pace", str(pace)], state=state, environment=ear.environment
        ) as reader:
            _quiet_reader(reader, ear)
            pressed = reader.press("space")
            # What ends the reading is announced: stop there.
            reader.wait_for("100 %", 60)
            ended = reader.press("escape")
        wanted = [pause * 180 / pace for pause in asked]
        found = ear.stretches(pressed, ended, gap=min(wanted) / 1000 * 0.7)
        errors = [
            1000 * (after[0] - before[1]) - want
            for before, after, want in zip(found, found[1:], wanted, strict=False)
        ]
        name = f"gap between sentences less asked, {pace} words a minute"
        if len(errors) < len(wanted):
            rows.append(Missing(name, f"{len(found)} sentences were heard"))
            continue
        met = all(abs(error) <= 10 for error in errors)
        rows.append(Figure(name, errors, "within 10", met))
    return rows


def _places(
    ear: Ear, wave: Wave, begin: float, end: float, pressed: float, quicker: float
) -> Iterator[tuple[float, float]]:
    """Give moments, and how many seconds of ``wave`` had been said at each."""
    length, step, reach = 0.05, 0.02, 0.3
    heard = ear.samples_between(begin, end)
    moment = 0.0
    while moment + length < end - begin:
        first = round(moment * RATE)
        stretch = heard[first : first + round(length * RATE)]
        if max(map(abs, stretch), default=0) > 1000:
            expected = moment + max(0.0, begin + moment - pressed) * (quicker - 1)
            match = wave.find(
                stretch,
                round((expected - reach) * wave.rate),
                round((expected + reach + length) * wave.rate),
            )
            if match.likeness > 0.8:
                yield begin + moment + length / 2, match.sample / wave.rate + length / 2
        moment += step


def pace_change(folder: Path, ear: Ear) -> list[Row]:
    """Measure from many pluses to when the tempo is heard to have changed."""
    path = text(folder, "sentence", SENTENCE)
    reference = folder / "reference.wav"
    subprocess.run(
        [*program(), "export", str(path), "-o", str(reference)],
        check=True, env=environment_for(folder / "reference"), capture_output=True,
    )  # fmt: skip
    reference_wave = read_wave(reference)
    changes: list[float] = []
    name = "twelve pluses to the new tempo"
    for number in range(10):
        with Terminal(
            [path, "--pace", "180"], state=folder / f"tempo{number}", environment=ear.environment
        ) as reader:
            _quiet_reader(reader, ear)
            began = ear.onset(reader.press("space"))
            if began is None:
                return [Missing(name, "nothing was heard")]
            time.sleep(random.uniform(1.0, 2.5))
            pressed = ear.now()
            reader.paste(b"+" * 12)
            time.sleep(1.0)
            end = ear.now()
        quicker = 300 / 180
        places = list(_places(ear, reference_wave, began, end, pressed, quicker))
        if len(places) > 20:
            changes.append(1000 * (tempo_change(places, quicker) - pressed))
    return [
        Figure(name, changes, "p50 <= 100", _within(changes, 100, 1000)),
        *_true_pace(folder),
    ]


def _true_pace(folder: Path) -> list[Row]:
    """Measure the words a minute of a whole article as it is exported, against those asked."""
    from content.opening import open_article
    from content.progress import Progress

    path = text(folder, "long", "\n\n".join([PAUSES, SENTENCE] * 20))
    words = Progress(open_article(str(path))).words
    rows: list[Row] = []
    for pace in (60, 180, 450, 900):
        out = folder / f"pace{pace}.wav"
        subprocess.run(
            [*program(), "export", str(path), "-o", str(out), "--pace", str(pace)],
            check=True, env=environment_for(folder / "reference"), capture_output=True,
        )  # fmt: skip
        with wave.open(str(out)) as file:
            heard = words * 60 / (file.getnframes() / file.getframerate())
        error = 100 * (heard / pace - 1)
        name = f"heard pace less asked, {pace} words a minute"
        rows.append(Figure(name, [error], "within 5", abs(error) <= 5, "%"))
    return rows
