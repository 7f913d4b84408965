"""What the interface says: aloud, as a message on the screen, or to the front end alone."""

from __future__ import annotations

from collections.abc import Callable

from content.utterance import Phonemes
from tui.ends import FrontEnd
from tui.messages import Messages
from tui.speech_level import ALL, CONTENT, OFF
from voices.messages import Priority
from voices.narrator import Narrator

INTERFACE_LANGUAGE = "en"


class Announcer:
    """Says each sentence in the way that goes with who is to speak."""

    def __init__(
        self, narrator: Narrator, front: Callable[[], FrontEnd | None], level: str
    ) -> None:
        """``level`` is who speaks: a value of ``SPEECH``."""
        self.messages = Messages()
        self.level: str = level
        self._narrator = narrator
        self._front = front
        self._reported: set[str] = set()
        narrator.problem = self.report
        if level == OFF:
            narrator.muting.mute(True)

    def say(
        self, text: str, language: str = INTERFACE_LANGUAGE, priority: Priority = "now",
        sound: str = "", phonemes: tuple[Phonemes, ...] = (), *,
        shown: bool = False, content: bool = False, written: str = "",
    ) -> None:  # fmt: skip
        """Announce ``text`` when its priority asks for it, after a short ``sound`` if any.

        ``shown``: it is on the screen already, where the cursor is. ``content``: it is the
        article's, or an example of the voice, not the interface's. Where the interface does
        not speak, what is not shown becomes a message. ``written`` is how ``text`` is written.
        """
        front = self._front()
        if front is not None and front.told(written or text, priority):
            shown = True
        if self.level == ALL or (content and self.level == CONTENT):
            self._narrator.announce(text, language, priority, sound, phonemes)
        elif not shown and priority == "more":
            self.messages.add(text)
        elif not shown:
            self.messages.append(text)

    def answer(
        self, sentence: str, language: str = INTERFACE_LANGUAGE, priority: Priority = "now"
    ) -> None:
        """Say what was asked for, show it until the next key, and keep it with the messages."""
        self.messages.append(sentence)
        self.say(sentence, language, priority, shown=True)

    def report(self, sentence: str) -> None:
        """Keep a message that a person should not miss; say it after the sentence."""
        self.messages.append(sentence)
        self.say(sentence, priority="next", sound="error", shown=True)

    def report_once(self, sentence: str) -> None:
        """Report what goes on being wrong, unless that was done already."""
        if sentence not in self._reported:
            self._reported.add(sentence)
            self.report(sentence)
