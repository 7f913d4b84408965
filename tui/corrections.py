"""The word at the place: why it is said as it is, and how to say it otherwise from now on."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from content.dictionary import add, dictionary_for
from content.model import Pronunciation
from content.patterns import lazily
from content.phonemes import as_ipa
from content.pronunciation_checks import checked
from content.script import Script
from content.why import reason_for, sentences_of
from tui.delivery import primary
from tui.reading_voice import reading_language
from tui.session import Session

_WORD = lazily(r"\w\S*")
_JOINED = 40
"""Characters that are looked at for what belongs to a word: some scripts have no spaces."""


def _text_here(session: Session) -> str:
    """Return the text of the block that is read here; nothing where nothing is said."""
    place = session.narrator.place
    return "" if place is None else session.article.blocks[place[0]].text


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch without the punctuation around it, unless it has nothing else."""
    first, last = start, end
    while first < last and _is_around(text[first]):
        first += 1
    while first < last and _is_around(text[last - 1]):
        last -= 1
    return (first, last) if first < last else (start, end)


def _is_around(character: str) -> bool:
    return character.isspace() or unicodedata.category(character)[0] == "P"


def _stretch_here(session: Session, text: str) -> tuple[int, int]:
    """Return where the word at the place stands; the next one, while that is announced."""
    start, end = session.narrator.point.word
    following = _WORD.search(text, start) if start == end else None
    return following.span() if following else (start, end)


def word_here(session: Session) -> str:
    """Return the word at the place as it is written, on one line; nothing where there is none."""
    text = _text_here(session)
    start, end = _bare(text, *_stretch_here(session, text))
    return " ".join(text[start:end].split())


def why_here(session: Session) -> str:
    """Return why the word at the place is said as it is, as sentences.

    What is joined to it without a space belongs to it: 20–40 is said as one.
    """
    narrator, text = session.narrator, _text_here(session)
    start, end = _stretch_here(session, text)
    if narrator.place is None or start == end:
        return "There is no word here."
    said = [each for each in narrator.script.block(narrator.place[0]) if each.end > start]
    utterance = said[0] if said else narrator.script.utterance(narrator.place)
    first, last = max(utterance.start, start - _JOINED), min(utterance.end, end + _JOINED)
    while start > first and not text[start - 1].isspace():
        start -= 1
    while end < last and not text[end].isspace():
        end += 1
    start, end = _bare(text, start, end)
    return sentences_of(reason_for(narrator.script, [utterance], start, end))


def language_here(session: Session) -> str:
    """Return the language of the place without its region; empty when it is not known."""
    language = primary(reading_language(session))
    return "" if language == "und" else language


def hear(session: Session, said: Pronunciation) -> None:
    """Say a word as it would be said; raise IntoneError when it can't be."""
    said = checked(said)
    language = said.language or reading_language(session)
    ipa = as_ipa(said.spoken, said.alphabet) if said.alphabet else None
    if ipa:
        session.say(said.written, language, phonemes=((0, len(said.written), ipa),), content=True)
    else:
        session.say(said.spoken, language, content=True)


def keep(session: Session, said: Pronunciation) -> Pronunciation:
    """Say a word so from now on, here and where it holds; raise IntoneError when it can't be."""
    (kept,) = add(session.library, [said], session.article if said.own else None)
    read_anew(session)
    return kept


def read_anew(session: Session) -> None:
    """Go on at the same place with what the dictionary says now."""
    narrator = session.narrator
    settings = replace(
        narrator.script.settings, dictionary=dictionary_for(session.library, session.article)
    )
    narrator.use(Script(session.article, settings, narrator.script))
