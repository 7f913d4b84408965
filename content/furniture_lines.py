"""Lines that pages put around articles, known by what they say from first word to last.

A sure line is furniture wherever it stands. A likely line ("Yes", "Facebook", "Menu") is
furniture only beside a sure one, or in a row of its kind: alone it could be a heading.
"""

from __future__ import annotations

import re
from typing import cast

from content.model import SkippedKind
from content.patterns import lazily
from content.shape import words

_NETWORKS = (
    r"facebook|twitter|x|pinterest|linkedin|whatsapp|reddit|instagram|youtube|tiktok|messenger|"
    r"telegram|threads|bluesky|mastodon|flipboard|tumblr|xing|e-?mail|print|copy link"
)
_PIECE = (
    r"(?:(?:this|the|our) )?"
    r"(?:article|page|story|post|recipe|content|information|resource|guide|answer)"
)

_SURE: tuple[tuple[SkippedKind, str], ...] = (
    ("navigation", r"skip (?:to|navigation|past|links)\b.{0,40}|jump to (?:main )?content"
                   r"|(?:open|close|toggle|show|hide|main|site|primary) (?:the )?"
                   r"(?:menu|navigation|search)|back to (?:top|home|all .{1,30}|health a.{1,12})"
                   r"|(?:return|scroll) to top|zum (?:haupt)?inhalt(?: springen)?"
                   r"|aller au contenu.{0,20}|nach oben|retour en haut"),
    ("cookies", r"(?:accept|reject|allow|decline|refuse|manage|customi[sz]e)(?: all)?"
                r"(?: (?:non-)?(?:essential|optional|additional|analytics|necessary))? cookies?"
                r"|(?:manage |your )?cookie (?:settings|preferences|consent|notice|choices|banner)"
                r"|cookies on .{3,60}|alle cookies akzeptieren|accepter (?:tous )?les cookies"
                r"|(?:we|this (?:web)?site|our (?:web)?site|wir|diese (?:web)?seite|nous|ce site)"
                r" (?:and our partners )?(?:uses?|verwende[nt]|nutz(?:en|t)|utilis(?:ons|e))"
                r"(?: des)? (?:\S+ )?cookies?\b.{0,500}"
                r"|by (?:continuing|using|clicking|browsing).{0,120}\bcookies\b.{0,300}"
                r"|(?:we|we['’]ve|we['’]d like to|we would like to)\b.{1,60}\bcookies\b"
                r".{0,80}\b(?:device|site|website|browser|experience)\b.{0,200}"),
    ("feedback", r"(?:was|is|did you find|were|how (?:helpful|useful) was|have you found) .{0,40}"
                 r"\b(?:helpful|useful|page|article|information)(?: to you| today)?\?"
                 r"|(?:thanks|thank you) for your feedback[.!]?|leave a (?:comment|reply)|"
                 r"(?:post|add|write) a comment|\d+ comments|comments? \(\d+\)|"
                 r"be the first to comment[.!]?|(?:log|sign) in to (?:post a )?comment|"
                 r"your email address will not be published\..{0,60}|report an error|"
                 r"(?:give|send|share) (?:us )?(?:your )?feedback|rate this \w+|"
                 r"war (?:dieser|der|diese) \w+ hilfreich\?|cet article vous a.{1,20}\?|"
                 r"kommentar (?:schreiben|verfassen)|laisser un commentaire"),
    ("share", rf"share {_PIECE}(?: (?:on|via|with) .{{1,40}})?|share this"
              rf"|share (?:it |this )?(?:on|via) (?:{_NETWORKS})|(?:tweet|pin) (?:this|it)"
              r"|(?:follow|like|find) us(?: on .{1,60})?|(?:print|e-?mail|save|copy|bookmark) "
              rf"{_PIECE}|copy link|(?:artikel|beitrag|seite) (?:teilen|drucken)"
              r"|partager(?: (?:cet|l['’])\s?article| sur .{1,30})?|imprimer(?: l['’]article)?"),
    ("contents", r"in this (?:article|guide|page|story|section|topic|series)|on this page"
                 r"|table of contents|jump to(?: section| recipe|:)?|article contents"
                 r"|inhaltsverzeichnis"
                 r"|in diesem (?:artikel|beitrag)|auf dieser seite|dans cet article"
                 r"|au sommaire|what['’]s in this (?:article|guide)|page contents"),
    ("promotion", r"advertisements?|sponsored(?: content| by .{1,40})?|paid (?:post|content)"
                  r"|continue reading below|scroll to continue(?: reading)?"
                  r"|(?:article|story|content) continues (?:after|below).{0,40}"
                  r"|(?:- )?anzeige(?: -)?|werbung|publicité|advertisement - .{1,40}"),
    ("boilerplate", r"\d+ (?:sources?|references|citations)(?: (?:collapsed|expanded|hidden))?"
                    r"|(?:show|view|hide|see)(?: all)? "
                    r"(?:article )?(?:sources|references|citations)"
                    r"|(?:copyright )?(?:©|\(c\)).{0,200}"
                    r"|view privacy policy.{0,40}"),
)  # fmt: skip
_RELATED = (
    r"(?:what to )?read (?:this |these )?next|more (?:on this (?:story|topic)|like this|for you"
    r"|to read|(?:stories|articles|posts|reading)|from (?:the )?[A-Z].{1,30}|from us)"
    r"|related(?: (?:articles?|reading|stories|content|topics|coverage|posts|conditions|links|pages"
    r"|news|information|video|guides))?|you (?:may|might) (?:also )?(?:like|be interested in|enjoy)"
    r"|recommended(?: (?:for you|reading|articles|stories))?|most (?:read|popular|viewed)"
    r"|trending(?: now)?|latest (?:news|articles|stories|posts)|popular (?:articles|topics|stories)"
    r"|keep reading|up next|next up|explore more|editor['’]?s['’]? picks?|see more from.{1,40}"
    r"|verwandte (?:artikel|themen)|mehr zum thema|das könnte sie auch interessieren"
    r"|(?:lesen sie|auch) (?:auch|interessant)|à lire (?:aussi|également)|lire aussi"
    r"|sur le même sujet|articles? (?:similaires|connexes|liés)|weitere artikel|passend dazu"
    r"|readers also (?:read|liked)|don['’]t miss|in case you missed it"
    r"|other (?:articles|stories)(?: you may like)?"
)
_LIKELY: tuple[tuple[SkippedKind, str], ...] = (
    ("navigation", r"menu|search|home|home ?page|log ?in|sign in|log ?out|register|my account"
                   r"|account|login|basket|cart|suche|startseite|anmelden|rechercher|accueil"
                   r"|connexion|news|sport|more|browse|a-z|health a(?: to |-)z|navigation|video"),
    ("share", rf"(?:share|teilen|partager|tweet|save|bookmark|drucken|{_NETWORKS})"),
    ("feedback", r"yes|no|ja|nein|oui|non|submit|cancel|send|other|helpful|not helpful"
                 r"|thumbs (?:up|down)"),
    ("cookies", r"(?:accept|reject|allow|decline|refuse)(?: all)?|i (?:agree|accept)|ok(?:ay)?"
                r"|got it|(?:manage|more) (?:preferences|options|settings)|settings|alle(?:s)? "
                r"(?:akzeptieren|ablehnen)|ablehnen|tout (?:accepter|refuser)|"
                r"(?:read|learn|find out) more(?: about (?:our )?cookies.{0,40})?|necessary only"
                r"|.{0,60}cookies?\b.{0,60}"),
    ("contents", r"(?:view|show|see|hide|expand|collapse) (?:all|less|more)"),
    ("boilerplate", r"privacy(?: (?:policy|notice|statement))?|terms(?: (?:of (?:use|service)|and "
                    r"conditions|& conditions))?|cookie(?:s| policy)|accessibility(?: statement)?"
                    r"|contact(?: us)?|about(?: us)?|advertise(?: with us)?|careers|jobs|help"
                    r"|site ?map|imprint|impressum|datenschutz(?:erklärung)?|mentions légales"
                    r"|do not sell.{0,40}|press|sources|references|editorial policy|disclaimer"),
)  # fmt: skip
_NOTE = lazily(
    r"\ball rights reserved\.?$|\b(?:we|site|page) may (?:earn|receive)\b.{0,40}\bcommissions?\b",
    re.IGNORECASE,
)
_STANDARDS = lazily(
    r"(?:fact[- ]?check(?:ing)?|content|editorial|sourcing|review|advertising|privacy|expert)\b"
    r".{0,40}\b(?:standards?|polic(?:y|ies)|process(?:es)?|guidelines?|principles?|board|team)$",
    re.IGNORECASE,
)
_PUBLISHER = lazily(r"[Ww]e\b|[Oo]ur\b|[A-Z]")
_SOURCING = lazily(
    r"\b(?:sourc(?:e|es|ing)|editorial|peer[- ]reviewed|fact[- ]check(?:s|ed|ing)?)\b"
)


