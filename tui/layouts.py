"""Other keyboard layouts: which Latin letter stands where theirs do.

Who types Russian, Ukrainian, Greek, Hebrew or Arabic need not change the layout for a command:
where a letter has none of its own, it means what the key at its place means on an American
keyboard. Never in what is typed as text, but for the names of commands, which are English.
"""

from __future__ import annotations

from functools import cache

from tui.key_names import character_of, key_of

_PLACES = {
    "йцукенгшщзхъфывапролджэячсмитьбюё": "qwertyuiop[]asdfghjkl;'zxcvbnm,.`",
    "ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ": 'QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>~',
    "іїєґ": "s]'\\",
    "ІЇЄҐ": 'S}"|',
    "№": "#",
    "ςερτυθιοπασδφγηξκλζχψωβνμ": "wertyuiopasdfghjklzxcvbnm",
    "ΕΡΤΥΘΙΟΠΑΣΔΦΓΗΞΚΛΖΧΨΩΒΝΜ": "ERTYUIOPASDFGHJKLZXCVBNM",
    "קראטוןםפשדגכעיחלךףזסבהנמצתץ": "ertyuiopasdfghjkl;zxcvbnm,.",
    "ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظ": "qwertyuiop[]asdfghjkl;'zxcvnm,./",
}
"""ЙЦУКЕН (Russian, then what Ukrainian has otherwise), Greek, Hebrew, Arabic."""


@cache
def _latin() -> dict[str, str]:
    return {
        theirs: latin
        for row, places in _PLACES.items()
        for theirs, latin in zip(row, places, strict=True)
    }


def latin_text(text: str) -> str:
    """Return what the same keys would have typed on an American keyboard."""
    return "".join(_latin().get(character, character) for character in text)


def latin_key(key: str) -> str:
    """Return the key at the same place of an American keyboard; the same if that is none."""
    held, plus, last = key.rpartition("+")
    found = _latin().get(character_of(last)) if not last.isascii() or len(last) > 1 else None
    return f"{held}{plus}{key_of(found)}" if found else key
