"""What holds for the script of every article."""

from __future__ import annotations

from content.model import Article
from content.script import Script
from content.settings import USUAL, ScriptSettings
from content.text import clean


def check_whole(article: Article, settings: ScriptSettings = USUAL) -> None:
    """Check that what is said stands for every character of the article, in order."""
    script = Script(article, settings)
    for index, block in enumerate(article.blocks):
        utterances = script.block(index)
        pieces = [piece for utterance in utterances for piece in utterance.pieces]
        at = 0
        for piece in pieces:
            assert piece.start == at, (piece, at)
            assert piece.end >= piece.start
            assert clean(piece.spoken) == piece.spoken
            if not piece.rule:
                assert piece.spoken == block.text[piece.start : piece.end]
            at = piece.end
        assert at == len(block.text) or not utterances
        assert all(utterance.text.strip() for utterance in utterances)
        assert all("[[" not in utterance.text for utterance in utterances)
