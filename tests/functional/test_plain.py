"""Plain text: what a reader should find in pasted articles, and that nothing is lost."""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content import plain
from content.dates import match
from content.kept import with_kept
from content.model import Article
from content.text import clean
from content.trust_lines import parse

DATA = Path(__file__).parent / "data"
CORPORA = Path(__file__).parents[2].parent / "shared" / "corpora"

PAGES = sorted((DATA / "plain").glob("*.txt"))
PASTED = sorted((CORPORA / "pasted").glob("*.txt"))
HEALTH = sorted((CORPORA / "health").glob("*.pasted.txt"))

needs_corpora = pytest.mark.skipif(not PASTED, reason="the corpora are not at ../shared/corpora")


def _load(path: Path) -> Article:
    return plain.load(clean(path.read_text("utf-8")), path.name, "en")


def _is_as_expected(found: object, expected: object) -> bool:
    """Whether ``found`` has what ``expected`` names; more fields and people may be there."""
    if isinstance(expected, dict):
        return all(_is_as_expected(getattr(found, key), value) for key, value in expected.items())
    if isinstance(expected, list):
        assert isinstance(found, tuple)
        return len(found) == len(expected) and all(map(_is_as_expected, found, expected))
    return found == expected


def _check_runs(article: Article, text: str) -> None:
    for block in article.blocks:
        for run in block.runs:
            said = block.text[run.text : run.text + run.length]
            assert said == text[run.source : run.source + run.length]


def _check(path: Path) -> None:
    article = _load(path)
    expected = json.loads(path.with_suffix(".expected.json").read_text("utf-8"))
    assert article.title == expected["title"]
    assert [section.title for section in article.sections] == expected["headings"]
    for key, value in expected.get("trust", {}).items():
        assert _is_as_expected(getattr(article.trust, key), value), getattr(article.trust, key)
    skipped = [piece.text for piece in article.skipped]
    assert bool(skipped) == bool(expected["skipped"]), skipped
    for snippet in expected["skipped"]:
        assert any(snippet in text for text in skipped), snippet
    for snippet in expected.get("spoken", []):
        assert any(snippet in block.text for block in article.blocks), snippet
        assert not any(snippet in text for text in skipped), snippet
    if "items" in expected:
        assert [b.text for b in article.blocks if b.kind == "item"] == expected["items"]
    if "paragraphs" in expected:
        assert sum(b.kind == "paragraph" for b in article.blocks) == expected["paragraphs"]
    _check_runs(article, clean(path.read_text("utf-8")))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_page(path: Path) -> None:
    """A page has the title, sections, trust and furniture that its data file names."""
    _check(path)


@needs_corpora
@pytest.mark.parametrize("path", PASTED, ids=lambda path: path.stem)
def test_pasted_corpus(path: Path) -> None:
    _check(path)


@needs_corpora
def test_health_corpus() -> None:
    """Headings are found where their markup is gone, and no sentence is taken for furniture."""
    found = right = true = 0
    for path in HEALTH:
        article = _load(path)
        marked = json.loads(path.with_name(path.name[:-11] + ".headings.json").read_text("utf-8"))
        expected = Counter(title for _, title in marked)
        headings = Counter([article.title, *(section.title for section in article.sections)])
        right += sum((expected & headings).values())
        found += sum(headings.values())
        true += sum(expected.values())
        assert not article.skipped
    assert right / found >= 0.95
    assert right / true >= 0.95


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
@pytest.mark.parametrize("mark", ["    ", "\t", "\u00a0"])
def test_white_space_around_lines_changes_nothing(path: Path, mark: str) -> None:
    """Browsers paste what stands in a column of its own with white space before each line."""
    text = clean(path.read_text("utf-8"))
    moved = "\n".join(f"{mark}{line}  " if line.strip() else line for line in text.split("\n"))
    plainly, changed = plain.load(text, "a", "en"), plain.load(moved, "a", "en")
    assert [(b.kind, b.text) for b in changed.blocks] == [(b.kind, b.text) for b in plainly.blocks]
    assert [p.text for p in changed.skipped] == [p.text for p in plainly.skipped]
    assert changed.trust == plainly.trust
    _check_runs(changed, moved)
    for piece in changed.skipped:
        assert moved[piece.start :].startswith(piece.text.split("\n")[0][:5])


def _wrapped(text: str, width: int, mark: str = "") -> str:
    """Return ``text`` as an editor or a mail program breaks its lines."""
    lines: list[str] = []
    for line in text.split("\n"):
        indent = line[: len(line) - len(line.lstrip())]
        lines += textwrap.wrap(line, width, subsequent_indent=indent) or [""]
    return "\n".join((mark + line).rstrip() for line in lines)


