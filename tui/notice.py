"""A line of text that is written only when it changes: the status, a message, a title."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static


class Notice(Static):
    """Shows foreign text as it stands, never as markup, and takes no room when it is empty."""

    def __init__(self, id: str, text: str = "") -> None:
        super().__init__(Content(text), id=id)
        self._text = text
        self.display = bool(text)

    def show(self, text: str) -> bool:
        """Show ``text``; return whether that is another than before."""
        if text == self._text:
            return False
        self._text = text
        self.update(Content(text))
        self.display = bool(text)
        return True
