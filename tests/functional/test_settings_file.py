"""The file of settings: what is right and wrong in it, and how it is written."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.library import Library
from tests.support.articles import article
from tests.support.studio import Studio
from tui.all_settings import SETTINGS
from tui.commands import COMMANDS
from tui.delivery import kept
from tui.session import Session
from tui.settings_check import check
from tui.settings_file import SettingsFile, open_settings, settings_path, tell_faults
from tui.settings_text import UnchangeableError, changed
from voices.messages import Announce

ROOT = Path(__file__).resolve().parents[2]
CASES = dict(
    case.split("\n", 1)
    for case in (ROOT / "tests/functional/data/settings_file/cases.txt")
    .read_text(encoding="utf-8")
    .split("=== ")[1:]
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


@pytest.mark.parametrize("name", CASES)
def test_what_is_right_is_used_and_what_is_wrong_is_told_with_its_line(name: str) -> None:
    text, *parts = CASES[name].split("--- ")
    expected = {part.split("\n", 1)[0]: part.splitlines()[1:] for part in parts}
    for written in (text, text.replace("\n", "\r\n"), "\ufeff" + text):
        checked = check(written.encode())
        assert list(checked.faults) == expected.get("faults", expected.get("broken", []))
        assert [f"{key}={value}" for key, value in sorted(checked.values.items())] == (
            expected.get("values", [])
        )
        assert checked.broken == ("broken" in expected)
    if name == "everything is right":
        assert checked.passed == {"keys": {"play": "x"}}


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"pace = 200\n# \xff", "Line 2 of settings.toml is not in UTF-8"),
        (b"#" * 1_000_001, "settings.toml is larger than 1 MB"),
        (b"keep = " + b"[" * 100_000, "settings.toml are too deep"),
        (b"pace = " + b"9" * 5000, "Line 1 of settings.toml can't be read"),
        (b"pace = 1\x00", "Line 1 of settings.toml can't be read"),
    ],
)
def test_what_is_no_file_of_settings_is_refused_in_a_sentence(data: bytes, told: str) -> None:
    checked = check(data)
    assert checked.broken
    assert told in checked.faults[0]


def test_every_value_of_every_setting_goes_into_the_file_and_back(path: Path) -> None:
    wanted = {
        "voices": ['{"fr": "espeak:fr-fr"}'], "device": ["Head phones", ""],
        "voice": ["piper", "espeak:en-gb"], "announcer": ["pyttsx3", ""],
        "keep": ["promotion share", ""],
    }  # fmt: skip
    for setting in SETTINGS.values():
        kind = setting.kind
        values = wanted.get(setting.name) or list(kind.values)
        if kind.stepped is not None and not values:
            values = [kind.stepped(kind.default, 1)]
        assert values, setting.name
        for value in [*values, kind.default]:
            SettingsFile(path).keep_setting(setting.name, value)
            again = SettingsFile(path)
            assert (again.setting(setting.name) or kind.default) == value
            assert again.faults == ()
            assert setting.sentence(value).startswith(f"{setting.title}: ")


BY_HAND = """\
# Mine.
pace = 250 # quick enough

# Unknown to Intone.
colour = "red"

