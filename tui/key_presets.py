"""Ready-made keymaps, as what they change in the usual one.

A command has the keys given here, the first to be taught, and of its usual keys those that no
other command has here. So the one-handed ones are also there for two hands.
"""

from __future__ import annotations

from collections.abc import Mapping

Keys = Mapping[str, tuple[str, ...]]
"""By the commands' ids."""

PRESETS = {
    "default": "the usual keys",
    "letters-off": "no letters, digits or marks",
    "one-hand-left": "for the left hand",
    "one-hand-right": "for the right hand",
}
"""Each with how it is said; the first is what there is without a choice."""

NO_LETTERS = "letters-off"
"""The preset in which only keys that type nothing, and space, mean anything (WCAG 2.1.4)."""

_LETTERS_OFF: Keys = {
    "note": ("ctrl+n",),
    "skipped": ("ctrl+x",),
    "why": ("ctrl+y",),
    "correct": ("ctrl+e",),
    "dictionary": ("ctrl+d",),
    "voice": ("ctrl+o",),
    "volume.louder": ("ctrl+u",),
    "volume.quieter": ("ctrl+v",),
    "script": ("ctrl+w",),
    "hush": ("ctrl+z",),
}

_LEFT: Keys = {
    "palette": ("ctrl+e",),
    "sentence.next": ("d",),
    "sentence.previous": ("a",),
    "paragraph.next": ("s",),
    "paragraph.previous": ("w",),
    "entry.next": ("s", "f3"),
    "entry.previous": ("w", "f2"),
    "entry.fold": ("a",),
    "entry.unfold": ("d",),
    "entry.read": ("f", "f4"),
    "link.open": ("f", "f4"),
    "find.next": ("x",),
    "repeat": ("z",),
    "back": ("ctrl+z",),
    "heading.next": ("e",),
    "heading.previous": ("q",),
    "where": ("r", "ctrl+w"),
    "pace.faster": ("t",),
    "pace.slower": ("g",),
    "note": ("c",),
    "volume.louder": ("v",),
    "volume.quieter": ("b",),
    "leave": ("ctrl+q",),
}

_RIGHT: Keys = {
    "palette": ("m",),
    "play": ("p",),
    "silence": ("o", "f9"),
    "pane": ("u",),
    "heading.next": ("h",),
    "heading.previous": ("y",),
    "pace.faster": ("k",),
    "pace.slower": ("j",),
    "where": ("l",),
    "find.next": ("n",),
    "repeat": ("i",),
    "help": ("f11",),
    "leave": ("f10",),
}

CHANGES: Mapping[str, Keys] = {
    "default": {}, NO_LETTERS: _LETTERS_OFF, "one-hand-left": _LEFT, "one-hand-right": _RIGHT,
}  # fmt: skip
