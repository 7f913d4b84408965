"""Where sentences begin and end in a block of text."""

from __future__ import annotations

import re

from content.patterns import lazily

# Quotation marks and brackets are blanked before the text is segmented: sentencex keeps
# whatever stands in a pair of them in one sentence, however long, and its search for pairs
# takes time quadratic in their number. So are spaces of more than one byte: it breaks down
# (1.0.32) where one stands before an initial.
_BLANKED = lazily(r'["“”„«»()\[\]{}‘「」『』（）\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]')
_CLOSING = frozenset("\"”»)]}’'」』）")
_NOTE_MARK = lazily(r"\[[\w*†‡]{1,4}\]|[⁰¹²³⁴-⁹†‡]")
_FULL_WIDTH = frozenset("。！？｡")
# sentencex takes "me.", "art." and "no." for short forms, and never ends a sentence before "I".
_MARK = lazily("[.!?。！？｡…।؟\n]")
_PLAIN_END = lazily(r"[.!?](?<=[a-z][a-z].)[!?]{0,8}\s+(?=[A-Z])")
_FACE = lazily(r"[:;]['-]?[()DPp](?!\S)")
_USUAL = frozenset((". ", "! ", "? "))
"""How nearly every sentence ends."""
_LAST_WORD = lazily(r"[\w.]+\.\Z")


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NEVER = _words(
    "approx al e.g eg i.e ie vs viz cf fig figs eq eqs ca resp incl esp dr drs mr mrs ms mx prof "
    "rev hon gen col capt lt sgt messrs env aprox"
)
"""Never the end of a sentence."""

_NOT_BEFORE_NUMBER = _words(
    "no nos vol vols pp p ch chap sec sect ref refs art tab st jan feb mar apr jun jul aug "
    "sep sept oct nov dec approx min max"
)
"""Not the end of a sentence when a digit follows."""

_NOT_BEFORE_SMALL = _words(
    "hr hrs min mins sec secs lb lbs oz wk wks mo mos yr yrs tsp tbsp st ave etc inc ltd co "
    "dept a.m p.m u.s u.k b.i.d t.i.d q.i.d"
)
"""Not the end of a sentence when a small letter or a digit follows."""


_GOES_ON = {
    # The 3. of a third month, and what is short for Monsieur.
    "de": lazily(
        r"\b(?:[ai]m|de[rmns]|die|das|vom|zum|zur|beim|bis|seit|jede[nrms]?|eine?[nmrs]?)\s\d{1,2}\.\Z",
        re.IGNORECASE,
    ),
    "fr": lazily(r"(?<![\w.])(?:M|c\.-à-d)\.\Z"),
}
"""By language: what has a full stop that ends no sentence."""


def sentences(text: str, language: str) -> list[tuple[int, int]]:
    """Return the stretches of the sentences of ``text``, which cover it without a gap.

    The space between two sentences belongs to the first. ``language`` is a BCP 47 tag; one
    that is not known is segmented as English. The time taken is linear in the text's length.
    """
    if not text:
        return []
    # Most headings and items are one sentence and have no mark that could end another.
    if not _MARK.search(text):
        return [(0, len(text))]
    flat = _BLANKED.sub(" ", text)
    base = language.split("-")[0].lower() or "en"
    starts = [0]
    for boundary in _boundaries(flat, base):
        if boundary <= starts[-1]:
            continue
        start = _next_start(text, flat, starts[-1], boundary, base)
        if start is not None:
            starts.append(start)
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def _boundaries(flat: str, language: str) -> list[int]:
    from sentencex import get_sentence_boundaries

    found = [boundary["end_index"] for boundary in get_sentence_boundaries(language, flat)]
    if language != "en":
        return found
    missed = [match.end() for match in _PLAIN_END.finditer(flat)]
    return sorted({*found, *missed}) if missed else found


def _next_start(text: str, flat: str, begin: int, boundary: int, base: str) -> int | None:
    """Where the sentence after ``boundary`` begins; None if the one before goes on.

    Closing marks and note marks after the full stop belong to the sentence that they close.
    """
    own = _GOES_ON.get(base)
    usual = own is None and text[boundary - 2 : boundary] in _USUAL
    if usual and text[boundary : boundary + 1].isalpha():
        end = boundary - 1
        return None if _goes_on(text, begin, end, end, boundary) else boundary
    stop = boundary
    while stop > begin and flat[stop - 1].isspace():
        stop -= 1
    end = _past_marks(text, stop)
    start = _past_space(text, end)
    while start > end and (face := _FACE.match(text, start)):
        start = _past_space(text, face.end())
    if stop == begin or start >= len(text):
        return None
    if own is not None and own.search(text, max(begin, stop - 16), stop):
        return None
    return None if _goes_on(text, begin, stop, end, start) else start


def _past_space(text: str, index: int) -> int:
    while index < len(text) and text[index].isspace():
        index += 1
    return index


def _past_marks(text: str, index: int) -> int:
    while index < len(text):
        if note := _NOTE_MARK.match(text, index):
            index = note.end()
        elif text[index] in _CLOSING:
            index += 1
        else:
            break
    return index


def _goes_on(text: str, begin: int, stop: int, end: int, start: int) -> bool:
    """Whether the sentence from ``begin`` goes on at ``start``, after a mark at ``stop - 1``."""
    following = text[start]
    mark = text[stop - 1]
    if end > stop and following.islower():  # "Are you ill?" she asked.
        return True
    if start == end and mark not in _FULL_WIDTH:  # test.com, but not: an infection.The next
        before = text[stop - 2 : stop - 1]
        return not (before.islower() and following.isupper())
    if mark != "." or (stop > 8 and text[stop - 8 : stop - 1].isalpha()):
        return False  # no short form is so long
    if stop - begin <= 4 and text[begin : stop - 1].isdecimal():  # the 1. of a list
        return True
    word = _LAST_WORD.search(text, max(begin, stop - 16), stop)
    if word is None:
        return False
    last = word[0][:-1].casefold()
    return (
        last in _NEVER
        or (last in _NOT_BEFORE_NUMBER and following.isdecimal())
        or (last in _NOT_BEFORE_SMALL and (following.islower() or following in "(0123456789"))
    )