[voices] # of others
# French
fr = "espeak:fr"
"""


def test_what_a_person_wrote_stays_as_it_stands(path: Path) -> None:
    path.write_text(BY_HAND)
    settings = SettingsFile(path)
    settings.keep_setting("pace", "300")
    settings.keep_setting("voices", '{"fr": "espeak:fr", "de": "piper"}')
    settings.keep_setting("over", "yes")
    text = path.read_text()
    assert text == BY_HAND.replace("250", "300").replace(
        'colour = "red"\n', 'colour = "red"\nover = true\n'
    ).replace('fr = "espeak:fr"\n', 'fr = "espeak:fr"\nde = "piper"\n')
    settings.drop_setting("over", "pace")
    assert "# Mine." in path.read_text()
    assert "over" not in path.read_text()
    assert SettingsFile(path).setting("pace") is None


def test_what_another_program_wrote_meanwhile_stays(path: Path) -> None:
    one, two = SettingsFile(path), SettingsFile(path)
    one.keep_setting("pace", "300")
    two.keep_setting("volume", "80")
    again = SettingsFile(path)
    assert (again.setting("pace"), again.setting("volume")) == ("300", "80")


def test_nothing_is_written_when_there_is_nothing_to_write(path: Path) -> None:
    settings = SettingsFile(path)
    settings.drop_setting("pace")
    assert not path.exists()


def test_nobody_else_may_read_the_file(tmp_path: Path) -> None:
    path = tmp_path / "config" / "intone" / "settings.toml"
    before = os.umask(0)
    try:
        SettingsFile(path).keep_setting("pace", "200")
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [file.name for file in path.parent.iterdir()] == ["settings.toml"]


def test_a_link_stays_a_link(tmp_path: Path, path: Path) -> None:
    target = tmp_path / "kept" / "intone.toml"
    target.parent.mkdir()
    target.write_text("pace = 200\n")
    path.symlink_to(target)
    SettingsFile(path).keep_setting("pace", "300")
    assert path.is_symlink()
    assert target.read_text() == "pace = 300\n"


def test_kill_minus_nine_loses_no_choice(path: Path) -> None:
    code = (
        "import os, signal, sys, pathlib\n"
        "from tui.settings_file import SettingsFile\n"
        "SettingsFile(pathlib.Path(sys.argv[1])).keep_setting('pace', '300')\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    assert SettingsFile(path).setting("pace") == "300"


def test_a_file_that_cannot_be_read_is_set_aside_by_the_first_change(path: Path) -> None:
    path.write_text("pace = 200\npace = 300\n")
    settings = SettingsFile(path)
    settings.drop_setting("volume")
    settings.keep_setting("pace", "250")
    (aside,) = [file for file in path.parent.iterdir() if "broken" in file.name]
    assert aside.read_text() == "pace = 200\npace = 300\n"
    assert aside.name in settings.problem
    assert SettingsFile(path).setting("pace") == "250"


@pytest.mark.parametrize("spoilt", ["pace = = 3\n", "#" * 1_000_001])
def test_a_file_that_was_spoilt_meanwhile_loses_nothing_that_holds(path: Path, spoilt: str) -> None:
    settings = SettingsFile(path)
    settings.keep_setting("pace", "250")
    path.write_text(spoilt)
    settings.keep_setting("volume", "80")
    again = SettingsFile(path)
    assert (again.setting("pace"), again.setting("volume")) == ("250", "80")
    (aside,) = [file for file in path.parent.iterdir() if "broken" in file.name]
    assert aside.read_text() == spoilt


LINES = st.lists(
    st.sampled_from((
        "# c", "pace = 1 # q", "volume=3", 'voices.fr = "a"', 'voices . de = "b" # x', "[voices]",
        'fr = "q"', 'de = "z"', "[keys]", 'a = "b"', "[voices.sub]", 'voices = {fr="x"}', "[[m]]",
        "keep = [\n 'a', # b\n]", "voices = 'x'", "[ 'keep' ]", "pace.a = 1", '"pace" = 3',
    )), max_size=9,
)  # fmt: skip
CHANGES = st.fixed_dictionaries({}, optional={
    "pace": st.sampled_from((None, 5)), "keep": st.sampled_from((None, [], ["share"])),
    "voices": st.sampled_from((None, {"fr": "n"}, {"it": "o", "fr-CA": "a"})),
})  # fmt: skip


@given(LINES, CHANGES)
def test_a_change_changes_nothing_else_whatever_stands_there(
    lines: list[str], changes: dict[str, Any]
) -> None:
    text = "\n".join(lines)
    try:
        before = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        before = None
    try:
        after = tomllib.loads(changed(text, changes))
    except UnchangeableError:
        # Else the file is set aside; that has to be rare.
        assert before is None or text.count("voices") > 1
        return
    assert before is not None
    wanted = {**before, **changes}
    assert after == {name: value for name, value in wanted.items() if value is not None}


@pytest.mark.parametrize("kind", ["folder", "pipe", "in the way"])
def test_what_is_no_file_is_told_and_left_alone(path: Path, kind: str) -> None:
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.parent.joinpath("file").write_text("")
        path = path.parent / "file" / "settings.toml"
    settings = SettingsFile(path)
    assert "can't be read" in settings.faults[0]
    settings.keep_setting("pace", "250")
    assert settings.setting("pace") == "250"
    assert "can't be written" in settings.problem


def session_with(tmp_path: Path, settings: SettingsFile) -> tuple[Session, Studio]:
    studio = Studio()
    made = article("# Title", "First here.")
    delivery = kept(settings)
    session = Session(made, studio, Library(tmp_path), delivery, choices=settings)
    studio.listener = session.handle
    return session, studio


def announced(studio: Studio) -> list[str]:
    return [request.text for request in studio.requests if isinstance(request, Announce)]


def test_a_disk_that_cannot_be_written_is_told_once_and_reading_goes_on(
    tmp_path: Path, path: Path
) -> None:
    path.write_text("pace = 200\n")
    settings = SettingsFile(path)
    session, studio = session_with(tmp_path, settings)
    path.unlink()
    path.mkdir()
    faster = next(command for command in COMMANDS if command.id == "pace.faster")
    faster.run(session)
    faster.run(session)
    assert session.narrator.delivery.pace == 220
    assert [text for text in announced(studio) if "can't be kept" in text] == [settings.problem]
    assert session.messages == [settings.problem]


def test_no_more_than_a_few_faults_are_spoken_and_all_are_kept(tmp_path: Path, path: Path) -> None:
    path.write_text("".join(f"colour{number} = 1\n" for number in range(6)))
    settings = SettingsFile(path)
    session, studio = session_with(tmp_path, settings)
    tell_faults(session, settings.faults)
    told = announced(studio)
    assert told[:3] == list(settings.faults[:3])
    assert told[3:] == ["3 more of these in settings.toml, with the messages."]
    assert set(settings.faults) < set(session.messages)


def test_nothing_is_written_while_it_is_private(path: Path) -> None:
    private = True
    settings = SettingsFile(path, lambda: private)
    settings.keep_setting("pace", "250")
    assert settings.setting("pace") == "250"
    assert not path.exists()
    private = False
    settings.keep_setting("volume", "80")
    assert path.read_text().endswith("volume = 80\n")


def test_without_a_file_all_is_in_memory() -> None:
    settings = SettingsFile(None)
    settings.keep_setting("pace", "250")
    assert settings.setting("pace") == "250"
    assert not settings.problem


def test_where_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("INTONE_STATE", raising=False)
    monkeypatch.delenv("INTONE_SETTINGS", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert settings_path().name == "settings.toml"
    if sys.platform == "linux":
        assert settings_path() == tmp_path / "intone" / "settings.toml"
    monkeypatch.setenv("INTONE_STATE", str(tmp_path / "state"))
    assert settings_path() == tmp_path / "state" / "settings.toml"
    monkeypatch.setenv("INTONE_SETTINGS", str(tmp_path / "mine.toml"))
    assert settings_path() == tmp_path / "mine.toml"


def test_what_the_library_has_from_before_is_taken_over_once(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTONE_SETTINGS", str(path))
    library = Library(tmp_path / "state")
    before = {
        "pace": "250", "over": "yes", "voices": '{"fr": "espeak:fr"}', "keep": "promotion",
        "volume": "loud", "structure": "some", "gaps": "3", "put back in 12": "0,1",
    }  # fmt: skip
    for name, value in before.items():
        library.keep_setting(name, value)
    settings = open_settings(library)
    assert not settings.problem
    assert {name: settings.setting(name) for name in before} == {
        "pace": "250", "over": "yes", "voices": json.dumps({"fr": "espeak:fr"}),
        "keep": "promotion", "volume": None, "structure": None, "gaps": None,
        "put back in 12": None,
    }  # fmt: skip
    assert library.settings() == {"gaps": "3", "put back in 12": "0,1"}
    assert SettingsFile(path).setting("pace") == "250"
    path.unlink()
    assert open_settings(library).setting("pace") is None


def test_what_cannot_be_taken_over_stays_in_the_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("INTONE_SETTINGS", str(tmp_path / "file" / "settings.toml"))
    library = Library(tmp_path / "state")
    library.keep_setting("pace", "250")
    open_settings(library)
    assert library.setting("pace") == "250"


def test_what_is_read_privately_takes_nothing_from_the_library(path: Path) -> None:
    settings = SettingsFile(path, lambda: True)
    assert not settings.take_over({"pace": "250"})
    assert settings.setting("pace") == "250"
    assert not path.exists()
