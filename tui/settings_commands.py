"""The command line's settings: to list, set and reset them, and to say where they are kept."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from content.errors import IntoneError, UsageError
from content.text import clean_line
from tui.voice_options import shown_value

if TYPE_CHECKING:
    from tui.all_settings import Setting
    from tui.settings_file import SettingsFile

_json_option = click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")


@click.group(invoke_without_command=True)
@_json_option
@click.pass_context
def settings(context: click.Context, as_json: bool) -> None:
    """List everything that can be set, or change it.

    Without a command, it lists every setting with its value.
    """
    if context.invoked_subcommand is not None:
        return
    from tui.all_settings import GROUPS

    kept = _open()
    for fault in kept.faults:
        click.echo(fault, err=True)
    if as_json:
        found = [_as_json(kept, group.title, each) for group in GROUPS for each in group.settings]
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return
    for group in GROUPS:
        for each in group.settings:
            click.echo(_line(kept, each))


@settings.command(name="set")
@click.argument("name")
@click.argument("value")
def set_(name: str, value: str) -> None:
    """Let NAME be VALUE; voices.fr is the voice for French."""
    from tui.all_settings import SETTINGS
    from tui.delivery import keep_voice_for, kept
    from tui.setting_kind import UnfitError

    setting, part = _find(name)
    file = _open()
    try:
        if part:
            keep_voice_for(file, part, SETTINGS["voice"].kind.typed(value))
            chosen = json.dumps(kept(file).voices)
        else:
            chosen = setting.kind.typed(value)
            file.keep_setting(setting.name, chosen)
    except UnfitError as error:
        raise UsageError(f"{clean_line(name)} {error}, not {shown_value(value)}.") from error
    _settle(file, setting.sentence(chosen))


@settings.command()
@click.argument("name", required=False)
def reset(name: str | None) -> None:
    """Let NAME have its default again, or everything.

    Without NAME, every setting is reset.
    """
    from tui.all_settings import SETTINGS
    from tui.delivery import keep, kept, without_voice_for

    file = _open()
    if name is None:
        file.drop_setting(*SETTINGS)
        _settle(file, "Every setting has its default")
        return
    setting, part = _find(name)
    if part:
        keep(file, setting.name, without_voice_for(part, kept(file).voices))
        _settle(file, f"There is no voice of its own for {clean_line(part)}")
        return
    file.drop_setting(setting.name)
    _settle(file, setting.sentence(setting.kind.default))


@settings.command()
def path() -> None:
    """Say where the settings are kept."""
    from tui.settings_file import settings_path

    click.echo(clean_line(str(settings_path())))


def _open() -> SettingsFile:
    """Return the settings, with those that the library has from before if there is no file."""
    from content.library import Library, state_folder
    from tui.settings_file import open_settings

    library = Library(state_folder())
    try:
        return open_settings(library)
    finally:
        library.close()


def _find(name: str) -> tuple[Setting, str]:
    """Return a setting, and the language if it is a voice for one; raise UsageError."""
    from tui.all_settings import SETTINGS
    from tui.delivery import LANGUAGE
    from tui.settings_check import unknown

    whole, _, part = name.partition(".")
    if name in SETTINGS or (whole == "voices" and LANGUAGE.fullmatch(part)):
        return SETTINGS[whole], part
    sentence = unknown(name).removesuffix(".")
    raise UsageError(f"{sentence[:1].upper()}{sentence[1:]}; intone settings lists all.")


def _settle(file: SettingsFile, sentence: str) -> None:
    """Say what came of a change; raise IntoneError when it could not be kept."""
    if not file.is_written:
        raise IntoneError(file.problem)
    if file.problem:
        click.echo(file.problem, err=True)
    click.echo(f"{sentence}.", err=True)


def _line(kept: SettingsFile, setting: Setting) -> str:
    kind = setting.kind
    value, default = kept.setting(setting.name), _shown(setting, kind.default)
    now = _shown(setting, kind.default if value is None else value)
    return (
        f"{setting.name} = {now}. {setting.title}: {setting.help} It takes {kind.takes}; the "
        f"default is {default}."
    )


def _shown(setting: Setting, value: str) -> str:
    """Return a value as it stands in the file, fit for a line."""
    return clean_line(json.dumps(setting.kind.toml(value), ensure_ascii=False))


def _as_json(kept: SettingsFile, group: str, setting: Setting) -> dict[str, Any]:
    kind, value = setting.kind, kept.setting(setting.name)
    return {
        "name": setting.name,
        "title": setting.title,
        "group": group,
        "value": kind.toml(kind.default if value is None else value),
        "default": kind.toml(kind.default),
        "chosen": value is not None,
        "takes": kind.takes,
        "values": [kind.toml(name) for name in kind.values] or None,
        "help": setting.help,
    }