def _spaced(text: str) -> str:
    return "\n\n".join(line for line in text.split("\n") if line.strip())


@needs_corpora
@pytest.mark.parametrize(
    "change",
    [
        lambda text: _wrapped(text, 72),
        lambda text: _wrapped(text, 65),
        lambda text: _wrapped(text, 72, "> "),
        lambda text: _wrapped(_spaced(text), 72),
        lambda text: "\n".join(f"> {line}".rstrip() for line in text.split("\n")),
        _spaced,
    ],
    ids=["72 columns", "65 columns", "a letter", "all spaced, 72 columns", "quoted", "all spaced"],
)
def test_wrapped_health_corpus(change: Callable[[str], str]) -> None:
    """An article has the same headings and paragraphs however its lines were broken."""
    same = total = 0
    for path in HEALTH:
        text = clean(path.read_text("utf-8"))
        plainly, changed = plain.load(text, "a", "en"), plain.load(change(text), "a", "en")
        assert not changed.skipped
        expected = Counter((block.kind, block.text) for block in plainly.blocks)
        same += sum((expected & Counter((b.kind, b.text) for b in changed.blocks)).values())
        total += len(plainly.blocks)
    assert same / total >= 0.99


def test_a_letter_that_is_answered_has_its_quotations() -> None:
    text = (
        "I agree with all of it.\n\nOn Monday, Ada wrote:\n"
        "> The clinic opens at nine on weekdays, and\n> you need no appointment.\n"
        ">> Is it open on Saturdays as well, do you know?\n\nGood to know."
    )
    assert [(b.kind, b.level, b.text) for b in plain.load(text, "-", "en").blocks] == [
        ("paragraph", 0, "I agree with all of it."),
        ("paragraph", 0, "On Monday, Ada wrote:"),
        ("quote", 1, "The clinic opens at nine on weekdays, and"),
        ("quote", 1, "you need no appointment."),
        ("quote", 2, "Is it open on Saturdays as well, do you know?"),
        ("paragraph", 0, "Good to know."),
    ]


def test_a_trail_of_links_is_no_quotation() -> None:
    text = "Home\n> Health\n> Sleep\n\nWhy we dream\n\nNobody knows for sure."
    assert not any(b.kind == "quote" for b in plain.load(text, "-", "en").blocks)


def _printed(number: str) -> str:
    """Return a paragraph broken over four pages of twelve lines, each in mid-sentence."""
    text = " ".join(f"On day {day} you can move the arm a little more than the day before it,"
                    " if that does not hurt you at all." for day in range(50))  # fmt: skip
    lines = _wrapped(text, 72).split("\n")
    pages = ["\n".join(lines[at : at + 12]) for at in range(0, 48, 12)]
    return "\n\n\f".join(
        f"A Leaflet on Elbows\n\n{page}\n\n{number.format(at)}" for at, page in enumerate(pages, 1)
    )


@pytest.mark.parametrize("number", ["{}", "Page {} of 3", "- {} -", "{}/3", "Seite {}"])
def test_page_numbers_and_running_heads_do_not_break_sentences(number: str) -> None:
    text = clean(_printed(number))
    article = plain.load(text, "leaflet.txt", "en")
    assert {piece.kind for piece in article.skipped} == {"page"}
    numbers = [number.format(page) for page in (1, 2, 3, 4)]
    assert [p.text for p in article.skipped if "Elbows" not in p.text] == numbers
    assert sum("Elbows" in piece.text for piece in article.skipped) >= 3
    assert len([block for block in article.blocks if block.text[0].islower()]) == 0
    _check_runs(article, text)


def test_numbers_that_are_no_pages_stay() -> None:
    """Steps, scores and years on lines of their own are read."""
    steps = "\n".join(f"{number}\nWash your hands with soap." for number in range(1, 9))
    for text in (steps, "The years\n\n1968\n\nA year.\n\n1969\n\nAnother.", "1\n2\n3"):
        assert plain.load(text, "-", "en").skipped == ()


@pytest.mark.parametrize(
    "case", json.loads((DATA / "trust.json").read_text("utf-8")), ids=lambda case: case["line"][:60]
)
def test_trust_line(case: dict[str, object]) -> None:
    """A trust line claims what its data says; a sentence claims nothing."""
    claims = [
        [claim.kind, claim.date, [[p.name, p.credentials, p.role] for p in claim.people]]
        for claim in parse(str(case["line"]), byline=True)
    ]
    assert claims == case["claims"]


@pytest.mark.parametrize(
    ("text", "iso"), json.loads((DATA / "dates.json").read_text("utf-8")).items()
)
def test_date(text: str, iso: str | None) -> None:
    found = match(text)
    assert (found[0] if found and found[1] == len(text) else None) == iso


