"""The pane in which the article is shown, in the view that a person chose."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Offset, Region
from textual.strip import Strip
from textual.widget import Widget

from content.model import Article, Position
from tui.display import Display
from tui.page_view import PageView
from tui.view import Reading, Row, Stretch, View


def _view(name: str, article: Article) -> View:
    """Return a view; those that few use are only imported for them."""
    if name == "focus":
        from tui.focus_view import FocusView

        return FocusView(article)
    if name == "large":
        from tui.large_view import LargeView

        return LargeView(article)
    return PageView(article)


class ReadingPane(Widget, can_focus=True):
    """Draws what its view shows, and of it only the rows that have changed."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"heading", "sentence", "word"}

    def __init__(
        self, article: Article, display: Display, moved: Callable[[], None] = lambda: None
    ) -> None:
        """Call ``moved`` when all stands elsewhere, since there is more or less room."""
        super().__init__(id="text")
        self._moved = moved
        self._article = article
        self._look = display
        self._view = _view(display.view, article)
        self._reading: Reading | None = None
        self._rows: list[Row] = []
        """What is on the screen."""
        self.set_class(True, display.word)

    def use(self, display: Display) -> None:
        """Show the article in another way."""
        self.set_class(False, self._look.word).set_class(True, display.word)
        if display.view != self._look.view:
            self._view = _view(display.view, self._article)
            if self._reading is not None:
                self._view.show(self._reading)
        self._look = display
        self._lay_out()

    def take(self, article: Article) -> None:
        """Show ``article`` from now on; the word is brought into sight with the next ``show``."""
        self._article = article
        self._view.take(article)
        self._reading = None

    def show(self, position: Position, sentence: Stretch, word: Stretch) -> None:
        """Mark two stretches of the position's block, and bring the word into sight."""
        reading = Reading(position, sentence, word)
        if reading != self._reading:
            self._reading = reading
            self._view.show(reading)
            self._draw()

    def cursor(self) -> Offset:
        """Return where the word stands on the screen."""
        column, row = self._view.cursor()
        return self.region.offset + Offset(min(column, max(self.size.width - 1, 0)), row)

    def on_resize(self) -> None:
        """Fit into another size."""
        self._lay_out()
        self.call_after_refresh(self._moved)

    def _lay_out(self) -> None:
        self._view.lay_out(self.size.width, self.size.height, self._look)
        self._rows = []
        self._draw()

    def _draw(self) -> None:
        """Have the rows drawn that are not as they were."""
        before, self._rows = self._rows, [self._view.row(y) for y in range(self.size.height)]
        if len(before) != len(self._rows):
            self.refresh()
            return
        for y, (old, new) in enumerate(zip(before, self._rows, strict=True)):
            if old != new:
                self.refresh(Region(0, y, self.size.width, 1))

    def render_line(self, y: int) -> Strip:
        """Draw row ``y``."""
        base = self.rich_style
        segments = [
            Segment(text, base + self.get_component_rich_style(role, partial=True))
            if role
            else Segment(text, base)
            for text, role in (self._rows[y] if y < len(self._rows) else ())
        ]
        return Strip(segments).adjust_cell_length(self.size.width, base)
