"""Plain text: what a reader should find in pasted articles, and that nothing is lost."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content import plain
from content.dates import match
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
