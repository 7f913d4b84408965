"""What a person can choose and Intone remembers: one choice among named values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.session import Session


def stepped(values: Iterable[str], value: str, by: int) -> str:
    """Return the value that is ``by`` further than ``value``; after the last comes the first."""
    names = list(values)
    return names[(names.index(value) + by) % len(names)]


@dataclass(frozen=True, slots=True)
class Preference:
    """One choice. Every group of them is a tuple in the module of its subject."""

    name: str
    """In the file of settings."""
    title: str
    """As it is said: "Theme"."""
    values: Mapping[str, str]
    """Each value and how it is said, in order; the first is the default."""
    help: str
    """One sentence."""
    apply: Callable[[Session, str], None] = lambda _session, _value: None
    """Does what the value asks for, at once, after it was kept."""
    now: Callable[[Session], str] | None = None
    """Returns what holds in this reading, where that may be another value than is kept."""

    def sentence(self, value: str) -> str:
        """Return how a value is said: "Theme: dark"."""
        return f"{self.title}: {self.values[value]}"

    def stepped(self, value: str, by: int) -> str:
        """Return the value ``by`` further; after the last comes the first."""
        return stepped(self.values, value, by)


def preferred(session: Session, preference: Preference) -> str:
    """Return the value a person has chosen, or the default."""
    value = session.settings.setting(preference.name)
    return value if value and value in preference.values else next(iter(preference.values))


def prefer(session: Session, preference: Preference, value: str) -> None:
    """Keep ``value``, and let it hold from now on."""
    session.settings.keep_setting(preference.name, value)
    session.tell_problem()
    preference.apply(session, value)
