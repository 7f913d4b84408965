"""What stands in the file of settings: what can be used of it, and what is wrong, line by line."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from content.patterns import lazily
from content.text import clean_line
from tui.all_settings import PASSED, SETTINGS
from tui.setting_kind import Unfit
from tui.settings_file import LARGEST, NAME

_ALIKE = 0.7
"""How much alike a name must be that is perhaps meant, from 0 to 1."""
Path = tuple[str, ...]
"""A key with the tables it is in."""
_AT = lazily(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_MOST_LEFT_OUT = 10
"""Lines that are no TOML, in a file that is used all the same."""
_ENDLESS = "(at end of document)"
"""What ``tomllib`` says where the mistake may be on any line before."""
_REASONS = {
    "Cannot overwrite a value": "a name stands there for the second time",
    "Cannot declare": "a table stands there for the second time",
    "Expected '='": "a name must be followed by an equals sign and a value",
    "Cannot mutate": "a table stands there for the second time",
    "Duplicate inline table key": "a name stands there for the second time",
    "Invalid initial character for a key part": "a name is missing",
    "Invalid statement": "that is not a setting",
    "Invalid value": "a value is missing, or words stand there without quotation marks",
    "Unclosed array": "a list has no end",
    "Unterminated string": "a quotation mark is missing at the end",
    "Expected newline or end of document": "more stands behind the value",
    "Illegal character": "a quotation mark is missing at the end",
}  # fmt: skip
"""What ``tomllib`` says begins so; and how a person is told."""


class UnreadableError(ValueError):
    """Nothing of a text can be used; the message says why, without a full stop."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was made of the file."""

    values: Mapping[str, str] = field(default_factory=dict)
    """What can be used, as it is kept, by the names of the settings."""
    passed: Mapping[str, Any] = field(default_factory=dict)
    """What stands there for others to read, by its name."""
    faults: tuple[str, ...] = ()
    """A sentence for each thing that is wrong, in the order of their lines."""
    broken: bool = False
    """Whether nothing of the file can be used, so that it must not be changed."""


def check(data: bytes) -> Checked:
    """Return what can be used of a file, and a sentence for each thing that is wrong in it."""
    if len(data) > LARGEST:
        return _broken(f"{NAME} is larger than 1 MB, which nobody's settings are")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return _broken(f"Line {line} of {NAME} is not in UTF-8")
    try:
        text, left_out = readable(text)
    except UnreadableError as error:
        return _broken(str(error))
    checked = _checked(text, tomllib.loads(text))
    return replace(checked, faults=(*left_out, *checked.faults))


def readable(text: str) -> tuple[str, list[str]]:
    """Return ``text`` without the lines that are no TOML, and a sentence for each of these.

    Raises UnreadableError when that does not help.
    """
    left_out: list[str] = []
    while True:
        try:
            tomllib.loads(text)
            return text, left_out
        except RecursionError as error:
            raise UnreadableError(f"The lists in {NAME} are too deep to be read") from error
        except ValueError as error:  # also a number of five thousand digits
            line, sentence = _not_toml(text, str(error))
            text = _without(line, text)
            if not text.strip() or len(left_out) == _MOST_LEFT_OUT or _ENDLESS in str(error):
                raise UnreadableError(sentence) from error
            left_out.append(f"{sentence}; the line is left out.")


def _not_toml(text: str, error: str) -> tuple[int, str]:
    """Return the line, and the sentence, for what ``tomllib`` says of ``text``."""
    at = _AT.search(error)
    last = text.count("\n") + (not text.endswith("\n"))
    line = int(at[1]) if at and at[1] else last
    reasons = (ours for theirs, ours in _REASONS.items() if error.startswith(theirs))
    return line, f"Line {line} of {NAME} can't be read: {next(reasons, 'that is not TOML')}"


def _without(line: int, text: str) -> str:
    """Return ``text`` with an empty line in the place of this one, so that others keep theirs."""
    lines = text.split("\n")
    lines[line - 1] = ""
    return "\n".join(lines)


def _broken(sentence: str) -> Checked:
    return Checked(faults=(f"{sentence}; nothing in it is used. Mend it, then start again.",),
                   broken=True)  # fmt: skip


def _checked(text: str, found: Mapping[str, Any]) -> Checked:
    values: dict[str, str] = {}
    passed: dict[str, Any] = {}
    faults: list[tuple[Path, str]] = []
    for name, value in found.items():
        if name in SETTINGS:
            kept, wrong = SETTINGS[name].kind.read(value)
            if kept is not None:
                values[name] = kept
            faults += [_fault(name, part, kept) for part in wrong]
        elif name in PASSED:
            passed[name] = value
            faults += [((name, *part.path), part.reason) for part in PASSED[name](value)]
        else:
            faults.append(((name,), unknown(name)))
    if not faults:
        return Checked(values, passed)
    from tui.toml_lines import key_lines, line_of

    lines = key_lines(text)
    told = sorted((line_of(lines, path), sentence) for path, sentence in faults)
    return Checked(
        values, passed, tuple(f"Line {line} of {NAME}: {sentence}" for line, sentence in told)
    )


def _fault(name: str, wrong: Unfit, kept: str | None) -> tuple[Path, str]:
    path = (name, *wrong.path)
    kind = SETTINGS[name].kind
    usual = kind.toml(kind.default)
    if kept is not None or (not usual and not isinstance(usual, bool | int)):
        instead = "it is left out"
    else:
        instead = f"{str(usual).lower() if isinstance(usual, bool) else usual} is used"
    return path, f"{clean_line('.'.join(path))} {wrong.reason}; {instead}."


def unknown(name: str) -> str:
    """Return the sentence on a name that no setting has."""
    from difflib import get_close_matches

    name = clean_line(name)[:60]
    meant = get_close_matches(name.casefold().replace("-", "_"), SETTINGS, 1, _ALIKE)
    perhaps = f"; perhaps {meant[0]} is meant" if meant else ""
    return f"there is no setting named {name or 'nothing'}{perhaps}."
