"""A form to say a word otherwise: what is written, what is said, and where that holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from content.model import Pronunciation
from content.pronunciation_checks import LONGEST_SPOKEN, LONGEST_WRITTEN
from tui.corrections import hear, keep, language_here, word_here
from tui.dictionary_phrases import ALPHABET_NAMES, described
from tui.menu import STAY, Action, Menu, Outcome, Question, Row
from tui.session import Session


@dataclass(slots=True)
class _Text:
    """A row whose text is typed."""

    name: str
    value: str
    most: int

    def __str__(self) -> str:
        return f"{self.name}: {self.value or 'empty'}, edit"

    def row(self) -> Row:
        return Row(str(self), question=self._question)

    def _question(self) -> Question:
        return Question(self.name, self._take, self.value, self.most)

    def _take(self, value: str) -> Outcome:
        self.value = value
        return Outcome(str(self), close=True)


@dataclass(slots=True)
class _Choice:
    """A row whose values are gone through with left and right."""

    name: str
    values: Sequence[str]
    at: int = 0

    def __str__(self) -> str:
        return f"{self.name}: {self.values[self.at]}"

    def row(self) -> Row:
        return Row(str(self), change=self._change)

    def _change(self, by: int) -> str:
        self.at = (self.at + by) % len(self.values)
        return str(self)


def correction_menu(session: Session) -> Menu:
    """Return the form for the word at the place."""
    language = language_here(session)
    places = {
        "article": "this article",
        "language": f"every text in this language, {language}",
        "all": "every article",
    }
    scopes = ["article", "language", "all"] if language else ["article", "all"]
    written = _Text("Written", word_here(session), LONGEST_WRITTEN)
    spoken = _Text("Said as", "", LONGEST_SPOKEN)
    alphabet = _Choice("Given as", list(ALPHABET_NAMES.values()))
    where = _Choice("For", [places[scope] for scope in scopes])
    whole = _Choice("Where", ["whole words", "parts of words too"])
    case = _Choice("Capitals", ["make no difference", "must be the same"])

    def entry() -> Pronunciation:
        scope = scopes[where.at]
        return Pronunciation(
            written.value,
            spoken.value,
            list(ALPHABET_NAMES)[alphabet.at],
            language if scope == "language" else "",
            whole=whole.at == 0,
            case=case.at == 1,
            own=scope == "article",
        )

    def say() -> Outcome:
        hear(session, entry())
        return STAY

    def take() -> Outcome:
        return Outcome(f"Kept. {described(keep(session, entry()))}.", close=True)

    def rows() -> list[Row]:
        return [
            written.row(),
            spoken.row(),
            Row("Hear it", (Action("Hear it", say),)),
            Row("Keep it", (Action("Keep it", take),)),
            *(choice.row() for choice in (alphabet, where, whole, case)),
        ]

    return Menu(
        f"Say otherwise: {written.value or 'no word'}", rows, chosen=1 if written.value else 0,
        hint="Type how it is said, then go down to hear it and to keep it.", role="form",
    )  # fmt: skip
