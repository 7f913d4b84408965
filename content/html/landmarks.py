"""Tells by their names which parts of a page are no article, and what they are instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any

from content.furniture_lines import heads_more, heads_related
from content.html.measure import Measure
from content.html.names import beginning, local, role, types
from content.html.state import Side
from content.model import SkippedKind
from content.patterns import lazily

_NAMES: tuple[tuple[SkippedKind, str], ...] = (
    ("cookies", r"cookies?|consent|gdpr|onetrust"),
    ("feedback", r"comments?|commentlist|disqus|respond|feedback|ratings?|survey|helpful|replies"),
    ("share", r"share|sharing|shares|sharebar|social|socials|addtoany|addthis|sharedaddy|follow"),
    (
        "related",
        r"related|recommend\w*|recirc\w*|outbrain|taboola|zergnet|trending|popular|readnext|"
        r"read-next|read-more|more-stories|more-from|also-like|you-may|more-on|teasers?",
    ),
    (
        "promotion",
        r"newsletter\w*|subscri\w+|signup|sign-up|promos?|promotion\w*|advert\w*|ads?|sponsor\w*|"
        r"banner|paywall|donat\w+|cta|upsell|dfp|adslot|adunit|commercial",
    ),
    ("contents", r"toc|table-of-contents|on-this-page|in-this-article|jump-links|page-contents"),
    (
        "navigation",
        r"nav|navbar|navigation|menu|breadcrumbs?|pagination|pager|skip-link|toolbar|tags|taglist|"
        r"tag-list|tagcloud|categories|masthead|sidebar|languages?-switcher",
    ),
    ("boilerplate", r"footer|copyright|legal|colophon|print-only|noprint|meta-?data"),
)
_TOKENS = lazily("|".join(f"(?P<{kind}>(?<![a-z])(?:{form})(?![a-z]))" for kind, form in _NAMES), 2)
_SURE = lazily(
    r"(?:^|[\s-])(?:advert(?:isement|ising)?s?|ad-(?:slot|unit|container|wrapper|placeholder|banner)|ads|"
    r"newsletter(?:-(?:sign-?up|form|box|promo))?|cookie-(?:banner|consent|notice|bar)|"
    r"share-(?:bar|buttons|links|tools|this)|social-(?:share|sharing|buttons|links|icons|bar)|"
    r"breadcrumbs?|pagination|outbrain|taboola|addtoany|addthis|sharedaddy|toc|table-of-contents|"
    r"related-(?:articles?|links?|content|posts?|stor(?:y|ies)|topics?|pages?|reading)|"
    r"skip-link|subscribe(?:-(?:form|box))?|most-(?:read|popular)|recommended-(?:articles|posts|stories))"
    r"(?=$|\s)",
    2,
)
"""Names that no part of an article has."""
_TAGS: dict[str, SkippedKind] = {"nav": "navigation", "footer": "boilerplate"}
_ROLES: dict[str, SkippedKind] = {
    "navigation": "navigation",
    "menu": "navigation",
    "menubar": "navigation",
    "toolbar": "navigation",
    "search": "navigation",
    "banner": "navigation",
    "contentinfo": "boilerplate",
    "dialog": "promotion",
    "alertdialog": "promotion",
    "doc-toc": "contents",
}
_HEADS = tuple(f"{{*}}h{level}" for level in range(1, 7))
_PROSE = 200
"""Characters of prose that make a part too valuable to be taken for furniture by its name."""
_SHARE = 0.3
_LABEL = 25
"""Characters that are too few for a sentence."""


def named(element: Any) -> SkippedKind | None:
    """Return which furniture an element is by its tag, role, class or id."""
    said = _ROLES.get(role(element.attrib)) or _TAGS.get(local(element.tag))
    if said:
        return said
    if "toc" in types(element.attrib):
        return "contents"
    names = _names(element)
    found = _TOKENS.search(names) if len(names) > 1 else None
    return found.lastgroup if found else None  # type: ignore[return-value]


def sort_out(
    chosen: Iterable[Any], measures: Mapping[Any, Measure], sides: dict[Any, Side]
) -> None:
    """Note the furniture within the article's elements in ``sides``."""
    chosen = list(chosen)
    total = sum(measures[one].text for one in chosen)
    last = _last_prose(chosen, measures)
    after = False
    for one in chosen:
        passed: set[Any] = set()
        for element in one.iterdescendants("*"):
            if element.getparent() in passed:
                passed.add(element)
                continue
            measured = measures.get(element)
            if measured is None or not measured.text:
                continue
            side = _furniture(element, measured, total, after)
            if side:
                sides[element] = side
                passed.add(element)
            after = after or element is last


def _furniture(element: Any, measured: Measure, total: int, after: bool) -> Side | None:
    name = local(element.tag)
    if name in ("p", "h1", "h2", "h3", "h4", "h5", "h6", "a", "span", "body", "pre", "code", "td"):
        return None
    valuable = measured.prose >= _PROSE or measured.text > _SHARE * total
    if measured.titles:
        return None
    kind = named(element)
    if name == "nav":
        return None if measured.prose >= 2 * _PROSE else kind or "navigation"
    if kind == "feedback" and _is_comments(element) and measured.text < 0.7 * total:
        return kind
    if valuable:
        return None
    if name in ("ul", "ol") and measured.items > 2 and measured.inner >= 0.9 * measured.text:
        return "contents"
    if name == "footer":
        return "lead" if not measured.prose else None
    if name == "form":
        return "promotion" if measured.fields else None
    if kind and (measured.links > 0.4 or _is_sure(element) or measured.text <= _LABEL):
        return "lead" if kind == "boilerplate" else kind
    dense = measured.anchors > 2 and measured.links >= 0.8
    if name == "aside" and dense:
        return "related"
    if after and dense and name in ("ul", "ol", "div", "section") and _is_headed(element):
        return "related"
    return None


def _is_headed(element: Any) -> bool:
    """Whether links have a heading that says they lead to other articles."""
    inner = next((one for one in islice(element.iter(*_HEADS), 1)), None)
    above = element.getprevious()
    for heading in (inner, above):
        if heading is not None:
            said = " ".join(beginning(heading, 20).split())
            if heads_related(said) or heads_more(said):
                return True
    return False


_COMMENTS = lazily(
    r"(?:^|[\s#])(?:comments?|comments?-?(?:list|area|section|thread|wrapper|container)|commentlist|"
    r"disqus\w*|disqus_thread|respond|replies)(?:$|\s)",
    2,
)


def _is_sure(element: Any) -> bool:
    return _SURE.search(_names(element)) is not None


def _names(element: Any) -> str:
    """Return an element's classes and id, in one form."""
    said = f"{element.get('class') or ''} {element.get('id') or ''}"[:500]
    return said.replace("_", "-").lower()


def _is_comments(element: Any) -> bool:
    return _COMMENTS.search(_names(element)) is not None


def _last_prose(chosen: Iterable[Any], measures: Mapping[Any, Measure]) -> Any:
    """Return the last element that is itself a paragraph of some length."""
    last = None
    for one in chosen:
        for element in one.iter("*"):
            measured = measures.get(element)
            if measured is not None and measured.prose and measured.blocks <= 1:
                last = element
    return last
