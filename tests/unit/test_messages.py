"""The log of messages: what is kept, and what is shown until the next key."""

from __future__ import annotations

from tui.messages import MOST, Messages


def test_what_came_since_the_last_key_is_shown_with_the_newest_first() -> None:
    messages = Messages()
    messages.append("One.")
    messages.append("Two.")
    assert messages.fresh == "Two. One."
    messages.seen()
    assert messages.fresh == ""
    messages.append("Three.")
    assert messages.fresh == "Three."
    assert messages == ["One.", "Two.", "Three."]


def test_what_belongs_to_a_message_is_one_with_it_until_a_key() -> None:
    messages = Messages()
    messages.add("Title.")
    messages.add("3 sections.")
    assert messages == ["Title. 3 sections."]
    messages.seen()
    messages.add("More.")
    assert messages == ["Title. 3 sections.", "More."]


def test_the_oldest_go_and_only_some_are_shown() -> None:
    messages = Messages()
    for number in range(MOST + 5):
        messages.append(f"{number}.")
    assert len(messages) == MOST
    assert messages[0] == "5."
    assert messages.fresh == f"{MOST + 4}. {MOST + 3}. {MOST + 2}."
