"""French: what numbers need, ordinals, the time of day."""

from __future__ import annotations

from collections.abc import Iterator

from content.patterns import lazily
from content.rules.european import rules_of
from content.rules.roman import roman_value
from content.rules.rule import Change, Rule
from content.rules.tongue import Tongue, divisors_of, in_order, phrases_of, units_of

_UNITS = units_of("""
%           | un pour cent                  | pour cent
‰           | un pour mille                 | pour mille
mg          | un milligramme                | milligrammes
µg  μg  mcg | un microgramme                | microgrammes
ng          | un nanogramme                 | nanogrammes
g           | un gramme                     | grammes
kg          | un kilogramme                 | kilogrammes
ml  mL      | un millilitre                 | millilitres
µl  μl      | un microlitre                 | microlitres
dl  dL      | un décilitre                  | décilitres
cl          | un centilitre                 | centilitres
l  L        | un litre                      | litres
mm          | un millimètre                 | millimètres
cm          | un centimètre                 | centimètres
m           | un mètre                      | mètres
km          | un kilomètre                  | kilomètres
µm  μm      | un micromètre                 | micromètres
nm          | un nanomètre                  | nanomètres
m²          | un mètre carré                | mètres carrés
cm²         | un centimètre carré           | centimètres carrés
m³          | un mètre cube                 | mètres cubes
cm³         | un centimètre cube            | centimètres cubes
mmol        | un millimole                  | millimoles
µmol  μmol  | une micromole                 | micromoles
mol         | une mole                      | moles
mmHg  mm Hg | un millimètre de mercure      | millimètres de mercure
UI  U.I.    | une unité internationale      | unités internationales
°C  ° C     | un degré Celsius              | degrés Celsius
°F  ° F     | un degré Fahrenheit           | degrés Fahrenheit
°           | un degré                      | degrés
kcal        | une kilocalorie               | kilocalories
kJ          | un kilojoule                  | kilojoules
h           | une heure                     | heures
min  mn     | une minute                    | minutes
s           | une seconde                   | secondes
ms          | une milliseconde              | millisecondes
km/h        | un kilomètre à l'heure        | kilomètres à l'heure
kPa         | un kilopascal                 | kilopascals
dB          | un décibel                    | décibels
""")
_CURRENCIES = units_of("""
€ | un euro   | euros
M€ | un million d'euros | millions d'euros
Md€ | un milliard d'euros | milliards d'euros
$ | un dollar | dollars
£ | une livre | livres
¥ | un yen    | yens
""")
_DIVISORS = divisors_of(_UNITS, "jour semaine mois an heure minute dose", j="jour")
_MONTHS = in_order(
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
)
_DAYS = in_order("lundi mardi mercredi jeudi vendredi samedi dimanche")
_ORDINALS = in_order(
    "deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième "
    "onzième douzième treizième quatorzième quinzième seizième dix-septième dix-huitième "
    "dix-neuvième vingtième vingt-et-unième"
)
"""From the second to the 21st, for centuries, weeks and arrondissements."""

_CLOCK = lazily(
    r"(?<![\w.,:])(?P<hour>[01]?\d|2[0-4])(?:\s?[hH]\s?(?P<minutes>[0-5]\d)(?!\w)"
    r"|:(?P<after>[0-5]\d)(?![\w:]))"
)
_FIRST = lazily(r"(?<![\w.,])1(?P<ending>ers?|[eè]res?|re)(?!\w)")
_ORDINAL = lazily(r"(?<![\w.,])(?P<number>[2-9]|1\d|2[01])(?:es?|è(?:me)?s?|eme|nde?)(?!\w)")
_KING = lazily(
    r"\b(?:Louis|Henri|Charles|Philippe|François|Napoléon|Élisabeth|Pie|Jean|Paul|Jean-Paul|Benoît)\s"
    r"(?P<roman>(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3}))(?![\w’'])"
)
_CENTURY = lazily(r"(?<!\w)(?P<roman>[XVI]{1,5})(?:e|è|ème)(?=\s(?:siècle|arrondissement|s\.))")


def _date(day: int, month: str, year: str, before: str) -> str:
    return f"{'premier' if day == 1 else day} {month} {year}"


