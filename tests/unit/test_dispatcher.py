"""Reading through speech-dispatcher, against a server that does what the test says."""

from __future__ import annotations

import queue
import re
import socket
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.ssip_server import PATIENCE, SsipServer
from voices import dispatcher, dispatcher_pace
from voices.contract import Manner, VoiceError
from voices.dispatcher import DispatcherSpeaker
from voices.dispatcher_server import Address, address
from voices.dispatcher_utterance import Utterance
from voices.dispatcher_voices import dispatcher_voices
from voices.words import Words

pytestmark = pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no Unix sockets here")
TEXT = "Dough rises in a warm room."
ORDINARY = Manner(180)


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SsipServer]:
    """A server where the speaker looks for it, and no real one to be started."""
    monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{tmp_path}/socket")
    monkeypatch.setenv("PATH", str(tmp_path))
    running = SsipServer(tmp_path / "socket")
    yield running
    if running.path.exists():
        running.close()


class Listener:
    """Starts a speaker and keeps what it tells, in order."""

    def __init__(self, name: str = "") -> None:
        self.told: queue.Queue[str] = queue.Queue()
        self.speaker = DispatcherSpeaker(name, lambda sentence: self.told.put(f"! {sentence}"))

    def start(
        self, text: str = TEXT, offset: int = 0, name: str = "", manner: Manner = ORDINARY,
        language: str = "en", volume: int = 100,
    ) -> None:  # fmt: skip
        self.speaker.start(
            text, language, manner, volume, offset,
            lambda at, length: self.told.put(name + text[at : at + length]),
            lambda: self.told.put(f"{name}finished"),
            lambda: self.told.put(f"{name}broken"),
        )  # fmt: skip

    def next(self) -> str:
        return self.told.get(timeout=PATIENCE)


@pytest.fixture
def listener(server: SsipServer) -> Iterator[Listener]:
    listening = Listener()
    yield listening
    listening.speaker.close()


def words_in(markup: str) -> list[str]:
    """Return what stands behind each mark of a message."""
    root = ElementTree.fromstring(markup)
    return [(mark.tail or "").strip() for mark in root.iter("mark")]


def test_words_are_told_once_each_and_then_the_end(server: SsipServer, listener: Listener) -> None:
    listener.start()
    assert words_in(server.messages[0]) == [*TEXT.split(), ""]
    server.happen(701)
    for mark in ("0", "1", "1", "2", "3", "4", "5", "6"):
        server.happen(700, mark)
    assert [listener.next() for _ in range(7)] == [*TEXT.split(), "finished"]


def test_reading_begins_with_the_word_that_holds_the_offset(
    server: SsipServer, listener: Listener
) -> None:
    listener.start(offset=TEXT.index("ises"))
    assert words_in(server.messages[0]) == [*TEXT.split()[1:], ""]
    server.happen(701)
    assert listener.next() == "rises"


def test_a_module_without_marks_tells_the_first_word_and_the_end(
    server: SsipServer, listener: Listener
) -> None:
    listener.start()
    server.happen(701)
    server.happen(702)
    assert [listener.next(), listener.next()] == ["Dough", "finished"]


def test_where_the_last_words_mark_is_lost_the_end_is_waited_for(
    server: SsipServer, listener: Listener
) -> None:
    listener.start("One two")
    for code, mark in ((701, ""), (700, "2"), (700, "1"), (702, "")):
        server.happen(code, mark)
    assert [listener.next() for _ in range(3)] == ["One", "two", "finished"]


def test_a_text_without_words_ends_too(server: SsipServer, listener: Listener) -> None:
    listener.start(" — ")
    server.happen(701)
    server.happen(702)
    assert listener.next() == "finished"


def test_nothing_comes_of_what_was_cancelled(server: SsipServer, listener: Listener) -> None:
    listener.start(name="first ")
    server.happen(701)
    assert listener.next() == "first Dough"
    listener.speaker.cancel()
    server.expect("CANCEL SELF")
    for code, mark in ((700, "1"), (702, ""), (703, "")):
        server.happen(code, mark)
    listener.start(name="second ")
    server.happen(703, message=1)
    server.happen(701)
    assert listener.next() == "second Dough"


def test_what_happens_before_a_message_has_its_number_is_told(
    server: SsipServer, listener: Listener
) -> None:
    server.early = ["701-{}", "701-1", "701 BEGIN", "700-{}", "700-1", "700-1", "700 INDEX MARK"]
    listener.start()
    assert [listener.next(), listener.next()] == ["Dough", "rises"]


