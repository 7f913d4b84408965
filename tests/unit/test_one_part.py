"""One section or one paragraph alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from content.model import Position
from tests.support.desk import Desk
from tests.support.structured import STRUCTURED
from tests.support.studio import loud_seconds


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, STRUCTURED)


def test_only_this_section_with_those_under_it(desk: Desk) -> None:
    desk.heard("heading.next", "sentence.next", "sentence.next")
    assert desk.heard("only.section").startswith("Doses Read this.")
    assert desk.said() == ["End of the section."]
    assert desk.session.narrator.position == Position(10)
    assert desk.heard("play").startswith("Last He said.")
    assert desk.said() == ["End of the article."]


def test_a_pause_in_a_section_read_alone_does_not_let_it_go_on(desk: Desk) -> None:
    desk.heard("heading.next", "only.section", seconds=1)
    desk.do("play")
    assert loud_seconds(desk.studio.play(1)) < 0.01
    assert desk.heard("play").endswith("the other one.")
    assert desk.said() == ["End of the section."]


def test_while_reading_only_this_section_stops_at_its_end(desk: Desk) -> None:
    desk.heard("play", seconds=0.4)
    assert desk.heard("only.section") == "it all.", "what is begun is said anew, and no more"
    assert desk.said() == ["End of the section."]


def test_who_leaves_the_section_reads_on(desk: Desk) -> None:
    desk.heard("heading.next", "only.section", seconds=0.5)
    assert desk.heard("quote.next").endswith("The end.")
    assert desk.said() == ["End of the article."]


def test_a_step_within_the_section_still_stops_at_its_end(desk: Desk) -> None:
    desk.heard("heading.next", "only.section", seconds=0.5)
    assert desk.heard("link.next") == "dose page and the other one."
    assert desk.said() == ["End of the section."]


def test_only_this_paragraph(desk: Desk) -> None:
    desk.heard("heading.next", "sentence.next", "sentence.next")
    assert desk.heard("only.paragraph") == "Read this. It is long."
    assert desk.said() == ["End of the paragraph."]
    assert desk.heard("play", seconds=0.5).startswith("Medicine")


def test_before_the_first_section_what_stands_there_is_read(desk: Desk) -> None:
    assert desk.heard("only.section") == "Before it all."
    assert desk.said() == ["End of the section."]
