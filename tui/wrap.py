"""Blocks are broken into screen lines, each a stretch of its block's text."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len

from content.model import Block
from content.patterns import lazily

_PART = lazily(r"\S+|[^\S\n]+|\n")


@dataclass(frozen=True, slots=True)
class Line:
    """A screen line: ``prefix``, then the block's text from ``start`` to ``end``."""

    block: int
    start: int
    end: int
    prefix: str = ""


def prefix_of(block: Block) -> str:
    """Return what stands before a block's first line; later lines are indented as far."""
    indent = "  " * max(block.level - 1, 0)
    match block.kind:
        case "item" if block.checked is not None:
            return f"{indent}[{'x' if block.checked else ' '}] "
        case "item" if block.number is not None:
            return f"{indent}{block.number}. "
        case "item":
            return f"{indent}- "
        case "quote":
            return f"{indent}  "
        case "definition":
            return "  "
        case "code":
            return "  "
        case "figure":
            return "Image: "
        case "note":
            return f"Note {block.label}: " if block.label else "Note: "
        case "rule":
            return "* * *"
        case _:
            return ""


def wrap(block: Block, index: int, width: int) -> list[Line]:
    """Return the screen lines of ``block``, the article's ``index``-th, at ``width`` cells.

    Words are kept whole where they fit; no character of the text is left out, but for white
    space at the end of a line.
    """
    prefix = prefix_of(block)
    hang = " " * min(cell_len(prefix), max(width // 3, 0))
    if cell_len(prefix) > width // 2:
        prefix, hang = prefix.strip()[: width // 2] + " ", "  "
    lines: list[Line] = []
    start = end = 0
    used = cell_len(prefix)

    def close(next_start: int) -> None:
        nonlocal start, end, used, prefix
        lines.append(Line(index, start, end, prefix))
        prefix, used = hang, cell_len(hang)
        start = end = next_start

    for part in _PART.finditer(block.text):
        text = part[0]
        if text == "\n":
            close(part.end())
            continue
        # A tab stands between cells of a table: each gets a line of its own.
        if text.isspace():
            if "\t" in text and block.kind == "table":
                close(part.end())
                prefix, used = "  ", 2
            elif block.kind == "code":
                used += cell_len(text.expandtabs(4))
                end = part.end()
            elif start == part.start():
                start = end = part.end()
            else:
                used += 1
            continue
        size = cell_len(text)
        if used + size > width and end > start:
            close(part.start())
        at = part.start()
        while used + size > width and size > 1:
            cut = at
            while cut < part.end() and used + cell_len(block.text[at : cut + 1]) <= width:
                cut += 1
            cut = max(cut, at + 1)
            end = cut
            close(cut)
            at = cut
            size = cell_len(block.text[at : part.end()])
        used += size
        end = part.end()
    if end > start or not lines:
        close(end)
    return lines
