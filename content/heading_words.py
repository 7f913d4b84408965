"""Words by which a line that nothing marks is told to be a heading, or none."""

from __future__ import annotations

import re

from content.patterns import lazily

QUESTION = lazily(
    r"(?:how|what|when|why|who|where|which|is|are|can|could|do|does|did|should|will|wie|was|"
    r"wann|warum|wer|wo|welche|comment|pourquoi|quand|quels?|quelles?|qui|où|que|qu['’]\S+)\s",
    re.IGNORECASE,
)
SECTION = lazily(
    r"(?:(?:the |key |our |common |other |risk |your )?(?:overview|summary|introduction|background|"
    r"symptoms?|signs|causes?|types?|triggers|factors|diagnosis|tests?|treatments?|prevention|"
    r"preventing|treating|managing|living|outlook|prognosis|complications|recovery|takeaways?|"
    r"takeaway points|bottom line|conclusion|faqs?|frequently|method|ingredients|results|"
    r"discussion|references|self-care|home remedies|prevalence|risks|benefits|side effects|"
    r"getting|checking|coping|caring|talking|preparing|ursachen|symptome|behandlung|diagnose|"
    r"vorbeugung|vorbeugen|fazit|causes|symptômes|traitements?|prévention|diagnostic|conclusion"
    r")\b|if you|when to|things|tips|ways)",
    re.IGNORECASE,
)
CARE_VERB = lazily(
    r"(?:see|call|go|ask|get|speak|take|contact|talk|visit|phone|ring|seek|dial|book|tell|make|"
    r"when|non-urgent|urgent|immediate|emergency)\b",
    re.IGNORECASE,
)
CARE_NAME = lazily(
    r"\b(?:GPs?|A&E|ER|E\.R\.|999|111|911|112|000|doctors?|hospital|emergency|ambulance|dentist|"
    r"pharmacist|midwife|nurse|clinic|provider|medical|minor injuries|appointment|optician|"
    r"vet|helpline|advice|specialist|physician|pediatrician|paediatrician)\b"
)
OPEN_END = lazily(
    r"\b(?:include|includes|including|are|is|be|by|you|they|we|it|can|may|might|should|must|to|of"
    r"|as|if|avoid|with|for|example|following|try|have|has|from|because|when|that|also|sind|wie"
    r"|umfassen|sont|comme):$",
    re.IGNORECASE,
)
CREDIT = lazily(
    r"(?:image|picture|video|media) (?:source|caption|credit),"
    r"|\(?(?:media|image|video|picture|photo) caption\b|\((?:bild|foto|photo|image|picture): "
    r"|(?:photo|photograph|image|picture|credit|source|video|caption|copyright|illustration|foto|"
    r"bild|quelle|crédit)s?\b[^:]{0,30}:|©|(?:.{0,60}\W)?(?:getty|shutterstock|istock)"
    r"|[^/]{2,30} / [^/]{2,30}$",
    re.IGNORECASE,
)
SAYS = lazily(r"\b(?:can|could|may|might|must|should|will|would|are|is|was|were)\b", re.I)
OPEN_START = lazily(
    r"(?:please|to|while|if|when|for|here|try|you|they|these|those|this|some|common|other|also"
    r"|it|there|"
    r"we|i|in|and|or|but|as|such)\b",
    re.IGNORECASE,
)
CARE_HEAD = lazily(r"\bwhen (?:to|should|do|must)\b|\bbefore (?:taking|you)\b", re.IGNORECASE)
CARE_CARD = lazily(r"\bif(?: you| they| someone| (?:you or )?your \w+)?:$")
"""How the heading of a box about seeking help ends, also where a heading stands above it."""
PHONE = lazily(r"(?<!\d)\+?\(?\d{3,5}\)?[ .-]\d{3,4}[ .-]?\d{3,4}\b")
AUTHORITY = lazily(
    r"(?:about the authors?|sources?|references|further reading|bibliography|quellen|literatur"
    r"|über (?:den autor|die autorin)|références|bibliographie|à propos de l['’]auteure?|fuentes"
    r"|referencias)(?: (?:and|&|und|et|y) (?:references|further reading|sources|quellen))?",
    re.IGNORECASE,
)
"""Headings of what an article rests on, whose lines are no sentences."""
LABELLED = lazily(r"[^\W\d][\w’' -]{1,29}: (?=\S)\S")
LABEL = lazily(
    r"(?:important|information|note|notes?|tips?|warning|caution|remember|please note|did you know|"
    r"wichtig|hinweis|achtung|à noter|attention|importante|nota)(?: information)?:",
    re.IGNORECASE,
)
"""What a box says above its one sentence."""
STATEMENT = lazily(
    r"(?:they|it|this|these|those|there|we|he|she) "
    r"(?:is|are|was|were|can|may|might|will|do|does|has|have)\b",
    re.IGNORECASE,
)
"""How a sentence begins that only lacks its full stop."""


def is_care_heading(text: str) -> bool:
    """Whether ``text`` is a call to seek help, as "See a GP if:" is: a heading, no lead-in."""
    return bool(CARE_VERB.match(text)) and bool(CARE_NAME.search(text))


def names_a_section(text: str) -> bool:
    """Whether ``text`` asks a question or names a part that articles have."""
    return text.endswith("?") or bool(QUESTION.match(text)) or bool(SECTION.match(text))
