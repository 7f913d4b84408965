"""A picture of how long a person waits: each measurement a dot, in one row for each thing."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from tests.bench.figures import Figure, Row, share

_WIDTH, _LEFT, _RIGHT = 900, 290, 110
_TOP, _ROW = 60, 46
_MOST = 80.0
"""Milliseconds at the right edge; what takes longer is drawn there."""


def picture(rows: Sequence[Row], about: str) -> str:
    """Return an SVG of the figures of ``rows`` that last until sound or silence."""
    shown = [
        row for row in rows
        if isinstance(row, Figure) and row.until in ("sound", "silence") and row.values
        and "killed" not in row.name
    ]  # fmt: skip
    height = _TOP + _ROW * len(shown) + 40
    sentences = [
        f"{row.name}: half within {share(row.values, 0.5):.0f} ms, 95 of 100 within "
        f"{share(row.values, 0.95):.0f} ms"
        for row in shown
    ]
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img" '
        'aria-labelledby="title description" font-family="sans-serif" font-size="15">',
        '<title id="title">From a key to sound and to silence, in milliseconds</title>',
        f'<desc id="description">{escape(". ".join([*sentences, about]))}</desc>',
        f'<rect width="{_WIDTH}" height="{height}" fill="#ffffff"/>',
        '<text x="20" y="30" font-size="18">From a key to sound and to silence, milliseconds. '
        "A dot is one key; the line is the median.</text>",
        f'<text x="{_WIDTH - _RIGHT + 12}" y="{_TOP - 8}">half / 95 %</text>',
    ]
    for milliseconds in range(0, int(_MOST) + 1, 10):
        x = _x(milliseconds)
        parts.append(
            f'<path d="M{x:.1f} {_TOP - 10}V{height - 40}" stroke="#d0d0d0"/>'
            f'<text x="{x:.1f}" y="{height - 20}" text-anchor="middle">{milliseconds}</text>'
        )
    for number, row in enumerate(shown):
        y = _TOP + _ROW * number + _ROW / 2
        parts.append(f'<text x="20" y="{y + 5:.1f}">{escape(row.name)}</text>')
        for index, value in enumerate(row.values):
            # Spread by turns, so that equal ones do not hide each other.
            parts.append(
                f'<circle cx="{_x(value):.1f}" cy="{y + (index % 5 - 2) * 5:.1f}" r="3" '
                'fill="#00548c" fill-opacity="0.55"/>'
            )
        half = share(row.values, 0.5)
        parts.append(
            f'<path d="M{_x(half):.1f} {y - 17:.1f}v34" stroke="#000000" stroke-width="3"/>'
            f'<text x="{_WIDTH - _RIGHT + 12}" y="{y + 5:.1f}">{half:.0f} / '
            f"{share(row.values, 0.95):.0f}</text>"
        )
    return "\n".join([*parts, "</svg>", ""])


def _x(milliseconds: float) -> float:
    return _LEFT + (_WIDTH - _LEFT - _RIGHT) * min(milliseconds, _MOST) / _MOST
