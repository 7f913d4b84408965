"""The dictionary and the reasons on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app import cli
from content.dictionary import dictionary_for
from content.errors import IntoneError
from content.library import Library
from tests.support.articles import article


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("INTONE_STATE", str(tmp_path / "state"))
    monkeypatch.chdir(tmp_path)
    Path("one.md").write_text("# One\n\nThe nausea of 20–40 days.\n")
    Path("two.md").write_text("# Two\n\nMore nausea.\n")
    return tmp_path


def run(*arguments: str, given: bytes = b"") -> Result:
    return CliRunner().invoke(cli, arguments, input=given)


def fine(*arguments: str, given: bytes = b"") -> Result:
    done = run(*arguments, given=given)
    assert done.exit_code == 0, (done.output, done.exception)
    return done


def refused(*arguments: str, given: bytes = b"") -> str:
    done = run(*arguments, given=given)
    assert isinstance(done.exception, IntoneError), done.output
    return str(done.exception)


@pytest.mark.usefixtures("folder")
def test_entries_are_added_listed_and_removed() -> None:
    fine("dictionary", "add", "nausea", "--spoken", "sickness")
    fine("dictionary", "add", "nausea", "--ipa", "ˈnɔːziə", "--lang", "en")
    done = fine("dictionary", "add", "Nausea", "--spoken", '"nO:zi@', "--alphabet", "x-sampa",
                "--article", "one.md", "--part", "--case")  # fmt: skip
    assert done.stdout == ""
    assert done.stderr == (
        'Kept. Nausea: "nO:zi@ in X-SAMPA, in this article, also as a part of words, '
        "only with these capitals.\n"
    )
    assert fine("dictionary", "list").stdout.splitlines() == [
        'Nausea: "nO:zi@ in X-SAMPA, in the article One, also as a part of words, '
        "only with these capitals",
        "nausea: ˈnɔːziə in IPA, in every article, where the language is en",
        "nausea: sickness, in every article",
    ]
    assert len(fine("dictionary", "list", "--lang", "en").stdout.splitlines()) == 1
    assert refused("dictionary", "remove", "nausea") == (
        "There are 3 entries for nausea; say which with --article or --lang, or remove them "
        "with --all."
    )
    fine("dictionary", "remove", "NAUSEA", "--article", "one.md")
    assert "Removed 2 entries" in fine("dictionary", "remove", "nausea", "--all").stderr
    assert fine("dictionary", "list").stdout == ""


def test_json_has_every_field(folder: Path) -> None:
    fine("dictionary", "add", "WHO", "--spoken", "the agency", "--case", "--article", "one.md")
    assert json.loads(fine("dictionary", "list", "--json").stdout) == [
        {
            "written": "WHO", "spoken": "the agency", "alphabet": None, "language": None,
            "article": str(folder / "one.md"), "part": False, "case": True,
        }
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nausea"], "Say how it is to be said, with either --spoken or --ipa."),
        (["nausea", "--spoken", "a", "--ipa", "a"],
         "Say how it is to be said, with either --spoken or --ipa."),
        (["nausea", "--ipa", "HELLO"],
         "HELLO, which nausea is to be said as, is not IPA; correct it, or give it as text."),
        (["", "--spoken", "a"],
         "The word to be said otherwise is empty; give at least one letter."),
        (["nausea", "--spoken", " "],
         "It is missing how nausea is to be said; give words or phonemes."),
        (["nausea", "--spoken", "a", "--lang", "no tag"],
         "A language is given as in en, en-GB or pt-BR, not no tag."),
        (["a" * 201, "--spoken", "b"],
         f"{'a' * 60}… is longer than 200 characters; give a shorter phrase."),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("folder")
def test_what_cannot_be_kept_is_told_in_a_sentence(arguments: list[str], sentence: str) -> None:
    assert refused("dictionary", "add", *arguments) == sentence
    assert fine("dictionary", "list").stdout == ""


def test_what_is_exported_is_imported_again(folder: Path) -> None:
    fine("dictionary", "add", "nausea", "--ipa", "ˈnɔːziə")
    fine("dictionary", "add", "pain", "--spoken", "ache & <more>", "--lang", "en-GB", "--part")
    before = fine("dictionary", "list").stdout
    assert "Wrote 2 entries to all.pls" in fine("dictionary", "export", "all.pls").stderr
    exported = fine("dictionary", "export", "-").stdout_bytes
    assert exported == Path("all.pls").read_bytes()
    for written in ("nausea", "pain"):
        fine("dictionary", "remove", written)
    assert "Added 2 entries" in fine("dictionary", "import", "-", given=exported).stderr
    assert fine("dictionary", "list").stdout == before

    fine("dictionary", "import", "all.pls", "--article", "two.md", "--lang", "fr")
    two = article("More.", source=str(folder / "two.md"))
    said = dictionary_for(Library(folder / "state"), two)
    assert {(each.own, each.language) for each in said} >= {(True, "fr")}


@pytest.mark.usefixtures("folder")
def test_files_that_cannot_be_used_are_told_in_a_sentence() -> None:
    assert refused("dictionary", "import", "none.pls") == (
        "none.pls can't be read: No such file or directory."
    )
    assert refused("dictionary", "import", "one.md").startswith(
        "one.md is not a pronunciation lexicon, as it is not well-formed XML: "
    )
    assert refused("dictionary", "import", "-", given=b"<lexicon/>") == (
        "There is no word in standard input that could be added."
    )
    assert refused("dictionary", "export", "none/all.pls").startswith(
        "none/all.pls can't be written: "
    )


@pytest.mark.usefixtures("folder")
def test_what_is_printed_and_why_follow_the_dictionary() -> None:
    fine("dictionary", "add", "nausea", "--spoken", "sickness", "--article", "one.md")
    assert "The sickness of 20 to 40 days." in fine("script", "one.md").stdout
    assert "More nausea." in fine("script", "two.md").stdout
    assert fine("script", "one.md", "--why", "nausea").stdout == (
        "Written: nausea. Said: sickness. "
        "Rule: dictionary, your dictionary says how this is said.\n"
    )
    (found,) = json.loads(fine("script", "one.md", "--why", "20–40", "--json").stdout)
    assert (found["said"], found["rules"][0]["name"]) == ("20 to 40", "range")
    assert refused("script", "one.md", "--why", "zebra") == (
        "zebra is not in One; give words as they are written there."
    )


def test_a_library_that_cannot_be_used_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTONE_STATE", str(folder / "one.md"))
    assert "can't be kept" in refused("dictionary", "list")
