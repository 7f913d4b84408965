"""The one registry of commands: keys, help, guide and every front end are fed from it."""

from __future__ import annotations

from collections.abc import Callable

from content import moves
from content.asked import asked_for
from content.model import Position
from content.moves import Direction
from content.script import Place, Script
from tui.command import Command, Pane, asking, opens
from tui.phrases import keys_of
from tui.session import Session
from tui.voice_commands import PACE_COMMANDS, VOICE_COMMANDS
from tui.whereabouts import where
from tui.word_commands import WORD_COMMANDS
from voices.narrator import Scope

__all__ = ["COMMANDS", "Command", "Pane", "help_line", "keymap"]

_show_text = asking(lambda front: front.show_text())


def _play_pause(session: Session) -> None:
    if session.narrator.playing:
        session.change(lambda narrator: narrator.pause())
    else:
        session.change(lambda narrator: narrator.play())
        _show_text(session)


def _silence(session: Session) -> None:
    session.change(lambda narrator: narrator.pause())


def _go(session: Session, place: Place | None, scope: Scope, edge: str) -> None:
    """Go to ``place`` and read on; when reading was paused, read only ``scope`` there."""
    if place is None:
        session.say(edge)
        return
    playing = session.narrator.playing and session.narrator.scope == "article"
    session.change(lambda narrator: narrator.go(place, "article" if playing else scope))


def _step(
    move: Callable[[Script, Place, Direction], Place | None],
    direction: Direction,
    scope: Scope,
    edge: str,
) -> Callable[[Session], None]:
    def run(session: Session) -> None:
        place = session.narrator.place
        if place is not None:
            _go(session, move(session.narrator.script, place, direction), scope, edge)

    return run


def _heading(direction: Direction, level: int | None = None) -> Callable[[Session], None]:
    kind = f"heading at level {level}" if level else "heading"
    edge = f"No {'further' if direction == 1 else 'earlier'} {kind}."

    def run(session: Session) -> None:
        block = session.narrator.position.block
        found = moves.heading(session.article, block, direction, level)
        place = None if found is None else (found, 0)
        _go(session, place, "sentence", edge)

    return run


def _start(session: Session) -> None:
    _go(session, session.narrator.script.first(), "sentence", "Nothing to read.")


def _where(session: Session) -> None:
    session.say(where(session))


def _note(session: Session) -> None:
    narrator = session.narrator
    found = [] if narrator.place is None else (
        asked_for(narrator.script, narrator.place, narrator.word[1])
    )  # fmt: skip
    if not found:
        session.say("No note or source before here.")
    for index, (text, language) in enumerate(found):
        session.say(text, language, "more" if index else "now")


def _choose(by: int) -> Callable[[Session], None]:
    def run(session: Session) -> None:
        session.choosing = True
        session.list.step(by)
        session.say_entry()

    return run


def _fold(session: Session) -> None:
    session.choosing = True
    if session.list.fold():
        session.say_entry()
    else:
        session.say("Nothing to fold.")


def _unfold(session: Session) -> None:
    session.choosing = True
    if session.list.unfold():
        session.say_entry()
    else:
        session.say("Nothing to unfold.")


def _read_entry(session: Session) -> None:
    block = session.list.entries[session.list.chosen].block
    place = session.narrator.script.at(Position(block))
    if place is not None:
        session.change(lambda narrator: narrator.go(place, "article"))
        _show_text(session)


_SHIFTED = ("exclamation_mark", "at", "number_sign", "dollar_sign", "percent_sign",
            "circumflex_accent")  # fmt: skip

_EVERYTHING = 1_000_000

