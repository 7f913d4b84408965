"""Regular expressions that are compiled when they are first used.

There are some two hundred of them, and compiling them all takes longer than opening an
article; most articles, and above all their first words, need a few.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Lazy:
    """Stands for a compiled pattern; its methods are there from the first use on."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Compile; called only while the instance does not have what is asked for."""
        compiled = re.compile(self.pattern, self._flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazily(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what serves as ``re.compile(pattern, flags)``, without compiling it yet."""
    return cast("re.Pattern[str]", _Lazy(pattern, flags))
