"""What is skipped, on the command line: kept with ``--keep``, told in full with ``--skipped``."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from app import cli

PAGE = Path(__file__).parent / "data" / "plain" / "clinic-health-library.txt"
PLACE = "Lakeside Clinic is a non-profit academic medical center."


def _run(*arguments: str) -> str:
    result = CliRunner().invoke(cli, arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_what_is_kept_is_said_where_it_stood() -> None:
    assert PLACE not in _run("script", str(PAGE))
    kept = _run("script", "--keep", "promotion", "--keep", "boilerplate", str(PAGE))
    assert kept.index(PLACE) < kept.index("How long does vertigo last?")


def test_everything_can_be_kept() -> None:
    said = json.loads(_run("outline", "--json", "--keep", "all", str(PAGE)))
    assert said["skipped"] == []
    assert PLACE in _run("--keep", "all", str(PAGE))


def test_the_outline_gives_what_is_skipped_in_full() -> None:
    ending = "We do not endorse non-Lakeside Clinic products or services."
    assert ending not in _run("outline", str(PAGE))
    assert ending in _run("outline", "--skipped", str(PAGE))
