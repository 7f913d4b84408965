"""One block of an article becomes utterances, each kind of block in its own way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from content import structure
from content.announcing import Part, audible, before_the_first, behind_the_last, with_pages
from content.clauses import clauses
from content.language import language_of_part
from content.model import Article, Block
from content.patterns import lazily
from content.pieces import keep_safe, make_pieces, said_of
from content.pronunciations import Pronunciations
from content.settings import ScriptSettings
from content.spoken_tables import (
    SpokenCell,
    column_headers,
    row_count,
    size_of,
    table_cells,
)
from content.stretches import by_language, joined, line_sentences, lines, within
from content.utterance import Piece, Utterance
from content.words import Words, base_of, words_of

_BETWEEN_SENTENCES = 250
_BETWEEN_CLAUSES = 120
_BETWEEN_LANGUAGES = 60
_AFTER_BLOCK = {
    "heading": 600,
    "paragraph": 500,
    "item": 350,
    "term": 300,
    "definition": 450,
    "quote": 500,
    "code": 500,
    "table": 500,
    "figure": 500,
    "caption": 500,
    "note": 450,
    "trust": 450,
}
"""Milliseconds of silence at 180 words a minute."""

_NAME = lazily(r"[A-Za-z][\w+#.-]{0,19}\Z")


@dataclass(frozen=True, slots=True)
class _Manner:
    """How a block is said."""

    language: str
    settings: ScriptSettings
    words: Words
    """Those that are added to the text."""
    known: Pronunciations


def say_block(
    article: Article,
    index: int,
    section: int,
    settings: ScriptSettings,
    known: Pronunciations,
) -> Iterator[Utterance]:
    """Yield what is said of the block at ``index``, which stands in ``section``."""
    block = article.blocks[index]
    if block.kind == "rule" or _repeats_its_figure(article, index):
        return
    words = words_of(article.language or "en")
    manner = _Manner(_language(article, block), settings, words, known)
    match block.kind:
        case "code":
            parts = _code(block, manner)
        case "table" if block.cells:
            parts = _table(block, manner)
        case _:
            parts = _prose(block, manner)
    if structure.says(settings.structure, "most"):
        parts = with_pages(parts, structure.pages(article, index), words)
    if block.text.strip() or block.kind in ("item", "figure"):
        ahead = list(structure.before(article, index, settings.structure, words))
        behind = list(structure.after(article, index, settings, words))
        parts = before_the_first(parts, ahead, words.language)
        parts = behind_the_last(parts, behind, words.language)
    for (pieces, pause, spoken_in), last in audible(parts):
        if last:
            pause = _AFTER_BLOCK.get(block.kind, 500)
        yield Utterance(index, keep_safe(pieces), spoken_in, block.kind, pause, section)


def _language(article: Article, block: Block) -> str:
    """Return the block's language: declared, else the article's unless it plainly is another."""
    own = article.language or "en"
    if block.kind in ("code", "rule", "table", "trust"):
        return own
    return block.language or language_of_part(block.text, own)


def _repeats_its_figure(article: Article, index: int) -> bool:
    """Whether a caption only says again what was said of the figure before it."""
    block = article.blocks[index]
    figure = article.blocks[index - 1] if index else block
    return block.kind == "caption" and figure.kind == "figure" and figure.text == block.text


def _prose(block: Block, manner: _Manner) -> Iterator[Part]:
    text, language = block.text, manner.language
    if not text.strip():
        yield [Piece("", 0, len(text), "space")], _BETWEEN_SENTENCES, language
    for sentence in joined(text, line_sentences(text, language)):
        for start, end, spoken_in in by_language(text, *sentence, block.spans, language):
            for first, last in clauses(text, start, end):
                pieces = _pieces(block, first, last, manner, spoken_in)
                pause = _BETWEEN_CLAUSES if last < end else _BETWEEN_LANGUAGES
                yield pieces, _BETWEEN_SENTENCES if last == sentence[1] else pause, spoken_in


def _pieces(block: Block, start: int, end: int, manner: _Manner, language: str = "") -> list[Piece]:
    spoken_in = language or manner.language
    spans = () if block.kind == "code" else block.spans
    return make_pieces(
        block.text, start, end, spoken_in, block.kind, spans, manner.settings, manner.known
    )


def _code(block: Block, manner: _Manner) -> Iterator[Part]:
    text, words = block.text, manner.words
    stretches = lines(text)
    count = sum(1 for start, end in stretches if text[start:end].strip())
    if not count:
        return
    announced = words("code", count)
    if _NAME.match(block.language):
        announced += f", {block.language[0].upper()}{block.language[1:]}"
    ahead = [Piece(announced, 0, 0, "code")]
    if manner.settings.code == "summary":
        yield [*ahead, Piece("", 0, len(text), "summary")], _BETWEEN_SENTENCES, words.language
        return
    if structure.says(manner.settings.structure, "few"):
        yield ahead, _BETWEEN_SENTENCES, words.language
    for start, end in joined(text, stretches):
        yield _pieces(block, start, end, manner), _BETWEEN_SENTENCES, manner.language


def _table(block: Block, manner: _Manner) -> Iterator[Part]:
    words, settings = manner.words, manner.settings

    def said(texts: Iterable[str]) -> str:
        return ", ".join(
            said_of(text, manner.language, "table", settings, manner.known) for text in texts
        )

    own = base_of(words.language) == base_of(manner.language)
    size = size_of(block, words)
    if settings.tables == "summary":
        named = said(column_headers(block)) if own else ""
        announced = Piece(f"{size}: {named}" if named else size, 0, 0, "table")
        whole = [announced, Piece("", 0, len(block.text), "summary")]
        yield whole, _BETWEEN_SENTENCES, words.language
        return
    if structure.says(settings.structure, "few"):
        yield [Piece(size, 0, 0, "table")], _BETWEEN_SENTENCES, words.language
    rows = row_count(block)
    for cell in table_cells(block):
        ahead = []
        if cell.row and rows > 1 and structure.says(settings.structure, "some"):
            ahead = [Piece(words("row", cell.row, rows) + ", ", cell.start, cell.start, "table")]
        header = ""
        if cell.headers and structure.says(settings.structure, "few"):
            header = said(cell.headers) + ": "
        yield from before_the_first(_cell(block, cell, header, manner), ahead, words.language)


def _cell(block: Block, cell: SpokenCell, announced: str, manner: _Manner) -> Iterator[Part]:
    text, language = block.text, manner.language
    ahead = [Piece(announced, cell.start, cell.start, "table")] if announced else []
    pause = _AFTER_BLOCK["table"] if cell.ends_row else _BETWEEN_SENTENCES
    stretches = list(joined(text, within(text, cell.start, cell.end, language)))
    if not stretches:
        empty = Piece(manner.words("empty"), cell.start, cell.start, "table")
        space = [Piece("", cell.start, cell.end, "space")] if cell.end > cell.start else []
        yield [*ahead, empty, *space], pause, language
    for start, end in stretches:
        pieces = _pieces(block, start, end, manner)
        yield ahead + pieces, pause if end == cell.end else _BETWEEN_SENTENCES, language
        ahead = []
