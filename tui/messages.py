"""What there was to tell: the log that a key opens, and what of it is shown until the next key."""

from __future__ import annotations

MOST = 1000
"""Messages that are kept; the oldest go."""
_SHOWN = 3
"""How many are shown at once, when several come before the next key."""


class Messages(list[str]):
    """The messages, the newest last."""

    def __init__(self) -> None:
        super().__init__()
        self._fresh = 0
        """How many have come since the last key."""

    def append(self, sentence: str) -> None:
        """Keep ``sentence``, and show it until the next key."""
        super().append(sentence)
        del self[:-MOST]
        self._fresh += 1

    def add(self, sentence: str) -> None:
        """Add to the message before, if that is still shown."""
        if self._fresh:
            self[-1] += f" {sentence}"
        else:
            self.append(sentence)

    def seen(self) -> None:
        """Take note that a person has answered with a key."""
        self._fresh = 0

    @property
    def fresh(self) -> str:
        """What is shown now: the newest first, as a narrow screen has room for that at least."""
        shown = min(self._fresh, _SHOWN)
        return " ".join(reversed(self[len(self) - shown :]))
