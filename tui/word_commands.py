"""The commands about the word at the place: why it is said so, and to say it otherwise."""

from __future__ import annotations

from tui.command import Command, opens
from tui.menu import Menu
from tui.session import Session


def _why(session: Session) -> None:
    from tui.corrections import why_here

    sentence = why_here(session)
    session.answer(sentence)


def _correction(session: Session) -> Menu:
    from tui.correction_menu import correction_menu

    return correction_menu(session)


def _dictionary(session: Session) -> Menu:
    from tui.dictionary_menu import dictionary_menu

    return dictionary_menu(session)


WORD_COMMANDS = (
    Command("why", "Why", "Says how the word at your place is written, how it is said, and why.",
            ("y",), _why),
    Command("correct", "Correct", "Opens a form to have the word at your place said otherwise.",
            ("c",), opens(_correction)),
    Command("dictionary", "Dictionary", "Opens the list of the words that are said otherwise.",
            ("C",), opens(_dictionary)),
)  # fmt: skip
