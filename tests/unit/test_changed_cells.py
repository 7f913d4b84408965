"""What is written of what is drawn: the words that have changed, and nothing that stands there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from pyte import Screen, Stream
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import LayoutUpdate
from textual.geometry import Region, Size
from textual.strip import Strip

from tui.changed_cells import ChangedCells

WIDTH = 20
CONSOLE = Console(force_terminal=True, color_system="truecolor", width=WIDTH, height=2)
BOLD = Style(bold=True)


def drawn(*lines: str | list[Segment]) -> LayoutUpdate:
    """Return the update that draws the whole screen."""
    strips = [
        Strip([Segment(line, Style())] if isinstance(line, str) else line).extend_cell_length(WIDTH)
        for line in lines
    ]
    return LayoutUpdate([[strip] for strip in strips], Region(0, 0, WIDTH, len(lines)))


def written(cells: ChangedCells, update: LayoutUpdate, width: int = WIDTH) -> str:
    return cells.only(update, Size(width, 2)).render_segments(CONSOLE)


def test_what_stands_there_is_not_written_again() -> None:
    cells = ChangedCells()
    assert "Doses" in written(cells, drawn("Doses", "Children"))
    assert written(cells, drawn("Doses", "Children")) == ""


def test_whole_words_that_have_changed_are_written() -> None:
    cells = ChangedCells()
    written(cells, drawn("Pace: 300 words", "Nothing is there"))
    assert written(cells, drawn("Pace: 310 words", "Nothing is there")) == "\x1b[1;7H310"
    assert written(cells, drawn("Pace: 310 words", "No item is there")) == "\x1b[2;1HNo item"


def test_a_mark_alone_is_written_where_it_is() -> None:
    cells = ChangedCells()
    written(cells, drawn("one two three", ""))
    marked = [Segment("one ", Style()), Segment("two", BOLD), Segment(" three", Style())]
    assert written(cells, drawn(marked, "")) == "\x1b[1;5H\x1b[1mtwo\x1b[0m"


def test_everything_is_written_at_another_size_and_when_the_terminal_is_not_known() -> None:
    cells = ChangedCells()
    written(cells, drawn("Doses", ""))
    assert "Doses" in written(cells, drawn("Doses", ""), width=WIDTH + 1)
    assert written(cells, drawn("Doses", ""), width=WIDTH + 1) == ""
    cells.forget()
    assert "Doses" in written(cells, drawn("Doses", ""), width=WIDTH + 1)


def test_wide_characters_change_as_a_line() -> None:
    cells = ChangedCells()
    written(cells, drawn("咳嗽 one", ""))
    assert written(cells, drawn("咳嗽 one", "")) == ""
    assert "咳嗽 two" in written(cells, drawn("咳嗽 two", ""))


@given(st.lists(st.text("ab .–咳", max_size=10), max_size=6))
def test_the_terminal_shows_what_is_drawn(lines: list[str]) -> None:
    screen = Screen(WIDTH, 2)
    stream, cells = Stream(screen), ChangedCells()
    for above, below in zip(lines, ["", *lines], strict=False):
        stream.feed(written(cells, drawn(above, below)))
        whole = Screen(WIDTH, 2)
        Stream(whole).feed(drawn(above, below).render_segments(CONSOLE).replace("\n", "\r\n"))
        assert screen.display == whole.display
