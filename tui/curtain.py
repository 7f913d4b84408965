"""The screen curtain: a blank terminal, whatever is drawn behind it."""

from __future__ import annotations

from typing import Any

from rich.console import RenderableType
from textual.app import App
from textual.screen import Screen

_BLANK = "\x1b[0m\x1b[2J\x1b[H"


class CurtainApp(App[None], inherit_bindings=False):
    """An app that can write nothing at all to its terminal, and then all of it again."""

    curtain = False
    """Whether the terminal is blank; ``draw_curtain`` changes it."""

    def draw_curtain(self, down: bool) -> None:
        """Blank the terminal, with its cursor at home, or show everything."""
        if down == self.curtain:
            return
        self.curtain = down
        if not down:
            self.screen.refresh()
        elif self._driver is not None and not self.is_headless:
            self._driver.write(_BLANK)
            self._driver.flush()

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if self.curtain:
            self.post_display_hook()
        else:
            super()._display(screen, renderable)