LINES = st.one_of(
    st.text(alphabet=" \tabAB.:?!|/[]()–—“”é文", max_size=60),
    st.sampled_from(
        [
            "", "", "A heading", "Symptoms include:", "a sore throat", "Learn more with Flo",
            "A sentence that ends, as they do.", "Read this next", "Updated 3 March 2021",
            "Menu", "Search", "In this article", "Was this helpful?", "Yes", "ADVERTISEMENT",
            "History of updates", "Written by", "Jane Doe, MD", "    indented text",
            "[/] [@click=app.quit]", "Sign up for our newsletter", "Enter your email",
            "Home / Conditions / Flu", "Our app helps you with it.", "Causes | Signs | Outlook",
            "3 comments", "Jane says:", "March 3, 2023 at 4:12 pm", "Reply", "Page 1 of 9", "Ad",
            "2.1 | 14 June 2023 | New law", "References", "Related", "Get our weekly email",
            "Page last reviewed: 14 June 2023", "© 2023 A Site", "Share this article", "Datum: x",
            "A clinic does not provide medical advice.", "Over 3 million people use Flo.",
        ]
    ),
)  # fmt: skip


@given(st.lists(LINES, max_size=30).map("\n".join))
@settings(max_examples=300, deadline=None)
def test_nothing_is_lost(text: str) -> None:
    """Every character that is no white space is in a block or in something skipped."""
    text = clean(text)
    article = plain.load(text, "-", "en")
    kept = [block.text for block in article.blocks] + [piece.text for piece in article.skipped]
    assert Counter("".join("".join(kept).split())) == Counter("".join(text.split()))
    _check_runs(article, text)


@given(st.lists(LINES.filter(lambda line: not line.rstrip().endswith("-")), max_size=30))
@settings(max_examples=200, deadline=None)
def test_no_word_is_lost_whatever_is_kept(lines: list[str]) -> None:
    """The words of blocks and skipped pieces are those of the source, kept or not."""
    text = clean("\n".join(lines))
    article = plain.load(text, "-", "en")
    for made in (article, with_kept(article, ["promotion"]), with_kept(article, ["all"])):
        kept = [block.text for block in made.blocks] + [piece.text for piece in made.skipped]
        assert Counter("\n".join(kept).split()) == Counter(text.split())
    assert with_kept(article, ["all"]).skipped == ()


MARKED = st.sampled_from(
    [
        "- ",
        "* ",
        "1. ",
        "2. ",
        "10) ",
        "• ",
        "•",
        "---",
        "====",
        "* * *",
        "",
        "a line",
        "Text.",
        "  x",
    ]
)


@given(st.lists(st.tuples(MARKED, LINES).map("".join), max_size=30).map("\n".join))
@settings(max_examples=200, deadline=None)
def test_nothing_but_markers_is_lost(text: str) -> None:
    text = clean(text)
    article = plain.load(text, "-", "en")
    kept = [block.text for block in article.blocks] + [piece.text for piece in article.skipped]
    lost = Counter("".join(text.split())) - Counter("".join("".join(kept).split()))
    assert set(lost) <= set("-*•=.)1203")
    assert all(0 <= piece.before <= len(article.blocks) for piece in article.skipped)
    _check_runs(article, text)


@pytest.mark.parametrize(
    "text",
    ["a" * 1_000_000, "word " * 200_000, "\n" * 100_000, "x\n" * 20_000, "- \n" * 5_000,
     "Menu\n\n" * 5_000, "A b:\n\n" * 5_000, " " * 200_000, "| " * 50_000, "Written by\n" * 5_000,
     "Read this next\n" * 3_000, "1. a\n\n" * 3_000, "=" * 100_000, "Aa bb cc dd\n\n" * 5_000],
    ids=range(14),
)  # fmt: skip
def test_extreme_text(text: str) -> None:
    """Odd sizes open as anything does."""
    article = plain.load(text, "-", "en")
    kept = sum(len("".join(block.text.split())) for block in article.blocks)
    assert kept <= len(text)


def test_nothing_at_all() -> None:
    article = plain.load("", "empty.txt", "en")
    assert (article.title, article.blocks) == ("empty.txt", ())


@pytest.mark.parametrize("text", ["- x\n" * 6, "Share\n", "Menu\nHome\nContact us\n"])
def test_what_would_leave_nothing_is_read_whole(text: str) -> None:
    article = plain.load(text, "-", "en")
    assert " ".join(block.text for block in article.blocks).split() == text.replace("-", "").split()
    assert article.skipped == ()
