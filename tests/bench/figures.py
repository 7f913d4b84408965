"""Figures, and how they are printed."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Figure:
    """Something measured, in milliseconds unless ``unit`` says otherwise."""

    name: str
    values: Sequence[float]
    target: str = ""
    """What is aimed at, as it is printed."""
    met: bool | None = None
    """Whether it is; None when nothing is aimed at."""
    unit: str = "ms"
    until: str = ""
    """What it lasts until, sound, silence or start: set against what others need for it."""


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that could not be measured, and why."""

    name: str
    reason: str


Row = Figure | Missing


def share(values: Sequence[float], part: float) -> float:
    """Return the value that ``part`` of ``values`` do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, round(part * len(ordered) + 0.5) - 1))]


def middle(row: Row) -> float | None:
    """Return the median of a figure."""
    return share(row.values, 0.5) if isinstance(row, Figure) and row.values else None


def table(rows: Sequence[Row], bases: Mapping[str, Mapping[str, str]]) -> list[str]:
    """Return the lines of a plain table.

    ``bases`` has a column for each of whom figures are set against, with the name of the
    figure for each of what they may last until.
    """
    middles = {row.name: middle(row) for row in rows}
    columns = {
        name: known for name, names in bases.items()
        if (known := {until: base for until, row in names.items() if (base := middles.get(row))})
    }  # fmt: skip
    head = ["what", "n", "p50", "p95", "worst", "unit"]
    head += [f"/ {name}" for name in columns] + ["target", ""]
    lines = [head]
    for row in rows:
        if isinstance(row, Missing) or not row.values:
            reason = row.reason if isinstance(row, Missing) else "nothing was heard"
            lines.append([row.name, f"missing: {reason}"])
            continue
        cells = [row.name, str(len(row.values))]
        cells += [f"{share(row.values, part):.1f}" for part in (0.5, 0.95, 1.0)]
        cells.append(row.unit)
        for known in columns.values():
            base = known.get(row.until)
            cells.append(f"{share(row.values, 0.5) / base:.2f}" if base else "")
        cells += [row.target, {True: "met", False: "not met", None: ""}[row.met]]
        lines.append(cells)
    widths = [
        max(len(cells[column]) for cells in lines if len(cells) == len(head))
        for column in range(len(head))
    ]
    widths[0] = max(len(cells[0]) for cells in lines)
    return [
        "  ".join(
            cell.ljust(widths[column]) if column in (0, 5) or column >= len(head) - 2
            else cell.rjust(widths[column])
            for column, cell in enumerate(cells)
        ).rstrip()
        for cells in lines
    ]  # fmt: skip


def machine() -> str:
    """Return what the figures were measured on."""
    model = platform.machine()
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            model = line.partition(":")[2].strip()
            break
    load = os.getloadavg()[0]
    return (
        f"{model}, {os.cpu_count()} cores, {platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}, load {load:.1f}"
    )
