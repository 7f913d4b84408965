"""How many gaps there were in the sound of the last reading, for the doctor to tell."""

from __future__ import annotations

from content.library import Library

GAPS = "gaps"
"""The setting that says how many."""


class GapCount:
    """Counts the gaps of one reading, over all speech processes that it had."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._before = 0
        """In the sound of the processes before."""
        self._now = 0
        if library.setting(GAPS) not in (None, "0"):
            library.keep_setting(GAPS, "0")

    def take(self, count: int) -> None:
        """Keep how many there were since the speech process began."""
        self._now = count
        self._library.keep_setting(GAPS, str(self._before + count))

    def begin_again(self) -> None:
        """Take note that another speech process counts from now on."""
        self._before, self._now = self._before + self._now, 0
