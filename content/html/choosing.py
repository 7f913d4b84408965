"""Finds the article in a page: the elements that hold most of its prose.

The way of scoring is Arc90's and Mozilla's: paragraphs give points to the elements they stand
in, names of classes and shares of links change them, and siblings of the best join it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from content.html.landmarks import named
from content.html.measure import Measure
from content.html.names import local, role, words
from content.patterns import lazily

_ENDS = lazily(r"\.(?:\s|\Z)")
_SCORED = words("p pre td section h2 h3 h4 h5 h6")
_UNLIKELY = lazily(
    r"-ad-|ai2html|banner|breadcrumbs|combx|comment|community|cover-wrap|disqus|extra|footer|gdpr|"
    r"header|legends|menu|related|remark|replies|rss|shoutbox|sidebar|skyscraper|social|sponsor|"
    r"supplemental|ad-break|agegate|pagination|pager|popup|yom-remote|cookie|newsletter|promo|"
    r"recirc|outbrain|taboola|subscribe",
    2,
)
_LIKELY = lazily(r"and|article|body|column|content|main|shadow|mathjax", 2)
_POSITIVE = lazily(r"article|body|content|entry|hentry|h-entry|main|page|post|text|blog|story", 2)
_NEGATIVE = lazily(
    r"-ad-|hidden|^hid$| hid$| hid |^hid |banner|combx|comment|com-|contact|footer|gdpr|masthead|"
    r"media|meta|outbrain|promo|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping|"
    r"tags|widget",
    2,
)
_UNLIKELY_ROLES = words(
    "menu menubar complementary navigation alert alertdialog dialog banner contentinfo search"
)
_FRAMES = words("article main")
_ASIDE = words("nav aside footer form")
_BONUS = {
    **dict.fromkeys(("div", "article", "main"), 5),
    **dict.fromkeys(("pre", "td", "blockquote"), 3),
    **dict.fromkeys(("address", "ol", "ul", "dl", "dd", "dt", "li", "form"), -3),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "th"), -5),
}
_REACH = 5
"""How many elements around a paragraph get points from it."""


def choose(body: Any, measures: Mapping[Any, Measure]) -> list[Any]:
    """Return the elements that make up the article, in order; the body where none stands out."""
    for strict in (True, False):
        scores = _scores(body, measures, strict)
        if not scores:
            continue
        best = _best(body, scores, measures)
        chosen = _widened(_with_siblings(best, scores, measures), measures)
        if sum(measures[one].text for one in chosen) >= min(500, measures[body].text * 0.6):
            return chosen
    return [body]


def weight(element: Any) -> int:
    """Return what an element's class and id say for or against it: 25 each."""
    total = 0
    for said in (element.get("class"), element.get("id")):
        if said:
            said = said[:500]
            total -= 25 if _NEGATIVE.search(said) else 0
            total += 25 if _POSITIVE.search(said) else 0
    return total


def is_unlikely(element: Any) -> bool:
    """Whether an element's names say that it is no part of an article."""
    name = local(element.tag)
    if name in ("body", "article", "main", "html", "a"):
        return False
    if not element.keys():
        return False
    if role(element.attrib) in _UNLIKELY_ROLES:
        return True
    said = f"{element.get('class') or ''} {element.get('id') or ''}"[:500]
    return _UNLIKELY.search(said) is not None and _LIKELY.search(said) is None


