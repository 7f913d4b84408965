"""Pages of ``docs`` that name the tests which prove what they say: whether there are such tests."""

from __future__ import annotations

import ast
from pathlib import Path

from content.patterns import lazily

ROOT = Path(__file__).parents[2]
_NAMED = lazily(r"`([a-z_/]+/test_[a-z_]+\.py)::(test_\w+)`")


def rows(page: Path, part: str = "") -> list[list[str]]:
    """Return the cells of each row below the heads of a page's tables, or of one ``part``'s."""
    lines = [line for line in text_of(page, part).splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in cells if row[0] and "---" not in row[0] and row[-1] != "proved by"]


def text_of(page: Path, part: str = "") -> str:
    """Return the text of a page, or of the ``part`` with that heading."""
    text = page.read_text(encoding="utf-8")
    return text.partition(f"\n## {part}\n")[2].partition("\n## ")[0] if part else text


def named_tests(cell: str) -> list[tuple[str, str]]:
    """Return the tests that a cell names: the file below ``tests``, and the function."""
    return [(file, name) for file, name in _NAMED.findall(cell)]


def missing(page: Path) -> list[str]:
    """Return the tests that a page names and that there are not."""
    return [
        f"{file}::{name}"
        for row in rows(page)
        for file, name in named_tests(row[-1])
        if not (ROOT / "tests" / file).exists() or name not in _names_in(ROOT / "tests" / file)
    ]


def _names_in(file: Path) -> set[str]:
    return {
        node.name
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
