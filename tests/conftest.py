"""Settings of all tests."""

import os
from typing import Any

os.environ.setdefault("TEXTUAL_FPS", "250")  # as the program itself does, before Textual reads it

import pytest
import textual._wait
from hypothesis import settings

# After each key Textual's pilot waits, twice, until the program has done next to nothing for a
# 50th of a second; the tests of the screen did little else. A 200th tells as much.
textual._wait.SLEEP_GRANULARITY = 1 / 200
textual._wait.SLEEP_IDLE = textual._wait.SLEEP_GRANULARITY / 20

# The same examples every time: a failure is then of the change, not of the day. Others are
# tried with pytest --hypothesis-profile=search.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("search", max_examples=1000, deadline=None)
settings.load_profile("same")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Let one process alone do all tests that listen, one after the other."""
    from xdist.scheduler import LoadScopeScheduling

    class Scheduling(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return "listening" if "/sound/" in nodeid or "/neural/" in nodeid else nodeid

    return Scheduling(config, log)
