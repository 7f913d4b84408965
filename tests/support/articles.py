"""Articles made by hand, for tests that are not about loading."""

from __future__ import annotations

from content.assemble import assemble
from content.model import Article, Block


def article(*lines: str, source: str = "test.md", title: str = "") -> Article:
    """Return an article of blocks: ``# `` begins a heading, ``- `` an item."""
    blocks = []
    for line in lines:
        marks = len(line) - len(line.lstrip("#"))
        if marks:
            blocks.append(Block("heading", line[marks:].strip(), level=marks))
        elif line.startswith("- "):
            blocks.append(Block("item", line[2:], level=1))
        else:
            blocks.append(Block("paragraph", line))
    text = "\n\n".join(lines)
    return assemble(blocks, source=source, text=text, language="en", title=title)
