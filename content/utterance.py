"""An utterance: what is said in one breath, with a map from speech back to the source."""

from __future__ import annotations

from dataclasses import dataclass

from content.model import Position

Phonemes = tuple[int, int, str]
"""A stretch of a spoken text, from and to, and its phonemes in IPA."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of speech and the stretch of its block's text that it stands for."""

    spoken: str
    """What is said; empty for what is passed over."""
    start: int
    """Where the stretch begins in the block's text."""
    end: int
    """Where it ends; equal to ``start`` for something announced that is not in the source."""
    rule: str = ""
    """The rule that changed or added it; empty when it is said as it stands."""
    phonemes: str = ""
    """How ``spoken`` sounds, in IPA, where that is known; a voice may not be able to use it."""

    @property
    def exact(self) -> bool:
        """Whether its characters are those of the source, one for one."""
        return not self.rule and len(self.spoken) == self.end - self.start


@dataclass(frozen=True, slots=True)
class Utterance:
    """One sentence or less.

    Its pieces stand in order and without a gap: joined over a block's utterances, their
    stretches are the block's text.
    """

    block: int
    """Index into ``Article.blocks``."""
    pieces: tuple[Piece, ...]
    language: str
    """BCP 47 tag."""
    kind: str
    """The kind of its block."""
    pause_ms: int
    """Silence after it at the reference pace of 180 words a minute."""
    section: int
    """Index into ``Article.sections``; -1 before the first."""

    @property
    def text(self) -> str:
        """All that is said."""
        return "".join(piece.spoken for piece in self.pieces)

    @property
    def start(self) -> int:
        """Where it begins in its block's text."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Where it ends in its block's text."""
        return self.pieces[-1].end

    @property
    def phonemes(self) -> tuple[Phonemes, ...]:
        """The stretches of ``text`` whose phonemes are given, in order."""
        found: list[Phonemes] = []
        at = 0
        for piece in self.pieces:
            if piece.phonemes and piece.spoken:
                found.append((at, at + len(piece.spoken), piece.phonemes))
            at += len(piece.spoken)
        return tuple(found)

    def source_text(self, block_text: str) -> str:
        """Return what stands in the source for it, given its block's text."""
        return block_text[self.start : self.end]


def position_at(utterance: Utterance, spoken_offset: int) -> Position:
    """Return where the spoken character at ``spoken_offset`` stands in the source.

    Exact where the source is said as it stands, else the start of the changed stretch. An
    offset outside the spoken text counts as its first or last.
    """
    before = 0
    for piece in utterance.pieces:
        length = len(piece.spoken)
        if spoken_offset < before + length:
            inside = max(0, spoken_offset - before) if piece.exact else 0
            return Position(utterance.block, piece.start + inside)
        before += length
    return Position(utterance.block, utterance.end)


def stretch_at(utterance: Utterance, spoken_offset: int, length: int) -> tuple[int, int]:
    """Return the stretch of the block's text for ``length`` spoken characters.

    A changed piece counts whole: the highlight shows "20–40" while "20 to 40" is said. What
    is announced has an empty stretch where it is announced.
    """
    last = spoken_offset + max(length, 1)
    start: int | None = None
    end = utterance.end
    before = 0
    for piece in utterance.pieces:
        after = before + len(piece.spoken)
        if after > spoken_offset and before < last:
            if start is None:
                start = piece.start + (max(0, spoken_offset - before) if piece.exact else 0)
            end = min(piece.end, piece.start + last - before) if piece.exact else piece.end
        before = after
    if start is None:
        return utterance.end, utterance.end
    return start, max(start, end)


def spoken_offset_at(utterance: Utterance, offset: int) -> int:
    """Return where in the spoken text the block's character at ``offset`` is said.

    For a changed piece that is where the piece begins; for an offset outside the utterance,
    its beginning or its end.
    """
    before = 0
    for piece in utterance.pieces:
        if offset < piece.end:
            inside = max(0, offset - piece.start) if piece.exact else 0
            return before + inside
        before += len(piece.spoken)
    return before
