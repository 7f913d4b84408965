"""What a person can choose about how an article is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from content.model import Pronunciation

Structure = Literal["none", "few", "some", "most"]
Punctuation = Literal["none", "some", "most", "all"]
Numbers = Literal["words", "digits"]
Marks = Literal["skip", "demand", "say"]
Length = Literal["summary", "read"]
Symbols = Literal["skip", "name"]


@dataclass(frozen=True, slots=True)
class ScriptSettings:
    """What is said besides the words, and how; the same settings, the same script."""

    structure: Structure = "some"
    """How much is said of headings, lists, quotes, tables; see ``content.structure``."""
    punctuation: Punctuation = "some"
    """Which marks are named; see ``content.rules.punctuation``."""
    numbers: Numbers = "words"
    """Whether 250 is a number, or two, five, zero."""
    notes: Marks = "demand"
    """References to notes: passed over; passed over after a short sound, to be asked for; said."""
    citations: Marks = "demand"
    """The same for what cites a source, such as [3–5] and (Smith et al., 2019)."""
    code: Length = "summary"
    """Whether a block of code is read, or only its language and its number of lines said."""
    tables: Length = "read"
    """Whether a table is read, or only its size and its headers said."""
    symbols: Symbols = "skip"
    """Whether a symbol that no rule knows is passed over, or called by its Unicode name."""
    dictionary: tuple[Pronunciation, ...] = ()
    """How the person wants words to be said; goes before the article's own lexicon."""


USUAL = ScriptSettings()
"""What a listener has who has chosen nothing."""
