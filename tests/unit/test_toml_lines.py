"""On which line of a TOML file a key stands."""

from __future__ import annotations

import tomllib
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tui.settings_check import check
from tui.toml_lines import key_lines, line_of

VALUES = (
    "1", '"a # b"', "'[x]'", '"\\""', "true", "1979-05-27", '"""\n[t]\nk = 1\n"""', "'''a\n'b''''",
    '"""x\\\n"" \\""" """""', "[\n 1, # ]\n [2],\n]", "{ a = 1, b = [\n1] }", "[]",
)  # fmt: skip
PIECES = st.lists(
    st.tuples(
        st.sampled_from(("", "\n", "# c = 1\n", "  \t\n")),
        st.sampled_from(
            ("{}", ' "{} x" ', "'{}' . b", "{}.a.b", "t [{}]", "t [[{}]]", "t [ a.'{}' ]")
        ),
        st.sampled_from(VALUES),
        st.sampled_from(("", " # c [", "\r")),
    ),
    max_size=12,
)  # fmt: skip


@given(PIECES)
def test_every_key_is_found_where_it_was_written(pieces: list[tuple[str, str, str, str]]) -> None:
    text, table = "", ()
    wanted: dict[tuple[str, ...], int] = {}
    for number, (before, form, value, after) in enumerate(pieces):
        text += before
        name = f"k{number}"
        line = text.count("\n") + 1
        if form.startswith("t "):
            text += f"{form[2:].format(name)}{after}\n"
            path = table = ("a", name) if "a." in form else (name,)
        else:
            text += f"{form.format(name)} = {value}{after}\n"
            tail = {"{}.a.b": ("a", "b"), "'{}' . b": ("b",)}.get(form, ())
            path = (*table, name + " x" if '"' in form else name, *tail)
        wanted[path] = line
    found = tomllib.loads(text)
    lines = key_lines(text)
    assert {path: lines[path] for path in wanted} == wanted
    assert all(lines[path] == 1 or path for path in lines)
    for path in wanted:
        assert _has(found, path)


def _has(value: Any, path: tuple[str, ...]) -> bool:
    for name in path:
        value = value[-1] if isinstance(value, list) else value
        value = value[name]
    return True


def test_what_stands_in_an_inline_table_has_the_line_of_the_table() -> None:
    lines = key_lines("pace = 1\n\nvoices = { fr = 1 }\n")
    assert line_of(lines, ("voices", "fr")) == 3
    assert line_of(lines, ("nothing",)) == 1


@given(
    st.one_of(st.binary(max_size=200), st.text("ab=[]{}\"'#\n.\\,1 ", max_size=60).map(str.encode))
)
def test_whatever_stands_there_is_checked_without_an_error(data: bytes) -> None:  # fmt: skip
    checked = check(data)
    assert all(fault.endswith(".") for fault in checked.faults)
    assert not (checked.broken and checked.values)


def test_lines_are_found_in_linear_time() -> None:
    import time

    def seconds(size: int) -> float:
        text = "".join(f'key{number} = """\n[{number}]\n"""\n' for number in range(size))
        started = time.perf_counter()
        assert len(key_lines(text)) == size
        return time.perf_counter() - started

    seconds(100)
    assert seconds(8000) < 8 * seconds(2000) + 0.1
