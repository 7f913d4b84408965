"""What speech-dispatcher is given to say, with a mark at every word, and how far it has come."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass
from xml.sax.saxutils import escape

_UNFIT = re.compile("[^\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Control characters, line ends, and what XML has no place for."""


@dataclass(slots=True, eq=False)
class Utterance:
    """What is being spoken, and how far it has come."""

    text: str
    spans: list[tuple[int, int]]
    word: int
    """The one to begin with; later, the one that is heard."""
    reached: Callable[[int, int], None]
    finished: Callable[[], None]
    broken: Callable[[], None]
    pace: float = 0.0
    """Words a minute that the module was asked for."""
    told: int = -1
    """The last word that was told as reached."""
    attempts: int = 0
    learn: bool = True
    """Whether its pace can be measured."""
    began: float = 0.0
    """When its first word was heard, on the monotonic clock; 0 before."""
    first: int = 0
    """The word that it began with then."""
    overdue: threading.Timer | None = None

    def markup(self) -> str:
        """Return the rest, from ``word`` on, with a mark before each word and at the end.

        The last mark is reached when the sound ends. END comes later by the pause that a
        synthesizer makes after a sentence (espeak-ng: 0.3 s at an ordinary pace), which is
        the script's to make.
        """
        if self.word >= len(self.spans):
            return "<speak></speak>"
        ends = [start for start, _ in self.spans[self.word + 1 :]] + [len(self.text)]
        parts = []
        for number, end in enumerate(ends, self.word):
            stretch = _UNFIT.sub(" ", self.text[self.spans[number][0] : end])
            # espeak-ng tells all later marks too early when nothing is said between two.
            parts.append(f'<mark name="{number}"/>' if stretch.strip() else "")
            parts.append(escape(stretch))
        return f'<speak>{"".join(parts)}<mark name="{len(self.spans)}"/></speak>'
