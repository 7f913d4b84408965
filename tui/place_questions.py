"""The questions of the places: which percentage, which section; and which pace exactly."""

from __future__ import annotations

from content.errors import UsageError
from content.folding import fold
from content.model import Position
from tui.delivery import RANGES
from tui.going import go, remember, section_name
from tui.menu import Outcome, Question
from tui.mixed import say_parts
from tui.phrases import count
from tui.session import Session


def percent_question(session: Session) -> Question:
    """Return the question for the part of the article to go to."""

    def taken(line: str) -> Outcome:
        percent = _number(line)
        if percent is None or not 0 <= percent <= 100:
            raise UsageError("Type a number from 0 to 100, such as 50.")

        def then() -> None:
            place = session.narrator.script.at(session.progress.position(percent))
            go(session, place, "sentence", "Nothing to read.")
            if place is not None:
                say_parts(session, (section_name(session),))

        return Outcome(close=True, then=then)

    return Question("Go to percent", taken, most=20)


def section_question(session: Session) -> Question:
    """Return the question for the section to read."""

    def taken(line: str) -> Outcome:
        block = session.article.sections[_section(session, line)].first

        def then() -> None:
            place = session.narrator.script.at(Position(block))
            if place is not None:
                remember(session)
                session.change(lambda narrator: narrator.go(place, "article"))
                if session.front is not None:
                    session.front.show_text()

        return Outcome(close=True, then=then)

    return Question("Read section, by number or first words", taken)


def pace_question(session: Session) -> Question:
    """Return the question for the pace."""
    bounds = RANGES["pace"]

    def taken(line: str) -> Outcome:
        pace = _number(line)
        if pace is None or not bounds.least <= pace <= bounds.most:
            raise UsageError(
                f"The pace is from {bounds.least} to {bounds.most} words a minute: "
                "type a number such as 250."
            )
        session.deliver("pace", round(pace))
        return Outcome(bounds.sentence(round(pace)), close=True)

    return Question(f"Pace in words a minute, now {session.narrator.pace}", taken, most=40)


def _section(session: Session, line: str) -> int:
    """Return the index of the section that a line means: its number, or how its title begins.

    A title that is just so goes before one that only begins so.
    """
    sections = session.article.sections
    wanted = _compared(" ".join(line.split()))
    if not sections:
        raise UsageError("This article has no sections.")
    if not wanted:
        raise UsageError("Type the number of a section, or the first words of its title.")
    number = int(wanted[:9]) if wanted.isascii() and wanted.isdecimal() else 0
    if 1 <= number <= len(sections):
        return number - 1
    begun: int | None = None
    for index, section in enumerate(sections):
        title = _compared(section.title)
        if title == wanted:
            return index
        if begun is None and title.startswith(wanted):
            begun = index
    if begun is not None:
        return begun
    if number:
        raise UsageError(
            f"There is no section {number}; the article has {count(len(sections), 'section')}."
        )
    raise UsageError(f"No section begins with {line.strip()}; type its number, or its first words.")


def _compared(text: str) -> str:
    return text.lower() if text.isascii() else " ".join(fold(text).text.split())


def _number(line: str) -> float | None:
    """Return the number that stands first in a line such as "50 %" or "250 words a minute"."""
    bare = line.strip().removesuffix("%").strip()
    for unit in ("percent", "words a minute", "wpm"):
        bare = bare.removesuffix(unit).strip()
    bare = bare.replace(",", ".")
    digits = bare.replace(".", "", 1)
    return float(bare) if digits.isascii() and digits.isdecimal() and len(bare) < 10 else None
