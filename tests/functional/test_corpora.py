"""Real articles of every kind: nothing is lost between source, article and speech."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from content.opening import open_article
from content.outline import outline
from content.script import Script
from content.transcript import script_json

ROOT = Path(__file__).parents[2]
CORPORA = ROOT.parent / "shared" / "corpora"
ARTICLES = sorted(
    path
    for folder, name in (
        ("pasted", "*.txt"), ("health", "*.md"), ("health", "*.pasted.txt"),
        ("web", "*/source.html"), ("epub", "*.epub"),
    )
    for path in (CORPORA / folder).glob(name)
)  # fmt: skip
FEW = [path for number, path in enumerate(ARTICLES) if number % 12 == 0]

pytestmark = pytest.mark.skipif(not ARTICLES, reason="the corpora are not at ../shared/corpora")


def _name(path: Path) -> str:
    return path.relative_to(CORPORA).as_posix()


@pytest.mark.parametrize("path", ARTICLES, ids=_name)
def test_what_is_said_accounts_for_every_character(path: Path) -> None:
    article = open_article(str(path))
    script = Script(article)
    assert any(block.text.strip() for block in article.blocks)
    for index, block in enumerate(article.blocks):
        utterances = script.block(index)
        if not utterances:
            assert not block.text.strip(), "a block with words is said"
            continue
        pieces = [piece for utterance in utterances for piece in utterance.pieces]
        assert "".join(block.text[piece.start : piece.end] for piece in pieces) == block.text
        at = 0
        for piece in pieces:
            assert piece.start == at, "the pieces stand in order and without a gap"
            at = piece.end
        assert at == len(block.text)


@pytest.mark.parametrize("path", FEW, ids=_name)
def test_outline_and_script_are_the_same_every_time(path: Path) -> None:
    first, second = open_article(str(path)), open_article(str(path))
    assert outline(first) == outline(second)
    assert script_json(Script(first)) == script_json(Script(second))


def test_they_are_the_same_in_every_process() -> None:
    # What is gathered in sets would come in another order with another seed.
    told = {
        subprocess.run(
            [sys.executable, "-c",
             "import json, sys; from content.opening import open_article;"
             "from content.outline import outline; from content.script import Script;"
             "from content.transcript import script_json\n"
             "for path in sys.argv[1:]:\n"
             "    article = open_article(path)\n"
             "    print(json.dumps([outline(article), script_json(Script(article))]))",
             *map(str, FEW)],
            env=os.environ | {"PYTHONHASHSEED": seed}, cwd=ROOT,
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }  # fmt: skip
    assert len(told) == 1
