"""The one registry of settings: the file, the menu, the command line and the guide use it.

A group of preferences is added with one line in ``GROUPS``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from content.kept import ALL
from content.left_out import KINDS
from content.settings import USUAL
from tui.delivery import RANGES, keep, kept, usual
from tui.display import DISPLAY_PREFERENCES
from tui.key_settings import KEY_PREFERENCES
from tui.plain_choice import PLAIN_PREFERENCES
from tui.preference import Preference, prefer, preferred
from tui.script_choices import SCRIPT_CHOICES, ScriptChoice
from tui.setting_kind import Kind, Unfit, one_of, switch, whole_number
from tui.setting_names import any_of, device_name, voice_name, voice_table
from tui.speech_level import SPEECH_PREFERENCES

if TYPE_CHECKING:
    from tui.menu import Menu
    from tui.session import Session


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that a person can set."""

    name: str
    """In the file and on the command line."""
    title: str
    """As it is said: "Pace"."""
    help: str
    """One sentence."""
    kind: Kind
    now: Callable[[Session], str]
    """Returns the value that holds now, as it is kept."""
    use: Callable[[Session, str], None]
    """Lets a value hold from now on, and keeps it."""
    opens: Callable[[Session], Menu | None] | None = None
    """Returns the list that it is chosen from, if there is one."""

    def sentence(self, value: str) -> str:
        """Return how a value is said: "Pace: 250 words a minute"."""
        return f"{self.title}: {self.kind.said(value)}"


@dataclass(frozen=True, slots=True)
class Group:
    """Settings that belong together."""

    title: str
    settings: tuple[Setting, ...]


def _delivered(
    name: str, title: str, help: str, kind: Kind,
    opens: Callable[[Session], Menu | None] | None = None,
) -> Setting:  # fmt: skip
    """Return the setting for a field of ``Configure``."""

    def now(session: Session) -> str:
        value = getattr(session.narrator.delivery, name)
        return ("yes" if value else "no") if isinstance(value, bool) else str(value)

    def use(session: Session, value: str) -> None:
        field: Any = kind.toml(value)
        session.deliver(name, field)

    return Setting(name, title, help, kind, now, use, opens)


def _number(name: str, title: str, unit: str, help: str, zero: str = "") -> Setting:
    kind = whole_number(RANGES[name], getattr(usual(), name), unit, zero)
    return _delivered(name, title, help, kind)


def _chosen(choice: ScriptChoice) -> Setting:
    """Return the setting for a field of ``ScriptSettings``."""
    name = choice.field
    return Setting(
        name, choice.name, choice.help, one_of(choice.values, getattr(USUAL, name)),
        lambda session: str(getattr(session.narrator.script.settings, name)),
        lambda session, value: session.say_otherwise(name, value),
    )  # fmt: skip


def _preferred(preference: Preference) -> Setting:
    return Setting(
        preference.name, preference.title, preference.help, one_of(preference.values),
        preference.now or (lambda session: preferred(session, preference)),
        lambda session, value: prefer(session, preference, value),
    )  # fmt: skip


def _preferences(title: str, preferences: Sequence[Preference]) -> Group:
    return Group(title, tuple(map(_preferred, preferences)))


def _voices() -> Setting:
    """Return the setting for voices by language; those of the command line are not kept."""

    def use(session: Session, value: str) -> None:
        session.narrator.deliver(voices=json.loads(value))
        keep(session.settings, "voices", json.loads(value))

    def opens(session: Session) -> Menu:
        from tui.settings_lists import voices_menu

        return voices_menu(session)

    return Setting(
        "voices", "Voices by language", "Which voice reads a language, in place of the main one.",
        voice_table(), lambda session: json.dumps(kept(session.settings).voices), use, opens,
    )  # fmt: skip


def _kept_kinds() -> Setting:
    def use(session: Session, value: str) -> None:
        from tui.putting_back import keep_kinds

        keep_kinds(session, value.split())

    def opens(session: Session) -> Menu:
        from tui.settings_lists import kinds_menu

        return kinds_menu(session)

    names = {kind: several for kind, (_, several) in KINDS.items()} | {ALL: "everything"}
    return Setting(
        "keep", "Always read", "What is read though it is usually skipped.", any_of(names),
        lambda session: " ".join(sorted(session.keeping.kinds)), use, opens,
    )  # fmt: skip


def _voice_list(session: Session) -> Menu:
    from tui.choices import voice_choices

    return voice_choices(session).menu()


def _announcer_list(session: Session) -> Menu:
    from tui.choices import announcer_choices

    return announcer_choices(session).menu()


def _device_list(session: Session) -> Menu:
    from tui.choices import device_choices

    return device_choices(session).menu()


_MINUTE = "words a minute"

GROUPS: tuple[Group, ...] = (
    Group("Voice", (
        _number("pace", "Pace", _MINUTE, "How fast articles are read, pauses included."),
        _delivered("voice", "Voice", "The main voice; it reads what no other is chosen for.",
                   voice_name(usual().voice), _voice_list),
        _voices(),
        _number("volume", "Volume", "percent", "How loud everything is."),
        _number("pitch", "Pitch", "", "How high the voice is; 50 is the voice's own."),
        _number("pitch_range", "Liveliness", "", "How much the voice rises and falls; "
                "50 is the voice's own."),
        _number("pauses", "Pauses", "percent", "How long the pauses between sentences are."),
        _delivered("device", "Sound device", "Where it is heard.",
                   device_name("the system's own choice"), _device_list),
    )),
    Group("What Intone says itself", (
        _delivered("announcer", "Voice of announcements", "Who says what Intone itself says.",
                   voice_name(empty="that of the reading"), _announcer_list),
        _number("announcer_pace", "Pace of announcements", _MINUTE, "How fast they are said.",
                "that of the reading"),
        _delivered("over", "Announcements", "Whether they are said over the reading, or in "
                   "between.", switch("over the reading", "between the reading")),
        _delivered("sounds", "Short sounds", "Whether short sounds tell of headings, links, lists "
                   "and the like.", switch()),
    )),
    _preferences("Who speaks", SPEECH_PREFERENCES),
    _preferences("Display", DISPLAY_PREFERENCES),
    _preferences("Plain mode", PLAIN_PREFERENCES),
    Group("What is said", (*map(_chosen, SCRIPT_CHOICES), _kept_kinds())),
    _preferences("Keyboard", KEY_PREFERENCES),
)  # fmt: skip
"""All settings, in the order in which they are listed."""

SETTINGS: dict[str, Setting] = {
    setting.name: setting for group in GROUPS for setting in group.settings
}
"""By their names."""
PASSED: dict[str, Callable[[Any], Sequence[Unfit]]] = {"keys": lambda _: ()}
"""What else may stand in the file: a name, and what tells what is wrong in its value, in
sentences of which each ends with a full stop."""
