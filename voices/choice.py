"""Which voice speaks what: by its language, and by whether it can answer a key in time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from voices.catalogue import DEFAULT
from voices.espeak_names import espeak_names
from voices.messages import Configure

Languages = Callable[[str], Sequence[str]]
"""Gives the languages that the voice of this name speaks; none when it speaks any."""


def _primaries(tag: str) -> set[str]:
    """Return the languages that ``tag`` may mean, such as zh and cmn, without their regions."""
    return {name.split("-")[0] for name in espeak_names(tag.replace("_", "-"))}


def speaks(languages: Sequence[str], language: str) -> bool:
    """Return whether who speaks ``languages`` can read ``language``: both BCP 47 tags."""
    if not languages or _primaries(language) <= {"", "und"}:
        return True
    wanted = _primaries(language)
    return any(_primaries(known) & wanted for known in languages)


def reading_voice(wanted: Configure, language: str, languages_of: Languages) -> str:
    """Return the name of the voice that reads ``language``.

    The one chosen for it, by its whole tag or by its first part; else the main one if it
    speaks it; else the embedded one, which speaks a hundred.
    """
    tag = language.replace("_", "-").casefold()
    chosen = {key.replace("_", "-").casefold(): name for key, name in wanted.voices.items()}
    for key in (tag, tag.split("-")[0]):
        if chosen.get(key):
            return chosen[key]
    return wanted.voice if speaks(languages_of(wanted.voice), language) else DEFAULT


def announcing_voice(
    wanted: Configure, language: str, languages_of: Languages, is_prompt: Callable[[str], bool]
) -> str:
    """Return the name of the voice that announces in ``language``.

    The announcer if there is one and it speaks that; else the reading's if it is prompt;
    else the embedded one.
    """
    if wanted.announcer:
        return wanted.announcer if speaks(languages_of(wanted.announcer), language) else DEFAULT

    def languages_if_prompt(name: str) -> Sequence[str]:
        return languages_of(name) if is_prompt(name) else ()  # making it would take too long

    name = reading_voice(wanted, language, languages_if_prompt)
    return name if is_prompt(name) else DEFAULT
