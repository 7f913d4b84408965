"""The command line's list of keys: which there are, and what is wrong with a person's own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from tui.key_presets import PRESETS

if TYPE_CHECKING:
    from tui.keymap import Keymap


@click.command()
@click.option("--preset", type=click.Choice(list(PRESETS)), help="List the keys of another keymap.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
def keys(preset: str | None, as_json: bool) -> None:
    """List every command with its keys.

    Says also what is wrong with keys of your own.
    """
    from tui.commands import COMMANDS, help_line
    from tui.keymap import not_everywhere

    keymap, problems = kept_keymap(preset)
    if as_json:
        click.echo(json.dumps(_as_json(keymap), ensure_ascii=False, indent=1))
    else:
        for command in COMMANDS:
            click.echo(f"{help_line(command, keymap.keys[command.id])} ({command.id})")
    for sentence in (*problems, *not_everywhere(keymap)):
        click.echo(sentence, err=True)


def kept_keymap(preset: str | None = None) -> tuple[Keymap, list[str]]:
    """Return the keymap that reading would begin with, and what is wrong with it."""
    from content.library import Library, state_folder
    from tui.key_settings import chosen_keymap
    from tui.settings_file import open_settings

    library = Library(state_folder())
    try:
        return chosen_keymap(open_settings(library), preset)
    finally:
        library.close()


def _as_json(keymap: Keymap) -> dict[str, object]:
    from tui.commands import COMMANDS

    commands = [
        {
            "id": command.id,
            "name": command.name,
            "description": command.description,
            "pane": command.pane,
            "keys": keymap.keys[command.id],
        }
        for command in COMMANDS
    ]
    return {"keymap": keymap.preset, "commands": commands}
