"""Shows again what a page hid only while something else was to be seen.

Pages hide themselves until their scripts have run, or while a dialogue is open; one that was
saved at that moment would be empty.
"""

from __future__ import annotations

from typing import Any

from content.html.measure import Measure, measure

_WHOLE = ("{*}body", "{*}main", "{*}article")
_HIDING = ("aria-hidden", "hidden", "style")
_FEW = 20
"""Characters that are too few for a page."""


def uncover(body: Any) -> dict[Any, Measure]:
    """Show the body and the article in it, and all the rest where nothing is to be seen.

    Return the measures of what is shown.
    """
    for element in body.iter(*_WHOLE):
        for name in _HIDING:
            element.attrib.pop(name, None)
    measures = measure(body)
    if measures[body].text >= _FEW:
        return measures
    covered = [one for one in body.iter("*") if one.get("aria-hidden") == "true" and len(one)]
    if not covered:
        return measures
    for element in covered:
        del element.attrib["aria-hidden"]
    return measure(body)
