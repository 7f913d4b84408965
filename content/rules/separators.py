"""Marks that only divide or decorate: a pause, or nothing."""

from __future__ import annotations

import re

from content.rules.rule import Rule, pattern

_DIVIDER = re.compile(r"(?<!\s)\s*[|·•—–](?:\s+|(?=\w))")
_ORNAMENT = re.compile(r"([*_=~#|\\])\1{2,}|-{4,}")

RULES = (
    Rule(
        "separator",
        pattern(_DIVIDER, ", "),
        languages=(),
        kinds=("trust",),
        needs=re.compile("[|·•—–]"),
    ),
    Rule("ornament", pattern(_ORNAMENT, ""), languages=()),
)
