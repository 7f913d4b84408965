"""Help for the key that is pressed next: what it does, where it is pressed, without doing it."""

from __future__ import annotations

from tui.key_names import NoKeyError, character_of, read_key, types
from tui.keymap import Keymap, Place
from tui.menu import Menu, Outcome, Question
from tui.phrases import key_name
from tui.session import Session

_IN_A_MENU = {
    "down": "Goes to the next row.",
    "up": "Goes to the row before.",
    "pagedown": "Goes a page of rows further.",
    "pageup": "Goes a page of rows back.",
    "home": "Goes to the first row.",
    "end": "Goes to the last row.",
    "space": "Says the row again.",
}
_IN_A_QUESTION = {
    "enter": "Takes what is typed.",
    "escape": "Goes back without an answer.",
    "backspace": "Deletes the character before the cursor.",
    "delete": "Deletes the character at the cursor.",
    "left": "Goes to the character before.",
    "right": "Goes to the next character.",
    "home": "Goes to the beginning of what is typed.",
    "end": "Goes to the end of what is typed.",
}


def key_help(keymap: Keymap, key: str, place: Place) -> str:
    """Return what ``key`` does in a pane, as in "space: Play or pause. Reads on, or pauses"."""
    command = keymap.command(key, place)
    if command is None:
        return _nothing(key)
    return f"{key_name(key)}: {command.name}. {command.description}"


def menu_key_help(keymap: Keymap, key: str, menu: Menu, opened_by: str = "") -> str:
    """Return what ``key`` does in a menu that the command ``opened_by`` has opened."""
    if keymap.everywhere(key, menu.typing()) is not None:
        return key_help(keymap, key, "list")
    row = menu.row()
    if menu.narrow is not None and character_of(key):
        return f"{key_name(key)}: Looks for rows with this in them."
    if keymap.asks_for_help(key, menu.typing()):
        return f"{key_name(key)}: Says where you are, and how to use it."
    if keymap.leaves(key, opened_by, menu.typing()):
        return f"{key_name(key)}: Goes back."
    for action in row.actions if row is not None else ():
        if action.key and keymap.shortcut(key) == action.key:
            return f"{key_name(key)}: {action.name}."
    meant = keymap.in_menu(key, menu.typing())
    if row is not None and row.change is not None and meant in ("left", "right", "enter", "space"):
        value = "Takes the value before." if meant == "left" else "Takes the next value."
        return f"{key_name(key)}: {value}"
    if meant in _IN_A_MENU:
        return f"{key_name(key)}: {_IN_A_MENU[meant]}"
    if row is None:
        return _nothing(key)
    if row.question is not None and (meant == "enter" or character_of(key)):
        return f"{key_name(key)}: Edits the row."
    if row.actions and meant == "enter":
        return f"{key_name(key)}: {row.actions[0].name}."
    if len(row.actions) > 1 and meant in ("left", "right"):
        return f"{key_name(key)}: Chooses what else enter does."
    return _nothing(key)


def question_key_help(keymap: Keymap, key: str, question: Question) -> str:
    """Return what ``key`` does while a line is typed."""
    if keymap.everywhere(key, typing=True) is not None:
        return key_help(keymap, key, "list")
    meant = keymap.in_menu(key, typing=True)
    if types(key):
        return f"{key_name(key)}: Types it."
    if question.step is not None and meant in ("down", "up"):
        found = "next" if meant == "down" else "one before"
        return f"{key_name(key)}: Goes to the {found} of what was found."
    if meant in _IN_A_QUESTION:
        return f"{key_name(key)}: {_IN_A_QUESTION[meant]}"
    return _nothing(key)


def which_key(session: Session) -> Question:
    """Return the question that has a key's name typed, where none can be pressed."""

    def taken(written: str) -> Outcome:
        try:
            key = read_key(written)
        except NoKeyError as error:
            return Outcome(f"{written} is not a key that Intone can use: {error}.")
        text, in_list = (key_help(session.keys, key, place) for place in ("text", "list"))
        if text == in_list:
            return Outcome(text, close=True)
        return Outcome(f"In the text, {text} In the list, {in_list}", close=True)

    return Question("Which key", taken)


def _nothing(key: str) -> str:
    return f"{key_name(key)} does nothing here."
