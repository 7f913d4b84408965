"""The embedded voice: espeak-ng, called synchronously.

Constants and structures are those of espeak-ng's ``speak_lib.h`` (1.52).
"""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from voices.contract import Chunk, Manner, Mark, Sink, VoiceError, VoiceInfo
from voices.espeak_library import data_path, load, variants
from voices.espeak_names import espeak_names
from voices.words import Words

if TYPE_CHECKING:
    from voices.espeak_phonemes import Prompt

_SYNCHRONOUS = 2
_BUFFER_MS = 20
_DONT_EXIT = 0x8000
_CHARACTERS_UTF8 = 1
_CHARACTER_POSITION = 1
_PARAMETER_RATE, _PARAMETER_PITCH, _PARAMETER_RANGE = 1, 3, 4
_EVENT_END_OF_LIST, _EVENT_WORD = 0, 1

_ONE_AT_A_TIME = threading.RLock()
_chosen: list[str | None] = [None]
"""Whose voice the library speaks with, which is the same for every EspeakVoice."""


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", ctypes.c_char * 8),
    )


class _VoiceRecord(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_char_p),
        ("languages", ctypes.c_void_p),
        ("identifier", ctypes.c_char_p),
        ("gender", ctypes.c_ubyte),
        ("age", ctypes.c_ubyte),
        ("variant", ctypes.c_ubyte),
        ("reserved", ctypes.c_ubyte),
        ("score", ctypes.c_int),
        ("spare", ctypes.c_void_p),
    )


_Callback = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event)
)


@cache
def _start() -> tuple[ctypes.CDLL, int]:
    """Return the library, ready to speak, and its sample rate in hertz; one at a time."""
    library = load()
    rate = library.espeak_Initialize(_SYNCHRONOUS, _BUFFER_MS, data_path(), _DONT_EXIT)
    if rate <= 0:
        raise VoiceError("The embedded voice has lost its data; install Intone again.")
    library.espeak_ListVoices.restype = ctypes.POINTER(ctypes.POINTER(_VoiceRecord))
    library.espeak_GetCurrentVoice.restype = ctypes.POINTER(_VoiceRecord)
    return library, int(rate)


