"""What espeak-ng calls the languages that others name otherwise."""

from __future__ import annotations

_NAMES = {
    "zh": "cmn", "wuu": "cmn", "zh-hk": "yue", "zh-mo": "yue", "no": "nb", "nn": "nb",
    "ary": "ar", "arz": "ar", "iw": "he", "in": "id", "mo": "ro", "sh": "hr",
    "en-uk": "en-gb",
}  # fmt: skip


def espeak_names(tag: str) -> tuple[str, ...]:
    """Return what to ask espeak-ng for, best first, for a BCP 47 tag.

    The whole tag, the tag without what follows its language, and the name that espeak-ng has
    for either.
    """
    whole = tag.casefold()
    base = whole.split("-")[0]
    names = (_NAMES.get(whole, whole), whole, _NAMES.get(base, base), base)
    return tuple(dict.fromkeys(names))
