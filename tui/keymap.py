"""Which key means which command: the commands' own keys, a preset, and a person's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from tui.command import Command
from tui.commands import COMMANDS
from tui.key_names import character_of, sent_everywhere, types
from tui.key_presets import CHANGES, NO_LETTERS, PRESETS
from tui.layouts import latin_key
from tui.own_keys import NEEDED, Wrong, own_keys
from tui.phrases import key_name
from tui.privacy_commands import HIDING

Place = Literal["text", "list"]
"""Which pane has the focus."""

_EVERYWHERE = ("explain", "leave", *HIDING)
"""Commands whose keys do the same on every screen."""

_IN_MENUS = {
    "entry.next": "down", "entry.previous": "up", "entry.first": "home", "entry.last": "end",
    "entry.fold": "left", "entry.unfold": "right", "entry.read": "enter", "silence": "escape",
}  # fmt: skip
"""What the keys of the list of sections, and of silence, do in every other list."""


@dataclass(frozen=True, slots=True)
class Keymap:
    """The keys that are in effect."""

    preset: str
    commands: Mapping[tuple[str, Place], Command]
    """By key, as Textual names it, and place."""
    keys: Mapping[str, tuple[str, ...]]
    """By the ids of the commands; the first is the one to teach."""

    @property
    def letters(self) -> bool:
        """Whether single letters may do something in a menu."""
        return self.preset != NO_LETTERS

    def command(self, key: str, place: Place) -> Command | None:
        """Return what ``key`` means; one of another layout means what its place means."""
        found = self.commands.get((key, place))
        return found or self.commands.get((latin_key(key), place))

    def everywhere(self, key: str, typing: bool) -> Command | None:
        """Return what ``key`` means also over a list or where text is typed, if anything.

        While text is ``typing``, keys that type a character are for that.
        """
        found = None if typing and types(key) else self.command(key, "list")
        return found if found is not None and found.id in _EVERYWHERE else None

    def in_menu(self, key: str, typing: bool = False) -> str:
        """Return which of the keys that every list knows ``key`` stands for, or itself.

        While text is typed, those that type a character stand for themselves.
        """
        if key in _IN_MENUS.values() or (typing and types(key)):
            return key
        command = self.command(key, "list")
        return _IN_MENUS.get(command.id, key) if command is not None else key

    def leaves(self, key: str, opened_by: str, typing: bool) -> bool:
        """Return whether ``key`` leaves a menu that the command ``opened_by`` has opened."""
        if self.in_menu(key, typing) == "escape":
            return True
        found = None if typing and types(key) else self.command(key, "list")
        return found is not None and found.id == opened_by

    def asks_for_help(self, key: str, typing: bool) -> bool:
        """Return whether ``key`` asks how to use a menu."""
        found = None if typing and types(key) else self.command(key, "list")
        return found is not None and found.id == "help"

    def shortcut(self, key: str) -> str:
        """Return the key of a row's action that ``key`` stands for; letters may be off."""
        return "" if character_of(key) and not self.letters else latin_key(key)


def keymap_from(
    preset: str, table: Any, commands: Sequence[Command] = COMMANDS
) -> tuple[Keymap, list[Wrong]]:
    """Return the keymap of a preset with the keys in ``table``, and what is wrong with these.

    The table has lists of keys, or one key, by the ids of commands, as TOML gives it. What is
    wrong is left out, and the rest holds.
    """
    wrong: list[Wrong] = []
    if preset not in PRESETS:
        there_are = ", ".join(PRESETS)
        wrong.append(Wrong("", f"There is no keymap {preset}; there are {there_are}."))
        preset = "default"
    own = dict(own_keys(table, [command.id for command in commands], wrong))
    return _combined(preset, _of_preset(preset, commands), own, commands, wrong), wrong


def _of_preset(preset: str, commands: Sequence[Command]) -> dict[str, tuple[str, ...]]:
    """Return the keys of every command in a preset."""
    changes = CHANGES[preset]
    taken = {
        (key, place)
        for command in commands
        for key in changes.get(command.id, ())
        for place in places(command)
    }
    found = {}
    for command in commands:
        first = changes.get(command.id, ())
        rest = [
            key
            for key in command.keys
            if key not in first
            and not any((key, place) in taken for place in places(command))
            and not (preset == NO_LETTERS and character_of(key))
        ]
        found[command.id] = (*first, *rest)
    return found


def places(command: Command) -> tuple[Place, ...]:
    """Return where the focus may be for a command."""
    return ("text", "list") if command.pane == "anywhere" else (command.pane,)


def _combined(
    preset: str,
    usual: Mapping[str, tuple[str, ...]],
    own: Mapping[str, tuple[str, ...]],
    commands: Sequence[Command],
    wrong: list[Wrong],
) -> Keymap:
    """Give every command its keys: first those that a person left as they are."""
    by_id = {command.id: command for command in commands}
    taken: dict[tuple[str, Place], Command] = {}
    keys: dict[str, tuple[str, ...]] = {}

    def give(command: Command, wanted: Iterable[str], tell: bool) -> None:
        given = []
        for key in wanted:
            owner = next((taken[key, p] for p in places(command) if (key, p) in taken), None)
            if owner is None:
                taken.update({(key, place): command for place in places(command)})
                given.append(key)
            elif tell:
                sentence = (
                    f"{command.id}: the key {key_name(key)} can't be used twice: it means "
                    f"{owner.name} ({owner.id}); give that another first."
                )
                wrong.append(Wrong(command.id, sentence))
        keys[command.id] = tuple(given)

    for command in commands:
        if command.id not in own:
            give(command, usual[command.id], tell=False)
    # Those that must have a key come first, or others might take the ones they fall back to.
    for id in sorted(own, key=lambda id: id not in NEEDED):
        give(by_id[id], own[id], tell=True)
        if own[id] and not keys[id]:
            give(by_id[id], usual[id], tell=False)
    return Keymap(preset, taken, {command.id: keys[command.id] for command in commands})


def not_everywhere(keymap: Keymap) -> list[str]:
    """Return a sentence for each command of which the Linux console sends no key."""
    return [
        f"{command.name} has only {key_name(keymap.keys[command.id][0])}, which not every "
        "terminal sends."
        for command in COMMANDS
        if keymap.keys[command.id] and not any(map(sent_everywhere, keymap.keys[command.id]))
    ]
