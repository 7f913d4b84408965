"""Writes a block's text, remembering where each stretch of it stands in the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from content.model import Block, BlockKind, Run, Span, SpanKind


@dataclass(frozen=True, slots=True)
class Places:
    """Where the characters of a token's content stand in the source.

    Stretches of content that stand unchanged in the source, in order: where they begin in the
    content, where in the source, and their lengths in characters.
    """

    source: str
    stretches: tuple[tuple[int, int, int], ...]

    def within(self, start: int, length: int) -> Iterator[tuple[int, int, int]]:
        """Yield the stretches within a part of the content, counted from its beginning."""
        index = max(0, bisect_right(self.stretches, (start, len(self.source), 0)) - 1)
        end = start + length
        while index < len(self.stretches) and self.stretches[index][0] < end:
            begin, source, size = self.stretches[index]
            first, last = max(begin, start), min(begin + size, end)
            if first < last:
                yield first - start, source + first - begin, last - first
            index += 1


def line_places(
    source: str, content: str, lines: Sequence[tuple[int, int]], base: int = 0
) -> Places:
    """Find the lines of ``content`` in the source lines they were cut from.

    ``lines`` are the beginnings, after indentation, and ends of those lines in the parsed
    text; ``base`` is where the parsed text begins in the source. A line of content is sought
    from its first visible character, because tabs before it may have been expanded.
    """
    stretches: list[tuple[int, int, int]] = []
    start = 0
    for line, (begin, end) in zip(content.split("\n"), lines, strict=False):
        visible = line.lstrip(" \t")
        at = source.find(visible, base + begin, base + end) if visible else -1
        if at >= 0:
            indent = len(line) - len(visible)
            if at >= indent and source[at - indent : at] == line[:indent]:
                visible, at = line, at - indent
            stretches.append((start + len(line) - len(visible), at, len(visible)))
        start += len(line) + 1
    return Places(source, tuple(stretches))


class Prose:
    """The text of one block as it grows."""

    def __init__(self, places: Places, line_break: str = "\n") -> None:
        """Begin empty; ``line_break`` is what a hard line break becomes."""
        self.places = places
        self.line_break = line_break
        self.length = 0
        self._parts: list[str] = []
        self._runs: list[tuple[int, int, int]] = []
        """What a ``Run`` holds; most grow many times."""
        self._spans: list[Span] = []
        self._open: list[tuple[SpanKind, int, str]] = []

    def add(self, text: str) -> None:
        """Add text that does not stand in the source as it is."""
        if text:
            self._parts.append(text)
            self.length += len(text)

    def copy(self, text: str, at: int) -> None:
        """Add text that stands in the content at ``at``."""
        source, stretches = self.places.source, self.places.stretches
        runs = self._runs
        within: Iterable[tuple[int, int, int]]
        if len(stretches) == 1 and at + len(text) <= stretches[0][2] and not stretches[0][0]:
            within = ((0, stretches[0][1] + at, len(text)),)  # as in nearly every paragraph
        else:
            within = self.places.within(at, len(text))
        for offset, place, size in within:
            if not source.startswith(text[offset : offset + size], place):
                continue  # not the source's words after all: better no place than a wrong one
            here = self.length + offset
            if runs:
                text_start, source_start, length = runs[-1]
                if text_start + length == here and source_start + length == place:
                    runs[-1] = text_start, source_start, length + size
                    continue
            runs.append((here, place, size))
        self.add(text)

    def open(self, kind: SpanKind, target: str = "") -> None:
        """Begin a span."""
        self._open.append((kind, self.length, target))

    def close(self, kind: SpanKind) -> None:
        """End the innermost open span of this kind, if there is one."""
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index][0] == kind:
                _, start, target = self._open.pop(index)
                if start < self.length:
                    self._spans.append(Span(start, self.length, kind, target))
                return

    def block(self, kind: BlockKind, *, trim: bool = True, **rest: Any) -> Block:
        """Return the block; ``trim`` takes white space from the ends of its text."""
        text = "".join(self._parts)
        lead = len(text) - len(text.lstrip()) if trim else 0
        end = max(lead, len(text.rstrip())) if trim else len(text)
        spans = [
            Span(max(span.start, lead) - lead, min(span.end, end) - lead, span.kind, span.target)
            for span in self._spans
        ]
        return Block(
            kind=kind,
            text=text[lead:end],
            spans=tuple(sorted((s for s in spans if s.start < s.end), key=_order)),
            runs=tuple(_cut(self._runs, lead, end)),
            **rest,
        )


def _order(span: Span) -> tuple[int, int]:
    return span.start, -span.end


def _cut(runs: Sequence[tuple[int, int, int]], lead: int, end: int) -> Iterator[Run]:
    for text, source, length in runs:
        first, last = max(text, lead), min(text + length, end)
        if first < last:
            yield Run(first - lead, source + first - text, last - first)
