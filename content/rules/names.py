"""What stands before and after a name: titles, degrees, saints and streets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from content.patterns import lazily
from content.rules.letters import spell, words
from content.rules.rule import Change, Rule

_CREDENTIALS = {
    written: spell(written)
    for written in words(
        """
        MD DO MBBS MBChB RN LPN LVN NP PA APRN CRNP CNM CNS DNP BSN MSN MPH DPH MPA MBA MHA MHS
        DDS DMD DVM VMD OD DC DPM ND PT DPT OT OTD RD RDN LD LDN CNSC CDE CDCES CPT CSCS CHES
        LMFT LCSW LMSW LPC LPCC LMHC LCPC CST MSW BCBA IBCLC FACOG FACP FACS FAAP FACC FAAFP
        FAAD FRCP FRCS MRCP MRCGP MRCOG FRCGP BA BS BSc MA MS MSc MPhil AUD SLP CCC JD LLB LLM
        """
    )
} | {
    "PhD": "P H D",
    "Ph.D.": "P H D",
    "Ph.D": "P H D",
    "DPhil": "D Phil",
    "MPhil": "M Phil",
    "PharmD": "Pharm D",
    "PsyD": "Psy D",
    "EdD": "Ed D",
    "MEd": "M Ed",
    "ScD": "Sc D",
    "BSc": "B S C",
    "MSc": "M S C",
    "M.D.": "M D",
    "D.O.": "D O",
    "R.N.": "R N",
}
_ONE = "|".join(sorted(map(re.escape, _CREDENTIALS), key=len, reverse=True))
_AFTER_NAME = lazily(
    rf"(?<=[A-Za-z.)’'],\s)(?P<degree>{_ONE})(?:(?P<hyphen>-)(?P<more>[A-Z]{{1,4}}))?"
    r"(?![\w'’]|\s\d{5}|\.\w)"
)
_NAME_BEFORE = lazily(r"(?:[A-Z][\w.’'-]{0,30}|[A-Z]{2,6}\)?),\s\Z")
_DOCTOR = lazily(r"\bD(?:r|R)(?P<dot>\.)?(?=\s+(?:[A-Z]|van\b|von\b|de\b))")
_STREET = lazily(
    r"(?P<before>(?:\b[A-Z][a-z]{1,20}|\d(?:st|nd|rd|th)))\s(?P<short>St|Dr|Ave|Rd|Blvd|Ln|Expy|Hwy)\b(?P<dot>\.?)"
    r"(?=\s*(?:[,;:)]|\Z)|\.?\s+(?:[a-z(\d]))"
)
_STREETS = {
    "St": "Street",
    "Dr": "Drive",
    "Ave": "Avenue",
    "Rd": "Road",
    "Blvd": "Boulevard",
    "Ln": "Lane",
    "Expy": "Expressway",
    "Hwy": "Highway",
}
_SAINT = lazily(r"\bSt(?:\.\s?|\s)(?=[A-Z][a-z]{2})")
_TITLE = lazily(r"\b(?P<title>Prof|Rev|Hon|Gov|Sen|Capt|Sgt|Lt|Col|Gen)\.(?=\s+[A-Z])")
_TITLES = {
    "Prof": "Professor",
    "Rev": "Reverend",
    "Hon": "Honourable",
    "Gov": "Governor",
    "Sen": "Senator",
    "Capt": "Captain",
    "Sgt": "Sergeant",
    "Lt": "Lieutenant",
    "Col": "Colonel",
    "Gen": "General",
}
_YOUNGER = lazily(r"(?<=[a-z],\s|[a-z]{2}\s)(?P<short>Jr|Sr)(?![\w-])(?P<dot>\.?)")


def _credentials(text: str, language: str) -> Iterator[Change]:
    for match in _AFTER_NAME.finditer(text):
        if not _NAME_BEFORE.search(text, max(0, match.start() - 36), match.start()):
            continue
        spoken = _CREDENTIALS[match["degree"]]
        if match["more"]:
            spoken += " " + spell(match["more"])
        yield match.start(), match.end(), spoken


def _streets(text: str, language: str) -> Iterator[Change]:
    for match in _STREET.finditer(text):
        if match["short"] in ("St", "Dr") and match["before"] in _NOT_STREETS:
            continue
        last = match.end("dot") == len(text.rstrip("\"')”’ "))
        end = match.end("short") if last else match.end("dot")
        yield match.start("short"), end, _STREETS[match["short"]]


_NOT_STREETS = words("The At In On To By From With And Or Near Of Our Your My")


def _titles(text: str, language: str) -> Iterator[Change]:
    for match in _DOCTOR.finditer(text):
        yield match.start(), match.end(), "Doctor"
    for match in _SAINT.finditer(text):
        yield match.start(), match.end(), "Saint "
    for match in _TITLE.finditer(text):
        yield match.start(), match.end(), _TITLES[match["title"]]
    for match in _YOUNGER.finditer(text):
        end = match.end() if match.end() < len(text) else match.end("short")
        yield match.start(), end, "Junior" if match["short"] == "Jr" else "Senior"


RULES = (
    Rule("credentials", _credentials, needs=lazily(r",\s[A-Z]")),
    Rule("street", _streets, needs=lazily(r"\b(?:St|Dr|Ave|Rd|Blvd|Ln|Expy|Hwy)\b")),
    Rule("title", _titles, needs=lazily(r"\b[A-Z][a-zR]{1,3}\b")),
)
