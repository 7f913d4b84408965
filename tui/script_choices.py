"""What a person can choose about how an article is said: its names, its values, what is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from content.settings import USUAL, ScriptSettings
from tui.delivery import Settings
from tui.preference import stepped

_MARKS = {"say": "said", "demand": "left out until asked for", "skip": "left out silently"}
_LENGTHS = {"summary": "their size only", "read": "read"}


@dataclass(frozen=True, slots=True)
class ScriptChoice:
    """One field of ``ScriptSettings``."""

    field: str
    name: str
    values: Mapping[str, str]
    """How each is said, in order."""
    help: str
    """For the command line."""

    def sentence(self, settings: ScriptSettings) -> str:
        """Return what is chosen: "Structure: some"."""
        return f"{self.name}: {self.values[getattr(settings, self.field)]}"

    def stepped(self, settings: ScriptSettings, by: int) -> str:
        """Return the value ``by`` further; after the last comes the first."""
        return stepped(self.values, getattr(settings, self.field), by)


def _plain(*values: str) -> dict[str, str]:
    return {value: value for value in values}


SCRIPT_CHOICES = (
    ScriptChoice("structure", "Structure", _plain("none", "few", "some", "most"),
                 "How much is said of headings, lists, quotes, tables and the like."),
    ScriptChoice("punctuation", "Punctuation", _plain("none", "some", "most", "all"),
                 "Which marks and signs are called by their names."),
    ScriptChoice("numbers", "Numbers", {"words": "as numbers", "digits": "digit by digit"},
                 "Whether numbers are said as numbers, or digit by digit."),
    ScriptChoice("notes", "References to notes", _MARKS,
                 "Whether references to notes are said, left out after a short sound until you "
                 "ask for them, or left out silently."),
    ScriptChoice("citations", "Sources cited", _MARKS,
                 "Whether sources such as [3] or (Smith et al., 2019) are said, left out after a "
                 "short sound until you ask for them, or left out silently."),
    ScriptChoice("code", "Blocks of code", _LENGTHS,
                 "Whether blocks of code are read, or only their size said."),
    ScriptChoice("tables", "Tables", _LENGTHS,
                 "Whether tables are read, or only their size and headers said."),
    ScriptChoice("symbols", "Unknown symbols", {"skip": "left out", "name": "by name"},
                 "Whether symbols that no rule knows are left out, or named."),
)  # fmt: skip


def kept_choices(settings: Settings) -> ScriptSettings:
    """Return how a person wants articles said; what is damaged has its default."""
    found: dict[str, Any] = {}
    for choice in SCRIPT_CHOICES:
        value = settings.setting(choice.field)
        if value in choice.values:
            found[choice.field] = value
    return replace(USUAL, **found)


def instead_of(kept: ScriptSettings, chosen: Mapping[str, Any]) -> ScriptSettings:
    """Return ``kept`` with what the command line says; None is what it leaves open."""
    return replace(kept, **{name: value for name, value in chosen.items() if value is not None})