def _clock(text: str, language: str) -> Iterator[Change]:
    for match in _CLOCK.finditer(text):
        hour, minutes = int(match["hour"]), match["minutes"] or match["after"]
        said = "une heure" if hour == 1 else f"{hour} heures"
        yield *match.span(), said + (f" {int(minutes)}" if minutes != "00" else "")


def _ordinals(text: str, language: str) -> Iterator[Change]:
    for match in _FIRST.finditer(text):
        said = "premier" if match["ending"].startswith("er") else "première"
        yield *match.span(), said + ("s" if match["ending"].endswith("s") else "")
    for match in _ORDINAL.finditer(text):
        yield *match.span(), _ORDINALS[int(match["number"]) - 2]


def _centuries(text: str, language: str) -> Iterator[Change]:
    for match in _CENTURY.finditer(text):
        value = roman_value(match["roman"])
        if 2 <= value <= 21:
            yield *match.span(), _ORDINALS[value - 2]
    for match in _KING.finditer(text):
        value = roman_value(match["roman"])
        yield *match.span("roman"), "premier" if value == 1 else str(value)


_FRACTIONS = phrases_of("""
½  1/2 | un demi
¼  1/4 | un quart
¾  3/4 | trois quarts
⅓  1/3 | un tiers
⅔  2/3 | deux tiers
⅛  1/8 | un huitième
""")
_SHORT_FORMS = phrases_of("""
p. ex.   | par exemple
c.-à-d.  | c'est-à-dire
càd      | c'est-à-dire
etc.     | et cetera
env.     | environ
cf.      | voir
et al.   | et collègues
Mme      | Madame
Mmes     | Mesdames
Mlle     | Mademoiselle
Dr       | docteur
Dre      | docteure
Pr       | professeur
MM.      | Messieurs
c. à s.  | cuillère à soupe
c. à c.  | cuillère à café
""")
_NUMBERED = phrases_of("""
n°  N°  no | numéro
nos        | numéros
p.         | page
pp.        | pages
fig.  Fig. | figure
chap.      | chapitre
vol.       | volume
art.       | article
tél.  Tél. | téléphone
max.       | maximum
min.       | minimum
""")
_COMPARISONS = phrases_of("""
<       | inférieur à
>       | supérieur à
<=  ≤  ⩽ | inférieur ou égal à
>=  ≥  ⩾ | supérieur ou égal à
≠       | différent de
≈  ~  ∼ | environ
±  +/-  | plus ou moins
""")
_MISTER = lazily(r"(?<![\w.])M\.\s(?=[A-ZÀ-Ý][a-zà-ÿ'’-])")


def _mister(text: str, language: str) -> Iterator[Change]:
    for match in _MISTER.finditer(text):
        yield *match.span(), "Monsieur "


TONGUE = Tongue(
    language="fr",
    number=r"(?:\d{1,3}(?:[.\u00a0\u202f ]\d{3}){1,5}(?!\d)|\d{1,15})(?:,\d{1,12})?",
    units=_UNITS,
    per=" par ",
    divisors=_DIVISORS,
    currencies=_CURRENCIES,
    over=" sur ",
    cents=" ",
    range_from="de ",
    range_to=" à ",
    between=" et ",
    range_leads={"entre": True, "de": False, "à": False, "d'": False, "d’": False, "des": False},
    comparisons=_COMPARISONS,
    fractions=_FRACTIONS,
    and_fractions={
        sign: "et demi" if spoken == "un demi" else f"et {spoken}"
        for sign, spoken in _FRACTIONS.items()
    },
    months=_MONTHS,
    days=_DAYS,
    date=_date,
    short_forms=_SHORT_FORMS,
    numbered=_NUMBERED,
)

RULES = (
    Rule("time", _clock, ("fr",), needs=lazily(r"\d\s?[hH:]\s?\d")),
    *rules_of(TONGUE),
    Rule("ordinal", _ordinals, ("fr",), needs=lazily(r"\d[eèrn]")),
    Rule("ordinal", _centuries, ("fr",), needs=lazily(r"[XVI][eè]|\s[XVI]")),
    Rule("short form", _mister, ("fr",), needs=lazily(r"M\.")),
)
