"""Articles as the files say that tell what a reader must find in them.

What is empty is left out; spans and cells are given as the words they cover.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from content.model import Article, Block


def described(article: Article) -> dict[str, Any]:
    """Return what an ``.expected.json`` file says of an article."""
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
        "blocks": [_block(block) for block in article.blocks],
    }


def _block(block: Block) -> dict[str, Any]:
    fields = ("level", "number", "checked", "language", "label", "role")
    said: dict[str, Any] = {"kind": block.kind, "text": block.text}
    said |= {name: value for name in fields if (value := getattr(block, name)) not in (None, "", 0)}
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
