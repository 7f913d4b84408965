"""The voices that speech-dispatcher has, by the names that ``--voice`` takes."""

from __future__ import annotations

from voices.contract import VoiceError, VoiceInfo
from voices.dispatcher_server import connect, installed
from voices.ssip import Connection

_MARKING = {
    "espeak-ng", "espeak-ng-mbrola", "espeak", "espeak-mbrola",
    "baratinoo", "festival", "ibmtts", "kali", "voxin",
}  # fmt: skip
"""Modules that tell index marks. The server can't be asked."""


def dispatcher_voices() -> list[VoiceInfo]:
    """Return the voices of the running server; the server's own choice alone when it rests.

    A module's variants of its voices (a hundred of each from espeak-ng) are left out, though
    they can be named. Empty where speech-dispatcher isn't installed; raises VoiceError when the
    server doesn't answer.
    """
    try:
        connection = connect(start=False)
    except VoiceError:
        return [_info("", "", ())] if installed() else []
    try:
        found = [_info("", (connection.ask("GET OUTPUT_MODULE").lines or ("",))[0], ())]
        for module in _modules(connection):
            plain = [
                (name, language)
                for name, language, variant in _module_voices(connection, module)
                if variant == "none"
            ]
            found.append(_info(module, module, tuple(sorted({tag for _, tag in plain}))))
            found += [_info(f"{module}/{name}", module, (tag,)) for name, tag in plain]
    finally:
        connection.close()
    return found


def _info(name: str, module: str, languages: tuple[str, ...]) -> VoiceInfo:
    return VoiceInfo(
        f"dispatcher:{name}" if name else "dispatcher",
        name.partition("/")[2] or f"Speech Dispatcher{f', {module}' if module else ''}",
        languages,
        marks="exact" if module in _MARKING else "sentence",
    )


def check_name(connection: Connection, module: str, voice: str) -> None:
    """Raise VoiceError when the server has no such module or the module no such voice.

    The server itself takes any name and speaks with another voice. ``voice`` may be empty.
    """
    if module not in _modules(connection):
        raise VoiceError(
            f"Speech Dispatcher has no module named {module}; "
            "choose one of those that intone voices lists."
        )
    if voice and voice not in {name for name, _, _ in _module_voices(connection, module)}:
        raise VoiceError(
            f"Speech Dispatcher's module {module} has no voice named {voice}; "
            "choose one of those that intone voices lists."
        )


def _modules(connection: Connection) -> tuple[str, ...]:
    return connection.ask("LIST OUTPUT_MODULES").lines


def _module_voices(connection: Connection, module: str) -> list[tuple[str, str, str]]:
    """Return name, language and variant ("none" for the plain voice) of a module's voices."""
    connection.ask(f"SET SELF OUTPUT_MODULE {module}")
    found = []
    for line in connection.ask("LIST SYNTHESIS_VOICES").lines:
        name, language, variant, *_ = [*line.split("\t"), "", ""]
        found.append((name, language, variant))
    return found
