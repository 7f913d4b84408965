"""Names of keys: as a person may write them, as Textual has them, and which a terminal can send."""

from __future__ import annotations

import unicodedata

_CONTROLLED = frozenset("abcdefgklnopqrstuvwxyz")
"""Letters that have a byte of their own with ctrl; those left out are tab, enter and backspace."""
_MOVES = ("up", "down", "left", "right", "home", "end", "pageup", "pagedown")
_EVERYWHERE = frozenset(
    {"space", "enter", "escape", "tab", "backspace", "delete", *_MOVES, "shift+tab"}
    | {f"f{number}" for number in range(1, 13)}
    | {f"ctrl+{letter}" for letter in _CONTROLLED}
)
"""Besides characters: what also the Linux console sends."""
_ELSEWHERE = frozenset(
    {f"{held}+{move}" for held in ("shift", "ctrl", "ctrl+shift") for move in _MOVES}
    | {"shift+delete", "ctrl+delete"}
)
"""What xterm and its like send, and tmux passes on, but the Linux console does not."""
_SAME = {
    "ctrl+i": "tab", "ctrl+m": "enter", "ctrl+j": "enter", "ctrl+h": "backspace",
    "ctrl+left_square_bracket": "escape", "shift+enter": "enter", "ctrl+enter": "enter",
    "shift+space": "space", "shift+escape": "escape", "ctrl+tab": "tab", "ctrl+space": "space",
    "shift+backspace": "backspace", "ctrl+backspace": "backspace",
}  # fmt: skip
_OF_SCREEN_READERS = ("insert", "capslock", "numlock", "scrolllock", "kp", "numpad")
_OF_THE_SYSTEM = ("alt", "meta", "super", "hyper", "cmd", "command", "option", "win", "windows")
_HELD = ("ctrl", "shift", *_OF_THE_SYSTEM)
_OTHERWISE = {
    "return": "enter", "esc": "escape", "del": "delete", "control": "ctrl", "backtab": "shift+tab",
    "page_up": "pageup", "page_down": "pagedown", "pgup": "pageup", "pgdn": "pagedown",
    "solidus": "slash", "reverse_solidus": "backslash", "commercial_at": "at",
    "hyphen_minus": "minus", "plus_sign": "plus", "low_line": "underscore", "equals": "equals_sign",
    "circumflex": "circumflex_accent", "period": "full_stop",
}  # fmt: skip
"""Other names, also those of Unicode for which Textual has its own."""
_BACK = {"slash": "solidus", "backslash": "reverse_solidus", "at": "commercial_at",
         "minus": "hyphen_minus", "plus": "plus_sign", "underscore": "low_line"}  # fmt: skip


class NoKeyError(ValueError):
    """Says why something is no key that can be used, as the end of a sentence."""


def key_of(character: str) -> str:
    """Return how Textual names the key of a character."""
    if character == " ":
        return "space"
    if character.isalnum():
        return character
    name = unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_")
    return _OTHERWISE.get(name, name)


def character_of(key: str) -> str:
    """Return the character that a key types; nothing for space and other keys that type none."""
    if len(key) == 1:
        return key
    name = _BACK.get(key, key).replace("_", " ")
    for candidate in (name, name.replace(" ", "-", 1)):  # less-than and greater-than sign
        try:
            found = unicodedata.lookup(candidate)
        except KeyError:
            continue
        return found if found.isprintable() and found != " " else ""
    return ""


def types(key: str) -> bool:
    """Whether the key types a character, space among them."""
    return key == "space" or bool(character_of(key))


def sent_everywhere(key: str) -> bool:
    """Whether every terminal sends the key, the Linux console too."""
    return key in _EVERYWHERE or bool(character_of(key))


def read_key(written: str) -> str:
    """Return Textual's name of a key, as "Ctrl+P", "page down", "shift+h" and "?" may be written.

    Raises NoKeyError when no terminal sends it, or can tell it from another.
    """
    text = written.strip()
    if len(text) == 1 and text.isprintable() and (name := key_of(text)):
        return name
    words = text.replace("-", " ").replace("+", " ").split()
    held: list[str] = []
    while words and (name := _OTHERWISE.get(words[0].lower(), words[0].lower())) in _HELD:
        held.append(name)
        del words[0]
    last = "_".join(words)
    if len(last) > 1:
        last = _OTHERWISE.get(last.lower(), last.lower())
    elif last and not last.isalnum():
        last = key_of(last)
    return _checked(held, last)


def _checked(held: list[str], last: str) -> str:
    if any(each in _OF_THE_SYSTEM for each in held):
        raise NoKeyError("Alt and the keys of the system are not used, as terminals keep them")
    bare = last.replace("_", "")
    if bare.startswith(_OF_SCREEN_READERS) and len(last) > 1:
        raise NoKeyError("it belongs to screen readers")
    if held == ["shift"] and len(last) == len(last.upper()) == 1 and last.isalpha():
        return last.upper()
    if len(last) == 1 and held:
        last = last.lower()
    key = "+".join([*sorted(set(held)), last])
    if key in _SAME:
        raise NoKeyError(f"terminals can't tell it from {_SAME[key]}")
    if key.startswith("ctrl+shift+") and len(last) == 1:
        raise NoKeyError(f"terminals can't tell it from ctrl+{last}")
    if key in _EVERYWHERE or key in _ELSEWHERE or (not held and character_of(key)):
        return key
    raise NoKeyError("no terminal is sure to send it" if held else "there is no such key")
