"""The commands for people and scripts: plain text, JSON, exit codes, sentences."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import wave
from pathlib import Path

import pytest

from content.library import Library
from tests.support.books import book, package, page
from tests.support.docx_maker import docx, paragraph
from tests.support.pdf_maker import Text, pdf
from tests.support.terminal import environment_for, program
from tests.support.web_server import WebServer, answer

ARTICLE = """---
lang: en-GB
---
# A title

Reviewed by Jane Doe, MD, Cardiologist

Lead sentence. Take 20–40 mg.

## First

One two three.

### Deeper

Four five.

## Second

Six seven.
"""


class Ran:
    def __init__(self, done: subprocess.CompletedProcess[bytes]) -> None:
        self.code = done.returncode
        self.out = done.stdout.decode()
        self.err = done.stderr.decode()


@pytest.fixture
def run(tmp_path: Path):  # type: ignore[no-untyped-def]
    def run(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> Ran:
        return Ran(
            subprocess.run(
                [*program(), *map(str, arguments)],
                input=stdin,
                capture_output=True,
                cwd=tmp_path,
                env=environment_for(tmp_path / "state", environment),
                timeout=120,
                check=False,
            )
        )

    return run


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "article.md"
    file.write_text(ARTICLE)
    return file


def test_without_a_terminal_it_prints_what_it_would_read(run, path: Path) -> None:
    ran = run(path)
    assert ran.code == 0
    assert ran.out.splitlines()[0] == "A title"
    assert "Take 20 to 40 milligrams." in ran.out
    assert ran.err == ""
    assert run("-", stdin=ARTICLE.encode()).out == ran.out
    assert run("--pace", "300", path).out == ran.out


def test_the_guide_is_read_without_a_source(run) -> None:
    ran = run()
    assert ran.code == 0
    assert "Intone" in ran.out.splitlines()[0]


def test_outline_as_json(run, path: Path) -> None:
    made = json.loads(run("outline", path, "--json").out)
    assert made["title"] == "A title"
    assert made["language"] == "en-GB"
    assert made["source"].endswith("article.md")
    assert [(s["title"], s["level"], s["words"]) for s in made["sections"]] == [
        ("First", 2, 3), ("Deeper", 3, 2), ("Second", 2, 2),
    ]  # fmt: skip
    start = made["sections"][0]["start"]
    assert ARTICLE[start:].startswith("First") or ARTICLE[start:].startswith("## First")
    assert made["trust"]["reviewed_by"] == [
        {"name": "Jane Doe", "credentials": "MD", "role": "Cardiologist"}
    ]
    assert set(made["trust"]) >= {
        "published", "updated", "reviewed", "next_review", "fact_checked", "authors",
        "reviewed_by", "history",
    }  # fmt: skip
    assert made["skipped"] == []


def test_outline_for_people(run, path: Path) -> None:
    out = run("outline", path).out
    for words in ("A title", "First", "Deeper", "Second", "Jane Doe"):
        assert words in out


def test_script_as_json(run, path: Path) -> None:
    made = json.loads(run("script", path, "--json").out)
    assert set(made[0]) >= {"text", "source", "kind", "section", "language", "pause_ms", "rules"}
    (dose,) = [line for line in made if "20–40" in line["source"]]
    assert dose["text"] == "Take 20 to 40 milligrams."
    assert dose["rules"]
    assert [line["section"] for line in made if line["kind"] == "heading"] == [
        None, "First", "Deeper", "Second",
    ]  # fmt: skip


def test_script_is_the_same_each_time(run, path: Path) -> None:
    assert run("script", path).out == run("script", path).out


def seconds(path: Path) -> float:
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        return file.getnframes() / file.getframerate()


@pytest.mark.parametrize("voice", ["espeak", "espeak:en-us", "pyttsx3"])
def test_export_makes_a_file_without_a_device(run, path: Path, voice: str) -> None:
    out = path.with_name("out.wav")
    ran = run("export", path, "-o", out, "--voice", voice)
    assert ran.code == 0
    assert 5 < seconds(out) < 30
    assert ran.out == ""
    percents = [line for line in ran.err.splitlines() if line.endswith(" percent")]
    assert percents[-1] == "100 percent"
    assert "\r" not in ran.err


def test_export_of_a_section_has_what_is_under_it(run, path: Path) -> None:
    lengths = []
    for section in ("0", "1", "2", "3"):
        out = path.with_name(f"{section}.wav")
        assert run("export", path, "-o", out, "--section", section).code == 0
        lengths.append(seconds(out))
    whole = path.with_name("whole.wav")
    run("export", path, "-o", whole)
    assert lengths[1] > lengths[2]
    assert lengths[0] + lengths[1] + lengths[3] == pytest.approx(seconds(whole), abs=0.5)


def test_export_at_twice_the_pace_takes_half_the_time(run, path: Path) -> None:
    slow, fast = path.with_name("slow.wav"), path.with_name("fast.wav")
    run("export", path, "-o", slow, "--pace", "150")
    run("export", path, "-o", fast, "--pace", "300")
    assert seconds(fast) == pytest.approx(seconds(slow) / 2, rel=0.15)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["missing.md"], 1, "missing.md"),
        (["outline", "missing.md"], 1, "missing.md"),
        (["."], 1, "folder"),
        (["empty.md"], 1, "empty"),
        (["noise.bin"], 1, "noise.bin"),
        (["export", "article.md", "-o", "no/such/folder/x.wav"], 1, "x.wav"),
        (["export", "article.md", "-o", "x.wav", "--section", "9"], 2, "no section 9"),
        (["export", "article.md", "-o", "x.MP3"], 2, "name it x.wav"),
        (["export", "article.md", "-o", "x.wav", "--voice", "nobody"], 2, "nobody"),
        (["export", "article.md", "-o", "x.wav", "--voice", "fr=nobody"], 2, "nobody"),
        (["export", "article.md", "-o", "x.wav", "--voice", "dispatcher"], 2, "Speech Dispatcher"),
        (["export", "article.md", "-o", "x.wav", "--volume", "50"], 2, "--volume"),
        (["export", "article.md", "-o", "x.wav", "--voice", "espeak:nobody"], 1, "nobody"),
        (["--pace", "9000", "article.md"], 2, "--pace takes a whole number from 60 to 900"),
        (["--pace", "fast", "article.md"], 2, "fast"),
        (["--speech", "loud", "article.md"], 2, "--speech takes all, content or off, not loud."),
        (["--volume", "201", "article.md"], 2, "from 0 to 200, not 201"),
        (["--pitch", "-1", "article.md"], 2, "from 0 to 100, not -1"),
        (["--pitch-range", "50.5", "article.md"], 2, "from 0 to 100, not 50.5"),
        (["--pauses", "301", "article.md"], 2, "from 0 to 300, not 301"),
        (["--announcer-pace", "", "article.md"], 2, "from 60 to 900, not nothing"),
        (["--announcer", "nobody", "article.md"], 2, "no voice named nobody"),
        (["--voice", "nobody:x", "article.md"], 2, "no voice named nobody:x"),
        (["--voice", "espeak", "--voice", "pyttsx3", "article.md"], 2, "Two voices"),
        (["--lang", "!", "article.md"], 2, "language"),
        (["--nonsense", "article.md"], 2, "nonsense"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    run, path: Path, arguments: list[str], code: int, words: str
) -> None:
    path.with_name("empty.md").touch()
    path.with_name("noise.bin").write_bytes(os.urandom(5000))
    ran = run(*arguments)
    assert ran.code == code
    assert words in ran.err
    assert "Traceback" not in ran.err
    assert ran.out == ""
    assert not path.with_name("x.wav").exists()


def test_escapes_in_a_name_do_not_reach_the_terminal(run) -> None:
    ran = run("mis\x1b[31msing\x07.md")
    assert ran.code == 1
    assert "\x1b" not in ran.err
    assert "\x07" not in ran.err


def test_a_file_that_is_not_utf_8_is_read_and_said_so(run, path: Path) -> None:
    path.write_bytes("# Größe\n\nDie Straße führt über die Brücke zum Fluß.\n".encode("cp1252"))
    ran = run(path)
    assert ran.code == 0
    assert "Die Straße führt über die Brücke zum Fluß." in ran.out
    assert "not in UTF-8" in ran.err


def test_a_book_that_lacks_a_part_is_read_and_said_so(run, tmp_path: Path) -> None:
    path = tmp_path / "book.epub"
    files = {"one.xhtml": page("<h1>One</h1><p>The first words.</p>")}
    path.write_bytes(book(files, opf=package(["one.xhtml", "two.xhtml", "three.xhtml"])))

    ran = run("outline", path)

    assert ran.code == 0
    assert "1. One, 3 words" in ran.out
    assert "2 parts missing:" in ran.out
    assert ran.err == ("2 parts of the book can't be read; the first: two.xhtml is missing.\n")


def test_a_reader_of_the_pipe_that_leaves_early_is_no_error(path: Path, tmp_path: Path) -> None:
    path.write_text("# T\n\n" + "Sentence. " * 20000)
    first = subprocess.Popen(
        [*program(), str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env=environment_for(tmp_path),
    )  # fmt: skip
    assert first.stdout is not None
    assert first.stderr is not None
    first.stdout.readline()
    first.stdout.close()
    assert b"Traceback" not in first.stderr.read()
    first.wait()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
def test_output_that_cannot_be_written_is_said_in_a_sentence(path: Path, tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*program(), "script", str(path)],
            stdout=full, stderr=subprocess.PIPE, env=environment_for(tmp_path), check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.decode().startswith("The output can't be written")
    assert b"Traceback" not in done.stderr


def test_export_goes_through_a_link_and_leaves_devices_alone(run, path: Path) -> None:
    target, link = path.with_name("target.wav"), path.with_name("link.wav")
    link.symlink_to(target)
    assert run("export", path, "-o", link).code == 0
    assert link.is_symlink()
    assert seconds(target) > 1
    umask = os.umask(0)
    os.umask(umask)
    assert target.stat().st_mode & 0o777 == 0o666 & ~umask
    pipe = path.with_name("pipe")
    os.mkfifo(pipe)
    ran = run("export", path, "-o", pipe)
    assert ran.code == 1
    assert "not a file that can be replaced" in ran.err
    assert pipe.is_fifo()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_export_that_is_stopped_leaves_nothing(
    path: Path, tmp_path: Path, number: signal.Signals
) -> None:
    path.write_text("# T\n\n" + "A sentence of some words. " * 20000)
    folder = tmp_path / "out"
    folder.mkdir()
    exporting = subprocess.Popen(
        [*program(), "export", str(path), "-o", str(folder / "a.wav")],
        stderr=subprocess.PIPE, env=environment_for(tmp_path),
    )  # fmt: skip
    assert exporting.stderr is not None
    assert exporting.stderr.readline() == b"1 percent\n"
    exporting.send_signal(number)
    rest = exporting.stderr.read()
    assert exporting.wait(5) == 130
    assert b"Traceback" not in rest
    assert list(folder.iterdir()) == []


def test_a_language_that_no_voice_speaks_is_said(run, path: Path) -> None:
    ran = run("export", path, "-o", path.with_name("a.wav"), "--lang", "tlh")
    assert ran.code == 0
    assert "No voice here speaks the language tlh" in ran.err


def test_voices_say_where_they_are_made(run) -> None:
    ran = run("voices")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[0] == "All voices are made on this machine; none sends text anywhere."
    assert (
        "espeak:en-gb: English (Great Britain), en-gb, made on this machine, words exact, "
        "not measured yet"
    ) in lines
    assert any(line.startswith("pyttsx3:") and "words estimated" in line for line in lines)


def test_voices_as_json(run) -> None:
    made = json.loads(run("voices", "--json").out)
    (voice,) = [voice for voice in made if voice["id"] == "espeak:en-gb"]
    assert voice == {
        "id": "espeak:en-gb", "name": "English (Great Britain)", "languages": ["en-gb"],
        "made_on": "this machine", "marks": "exact", "words_a_minute": None,
    }  # fmt: skip


def test_bad_options_are_one_sentence(run, path: Path) -> None:
    ran = run("--volume", "2\x1b[31m00", path)
    assert ran.err == "--volume takes a whole number from 0 to 200, not 200.\n"


def test_every_option_of_the_voice_is_taken(run, path: Path) -> None:
    ran = run(
        "--voice", "piper", "--voice", "fr=espeak:fr", "--volume", "80", "--pitch", "40",
        "--pitch-range", "60", "--pauses", "150", "--device", "Headphones", "--announcer",
        "espeak:en-gb", "--announcer-pace", "250", "--over", path,
    )  # fmt: skip
    assert ran.code == 0
    assert ran.out.splitlines()[0] == "A title"


def test_export_takes_the_manner_and_voices_by_language(run, path: Path) -> None:
    sounds = []
    for options in ([], ["--pitch", "90"], ["--pitch-range", "0"], ["--voice", "en=espeak:de"]):
        out = path.with_name("out.wav")
        assert run("export", path, "-o", out, "--section", "2", *options).code == 0
        sounds.append(out.read_bytes())
    assert len(set(sounds)) == 4


def test_doctor_has_a_line_for_each_thing(run, tmp_path: Path) -> None:
    ran = run("doctor")
    assert ran.code == 0
    starts = [line.split(":")[0] for line in ran.out.splitlines()]
    assert starts == [
        "Sound device", "Devices", "Gaps in the sound at the last reading", "Embedded voice",
        "System voices", "Neural voices", "Speech Dispatcher", "Terminal", "Keys", "Settings",
        "State folder",
    ]  # fmt: skip
    assert "none found" in ran.out.splitlines()[0]
    lines = ran.out.splitlines()
    assert "Devices: none." in lines
    assert "Gaps in the sound at the last reading: none." in lines
    assert all(line.endswith("fine.") for line in lines if line.startswith("Embedded"))
    Library(tmp_path / "state").keep_setting("gaps", "3")
    assert (
        "Gaps in the sound at the last reading: 3; close programs that keep the machine busy."
    ) in run("doctor").out.splitlines()
    (tmp_path / "blocked").touch()
    ran = run("doctor", INTONE_STATE=str(tmp_path / "blocked" / "state"))
    assert "can't be written" in ran.out.splitlines()[-1]


def test_keys_are_listed_and_what_is_wrong_with_them_told(run, tmp_path: Path) -> None:
    ran = run("keys")
    assert ran.code == 0
    assert not ran.err
    first = "space or F5: Play or pause. Reads on, or pauses; goes on with the same word. (play)"
    assert ran.out.splitlines()[0] == first
    (tmp_path / "state").mkdir(exist_ok=True)
    file = tmp_path / "state" / "settings.toml"
    file.write_text('keymap = "one-hand-left"\n[keys]\nplay = "ctrl+up"\nleave = []\n')
    ran = run("keys", "--json")
    found = json.loads(ran.out)
    assert found["keymap"] == "one-hand-left"
    keys = {command["id"]: command["keys"] for command in found["commands"]}
    assert keys["play"] == ["ctrl+up"]
    assert keys["sentence.next"][0] == "d"
    problems = [
        "Line 4 of settings.toml: leave: it must have a key, so it keeps its usual ones.",
        "Play or pause has only ctrl up, which not every terminal sends.",
    ]
    assert ran.err.splitlines() == problems
    assert f"Keys: one-hand-left. {' '.join(problems)}" in run("doctor").out.splitlines()
    assert run("keys", "--preset", "letters-off").out.splitlines()[3].startswith("left in the text")
    assert run("keys", "--preset", "nonsense").code == 2


def test_a_folder_of_the_same_name_is_not_taken_for_ours(run, path: Path) -> None:
    trap = path.with_name("voices")
    trap.mkdir()
    (trap / "__init__.py").write_text("raise SystemExit('trapped')")
    (trap / "system_worker.py").write_text("raise SystemExit('trapped')")
    assert "pyttsx3:" in run("voices").out


def test_help_and_version(run) -> None:
    assert "space plays and pauses" in " ".join(run("--help").out.split())
    assert run("--version").out.startswith("intone ")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_a_file_named_like_a_command_is_read_by_its_path(run, path: Path) -> None:
    path.rename(path.with_name("outline"))
    assert run("./outline").out.splitlines()[0] == "A title"


def test_an_address_is_read_kept_and_forgotten(run) -> None:
    with WebServer({"/": answer(ARTICLE.encode())}) as server:
        address = server.address("/")
        assert run(address).out.splitlines()[0] == "A title"
        server.pages.clear()
        ran = run("outline", address)
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.count("\n") == 1
        assert "--offline" in ran.err
        ran = run("script", "--offline", address)
        assert ran.out.splitlines()[0] == "A title"
        assert ran.err.startswith("This is the copy of today")
        assert "is deleted" in run("forget", address).err
        assert run("script", "--offline", address).code == 1
        assert run("forget").code == run("forget", "--all", address).code == 2
        assert "deleted" in run("forget", "--all").err


def test_the_format_can_be_given(run, path: Path) -> None:
    assert run("--from", "text", path).out.startswith("lang: en-GB\n# A title")
    for command in ("read", "outline", "script"):
        ran = run(command, "--from", "tex\x1b[31m", path)
        assert ran.code == 2
        assert ran.err.startswith("There is no format called tex; use ")
        assert ran.err.count("\n") == 1


def test_documents_and_pages_come_through_a_pipe_too(run) -> None:
    page = [Text("Common cold", 72, 760, 24), Text("Most colds last a week.", 72, 700)]
    words = docx(paragraph("Common cold") + paragraph("Most colds last a week."))
    for data in (pdf([page]), words):
        ran = run("script", "-", stdin=data)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.splitlines() == ["Common cold", "Most colds last a week."]


def test_what_can_not_be_forgotten_is_said(run, tmp_path: Path) -> None:
    (tmp_path / "state").write_text("in the way")
    ran = run("forget", "--all")
    assert ran.code == 1
    assert ran.err.startswith("Nothing is deleted.")


def test_a_command_without_a_source_says_what_it_takes(run) -> None:
    ran = run("outline")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "--clipboard" in ran.err
