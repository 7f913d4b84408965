"""Where in a script the reading is: in which utterance, at which word, or on which character."""

from __future__ import annotations

from content.model import Position
from content.script import Place, Script, position_at, spoken_offset_at, stretch_at
from voices.words import Words


class ReadingPoint:
    """The one anchor of a reading. It only moves when it is told to."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.place = script.first()
        """The utterance that is read or would be; None in an article that says nothing."""
        self.spoken = 0
        """How many characters of the utterance have been said."""
        self.length = 0
        """Of the word that is heard, in characters of the utterance; 0 before there is one."""
        self.standing: tuple[int, int] | None = None
        """The stretch of the block's text that was gone to, until reading goes on there."""
        self.ended = False
        """Whether the article was read to its end and nothing has been asked since."""

    @property
    def position(self) -> Position:
        """Where the word stands that is heard or would be heard next."""
        if self.place is None:
            return Position(0)
        if self.standing is not None:
            return Position(self.place[0], self.standing[0])
        if self.ended:
            return Position(self.place[0], self.script.utterance(self.place).end)
        return position_at(self.script.utterance(self.place), self.spoken)

    @property
    def sentence(self) -> tuple[int, int]:
        """The stretch of the current block's text that is being read."""
        if self.place is None:
            return 0, 0
        utterance = self.script.utterance(self.place)
        text = self.script.article.blocks[utterance.block].text[utterance.start : utterance.end]
        return utterance.start, utterance.start + len(text.rstrip())

    @property
    def word(self) -> tuple[int, int]:
        """The stretch of the current block's text whose word is heard, or will be next."""
        if self.place is None:
            return 0, 0
        if self.standing is not None:
            return self.standing
        utterance = self.script.utterance(self.place)
        if self.length:
            return stretch_at(utterance, self.spoken, self.length)
        start, end = Words(utterance.text).at(self.spoken) or (self.spoken, self.spoken)
        return stretch_at(utterance, start, end - start)

    def hear(self, offset: int, length: int) -> None:
        """Be at the word of the utterance that is heard now."""
        self.spoken, self.length = offset, length

    def move(self, place: Place, offset: int = 0) -> None:
        """Go to ``place``, at the character ``offset`` of its block."""
        self.place = place
        self.ended = False
        utterance = self.script.utterance(place)
        self.hear(spoken_offset_at(utterance, offset) if offset else 0, 0)
        self.standing = None

    def stand(self, start: int, end: int) -> None:
        """Stand on a stretch of the text; reading is to go on at the word it is in."""
        if self.place is not None:
            word = Words(self.script.utterance(self.place).text).at(self.spoken)
            self.spoken = min(self.spoken, word[0]) if word is not None else self.spoken
            self.standing = start, end

    def is_at_end(self, position: Position) -> bool:
        """Return whether nothing is said from ``position`` on."""
        place = self.script.at(position)
        return (
            place is not None
            and place[0] == position.block
            and position.offset >= self.script.utterance(place).end
            and self.script.after(place) is None
        )


def said_at_or_before(script: Script, position: Position) -> Position:
    """Return ``position``, or the block before it after which something is said."""
    while script.at(position) is None and position.block > 0:
        position = Position(position.block - 1)
    return position
