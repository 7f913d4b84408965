"""The commands of Intone itself: the pane, the messages, the help, leaving."""

from __future__ import annotations

from tui.command import Command, asking, opens
from tui.menu import Menu, Question, plain_rows
from tui.session import Session


def _help(session: Session) -> Menu:
    from tui.commands import COMMANDS, help_line
    from tui.palette_menu import command_rows

    keys = session.keys.keys
    lines = [help_line(each, keys[each.id]) for each in COMMANDS]
    rows = command_rows(session, COMMANDS, lines)
    return Menu("Help", lambda: rows)


def _explain(session: Session) -> None:
    session.explaining = True
    session.answer("Press a key to hear what it does.")


def _which_key(session: Session) -> Question:
    from tui.key_help import which_key

    return which_key(session)


def _messages(session: Session) -> Menu:
    newest = len(session.messages) - 1
    return Menu(
        "Messages", plain_rows(session.messages), chosen=newest, empty="There are no messages."
    )


def _choices(session: Session) -> Menu:
    from tui.script_menu import script_menu

    return script_menu(session)


def _settings(session: Session) -> Menu:
    from tui.settings_menu import settings_menu

    return settings_menu(session)


SYSTEM_COMMANDS = (
    Command("script", "How it is said", "Opens the choices of what is said and what is left out.",
            ("s",), opens(_choices)),
    Command("settings", "Settings", "Opens everything you can set, to be changed or reset.",
            ("S", "ctrl+s"), opens(_settings)),
    Command("pane", "List or text", "Goes from the list of sections to the text, or back.",
            ("tab", "shift+tab"), asking(lambda front: front.switch_pane()), short=("sections",)),
    Command("messages", "Messages", "Opens the messages there have been.",
            ("m", "f6"), opens(_messages)),
    Command("help", "Help", "Opens the list of every command with its keys.",
            ("question_mark", "f1"), opens(_help), short=("?",)),
    Command("explain", "Say what a key does", "Says what the next key you press does, and does not "
            "do it.", ("f12",), _explain, question=_which_key, short=("key",)),
    Command("leave", "Leave", "Leaves Intone; your place is kept.",
            ("ctrl+q", "f10", "ctrl+c"), asking(lambda front: front.leave()),
            short=("q", "quit", "exit")),
)  # fmt: skip
