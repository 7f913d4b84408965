"""CommonMark: what an article says of the specification's examples is what their HTML says.

The examples are not part of the project: ``commonmark.json``, as the specification's own tests
print it, is looked for where ``COMMONMARK_EXAMPLES`` says, else beside the corpora.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from content.markdown import read_blocks
from content.text import clean

EXAMPLES = Path(
    os.environ.get("COMMONMARK_EXAMPLES")
    or Path(__file__).parents[3] / "shared" / "corpora" / "commonmark.json"
)
LEAST = 0.99
"""The rest is HTML that never ends, of which browsers show nothing and we read the words."""


def words_of_html(html: str) -> str:
    """Return the text of HTML and its pictures' alternative texts, without white space."""
    from lxml import html as parser

    root = parser.fromstring(f"<html><body><div>{html}</div></body></html>")
    return _bare("".join(_texts(root)))


def _texts(element: Any) -> list[str]:
    if not isinstance(element.tag, str) or element.tag in ("script", "style"):
        return []
    texts = [element.get("alt", "") if element.tag == "img" else "", element.text or ""]
    for child in element:
        texts += [*_texts(child), child.tail or ""]
    return texts


def _bare(text: str) -> str:
    return "".join(clean(text).split())


@pytest.mark.skipif(not EXAMPLES.is_file(), reason="the examples of CommonMark are not here")
def test_the_examples_of_the_specification_say_what_their_html_says() -> None:
    examples = json.loads(EXAMPLES.read_text(encoding="utf-8"))
    wrong = []
    for example in examples:
        blocks = read_blocks(clean(example["markdown"]))
        if _bare("".join(block.text for block in blocks)) != words_of_html(example["html"]):
            wrong.append(example["example"])

    assert len(examples) - len(wrong) >= LEAST * len(examples), wrong
