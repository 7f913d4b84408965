"""The rules that turn what is written into what is said, in the order they are tried."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from content.patterns import lazily
from content.rules import (
    addresses,
    capitals,
    citations,
    counted_things,
    dates,
    emoji,
    figures,
    fractions,
    french,
    german,
    mathematics,
    money,
    names,
    postal,
    punctuation,
    ranges,
    roman,
    safety,
    separators,
    short_forms,
    signs,
    spanish,
    symbols,
    telephone,
    times,
    units,
    years,
)
from content.rules.digits import digit_by_digit
from content.rules.rule import Change, Rule
from content.settings import USUAL, ScriptSettings

RULES: tuple[Rule, ...] = (
    *citations.RULES,
    *emoji.RULES,
    *addresses.RULES,
    *dates.RULES,
    *figures.RULES,
    *telephone.RULES,
    *postal.RULES,
    *years.RULES,
    *times.RULES,
    *money.RULES,
    *mathematics.RULES,
    *fractions.RULES,
    *ranges.RULES,
    *units.RULES,
    *signs.RULES,
    *names.RULES,
    *short_forms.RULES,
    *roman.RULES,
    *capitals.RULES,
    *counted_things.BEFORE,
    *german.RULES,
    *french.RULES,
    *spanish.RULES,
    *counted_things.AFTER,
    *separators.RULES,
    *symbols.RULES,
    *punctuation.RULES,
    *safety.RULES,
)
"""Where two rules want the same stretch, the earlier has it."""


_DIGIT = lazily(r"\d")
_SETTINGS = sorted({rule.setting for rule in RULES if rule.setting})


@cache
def _rules_for(
    base: str, kind: str, digits: bool, choices: tuple[tuple[str, str], ...]
) -> tuple[Rule, ...]:
    """Return the rules that could hold, by what is known before a text is searched."""
    chosen = dict(choices)
    return tuple(
        rule
        for rule in RULES
        if (not rule.languages or base in rule.languages)
        and (not rule.kinds or kind in rule.kinds)
        and (kind != "code" or rule.verbatim)
        and (not rule.setting or chosen[rule.setting] in rule.values)
        and (digits or rule.needs is None or r"\d" not in rule.needs.pattern)
    )


def find_changes(
    text: str,
    language: str,
    kind: str = "paragraph",
    verbatim: Iterable[tuple[int, int]] = (),
    given: Iterable[tuple[Change, str]] = (),
    settings: ScriptSettings = USUAL,
) -> list[tuple[Change, str]]:
    """Return the changes for a sentence in order, each with its rule's name.

    In the stretches of ``verbatim``, and in a block of code, only the rules hold that keep a
    voice from taking text for commands. ``given`` are changes that go before any rule's.
    """
    base = language.split("-")[0].lower()
    taken = bytearray(len(text))
    fixed = bytearray(len(text))
    for start, end in verbatim:
        fixed[max(start, 0) : end] = b"\1" * (min(end, len(text)) - max(start, 0))
    found = list(given)
    for (start, end, _), _ in found:
        taken[start:end] = b"\1" * (end - start)
    choices = tuple((name, getattr(settings, name)) for name in _SETTINGS)
    for rule in _rules_for(base, kind, _DIGIT.search(text) is not None, choices):
        if rule.needs is not None and not rule.needs.search(text):
            continue
        for start, end, spoken in rule.find(text, language):
            if taken.find(1, start, end) >= 0:
                continue
            if not rule.verbatim and fixed.find(1, start, end) >= 0:
                continue
            taken[start:end] = b"\1" * (end - start)
            found.append(((start, end, spoken), rule.name))
    found.sort()
    return digit_by_digit(text, found, verbatim) if settings.numbers == "digits" else found


def say(text: str, language: str, kind: str = "paragraph", settings: ScriptSettings = USUAL) -> str:
    """Return what is said for ``text``, without a map."""
    said: list[str] = []
    last = 0
    for (start, end, spoken), _ in find_changes(text, language, kind, settings=settings):
        said.extend((text[last:start], spoken))
        last = end
    return "".join([*said, text[last:]])
