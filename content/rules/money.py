"""Amounts of money: the amount first, then the currency."""

from __future__ import annotations

from collections.abc import Iterator

from content.patterns import lazily
from content.rules.numbers import NUMBER, is_one, value
from content.rules.rule import Change, Rule

_CURRENCIES = {
    "$": ("dollar", "dollars", "cent", "cents"),
    "£": ("pound", "pounds", "penny", "pence"),
    "€": ("euro", "euros", "cent", "cents"),
    "¥": ("yen", "yen", "", ""),
    "₩": ("won", "won", "", ""),
    "₹": ("rupee", "rupees", "paisa", "paise"),
    "₽": ("rouble", "roubles", "", ""),
    "₺": ("lira", "lira", "", ""),
    "₪": ("shekel", "shekels", "", ""),
    "₫": ("dong", "dong", "", ""),
    "₦": ("naira", "naira", "", ""),
    "₱": ("peso", "pesos", "", ""),
    "฿": ("baht", "baht", "", ""),
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
    r"(?:(?<![\w.])(?P<country>US|U\.S\.|AU?|CA?|NZ|HK|S))?(?P<sign>[$£€¥₩₹₽₺₪₫₦₱฿])\s?"
    rf"(?:(?P<low>{NUMBER})\s?[-–]\s?(?={NUMBER}(?![\d-])))?"
    rf"(?P<amount>{NUMBER}|\.\d{{1,4}})"
    r"(?:\s?(?P<scale>thousand|million|billion|trillion|[kKbB]|[mM]n?|bn|tn)(?!\w))?"
    r"(?:/(?P<per>month|mo|week|wk|hour|hr|h|year|yr|day|d)(?!\w))?"
)


_AFTER = lazily(r"(?<=\d)\s?(?P<sign>[€¢£$])(?![\w.,]*\d)")
_CODES = {
    "USD": ("US dollar", "US dollars"),
    "CAD": ("Canadian dollar", "Canadian dollars"),
    "AUD": ("Australian dollar", "Australian dollars"),
    "NZD": ("New Zealand dollar", "New Zealand dollars"),
    "GBP": ("pound", "pounds"),
    "EUR": ("euro", "euros"),
    "JPY": ("yen", "yen"),
    "CHF": ("Swiss franc", "Swiss francs"),
    "INR": ("Indian rupee", "Indian rupees"),
    "CNY": ("Chinese yuan", "Chinese yuan"),
}
_CODE = lazily(
    rf"(?<![\w.,$£€/-])(?:(?P<before>{'|'.join(_CODES)})\s?(?P<number>{NUMBER})(?![\w-])"
    rf"|(?P<amount>{NUMBER})\s?(?P<after>{'|'.join(_CODES)})\b)"
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
        low, amount, end = match["low"], match["amount"], match.end()
        if low and value(low) >= value(amount):  # "$5 - 3 people paid it" is no range
            low, amount, end = None, low, match.end("low")
        per = f" per {_PER[match['per']]}" if match["per"] and end == match.end() else ""
        if low or (match["scale"] and end == match.end()):
            span = f"{low} to {amount}" if low else amount
            scale = match["scale"] or ""
            scale = f" {_SCALES.get(scale.lower(), scale)}" if scale else ""
            spoken = f"{span}{scale} {country}{_CURRENCIES[match['sign']][1]}"
        else:
            spoken = _amount(match["sign"], amount, country)
        more = " " if text[end : end + 1].isalnum() else ""
        yield match.start(), end, spoken + per + more


def _after(text: str, language: str) -> Iterator[Change]:
    for match in _AFTER.finditer(text):
        one, many, *_ = _CURRENCIES.get(match["sign"], ("cent", "cents"))
        spoken = f" {one if is_one(text, match.start()) else many}"
        yield match.start(), match.end(), spoken
    for match in _CODE.finditer(text):
        code = match["before"] or match["after"]
        amount = match["amount"] or match["number"]
        yield match.start(), match.end(), f"{amount} {_CODES[code][amount != '1']}"


RULES = (
    Rule("money", _money, needs=lazily(r"[$£€¥₩₹₽₺₪₫₦₱฿]\s?\.?\d")),
    Rule("currency", _after, needs=lazily(r"\d\s?(?:[€¢£$]|[A-Z]{3})|[A-Z]{3}\s\d")),
)
