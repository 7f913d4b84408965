"""Numbers, units, money, ranges, dates and short forms in a language other than English."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from content.patterns import lazily
from content.rules.numbers import alternatives, padded
from content.rules.rule import Change, Finder, Rule
from content.rules.tongue import Tongue

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_BEFORE_WORD = lazily(r"(?P<word>[^\W\d_]{1,12}['’]?)\s?\Z")
_GROUP = lazily(r"\d+")
_ZEROS = lazily(r"[.,]00?\Z")


def rules_of(tongue: Tongue) -> tuple[Rule, ...]:
    """Return the rules for a language, in the order they are tried."""

    def rule(name: str, find: Finder, needs: str = r"\d") -> Rule:
        return Rule(name, find, (tongue.language,), needs=lazily(needs))

    return (
        rule("date", _dates(tongue), r"\d[./-]\d"),
        rule("telephone", _telephones(tongue), r"[+0(]\d"),
        rule("money", _money(tongue), r"[$€£¥]\s?\d|\d\s?(?:Md?)?[$€£¥]"),
        rule("blood pressure", _pressures(tongue), r"\d/\d"),
        rule("fraction", _fractions(tongue), "[½¼¾⅓⅔⅛/]"),
        rule("range", _ranges(tongue), r"[–‐‑-]\s?\d"),
        Rule("range of days", _named_ranges(tongue), (tongue.language,), needs=lazily("[–-]")),
        rule("unit", _units(tongue)),
        rule("comparison", _comparisons(tongue), r"[<>≤⩽≥⩾≠≈~∼±]|\+/-"),
        rule("short form", _short_forms(tongue.short_forms, ""), r"\w"),
        rule("short form", _short_forms(tongue.numbered, r"\s?(?=\d|[A-Z]\d)")),
    )


def _dates(tongue: Tongue) -> Finder:
    iso = lazily(r"(?<![\w./-])(?P<y>(?:1[5-9]|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?![\w/]|[.-]\d)")
    written = lazily(
        r"(?<![\w./-])(?P<d>\d{1,2})(?P<mark>[./-])(?P<m>\d{1,2})(?P=mark)"
        r"(?P<y>(?:1[5-9]|20)\d\d)(?![\w/]|[.-]\d)"
    )

    def find(text: str, language: str) -> Iterator[Change]:
        for expression in (iso, written):
            for match in expression.finditer(text):
                day, month = int(match["d"]), int(match["m"])
                if 1 <= month <= 12 and 1 <= day <= _DAYS[month - 1]:
                    before = text[max(0, match.start() - 20) : match.start()]
                    name = tongue.months[month - 1]
                    yield *match.span(), tongue.date(day, name, match["y"], before)

    return find


def _telephones(tongue: Tongue) -> Finder:
    number = lazily(
        r"(?<![\w.,/–-])(?:\+\d{1,3}|\(?0\d{1,5}\)?)(?:[ /\u00a0\u202f-]\(?\d{2,8}\)?){1,6}"
        r"(?![\w/]|[.,-]\d)"
    )

    def find(text: str, language: str) -> Iterator[Change]:
        for match in number.finditer(text):
            groups = _GROUP.findall(match[0])
            if sum(map(len, groups)) < 7:
                continue
            said = ", ".join(" ".join(group) for group in groups)
            yield *match.span(), f"{tongue.plus} {said}" if match[0].startswith("+") else said

    return find


def _money(tongue: Tongue) -> Finder:
    sign = f"(?:{alternatives(tongue.currencies)})"
    amount = lazily(
        rf"(?<![\w.,])(?:(?P<first>{sign})\s?)?(?P<number>{tongue.number})(?:\s?(?P<last>{sign}))?"
    )
    cents = lazily(r"(?P<whole>.+)[.,](?P<cents>\d\d)\Z")

    def find(text: str, language: str) -> Iterator[Change]:
        for match in amount.finditer(text):
            if bool(match["first"]) == bool(match["last"]):
                continue
            unit = tongue.currencies[match["first"] or match["last"]]
            parts = cents.match(match["number"])
            number = _ZEROS.sub("", match["number"])
            name = unit.one if number == "1" else unit.more
            said = f"{unit.article if number == '1' else number} {name}"
            if parts and parts["cents"] != "00":
                name = unit.one if parts["whole"] == "1" else unit.more
                said = f"{parts['whole']} {name}{tongue.cents}{parts['cents']}"
            yield *match.span(), said

    return find


def _pressures(tongue: Tongue) -> Finder:
    pressure = lazily(r"(?<![\d./,-])(?P<high>\d{2,3})/(?P<low>\d{2,3})(?![\d/]|[.,-]\d)")

    def find(text: str, language: str) -> Iterator[Change]:
        for match in pressure.finditer(text):
            if 80 <= int(match["high"]) <= 250 and 40 <= int(match["low"]) < int(match["high"]):
                yield match.end("high"), match.start("low"), tongue.over

    return find


def _fractions(tongue: Tongue) -> Finder:
    one = lazily(
        rf"(?<![\w./,-])(?:(?P<whole>\d{{1,4}})\s?)?(?P<sign>{alternatives(tongue.fractions)})"
        r"(?![\w/]|[.,]\d)"
    )

    def find(text: str, language: str) -> Iterator[Change]:
        for match in one.finditer(text):
            sign, whole = match["sign"], match["whole"]
            if not whole:
                yield *match.span(), tongue.fractions[sign]
            elif whole == "1" and sign == "½" and tongue.one_and_a_half:
                yield *match.span(), tongue.one_and_a_half
            elif not sign[0].isdecimal() or match.end("whole") < match.start("sign"):
                yield match.end("whole"), match.end(), " " + tongue.and_fractions[sign]

    return find


def _ranges(tongue: Tongue) -> Finder:
    number = rf"{tongue.number}(?:\s?(?:%|°|€|{tongue.unit})(?!\w))?"
    found = lazily(
        rf"(?<![\w.,/–:-])(?P<first>{number})(?P<dash>\s?[–‐‑-]\s?)"
        rf"(?P<second>\d[\d.,]{{0,15}})(?![\w–‐‑/:-]|\s?=)"
    )

    def find(text: str, language: str) -> Iterator[Change]:
        for match in found.finditer(text):
            spaced = match["dash"] != match["dash"].strip()
            plain = match["first"].replace(" ", "").isdecimal()
            hyphen = match["dash"].strip() in "-‐‑"
            if hyphen and (spaced or _value(match["first"]) >= _value(match["second"])):
                continue
            lead = _BEFORE_WORD.search(text[max(0, match.start() - 14) : match.start()])
            word = lead["word"].casefold() if lead else ""
            to = tongue.between if tongue.range_leads.get(word) else tongue.range_to
            if tongue.range_from and plain and word not in tongue.range_leads:
                yield match.start(), match.end("dash"), f"{tongue.range_from}{match['first']}{to}"
            else:
                yield match.start("dash"), match.end("dash"), to

    return find


def _named_ranges(tongue: Tongue) -> Finder:
    names = alternatives((*tongue.months, *tongue.days))
    found = lazily(rf"\b(?:{names})(?P<dash>\s?[–-]\s?)(?=(?:{names})\b)", re.IGNORECASE)

    def find(text: str, language: str) -> Iterator[Change]:
        for match in found.finditer(text):
            yield *match.span("dash"), tongue.range_to

    return find


def _value(number: str) -> float:
    """Return what a number is worth; the unit after it counts nothing."""
    whole, _, rest = number.partition(",")
    decimals = _GROUP.match(rest)
    return float("".join(_GROUP.findall(whole)) + "." + (decimals[0] if decimals else "0"))


def _units(tongue: Tongue) -> Finder:
    divisor = alternatives(tongue.divisors)
    found = lazily(
        rf"(?P<one>(?<![\d.,/–-])1)?(?:(?<=\d)|(?<=[½¼¾]))(?P<gap>[\s-]?)(?P<unit>{tongue.unit})"
        rf"(?:/(?P<per>{divisor}))?(?:/(?P<then>{divisor}))?(?![\w/²³])"
    )

    def find(text: str, language: str) -> Iterator[Change]:
        for match in found.finditer(text):
            unit = tongue.units[match["unit"]]
            unclear = len(match["unit"]) == 1 and match["unit"].isalpha()
            if unclear and not match["gap"].isspace() and (match["unit"] != "h" or match["gap"]):
                continue
            said = f" {unit.more}"
            if match["one"]:
                before = text[max(0, match.start() - 14) : match.start()]
                said = f"{tongue.case(unit.article, before)} {unit.one}"
            for per in filter(None, (match["per"], match["then"])):
                said += tongue.per + tongue.divisors[per]
            ends = match["unit"].endswith(".") and not text[match.end() :].strip()
            yield match.start(), match.end() - ends, said

    return find


def _comparisons(tongue: Tongue) -> Finder:
    signs = alternatives(tongue.comparisons)
    before_number = lazily(rf"(?<![<>=~+/-])(?P<sign>{signs})(?P<space>\s?)(?=[$£€−+-]?\d)")
    always = lazily(r"[≤⩽≥⩾≠≈±]")

    def find(text: str, language: str) -> Iterator[Change]:
        ends = set()
        for match in before_number.finditer(text):
            ends.add(match.start())
            sign = match["sign"]
            yield padded(text, match.start(), match.end("sign"), tongue.comparisons[sign])
        for match in always.finditer(text):
            if match.start() not in ends:
                yield padded(text, *match.span(), tongue.comparisons[match[0]])

    return find


def _short_forms(forms: Mapping[str, str], ahead: str) -> Finder:
    # The space within "z. B." may be any, or none.
    written = {"".join(form.split()): spoken for form, spoken in forms.items()}
    expression = "|".join(
        re.escape(form).replace(r"\.", r"\.\s?").removesuffix(r"\s?")
        for form in sorted(written, key=len, reverse=True)
    )
    found = lazily(rf"(?<![\w.@/-])(?P<form>{expression})(?![\w@/-]){ahead}")

    def find(text: str, language: str) -> Iterator[Change]:
        for match in found.finditer(text):
            spoken = written["".join(match["form"].split())]
            end = match.end()
            # The last full stop of a sentence is the sentence's as well.
            if match["form"].endswith(".") and not text[end:].strip("\"')]”’»“ "):
                end -= 1
            yield match.start(), end, spoken + (" " if text[end : end + 1].isalnum() else "")

    return find