def test_the_next_sentence_can_be_started_from_the_end_of_the_last(
    server: SsipServer, listener: Listener
) -> None:
    listener.speaker.start(
        "One.", "en", Manner(), 100, 0,
        lambda at, length: None, lambda: listener.start("Two.", language="de"),
    )  # fmt: skip
    server.happen(702)
    server.expect('<speak><mark name="0"/>Two')
    server.happen(701)
    assert listener.next() == "Two."
    assert "SET SELF LANGUAGE de" in server.commands


def test_somebody_elses_message_only_interrupts(server: SsipServer, listener: Listener) -> None:
    listener.start()
    server.happen(701)
    server.happen(700, "1")
    server.happen(703)
    server.expect('<speak><mark name="0"')
    assert words_in(server.expect("<speak>")) == [*TEXT.split()[1:], ""]
    for code, mark in ((701, ""), (700, "1"), (700, "2")):
        server.happen(code, mark)
    assert [listener.next() for _ in range(3)] == ["Dough", "rises", "in"]


def test_a_word_that_is_interrupted_again_and_again_breaks_off(
    server: SsipServer, listener: Listener
) -> None:
    listener.start()
    server.happen(701)
    for _ in range(dispatcher._ATTEMPTS):
        server.expect("<speak>")
        server.happen(703)
    assert listener.next() == "Dough"
    assert "broke off" in listener.next()
    assert listener.next() == "broken"


HOSTILE = "One.\r\n.\r\nQUIT\r\nSET SELF RATE 100\n.\n..two <speak> & ]]> \x00\x1b[31m\ud800 three"


def test_text_that_looks_like_the_protocol_is_spoken(
    server: SsipServer, listener: Listener
) -> None:
    listener.start(HOSTILE, language="en\r\nQUIT")
    message = server.messages[0]
    assert "\n" not in message
    assert "".join(words_in(message)).startswith("One..QUITSETSELFRATE100...two<speak>&]]>")
    assert "QUIT" not in server.commands
    server.happen(701)
    assert listener.next() == "One."


@given(st.text(alphabet=st.characters() | st.sampled_from("\r\n. <&\x00\u2028\ud800")))
def test_any_text_makes_one_line_of_sound_markup(text: str) -> None:
    def nothing(*_: int) -> None: ...

    utterance = Utterance(text, Words(text).spans, 0, nothing, nothing, nothing)
    markup = utterance.markup().encode()
    assert not re.search(rb"[\x00-\x1f]", markup)
    marks = [mark.get("name") for mark in ElementTree.fromstring(markup).iter("mark")]
    assert len(marks) <= len(utterance.spans) + 1
    assert marks == sorted(set(marks), key=lambda mark: int(mark or 0))


def test_a_server_that_dies_breaks_off_and_is_found_again(
    server: SsipServer, listener: Listener
) -> None:
    listener.start()
    server.happen(701)
    assert listener.next() == "Dough"
    server.hang_up()
    assert listener.next().startswith("! Speech Dispatcher broke off;")
    assert listener.next() == "broken"
    listener.start(name="again ")
    server.happen(701)
    assert listener.next() == "again Dough"
    server.close()
    assert listener.next().startswith("! ")
    assert listener.next() == "again broken"
    with pytest.raises(VoiceError, match="could not be started"):
        listener.start()


def test_a_server_that_never_begins_is_broken(
    server: SsipServer, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dispatcher, "_PATIENCE", 0.01)
    listener.start()
    server.expect("CANCEL SELF")
    assert listener.next().startswith("! ")
    assert listener.next() == "broken"


