"""The voices there are, by the names that ``--voice`` takes."""

from __future__ import annotations

from collections.abc import Callable

from voices.contract import Voice, VoiceError, VoiceInfo

DEFAULT = "espeak"


def make_voice(voice: str, tell: Callable[[str], None] = lambda _: None) -> Voice:
    """Return the voice that ``voice`` names: an engine, or an engine, a colon and its voice.

    ``tell`` is given sentences that a person should know, such as a language without a voice.
    """
    engine, _, name = voice.partition(":")
    if engine == "espeak":
        from voices.espeak import EspeakVoice

        return EspeakVoice(name, tell)
    if engine == "pyttsx3":
        from voices.system import SystemVoice

        return SystemVoice(name)
    if engine == "piper":
        from voices.piper import PiperVoice

        return PiperVoice(name)
    raise VoiceError(
        f"There is no voice named {voice}; choose one of those that intone voices lists."
    )


def all_voices() -> tuple[list[VoiceInfo], list[str]]:
    """Return every voice that can speak here, and a sentence for each engine that can't."""
    from voices.dispatcher_voices import dispatcher_voices
    from voices.espeak import espeak_voices
    from voices.piper_files import piper_voices
    from voices.system import system_voices

    found: list[VoiceInfo] = []
    problems: list[str] = []
    for listing in (espeak_voices, system_voices, dispatcher_voices):
        try:
            found.extend(listing())
        except VoiceError as error:
            problems.append(str(error))
    neural, broken = piper_voices()
    return found + neural, problems + broken
