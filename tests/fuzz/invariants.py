"""What holds for every article, whatever it was made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import pairwise

from content.model import Article, Block, Position
from content.text import clean, clean_line
from tests.support.pieces import check_whole


def check_article(article: Article) -> None:
    """Check an article's texts, places and sections, and that its script says all of it."""
    lines = [article.title, article.language, *(section.title for section in article.sections)]
    lines += [page.label for page in article.pages]
    assert [line for line in lines if clean_line(line) != line] == []
    assert [text for text in texts_of(article) if clean(text) != text] == []
    for block in article.blocks:
        check_block(block)
    for piece in article.skipped:
        assert 0 <= piece.before <= len(article.blocks)
    for before, after in pairwise(article.skipped):
        assert before.before <= after.before
    check_sections(article)
    for page in article.pages:
        check_position(page.position, article)
    for one, other in pairwise(article.pages):
        assert one.position <= other.position
    check_whole(article)


def texts_of(value: object) -> Iterator[str]:
    """Yield every text in an article, wherever it stands."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from texts_of(each)
    elif is_dataclass(value):
        for one in fields(value):
            yield from texts_of(getattr(value, one.name))


def check_block(block: Block) -> None:
    """Check that what refers to a block's text lies within it."""
    assert (block.kind == "rule") <= (block.text == "")
    size = len(block.text)
    for span in block.spans:
        assert 0 <= span.start < span.end <= size, span
    end = 0
    for cell in block.cells:
        assert end <= cell.start <= cell.end <= size, cell
        assert cell.rows >= 1
        assert cell.columns >= 1
        end = cell.end
    end = 0
    for run in block.runs:
        assert end <= run.text <= run.text + run.length <= size, run
        end = run.text + run.length


def check_sections(article: Article) -> None:
    """Check that sections are in order, each beginning with its heading."""
    end = 0
    for section in article.sections:
        assert end <= section.first < section.end <= len(article.blocks)
        assert article.blocks[section.first].kind == "heading"
        assert 1 <= section.level <= 6
        end = section.end


def check_position(position: Position, article: Article) -> None:
    """Check that a position is in the article."""
    assert 0 <= position.block < len(article.blocks)
    assert 0 <= position.offset <= len(article.blocks[position.block].text)
