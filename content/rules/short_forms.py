"""Short forms are said as the words they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from content.patterns import lazily
from content.rules.numbers import alternatives
from content.rules.rule import Change, Rule

_DOTTED = {
    "i.e.": "that is",
    "e.g.": "for example",
    "vs.": "versus",
    "etc.": "et cetera",
    "approx.": "approximately",
    "viz.": "namely",
    "cf.": "compare",
    "et al.": "et al",
    "incl.": "including",
    "excl.": "excluding",
    "esp.": "especially",
    "avg.": "average",
    "dept.": "department",
    "govt.": "government",
    "assn.": "association",
    "univ.": "university",
    "a.k.a.": "also known as",
    "b.i.d.": "twice a day",
    "t.i.d.": "three times a day",
    "q.i.d.": "four times a day",
    "b.d.": "twice a day",
    "t.d.s.": "three times a day",
    "q.d.s.": "four times a day",
    "q.d.": "once a day",
    "q.o.d.": "every other day",
    "q.h.s.": "at bedtime",
    "p.r.n.": "as needed",
    "p.o.": "by mouth",
    "hrs.": "hours",
    "mins.": "minutes",
    "secs.": "seconds",
    "lbs.": "pounds",
    "yrs.": "years",
    "wks.": "weeks",
    "mos.": "months",
}
"""In small letters; the full stops are part of them, and capitals make no difference."""

_BARE = {
    "ie": "that is",
    "eg": "for example",
    "vs": "versus",
    "etc": "et cetera",
    "aka": "also known as",
    "w/o": "without",
    "w/": "with",
    "b/c": "because",
    "c/o": "care of",
    "y/o": "year old",
    "y.o.": "year old",
}
_FIRMS = {
    "Inc.": "Incorporated",
    "Corp.": "Corporation",
    "Ltd.": "Limited",
    "Ltd": "Limited",
    "Co.": "Company",
    "Bros.": "Brothers",
}
_PLACES = {"Mt.": "Mount", "Mt": "Mount", "Ft.": "Fort"}
_BEFORE_NUMBER = {
    "No.": "number",
    "no.": "number",
    "Nos.": "numbers",
    "nos.": "numbers",
    "№": "number",
    "#": "number",
    "Fig.": "figure",
    "fig.": "figure",
    "Figs.": "figures",
    "Fig": "figure",
    "fig": "figure",
    "Figs": "figures",
    "No": "number",
    "figs.": "figures",
    "Vol.": "volume",
    "vol.": "volume",
    "p.": "page",
    "pp.": "pages",
    "Ch.": "chapter",
    "ch.": "chapter",
    "Sec.": "section",
    "sec.": "section",
    "Eq.": "equation",
    "eq.": "equation",
    "Ref.": "reference",
    "ref.": "reference",
    "ca.": "circa",
    "c.": "circa",
    "approx": "approximately",
    "min.": "minimum",
    "max.": "maximum",
    "ext.": "extension",
    "Ext.": "extension",
    "Apt.": "apartment",
    "apt.": "apartment",
    "Ste.": "suite",
    "Art.": "article",
    "art.": "article",
}
# A short form without its full stops must not be a part of a word or a name.
_WITH_STOPS = lazily(  # an escaped space becomes \s: that of "et al." may be any
    rf"(?<![\w.@/-])(?P<short>i\.\se\.|e\.\sg\.|{alternatives(_DOTTED).replace(' ', 's')})",
    re.IGNORECASE,
)
_WITHOUT = lazily(
    r"(?<![\w.@/-])(?P<short>ie(?=,?\s)|eg(?=,?\s)|vs(?=\s)|etc(?![\w.])|aka(?=\s)|[bc]/[co](?=\s)"
    r"|w/o(?=\s)|w/(?=\s|[a-z]{2}))"
)
# A full stop within the text, or one at its end after what is short.
_STOP = lazily(
    r"\.(?:\s*\S|(?<=etc\.)|(?<=hrs\.)|(?<=mins\.)|(?<=secs\.)|(?<=lbs\.)|(?<=yrs\.)|(?<=wks\.)"
    r"|(?<=mos\.)|(?<=\.\w\.))"
)
_AGED = lazily(r"(?<=\d)[ -]?(?P<short>y/o\b|y\.o\.|yo\b(?!-))")
_FIRM = lazily(rf"(?<=[a-z&],\s|[a-z]{{2}}\s)(?P<short>{alternatives(_FIRMS)})(?![\w-])")
_PLACE = lazily(rf"\b(?P<short>{alternatives(_PLACES)})(?=\s[A-Z][a-z])")
_NUMBERED = lazily(
    rf"(?<![\w.@/&-])(?P<short>{alternatives(_BEFORE_NUMBER)})(?P<space>\s?)(?=[A-Z]?\d)"
)
_CAPITALS = lazily(
    r"(?:(?<=mg )|(?<=mL )|(?<=mcg )|(?<=tablet )|(?<=tablets )|(?<=capsule )"
    r"|(?<=dose )|(?<=[0-9]h ))"
    r"(?P<short>[BTQ]ID|PRN|prn)\b"
)


def _stop(text: str, end: int, short: str) -> int:
    """Return where a short form ends: the sentence's last full stop is the sentence's as well."""
    last = short.endswith(".") and not text[end : end + 9].strip("\"')]”’") and len(text) < end + 9
    return end - 1 if last else end


def _with_stops(text: str, language: str) -> Iterator[Change]:
    for match in _WITH_STOPS.finditer(text):
        short = match["short"].lower()
        spoken = _DOTTED.get(short) or _DOTTED.get("".join(short.split()), "et al")
        end = _stop(text, match.end(), short)
        yield match.start(), end, spoken + (" " if text[end : end + 1].isalnum() else "")


def _without(text: str, language: str) -> Iterator[Change]:
    for match in _WITHOUT.finditer(text):
        more = " " if text[match.end() : match.end() + 1].isalnum() else ""
        yield match.start(), match.end(), _BARE[match["short"]] + more


def _names(text: str, language: str) -> Iterator[Change]:
    for table, expression in ((_FIRMS, _FIRM), (_PLACES, _PLACE)):
        for match in expression.finditer(text):
            end = _stop(text, match.end(), match["short"])
            yield match.start(), end, table[match["short"]]


def _numbered(text: str, language: str) -> Iterator[Change]:
    for match in _NUMBERED.finditer(text):
        if match["short"] == "No" and not text[: match.start()].strip():  # no 2 are alike
            continue
        yield match.start(), match.end(), _BEFORE_NUMBER[match["short"]] + " "
    for match in _AGED.finditer(text):
        yield match.start(), _stop(text, match.end(), match["short"]), " year old"


def _doses(text: str, language: str) -> Iterator[Change]:
    for match in _CAPITALS.finditer(text):
        yield match.start(), match.end(), _DOTTED[".".join(match["short"].lower()) + "."]


RULES = (
    Rule("short form", _with_stops, needs=_STOP),
    Rule("short form", _without, needs=lazily(r"(?:\A|[\s(])(?:ie|eg|vs|etc|aka|[wbc]/)")),
    Rule("short form", _names, needs=lazily(r"\b(?:Inc|Corp|Ltd|Co|Bros|Mt|Ft)\b")),
    Rule("short form", _numbered, needs=lazily(r"\d")),
    Rule("short form", _doses, needs=lazily(r"[BTQ]ID|PRN|prn")),
)
