"""A long sequence whose members are made when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar, overload

Member = TypeVar("Member", covariant=True)


class Lazy(Sequence[Member]):
    """As many members as there are, each made by its index: a book may have tens of thousands."""

    def __init__(self, length: int, make: Callable[[int], Member]) -> None:
        self._indexes = range(length)
        self._make = make

    def __len__(self) -> int:
        return len(self._indexes)

    @overload
    def __getitem__(self, index: int) -> Member: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Member]: ...
    def __getitem__(self, index: int | slice) -> Member | Sequence[Member]:
        if isinstance(index, slice):
            return [self._make(each) for each in self._indexes[index]]
        return self._make(self._indexes[index])
