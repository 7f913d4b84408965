"""What a page holds twice, for programs that can show more or less: one of both is kept."""

from __future__ import annotations

from content.epub.markup import Element, children

_OPS = "{http://www.idpf.org/2007/ops}"
_MATHML = "http://www.w3.org/1998/Math/MathML"


def choose_alternatives(root: Element) -> None:
    """Keep of each ``epub:switch`` the formula, else what is there for everybody."""
    for switch in list(root.iter(f"{_OPS}switch", "epub:switch")):
        cases = list(children(switch, "case"))
        kept = [case for case in cases if case.get("required-namespace") == _MATHML][:1]
        kept = kept or list(children(switch, "default"))[:1] or cases[:1]
        for other in [*cases, *children(switch, "default")]:
            if other not in kept:
                switch.remove(other)