def _scores(body: Any, measures: Mapping[Any, Measure], strict: bool) -> dict[Any, float]:
    scores: dict[Any, float] = {}
    aside: set[Any] = set()
    for element, measured in measures.items():
        above = element.getparent()
        name = local(element.tag)
        if element is not body and (
            above in aside or name in _ASIDE or (strict and is_unlikely(element))
        ):
            aside.add(element)
            continue
        flat = measured.blocks <= 1 and name in ("div", "article", "main", "blockquote")
        if (name not in _SCORED and not flat) or measured.text < 25:
            continue
        points = 1 + measured.commas + min(measured.text // 100, 3)
        around = above
        for distance in range(_REACH):
            if around is None or around not in measures:
                break
            if around not in scores:
                scores[around] = _BONUS.get(local(around.tag), 0) + weight(around)
            scores[around] += points / (
                1 if distance == 0 else 2 if distance == 1 else distance * 3
            )
            around = around.getparent()
    for element in scores:
        scores[element] *= 1 - measures[element].links
    return scores


def _best(body: Any, scores: Mapping[Any, float], measures: Mapping[Any, Measure]) -> Any:
    ranked = sorted(scores, key=lambda element: scores[element], reverse=True)[:5]
    best = ranked[0]
    best = _common(best, ranked, scores)
    threshold, last = scores.get(best, 0) / 3, scores.get(best, 0)
    around = best.getparent()
    while around is not None and around is not body and around in measures:
        score = scores.get(around)
        if score is not None:
            if score < threshold:
                break
            if score > last:
                best = around
                break
            last = score
        around = around.getparent()
    while best is not body:
        around = best.getparent()
        if around is None or around is body or around not in measures:
            break
        if sum(1 for child in around.iterchildren("*") if child in measures) != 1:
            break
        best = around
    return best


def _common(best: Any, ranked: list[Any], scores: Mapping[Any, float]) -> Any:
    """Return the element around the best and two others that are nearly as good."""
    near = [one for one in ranked[1:] if scores[one] >= 0.75 * scores[best]]
    if len(near) < 2:
        return best
    lines = [set(one.iterancestors()) for one in near]
    for around in best.iterancestors():
        if local(around.tag) in ("body", "html"):
            break
        if sum(around in line for line in lines) >= 2:
            return around
    return best


def _with_siblings(
    best: Any, scores: Mapping[Any, float], measures: Mapping[Any, Measure]
) -> list[Any]:
    parent = best.getparent()
    if parent is None or local(best.tag) in ("body", "html"):
        return [best]
    threshold = max(10.0, scores.get(best, 0.0) * 0.2)
    chosen = []
    for sibling in parent.iterchildren("*"):
        measured = measures.get(sibling)
        if measured is None:
            continue
        alike = sibling.get("class") and sibling.get("class") == best.get("class")
        score = scores.get(sibling, -1.0) + (scores.get(best, 0.0) * 0.2 if alike else 0.0)
        paragraph = local(sibling.tag) == "p" and _is_sentence(sibling, measured)
        if sibling is best or score >= threshold or paragraph:
            chosen.append(sibling)
    return chosen


def _widened(chosen: list[Any], measures: Mapping[Any, Measure]) -> list[Any]:
    """Add the other parts of an article that stands in several, each in a box of its own."""
    line = [chosen[0]]
    for above in chosen[0].iterancestors():
        if above not in measures:
            break
        line.append(above)
    framed = next((at for at, one in enumerate(line) if local(one.tag) in _FRAMES), None)
    wanted = set(chosen)
    for at, above in enumerate(line[1:], start=1):
        sure = framed is not None and at <= framed
        if framed is not None and not sure:
            break
        for child in above.iterchildren("*"):
            if child not in measures or child is line[at - 1] or child in wanted:
                continue
            if _belongs(child, measures[child], sure or _alike(child, line[at - 1])):
                wanted.add(child)
    if len(wanted) == len(chosen):
        return chosen
    return [element for element in measures if element in wanted]


def _belongs(element: Any, measured: Measure, near: bool) -> bool:
    """Whether an element beside the article is another part of it."""
    if measured.links >= 0.25 or not near or measured.fields > 1:
        return False
    if local(element.tag) in ("nav", "footer", "form") or named(element) is not None:
        return False
    parts = measured.paragraphs + measured.items
    return measured.prose > 0 or (measured.text > 40 and measured.headings > 0 and parts > 0)


def _alike(one: Any, other: Any) -> bool:
    """Whether two elements have the same name, which says more than "div"."""
    telling = one.get("class") or local(one.tag) == "section"
    return bool(telling) and one.tag == other.tag and one.get("class") == other.get("class")


def _is_sentence(paragraph: Any, measured: Measure) -> bool:
    if measured.text > 80:
        return measured.links < 0.25
    return measured.text > 0 and not measured.linked and _ENDS.search(_text(paragraph)) is not None


def _text(element: Any) -> str:
    return "".join(element.itertext())
