"""Short forms are said as the words they stand for."""

from __future__ import annotations

from collections.abc import Iterator

from content.patterns import lazily
from content.rules.rule import Change, Rule

_ANYWHERE = {
    "i.e.": "that is",
    "ie": "that is",
    "e.g.": "for example",
    "eg": "for example",
    "vs.": "versus",
    "vs": "versus",
    "etc.": "et cetera",
    "etc": "et cetera",
    "approx.": "approximately",
    "viz.": "namely",
    "cf.": "compare",
    "et al.": "et al",
    "incl.": "including",
    "w/o": "without",
    "w/": "with",
    "dept.": "department",
    "govt.": "government",
    "b.i.d.": "twice a day",
    "t.i.d.": "three times a day",
    "q.i.d.": "four times a day",
    "p.r.n.": "as needed",
    "hrs.": "hours",
    "mins.": "minutes",
    "lbs.": "pounds",
    "yrs.": "years",
    "wks.": "weeks",
}
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
}
# A short form without its full stops must not be a part of a word or a name.
_FIND = lazily(
    r"(?<![\w.@/-])(?P<short>(?i:i\.\s?e\.|e\.\s?g\.|vs\.|etc\.|approx\.|viz\.|cf\.|et\sal\.|incl\.|dept\."
    r"|govt\.|b\.i\.d\.|t\.i\.d\.|q\.i\.d\.|p\.r\.n\.|hrs\.|mins\.|lbs\.|yrs\.|wks\.)"
    r"|ie(?=,?\s)|eg(?=,?\s)|vs(?=\s)|etc(?![\w.])|w/o(?=\s)|w/(?=\s|[a-z]{2}))"
)
_NUMBERED = lazily(
    r"(?<![\w.@/&-])(?P<short>Nos?\.|nos?\.|№|\#|[Ff]igs?\.|[Vv]ol\.|pp?\.|[Cc]h\.|[Ss]ec\.|[Ee]q\.|[Rr]ef\."
    r"|ca\.|c\.|approx|min\.|max\.)(?P<space>\s?)(?=\d|[A-Z]?\d)"
)


def _anywhere(text: str, language: str) -> Iterator[Change]:
    for match in _FIND.finditer(text):
        written = (
            "".join(match["short"].lower().split()) if "." in match["short"] else match["short"]
        )
        written = "et al." if written == "etal." else written
        end = match.end()
        # The last full stop of a sentence is the sentence's as well.
        if match["short"].endswith(".") and not text[end:].strip("\"')]”’"):
            end -= 1
        spoken = _ANYWHERE[written]
        yield match.start(), end, spoken + (" " if text[end : end + 1].isalnum() else "")


def _numbered(text: str, language: str) -> Iterator[Change]:
    for match in _NUMBERED.finditer(text):
        spoken = _BEFORE_NUMBER[match["short"]]
        yield match.start(), match.end(), spoken + " "


RULES = (
    Rule("short form", _anywhere),
    Rule("short form", _numbered, needs=lazily(r"\d")),
)