def test_a_server_that_does_not_answer_is_an_error(
    server: SsipServer, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("voices.ssip._PATIENCE", 0.01)
    server.deaf = True
    with pytest.raises(VoiceError, match="does not answer"):
        listener.start()


def test_settings_are_sent_when_they_change(server: SsipServer, listener: Listener) -> None:
    listener.start()
    settings = [command for command in server.commands if command.startswith("SET SELF")]
    assert settings == [
        "SET SELF CLIENT_NAME user:intone:reading", "SET SELF NOTIFICATION ALL ON",
        "SET SELF SSML_MODE ON", "SET SELF PRIORITY TEXT", "SET SELF LANGUAGE en",
        f"SET SELF RATE {dispatcher_pace.rate_for(180)}",
    ]  # fmt: skip
    server.commands.clear()
    listener.start(manner=Manner(180, pitch=75, pitch_range=0), volume=50)
    assert [command for command in server.commands if command.startswith("SET")] == [
        "SET SELF PITCH 50", "SET SELF PITCH_RANGE -100", "SET SELF VOLUME 0",
    ]  # fmt: skip


def test_a_named_voice_speaks_every_language(server: SsipServer) -> None:
    listener = Listener("espeak-ng/English (Great Britain)+Ed")
    listener.start(language="de")
    assert 'SET SELF SYNTHESIS_VOICE "English (Great Britain)+Ed"' in server.commands
    assert "SET SELF OUTPUT_MODULE espeak-ng" in server.commands
    assert not any("LANGUAGE" in command for command in server.commands)
    listener.speaker.close()


@pytest.mark.parametrize("name", ["nobody", "espeak-ng/nobody", "nobody/German"])
def test_a_name_that_there_is_not_is_named(server: SsipServer, name: str) -> None:
    with pytest.raises(VoiceError, match="nobody"):
        DispatcherSpeaker(name)


def test_voices_are_listed_without_variants(server: SsipServer) -> None:
    voices = {voice.id: voice for voice in dispatcher_voices()}
    assert list(voices) == [
        "dispatcher",
        "dispatcher:espeak-ng",
        "dispatcher:espeak-ng/English (Great Britain)",
        "dispatcher:espeak-ng/German",
        "dispatcher:plain",
        "dispatcher:plain/English (Great Britain)",
        "dispatcher:plain/German",
    ]
    assert voices["dispatcher"].marks == voices["dispatcher:espeak-ng"].marks == "exact"
    assert voices["dispatcher:plain/German"].marks == "sentence"
    assert voices["dispatcher:espeak-ng"].languages == ("de", "en-GB")


def test_no_server_is_no_voices_and_an_error_to_speak(server: SsipServer) -> None:
    server.close()
    assert dispatcher_voices() == []
    with pytest.raises(VoiceError, match="could not be started"):
        DispatcherSpeaker()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, Address(path="/run/me/speech-dispatcher/speechd.sock")),
        ("unix_socket", Address(path="/run/me/speech-dispatcher/speechd.sock")),
        ("unix_socket:/there", Address(path="/there")),
        ("inet_socket", Address(host="127.0.0.1", port=6560)),
        ("inet_socket:localhost:77", Address(host="127.0.0.1", port=77)),
        ("inet_socket:127.1.2.3", Address(host="127.1.2.3", port=6560)),
        ("inet_socket:[::1]:77", Address(host="::1", port=77)),
    ],
)
def test_addresses(value: str | None, expected: Address) -> None:
    environment = {"XDG_RUNTIME_DIR": "/run/me"}
    assert address(environment | ({"SPEECHD_ADDRESS": value} if value else {})) == expected


@pytest.mark.parametrize(
    "value",
    [
        "inet_socket:192.0.2.1:6560",
        "inet_socket:localhost.example:1",
        "inet_socket:0.0.0.0",
        "tcp:x",
    ],
)
def test_text_is_sent_to_no_other_machine(value: str) -> None:
    with pytest.raises(VoiceError, match="SPEECHD_ADDRESS"):
        address({"SPEECHD_ADDRESS": value})


def test_rates_rise_with_the_pace_and_end_at_the_ends() -> None:
    rates = [dispatcher_pace.rate_for(pace) for pace in range(60, 901, 5)]
    assert rates == sorted(rates)
    assert (rates[0], rates[-1]) == (-100, 100)
    assert dispatcher_pace.rate_for(190) == 0


def test_a_module_with_another_pace_is_corrected() -> None:
    assert dispatcher_pace.achieved(characters=6 * 200, seconds=60) == 200
    assert dispatcher_pace.correction([]) == dispatcher_pace.correction([0.5]) == 1
    assert dispatcher_pace.correction([0.8] * 3) == pytest.approx(1.25)
    assert dispatcher_pace.correction([1.02, 0.98, 0.3, 1.0, 0.4]) == pytest.approx(1, abs=0.03)
    assert dispatcher_pace.correction([0.1] * 9) == 1.3
    assert dispatcher_pace.correction([9.0] * 9) == 0.7


def test_a_slow_module_is_asked_for_more(
    server: SsipServer, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    moments = iter(range(0, 1000, 10))
    monkeypatch.setattr(dispatcher, "_now", lambda: next(moments) + 1.0)
    for _ in range(4):
        listener.start()
        server.happen(701)
        server.happen(702)
        assert [listener.next(), listener.next()] == ["Dough", "finished"]
    rates = [int(line.split()[-1]) for line in server.commands if " RATE " in line]
    assert rates == [dispatcher_pace.rate_for(180), dispatcher_pace.rate_for(180 * 1.3)]
