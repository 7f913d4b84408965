"""Makes the Sounds of what is asked for, by voices of ours or by another program."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from voices.catalogue import DEFAULT
from voices.choice import reading_voice
from voices.contract import Manner
from voices.messages import Announce, Configure, Event, Problem, Speak
from voices.outside import Outside, OutsideSound, Speaker
from voices.sound import Sound
from voices.synthesis import Synthesis

if TYPE_CHECKING:  # the speech process needs no article
    from content.utterance import Phonemes

OUTSIDE = "dispatcher"
"""The engine whose voices are heard through another program."""


MakeSpeaker = Callable[[str, Callable[[str], None]], Speaker]
"""Makes the speaker of a voice's name, given whom to tell what a person should know."""


def dispatcher(name: str, tell: Callable[[str], None]) -> Speaker:
    """Return the speaker that a voice of speech-dispatcher's names."""
    from voices.dispatcher import DispatcherSpeaker

    return DispatcherSpeaker(name.partition(":")[2], tell)


class SpeechMaker:
    """Gives each utterance to who shall speak it; ``changed`` is called as speech comes."""

    def __init__(
        self,
        synthesis: Synthesis,
        emit: Callable[[Event], None],
        changed: Callable[[], None],
        broken: Callable[[], None],
        make: MakeSpeaker = dispatcher,
    ) -> None:
        """``broken`` is called when what another program was to speak must be made anew."""
        self.synthesis = synthesis
        self._emit = emit
        self._changed = changed
        self._anew = broken
        self._wanted = Configure(DEFAULT, 0)
        self._refused = False
        """Whether the other program has broken off, since voices were last chosen."""
        self.outside = Outside(lambda name: make(name, self._tell), self._manner, emit, self._break)

    def configure(self, wanted: Configure) -> bool:
        """Speak as ``wanted`` from now on; return whether what waits has to be made anew."""
        before, self._wanted = self._wanted, wanted
        if _voices(before) != _voices(wanted):
            self._refused = False
        self.synthesis.configure(_own(wanted))
        return _manners(before) != _manners(wanted)

    def run(self) -> None:
        """Synthesize for ever, and steer the other program."""
        threading.Thread(target=self.outside.run, name="outside", daemon=True).start()
        self.synthesis.run()

    # Sounds.

    def reading(self, request: Speak) -> Sound:
        """Return the sound of an utterance; ``fill`` then lets it be spoken."""
        return self._sound(
            self._reading_voice(request.language), request.id, request.text, request.language,
            request.pause_ms, request.start, request.ends_block, request.phonemes,
        )  # fmt: skip

    def announcement(self, request: Announce) -> Sound:
        """Return the sound of an announcement; ``fill_now`` then lets it be spoken."""
        voice = self._wanted.announcer or self._reading_voice(request.language)
        sound = self._sound(
            voice, request.id, request.text, request.language, phonemes=request.phonemes
        )
        sound.aside = True
        return sound

    def anew(self, sound: Sound) -> Sound:
        """Return what ``sound`` says from its word on, in the manner of now, being filled."""
        fresh = self._sound(
            self._reading_voice(sound.language), sound.number, sound.text, sound.language,
            sound.pause_ms, sound.word_offset(), sound.ends_block, sound.phonemes,
        )  # fmt: skip
        self.fill(fresh)
        return fresh

    def announced_anew(self, sound: Sound) -> Sound:
        """Return an announcement of another program's as one of ours, being filled."""
        if not isinstance(sound, OutsideSound):
            return sound
        fresh = self._sound(
            DEFAULT, sound.number, sound.text, sound.language, phonemes=sound.phonemes
        )
        self.fill_now(fresh)
        return fresh

    def fill(self, sound: Sound) -> None:
        """Let ``sound`` be spoken after what is to be read already."""
        if not isinstance(sound, OutsideSound):
            self.synthesis.add(sound)

    def fill_now(self, sound: Sound) -> None:
        """Let ``sound`` be spoken before anything that is to be read."""
        if not isinstance(sound, OutsideSound):
            self.synthesis.announce(sound)

    def _sound(
        self, voice: str, number: int, text: str, language: str, pause_ms: float = 0,
        start: int = 0, ends_block: bool = False, phonemes: tuple[Phonemes, ...] = (),
    ) -> Sound:  # fmt: skip
        if _is_outside(voice) and not self._refused:
            sound: Sound = OutsideSound(
                self.outside, number, text, language, pause_ms, start, ends_block
            )
        else:
            sound = Sound(number, text, language, pause_ms, start, ends_block)
        sound.phonemes = phonemes
        sound.changed = self._changed
        return sound

    # Another program.

    def _reading_voice(self, language: str) -> str:
        return reading_voice(self._wanted, language, lambda _: ())

    def _manner(self, aside: bool) -> tuple[str, Manner, int]:
        wanted = self._wanted
        pace = (aside and wanted.announcer_pace) or wanted.pace
        names = (wanted.announcer if aside else "", wanted.voice, *wanted.voices.values())
        name = next(filter(_is_outside, names), OUTSIDE)
        return name, Manner(pace, wanted.pitch, wanted.pitch_range), wanted.volume

    def _tell(self, sentence: str) -> None:
        self._emit(Problem(f"{sentence} The embedded voice speaks meanwhile."))

    def _break(self, sentence: str) -> None:
        """Speak ourselves what the other program does not."""
        if sentence:
            self._tell(sentence)
        self._refused = True
        self._anew()


def _is_outside(voice: str) -> bool:
    return voice.partition(":")[0] == OUTSIDE


def _own(wanted: Configure) -> Configure:
    """Return ``wanted`` with voices of ours in place of another program's."""

    def own(voice: str) -> str:
        return DEFAULT if _is_outside(voice) else voice

    return replace(
        wanted,
        voice=own(wanted.voice),
        announcer=own(wanted.announcer),
        voices={language: own(voice) for language, voice in wanted.voices.items()},
    )


def _voices(wanted: Configure) -> tuple[object, ...]:
    return wanted.voice, wanted.announcer, wanted.voices


def _manners(wanted: Configure) -> tuple[object, ...]:
    """Return what can't be changed in speech that is there already."""
    names = (wanted.voice, *wanted.voices.values())
    # Another program sets the volume itself.
    volume = wanted.volume if any(map(_is_outside, names)) else 0
    return wanted.voice, wanted.voices, wanted.pitch, wanted.pitch_range, volume
