"""Going through a table with the arrows; whole rows and columns."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.desk import Desk
from tests.support.structured import STRUCTURED, article_of, paragraph, table


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, STRUCTURED)


def test_a_table_is_read_cell_by_cell(desk: Desk) -> None:
    desk.heard("table.next")
    said = []
    for step in ("paragraph.next", "sentence.next", "paragraph.next", "sentence.previous"):
        assert desk.heard(step) == ""
        said += [(*desk.said(), desk.here())]
    assert said == [
        ("Aspirin", "Aspirin"), ("Dose: 500 milligrams", "500 mg"),
        ("Codeine: 30 milligrams", "30 mg"), ("Medicine: Codeine", "Codeine"),
    ]  # fmt: skip


def test_the_edges_of_a_table_are_said_and_down_leaves_it(desk: Desk) -> None:
    desk.heard("table.next", "sentence.previous")
    assert desk.said() == ["Start of the row."]
    desk.do("sentence.next", "sentence.next")
    assert desk.said() == ["Dose", "End of the row."]
    desk.do("paragraph.next", "paragraph.next")
    desk.said()
    assert desk.heard("paragraph.next") == "After the table."
    assert desk.said() == ["End of the table."]
    desk.heard("paragraph.previous")
    assert desk.heard("paragraph.previous") == "Read this. It is long."
    assert desk.said() == ["Start of the table."]


def test_a_table_is_announced_before_one_goes_into_it(tmp_path: Path) -> None:
    desk = Desk(tmp_path, STRUCTURED, structure="some")
    assert desk.heard("table.next") == "table, 2 columns, 2 rows"
    desk.do("sentence.next")
    assert desk.said() == ["Medicine, column 1 of 2"]
    desk.do("sentence.next", "paragraph.next")
    assert desk.said() == ["Dose, column 2 of 2", "Aspirin: 500 milligrams, row 1 of 2"]


def test_a_table_whose_size_alone_is_said_can_be_gone_through(tmp_path: Path) -> None:
    desk = Desk(tmp_path, STRUCTURED, tables="summary")
    assert desk.heard("table.next") == "table, 2 columns, 2 rows: Medicine, Dose"
    desk.do("paragraph.next", "paragraph.next", "sentence.next", "table.row", "table.column")
    assert desk.said() == [
        "Medicine", "Aspirin", "Dose: 500 milligrams",
        "Aspirin. Dose: 500 milligrams.", "Dose. Aspirin: 500 milligrams. Codeine: 30 milligrams.",
    ]  # fmt: skip
    desk.heard("start")
    desk.heard("play", seconds=0.5)
    desk.said()
    desk.do("table.next", "paragraph.next", "paragraph.next", "paragraph.next")
    assert desk.said()[-1:] == ["Codeine"]


def test_while_reading_the_cells_are_read_on_from(desk: Desk) -> None:
    desk.heard("play", seconds=0.5)
    desk.do("table.next", "paragraph.next")
    assert desk.heard("sentence.next", seconds=2).startswith("500 milligrams Codeine")
    assert desk.said() == []


def test_a_column_is_kept_through_a_cell_that_spans_it(tmp_path: Path) -> None:
    spanning = table("# A | # B | # C", "1 | 2 | 3", "all of it | < | <", "4 | 5 | 6")
    desk = Desk(tmp_path, article_of(spanning, paragraph("After.")))
    desk.do("table.column")
    assert desk.said() == ["A. 1. all of it. 4."]
    desk.do("sentence.next", "sentence.next", "paragraph.next", "paragraph.next", "paragraph.next")
    assert desk.said() == ["B", "C", "3", "A, B, C: all of it", "C: 6"]
    desk.do("paragraph.previous", "paragraph.previous")
    assert desk.said() == ["A, B, C: all of it", "C: 3"]


def test_outside_a_table_there_is_no_row(desk: Desk) -> None:
    desk.do("table.row", "table.column")
    assert desk.said() == ["You are not in a table."] * 2
