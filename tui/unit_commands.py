"""The commands that go by word and character, that spell, and that repeat the sentence."""

from __future__ import annotations

from collections.abc import Callable

from content.model import Position
from content.moves import Direction
from content.script import Script
from content.spelling import phonetic, spelled_word, spoken_character
from content.units import Unit, next_character, next_word, said_for, word_at
from tui.command import Command
from tui.going import go, say_of_text, stand
from tui.reading_voice import reading_language
from tui.session import Session

_EDGES = {1: "End of the article.", -1: "Start of the article."}
_AROUND = " \t\n.,;:!?()[]{}\"'\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019\u2026"
"""What stands around a word and is not spelled with it."""


def _step(
    unit_at: Callable[[Script, Position, Direction], Unit | None],
    direction: Direction,
    say: Callable[[Session, Unit], None],
) -> Callable[[Session], None]:
    """Return what pauses, goes to the next or the previous unit and says it."""

    def run(session: Session) -> None:
        narrator = session.narrator
        if narrator.playing:
            session.change(lambda narrator: narrator.pause())
        at = narrator.position
        unit = None if narrator.place is None else unit_at(narrator.script, at, direction)
        if unit is None:
            session.say(_EDGES[direction])
            return
        stand(session, unit)
        say(session, unit)

    return run


def _say_word(session: Session, unit: Unit) -> None:
    say_of_text(session, *said_for(session.narrator.script, unit))


def _say_character(session: Session, unit: Unit) -> None:
    say_of_text(session, *spoken_character(_text(session, unit), reading_language(session)))


def _spell(session: Session) -> None:
    word = _word_here(session)
    if word:
        session.say(*spelled_word(word, reading_language(session)), content=True)
    else:
        session.say("There is no word here.")


def _spell_phonetically(session: Session) -> None:
    word = _word_here(session)
    session.say(phonetic(word) or "There is no word here.", content=bool(word))


def _word_here(session: Session) -> str:
    """Return the word at the place as it is written, without the marks around it."""
    narrator = session.narrator
    if narrator.place is None:
        return ""
    unit = word_at(narrator.script, narrator.position)
    written = "" if unit is None else _text(session, unit)
    return written.strip(_AROUND) or written.strip()


def _text(session: Session, unit: Unit) -> str:
    return session.article.blocks[unit.place[0]].text[unit.start : unit.end]


def _repeat(session: Session) -> None:
    go(session, session.narrator.place, "sentence", "Nothing to read.", step=True)


UNIT_COMMANDS = (
    Command("word.next", "Next word", "Pauses, and says the next word.",
            ("ctrl+right", "full_stop"), _step(next_word, 1, _say_word), "text"),
    Command("word.previous", "Previous word", "Pauses, and says the word before.",
            ("ctrl+left", "comma"), _step(next_word, -1, _say_word), "text"),
    Command("character.next", "Next character", "Pauses, and says the next character.",
            ("shift+right", "greater_than_sign"), _step(next_character, 1, _say_character),
            "text"),
    Command("character.previous", "Previous character", "Pauses, and says the character before.",
            ("shift+left", "less_than_sign"), _step(next_character, -1, _say_character), "text"),
    Command("spell", "Spell the word", "Says the word at your place letter by letter.",
            ("b",), _spell),
    Command("spell.phonetic", "Spell with a phonetic alphabet",
            "Says the word at your place in the words of the spelling alphabet: Alfa, Bravo.",
            ("B",), _spell_phonetically),
    Command("repeat", "Repeat the sentence", "Reads the sentence again from its start.",
            ("z", "f4"), _repeat),
)  # fmt: skip
