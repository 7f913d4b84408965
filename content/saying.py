"""One block of an article becomes utterances."""

from __future__ import annotations

import re

from content.model import Article
from content.utterance import Piece, Utterance

_END = re.compile(r"[.!?]\s+")


def say_block(article: Article, index: int, section: int) -> tuple[Utterance, ...]:
    """Return what is said of the block at ``index``, which stands in ``section``."""
    block = article.blocks[index]
    text = block.text
    if block.kind == "rule" or not text.strip():
        return ()
    ends = [match.end() for match in _END.finditer(text) if match.end() < len(text)]
    stretches = zip([0, *ends], [*ends, len(text)], strict=True)
    language = article.language or "en"
    return tuple(
        Utterance(index, (Piece(text[a:b], a, b),), language, block.kind, 250, section)
        for a, b in stretches
    )
