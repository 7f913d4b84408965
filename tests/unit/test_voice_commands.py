"""The commands for the voice: what the speech process is told, what is said, what is kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from content.library import Library
from content.model import Article
from tests.support.articles import article
from tests.support.studio import Studio, ToneVoice
from tui.choices import choose_voice, described, device_choices, voice_choices
from tui.commands import COMMANDS
from tui.delivery import kept
from tui.gaps import GAPS
from tui.reading_voice import voice_here
from tui.session import Session
from voices.contract import Voice, VoiceError, VoiceInfo
from voices.listing import DeviceInfo
from voices.messages import Announce, Configure, Gaps, Lost
from voices.privacy import privacy_sentence, refusal

MADE = article("# Title", "First here. Second here.", "## One", "Under one.")


class Desk:
    """A session that starts with what is kept, and what it has sent."""

    def __init__(self, folder: Path, made: Article = MADE, studio: Studio | None = None) -> None:
        self.studio = studio or Studio()
        self.library = Library(folder)
        self.session = Session(made, self.studio, self.library, kept(self.library))
        self.studio.listener = self.session.handle

    def do(self, *names: str) -> None:
        commands = {command.id: command for command in COMMANDS}
        for name in names:
            commands[name].run(self.session)

    def said(self) -> list[str]:
        texts = [r.text for r in self.studio.requests if isinstance(r, Announce)]
        self.studio.requests.clear()
        return texts

    def told(self) -> Configure:
        """What the speech process was told last of how to speak."""
        return [r for r in self.studio.requests if isinstance(r, Configure)][-1]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


STEPS = [
    ("volume.louder", "volume", 110, "Volume 110 percent"),
    ("volume.quieter", "volume", 90, "Volume 90 percent"),
    ("pitch.higher", "pitch", 55, "Pitch 55"),
    ("pitch.lower", "pitch", 45, "Pitch 45"),
    ("range.livelier", "pitch_range", 55, "Liveliness 55"),
    ("range.calmer", "pitch_range", 45, "Liveliness 45"),
    ("pauses.longer", "pauses", 125, "Pauses 125 percent"),
    ("pauses.shorter", "pauses", 75, "Pauses 75 percent"),
]


@pytest.mark.parametrize(("command", "field", "value", "sentence"), STEPS)
def test_a_step_is_sent_said_when_paused_and_kept(
    desk: Desk, tmp_path: Path, command: str, field: str, value: int, sentence: str
) -> None:
    before = desk.told()
    desk.do(command)
    assert desk.told() == replace(before, **{field: value})
    assert desk.said() == [sentence]
    again = Desk(tmp_path)
    assert getattr(again.told(), field) == value


@pytest.mark.parametrize(("command", "field", "value", "sentence"), STEPS)
def test_while_reading_a_step_is_heard_not_said(
    desk: Desk, command: str, field: str, value: int, sentence: str
) -> None:
    desk.do("play")
    desk.studio.play(0.5)
    desk.said()
    desk.do(command)
    assert getattr(desk.told(), field) == value
    assert desk.said() == []
    desk.studio.play(30)
    assert desk.studio.words()[-1] == "one."


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        ("volume.louder", "Volume 200 percent, the loudest"),
        ("volume.quieter", "Volume 0 percent, silent"),
        ("pitch.higher", "Pitch 100, the highest"),
        ("range.calmer", "Liveliness 0, the calmest"),
        ("pauses.longer", "Pauses 300 percent, the longest"),
        ("pauses.shorter", "Pauses 0 percent, none at all"),
        ("pace.faster", "900 words a minute, the fastest"),
        ("pace.slower", "60 words a minute, the slowest"),
    ],
)
def test_the_limit_is_said_while_reading_too(desk: Desk, command: str, sentence: str) -> None:
    desk.do("play")
    for _ in range(100):
        desk.do(command)
    assert desk.said()[-1] == sentence


def test_a_voice_whose_pitch_cannot_be_changed_is_told_of(tmp_path: Path) -> None:
    Library(tmp_path).keep_setting("voice", "piper")
    desk = Desk(tmp_path)
    desk.do("play", "pitch.higher")
    assert desk.said() == ["Pitch 55; the voice that reads leaves it as it is"]


def test_announcements_over_or_between(desk: Desk, tmp_path: Path) -> None:
    desk.do("play", "over")
    assert desk.told().over
    assert desk.said() == ["Announcements over the reading"]
    assert Desk(tmp_path).told().over
    desk.do("over")
    assert not desk.told().over
    assert desk.said() == ["Announcements between the reading"]


def test_a_kept_voice_that_is_gone_is_told_and_the_embedded_one_reads(tmp_path: Path) -> None:
    def make(name: str) -> Voice:
        if name != "espeak":
            raise VoiceError("The neural voice is not installed.")
        return ToneVoice()

    Library(tmp_path).keep_setting("voice", "piper:gone")
    desk = Desk(tmp_path, studio=Studio(make))
    desk.do("play")
    desk.studio.play(30)
    assert desk.studio.words()[-1] == "one."
    (message,) = desk.session.messages
    assert message.startswith("The neural voice is not installed. The embedded voice speaks")


# Choosing from a list.

FRENCH = VoiceInfo("espeak:fr-fr", "French", ("fr-fr",))
ENGLISH = VoiceInfo("espeak:en-gb", "English (Great Britain)", ("en-gb",))
NEURAL = VoiceInfo("piper", "joe", ("en-US",))
SYSTEM = VoiceInfo("pyttsx3:Zira", "Zira", ("en-US",), marks="estimated")
FOUND = ([ENGLISH, FRENCH, NEURAL, SYSTEM], [])


def mixed(language: str, other: str) -> Article:
    """An article whose second block is in another language."""
    made = article(f"One two in {language}.", "Un deux.", source=f"{language}.md")
    second = replace(made.blocks[1], language=other)
    return replace(made, language=language, blocks=(made.blocks[0], second))


def choose(desk: Desk, id: str) -> str:
    choices = voice_choices(desk.session)
    rows, _ = choices.arrange(FOUND)
    assert id in [row.id for row in rows]
    return choices.take(id)


def test_only_voices_for_the_language_are_offered_and_the_current_is_chosen(tmp_path: Path) -> None:
    Library(tmp_path).keep_setting("voice", "piper")
    desk = Desk(tmp_path, mixed("en", "fr"))
    rows, chosen = voice_choices(desk.session).arrange(FOUND)
    assert [row.id for row in rows] == ["espeak", "pyttsx3", "espeak:en-gb", "piper",
                                        "pyttsx3:Zira"]  # fmt: skip
    assert rows[chosen].id == "piper"
    desk.do("paragraph.next")
    rows, chosen = voice_choices(desk.session).arrange(FOUND)
    assert [row.id for row in rows] == ["espeak", "pyttsx3", "espeak:fr-fr"]
    assert rows[chosen].id == "espeak", "piper speaks no French, so the embedded voice reads it"


def test_a_choice_in_the_articles_language_is_the_main_voice(tmp_path: Path) -> None:
    desk = Desk(tmp_path, mixed("en", "fr"))
    assert choose(desk, "piper") == "Voice: joe"
    assert desk.told().voice == "piper"
    assert desk.told().voices == {}
    assert Desk(tmp_path).told().voice == "piper"


def test_a_choice_in_another_language_is_for_that_language(tmp_path: Path) -> None:
    desk = Desk(tmp_path, mixed("en", "fr"))
    desk.do("paragraph.next")
    choose(desk, "espeak:fr-fr")
    assert desk.told().voice == "espeak"
    assert desk.told().voices == {"fr": "espeak:fr-fr"}
    assert Desk(tmp_path).told().voices == {"fr": "espeak:fr-fr"}


def test_a_choice_is_heard_though_another_was_kept_for_the_language(tmp_path: Path) -> None:
    desk = Desk(tmp_path, mixed("fr", "en"))
    desk.do("paragraph.next")
    choose(desk, "piper")
    english = Desk(tmp_path, mixed("en", "fr"))
    choose(english, "espeak:en-gb")
    assert voice_here(english.session) == "espeak:en-gb"


def test_a_main_voice_that_does_not_speak_the_article_stays(tmp_path: Path) -> None:
    Library(tmp_path).keep_setting("voice", "piper")
    desk = Desk(tmp_path, mixed("fr", "en"))
    choose(desk, "espeak:fr-fr")
    assert desk.told().voice == "piper"
    assert voice_here(desk.session) == "espeak:fr-fr"


def test_what_the_command_line_said_is_not_kept_with_a_choice(tmp_path: Path) -> None:
    library = Library(tmp_path)
    delivery = replace(kept(library), pace=300, voices={"de": "pyttsx3"})
    session = Session(mixed("en", "fr"), Studio(), library, delivery)
    session.change(lambda narrator: narrator.move((1, 0)))
    choose_voice(session, "espeak:fr-fr", lambda _: ())
    assert session.narrator.delivery.voices == {"de": "pyttsx3", "fr": "espeak:fr-fr"}
    again = kept(library)
    assert again.voices == {"fr": "espeak:fr-fr"}
    assert again.pace == 180


def test_a_row_says_what_a_person_chooses_by() -> None:
    assert described(SYSTEM) == (
        "Zira, system, en-US, made on this machine, words marked by estimate"
    )
    foreign = VoiceInfo("espeak:x", "A\x1b[31mb\x07\nc", ())
    assert described(foreign) == (
        "Ab c, embedded, any language, made on this machine, words marked exactly"
    )


def test_the_devices_begin_with_the_systems_choice(desk: Desk, tmp_path: Path) -> None:
    choices = device_choices(desk.session)
    found = [DeviceInfo("Speakers", True), DeviceInfo("Head\x1b[2Jphones", False)]
    rows, chosen = choices.arrange(found)
    assert [row.text for row in rows] == [
        "The system's own choice, now Speakers", "Speakers", "Headphones",
    ]  # fmt: skip
    assert chosen == 0
    assert choices.take("Speakers") == "Sound device: Speakers"
    assert desk.told().device == "Speakers"
    assert Desk(tmp_path).told().device == "Speakers"
    assert choices.arrange(found)[1] == 1
    assert choices.take("") == "Sound device: the system's own choice"
    assert Desk(tmp_path).told().device == ""


# Privacy.

AWAY = VoiceInfo("cloud:anna", "Anna", ("en",), made_on="speech.example.org")


def test_a_voice_made_elsewhere_is_told_of_and_refused() -> None:
    assert privacy_sentence(FOUND[0]) == (
        "All voices are made on this machine; none sends text anywhere."
    )
    assert refusal(NEURAL) == ""
    assert "cloud:anna to speech.example.org" in privacy_sentence([NEURAL, AWAY])
    assert "would be sent" in refusal(AWAY)


# Gaps.


def test_gaps_of_this_reading_are_counted_and_kept(desk: Desk, tmp_path: Path) -> None:
    desk.session.handle(Gaps(1))
    desk.session.handle(Gaps(2))
    desk.session.handle(Lost())
    desk.session.handle(Gaps(1))
    assert Library(tmp_path).setting(GAPS) == "3"
    assert desk.said() == [], "nobody is told in the middle of the reading"
    assert Desk(tmp_path).library.setting(GAPS) == "0"