COMMANDS: tuple[Command, ...] = (
    Command("play", "Play or pause", "Reads on, or pauses; goes on with the same word.",
            ("space", "f5"), _play_pause),
    Command("silence", "Silence", "Stops whatever is heard, at once.", ("escape",), _silence),
    Command("sentence.next", "Next sentence", "Goes to the next sentence.",
            ("right",), _step(moves.sentence, 1, "sentence", "End of the article."), "text"),
    Command("sentence.previous", "Previous sentence", "Goes to the sentence before.",
            ("left",), _step(moves.sentence, -1, "sentence", "Start of the article."), "text"),
    Command("paragraph.next", "Next paragraph", "Goes to the next paragraph.",
            ("down",), _step(moves.paragraph, 1, "paragraph", "End of the article."), "text"),
    Command("paragraph.previous", "Previous paragraph", "Goes to the paragraph before.",
            ("up",), _step(moves.paragraph, -1, "paragraph", "Start of the article."), "text"),
    Command("start", "Start of the article", "Goes back to the beginning.",
            ("home",), _start, "text"),
    Command("entry.next", "Next section in the list", "Says the next section's title.",
            ("down",), _choose(1), "list"),
    Command("entry.previous", "Previous section in the list",
            "Says the title of the section before.", ("up",), _choose(-1), "list"),
    Command("entry.first", "First section in the list", "Goes to the top of the list.",
            ("home",), _choose(-_EVERYTHING), "list"),
    Command("entry.last", "Last section in the list", "Goes to the end of the list.",
            ("end",), _choose(_EVERYTHING), "list"),
    Command("entry.fold", "Fold the section",
            "Hides the sections under this one, or goes to the one above it.",
            ("left",), _fold, "list"),
    Command("entry.unfold", "Unfold the section",
            "Shows the sections under this one, or goes to the first of them.",
            ("right",), _unfold, "list"),
    Command("entry.read", "Read the section", "Reads on from the chosen section.",
            ("enter",), _read_entry, "list"),
    Command("heading.next", "Next heading", "Goes to the next heading.",
            ("h", "pagedown"), _heading(1)),
    Command("heading.previous", "Previous heading", "Goes to the heading before.",
            ("H", "pageup"), _heading(-1)),
    *(
        Command(f"heading{level}.next", f"Next heading at level {level}",
                f"Goes to the next heading at level {level}.", (str(level),), _heading(1, level))
        for level in range(1, 7)
    ),
    *(
        Command(f"heading{level}.previous", f"Previous heading at level {level}",
                f"Goes to the heading at level {level} before.",
                (_SHIFTED[level - 1],), _heading(-1, level))
        for level in range(1, 7)
    ),
    *PACE_COMMANDS,
    *VOICE_COMMANDS,
    Command("script", "How it is said", "Opens the choices of what is said and what is left out.",
            ("s",), opens("choices of script")),
    Command("note", "Note or source", "Says the note or the source that was cited last.",
            ("n",), _note),
    Command("where", "Where am I", "Says the section, how far it is, and the time left.",
            ("w", "f2"), _where),
    *WORD_COMMANDS,
    Command("pane", "List or text", "Goes from the list of sections to the text, or back.",
            ("tab", "shift+tab"), asking(lambda front: front.switch_pane())),
    Command("skipped", "What was left out", "Opens the list of what is not read, such as "
            "advertisements, to hear it or put it back.", ("x",), opens("skipped")),
    Command("messages", "Messages", "Opens the messages there have been.",
            ("m", "f6"), opens("messages")),
    Command("help", "Help", "Opens this list of commands.",
            ("question_mark", "f1"), opens("help")),
    Command("leave", "Leave", "Leaves Intone; your place is kept.",
            ("q", "f10", "ctrl+q", "ctrl+c"), asking(lambda front: front.leave())),
)  # fmt: skip


def keymap(commands: tuple[Command, ...] = COMMANDS) -> dict[tuple[str, Pane], Command]:
    """Return which command a key means in a pane; a key given twice is a ValueError."""
    found: dict[tuple[str, Pane], Command] = {}
    for command in commands:
        for key in command.keys:
            for pane in ("text", "list") if command.pane == "anywhere" else (command.pane,):
                if (key, pane) in found:
                    raise ValueError(f"{key} means {found[key, pane].id} and {command.id}")
                found[key, pane] = command
    return found


def help_line(command: Command) -> str:
    """Return a command's line in the help and in the guide."""
    place = {"text": " in the text", "list": " in the list"}.get(command.pane, "")
    return f"{keys_of(command.keys)}{place}: {command.name}. {command.description}"
