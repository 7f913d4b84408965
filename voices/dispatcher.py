"""speech-dispatcher as an outside speaker: it plays the sound itself and tells how far it is.

So what is read can come from the very synthesizer and voice that a screen reader uses. It is
no ``Voice``: no samples are to be had.

Messages have the priority TEXT. Screen readers speak with MESSAGE, which cuts ours off and is
never cut off by it; reading then goes on at the word, when the server lets it.
"""

from __future__ import annotations

import contextlib
import threading
from collections import deque
from collections.abc import Callable
from time import monotonic as _now

from voices import dispatcher_pace
from voices.contract import Manner, VoiceError
from voices.dispatcher_server import connect
from voices.dispatcher_utterance import Utterance
from voices.dispatcher_voices import check_name
from voices.ssip import BEGIN, CANCELLED, END, MARK, PAUSED, Connection, Happening
from voices.words import Words

_PATIENCE = 5.0
"""Seconds that the server may take to begin."""
_PATIENCE_INTERRUPTED = 30.0
"""The same where it speaks for somebody else, whose message may be long."""
_OVERLAP = 0.1
"""Seconds that a running callback is waited for: longer would be felt, and it may wait for us."""
_ATTEMPTS = 20
"""How often a sentence is begun at the same word: a screen reader may echo every key."""
_LEARN_FROM = 5
"""Words, below which a sentence says little about the pace."""
_BROKE_OFF = "Speech Dispatcher broke off; start it again or choose another voice with --voice."


