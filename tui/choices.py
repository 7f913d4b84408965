"""What can be chosen from a list while reading: a voice, or a sound device."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from content.language_names import language_name
from content.text import clean_line
from tui.announcer import INTERFACE_LANGUAGE
from tui.delivery import keep_voice_for, primary, with_voice_for
from tui.menu import Action, Menu, Outcome, Row, Search
from tui.phrases import count
from tui.reading_voice import reading_language, voice_here
from tui.session import Session
from voices.catalogue import DEFAULT
from voices.choice import speaks
from voices.contract import VoiceInfo
from voices.listing import DeviceInfo
from voices.privacy import refusal

_MOST_LANGUAGES = 3
_KINDS = {
    DEFAULT: "embedded", "pyttsx3": "system", "piper": "neural", "dispatcher": "Speech Dispatcher",
}  # fmt: skip
_MARKS = {
    "exact": "words marked exactly", "estimated": "words marked by estimate",
    "sentence": "sentences marked, not words",
}  # fmt: skip
_EMBEDDED = VoiceInfo(DEFAULT, "The voice of each language", ())
_SYSTEM = VoiceInfo("pyttsx3", "The system's own choice", (), marks="estimated")

Voices = tuple[list[VoiceInfo], list[str]]
"""What is found of voices, and sentences on engines that have none."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One row."""

    id: str
    text: str
    refusal: str = ""
    """Why it can't be taken."""


@dataclass(frozen=True, slots=True)
class Choices:
    """A list to choose from, once it has been found."""

    title: str
    looking: str
    """What is said when finding takes longer than a moment."""
    find: Callable[[], Any]
    """Finds what there is, on any thread; may take its time, or raise IntoneError."""
    arrange: Callable[[Any], tuple[Sequence[Choice], int]]
    """Makes rows of what was found, and tells which is chosen now."""
    take: Callable[[str], str]
    """Takes a choice by its id and returns the sentence that says so."""

    def menu(self) -> Menu:
        """Return the menu that they are chosen from."""
        rows: list[Row] = []

        def take(choice: Choice) -> Outcome:
            if choice.refusal:
                return Outcome(choice.refusal)
            return Outcome(self.take(choice.id), close=True)

        def row(choice: Choice) -> Row:
            return Row(choice.text, (Action("Choose it", lambda: take(choice)),))

        def found(what: Any) -> None:
            choices, made.chosen = self.arrange(what)
            rows[:] = [row(choice) for choice in choices]

        made = Menu(
            self.title, lambda: rows, hint="Enter takes one, escape leaves all as it was.",
            search=Search(self.looking, self.find, found),
        )  # fmt: skip
        return made


def voice_choices(session: Session) -> Choices:
    """Return the choice of a voice for the language that is read here."""
    from voices import listing

    language = reading_language(session)
    known: dict[str, VoiceInfo] = {}

    def languages_of(name: str) -> Sequence[str]:
        return known[name].languages if name in known else ()

    def arrange(found: Voices) -> tuple[Sequence[Choice], int]:
        voices = _with_defaults(found[0])
        known.update((voice.id, voice) for voice in voices)
        rows = _rows(voices, language)
        return rows, _index_of(voice_here(session, languages_of), rows)

    def take(name: str) -> str:
        choose_voice(session, name, languages_of)
        return f"Voice: {clean_line(known[name].name)}"

    title = (
        f"Voices for {language_name(language)}"
        if primary(language) not in ("", "und")
        else "Voices"
    )
    return Choices(title, "Looking for voices", lambda: listing.find_voices(), arrange, take)


def announcer_choices(session: Session) -> Choices:
    """Return the choice of a voice for announcements."""
    from voices import listing

    names = {"": "that of the reading"}

    def arrange(found: Voices) -> tuple[Sequence[Choice], int]:
        voices = _with_defaults(found[0])
        names.update((voice.id, clean_line(voice.name)) for voice in voices)
        reading = Choice("", "The reading's voice, or the embedded one while that is slow")
        rows = [reading, *_rows(voices, INTERFACE_LANGUAGE)]
        return rows, _index_of(session.narrator.delivery.announcer, rows)

    def take(name: str) -> str:
        session.deliver("announcer", name)
        return f"Voice of announcements: {names[name]}"

    return Choices(
        "Voices for announcements", "Looking for voices", lambda: listing.find_voices(), arrange,
        take,
    )  # fmt: skip


def _with_defaults(voices: Sequence[VoiceInfo]) -> list[VoiceInfo]:
    """Return ``voices`` after those that leave it to an engine which of them speaks."""
    system = any(voice.id.startswith("pyttsx3:") for voice in voices)
    return [_EMBEDDED, *([_SYSTEM] if system else []), *voices]


def _rows(voices: Sequence[VoiceInfo], language: str) -> list[Choice]:
    fit = [voice for voice in voices if speaks(voice.languages, language)]
    return [Choice(voice.id, described(voice), refusal(voice)) for voice in fit]


def choose_voice(session: Session, name: str, languages_of: Callable[[str], Sequence[str]]) -> None:
    """Let the voice ``name`` read what is read here, and keep that.

    For this language alone if it is not the article's, or if the main voice does not read it
    as it is: the main voice stays then.
    """
    delivery = session.narrator.delivery
    language = primary(reading_language(session))
    apart = (
        not speaks((session.article.language,), language)
        or language in map(primary, delivery.voices)
        or not speaks(languages_of(delivery.voice), language)
    )
    if language in ("", "und") or not apart:
        session.deliver("voice", name)
        return
    session.narrator.deliver(voices=with_voice_for(language, name, delivery.voices))
    keep_voice_for(session.settings, language, name)


def described(voice: VoiceInfo) -> str:
    """Return a voice as a row says it."""
    languages = voice.languages
    spoken = (
        count(len(languages), "language")
        if len(languages) > _MOST_LANGUAGES
        else (" ".join(languages) or "any language")
    )
    kind = _KINDS.get(voice.id.partition(":")[0], "")
    marks = _MARKS.get(voice.marks, voice.marks)
    parts = (voice.name, kind, spoken, f"made on {voice.made_on}", marks)
    return clean_line(", ".join(part for part in parts if part))


def device_choices(session: Session) -> Choices:
    """Return the choice of a sound device."""
    from voices import listing

    def arrange(found: list[DeviceInfo]) -> tuple[Sequence[Choice], int]:
        usual = next((f", now {device.name}" for device in found if device.usual), "")
        rows = [Choice("", clean_line(f"The system's own choice{usual}"))]
        rows += [
            Choice(device.name, clean_line(device.name) or "Without a name") for device in found
        ]
        return rows, _index_of(session.narrator.delivery.device, rows)

    def take(name: str) -> str:
        session.deliver("device", name)
        return f"Sound device: {clean_line(name) or 'the system' + chr(39) + 's own choice'}"

    return Choices(
        "Sound devices", "Looking for sound devices", lambda: listing.find_devices(), arrange, take
    )


def _index_of(id: str, rows: Sequence[Choice]) -> int:
    return next((index for index, row in enumerate(rows) if row.id == id), 0)
