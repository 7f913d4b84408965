"""What a person has put back of what was skipped: in this article, and kinds in every article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence

from content.kept import ALL, Moved, is_kept, put_back
from content.left_out import KINDS, name, row
from content.library import Library
from content.model import Article, Position
from tui.delivery import Settings

KEPT_KINDS = "keep"
"""The setting with the kinds that are always read, parted by spaces."""
_PUT_BACK = "put back in "
"""The setting with the pieces put back in one article begins so; its digest follows."""


class Keeping:
    """The article as it was loaded, and which of its skipped pieces are in the reading."""

    def __init__(
        self, article: Article, library: Library, settings: Settings,
        kinds: Sequence[str] | None = None,
    ) -> None:  # fmt: skip
        """``kinds`` are read in this reading instead of those that are kept in the settings."""
        self.loaded = article
        self._library = library
        self._settings = settings
        kept = (settings.setting(KEPT_KINDS) or "").split()
        self.kinds = set(kinds if kinds is not None else kept)
        chosen = (library.setting(_PUT_BACK + article.digest) or "").split(",")
        self._one_by_one = {
            int(number)
            for number in chosen
            if number.isdecimal() and number.isascii() and int(number[:9]) < len(article.skipped)
        }

    def back(self) -> frozenset[int]:
        """Return the pieces that are in the reading, by their index."""
        kept = (
            index
            for index, piece in enumerate(self.loaded.skipped)
            if is_kept(piece.kind, self.kinds)
        )
        return frozenset(self._one_by_one.union(kept))

    def article(self) -> Article:
        """Return the article as it is read."""
        return put_back(self.loaded, self.back())

    def text(self, index: int) -> str:
        """Return a line on a piece, as it is shown and said in a list."""
        piece = self.loaded.skipped[index]
        back = index in self._one_by_one or is_kept(piece.kind, self.kinds)
        return row(self.loaded, piece) + (", put back" if back else "")

    def nearest(self, block: int) -> int:
        """Return the piece that stood last before ``block`` of the article as it is read, or 0."""
        original = Moved(self.loaded, self.back()).original(block)
        first = bisect_right(self.loaded.skipped, original, key=lambda piece: piece.before)
        return max(0, first - 1)

    def toggle(self, index: int) -> str:
        """Put a piece back into this article, or skip it again; return what to say."""
        kind = self.loaded.skipped[index].kind
        if index in self._one_by_one:
            self._one_by_one.discard(index)
            said = "Skipped again."
        elif is_kept(kind, self.kinds):
            return f"All {name(kind, 2)} are always read; change that first to skip this one."
        else:
            self._one_by_one.add(index)
            said = "Put back."
        self._keep_pieces()
        return said

    def toggle_kind(self, index: int) -> str:
        """Let what is of the piece's kind always be read, or not any more; return what to say."""
        kind = self.loaded.skipped[index].kind
        kept = is_kept(kind, self.kinds)
        if kept:
            everything = set(KINDS) if ALL in self.kinds else set()
            self.kinds = (self.kinds | everything) - {kind, ALL}
            of_kind = {at for at, piece in enumerate(self.loaded.skipped) if piece.kind == kind}
            self._one_by_one -= of_kind
            self._keep_pieces()
        else:
            self.kinds.add(kind)
        self._keep_kinds()
        what = name(kind, 2)
        return f"{what[:1].upper()}{what[1:]} are {'skipped' if kept else 'always read'}."

    def use_kinds(self, kinds: Iterable[str]) -> None:
        """Let what is of these kinds always be read, and nothing else unless it is put back."""
        self.kinds = set(kinds)
        self._keep_kinds()

    def _keep_kinds(self) -> None:
        self._settings.keep_setting(KEPT_KINDS, " ".join(sorted(self.kinds)))

    def _keep_pieces(self) -> None:
        if not self._library.private:
            chosen = ",".join(map(str, sorted(self._one_by_one)))
            self._library.keep_setting(_PUT_BACK + self.loaded.digest, chosen)

    def start_of(self, index: int) -> Position:
        """Return where a piece that is in the reading begins."""
        return Position(Moved(self.loaded, self.back()).piece(index))

    def moving(self, before: frozenset[int]) -> Callable[[Position], Position]:
        """Return what tells where a place is now; ``before`` was in the reading at its time."""
        then, now = Moved(self.loaded, before), Moved(self.loaded, self.back())
        return lambda place: Position(now.block(then.original(place.block)), place.offset)
