"""The menus of links: all of the article, and what to do with one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from content.landmarks import Stretch
from content.links import (
    Link,
    address_of,
    destination,
    host_of,
    is_within,
    link_in,
    links_at,
)
from content.model import Position
from content.moves import section_at
from content.text import clean_line
from tui.browser import open_address
from tui.going import go
from tui.lazy_rows import Lazy
from tui.menu import Action, Menu, Outcome, Row
from tui.session import Session

NO_LINK = "There is no link here."


def links_menu(session: Session) -> Menu | None:
    """Return the menu of all links, the next one chosen; without any, None, and that is said."""
    links = session.landmarks.links()
    if not links:
        session.answer("There are no links in this article.")
        return None

    def row(stretch: Stretch) -> Row:
        link = link_in(session.article, stretch)
        section = section_at(session.article, link.block)
        title = f", in {session.article.sections[section].title}" if section >= 0 else ""
        actions = (
            Action("Go there", lambda: _then(lambda: _go(session, link.position))),
            Action("Open it", lambda: _then(lambda: _follow(session, link)), "o"),
        )
        return Row(_described(session, link) + title, actions, language=session.article.language)

    here = session.narrator.position
    chosen = bisect_left(links, (here.block, here.offset, 0))
    rows = Lazy(len(links), lambda index: row(links[index]))
    return Menu(
        "Links", lambda: rows, chosen=min(chosen, len(links) - 1),
        hint="Enter goes to it, O opens what it leads to."
        if session.keys.letters
        else "Enter goes to it; right and enter open what it leads to.",
    )  # fmt: skip


def follow_here(session: Session) -> None:
    """Follow the link at the place; of several in the sentence, let the person choose."""
    narrator = session.narrator
    links = links_at(session.article, narrator.position, narrator.point.sentence)
    if len(links) == 1:
        _follow(session, links[0])
    elif links and session.front is not None:
        session.front.show(_choice(session, links))
    else:
        session.answer(NO_LINK)


def _choice(session: Session, links: Sequence[Link]) -> Menu:
    def row(link: Link) -> Row:
        action = Action("Open it", lambda: _then(lambda: _follow(session, link)))
        return Row(_described(session, link), (action,), language=session.article.language)

    rows = [row(link) for link in links]
    return Menu("Links in this sentence", lambda: rows)


def _follow(session: Session, link: Link) -> None:
    """Go where a link within the article leads; ask before anything else is opened."""
    article = session.article
    address = address_of(article, link)
    if is_within(article, link):
        block = destination(article, link)
        if block is None:
            session.answer("The link leads to a place in this article that can't be found.")
        else:
            _go(session, Position(block))
    elif not address:
        session.answer(_why_not(link))
    elif session.front is not None:
        session.front.show(_confirmation(address))


def _why_not(link: Link) -> str:
    target = clean_line(link.target)
    if not target:
        return "The link leads nowhere."
    return (
        f"The link leads to {target}, which is not a web address, so it can't be opened from here."
    )


def _confirmation(address: str) -> Menu:
    """Return the menu that says the whole address, and opens it only from its second row."""

    def open_it() -> Outcome:
        open_address(address)
        return Outcome("It is opened in your browser.", close=True)

    rows = [
        Row(address),
        Row("Open it in the browser", (Action("Open it in the browser", open_it),)),
        Row("Leave it", (Action("Leave it", lambda: Outcome(close=True)),)),
    ]
    return Menu(f"Link to {host_of(address)}", lambda: rows)


def _described(session: Session, link: Link) -> str:
    """Return what a link says and where it leads."""
    article = session.article
    if is_within(article, link):
        leads = "within this article"
    else:
        address = address_of(article, link)
        leads = host_of(address) if address else clean_line(link.target) or "nowhere"
    text = link.text(article)
    return f"{text}, {leads}" if text else leads


def _go(session: Session, position: Position) -> None:
    go(session, session.narrator.script.at(position), "sentence", "Nothing is read from there on.")
    if session.front is not None:
        session.front.show_text()


def _then(then: Callable[[], None]) -> Outcome:
    return Outcome(close=True, then=then)
