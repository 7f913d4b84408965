"""The questions of the first start: one key answers each, and any other key skips them all.

They belong to the session, so that every front end can ask them. They stand in nobody's way:
a key that is no answer does what it always does.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from content.errors import IntoneError
from tui.delivery import RANGES
from tui.preference import prefer
from tui.session import Session
from tui.speech_level import ALL, CONTENT, OFF, SPEECH
from tui.ways import by_name
from voices.messages import Configure, Priority

if TYPE_CHECKING:
    from tui.choices import Choice, Choices

STARTED = "started"
"""What the library knows when these questions were answered or skipped."""
_CHOSEN_BEFORE = ("pace", "voice", SPEECH.name)
_FEW = 9
"""How many voices are offered; the list of all has its own command."""
_PACE_STEP = 20
"""Words a minute."""
_YES, _NO = ("y", "1"), ("n", "2")
_NEXT, _BEFORE = ("down", "right"), ("up", "left")
_PRESSED = {
    "reader": "Y or 1 for yes, N or 2 for no; any other key skips the questions.",
    "voice": "Down and up let you hear them, enter takes the one you heard.",
    "pace": "Up is faster, down is slower, enter takes it.",
}
_TYPED = {
    "reader": "Type yes or no; anything else skips the questions.",
    "voice": "Type next or previous to hear them; enter takes the one you heard.",
    "pace": "Type faster or slower; enter takes it.",
}
"""How to answer where lines are typed."""


def is_first_start(session: Session) -> bool:
    """Return whether nobody has chosen anything yet."""
    return session.library.setting(STARTED) is None and all(
        session.settings.setting(name) is None for name in _CHOSEN_BEFORE
    )


class FirstStart:
    """Asks whether a screen reader runs, which voice reads, and how fast."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._typed = session.way is by_name
        self._how = _TYPED if self._typed else _PRESSED
        self._answer: Callable[[str], bool] = self._screen_reader
        """Takes a key for the question that is asked now; False for one that is no answer."""
        self._before: Configure | None = None
        """How it spoke before a voice or a pace was tried."""
        self._voices: Sequence[Choice] = ()
        self._at = 0
        self._choices: Choices | None = None
        self._search: threading.Thread | None = None

    def begin(self, priority: Priority = "now") -> None:
        """Ask the first question; from then on the session's ``first_start`` gets keys first."""
        self._session.first_start = self
        question = f"Is a screen reader running? {self._how['reader']}"
        self._session.messages.append(question)
        # Heard though only the article is: who answered yes by mistake comes back so.
        self._session.say(question, priority=priority, content=True, shown=True)

    def takes(self, key: str) -> bool:
        """Take ``key`` as an answer; if it is none, end and return False."""
        if self._answer(key):
            return True
        self._end()
        return False

    def tell_skipped(self) -> None:
        """Say that the questions are gone, after what the key did that was no answer.

        Who has something read, or wants silence, knows what they did.
        """
        if not self._session.narrator.playing:
            again = self._session.way("first")
            self._session.say(
                f"Questions skipped. {again} to be asked again.", priority="more", shown=True
            )

    def wait(self) -> None:
        """Wait until the voices are known."""
        if self._search is not None:
            self._search.join()

    def _end(self) -> None:
        """Leave what was only tried, and don't ask again."""
        self._put_back()
        self._session.first_start = None
        # It is no choice, so it does not stand in the file of settings.
        self._session.library.keep_setting(STARTED, "yes")

    def _done(self) -> None:
        self._end()
        read, learn = self._session.way("play"), self._session.way("help").lower()
        self._session.answer(f"That is all. {read} to read; {learn} for help.")

    def _put_back(self) -> None:
        if self._before is not None:
            before, self._before = self._before, None
            self._session.narrator.deliver(
                voice=before.voice, voices=before.voices, announcer=before.announcer,
                pace=before.pace,
            )  # fmt: skip

    # Is a screen reader running?

    def _screen_reader(self, key: str) -> bool:
        if key not in (*_YES, *_NO):
            return False
        if key in _YES and self._typed and self._session.announcer.level == OFF:
            self._done()  # nothing is heard that could be chosen
            return True
        said = ""
        if key in _YES:
            prefer(self._session, SPEECH, CONTENT)
            again = self._session.way("first")
            back = f"Your screen reader says the rest. {again} to be asked again."
            self._session.say(back, priority="more", content=True, shown=True)
            shown = "" if self._typed else f"{back} For braille, there is intone --plain. "
            said = f"{SPEECH.sentence(CONTENT)}. {shown}"
        elif self._session.announcer.level != ALL:
            prefer(self._session, SPEECH, ALL)
        self._ask_voice(said)
        return True

    # Which voice?

    def _ask_voice(self, said: str) -> None:
        from tui.choices import voice_choices

        self._choices = voice_choices(self._session)
        self._before = self._session.narrator.delivery
        self._search = threading.Thread(target=self._find, daemon=True)
        self._search.start()
        self._answer = self._voice
        self._session.answer(f"{said}Which voice? {self._how['voice']}")

    def _find(self) -> None:
        """Find voices, on a thread of its own; what is found is looked at with the next key."""
        if self._choices is None:
            return
        try:
            rows, chosen = self._choices.arrange(self._choices.find())
        except IntoneError:
            return
        fit = [row for row in rows if not row.refusal]
        first = fit[:_FEW] if rows[chosen] in fit[:_FEW] else [rows[chosen], *fit[: _FEW - 1]]
        self._at = first.index(rows[chosen]) - 1 if rows[chosen] in first else -1
        self._voices = first

    def _voice(self, key: str) -> bool:
        if key == "enter":
            self._take_voice()
        elif key not in (*_NEXT, *_BEFORE):
            return False
        elif self._search is not None and self._search.is_alive():
            self._session.answer("Still looking for voices.")
        elif not self._voices:
            self._session.answer("There is no other voice. Enter goes on.")
        else:
            self._at = (self._at + (1 if key in _NEXT else -1)) % len(self._voices)
            self._try_voice()
        return True

    def _try_voice(self) -> None:
        voice = self._voices[self._at]
        self._session.narrator.deliver(voice=voice.id, voices={}, announcer=voice.id)
        name = voice.text.partition(",")[0]
        sentence = f"{name}, {self._at + 1} of {len(self._voices)}."
        self._session.messages.append(sentence)
        self._session.say(sentence, content=True, shown=True)
        article = self._session.article
        self._session.say(f"{article.title}.", article.language, "more", content=True, shown=True)

    def _take_voice(self) -> None:
        tried = self._session.narrator.delivery != self._before
        self._put_back()
        if tried and self._choices is not None:
            self._choices.take(self._voices[self._at].id)
        self._before = self._session.narrator.delivery
        self._answer = self._pace
        self._session.answer(
            f"How fast? {self._how['pace']} Now {self._before.pace} words a minute."
        )

    # How fast?

    def _pace(self, key: str) -> bool:
        narrator = self._session.narrator
        if key == "enter":
            pace = narrator.pace
            self._before = None
            self._session.deliver("pace", pace)
            self._done()
        elif key in ("up", "right", "plus", "down", "left", "minus"):
            by = _PACE_STEP if key in ("up", "right", "plus") else -_PACE_STEP
            bounds = RANGES["pace"]
            narrator.deliver(pace=max(bounds.least, min(bounds.most, narrator.pace + by)))
            sentence = f"{bounds.sentence(narrator.pace)}. This is how fast the article is read."
            self._session.messages.append(sentence)
            self._session.say(sentence, content=True, shown=True)
        else:
            return False
        return True
