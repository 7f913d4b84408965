"""The kinds of setting that hold names: of a voice, of a device, of several things."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from content.text import clean_line
from tui.delivery import LANGUAGE, LONGEST_NAME, is_voice_name, with_voice_for
from tui.setting_kind import Kind, Read, Unfit, UnfitError, either, shown, unfit

_A_VOICE = "one of the voices that intone voices lists"


def voice_name(default: str = "", empty: str = "") -> Kind:
    """Return the kind of a voice; ``empty`` is what no name means, if it may be empty."""
    return _name(default, empty, _A_VOICE, is_voice_name)


def device_name(empty: str) -> Kind:
    """Return the kind of a device, which may be away now; ``empty`` is what no name means."""
    what = "the name of a sound device, or a part of it"
    return _name("", empty, what, lambda name: len(name) <= LONGEST_NAME)


def _name(default: str, empty: str, what: str, fits: Callable[[str], bool]) -> Kind:
    takes = f'{what}; or "" for {empty}' if empty else what

    def typed(text: str) -> str:
        name = clean_line(text)
        if not (fits(name) if name else empty):
            raise UnfitError(f"must be {takes}")
        return name

    def read(value: Any) -> Read:
        if not isinstance(value, str):
            return unfit(value, f"must be {takes}")
        try:
            return typed(value), ()
        except UnfitError as error:
            return unfit(value, str(error))

    return Kind(default, takes, read, typed, said=lambda kept: clean_line(kept) or empty)


def voice_table() -> Kind:
    """Return the kind of a voice for each of several languages; kept as JSON."""
    takes = "a table of languages, such as fr, each with a voice that intone voices lists"

    def read(value: Any) -> Read:
        if not isinstance(value, dict):
            return unfit(value, f"must be {takes}")
        wrong: list[Unfit] = []
        right: dict[str, str] = {}
        for tag, name in value.items():
            if not LANGUAGE.fullmatch(tag):
                wrong.append(Unfit((tag,), "is for no language; one is written as en or en-GB"))
            elif not (isinstance(name, str) and is_voice_name(name)):
                wrong.append(Unfit((tag,), f"is {shown(name)}, but must be {_A_VOICE}"))
            else:
                right[tag] = name
        return json.dumps(right), wrong

    def typed(text: str) -> str:
        voices: dict[str, str] = {}
        for part in text.split():
            tag, _, name = part.partition("=")
            if not (LANGUAGE.fullmatch(tag) and is_voice_name(name)):
                raise UnfitError("must be languages and their voices, as in fr=espeak:fr")
            voices = with_voice_for(tag, name, voices)
        return json.dumps(voices)

    def said(kept: str) -> str:
        voices = json.loads(kept)
        return ", ".join(f"{tag}, {clean_line(name)}" for tag, name in voices.items()) or "none"

    return Kind("{}", takes, read, typed, json.loads, said)


def any_of(words: Mapping[str, str]) -> Kind:
    """Return the kind of any of these words, each with how it is said; kept parted by spaces."""
    takes = f"any of {either(list(words))}"

    def read(value: Any) -> Read:
        if not isinstance(value, list):
            return unfit(value, f"must be a list of {takes}")
        known = {word for word in value if isinstance(word, str) and word in words}
        wrong = [shown(word) for word in value if not (isinstance(word, str) and word in words)]
        reason = f", which is not among {either(list(words))}"
        return " ".join(sorted(known)), [
            Unfit((), f"has {word}{reason}") for word in dict.fromkeys(wrong)
        ]

    def typed(text: str) -> str:
        kept, wrong = read(text.replace(",", " ").split())
        if wrong or kept is None:
            raise UnfitError(f"must be {takes}")
        return kept

    def said(kept: str) -> str:
        return ", ".join(words.get(word, word) for word in kept.split()) or "none"

    return Kind("", takes, read, typed, str.split, said)
