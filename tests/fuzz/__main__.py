"""Gives every loader and the script what nobody would write, and says what came of it.

    python -m tests.fuzz                          # every target, 100,000 inputs in all
    python -m tests.fuzz html epub --inputs 5000  # these, so many each
    python -m tests.fuzz html --seed 1234         # one input again, with its traceback

A target is a module in ``tests/fuzz/targets`` with ``generate(random) -> bytes`` and
``check(data)``, which raises when something is wrong. Each runs in a process of its own, so that
a crash or a hang of a C library is seen and named by its seed. Ends with exit code 1 when
anything was found.
"""

from __future__ import annotations

import argparse
import sys
from importlib import import_module

from tests.fuzz.running import one, run, targets

ALL = 100_000


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("targets", nargs="*", default=[], metavar="TARGET")
    parser.add_argument("--inputs", type=int, help="how many for each target")
    parser.add_argument("--seed", type=int, help="run this one input, and show its traceback")
    asked = parser.parse_args()
    names = asked.targets or targets()
    if asked.seed is not None:
        for name in names:
            one(import_module(f"tests.fuzz.targets.{name}"), asked.seed)
        return
    inputs = asked.inputs or -(-ALL // len(names))
    print("| target | inputs | seconds | slowest input, ms | memory, MB | growth | found |")
    print("|---|---|---|---|---|---|---|", flush=True)
    faults: list[str] = []
    for name in names:
        found = run(name, inputs)
        print(
            f"| {name} | {found.inputs:,} | {found.seconds:.0f} | {found.slowest * 1000:.0f} "
            f"| {found.megabytes:.0f} | {found.growth:.2f} | {len(found.faults) or 'nothing'} |",
            flush=True,
        )
        faults += [f"{name}, {fault}" for fault in found.faults]
    for fault in faults:
        print(fault)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
