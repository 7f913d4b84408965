"""Where the reading is, in sentences for the ear and in one line for the eye."""

from __future__ import annotations

from content import moves
from content.left_out import summary
from content.pieces import said_of
from tui.mixed import Part, ours, say_parts
from tui.phrases import count, duration, short_duration
from tui.session import Session
from voices.messages import Priority


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


def say_entry(session: Session, priority: Priority = "now") -> None:
    """Say the chosen row of the list."""
    rows, article = session.list, session.article
    index = rows.chosen
    entry = rows.entries[index]
    script = session.narrator.script
    title = said_of(entry.title, article.language, "heading", script.settings, script.known)
    session.say(title, article.language, priority, shown=True, written=entry.title)
    number = moves.section_at(article, entry.block) + 1
    details = [f"{number} of {len(article.sections)}" if entry.level else "Beginning"]
    if entry.level and entry.level != rows.level_said:
        details.append(f"level {entry.level}")
    if state := rows.state(index):
        details.append(state)
    rows.level_said = entry.level
    session.say(", ".join(details), priority="more", shown=True)


def say_pane(session: Session, in_text: bool) -> None:
    """Say which pane has the focus now, and what is there."""
    if not in_text:
        session.say("Sections, list", shown=True)
        say_entry(session, "more")
        return
    section, *title = _section_and_title(session, "")
    at = "at " if session.section() else ""
    here = f", {at}{section[0][:1].lower()}{section[0][1:]}" if session.article.sections else ""
    say_parts(session, (ours(f"Text{here}"), *title), shown=True)


def where(session: Session) -> tuple[Part, ...]:
    """Return where the reading is, as a sentence."""
    section = _section_and_title(session, ".")
    private = " Private." if session.private else ""
    if session.narrator.ended:
        return *section, ours(f"Read to the end.{private}")
    left = _capital(duration(session.seconds_left()))
    return *section, ours(
        f"{session.percent()} percent. {left} left at {session.narrator.pace} words a minute. "
        f"{_capital(session.state())}.{private}"
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


def _section_and_title(session: Session, end: str) -> tuple[Part, ...]:
    article, number = session.article, session.section()
    if not number:
        return (ours(_section_number(session) + end),)
    title = article.sections[number - 1].title.rstrip(".:")
    return ours(_section_number(session) + ","), (title + end, article.language)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
