"""Amounts of money: the amount first, then the currency."""

from __future__ import annotations

from collections.abc import Iterator

from content.patterns import lazily
from content.rules.numbers import NUMBER, value
from content.rules.rule import Change, Rule

_CURRENCIES = {
    "$": ("dollar", "dollars", "cent", "cents"),
    "£": ("pound", "pounds", "penny", "pence"),
    "€": ("euro", "euros", "cent", "cents"),
    "¥": ("yen", "yen", "", ""),
    "₩": ("won", "won", "", ""),
    "₹": ("rupee", "rupees", "paisa", "paise"),
}
_COUNTRIES = {
    "US": "US ",
    "U.S.": "US ",
    "A": "Australian ",
    "AU": "Australian ",
    "C": "Canadian ",
    "CA": "Canadian ",
    "NZ": "New Zealand ",
    "HK": "Hong Kong ",
    "S": "Singapore ",
}
_SCALES = {
    "k": "thousand",
    "m": "million",
    "mn": "million",
    "b": "billion",
    "bn": "billion",
    "tn": "trillion",
}
_PER = {
    **dict.fromkeys(("mo", "month"), "month"),
    **dict.fromkeys(("wk", "week"), "week"),
    **dict.fromkeys(("hr", "hour", "h"), "hour"),
    **dict.fromkeys(("yr", "year"), "year"),
    **dict.fromkeys(("d", "day"), "day"),
}
_MONEY = lazily(
    r"(?:(?<![\w.])(?P<country>US|U\.S\.|AU?|CA?|NZ|HK|S))?(?P<sign>[$£€¥₩₹])\s?"
    rf"(?P<amount>{NUMBER}|\.\d{{1,4}})"
    r"(?:\s?(?P<scale>thousand|million|billion|trillion|[kKbB]|[mM]n?|bn|tn)(?!\w))?"
    r"(?:/(?P<per>month|mo|week|wk|hour|hr|h|year|yr|day|d)(?!\w))?"
)


def _amount(sign: str, amount: str, country: str) -> str:
    one, many, cent, cents = _CURRENCIES[sign]
    whole, point, part = amount.partition(".")
    exact = value(amount)
    if not point or not cent or (len(part) > 2 and not part.startswith("0")) or len(part) > 3:
        return f"{amount} {country}{one if exact == 1 else many}"
    hundredths = round(value("0." + part) * 100)
    if len(part) > 2 and hundredths != value("0." + part) * 100:
        return f"{amount} {country}{many}"
    small = f"{hundredths} {cent if hundredths == 1 else cents}" if hundredths else ""
    large = f"{whole} {country}{one if whole == '1' else many}" if value(whole or "0") else ""
    return " ".join(filter(None, (large, small))) or f"{whole or 0} {country}{many}"


def _money(text: str, language: str) -> Iterator[Change]:
    for match in _MONEY.finditer(text):
        country = _COUNTRIES.get(match["country"] or "", "")
        if match["scale"]:
            scale = _SCALES.get(match["scale"].lower(), match["scale"])
            spoken = f"{match['amount']} {scale} {country}{_CURRENCIES[match['sign']][1]}"
        else:
            spoken = _amount(match["sign"], match["amount"], country)
        if match["per"]:
            spoken += f" per {_PER[match['per']]}"
        if text[match.end() : match.end() + 1].isalnum():
            spoken += " "
        yield match.start(), match.end(), spoken


RULES = (Rule("money", _money, needs=lazily(r"[$£€¥₩₹]\s?\.?\d")),)
