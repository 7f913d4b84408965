"""Figures, and how they are printed."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
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
    note: str = ""


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


def table(rows: Sequence[Row], ratios: Sequence[tuple[str, Row]]) -> list[str]:
    """Return the lines of a plain table; ``ratios`` name what each figure is set against."""
    head = ["what", "n", "p50", "p95", "worst", "unit"]
    head += [f"/ {name}" for name, _ in ratios] + ["target", ""]
    lines = [head]
    for row in rows:
        if isinstance(row, Missing):
            lines.append([row.name, f"missing: {row.reason}"])
            continue
        if not row.values:
            lines.append([row.name, "missing: nothing was heard"])
            continue
        cells = [row.name, str(len(row.values))]
        for part in (0.5, 0.95, 1.0):
            cells.append(f"{share(row.values, part):.4g}")
        cells.append(row.unit)
        for _, against in ratios:
            base, own = middle(against), middle(row)
            comparable = row.unit == "ms" and base and own is not None
            cells.append(f"{own / base:.2f}" if comparable and own and base else "")
        verdict = {True: "met", False: "not met", None: ""}[row.met]
        cells += [row.target, f"{verdict} {row.note}".strip()]
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
