"""What an app writes to its terminal: what has changed, or behind the curtain nothing."""

from __future__ import annotations

from typing import Any

from rich.console import RenderableType
from textual._compositor import CompositorUpdate
from textual.app import App
from textual.screen import Screen

from tui.changed_cells import ChangedCells

_BLANK = "\x1b[0m\x1b[2J\x1b[H"


class CurtainApp(App[None], inherit_bindings=False):
    """An app that writes to its terminal what has changed; or nothing, and then all again."""

    curtain = False
    """Whether the terminal is blank; ``draw_curtain`` changes it."""

    def __init__(self, **of_the_app: Any) -> None:
        super().__init__(**of_the_app)
        self._in_terminal = ChangedCells()

    def draw_again(self) -> None:
        """Write everything anew: the terminal may show something else."""
        self._in_terminal.forget()
        self.screen.refresh()

    def draw_curtain(self, down: bool) -> None:
        """Blank the terminal, with its cursor at home, or show everything."""
        if down == self.curtain:
            return
        self.curtain = down
        if not down:
            self.draw_again()
        elif self._driver is not None and not self.is_headless:
            self._driver.write(_BLANK)
            self._driver.flush()

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if self.curtain:
            self.post_display_hook()
            return
        if isinstance(renderable, CompositorUpdate):
            renderable = self._in_terminal.only(renderable, self.size)
        super()._display(screen, renderable)
