"""The settings on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app import cli
from content.errors import IntoneError, UsageError
from tui.all_settings import SETTINGS
from tui.settings_file import SettingsFile


@pytest.fixture(autouse=True)
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("INTONE_STATE", str(tmp_path))
    monkeypatch.delenv("INTONE_SETTINGS", raising=False)
    return tmp_path / "settings.toml"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["settings", *arguments])


def fine(*arguments: str) -> Result:
    done = run(*arguments)
    assert done.exit_code == 0, (done.output, done.exception)
    return done


def test_every_setting_is_listed_with_value_default_and_help() -> None:
    fine("set", "pace", "250")
    lines = fine().stdout.splitlines()
    assert [line.partition(" = ")[0] for line in lines] == list(SETTINGS)
    assert lines[0] == (
        "pace = 250. Pace: How fast articles are read, pauses included. It takes a whole number "
        "from 60 to 900; the default is 180."
    )
    found = {row["name"]: row for row in json.loads(fine("--json").stdout)}
    assert list(found) == list(SETTINGS)
    assert (found["pace"]["value"], found["pace"]["default"]) == (250, 180)
    assert (found["pace"]["chosen"], found["volume"]["chosen"]) == (True, False)
    assert found["over"]["values"] == [False, True]
    assert found["structure"]["values"] == ["none", "few", "some", "most"]


@pytest.mark.parametrize(
    ("name", "value", "said", "written"),
    [
        ("pace", "250", "Pace: 250 words a minute.", "pace = 250"),
        ("pace", "900", "Pace: 900 words a minute, the fastest.", "pace = 900"),
        ("announcer_pace", "0", "Pace of announcements: that of the reading.",
         "announcer_pace = 0"),
        ("over", "TRUE", "Announcements: over the reading.", "over = true"),
        ("sounds", "yes", "Short sounds: on.", "sounds = true"),
        ("structure", "Most", "Structure: most.", 'structure = "most"'),
        ("keep", "share, promotion", "Always read: promotions, share bars.",
         'keep = ["promotion", "share"]'),
        ("voice", "espeak:en-gb", "Voice: espeak:en-gb.", 'voice = "espeak:en-gb"'),
        ("device", "", "Sound device: the system's own choice.", 'device = ""'),
        ("voices.FR", "espeak:fr", "Voices by language: fr, espeak:fr.", 'fr = "espeak:fr"'),
        ("voices", "fr=piper de=espeak", "Voices by language: fr, piper, de, espeak.",
         'de = "espeak"'),
    ],
)  # fmt: skip
def test_a_setting_is_set(path: Path, name: str, value: str, said: str, written: str) -> None:
    done = fine("set", name, value)
    assert (done.stdout, done.stderr) == ("", said + "\n")
    assert written in path.read_text().splitlines()
    assert SettingsFile(path).faults == ()


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("pace", "20", "pace must be from 60 to 900, not 20."),
        ("pace", "fast", "pace must be a whole number from 60 to 900, not fast."),
        ("pace", "9" * 5000, f"pace must be a whole number from 60 to 900, not {'9' * 60}."),
        ("over", "perhaps", "over must be true or false, not perhaps."),
        ("structure", "\x1b[31m", "structure must be none, few, some or most, not nothing."),
        ("voice", "", "voice must be one of the voices that intone voices lists, not nothing."),
        ("voices.fr", "x", "voices.fr must be one of the voices that intone voices lists, not x."),
        ("paze", "200", "There is no setting named paze; perhaps pace is meant; "
         "intone settings lists all."),
        ("voices.not a tag", "piper", "There is no setting named voices.not a tag; "
         "intone settings lists all."),
    ],
)  # fmt: skip
def test_what_cannot_be_set_is_refused_in_a_sentence(
    path: Path, name: str, value: str, said: str
) -> None:
    done = run("set", name, value)
    assert isinstance(done.exception, UsageError)
    assert str(done.exception) == said
    assert not path.exists()


def test_a_setting_is_reset_and_so_is_everything(path: Path) -> None:
    path.write_text(
        '# Mine.\npace = 20\nvolume = 50\nover = true\n[voices]\nfr = "piper"\nde = "piper"\n'
    )
    assert fine("reset", "pace").stderr == "Pace: 180 words a minute.\n"
    assert fine("reset", "voices.fr").stderr == "There is no voice of its own for fr.\n"
    assert path.read_text() == ('# Mine.\nvolume = 50\nover = true\n[voices]\nde = "piper"\n')
    assert fine("reset").stderr == "Every setting has its default.\n"
    assert path.read_text() == "# Mine.\n"
    assert isinstance(run("reset", "paze").exception, UsageError)


def test_the_path_is_told(path: Path) -> None:
    assert fine("path").stdout == f"{path}\n"


def test_what_is_wrong_in_the_file_is_told_with_the_list(path: Path) -> None:
    path.write_text("volume = 50\npace = 20\n")
    done = fine()
    assert done.stderr == (
        "Line 2 of settings.toml: pace is 20, but must be from 60 to 900; 180 is used.\n"
    )
    assert "volume = 50" in done.stdout
    assert "pace = 180" in done.stdout


def test_what_cannot_be_written_is_an_error(path: Path) -> None:
    path.mkdir()
    done = run("set", "pace", "250")
    assert isinstance(done.exception, IntoneError)
    assert "can't be written" in str(done.exception)


def test_a_file_that_was_set_aside_is_told(path: Path) -> None:
    path.write_text("pace = = 3\n")
    done = fine("set", "pace", "250")
    assert "it was set aside as settings.toml.broken-" in done.stderr
    assert done.stderr.endswith("Pace: 250 words a minute.\n")
