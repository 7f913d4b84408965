"""What stands before and after a name: titles, degrees and saints."""

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
_SAINT = lazily(r"\bSt(?:\.\s?|\s)(?=[A-Z][a-z]{2})")
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
    "Maj": "Major",
    "Adm": "Admiral",
    "Cpl": "Corporal",
    "Supt": "Superintendent",
}
_TITLE = lazily(rf"\b(?P<title>{'|'.join(_TITLES)})\.(?=\s+[A-Z])")
_YOUNGER = lazily(r"(?<=[a-z],\s|[a-z]{2}\s)(?P<short>Jr|Sr)(?![\w-])(?P<dot>\.?)")


def _credentials(text: str, language: str) -> Iterator[Change]:
    for match in _AFTER_NAME.finditer(text):
        if not _NAME_BEFORE.search(text, max(0, match.start() - 36), match.start()):
            continue
        spoken = _CREDENTIALS[match["degree"]]
        if match["more"]:
            spoken += " " + spell(match["more"])
        yield match.start(), match.end(), spoken


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
    Rule("title", _titles, needs=lazily(r"\b(?:D[rR]|St|[JS]r)\b|\b[A-Z][a-z]{2,3}\.\s")),
)
