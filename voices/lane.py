"""A lane: fills one sound after the other, whatever its voices do.

1. The voice speaks in a thread that can be left behind, into a sink that checks what comes.
2. What it does not say the embedded voice says, from the word where it broke off.
3. A long text is said in pieces, so that nobody waits for the whole of it.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from dataclasses import dataclass, replace

from voices.catalogue import DEFAULT
from voices.checked import Checked
from voices.choice import Languages
from voices.contract import Manner, Voice, VoiceError
from voices.filling import Filling
from voices.health import Health
from voices.helper import Helper, Wait
from voices.messages import Configure
from voices.pieces import has_words, phonemes_within, piece_end, speakable
from voices.resample import resampled
from voices.sound import Sound
from voices.trim import Trim

_PATIENCE = 30.0
_PATIENCE_A_CHARACTER = 0.05
"""Seconds that a voice may be still: longer than a system's voice is waited for in its turn."""


@dataclass(slots=True)
class _Attempt:
    """One voice's try at one piece; ``fault`` says, as a sentence, why it failed."""

    checked: Checked
    name: str = ""
    fault: str = ""
    hopeless: bool = False
    broken: bool = False
    """Whether the voice itself is not to be used again, only another like it."""


class Lane:
    """Speaks as ``wanted`` tells at the time; used by one thread."""

    def __init__(
        self,
        make: Callable[[str], Voice],
        health: Health,
        wanted: Callable[[], Configure],
        choose: Callable[[Configure, str, Languages], str],
        manner: Callable[[Sound, Voice], Manner],
    ) -> None:
        """``choose`` names the voice for a language, ``manner`` is how it begins a sound."""
        self.wait: Wait | None = None
        """How to wait for a voice; None to let it speak in the caller's own thread."""
        self.before_piece: Callable[[], None] = lambda: None
        """Called before each piece: to let go first what is more urgent."""
        self.end_process: Callable[[], None] = lambda: os._exit(1)
        """Called when the embedded voice hangs: only a new process can speak then."""
        self._make = make
        self._health = health
        self._wanted = wanted
        self._choose = choose
        self._manner = manner
        self._helper = Helper()
        self._voices: dict[str, Voice] = {}

    def prepare(self, name: str) -> None:
        """Make the voice ``name`` now, so that its first sentence need not wait for that."""
        attempt = _Attempt(Checked(lambda _: True, ""), name)

        def make() -> None:
            self._voice(attempt, "")

        made = self._supervised(attempt, make, 0)
        if made.fault and made.name != DEFAULT:
            self._health.failed(made.name, made.fault, made.hopeless)

    def fill(self, sound: Sound) -> None:
        """Fill ``sound`` to its end, or until it is dropped."""
        text = speakable(sound.text)
        filling = Filling(sound)
        at = 0
        standing_in = False
        while at < len(text) and not sound.dropped:
            self.before_piece()
            end = piece_end(text, at, sound.phonemes)
            attempt = self._try(filling, text[at:end], at, DEFAULT if standing_in else "")
            if sound.dropped and not attempt.hopeless:
                break  # what a voice raises when it is broken off is no fault of its own
            if not attempt.fault:
                self._health.succeeded(attempt.name)
            elif attempt.name == DEFAULT:
                self._health.nobody_speaks(attempt.name, attempt.fault)
            else:
                self._health.failed(attempt.name, attempt.fault, attempt.hopeless)
                standing_in = True
                if not attempt.checked.endless:
                    at = filling.goes_on_at(text[at:end], at)
                    continue
            at = end
        sound.finish()

    def _try(self, filling: Filling, text: str, at: int, name: str) -> _Attempt:
        """Let the voice ``name``, or the one to be chosen, say ``text``, which begins at ``at``."""
        before = filling.samples
        checked = Checked(resampled(Trim(filling.part(at))), text)
        attempt = _Attempt(checked, name)

        def speak() -> None:
            voice = self._voice(attempt, filling.sound.language)
            if not checked.abandoned:
                manner = replace(
                    self._manner(filling.sound, voice),
                    phonemes=phonemes_within(filling.sound.phonemes, at, at + len(text)),
                )
                voice.speak(text, filling.sound.language, manner, checked)

        done = self._supervised(attempt, speak, len(text))
        if checked.fault:
            done.fault = f"The voice {done.name} {checked.fault}."
        silent = filling.samples == before and not filling.sound.dropped
        if silent and not done.fault and done.name != DEFAULT and has_words(text):
            done.fault = f"The voice {done.name} gave no sound."
        return done

    def _supervised(self, attempt: _Attempt, task: Callable[[], None], length: int) -> _Attempt:
        """Let a voice do ``task``, for ``length`` characters; return what became of it."""
        checked = attempt.checked

        def work() -> None:
            try:
                task()
            except VoiceError as error:
                attempt.fault = str(error)
            except (Exception, SystemExit) as error:  # whatever a library of a voice raises
                attempt.broken = True
                reason = " ".join(str(error).split()).rstrip(".") or type(error).__name__
                attempt.fault = f"The voice {attempt.name} broke down: {reason}."

        patience = _PATIENCE + length * _PATIENCE_A_CHARACTER
        if self.wait is None:
            work()
        elif not self._helper.do(work, lambda: checked.moves, patience, self.wait):
            checked.abandon()
            if attempt.name == DEFAULT:
                self.end_process()
            self._voices.pop(attempt.name, None)
            # The thread that hangs still has the first of these, and may yet change it.
            return _Attempt(checked, attempt.name, f"The voice {attempt.name} hangs.", True)
        if attempt.broken:
            self._voices.pop(attempt.name, None)
        return attempt

    def _voice(self, attempt: _Attempt, language: str) -> Voice:
        """Return the voice for ``attempt``, which is given its name as soon as that is known."""

        def voice(name: str) -> Voice:
            attempt.name = name if self._health.usable(name) else DEFAULT
            if attempt.name not in self._voices:
                try:
                    made = self._make(attempt.name)
                except VoiceError:
                    attempt.hopeless = True
                    raise
                if attempt.checked.abandoned:
                    return made  # too late: this thread has been left behind
                self._voices[attempt.name] = made
            return self._voices[attempt.name]

        if attempt.name:
            return voice(attempt.name)
        wanted = self._wanted()
        self._let_go(wanted)
        return voice(self._choose(wanted, language, lambda name: voice(name).languages))

    def _let_go(self, wanted: Configure) -> None:
        """Close the voices that nobody asks for any more: some take much memory."""
        kept = {wanted.voice, wanted.announcer, DEFAULT, *wanted.voices.values()}
        for name in self._voices.keys() - kept:
            with contextlib.suppress(Exception):
                self._voices.pop(name).close()
