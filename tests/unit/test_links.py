"""Links by command: the list, what they lead to, and that nothing opens unasked."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from content.errors import IntoneError
from content.markdown import load
from content.model import Block, Position, Span
from tests.support.desk import Desk
from tui import browser
from tui.menu import Menu, Outcome

TEXT = """# Title

Read [the advice](<https://www.example.org/a b?x=1&y=2>) or [write](mailto:help@example.org). None.

## More to read

See [below](#doses-a-day), [the leaflet](leaflet.pdf), [itself](#nowhere) or [doses: A day](#d1).

Some [evil](javascript:alert(1)) and [two](file:///etc/passwd) and [three](//example.net/x).

## Doses: a day

Two.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, load(TEXT, "leaflet.md", "en"))


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Where a browser is to be seen, and what is opened in it."""
    addresses: list[str] = []

    def start(command: list[str], **_: Any) -> None:
        addresses.append(command[-1])

    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(subprocess, "Popen", start)
    return addresses


def menu_of(desk: Desk) -> Menu:
    assert desk.menu is not None
    return desk.menu


def chosen(desk: Desk, row: int, action: int = 0) -> Outcome:
    menu = menu_of(desk)
    return menu.rows()[row].actions[action].run()


def at(desk: Desk, words: str) -> None:
    """Put the place on the first of some words."""
    blocks = desk.session.article.blocks
    block = next(index for index, block in enumerate(blocks) if words in block.text)
    place = Position(block, blocks[block].text.index(words))
    desk.session.change(lambda narrator: narrator.move_to(place))


def test_every_link_is_listed_with_where_it_leads_and_stands(desk: Desk) -> None:
    desk.do("links")
    assert [row.text for row in menu_of(desk).rows()] == [
        "the advice, example.org",
        "write, help@example.org",
        "below, within this article, in More to read",
        "the leaflet, leaflet.pdf, in More to read",
        "itself, within this article, in More to read",
        "doses: A day, within this article, in More to read",
        "evil, javascript:alert(1), in More to read",
        "two, file:///etc/passwd, in More to read",
        "three, example.net, in More to read",
    ]


def test_the_list_begins_with_the_next_link(desk: Desk) -> None:
    at(desk, "None.")
    desk.do("links")
    assert menu_of(desk).sentence() == "below, within this article, in More to read, 3 of 9"
    at(desk, "Two.")
    desk.do("links")
    assert menu_of(desk).chosen == 8


def test_enter_goes_to_the_link(desk: Desk) -> None:
    desk.do("links")
    desk.close(chosen(desk, 3))
    assert desk.heard().startswith("See below, the leaflet")
    assert desk.shows_text


def test_an_article_without_links_says_so(tmp_path: Path) -> None:
    desk = Desk(tmp_path, load("# T\n\nText.", "t.md", "en"))
    desk.do("links")
    assert desk.said() == ["There are no links in this article."]
    assert desk.menu is None


def test_opening_says_the_whole_address_and_waits_for_a_second_key(
    desk: Desk, opened: list[str]
) -> None:
    desk.do("links")
    desk.close(chosen(desk, 0, 1))
    menu = menu_of(desk)
    assert f"{menu.title}. {menu.sentence()}" == (
        "Link to example.org. https://www.example.org/a%20b?x=1&y=2, 1 of 3"
    )
    assert [row.text for row in menu.rows()][1:] == ["Open it in the browser", "Leave it"]
    assert not menu.rows()[0].actions, "enter alone must open nothing"
    assert chosen(desk, 2) == Outcome(close=True)
    assert opened == []
    assert chosen(desk, 1).said == "It is opened in your browser."
    assert opened == ["https://www.example.org/a%20b?x=1&y=2"]


def test_the_link_at_the_place_is_followed(desk: Desk, opened: list[str]) -> None:
    at(desk, "write")
    desk.do("link.open")
    assert menu_of(desk).title == "Link to help@example.org"
    chosen(desk, 1)
    assert opened == ["mailto:help@example.org"]


def test_the_link_that_one_has_gone_to_is_followed(desk: Desk) -> None:
    desk.do("link.next", "link.next", "link.open")
    assert menu_of(desk).title == "Link to help@example.org"


def test_of_several_in_the_sentence_one_is_chosen(desk: Desk) -> None:
    desk.session.change(lambda narrator: narrator.move_to(Position(1)))
    desk.do("link.open")
    menu = menu_of(desk)
    assert menu.title == "Links in this sentence"
    assert [row.text for row in menu.rows()] == [
        "the advice, example.org", "write, help@example.org",
    ]  # fmt: skip
    desk.close(chosen(desk, 1))
    assert menu_of(desk).title == "Link to help@example.org"


@pytest.mark.parametrize("words", ["None.", "Title", "Two."])
def test_where_no_link_is_enter_says_so(desk: Desk, words: str) -> None:
    at(desk, words)
    desk.do("link.open")
    assert desk.said() == ["There is no link here."]


@pytest.mark.parametrize("words", ["below", "doses: A day"])
def test_a_link_within_the_article_goes_to_its_heading(desk: Desk, words: str) -> None:
    at(desk, words)
    desk.do("link.open")
    assert desk.menu is None
    assert desk.heard() == "Doses: a day"


def test_headings_of_the_same_words_are_told_apart(tmp_path: Path) -> None:
    text = "# T\n\n[a](#more-of-it-1) here.\n\n## More, of it\n\nOne.\n\n## More of it\n\nTwo."
    desk = Desk(tmp_path, load(text, "t.md", "en"))
    at(desk, "a here")
    desk.do("link.open")
    assert desk.block() == 4


def test_a_link_to_a_note_goes_to_it(tmp_path: Path) -> None:
    desk = Desk(tmp_path, load("# T\n\n[See](#n1) it.[^n1]\n\n[^n1]: The note.", "t.md", "en"))
    desk.session.change(lambda narrator: narrator.move_to(Position(1)))
    desk.do("link.open")
    assert desk.heard().endswith("The note.")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("itself", "The link leads to a place in this article that can't be found."),
        (
            "the leaflet",
            "The link leads to leaflet.pdf, which is not a web address, so it can't be "
            "opened from here.",
        ),
        (
            "evil",
            "The link leads to javascript:alert(1), which is not a web address, so it can't "
            "be opened from here.",
        ),
    ],
)
def test_what_cannot_be_followed_is_told(desk: Desk, words: str, said: str) -> None:
    at(desk, words)
    desk.do("link.open")
    assert desk.said() == [said]


@pytest.mark.parametrize(
    ("target", "title"),
    [
        ("https://nhs.example@evil.example/", "Link to evil.example"),
        ("HTTP://WWW.Example.ORG", "Link to example.org"),
        ("https://例え.jp/ä", "Link to 例え.jp"),
        ("https://example.org:8080/#part", "Link to example.org"),
    ],
)
def test_who_an_address_belongs_to_is_told_and_nothing_of_it_hidden(
    tmp_path: Path, target: str, title: str
) -> None:
    block = Block("paragraph", "Here.", (Span(0, 4, "link", target),))
    desk = Desk(tmp_path, replace(load("# T", "t.md", "en"), blocks=(block,)))
    desk.do("link.open")
    assert menu_of(desk).title == title
    assert menu_of(desk).rows()[0].text == target


@pytest.mark.parametrize("target", ["https://", "mailto:", "http://[", "https:///x", "tel:1"])
def test_what_is_no_whole_address_is_not_opened(tmp_path: Path, target: str) -> None:
    block = Block("paragraph", "Here.", (Span(0, 4, "link", target),))
    desk = Desk(tmp_path, replace(load("# T", "t.md", "en"), blocks=(block,)))
    desk.do("link.open")
    assert desk.menu is None
    assert "is not a web address" in desk.said()[0]


def test_a_link_without_a_target_leads_nowhere(tmp_path: Path) -> None:
    block = Block("paragraph", "Here.", (Span(0, 4, "link"),))
    desk = Desk(tmp_path, replace(load("# T", "t.md", "en"), blocks=(block,)))
    desk.do("links")
    assert menu_of(desk).rows()[0].text == "Here, nowhere"
    desk.do("link.open")
    assert desk.said() == ["The link leads nowhere."]


def test_in_an_article_of_the_web_links_are_whole_addresses(tmp_path: Path) -> None:
    made = load("# T\n\n[a](../b.html) and [c](https://example.org/x/y#t).", "t.md", "en")
    desk = Desk(tmp_path, replace(made, source="https://example.org/x/y"))
    desk.do("links")
    texts = [row.text for row in menu_of(desk).rows()]
    assert texts == ["a, example.org", "c, within this article"]
    desk.close(chosen(desk, 0, 1))
    assert menu_of(desk).rows()[0].text == "https://example.org/b.html"


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "leaflet.pdf", ""]
)
def test_nothing_but_the_web_and_mail_is_opened(address: str, opened: list[str]) -> None:
    with pytest.raises(IntoneError, match="not a web address"):
        browser.open_address(address)
    assert opened == []


def test_one_module_alone_starts_a_browser() -> None:
    root = Path(__file__).parents[2]
    files = [path for name in ("content", "voices", "tui") for path in (root / name).rglob("*.py")]
    assert [path.name for path in files if "webbrowser" in path.read_text()] == ["browser.py"]


@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_without_a_browser_to_be_seen_the_address_is_told(
    platform: str, monkeypatch: pytest.MonkeyPatch, opened: list[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SSH_CONNECTION", "192.0.2.1 5 192.0.2.2 22")
    monkeypatch.setattr(sys, "platform", platform)
    with pytest.raises(IntoneError, match=r"elsewhere: https://example\.org/a"):
        browser.open_address("https://example.org/a")
    assert opened == []


def test_a_hundred_thousand_links_are_listed_without_making_their_rows(tmp_path: Path) -> None:
    text = "# T\n\n" + "\n\n".join(
        " ".join(f"[link {n}](https://example.org/{n})" for n in range(200)) for _ in range(500)
    )
    made = load(text, "t.md", "en")
    desk = Desk(tmp_path, made)
    desk.do("links")
    rows = menu_of(desk).rows()
    assert len(rows) == 100_000
    assert rows[99_999].text == "link 199, example.org"
    assert not isinstance(rows, list | tuple)
