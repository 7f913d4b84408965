"""One block of an article becomes utterances, each kind of block in its own way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from content.clauses import clauses
from content.language import language_of_part
from content.model import Article, Block
from content.patterns import lazily
from content.pieces import keep_safe, make_pieces
from content.pronunciations import Pronunciations
from content.sentences import sentences
from content.settings import ScriptSettings
from content.spoken_tables import table_cells
from content.utterance import Piece, Utterance

_BETWEEN_SENTENCES = 250
_BETWEEN_CLAUSES = 120
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
    "note": 450,
    "trust": 450,
}
"""Milliseconds of silence at 180 words a minute."""

_NAME = lazily(r"[A-Za-z][\w+#.-]{0,19}\Z")
_LABEL = lazily(r"[\w.-]{1,20}\Z")
_LINE = lazily(r"[^\n]*\n?")

Part = tuple[list[Piece], int, str]
"""The pieces of an utterance, the silence after it, and its language."""


def say_block(
    article: Article,
    index: int,
    section: int,
    settings: ScriptSettings,
    known: Pronunciations,
) -> Iterator[Utterance]:
    """Yield what is said of the block at ``index``, which stands in ``section``."""
    block = article.blocks[index]
    language = _language(article, block)
    match block.kind:
        case "rule":
            return
        case "code":
            parts = _code(block, language, settings, known)
        case "table" if block.cells:
            parts = _table(block, language, settings, known)
        case _:
            parts = _prose(block, language, settings, known)
    for (pieces, pause, spoken_in), last in _audible(parts):
        if last:
            pause = _AFTER_BLOCK.get(block.kind, 500)
        yield Utterance(index, keep_safe(pieces), spoken_in, block.kind, pause, section)


def _language(article: Article, block: Block) -> str:
    """Return the block's language: declared, else the article's unless it plainly is another."""
    own = article.language or "en"
    if block.kind in ("code", "rule", "table", "trust"):
        return own
    return block.language or language_of_part(block.text, own)


def _audible(parts: Iterator[Part]) -> Iterator[tuple[Part, bool]]:
    """Yield the parts that say something and whether it is the last, silent ones joined in."""
    held: Part | None = None
    silent: list[Piece] = []
    for pieces, pause, language in parts:
        if any(piece.spoken.strip() for piece in pieces):
            if held is not None:
                yield held, False
            held = silent + pieces, pause, language
            silent = []
        elif held is not None:
            held[0].extend(pieces)
        else:
            silent += pieces
    if held is not None:
        yield held, True


def _announcement(block: Block) -> str:
    """Return what is said before the block's own text."""
    said = ""
    if block.kind == "item" and block.number is not None:
        said = f"{block.number}, "
    elif block.kind == "note":
        said = f"note {block.label}, " if _LABEL.match(block.label) else "note, "
    elif block.kind == "figure":
        said = "image, " if block.text.strip() else "image"
    if block.checked is not None:
        said += "done, " if block.checked else "not done, "
    return said


def _prose(
    block: Block, language: str, settings: ScriptSettings, known: Pronunciations
) -> Iterator[Part]:
    text = block.text
    announced = _announcement(block)
    rule = "task" if block.checked is not None else block.kind
    ahead = [Piece(announced, 0, 0, rule)] if announced else []
    for start, end in _joined(text, _line_sentences(text, language)):
        spoken_in = language_of_part(text[start:end], language)
        parts = clauses(text, start, end)
        for at, (clause_start, clause_end) in enumerate(parts):
            pieces = make_pieces(
                text, clause_start, clause_end, spoken_in, block.kind, block.spans, settings, known
            )
            pause = _BETWEEN_SENTENCES if at == len(parts) - 1 else _BETWEEN_CLAUSES
            yield ahead + pieces, pause, spoken_in
            ahead = []
    if ahead:  # the text is nothing, or nothing but space
        ahead += [Piece(text, 0, len(text), "")] if text else []
        yield ahead, _BETWEEN_SENTENCES, language


def _line_sentences(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences of each line: a break that the source asks for is heard."""
    for line in _LINE.finditer(text):
        for start, end in sentences(line[0], language):
            yield line.start() + start, line.start() + end


def _joined(text: str, stretches: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the stretches, one of nothing but space joined to the one before or after it."""
    begin: int | None = None
    held: tuple[int, int] | None = None
    for start, end in stretches:
        if not text[start:end].strip():
            if held is not None:
                held = (held[0], end)
            elif begin is None:
                begin = start
            continue
        if held is not None:
            yield held
        held = (start if begin is None else begin, end)
        begin = None
    if held is not None:
        yield held


def _code(
    block: Block, language: str, settings: ScriptSettings, known: Pronunciations
) -> Iterator[Part]:
    text = block.text
    lines = [match.span() for match in _LINE.finditer(text) if match[0]]
    count = sum(1 for start, end in lines if text[start:end].strip())
    announced = f"code, {count} {'line' if count == 1 else 'lines'}"
    if _NAME.match(block.language):
        announced += f", {block.language[0].upper()}{block.language[1:]}"
    if count:
        yield [Piece(announced, 0, 0, "code")], _BETWEEN_SENTENCES, language
    for start, end in _joined(text, lines):
        pieces = make_pieces(text, start, end, language, "code", (), settings, known)
        yield pieces, _BETWEEN_SENTENCES, language


def _table(
    block: Block, language: str, settings: ScriptSettings, known: Pronunciations
) -> Iterator[Part]:
    text = block.text
    for cell in table_cells(block):
        ahead = [Piece(f"{cell.header}: ", cell.start, cell.start, "table")] if cell.header else []
        pause = _AFTER_BLOCK["table"] if cell.ends_row else _BETWEEN_SENTENCES
        stretches = list(_joined(text, _within(text, cell.start, cell.end, language)))
        if not stretches:
            empty = Piece("empty", cell.start, cell.start, "table")
            space = [Piece("", cell.start, cell.end, "space")] if cell.end > cell.start else []
            yield [*ahead, empty, *space], pause, language
        for at, (start, end) in enumerate(stretches):
            pieces = make_pieces(text, start, end, language, "table", block.spans, settings, known)
            last = at == len(stretches) - 1
            yield ahead + pieces, pause if last else _BETWEEN_SENTENCES, language
            ahead = []


def _within(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    for sentence_start, sentence_end in sentences(text[start:end], language):
        yield from clauses(text, start + sentence_start, start + sentence_end)
