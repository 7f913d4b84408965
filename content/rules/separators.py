"""Marks that only divide or decorate: a pause, or nothing."""

from __future__ import annotations

from content.patterns import lazily
from content.rules.rule import Rule, pattern

_DIVIDER = lazily(r"(?<!\s)\s*[|·•—–](?:\s+|(?=\w))")
_ORNAMENT = lazily(r"([*_=~#|\\])\1{2,}|-{4,}")

RULES = (
    Rule(
        "separator",
        pattern(_DIVIDER, ", "),
        languages=(),
        kinds=("trust",),
        needs=lazily("[|·•—–]"),
    ),
    Rule("ornament", pattern(_ORNAMENT, ""), languages=()),
)
