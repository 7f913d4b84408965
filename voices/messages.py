"""What the reader and the speech process tell each other: one JSON object a line."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Literal

from content.density import TYPICAL

if TYPE_CHECKING:  # the speech process needs no article
    from content.utterance import Phonemes

Priority = Literal["now", "more", "next", "normal"]
"""When an announcement is said: instead of what is being announced, after it, after the
sentence that is read, or after the paragraph."""


@dataclass(frozen=True, slots=True)
class Configure:
    """Speak like this from now on, in the middle of a word if need be."""

    voice: str
    pace: int
    """Words a minute."""
    volume: int = 100
    """Percent of the voice's own."""
    pitch: int = 50
    """From 0 to 100, where 50 is the voice's own; as is the next."""
    pitch_range: int = 50
    pauses: int = 100
    """Percent of the pauses that the script asks for."""
    units_per_word: float = TYPICAL.units_per_word
    """Of the article, as is the next: ``content.density``; the pace is true for it."""
    pause_ms_per_word: float = TYPICAL.pause_ms_per_word
    voices: dict[str, str] = field(default_factory=dict)
    """For a language, such as fr, the voice that was chosen for it."""
    announcer: str = ""
    """The voice of announcements; the reading's when none is named and it is prompt."""
    announcer_pace: int = 0
    """Words a minute of announcements; the reading's when 0."""
    device: str = ""
    """The name of the sound device; the system's own choice when none is named."""
    over: bool = False
    """Say announcements over the reading, which is quiet meanwhile, not in between."""
    sounds: bool = False
    """Play short sounds before what is read: ``voices.earcons``."""


@dataclass(frozen=True, slots=True)
class Speak:
    """Read an utterance, after those that wait already."""

    id: int
    text: str
    language: str
    pause_ms: int
    start: int = 0
    """Offset into ``text`` of the word to begin with."""
    now: bool = False
    """Forget what was being read and what waited."""
    ends_block: bool = False
    """Whether a paragraph ends with it."""
    sounds: tuple[str, ...] = ()
    """Names of the short sounds before it; not played when it begins in its middle."""
    always_sounds: bool = False
    """Whether they are played even while short sounds are off, since they are explained."""
    phonemes: tuple[Phonemes, ...] = ()
    """Stretches of ``text`` whose phonemes are given, in order; not every voice can use them."""


@dataclass(frozen=True, slots=True)
class Announce:
    """Say this; what was being read goes on after it, at the word."""

    id: int
    text: str
    language: str
    priority: Priority = "now"
    sound: str = ""
    """The name of the short sound before it."""
    phonemes: tuple[Phonemes, ...] = ()
    """As of what is read."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Stop whatever is heard, at once; keep what is being read, to go on at the word."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Go on at the word where reading stopped."""


@dataclass(frozen=True, slots=True)
class Ready:
    """The device is open (or there is none) and keys can be answered."""

    device: str


@dataclass(frozen=True, slots=True)
class Reached:
    """The word at ``offset`` begins to be heard."""

    id: int
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Finished:
    """An utterance or an announcement has been heard to its end."""

    id: int


@dataclass(frozen=True, slots=True)
class Gaps:
    """The device has run out of samples ``count`` times since the process began."""

    count: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a person should know, as a sentence."""

    text: str


@dataclass(frozen=True, slots=True)
class Lost:
    """The speech process is gone; made by the reader's end, never sent."""


Request = Configure | Speak | Announce | Pause | Resume
Event = Ready | Reached | Finished | Gaps | Problem | Lost
_TYPES: dict[str, type[Request] | type[Event]] = {
    kind.__name__: kind
    for kind in (
        Configure, Speak, Announce, Pause, Resume,
        Ready, Reached, Finished, Gaps, Problem,
    )
}  # fmt: skip


def encode(message: Request | Event) -> bytes:
    """Return ``message`` as one line, newline included."""
    fields = {"type": type(message).__name__, **asdict(message)}
    return json.dumps(fields, ensure_ascii=True).encode("ascii") + b"\n"


def decode(line: bytes) -> Request | Event:
    """Return the message that ``encode`` made ``line`` of."""
    fields = json.loads(line)
    # JSON knows no tuples.
    if "sounds" in fields and isinstance(fields["sounds"], list):
        fields["sounds"] = tuple(fields["sounds"])
    if "phonemes" in fields:
        fields["phonemes"] = tuple(map(tuple, fields["phonemes"]))
    return _TYPES[fields.pop("type")](**fields)
