"""In which language the article is read here, and by which voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from voices.choice import Languages, reading_voice

if TYPE_CHECKING:
    from tui.session import Session


def reading_language(session: Session) -> str:
    """Return the language of what is read here."""
    narrator = session.narrator
    if narrator.place is None:
        return session.article.language
    return narrator.script.utterance(narrator.place).language


def voice_here(session: Session, languages_of: Languages = lambda _: ()) -> str:
    """Return the name of the voice that reads here, as far as it is known what they speak."""
    return reading_voice(session.narrator.delivery, reading_language(session), languages_of)
