"""What is done when the system tells the reader to end, or its terminal is gone."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable

_PATIENCE = 2.0
"""Seconds given to leaving in good order."""


def end_when_told(keep: Callable[[], None], leave: Callable[[int], None]) -> None:
    """Call ``keep``, then ``leave`` with an exit code, when the process is told to end.

    To be called in the event loop's thread. Without a terminal there is nothing to put back
    in order, and writing to it may wait for ever: then the process ends at once.
    """
    if sys.platform == "win32":
        return
    import asyncio  # which plain mode does without

    loop = asyncio.get_running_loop()

    def told(number: int) -> None:
        keep()
        if number == signal.SIGHUP:
            os._exit(128 + number)
        end_in_time(number)
        leave(128 + number)

    for number in (signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(number, told, number)


def end_in_time(number: int) -> None:
    """End the process that got the signal ``number``, if leaving in good order takes too long."""
    timer = threading.Timer(_PATIENCE, os._exit, (128 + number,))
    timer.daemon = True
    timer.start()
