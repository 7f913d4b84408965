"""Text made to blow up what looks for patterns in it: twice the text, no more than twice the time.

Each unit is repeated; then all that is done with a text is done, from its loading to its script.
"""

from __future__ import annotations

import time

import pytest

from content.formats import Document, load
from content.script import Script

UNITS = [
    "a", "1", "a ", "1 ", "A ", "a-", ".", ",", "(", "[", "<", '"', "1,", "1.", "1-", "1/", "1:",
    "\u00a0", "\u00a0\n", " \n", "\t", "\u0301", "é", "中", "😀", "👨\u200d", "a@b.", "http://a/",
    "www.", "$1", "1 mg", "mg/", "(1", "(A", "et al. ", "Dr. ", "U.S.", "IV ", "×", "10^", "x=",
    "Jan 1 ", "2020-", "12:30 ", "+1 ", "555-", "p < 0.05, ", "CO2", "½", "°", "²", "[^1]", "[a](b",
    "![", "<a ", "<!--", "&#1", "**", "*a", "~~", "`", "$$", "\\(", "\\frac{", "{", "| ", "|a|b|\n",
    "- ", "> ", "1) ", "Q: ", "::: ", "By A B, ", "Reviewed by ", "Updated ", "Share ", "Home > ",
    "Word Word (WW) ", "WW (word word) ", "(Smith, 2020; ", "2020;1(2):3-4. ", "NY 10001 ",
    "1 comment ", "3 minutes ago ", "---\n", "a\tb\t",
]  # fmt: skip
SIZE = 6_000


def seconds(form: str, text: str) -> float:
    """Return the time of this process that it takes to read and script a text."""
    start = time.process_time()
    article = load(Document(text.encode(), "a", "a", "en"), form).article
    script = Script(article)
    for index in range(len(article.blocks)):
        script.block(index)
    return time.process_time() - start


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_time_grows_with_the_text_and_no_faster(form: str) -> None:
    seconds(form, "A cold gets better.\n\n# By itself\n\n[a](b) $x$")  # imports, and first uses
    slow = []
    for unit in UNITS:
        small, large = (unit * (size // len(unit)) for size in (SIZE, 4 * SIZE))
        once = seconds(form, f"Word ({small}.\n\nWord.\n")
        # Four times the text would take sixteen times as long, were it the square.
        if seconds(form, f"Word ({large}.\n\nWord.\n") > 9 * max(once, 0.05):
            slow.append(unit)
    assert slow == []
