"""docs/threats.md names tests that exist; and what no article could ever use is not there."""

from __future__ import annotations

import ast
from pathlib import Path

from content.patterns import lazily

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "threats.md"
_NAMED = lazily(r"`([a-z_/]+/test_[a-z_]+\.py)::(test_\w+)`")
_RUNS = frozenset({"eval", "exec", "system", "popen", "unpickle", "startfile"})


def rows() -> list[list[str]]:
    """Return the cells of each row below the heads of the tables."""
    lines = [line for line in PAGE.read_text().splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in cells if row[0] and "---" not in row[0] and row[-1] != "proved by"]


def names_in(file: Path) -> set[str]:
    """Return the names of the tests in a file."""
    return {
        node.name
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def test_every_threat_has_tests_and_they_exist() -> None:
    assert len(rows()) > 30
    missing = []
    for row in rows():
        named = _NAMED.findall(row[-1])
        assert len(row) == 3, row
        assert len(named) == len(row[-1].split(",")), row[-1]
        missing += [
            f"{file}::{name}"
            for file, name in named
            if not (ROOT / "tests" / file).exists() or name not in names_in(ROOT / "tests" / file)
        ]
    assert missing == []


def test_nothing_is_given_to_a_shell_or_run() -> None:
    found = []
    files = [ROOT / "app.py"]
    files += [path for name in ("content", "voices", "tui") for path in (ROOT / name).rglob("*.py")]
    for file in files:
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = {one.name for one in node.names} | {getattr(node, "module", "") or ""}
                if names & {"webbrowser", "pickle", "marshal", "shelve"}:
                    found.append((file.name, node.lineno))
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                if name in _RUNS or any(one.arg == "shell" for one in node.keywords):
                    found.append((file.name, node.lineno))
    assert found == []
