"""What is read while it is measured."""

from __future__ import annotations

from pathlib import Path

SENTENCE = (
    "On a warm morning the old gardener told a young neighbour everything he remembered about "
    "the river and the meadow and the wooden bridge that nobody had ever wanted to repair"
)
"""One utterance, long, in which nothing is said twice."""

_PARAGRAPH = (
    "Bread is made of flour and water. Dough rises in a warm room. "
    "Bakers begin while the town still sleeps. Good crust needs great heat. "
    "Grain grew here before there were roads. Big ovens were built of clay."
)

PAUSES = "We are well. You are well. They are well. We are well. You are well. They are well."
"""Sentences with no silence in them."""


def article(folder: Path) -> Path:
    """Write an article of a dozen sections; return its path."""
    path = folder / "article.md"
    sections = (f"## Part {number}\n\n{_PARAGRAPH}\n\n{_PARAGRAPH}\n" for number in range(1, 13))
    path.write_text("# Bread\n\n" + "\n".join(sections), encoding="utf-8")
    return path


def text(folder: Path, name: str, words: str) -> Path:
    """Write an article of one paragraph; return its path."""
    path = folder / f"{name}.md"
    path.write_text(words + "\n", encoding="utf-8")
    return path