class EspeakVoice:
    """Every language of espeak-ng, in every variant.

    ``name`` is a language, a plus sign and a variant; without a language the utterance's is
    taken.
    """

    slowest = 80
    fastest = 450
    prompt = True

    def __init__(self, name: str = "", tell: Callable[[str], None] = lambda _: None) -> None:
        """``name`` is in espeak-ng's words; ``tell`` takes a sentence a person should know."""
        self._tell = tell
        self._name, plus, self._variant = name.partition("+")
        if plus and self._variant not in variants():
            raise VoiceError(
                f"There is no espeak variant named {self._variant}; "
                "see the list that intone voices gives."
            )
        self._missing: set[str] = set()
        self.languages: tuple[str, ...] = ()
        with _ONE_AT_A_TIME:
            self._library, self._rate = _start()
            if self._name:
                self._choose_named()
                current = self._library.espeak_GetCurrentVoice().contents
                self.languages = (_tag(current),) if current.languages else ()

    def _choose_named(self) -> None:
        """Make the voice speak that was named when this was made."""
        key = f"named {self._name}+{self._variant}"
        if key == _chosen[0]:
            return
        # The library lists three voices, such as en-gb, by tags that it does not know them by.
        names = (self._name, _identifiers(self._library).get(self._name, b"").decode())
        if not any(map(self._set, names)):
            raise VoiceError(
                f"There is no espeak voice named {self._name}; "
                "see the list that intone voices gives."
            )
        _chosen[0] = key

    def _set(self, name: str) -> bool:
        """Let the library speak as ``name``, in the variant; return whether it can."""
        whole = f"{name}+{self._variant}" if self._variant else name
        return bool(self._library.espeak_SetVoiceByName(whole.encode("utf-8", "replace")) == 0)

    def _choose(self, language: str) -> None:
        """Make the language's voice speak; English where there is none, which is said."""
        if self._name:
            self._choose_named()
            return
        key = f"{language}+{self._variant}"
        if key == _chosen[0]:
            return
        names = espeak_names(language) if language not in ("", "und") else ("en",)
        if any(map(self._set, names)):
            _chosen[0] = key
            return
        if not self._set("en"):
            raise VoiceError("The embedded voice has lost its data; install Intone again.")
        _chosen[0] = None  # each voice tells that for itself
        if language not in self._missing:
            self._missing.add(language)
            self._tell(f"No voice here speaks the language {language}; the English one reads it.")

    def speak(self, text: str, language: str, manner: Manner, sink: Sink) -> None:
        """Push the speech of ``text``; espeak tells the words as they come."""
        words = Words(text)
        prompt: Prompt | None = None
        word: tuple[int, int] | None = None
        waiting: list[Mark] = []

        def receive(samples: ctypes._Pointer[ctypes.c_short], count: int, events: object) -> int:
            nonlocal word
            index = 0
            while events[index].type != _EVENT_END_OF_LIST:  # type: ignore[index]
                event = events[index]  # type: ignore[index]
                if event.type == _EVENT_WORD:
                    # espeak tells "3.5" as three words and gives some no length.
                    place = event.text_position - 1
                    found = words.at(prompt.offset(place) if prompt else place)
                    if found is not None and (word is None or found > word):
                        word = found
                        waiting.append(Mark(event.sample, found[0], found[1] - found[0]))
                index += 1
            if not samples or not count:
                return 0
            chunk = Chunk(ctypes.string_at(samples, count * 2), self._rate, tuple(waiting))
            waiting.clear()
            return 0 if sink(chunk) else 1

        callback = _Callback(receive)
        with _ONE_AT_A_TIME:
            self._choose(language)
            given, flags = text, _CHARACTERS_UTF8
            if manner.phonemes:
                from voices.espeak_phonemes import prompt_for  # few texts have phonemes

                voice = f"{self._name or language}+{self._variant}"
                prompt = prompt_for(self._library, voice, text, manner.phonemes, language)
                given, flags = prompt.text, flags | prompt.flags
            data = given.encode("utf-8", "replace") + b"\0"
            self._library.espeak_SetSynthCallback(callback)
            for parameter, value in (
                (_PARAMETER_RATE, round(manner.pace)),
                (_PARAMETER_PITCH, manner.pitch),
                (_PARAMETER_RANGE, manner.pitch_range),
            ):
                self._library.espeak_SetParameter(parameter, value, 0)
            status = self._library.espeak_Synth(
                data, len(data), 0, _CHARACTER_POSITION, 0, flags, None, None
            )
        if status != 0:
            raise VoiceError("The embedded voice could not say this; reading goes on after it.")

    def close(self) -> None:
        """Nothing: espeak-ng is asked to end only with its process."""


def _records(library: ctypes.CDLL) -> Iterator[_VoiceRecord]:
    records = library.espeak_ListVoices(None)
    index = 0
    while records[index]:
        yield records[index].contents
        index += 1


def _tag(record: _VoiceRecord) -> str:
    """Return a voice's first language, which the library gives behind a byte of priority."""
    return ctypes.string_at(record.languages + 1).decode("utf-8", "replace")


@cache
def _identifiers(library: ctypes.CDLL) -> dict[str, bytes]:
    return {_tag(record): record.identifier for record in _records(library)}


def espeak_voices() -> list[VoiceInfo]:
    """Return every voice of the embedded library, in its own order, then its variants.

    A variant is of every language; espeak:en+f3 is one of English alone.
    """
    with _ONE_AT_A_TIME:
        library, _ = _start()
        voices = [
            VoiceInfo(
                f"espeak:{_tag(record)}", record.name.decode("utf-8", "replace"), (_tag(record),)
            )
            for record in _records(library)
        ]
    return voices + [VoiceInfo(f"espeak:+{name}", f"Variant {name}", ()) for name in variants()]
