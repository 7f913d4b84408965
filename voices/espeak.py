"""The embedded voice: espeak-ng, called synchronously.

Constants and structures are those of espeak-ng's ``speak_lib.h`` (1.52).
"""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Callable
from functools import cache

from voices.contract import Chunk, Manner, Mark, Sink, VoiceError, VoiceInfo
from voices.espeak_library import data_path, load
from voices.espeak_names import espeak_names
from voices.words import Words

_SYNCHRONOUS = 2
_BUFFER_MS = 20
_DONT_EXIT = 0x8000
_CHARACTERS_UTF8 = 1
_CHARACTER_POSITION = 1
_PARAMETER_RATE, _PARAMETER_PITCH, _PARAMETER_RANGE = 1, 3, 4
_EVENT_END_OF_LIST, _EVENT_WORD = 0, 1

_ONE_AT_A_TIME = threading.Lock()


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
    """Return the library, ready to speak, and its sample rate in hertz."""
    library = load()
    rate = library.espeak_Initialize(_SYNCHRONOUS, _BUFFER_MS, data_path(), _DONT_EXIT)
    if rate <= 0:
        raise VoiceError("The embedded voice has lost its data; install Intone again.")
    library.espeak_ListVoices.restype = ctypes.POINTER(ctypes.POINTER(_VoiceRecord))
    return library, int(rate)


class EspeakVoice:
    """Every language of espeak-ng; ``name`` fixes one, else the utterance's is taken."""

    slowest = 80
    fastest = 450
    prompt = True

    def __init__(self, name: str = "", tell: Callable[[str], None] = lambda _: None) -> None:
        """``name`` is espeak-ng's own; ``tell`` takes a sentence a person should know."""
        self._library, self._rate = _start()
        self._tell = tell
        self._name = name
        self._current = ""
        self._missing: set[str] = set()
        if name:
            self._choose(name)

    def _choose(self, language: str) -> None:
        """Make the language's voice speak; English where there is none, which is said."""
        if language == self._current:
            return
        names = (self._name,) if self._name else espeak_names(language)
        for name in names:
            if self._library.espeak_SetVoiceByName(name.encode()) == 0:
                self._current = language
                return
        if self._name:
            raise VoiceError(
                f"There is no espeak voice named {self._name}; "
                "see the list that intone voices gives."
            )
        if self._library.espeak_SetVoiceByName(b"en") != 0:
            raise VoiceError("The embedded voice has lost its data; install Intone again.")
        self._current = language
        if language not in self._missing:
            self._missing.add(language)
            self._tell(f"No voice here speaks the language {language}; the English one reads it.")

    def speak(self, text: str, language: str, manner: Manner, sink: Sink) -> None:
        """Push the speech of ``text``; espeak tells the words as they come."""
        words = Words(text)
        word: tuple[int, int] | None = None
        waiting: list[Mark] = []

        def receive(samples: ctypes._Pointer[ctypes.c_short], count: int, events: object) -> int:
            nonlocal word
            index = 0
            while events[index].type != _EVENT_END_OF_LIST:  # type: ignore[index]
                event = events[index]  # type: ignore[index]
                if event.type == _EVENT_WORD:
                    # espeak tells "3.5" as three words and gives some no length.
                    found = words.at(event.text_position - 1)
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
        data = text.encode("utf-8", "replace") + b"\0"
        with _ONE_AT_A_TIME:
            self._choose(self._name or language)
            self._library.espeak_SetSynthCallback(callback)
            for parameter, value in (
                (_PARAMETER_RATE, round(manner.pace)),
                (_PARAMETER_PITCH, manner.pitch),
                (_PARAMETER_RANGE, manner.pitch_range),
            ):
                self._library.espeak_SetParameter(parameter, value, 0)
            status = self._library.espeak_Synth(
                data, len(data), 0, _CHARACTER_POSITION, 0, _CHARACTERS_UTF8, None, None
            )
        if status != 0:
            raise VoiceError("The embedded voice could not say this; reading goes on after it.")

    def close(self) -> None:
        """Nothing: espeak-ng is asked to end only with its process."""


def espeak_voices() -> list[VoiceInfo]:
    """Return every voice of the embedded library, in its own order."""
    library, _ = _start()
    found: list[VoiceInfo] = []
    records = library.espeak_ListVoices(None)
    index = 0
    while records[index]:
        record = records[index].contents
        # Languages: a priority byte, then the tag and its NUL, for the first language.
        tag = ctypes.string_at(record.languages + 1).decode("utf-8", "replace")
        found.append(VoiceInfo(f"espeak:{tag}", record.name.decode("utf-8", "replace"), (tag,)))
        index += 1
    return found
