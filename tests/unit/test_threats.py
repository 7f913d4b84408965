"""docs/threats.md names tests that exist; and what no article could ever use is not there."""

from __future__ import annotations

import ast

from tests.support.promised import ROOT, missing, named_tests, rows

PAGE = ROOT / "docs" / "threats.md"
_RUNS = frozenset({"eval", "exec", "system", "popen", "unpickle", "startfile"})


def test_every_threat_has_tests_and_they_exist() -> None:
    assert len(rows(PAGE)) > 30
    for row in rows(PAGE):
        assert len(row) == 3, row
        assert len(named_tests(row[-1])) == len(row[-1].split(",")), row[-1]
    assert missing(PAGE) == []


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
