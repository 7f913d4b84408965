"""The commands that change how the voice speaks. The new value is heard, or else it is said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from tui.command import Command, opens
from tui.delivery import RANGES, changes_pitch
from tui.menu import Menu
from tui.reading_voice import voice_here
from tui.session import Session


def _change(field: str, direction: Literal[-1, 1]) -> Callable[[Session], None]:
    """Return what changes a number of the delivery by a step."""
    bounds = RANGES[field]

    def run(session: Session) -> None:
        before = getattr(session.narrator.delivery, field)
        value = bounds.stepped(before, direction)
        session.deliver(field, value)
        sentence = bounds.sentence(value)
        if field in ("pitch", "pitch_range") and not changes_pitch(voice_here(session)):
            session.say(f"{sentence}; the voice that reads leaves it as it is")
        elif value == before or not session.narrator.playing:
            session.say(sentence)

    return run


def _over(session: Session) -> None:
    over = not session.narrator.delivery.over
    session.deliver("over", over)
    session.say(f"Announcements {'over' if over else 'between'} the reading")


def _sounds(session: Session) -> None:
    sounds = not session.narrator.delivery.sounds
    session.deliver("sounds", sounds)
    session.say(f"Short sounds {'on' if sounds else 'off'}.")


def _voices(session: Session) -> Menu:
    from tui.choices import voice_choices

    return voice_choices(session).menu()


def _announcers(session: Session) -> Menu:
    from tui.choices import announcer_choices

    return announcer_choices(session).menu()


def _devices(session: Session) -> Menu:
    from tui.choices import device_choices

    return device_choices(session).menu()


PACE_COMMANDS = (
    Command("pace.faster", "Faster", "Reads 10 words a minute faster.",
            ("plus", "equals_sign", "f8"), _change("pace", 1)),
    Command("pace.slower", "Slower", "Reads 10 words a minute slower.",
            ("minus", "f7"), _change("pace", -1)),
)  # fmt: skip

VOICE_COMMANDS = (
    Command("volume.louder", "Louder", "Speaks 10 percent louder.", ("v",), _change("volume", 1)),
    Command("volume.quieter", "Quieter", "Speaks 10 percent quieter.",
            ("V",), _change("volume", -1)),
    Command("pitch.higher", "Higher", "Speaks at a higher pitch.", ("p",), _change("pitch", 1)),
    Command("pitch.lower", "Lower", "Speaks at a lower pitch.", ("P",), _change("pitch", -1)),
    Command("range.livelier", "Livelier", "Lets the voice rise and fall more.",
            ("r",), _change("pitch_range", 1)),
    Command("range.calmer", "Calmer", "Lets the voice rise and fall less.",
            ("R",), _change("pitch_range", -1)),
    Command("pauses.longer", "Longer pauses", "Makes the pauses between sentences longer.",
            ("u",), _change("pauses", 1)),
    Command("pauses.shorter", "Shorter pauses", "Makes the pauses between sentences shorter.",
            ("U",), _change("pauses", -1)),
    Command("voice", "Voice", "Opens the list of voices for the language that is read.",
            ("o",), opens(_voices)),
    Command("announcer", "Voice of announcements", "Opens the list of voices for announcements.",
            ("O",), opens(_announcers)),
    Command("device", "Sound device", "Opens the list of devices to hear it on.",
            ("d",), opens(_devices)),
    Command("over", "Announcements over or between",
            "Says announcements over the reading, or in between.", ("a",), _over),
    Command("sounds", "Short sounds", "Turns the short sounds before what is read on or off.",
            ("e",), _sounds),
)  # fmt: skip
