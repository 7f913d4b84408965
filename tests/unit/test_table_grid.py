"""Rows and columns of tables whose cells span several, and what is said of them."""

from __future__ import annotations

from content.model import Block, Cell
from content.script import Script, ScriptSettings
from content.table_grid import Grid
from content.table_reading import cell_sentence, column_sentence, row_sentence
from tests.support.structured import article_of, table

DOSES = table(
    "# Medicine | # Dose   | <          | # Times",
    "^          | # Adults | # Children | ^",
    "# Aspirin  | 500 mg   | none       | 3",
    "# Codeine  | 30 mg    |            | 4",
    "^          | weekly   | <          | 1",
)


def script_of(block: Block, **settings: str) -> Script:
    return Script(article_of(block), ScriptSettings(**{"structure": "none", **settings}))  # type: ignore[arg-type]


def texts(grid: Grid, cells: list[int]) -> list[str]:
    return [grid.text(cell) for cell in cells]


def test_a_row_has_the_cells_that_reach_into_it() -> None:
    grid = Grid(DOSES)
    assert texts(grid, grid.in_row(1)) == ["Medicine", "Adults", "Children", "Times"]
    assert texts(grid, grid.in_row(4)) == ["Codeine", "weekly", "1"]
    assert (grid.rows, grid.columns) == (5, 4)


def test_each_place_is_covered_by_one_cell() -> None:
    grid = Grid(DOSES)
    covered = [grid.cell(4, column) for column in range(4)]
    assert texts(grid, [cell for cell in covered if cell is not None]) == [
        "Codeine", "weekly", "weekly", "1",
    ]  # fmt: skip


def test_a_step_goes_past_all_that_a_cell_spans() -> None:
    grid = Grid(DOSES)
    weekly, codeine = grid.cell(4, 1), grid.cell(3, 0)
    assert weekly is not None
    assert codeine is not None
    beside = grid.beside(4, weekly, 1)
    assert beside is not None
    assert grid.text(beside) == "1"
    assert grid.row_beyond(3, codeine, 1) is None
    assert grid.row_beyond(3, codeine, -1) == 2


def test_headers_of_rows_and_columns() -> None:
    grid = Grid(DOSES)
    weekly = grid.cell(4, 1)
    assert weekly is not None
    assert grid.column_headers(4, weekly) == ("Dose", "Adults", "Children")
    assert grid.row_headers(4, weekly) == ("Codeine",)
    assert grid.number(4) == (3, 3)
    assert grid.number(1) is None


def test_only_headers_that_change_are_said() -> None:
    script, grid = script_of(DOSES), Grid(DOSES)

    def said(row: int, column: int, before: tuple[int, int] | None) -> str:
        cell = grid.cell(row, column)
        came = None if before is None else (before[0], grid.cell(*before) or 0)
        assert cell is not None
        return cell_sentence(script, grid, row, cell, came)

    assert said(2, 1, None) == "Aspirin, Dose, Adults: 500 milligrams"
    assert said(2, 2, (2, 1)) == "Dose, Children: none"
    assert said(3, 2, (2, 2)) == "Codeine: empty"
    assert said(4, 3, (3, 3)) == "1", "both are Codeine, and both are Times"
    assert said(2, 3, (1, 3)) == "Aspirin: 3", "one has just heard Times"


def test_the_place_is_said_as_the_structure_is() -> None:
    grid = Grid(DOSES)
    here, right = grid.cell(2, 1), grid.cell(2, 2)
    assert here is not None
    assert right is not None
    some, most = script_of(DOSES, structure="some"), script_of(DOSES, structure="most")
    assert cell_sentence(some, grid, 2, right, (2, here)).endswith("none, column 3 of 4")
    assert cell_sentence(most, grid, 2, right, (2, here)).endswith(
        "none, row 1 of 3, column 3 of 4"
    )


def test_a_whole_row_and_a_whole_column() -> None:
    script, grid = script_of(DOSES), Grid(DOSES)
    assert row_sentence(script, grid, 3) == (
        "Codeine. Dose, Adults: 30 milligrams. Dose, Children: empty. Times: 4."
    )
    assert row_sentence(script, grid, 0) == "Medicine. Dose. Times."
    assert column_sentence(script, grid, 2, 2) == (
        "Dose, Children. Aspirin: none. Codeine: empty. Codeine: weekly."
    )
    assert column_sentence(script, grid, 2, 0) == "Medicine. Aspirin. Codeine."


def test_a_table_in_another_language_says_its_place_in_it() -> None:
    block = table("# Mittel | # Dosis", "A | 5")
    script = Script(article_of(block, language="de"), ScriptSettings(structure="most"))
    assert cell_sentence(script, Grid(block), 1, 3) == "Dosis: 5, Zeile 1 von 1, Spalte 2 von 2"


def test_a_cell_that_claims_millions_costs_nothing() -> None:
    block = Block("table", "a\tb", cells=(
        Cell(0, 1, 0, 0, rows=10**9, columns=10**9), Cell(2, 3, 0, 10**9),
    ))  # fmt: skip
    grid = Grid(block)
    assert grid.rows == 1
    assert texts(grid, grid.in_row(0)) == ["a", "b"]


def test_a_long_column_is_cut_and_says_so() -> None:
    block = table("# Name", *(f"n{number}" for number in range(300)))
    said = column_sentence(script_of(block), Grid(block), 5, 0)
    assert said.startswith("Name. n0. n1.")
    assert said.endswith("n199. and 100 more.")
