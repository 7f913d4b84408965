"""HTML pages and what a reader must find in them, as pairs of files.

``NAME.expected.json`` holds what is not empty: the title, the language, trust, sections, pages,
what was skipped, and of each block its fields, with the spans as the words they cover.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from content.formats import Document, load
from content.model import Article, Block
from tests.fuzz.invariants import check_article

DATA = Path(__file__).parent / "data" / "html"
PAGES = sorted([*DATA.glob("*.html"), *DATA.glob("*.xhtml")])


def described(article: Article) -> dict[str, Any]:
    """Return what an expected file says of an article."""
    trust = {
        name: value for name, value in asdict(article.trust).items() if value not in (None, ())
    }
    return {
        "title": article.title,
        "language": article.language,
        "trust": trust,
        "sections": [f"{'#' * s.level} {s.title} ({s.words})" for s in article.sections],
        "pages": [[p.label, p.position.block, p.position.offset] for p in article.pages],
        "skipped": [[one.kind, one.before, one.text] for one in article.skipped],
        "blocks": [described_block(block) for block in article.blocks],
    }


def described_block(block: Block) -> dict[str, Any]:
    fields = ("level", "number", "checked", "language", "label", "role")
    said: dict[str, Any] = {"kind": block.kind, "text": block.text}
    said |= {
        name: value
        for name in fields
        if (value := getattr(block, name)) is not None and value not in ("", 0)
    }
    if block.checked is False:
        said["checked"] = False
    if block.spans:
        said["spans"] = [
            [span.kind, block.text[span.start : span.end], *filter(None, [span.target])]
            for span in block.spans
        ]
    if block.cells:
        said["cells"] = [
            f"{'header' if cell.header else 'cell'} {cell.row},{cell.column}"
            f"{f' {cell.rows}x{cell.columns}' if cell.rows * cell.columns > 1 else ''}: "
            + block.text[cell.start : cell.end]
            for cell in block.cells
        ]
    return said


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_page_reads_as_expected(path: Path) -> None:
    article = load(Document(path.read_bytes(), path.name, path.name)).article
    expected = json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8"))

    assert json.loads(json.dumps(described(article))) == expected
    check_article(article)