_SURE_LINE = lazily(
    "|".join(f"(?P<{kind}>{form})" for kind, form in _SURE), re.IGNORECASE | re.DOTALL
)
_LIKELY_LINES = {kind: lazily(form, re.IGNORECASE) for kind, form in _LIKELY}
_RELATED_LINE = lazily(rf"(?:{_RELATED})\s?:?", re.IGNORECASE)
_RELATED_LINK = lazily(
    r"(?:(?:also )?read(?: more| next| also)?|related(?: article| story| reading)?|see also|more|"
    r"lesen sie auch|mehr dazu|à lire aussi|lire aussi|watch|don['’]t miss)\s?: \S",
    re.IGNORECASE,
)
_LONGEST = 600
_LONGEST_NOTE = 400


def sure(text: str) -> SkippedKind | None:
    """Return which furniture ``text`` is, when it can be nothing else."""
    if len(text) > _LONGEST:
        return None
    found = _SURE_LINE.fullmatch(text.rstrip(" :"))
    if found:
        return cast(SkippedKind, found.lastgroup)
    if len(text) > _LONGEST_NOTE or not _NOTE.search(text):
        return None
    return "boilerplate"


def likely(text: str, kind: SkippedKind) -> bool:
    """Whether ``text`` is furniture of this kind when it stands beside some."""
    if len(text) > 140:
        return False
    line = _LIKELY_LINES.get(kind)
    return line is not None and line.fullmatch(text) is not None


def heads_related(text: str) -> bool:
    """Whether ``text`` stands above links to other articles."""
    return len(text) <= 60 and _RELATED_LINE.fullmatch(text) is not None


def heads_more(text: str) -> bool:
    """Whether ``text`` heads links when it stands below the article, as "More on Gout" does."""
    return len(text) <= 60 and text.lower().startswith(("more on ", "more in ", "more from "))


def is_related_link(text: str) -> bool:
    """Whether ``text`` is one link to another article, as "Related: How to sleep" is."""
    return len(text) <= 140 and _RELATED_LINK.match(text) is not None


def is_editorial_link(text: str) -> bool:
    """Whether ``text`` names a publisher's standards, as the link to them does."""
    return words(text) <= 8 and len(text) < 100 and _STANDARDS.search(text) is not None


def is_sourcing_note(text: str) -> bool:
    """Whether ``text`` is what stands below "12 sources": how the publisher picks them."""
    return len(text) <= 400 and bool(_PUBLISHER.match(text)) and bool(_SOURCING.search(text[:200]))
