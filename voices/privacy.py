"""Where the sound of voices is made, which is where what is read is sent."""

from __future__ import annotations

from collections.abc import Sequence

from voices.contract import VoiceInfo

HERE = "this machine"


def privacy_sentence(voices: Sequence[VoiceInfo]) -> str:
    """Return where the text goes that these voices speak."""
    away = [voice for voice in voices if voice.made_on != HERE]
    if not away:
        return "All voices are made on this machine; none sends text anywhere."
    names = ", ".join(f"{voice.id} to {voice.made_on}" for voice in away)
    return f"These voices send what they read elsewhere: {names}. All others are made here."


def refusal(voice: VoiceInfo) -> str:
    """Return why a voice can't be chosen; nothing when its sound is made on this machine."""
    if voice.made_on == HERE:
        return ""
    return (
        f"The voice {voice.name} is made on {voice.made_on}, so all that you read would be sent "
        "there; choose one that is made on this machine."
    )
