"""Plain mode with lines typed at random: every one is answered, in lines fit for any terminal."""

from __future__ import annotations

import tempfile
from pathlib import Path
from unittest import mock

from hypothesis import given, settings
from hypothesis import strategies as st

from content.opening import open_article
from content.text import clean_line
from tests.support.conversation import Conversation
from tui.commands import COMMANDS
from tui.plain_words import names_of
from voices import listing
from voices.listing import DeviceInfo

ARTICLE = open_article(str(Path(__file__).parent / "data" / "plain_mode" / "article.md"))
_NAMES = [name for command in COMMANDS for name in names_of(command) if command.id != "leave"]
_BEHIND = [
    *["", "1", "2", "3", "20", "more", "before", "q", "back", "next", "previous", "p", "delete"],
    *["= some", "dose", "50", "speech all", "speech off", "\x1b[A", "?", "n s", "yes"],
]
LINES = st.lists(
    st.one_of(
        st.sampled_from(_NAMES),
        st.sampled_from(_BEHIND),
        st.tuples(st.sampled_from(_NAMES), st.sampled_from(_BEHIND)).map(" ".join),
        st.tuples(st.sampled_from(["1", "2", "3", "4"]), st.sampled_from(_BEHIND)).map(" ".join),
        st.text(max_size=20),
    ),
    max_size=40,
)


@given(LINES)
@settings(max_examples=60)
def test_any_lines_in_any_order_are_answered(lines: list[str]) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        mock.patch.object(listing, "find_voices", return_value=([], [])),
        mock.patch.object(listing, "find_devices", return_value=[DeviceInfo("Loud", True)]),
        mock.patch("tui.links_menu.open_address"),
    ):
        conversation = Conversation(ARTICLE, Path(folder))
        for line in lines:
            answer = conversation.type(line)
            for studio in conversation.studios:
                studio.play(0.2)
            assert (
                answer or conversation.session.announcer.level != "off" or conversation.front.left
            )
            assert all(clean_line(text) == text for text in answer)
        assert conversation.written == []
