"""Keys that are typed faster than screens open: each is kept until what it is for is there."""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable

from textual.events import Key, Paste
from textual.message import Message

Typed = Key | Paste
CANT_PASTE = "There is nothing here to paste into."


class Opened(Message):
    """A screen can take keys now."""


class EarlyKeys:
    """Hands on what is typed, one after the other; a key may open the screen of the next one."""

    def __init__(self, is_ready: Callable[[], bool], take: Callable[[Typed], Awaitable[None]]):
        self._is_ready = is_ready
        self._take = take
        self._waiting: deque[Typed] = deque()

    async def put(self, typed: Typed) -> None:
        """Hand ``typed`` on, now or when what was typed before has been dealt with."""
        self._waiting.append(typed)
        await self.go_on()

    async def go_on(self) -> None:
        """Hand on what waits; to be called when a screen is ready."""
        while self._waiting and self._is_ready():
            await self._take(self._waiting.popleft())
