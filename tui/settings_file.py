"""What a person chooses, in one TOML file that can be read and edited by hand."""

from __future__ import annotations

import contextlib
import os
import stat
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from content.text import clean_line

if TYPE_CHECKING:
    from content.library import Library
    from tui.session import Session

NAME = "settings.toml"
LARGEST = 1_000_000
"""Bytes of a file of settings; one that somebody wrote has a few thousand."""
_MOST_SAID = 3


def settings_path() -> Path:
    """Return where the file is.

    ``INTONE_SETTINGS`` names another; where ``INTONE_STATE`` names a folder, it is in there.
    """
    if file := os.environ.get("INTONE_SETTINGS"):
        return Path(file)
    if folder := os.environ.get("INTONE_STATE"):
        return Path(folder) / NAME
    import platformdirs

    return platformdirs.user_config_path("intone", appauthor=False) / NAME


def open_settings(library: Library) -> SettingsFile:
    """Return the settings; at the first start with those that ``library`` has from before."""
    settings = SettingsFile(settings_path(), lambda: library.private)
    if settings.is_new and (before := library.settings()):
        from tui.all_settings import SETTINGS

        mine = {name: value for name, value in before.items() if name in SETTINGS}
        if mine and settings.take_over(mine):
            for name in mine:
                library.drop_setting(name)
    return settings


def tell_faults(session: Session, faults: Sequence[str]) -> None:
    """Say what is wrong in the file, no more than a few; all stands with the messages."""
    for fault in faults[:_MOST_SAID]:
        session.report(fault)
    rest = faults[_MOST_SAID:]
    session.messages.extend(rest)
    if rest:
        session.report(f"{len(rest)} more of these in {NAME}, with the messages.")


class SettingsFile:
    """The settings; every change is in the file when its method returns, if it can be written."""

    def __init__(self, path: Path | None, is_private: Callable[[], bool] = lambda: False) -> None:
        """Read what is at ``path``; with None nothing is read or written.

        While ``is_private``, nothing is written: what is chosen then holds until the end.
        """
        self.path = path
        self._is_private = is_private
        self.problem = ""
        """A sentence, when the file can't be written, or had to be set aside."""
        self.faults: tuple[str, ...] = ()
        """What is wrong in the file, a sentence each."""
        self.passed: Mapping[str, Any] = {}
        """What stands in the file for others to read, such as the table of keys."""
        self.is_written = True
        """Whether the last change is in the file."""
        self.is_new = True
        """Whether there is no file yet."""
        self._values: dict[str, str] = {}
        if path is not None:
            self._read(path)

    def setting(self, name: str) -> str | None:
        """Return what was chosen for ``name``."""
        return self._values.get(name)

    def keep_setting(self, name: str, value: str) -> None:
        """Keep ``value`` for ``name``."""
        self._values[name] = value
        self._write((name,))

    def drop_setting(self, *names: str) -> None:
        """Let these have their defaults again, also where the file has something wrong for them."""
        for name in names:
            self._values.pop(name, None)
        self._write(names)

    def take_over(self, values: Mapping[str, str]) -> bool:
        """Keep those of ``values``, from before there was a file, that fit; say if it went well."""
        from tui.all_settings import SETTINGS

        for name, value in values.items():
            kind = SETTINGS[name].kind
            with contextlib.suppress(ValueError, RecursionError):  # it is damaged
                kept = kind.read(kind.toml(value))[0]
                if kept is not None and kept != kind.default:
                    self._values[name] = kept
        self._write(tuple(self._values))
        return not (self._values and self.is_new)

    def _read(self, path: Path) -> None:
        try:
            data = _bytes(path)
        except FileNotFoundError:
            return
        except OSError as error:
            self.is_new = False
            self.faults = (
                f"{clean_line(str(path))} can't be read: {error.strerror}; Intone does without "
                "your settings.",
            )
            return
        from tui.settings_check import check

        checked = check(data)
        self.is_new = False
        self._values, self.passed = dict(checked.values), checked.passed
        self.faults = checked.faults

    def _write(self, names: tuple[str, ...]) -> None:
        """Bring the file up to date with what holds for ``names``."""
        if self.path is None or self._is_private() or not names:
            return
        try:
            # It may be a link to where a person keeps such files together.
            path = Path(os.path.realpath(self.path))
            try:
                self._change(path, names)
            except ValueError:
                self._begin_anew(path)
            self.is_new, self.is_written = False, True
        except OSError as error:
            self.is_written = False
            self.problem = (
                f"Your settings can't be kept, because {clean_line(str(self.path))} can't be "
                f"written: {error.strerror}; they hold until you leave."
            )

    def _change(self, path: Path, names: tuple[str, ...]) -> None:
        """Change the file as it is now: others may have changed it too."""
        from tui.settings_text import BEGINNING, changed

        changes = {name: self._toml(name) for name in names}
        try:
            data = _bytes(path)
            if len(data) > LARGEST:
                raise ValueError("it is too large")
            text = data.decode("utf-8-sig")
        except FileNotFoundError:
            if not any(name in self._values for name in names):
                return
            text = BEGINNING
        _replace(path, changed(text, changes))

    def _begin_anew(self, path: Path) -> None:
        """Set aside a file that can't be changed, and write all that holds into a new one."""
        from tui.settings_text import BEGINNING, changed

        moment = time.strftime("%Y%m%d-%H%M%S")
        aside = path.with_name(f"{path.name}.broken-{moment}-{time.time_ns() % 1000:03}")
        path.rename(aside)
        values = {name: self._toml(name) for name in self._values}
        _replace(path, changed(BEGINNING, {**values, **self.passed}))
        self.problem = (
            f"{path.name} could not be changed, so it was set aside as {aside.name}, and a new "
            "one begun."
        )

    def _toml(self, name: str) -> Any:
        """Return the value to write; None for what is to be taken out."""
        from tui.all_settings import SETTINGS

        value = self._values.get(name)
        if value is None or name not in SETTINGS:
            return value
        made = SETTINGS[name].kind.toml(value)
        return None if made == {} else made


def _bytes(path: Path) -> bytes:
    """Return what is in the file, or as much as shows that it is too large; raise OSError."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(0, "it is not a file")
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def _replace(path: Path, text: str) -> None:
    """Write the file in one step: there is always the old one or the new one, whole."""
    import tempfile

    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # It is readable by this person only.
    number, beside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        Path(beside).replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            Path(beside).unlink()
        raise
