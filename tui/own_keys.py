"""A person's own table of keys, as it stands in the file of settings: what can be used of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from content.text import clean_line
from tui.key_names import NoKeyError, read_key

NEEDED = ("help", "leave", "palette")
"""Commands that always have a key: without them, nobody could find the others, or get out."""

_DEEPEST = 4
"""Tables within tables: no id has more dots."""
_MOST_GUESSES = 20


@dataclass(frozen=True, slots=True)
class Wrong:
    """Something that can't be used of what a person has chosen."""

    id: str
    """As it stands in their table: of a command."""
    sentence: str


def own_keys(
    table: Any, ids: Sequence[str], wrong: list[Wrong]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield those of ``ids`` that are in a person's table, with their keys as Textual has them.

    What can't be used is left out, and told in ``wrong``.
    """
    if not isinstance(table, Mapping):
        wrong.append(Wrong("", "keys must be a table of commands and their keys."))
        return
    for id, value in _flat(table):
        if id not in ids:
            guess = _guess(id, ids) if len(wrong) < _MOST_GUESSES else ""
            sentence = f"There is no command {clean_line(id)[:60]}; {guess}intone keys lists all."
            wrong.append(Wrong(id, sentence))
            continue
        written = [value] if isinstance(value, str) else value
        if not isinstance(written, list) or not all(isinstance(key, str) for key in written):
            sentence = f'{id}: its keys must be a list of names, such as ["f11", "ctrl+o"].'
            wrong.append(Wrong(id, sentence))
            continue
        if not written and id in NEEDED:
            wrong.append(Wrong(id, f"{id}: it must have a key, so it keeps its usual ones."))
            continue
        keys: list[str] = []
        for key in written:
            try:
                keys.append(read_key(key))
            except NoKeyError as error:
                shown = clean_line(key)[:40]
                wrong.append(Wrong(id, f"{id}: the key {shown} can't be used: {error}."))
        if keys or not written:
            yield id, tuple(dict.fromkeys(keys))


def _guess(id: str, ids: Sequence[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(id[:60], ids, 1)
    return f"perhaps {near[0]} is meant; " if near else ""


def _flat(table: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the values by ids: without quotation marks, TOML makes tables of those with dots."""
    left = [("", iter(table.items()))]
    while left:
        before, items = left[-1]
        for name, value in items:
            if isinstance(value, Mapping) and value and len(left) < _DEEPEST:
                left.append((f"{before}{name}.", iter(value.items())))
                break
            yield before + name, value
        else:
            left.pop()
