"""Says what was skipped before the place: the nearest piece, then the one before it."""

from __future__ import annotations

from bisect import bisect_right

from content.left_out import beginning, in_full, name, place
from tui.session import Session

_SHOWN = 300
"""Characters that are shown in full beside being said."""


def say_skipped(session: Session) -> None:
    """Say the piece skipped nearest before the place; asked again there, the one before."""
    article = session.article
    pieces = article.skipped
    if not pieces:
        session.say("Nothing was skipped.")
        return
    here = session.narrator.position.block
    index = bisect_right(pieces, here, key=lambda piece: piece.before) - 1
    again = session.told_skipped is not None and session.told_skipped[0] == here
    if again and session.told_skipped is not None:
        index = min(index, session.told_skipped[1] - 1)
    if index < 0:
        before = "before that" if again else "before here"
        session.say(f"Nothing was skipped {before}.")
        return
    session.told_skipped = here, index
    piece = pieces[index]
    kind = name(piece.kind)
    what = f"{kind[:1].upper()}{kind[1:]}, {place(article, piece)}"
    text = in_full(piece)
    session.messages.append(f"{what}: {text if len(text) <= _SHOWN else beginning(piece.text)}")
    session.say(f"{what}:", shown=True)
    session.say(text, article.language, "more", shown=True, content=True)
