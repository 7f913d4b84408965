"""What works on this machine, and what to do about what does not."""

from __future__ import annotations

import os
import queue
import shutil
import sys
import tempfile
from collections.abc import Iterator

from content.errors import IntoneError
from content.library import Library, state_folder
from content.text import clean_line
from tui.gaps import GAPS
from tui.phrases import count
from voices.messages import Event, Ready

_PATIENCE = 10
"""Seconds that a sound device may take to open."""


def diagnose() -> Iterator[str]:
    """Give a line for each thing that Intone needs: fine, or what to do."""
    yield _device()
    yield _devices()
    yield _gaps()
    yield _embedded()
    yield _system()
    yield _neural()
    yield _dispatcher()
    yield _terminal()
    yield _keys()
    yield from _settings()
    yield _state()


def _device() -> str:
    """Ask the speech process: libraries of sound systems write to the terminal."""
    from voices.client import SpeechProcess

    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    speech = SpeechProcess()
    try:
        speech.listen(events.put)
        event = events.get(timeout=_PATIENCE)
    except queue.Empty:
        event = None
    finally:
        speech.close()
    match event:
        case Ready(device="none"):
            return "Sound device: none found; connect or start one. Export still works."
        case Ready(device=device):
            return f"Sound device: {device}, fine."
        case _:
            return "Sound device: opening one fails; restart the sound server. Export still works."


def _devices() -> str:
    from voices.listing import find_devices

    try:
        devices = find_devices()
    except IntoneError as error:
        return f"Devices: {str(error).partition(';')[0]}; restart the sound server."
    if not devices:
        return "Devices: none."
    names = ", ".join(
        clean_line(device.name) + " (the system's choice)" * device.usual for device in devices
    )
    return f"Devices: {names}."


def _gaps() -> str:
    library = Library(state_folder())
    kept = library.setting(GAPS) or "0"
    library.close()
    number = int(kept) if kept.isascii() and kept.isdecimal() else 0
    told = f"{number}; close programs that keep the machine busy" if number else "none"
    return f"Gaps in the sound at the last reading: {told}."


def _embedded() -> str:
    from voices.espeak import espeak_voices

    try:
        return f"Embedded voice: espeak-ng, {len(espeak_voices())} voices, fine."
    except (IntoneError, OSError) as error:
        return f"Embedded voice: {error} Install Intone again."


def _system() -> str:
    from voices.system import system_voices

    try:
        return f"System voices: pyttsx3, {len(system_voices())} voices, fine."
    except IntoneError as error:
        return f"System voices: {error} The embedded voice is not affected."


def _neural() -> str:
    from voices.piper_files import INSTALL, installed, piper_voices

    if not installed():
        return f"Neural voices: piper, not installed, not needed; to have them, {INSTALL}"
    voices, problems = piper_voices()
    if problems:
        return f"Neural voices: piper, {count(len(voices), 'voice')}. {' '.join(problems)}"
    return f"Neural voices: piper, {count(len(voices), 'voice')}, fine."


def _dispatcher() -> str:
    from voices.dispatcher_voices import dispatcher_voices

    try:
        voices = dispatcher_voices()
    except IntoneError as error:
        return f"Speech Dispatcher: {error} The other voices are not affected."
    if not voices:
        return "Speech Dispatcher: not installed, not needed."
    return f"Speech Dispatcher: {count(len(voices), 'voice')}, fine."


def _terminal() -> str:
    if not sys.stdout.isatty():
        return "Terminal: none, so Intone prints what it would read."
    if os.environ.get("TERM", "") in ("", "dumb"):
        return "Terminal: TERM is not set to one that can move its cursor; set TERM."
    size = shutil.get_terminal_size()
    if size.columns < 40 or size.lines < 12:
        return (
            f"Terminal: {size.columns} columns by {size.lines} rows; "
            "make it at least 40 by 12, or the text smaller."
        )
    return f"Terminal: {size.columns} columns by {size.lines} rows, fine."


def _keys() -> str:
    from tui.key_listing import kept_keymap
    from tui.keymap import not_everywhere

    keymap, problems = kept_keymap()
    problems += not_everywhere(keymap)
    if problems:
        return f"Keys: {keymap.preset}. {' '.join(problems)}"
    return f"Keys: {keymap.preset}, fine."


def _state() -> str:
    folder = state_folder()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        return (
            f"State folder: {folder} can't be written ({error.strerror}), so places are not "
            "kept; set INTONE_STATE to a folder that can."
        )
    return f"State folder: {folder}, fine."


def _settings() -> Iterator[str]:
    from tui.settings_file import SettingsFile, settings_path

    path = settings_path()
    faults = SettingsFile(path).faults
    for fault in faults:
        yield f"Settings: {fault}"
    if not faults:
        yield f"Settings: {clean_line(str(path))}, fine."
