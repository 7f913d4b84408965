"""Going through a table: cell by cell, row by row, whole rows and whole columns.

Reading goes on from the cell; when it was paused, the cell is said with those of its headers
that are others than those of the cell one came from.
"""

from __future__ import annotations

from content import moves
from content.model import Position
from content.moves import Direction
from content.script import Place, Script
from content.table_grid import Grid, Spot
from content.table_reading import cell_sentence, column_sentence, row_sentence
from content.units import Unit
from tui.going import go, reads_on, stand
from tui.session import Session


def table_here(session: Session) -> Grid | None:
    """Return the rows and columns of the table one is in."""
    place = session.narrator.place
    return None if place is None else session.landmarks.grid(place[0])


def step_cell(session: Session, grid: Grid, direction: Direction) -> None:
    """Go to the next or the previous cell in the row."""
    here = _spot(session, grid)
    if here is None:
        _go(session, grid, 0, grid.cells[0].column, None)
        return
    cell = _cell(grid, here)
    beside = grid.beside(here.row, cell, direction)
    if beside is None:
        session.say("End of the row." if direction == 1 else "Start of the row.")
        return
    _go(session, grid, here.row, grid.cells[beside].column, here)


def step_row(session: Session, grid: Grid, direction: Direction) -> None:
    """Go to the next or the previous row in the same column, or out of the table."""
    here = _spot(session, grid)
    if here is None and direction == 1:
        _go(session, grid, 0, grid.cells[0].column, None)
        return
    row = None if here is None else grid.row_beyond(here.row, _cell(grid, here), direction)
    if here is None or row is None:
        _leave(session, direction)
        return
    _go(session, grid, row, here.column, here)


def row_here(session: Session, grid: Grid) -> str:
    """Return all of the row one is in, as a sentence."""
    here = _spot(session, grid)
    return row_sentence(session.narrator.script, grid, here.row if here is not None else 0)


def column_here(session: Session, grid: Grid) -> str:
    """Return all of the column one is in, as a sentence."""
    here = _spot(session, grid)
    row, column = (0, grid.cells[0].column) if here is None else (here.row, here.column)
    return column_sentence(session.narrator.script, grid, row, column)


def _cell(grid: Grid, spot: Spot) -> int:
    cell = grid.cell(spot.row, spot.column)
    return 0 if cell is None else cell


def _spot(session: Session, grid: Grid) -> Spot | None:
    """Return where one is; None before the first cell, where only the table is announced."""
    narrator = session.narrator
    if narrator.place is None or _is_ahead(session, narrator.place):
        return None
    block = narrator.place[0]
    cell = grid.at(narrator.position.offset)
    kept = session.spot
    if kept is not None and kept.block == block and _cell(grid, kept) == cell:
        return kept
    return Spot(block, grid.row_of(cell), grid.cells[cell].column)


def _is_ahead(session: Session, place: Place) -> bool:
    """Whether what is read there only tells that a table comes."""
    if session.narrator.point.standing is not None:
        return False
    pieces = session.narrator.script.utterance(place).pieces
    return all(piece.start == piece.end == 0 for piece in pieces if piece.spoken.strip())


def _place_of(script: Script, block: int, start: int) -> Place | None:
    """Return what says the cell that begins at ``start``, not what announces the table."""
    place = script.at(Position(block, start))
    if place is not None and script.utterance(place).end <= start:
        following = script.after(place)
        return following if following is not None and following[0] == block else place
    return place


def _go(session: Session, grid: Grid, row: int, column: int, before: Spot | None) -> None:
    narrator = session.narrator
    cell = grid.cell(row, column)
    if cell is None or narrator.place is None:
        return
    block = narrator.place[0]
    stretch = grid.cells[cell]
    place = _place_of(narrator.script, block, stretch.start)
    if place is None:
        return
    session.spot = Spot(block, row, column)
    if reads_on(session) and narrator.script.settings.tables == "read":
        go(session, place, "sentence", "", stretch.start, step=True)
        return
    stand(session, Unit(place, stretch.start, stretch.end))
    came = None if before is None else (before.row, _cell(grid, before))
    sentence = cell_sentence(narrator.script, grid, row, cell, came, session.headers_always)
    session.say(sentence, session.article.language, content=True)


def _leave(session: Session, direction: Direction) -> None:
    """Go to the paragraph after or before the table, and say that one has left it."""
    narrator = session.narrator
    if narrator.place is None:
        return
    place = moves.paragraph(narrator.script, (narrator.place[0], 0), direction)
    edge = "End of the article." if direction == 1 else "Start of the article."
    step_paragraph(session, place, edge)
    if place is not None:
        session.say("End of the table." if direction == 1 else "Start of the table.")


def step_paragraph(session: Session, place: Place | None, edge: str) -> None:
    """Go to another paragraph; of a table only what announces it is read while paused."""
    is_table = place is not None and session.landmarks.grid(place[0]) is not None
    go(session, place, "sentence" if is_table else "paragraph", edge, step=True)
