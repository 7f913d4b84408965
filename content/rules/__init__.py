"""The rules that turn what is written into what is said, in the order they are tried."""

from __future__ import annotations

from collections.abc import Iterable

from content.rules import (
    addresses,
    capitals,
    dates,
    emoji,
    fractions,
    money,
    names,
    ranges,
    roman,
    safety,
    separators,
    short_forms,
    signs,
    telephone,
    units,
)
from content.rules.rule import Change, Rule

RULES: tuple[Rule, ...] = (
    *emoji.RULES,
    *addresses.RULES,
    *dates.RULES,
    *telephone.RULES,
    *money.RULES,
    *fractions.RULES,
    *ranges.RULES,
    *units.RULES,
    *signs.RULES,
    *names.RULES,
    *short_forms.RULES,
    *roman.RULES,
    *capitals.RULES,
    *separators.RULES,
    *safety.RULES,
)
"""Where two rules want the same stretch, the earlier has it."""


def find_changes(
    text: str, language: str, kind: str = "paragraph", verbatim: Iterable[tuple[int, int]] = ()
) -> list[tuple[Change, str]]:
    """Return the changes for a sentence in order, each with its rule's name.

    In the stretches of ``verbatim``, and in a block of code, only the rules hold that keep a
    voice from taking text for commands.
    """
    base = language.split("-")[0].lower()
    taken = bytearray(len(text))
    fixed = bytearray(len(text))
    for start, end in verbatim:
        fixed[max(start, 0) : end] = b"\1" * (min(end, len(text)) - max(start, 0))
    found: list[tuple[Change, str]] = []
    for rule in RULES:
        if (
            (rule.languages and base not in rule.languages)
            or (rule.kinds and kind not in rule.kinds)
            or (kind == "code" and not rule.verbatim)
            or (rule.needs is not None and not rule.needs.search(text))
        ):
            continue
        for start, end, spoken in rule.find(text, language):
            if taken.find(1, start, end) >= 0:
                continue
            if not rule.verbatim and fixed.find(1, start, end) >= 0:
                continue
            taken[start:end] = b"\1" * (end - start)
            found.append(((start, end, spoken), rule.name))
    found.sort()
    return found


def say(text: str, language: str, kind: str = "paragraph") -> str:
    """Return what is said for ``text``, without a map."""
    said: list[str] = []
    last = 0
    for (start, end, spoken), _ in find_changes(text, language, kind):
        said.extend((text[last:start], spoken))
        last = end
    return "".join([*said, text[last:]])
