"""German: what numbers need, ordinals, years, the time of day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from content.patterns import lazily
from content.rules.european import rules_of
from content.rules.german_cases import article_of
from content.rules.rule import Change, Rule
from content.rules.tongue import Tongue, divisors_of, in_order, phrases_of, units_of

_UNITS = units_of("""
%                | ein Prozent                     | Prozent
‰                | ein Promille                    | Promille
mg               | ein Milligramm                  | Milligramm
µg  μg  mcg      | ein Mikrogramm                  | Mikrogramm
ng               | ein Nanogramm                   | Nanogramm
g                | ein Gramm                       | Gramm
kg               | ein Kilogramm                   | Kilogramm
ml  mL           | ein Milliliter                  | Milliliter
µl  μl           | ein Mikroliter                  | Mikroliter
dl  dL           | ein Deziliter                   | Deziliter
cl               | ein Zentiliter                  | Zentiliter
l  L             | ein Liter                       | Liter
mm               | ein Millimeter                  | Millimeter
cm               | ein Zentimeter                  | Zentimeter
m                | ein Meter                       | Meter
km               | ein Kilometer                   | Kilometer
µm  μm           | ein Mikrometer                  | Mikrometer
nm               | ein Nanometer                   | Nanometer
m²               | ein Quadratmeter                | Quadratmeter
cm²              | ein Quadratzentimeter           | Quadratzentimeter
m³               | ein Kubikmeter                  | Kubikmeter
cm³              | ein Kubikzentimeter             | Kubikzentimeter
mmol             | ein Millimol                    | Millimol
µmol  μmol       | ein Mikromol                    | Mikromol
nmol             | ein Nanomol                     | Nanomol
mol              | ein Mol                         | Mol
mmHg  mm Hg      | ein Millimeter Quecksilbersäule | Millimeter Quecksilbersäule
I.E.  IE  I. E.  | eine internationale Einheit     | internationale Einheiten
°C  ° C          | ein Grad Celsius                | Grad Celsius
°F  ° F          | ein Grad Fahrenheit             | Grad Fahrenheit
°                | ein Grad                        | Grad
kcal             | eine Kilokalorie                | Kilokalorien
kJ               | ein Kilojoule                   | Kilojoule
Std.  h          | eine Stunde                     | Stunden
Min.  min        | eine Minute                     | Minuten
Sek.  s          | eine Sekunde                    | Sekunden
ms               | eine Millisekunde               | Millisekunden
km/h             | ein Kilometer pro Stunde        | Kilometer pro Stunde
kPa              | ein Kilopascal                  | Kilopascal
dB               | ein Dezibel                     | Dezibel
Mio.             | eine Million                    | Millionen
Mrd.             | eine Milliarde                  | Milliarden
""")
_CURRENCIES = units_of("""
€ | ein Euro   | Euro
$ | ein Dollar | Dollar
£ | ein Pfund  | Pfund
¥ | ein Yen    | Yen
""")
_DIVISORS = divisors_of(_UNITS, "Tag Woche Monat Jahr Stunde Minute Dosis", d="Tag")
_MONTHS = in_order(
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
)
_DAYS = in_order("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonnabend Sonntag")
_STEMS = in_order(
    "erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt "
    "vierzehnt fünfzehnt sechzehnt siebzehnt achtzehnt neunzehnt zwanzigst einundzwanzigst "
    "zweiundzwanzigst dreiundzwanzigst vierundzwanzigst fünfundzwanzigst sechsundzwanzigst "
    "siebenundzwanzigst achtundzwanzigst neunundzwanzigst dreißigst einunddreißigst"
)
_TEENS = in_order("elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn")
_WEAK = lazily(
    r"\b(?:am|vom|zum|beim|im|den|dem|des|einem|bis|ab|seit|nach|vor|zur|(?:in|ab|zu|nach|vor|seit|mit"
    r"|aus|von|bei) der)\s\Z",
    re.IGNORECASE,
)
_DEFINITE = lazily(r"\b(?:der|die|das|jede|eine|diese)\s\Z", re.IGNORECASE)


def _ordinal(number: int, before: str) -> str:
    """Return an ordinal as a word, with the ending that what stands before it asks for."""
    ending = "en" if _WEAK.search(before) else "e" if _DEFINITE.search(before) else "er"
    return _STEMS[number - 1] + ending


def _year(year: str) -> str:
    """Return a year as it is said: the hundreds as a word up to 1999."""
    hundreds, rest = divmod(int(year), 100)
    if not 11 <= hundreds <= 19:
        return year
    return f"{_TEENS[hundreds - 11]}hundert {rest or ''}".rstrip()


def _date(day: int, month: str, year: str, before: str) -> str:
    return f"{_ordinal(day, before)} {month} {_year(year)}"


_SHORT_MONTHS = r"Jan|Feb|Apr|Aug|Sept?|Okt|Nov|Dez"
_COUNTED = (
    r"Tag|Woche|Monat|Jahr|Platz|Stock|Mal|Trimester|Trimenon|Quartal|Kapitel|Auflage|Weltkrieg"
    r"|Schwangerschafts|Lebens|Zyklus|Schritt|Stufe|Geburtstag|Person|Phase"
)
"""What stands after an ordinal that is no date."""
_ORDINAL = lazily(
    r"(?<![\w.,/–-])(?P<number>[1-9]|[12]\d|3[01])\.\s"
    rf"(?=(?:{'|'.join(_MONTHS)})\b|(?:{_SHORT_MONTHS})\.|{_COUNTED})"
)
_YEAR = lazily(
    r"(?:(?:\b[Jj]ahr(?:e|en|es|s)?|\b[Ss]eit|\bAnno|\bStand|(?:"
    + "|".join(_MONTHS)
    + r"))\s)(?P<year>1[1-9]\d\d)(?![\w/]|[.,:-]\d)"
)
_DECADE = lazily(r"(?<![\w.,])(?P<year>1[1-9]\d0)er(?!\w)")
_CALLED = lazily(
    r"\b(?:[Nn]otruf(?:nummer)?|[Rr]ufen Sie|[Ww]ählen Sie|[Tt]elefon|[Nn]ummer|unter der)\s"
    r"(?:die\s|unter\s|über\s)?(?P<number>11[0-9])(?![\w/%]|[.,-]\d|\s?(?:\d|[a-z]?[a-zA-Z]{1,2}/|mg|kg|cm|°|€))"
)
_CLOCK = lazily(r"(?<![\d.:])(?P<hour>[01]?\d|2[0-4])[:.](?P<minutes>[0-5]\d)\sUhr\b")
_MONTH_SHORT = lazily(r"(?<=\d\.\s)(?P<short>" + _SHORT_MONTHS + r")\.")


def _ordinals(text: str, language: str) -> Iterator[Change]:
    for match in _ORDINAL.finditer(text):
        before = text[max(0, match.start() - 12) : match.start()]
        yield match.start(), match.end() - 1, _ordinal(int(match["number"]), before)
    for match in _MONTH_SHORT.finditer(text):
        month = next(month for month in _MONTHS if month.startswith(match["short"][:3]))
        yield *match.span(), month


def _years(text: str, language: str) -> Iterator[Change]:
    for match in _YEAR.finditer(text):
        yield *match.span("year"), _year(match["year"])
    for match in _DECADE.finditer(text):
        yield *match.span(), _year(match["year"]) + "er"


def _called(text: str, language: str) -> Iterator[Change]:
    for match in _CALLED.finditer(text):
        yield *match.span("number"), " ".join(match["number"])


def _clock(text: str, language: str) -> Iterator[Change]:
    for match in _CLOCK.finditer(text):
        minutes = f" {int(match['minutes'])}" if match["minutes"] != "00" else ""
        yield *match.span(), f"{int(match['hour'])} Uhr{minutes}"


_FRACTIONS = phrases_of("""
½  1/2 | ein halb
¼  1/4 | ein Viertel
¾  3/4 | drei Viertel
⅓  1/3 | ein Drittel
⅔  2/3 | zwei Drittel
⅛  1/8 | ein Achtel
""")
_SHORT_FORMS = phrases_of("""
z. B.   | zum Beispiel
d. h.   | das heißt
u. a.   | unter anderem
u. U.   | unter Umständen
o. Ä.   | oder Ähnliches
u. Ä.   | und Ähnliches
i. d. R.| in der Regel
v. a.   | vor allem
z. T.   | zum Teil
s. o.   | siehe oben
s. u.   | siehe unten
bzw.    | beziehungsweise
usw.    | und so weiter
etc.    | et cetera
ggf.    | gegebenenfalls
evtl.   | eventuell
ca.     | circa
vgl.    | vergleiche
inkl.   | inklusive
sog.    | sogenannt
bzgl.   | bezüglich
Dr.     | Doktor
Prof.   | Professor
Hr.     | Herr
Fr.     | Frau
Tbl.    | Tabletten
tgl.    | täglich
""")
_NUMBERED = phrases_of("""
Nr.   | Nummer
S.    | Seite
Abb.  | Abbildung
Tab.  | Tabelle
Kap.  | Kapitel
Bd.   | Band
Abs.  | Absatz
Tel.  | Telefon
max.  | maximal
min.  | mindestens
mind. | mindestens
""")
_COMPARISONS = phrases_of("""
<       | kleiner als
>       | größer als
<=  ≤  ⩽ | kleiner oder gleich
>=  ≥  ⩾ | größer oder gleich
≠       | ungleich
≈  ~  ∼ | etwa
±  +/-  | plus minus
""")

TONGUE = Tongue(
    language="de",
    number=r"(?:\d{1,3}(?:[.\u00a0\u202f ]\d{3}){1,5}(?!\d)|\d{1,15})(?:,\d{1,12})?",
    units=_UNITS,
    per=" pro ",
    divisors=_DIVISORS,
    currencies=_CURRENCIES,
    over=" zu ",
    cents=" ",
    range_from="",
    range_to=" bis ",
    between=" und ",
    range_leads={"zwischen": True},
    comparisons=_COMPARISONS,
    fractions=_FRACTIONS,
    and_fractions={**_FRACTIONS, "½": "einhalb", "1/2": "einhalb"},
    one_and_a_half="eineinhalb",
    months=_MONTHS,
    days=_DAYS,
    date=_date,
    case=article_of,
    short_forms=_SHORT_FORMS,
    numbered=_NUMBERED,
)

RULES = (
    Rule("time", _clock, ("de",), needs=lazily(r"\d\sUhr")),
    Rule("telephone", _called, ("de",), needs=lazily(r"11\d")),
    *rules_of(TONGUE),
    Rule("ordinal", _ordinals, ("de",), needs=lazily(r"\d\.\s")),
    Rule("year", _years, ("de",), needs=lazily(r"1\d\d\d")),
)
