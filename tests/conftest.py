"""Settings of all tests."""

import os

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


@pytest.hookimpl(tryfirst=True)  # before the groups are looked at
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let one process alone do all tests that listen, one after the other."""
    for item in items:
        if {"sound", "neural"} & set(item.path.parts):
            item.add_marker(pytest.mark.xdist_group("sound"))
