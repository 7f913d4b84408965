"""What is read while it is measured."""

from __future__ import annotations

import random as randomness
from collections.abc import Iterator
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


def long_markdown(folder: Path, words: int) -> Path:
    """Write Markdown of so many words, with markup of every common kind; return its path."""
    random = randomness.Random(1)
    path = folder / "long.md"
    parts = ["# The long article"]
    count = 0
    while count < words:
        if len(parts) % 4 == 1:
            parts.append(f"## Part {len(parts)}")
        sentences = [" ".join(random.choices(_WORDS, k=random.randrange(8, 18))) + "."
                     for _ in range(random.randrange(2, 7))]  # fmt: skip
        count += sum(sentence.count(" ") + 1 for sentence in sentences)
        parts.append("\n".join(_marked_up(sentences, len(parts), random)))
    path.write_text("\n\n".join([*parts, "[ref]: https://example.org/ref"]), encoding="utf-8")
    return path


def _marked_up(sentences: list[str], number: int, random: randomness.Random) -> Iterator[str]:
    kind = random.random()
    if kind < 0.15:
        yield from (f"- {sentence}" for sentence in sentences)
    elif kind < 0.22:
        yield from (f"{at}. {sentence}" for at, sentence in enumerate(sentences, 1))
    elif kind < 0.28:
        yield from ("| a | b |", "|---|---|")
        yield from (f"| {sentence} | *yes* |" for sentence in sentences)
    elif kind < 0.32:
        yield from (f"> {sentence}" for sentence in sentences)
    elif kind < 0.35:
        yield from ("```python", *sentences, "```")
    elif kind < 0.38:
        yield from (f"{sentences[0]}[^{number}]", "", f"[^{number}]: {sentences[1]}")
    else:
        first, *others = sentences
        marked = random.choice(
            ("*{}*", "**{}**", "[{}](https://example.org/a)", "`{}`", "[{}][ref]")
        )
        yield " ".join([marked.format(_WORDS[number % len(_WORDS)]), first.lower(), *others])


def long_text(folder: Path, words: int) -> Path:
    """Write plain text of so many words, wrapped; return its path."""
    random = randomness.Random(2)
    path = folder / "long.txt"
    lines = ["The long text", ""]
    for number in range(words // 60):
        if number % 12 == 0:
            lines += [f"What is part {number} about?", ""]
        lines += [" ".join(random.choices(_WORDS, k=12)) for _ in range(5)]
        lines[-1] += "."
        lines.append("")
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


_WORDS = SENTENCE.split()
