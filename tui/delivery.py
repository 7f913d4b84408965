"""How the voice speaks: what a person keeps and what the command line says become one Configure.

Each field of ``Configure`` that a person can set is kept under its own name.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol

from content.errors import UsageError
from content.patterns import lazily
from content.text import clean_line
from voices.catalogue import DEFAULT
from voices.contract import FASTEST, REFERENCE_PACE, SLOWEST
from voices.messages import Configure

ENGINES = (DEFAULT, "pyttsx3", "piper", "dispatcher")
"""What the name of a voice begins with."""
LANGUAGE = lazily(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
"""A BCP 47 tag, as far as it matters here."""
LONGEST_NAME = 1000
"""Characters of the name of a voice or a device."""


class Settings(Protocol):
    """Where what a person chooses is kept: the file of settings, or what stands for it."""

    problem: str
    """A sentence, when something can't be kept."""

    def setting(self, name: str) -> str | None:
        """Return what was kept under ``name``."""

    def keep_setting(self, name: str, value: str) -> None:
        """Keep ``value`` under ``name``."""

    def drop_setting(self, *names: str) -> None:
        """Keep nothing under ``names`` any more, so that they have their defaults."""


@dataclass(frozen=True, slots=True)
class Range:
    """What a number of ``Configure`` may be, and how it is said."""

    least: int
    most: int
    step: int
    phrase: str
    """With ``{}`` for the number."""
    lowest: str
    """What the least is, and the most."""
    highest: str

    def stepped(self, value: int, direction: int) -> int:
        """Return the next value in a direction, -1 or 1; at the end the same."""
        return max(self.least, min(self.most, value + direction * self.step))

    def sentence(self, value: int) -> str:
        """Return how ``value`` is said."""
        edge = {self.least: f", {self.lowest}", self.most: f", {self.highest}"}.get(value, "")
        return self.phrase.format(value) + edge


RANGES = {
    "pace": Range(SLOWEST, FASTEST, 10, "{} words a minute", "the slowest", "the fastest"),
    "volume": Range(0, 200, 10, "Volume {} percent", "silent", "the loudest"),
    "pitch": Range(0, 100, 5, "Pitch {}", "the lowest", "the highest"),
    "pitch_range": Range(0, 100, 5, "Liveliness {}", "the calmest", "the liveliest"),
    "pauses": Range(0, 300, 25, "Pauses {} percent", "none at all", "the longest"),
    "announcer_pace": Range(SLOWEST, FASTEST, 10, "{}", "the slowest", "the fastest"),
}
"""By the names of the fields."""
_LEAST_AT_START = {"volume": 10}
"""Who kept silence would else meet a program that says nothing at all."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the command line says; None for what it leaves open."""

    voice: str | None = None
    voices: Mapping[str, str] | None = None
    """By language, beside those that are kept."""
    pace: int | None = None
    volume: int | None = None
    pitch: int | None = None
    pitch_range: int | None = None
    pauses: int | None = None
    device: str | None = None
    announcer: str | None = None
    announcer_pace: int | None = None
    over: bool | None = None
    sounds: bool | None = None

    def instead_of(self, kept: Configure, language: str = "") -> Configure:
        """Return ``kept`` with what was chosen in its place, for an article in ``language``."""
        fields = {name: getattr(self, name) for name in self.__slots__ if name != "voices"}
        changes = {name: value for name, value in fields.items() if value is not None}
        voices = kept.voices
        if self.voice is not None:
            voices = without_voice_for(primary(language), voices)
        for tag, name in (self.voices or {}).items():
            voices = with_voice_for(tag, name, voices)
        return replace(kept, **changes, voices=dict(voices))

    def for_file(self) -> Configure:
        """Return how a file is to be spoken: as chosen, whatever is kept for reading."""
        wanted = self.instead_of(usual())
        for name in (wanted.voice, *wanted.voices.values()):
            if name.partition(":")[0] == "dispatcher":
                raise UsageError(
                    "Speech Dispatcher plays the sound itself, so there is none to write to a "
                    "file; choose another voice with --voice."
                )
        return wanted


def usual() -> Configure:
    """Return how Intone speaks when nobody has set anything."""
    return Configure(DEFAULT, REFERENCE_PACE)


def kept(settings: Settings) -> Configure:
    """Return how a person wants it spoken; what is damaged or out of range has its default."""
    found: dict[str, Any] = {}
    for name, bounds in RANGES.items():
        value = settings.setting(name) or ""
        if value.isascii() and value.isdecimal() and bounds.least <= int(value[:9]) <= bounds.most:
            found[name] = max(int(value), _LEAST_AT_START.get(name, 0))
    for name in ("voice", "announcer"):
        value = settings.setting(name) or ""
        if is_voice_name(value):
            found[name] = value
    found["voices"] = _kept_voices(settings)
    found["device"] = clean_line(settings.setting("device") or "")[:LONGEST_NAME]
    found["over"] = settings.setting("over") == "yes"
    found["sounds"] = settings.setting("sounds") == "yes"
    return replace(usual(), **found)


def keep(settings: Settings, name: str, value: Any) -> None:
    """Keep the field ``name`` of ``Configure`` for the next start."""
    if isinstance(value, dict):
        value = json.dumps(value)
    elif isinstance(value, bool):
        value = "yes" if value else "no"
    settings.keep_setting(name, str(value))


def keep_voice_for(settings: Settings, language: str, name: str) -> None:
    """Keep the voice ``name`` for ``language``, beside those for others."""
    keep(settings, "voices", with_voice_for(language, name, _kept_voices(settings)))


def with_voice_for(language: str, name: str, voices: Mapping[str, str]) -> dict[str, str]:
    """Return ``voices`` with this one for ``language``, in place of those it is to replace."""
    language = _folded(language)
    return {**without_voice_for(language, voices), language: name}


def without_voice_for(language: str, voices: Mapping[str, str]) -> dict[str, str]:
    """Return ``voices`` without any for ``language``, nor for its regions if it has none."""
    gone = {language, *(_folded(tag) for tag in voices if primary(tag) == language)}
    return {tag: name for tag, name in voices.items() if _folded(tag) not in gone}


def primary(language: str) -> str:
    """Return a tag without its region: "fr" of "fr-CA"."""
    return _folded(language).partition("-")[0]


def _folded(language: str) -> str:
    return language.replace("_", "-").casefold()


def is_voice_name(name: str) -> bool:
    """Return whether ``name`` is one of an engine's voices, if there is such a voice."""
    engine, _, own = name.partition(":")
    return engine in ENGINES and len(name) <= LONGEST_NAME and clean_line(own) == own


def changes_pitch(voice: str) -> bool:
    """Return whether the voice's pitch and liveliness can be changed."""
    return voice.partition(":")[0] in (DEFAULT, "dispatcher")


def _kept_voices(settings: Settings) -> dict[str, str]:
    try:
        found = json.loads(settings.setting("voices") or "{}")
    except (ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {
        language: name
        for language, name in found.items()
        if LANGUAGE.fullmatch(language) and isinstance(name, str) and is_voice_name(name)
    }
