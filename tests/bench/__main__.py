"""Measure how long a person waits, against other programs, in one run: ``python -m tests.bench``.

Prints one table: what was measured, how often, the median, the 95th percentile, the worst; the
median as a multiple of what a bare device, speech-dispatcher, pyttsx3, the command espeak-ng and
an empty Textual app need for the same; the target and whether it is met. It takes about six
minutes and needs Debian's ``pulseaudio`` and ``pulseaudio-utils``; speech-dispatcher (with
``speech-dispatcher-espeak-ng``) and ``espeak-ng`` are measured when they are installed. What is
missing is reported as missing. Names of groups measure only those:

    python -m tests.bench keys start
    python -m tests.bench device dispatcher keys --picture docs/key-to-sound.svg

Everything is heard through a private sound server's null sink, so nothing can be heard in the
room. Other programs that are busy meanwhile make everything slower: compare the ratios.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.bench import articles, neural, others, reader, screen, speech
from tests.bench.figures import Missing, Row, machine, table
from tests.bench.picture import picture
from tests.support.ear import Ear, missing_programs, sound_server


def _groups(folder: Path, ear: Ear) -> Mapping[str, Callable[[], list[Row]]]:
    return {
        "device": lambda: others.bare_device(ear),
        "dispatcher": lambda: others.speech_dispatcher(ear, folder),
        "pyttsx3": lambda: others.system_voice(ear, folder),
        "espeak": lambda: others.espeak_command(ear),
        "keys": lambda: reader.keys(folder, ear),
        "pace": lambda: reader.pace_change(folder, ear),
        "gaps": lambda: reader.gaps(folder, ear),
        "idle": lambda: reader.idle(folder, ear),
        "start": lambda: reader.start(folder, ear),
        "marks": lambda: speech.marks(ear),
        "highlight": lambda: speech.highlight(folder, ear),
        "busy": lambda: speech.busy(ear),
        "memory": lambda: speech.memory(ear),
        "neural": lambda: neural.neural(folder),
        "articles": lambda: articles.articles(folder),
        "screen": lambda: screen.run(folder),
    }


_AGAINST = {
    "device": {"sound": "bare device, to sound", "silence": "bare device, to silence"},
    "dispatcher": {
        "sound": "speech-dispatcher, to sound",
        "silence": "speech-dispatcher, to silence",
    },
    "pyttsx3": {"sound": "pyttsx3 saved and played, to sound"},
    "espeak-ng": {"sound": "espeak-ng command, to sound"},
    "empty app": {"start": "empty Textual app, start to keys"},
    "bare parse": {"outline": "markdown-it-py, bare parse"},
}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("groups", nargs="*", help="what to measure; everything when left out")
    parser.add_argument("--picture", type=Path, help="an SVG to draw of keys to sound and silence")
    arguments = parser.parse_args()
    chosen = arguments.groups
    if needed := missing_programs():
        sys.exit(f"Nothing can be heard without {' and '.join(needed)}; install pulseaudio.")
    rows: list[Row] = []
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        with sound_server(folder / "sound") as environment, Ear(environment) as ear:
            groups = _groups(folder, ear)
            if unknown := set(chosen) - set(groups):
                parser.error(f"no such group: {', '.join(unknown)}; there are {', '.join(groups)}")
            for group in chosen or groups:
                print(f"measuring: {group}", file=sys.stderr, flush=True)
                try:
                    rows += groups[group]()
                except (AssertionError, OSError, RuntimeError) as error:
                    rows.append(Missing(group, " ".join(str(error).split())[:300]))
    print(f"Machine: {machine()}.")
    print(f"Measured in {time.monotonic() - began:.0f} seconds.")
    print("\n".join(table(rows, _AGAINST)))
    if arguments.picture:
        arguments.picture.write_text(picture(rows, f"Measured on {machine()}."), encoding="utf-8")


if __name__ == "__main__":
    main()
