"""Which short sounds go before which utterance."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest

from content.markdown import load
from content.model import Article, Block, Skipped, Span
from content.script import Script
from content.settings import ScriptSettings
from content.signals import AT_THE_END, shown, signals
from tests.support.articles import article
from voices.earcons import EARCONS

TEXT = """
# Title

Nothing here. Then [a link](https://example.org) and [another](#b). No link.

## One

- Apples
- Pears
    - Conference pears

  Still about pears.
- Plums

1. Peel

       peel them

2. Cut [them](#c)

Between.

- Alone

## Two

| Fruit | Weight |
| ----- | ------ |
| Plum  | [30 g](#d) |

### [Three](#e)

The end.
"""

EXPECTED = [
    ("Title", ["heading"]),
    ("Nothing here.", []),
    ("Then a link and another.", ["link"]),
    ("No link.", []),
    ("One", ["heading"]),
    ("list, 3 items: Apples", ["list"]),
    ("Pears", []),
    ("list, 1 item, level 2: Conference pears", ["list"]),
    ("Still about pears.", []),
    ("Plums", []),
    ("list, 2 items: 1, Peel", ["list"]),
    ("code, 1 line", []),
    ("peel them", []),
    ("2, Cut them", ["link"]),
    ("Between.", []),
    ("list, 1 item: Alone", ["list"]),
    ("Two", ["section", "heading"]),
    ("table, 2 columns, 1 row", ["table"]),
    ("Fruit", []),
    ("Weight", []),
    ("Fruit: Plum", []),
    ("Weight: 30 grams", ["link"]),
    ("heading level 3: Three", ["section", "heading", "link"]),
    ("The end.", []),
]


def all_signals(made: Article) -> list[tuple[str, list[str]]]:
    script = Script(made, ScriptSettings(code="read"))
    found = []
    place = script.first()
    while place is not None:
        found.append((script.utterance(place).text, list(signals(script, place))))
        place = script.after(place)
    return found


def test_every_kind_has_its_sound() -> None:
    assert all_signals(load(TEXT, "test.md", "en")) == EXPECTED


def test_what_was_skipped_is_told_before_what_is_read_next() -> None:
    made = article("# Title", "First.", "## One", "Second. Third.", "Last.")
    blocks = (*made.blocks[:4], Block("rule", ""), made.blocks[4])
    skipped = (
        Skipped("navigation", "Home", 0), Skipped("promotion", "Buy", 2),
        Skipped("promotion", "Buy", 4), Skipped("share", "Share", 4), Skipped("related", "More", 6),
    )  # fmt: skip
    assert all_signals(replace(made, blocks=blocks, skipped=skipped)) == [
        ("Title", ["skipped", "heading"]),
        ("First.", []),
        ("One", ["skipped", "heading"]),
        ("Second.", []),
        ("Third.", []),
        ("Last.", ["skipped"]),
    ]


def test_a_link_that_goes_on_in_the_next_sentence_is_told_once() -> None:
    made = article("One two. Three four.")
    linked = replace(made.blocks[0], spans=(Span(4, 14, "link", "#"),))
    assert all_signals(replace(made, blocks=(linked,))) == [
        ("One two.", ["link"]),
        ("Three four.", []),
    ]


def test_every_signal_is_a_sound_there_is() -> None:
    used = {name for _, names in EXPECTED for name in names}
    assert {*used, AT_THE_END, "skipped", "note", "error"} == set(EARCONS)


def test_only_the_guide_itself_plays_sounds_by_its_links(tmp_path: Path) -> None:
    text = "[A heading](sound:heading) sounds so."
    script = Script(load(text, str(tmp_path / "content" / "guide" / "guide.md"), "en"))
    assert shown(script, (0, 0)) == ()
    assert signals(script, (0, 0)) == ("link",)
    assert script.utterance((0, 0)).text == "A heading sounds so."


@pytest.mark.parametrize("number", [0, 1, 2])
def test_much_that_was_skipped_costs_nothing(number: int) -> None:
    made = article(*["Some text."] * 3)
    skipped = tuple(Skipped("promotion", "Buy", 1) for _ in range(200_000))
    script = Script(replace(made, skipped=skipped))
    begun = time.process_time()
    for _ in range(100):
        signals(script, (number, 0))
    assert time.process_time() - begun < 0.2


def test_a_note_that_is_left_out_for_a_key_is_told() -> None:
    block = Block("paragraph", "It is rare[2]. Then [3]. Last.", (Span(10, 13, "note", "2"),))
    made = replace(article("x"), blocks=(block,))

    def sounds(settings: ScriptSettings) -> list[list[str]]:
        script = Script(made, settings)
        return [list(signals(script, (0, index))) for index in range(3)]

    assert sounds(ScriptSettings()) == [["note"], ["note"], []]
    assert sounds(ScriptSettings(notes="skip", citations="say")) == [[], [], []]
