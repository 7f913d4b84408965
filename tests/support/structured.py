"""Tables, links and lists made by hand, for tests of how one moves through them."""

from __future__ import annotations

from content.assemble import assemble
from content.model import Article, Block, Cell, Span


def table(*rows: str) -> Block:
    """Return a table of rows such as ``# Name | # Dose``: # begins a header.

    ``<`` lets the cell before it span the column, and ``^`` the one above it the row.
    """
    parts: list[str] = []
    cells: list[Cell] = []
    at = 0
    grid = [[cell.strip() for cell in row.split("|")] for row in rows]
    for row, texts in enumerate(grid):
        own = [column for column, text in enumerate(texts) if text not in ("<", "^")]
        for number, column in enumerate(own):
            text = texts[column].removeprefix("#").strip()
            columns = 1
            while texts[column + columns : column + columns + 1] == ["<"]:
                columns += 1
            span = 1
            while row + span < len(grid) and grid[row + span][column] == "^":
                span += 1
            header = texts[column].startswith("#")
            cells.append(Cell(at, at + len(text), row, column, header, span, columns))
            end = "\t" if number + 1 < len(own) else "\n" if row + 1 < len(grid) else ""
            parts.append(text + end)
            at += len(parts[-1])
    return Block("table", "".join(parts), cells=tuple(cells))


def linked(text: str, *links: str) -> Block:
    """Return a paragraph in which each of ``links`` is one."""
    spans = (
        Span(text.index(link), text.index(link) + len(link), "link", "https://example.org")
        for link in links
    )
    return Block("paragraph", text, tuple(sorted(spans, key=lambda span: span.start)))


def article_of(*blocks: Block, language: str = "en") -> Article:
    """Return an article of these blocks."""
    text = "\n\n".join(block.text for block in blocks)
    return assemble(list(blocks), source="test.md", text=text, language=language, title="")


def paragraph(text: str) -> Block:
    return Block("paragraph", text)


def item(text: str, level: int = 1, number: int | None = None) -> Block:
    return Block("item", text, level=level, number=number)


STRUCTURED = article_of(
    paragraph("Before it all."),
    Block("heading", "Doses", level=2),
    paragraph("Read this. It is long."),
    table("# Medicine | # Dose", "# Aspirin | 500 mg", "# Codeine | 30 mg"),
    paragraph("After the table."),
    Block("heading", "For children", level=3),
    item("one"),
    item("two"),
    item("inner", 2),
    linked("See the dose page and the other one.", "dose page", "other one"),
    Block("heading", "Last", level=2),
    Block("quote", "He said.", level=1),
    Block("figure", "A hand"),
    paragraph("The end."),
)
"""Something of every kind."""
