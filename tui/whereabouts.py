"""Where the reading is, in sentences for the ear and in one line for the eye."""

from __future__ import annotations

from content.left_out import summary
from tui.phrases import count, duration, short_duration
from tui.session import Session


def greet(session: Session, said: str = "") -> None:
    """Say what was opened; the title, unless it was ``said`` already."""
    article = session.article
    if said != article.title:
        session.say(article.title + ".", article.language)
    elif session.front is not None:
        session.front.told(article.title + ".", "now")
    sections = count(len(article.sections), "section")
    if session.narrator.ended:
        session.say(
            f"{sections}, read to the end. {session.way('play')} to read again.", priority="more"
        )
        return
    resumed = f", at {session.percent()} percent" if session.resumed else ""
    skipped = f", {pieces}" if (pieces := summary(article.skipped)) else ""
    opened = f"{sections}, {duration(session.seconds_left())} left{resumed}{skipped}"
    session.say(f"{opened}. {session.way('play')} to read.", priority="more")


def say_pane(session: Session, in_text: bool) -> None:
    """Say which pane has the focus now, and what is there."""
    if not in_text:
        session.say("Sections, list", shown=True)
        session.say_entry("more")
        return
    here = _section_and_title(session)
    at = "at " if session.section() else ""
    here = f", {at}{here[:1].lower()}{here[1:]}" if session.article.sections else ""
    session.say(f"Text{here}", shown=True)


def where(session: Session) -> str:
    """Return where the reading is, as a sentence."""
    section = _section_and_title(session)
    private = " Private." if session.private else ""
    if session.narrator.ended:
        return f"{section}. Read to the end.{private}"
    return (
        f"{section}. {session.percent()} percent. {_capital(duration(session.seconds_left()))} "
        f"left at {session.narrator.pace} words a minute. {_capital(session.state())}.{private}"
    )


def status(session: Session, width: int) -> str:
    """Return the status line for a screen ``width`` columns wide."""
    number, total = session.section(), len(session.article.sections)
    pace, percent, seconds = session.narrator.pace, session.percent(), session.seconds_left()
    state = f"private, {session.state()}" if session.private else session.state()
    full = (
        f"{_section_number(session)}, {percent} %, {pace} words a minute, "
        f"{duration(seconds)} left, {state}"
    )
    if len(full) <= width:
        return full
    place, left = f"{number}/{total} {percent}%", short_duration(seconds)
    shorter = (f"{place} {pace} wpm {left} {state}", f"{place} {left} {state}", f"{place} {state}")
    return next((line for line in shorter if len(line) <= width), state)


def _section_number(session: Session) -> str:
    number, total = session.section(), len(session.article.sections)
    if not total:
        return "No sections"
    return f"Section {number} of {total}" if number else f"Before section 1 of {total}"


def _section_and_title(session: Session) -> str:
    number = session.section()
    title = f", {session.article.sections[number - 1].title}" if number else ""
    return _section_number(session) + title


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