class DispatcherSpeaker:
    """Speaks through speech-dispatcher.

    ``name`` is empty for the server's own choice of synthesizer and voice, else a module's
    name or module/voice. ``tell`` is given a sentence when the server breaks off. VoiceError
    is raised when there is no server, module or voice of that name.

    Callbacks come on the connection's thread. They may call ``start`` and ``cancel``, but must
    not wait for a lock that another thread holds while it does.
    """

    slowest = dispatcher_pace.SLOWEST
    fastest = dispatcher_pace.FASTEST

    def __init__(self, name: str = "", tell: Callable[[str], None] = lambda _: None) -> None:
        self._module, _, self._voice = name.partition("/")
        self._tell = tell
        self._delivering = threading.RLock()
        self._current: Utterance | None = None
        self._ratios: deque[float] = deque(maxlen=dispatcher_pace.MEMORY)
        """Of the pace that was achieved to the asked one, sentence by sentence."""
        self._said: dict[str, str] = {}
        """What the server was told of our settings."""
        self._connection = self._connect()

    def _connect(self) -> Connection:
        connection = connect(self._happened, self._lost)
        try:
            for setting in ("NOTIFICATION ALL ON", "SSML_MODE ON", "PRIORITY TEXT"):
                connection.ask(f"SET SELF {setting}")
            self._said = {}
            if self._module:
                check_name(connection, self._module, self._voice)
        except VoiceError:
            connection.close()
            raise
        return connection

    # What is asked for.

    def start(
        self,
        text: str,
        language: str,
        manner: Manner,
        volume: int,
        offset: int,
        reached: Callable[[int, int], None],
        finished: Callable[[], None],
        broken: Callable[[], None] = lambda: None,
    ) -> None:
        """Speak ``text`` from the word that holds character ``offset``; return at once.

        ``language`` is a BCP 47 tag, ``volume`` percent. ``reached`` is given offset and length
        of each word when it is heard (from a module that tells no index marks, of the first
        word only), ``finished`` is called when the end was heard, and ``broken`` instead when
        the server has gone or doesn't begin: the latter on a timer's thread. Raises VoiceError
        when the server can't be reached.
        """
        self.cancel()
        words = Words(text)
        first = words.at(offset)
        word = words.spans.index(first) if first else len(words.spans)
        utterance = Utterance(text, words.spans, word, reached, finished, broken)
        try:
            self._hand_over(utterance, language, manner, volume)
        except VoiceError:
            # The server may have been restarted since.
            self._connection.close()
            self._connection = self._connect()
            self._hand_over(utterance, language, manner, volume)

    def cancel(self) -> None:
        """Fall silent at once; no callback for what was spoken comes afterwards.

        A callback that is just running is waited for, a tenth of a second at most.
        """
        if self._drop():
            self._connection.tell("CANCEL SELF")

    def close(self) -> None:
        """Fall silent and leave the server."""
        self.cancel()
        self._connection.close()

    def _drop(self) -> Utterance | None:
        """Take the current utterance away, so that nothing more of it is told; return it."""
        waited = self._delivering.acquire(timeout=_OVERLAP)
        try:
            utterance, self._current = self._current, None
        finally:
            if waited:
                self._delivering.release()
        if utterance and utterance.overdue:
            utterance.overdue.cancel()
        return utterance

    # Speaking.

    def _hand_over(self, utterance: Utterance, language: str, manner: Manner, volume: int) -> None:
        utterance.pace = manner.pace * dispatcher_pace.correction(self._ratios)
        rate = dispatcher_pace.rate_for(utterance.pace)
        utterance.learn = -100 < rate < 100
        for setting, value, own in (
            ("OUTPUT_MODULE", self._module, ""),
            ("LANGUAGE", "" if self._voice else language, ""),
            # The name in quotation marks, since it may hold spaces.
            ("SYNTHESIS_VOICE", f'"{self._voice}"' if self._voice else "", ""),
            ("RATE", str(rate), ""),
            # Where nothing else is wished for, the person's own settings of the server stand.
            ("PITCH", str(2 * manner.pitch - 100), "0"),
            ("PITCH_RANGE", str(2 * manner.pitch_range - 100), "0"),
            ("VOLUME", str(max(-100, min(100, 2 * volume - 100))), "100"),
        ):
            if value != self._said.get(setting, own):
                self._connection.ask(f"SET SELF {setting} {value}")
                self._said[setting] = value
        self._speak(utterance, _PATIENCE)

    def _speak(self, utterance: Utterance, patience: float) -> None:
        utterance.attempts += 1
        utterance.began = 0.0
        self._connection.last_message = 0  # nothing of the message before is ours any more
        utterance.overdue = threading.Timer(patience, self._give_up, (utterance,))
        utterance.overdue.daemon = True
        utterance.overdue.start()
        self._current = utterance
        try:
            self._connection.speak(utterance.markup())
        except VoiceError:
            self._drop()
            raise

    def _happened(self, happening: Happening) -> None:
        now = _now()
        with self._delivering:
            utterance = self._current
            if utterance is None or happening.message != self._connection.last_message:
                return
            if utterance.overdue:  # it speaks, or has been cut off
                utterance.overdue.cancel()
            if happening.code == BEGIN:
                utterance.began, utterance.first = now, utterance.word
                self._reach(utterance, utterance.word)
            elif happening.code == MARK and happening.mark.isdigit():
                self._reach(utterance, int(happening.mark))
            if happening.code == END or self._at_end(utterance, happening):
                self._learn(utterance, now)
                self._drop()
                utterance.finished()
            elif happening.code == CANCELLED:
                self._interrupted(utterance)
            elif happening.code == PAUSED:
                utterance.learn = False

    @staticmethod
    def _at_end(utterance: Utterance, happening: Happening) -> bool:
        # Where the last word's mark got lost the mark at the end is not relied on: were it
        # early, the next message would cut off what is still to be heard.
        last = len(utterance.spans) - 1
        return happening.mark == str(last + 1) and utterance.told == last

    def _reach(self, utterance: Utterance, word: int) -> None:
        if utterance.told < word < len(utterance.spans):
            utterance.told = utterance.word = word
            utterance.attempts = 1
            start, end = utterance.spans[word]
            utterance.reached(start, end - start)

    def _learn(self, utterance: Utterance, now: float) -> None:
        """Bring the module's pace nearer to what was asked for."""
        spans = utterance.spans[utterance.first :]
        if not utterance.learn or not utterance.began or len(spans) < _LEARN_FROM:
            return
        characters = len(utterance.text) - spans[0][0]
        # In scripts without spaces a character is counted as a word: no measure of the pace.
        if characters > 2 * len(spans) and now > utterance.began:
            achieved = dispatcher_pace.achieved(characters, now - utterance.began)
            self._ratios.append(achieved / utterance.pace)

    # What goes wrong.

    def _interrupted(self, utterance: Utterance) -> None:
        """Go on at the word after somebody else's message has cut ours off."""
        if utterance.attempts < _ATTEMPTS:
            with contextlib.suppress(VoiceError):
                self._speak(utterance, _PATIENCE_INTERRUPTED)
                return
        self._break(utterance)

    def _give_up(self, utterance: Utterance) -> None:
        """Take a server that doesn't begin for a broken one."""
        with self._delivering:
            if self._current is utterance:
                self._connection.tell("CANCEL SELF")
                self._break(utterance)

    def _lost(self) -> None:
        with self._delivering:
            # A message that was not taken yet is start()'s to hand over again.
            if (utterance := self._current) and self._connection.last_message:
                self._break(utterance)

    def _break(self, utterance: Utterance) -> None:
        self._drop()
        self._tell(_BROKE_OFF)
        utterance.broken()
