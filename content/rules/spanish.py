"""Spanish: what numbers need, ordinals, the time of day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from content.patterns import lazily
from content.rules.european import rules_of
from content.rules.roman import roman_value
from content.rules.rule import Change, Rule
from content.rules.tongue import Tongue, divisors_of, in_order, phrases_of, units_of

_UNITS = units_of("""
%            | un por ciento              | por ciento
‰            | un por mil                 | por mil
mg           | un miligramo               | miligramos
µg  μg  mcg  | un microgramo              | microgramos
ng           | un nanogramo               | nanogramos
g            | un gramo                   | gramos
kg           | un kilogramo               | kilogramos
ml  mL       | un mililitro               | mililitros
µl  μl       | un microlitro              | microlitros
dl  dL       | un decilitro               | decilitros
cl           | un centilitro              | centilitros
l  L         | un litro                   | litros
mm           | un milímetro               | milímetros
cm           | un centímetro              | centímetros
m            | un metro                   | metros
km           | un kilómetro               | kilómetros
µm  μm       | un micrómetro              | micrómetros
nm           | un nanómetro               | nanómetros
m²           | un metro cuadrado          | metros cuadrados
cm²          | un centímetro cuadrado     | centímetros cuadrados
m³           | un metro cúbico            | metros cúbicos
cm³          | un centímetro cúbico       | centímetros cúbicos
mmol         | un milimol                 | milimoles
µmol  μmol   | un micromol                | micromoles
mol          | un mol                     | moles
mmHg  mm Hg  | un milímetro de mercurio   | milímetros de mercurio
UI  U.I.     | una unidad internacional   | unidades internacionales
°C  ° C  ºC  | un grado Celsius           | grados Celsius
°F  ° F  ºF  | un grado Fahrenheit        | grados Fahrenheit
°            | un grado                   | grados
kcal         | una kilocaloría            | kilocalorías
kJ           | un kilojulio               | kilojulios
h            | una hora                   | horas
min          | un minuto                  | minutos
s            | un segundo                 | segundos
ms           | un milisegundo             | milisegundos
km/h         | un kilómetro por hora      | kilómetros por hora
kPa          | un kilopascal              | kilopascales
dB           | un decibelio               | decibelios
""")
_CURRENCIES = units_of("""
€ | un euro   | euros
$ | un dólar  | dólares
£ | una libra | libras
¥ | un yen    | yenes
""")
_DIVISORS = divisors_of(_UNITS, "día semana mes año hora minuto dosis", d="día")
_MONTHS = in_order(
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
)
_DAYS = in_order("lunes martes miércoles jueves viernes sábado domingo")
_ORDINALS = in_order("primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo")

_ORDINAL = lazily(
    r"(?<![\w.,])(?P<number>[1-9]|10)\.?(?P<ending>[ºª]|er(?!\w)|°(?=\s[a-záéíóú]))(?![CF])"
)
_GROUPED = lazily(r"(?<![\w.,])\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,5}(?![\w]|[.,]?\d)")
_ROMAN = r"(?P<roman>(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3}))(?![\w’'])"
_CENTURY = lazily(rf"\b[Ss]iglos?\s{_ROMAN}")
_KING = lazily(
    r"\b(?:Juan Carlos|Felipe|Carlos|Fernando|Alfonso|Isabel|Enrique|Luis|Juan|Pablo|Juan Pablo"
    rf"|Pío)\s{_ROMAN}"
)
_CALLED = lazily(
    r"\b(?:llame|llamar|llama|marque|marcar|teléfono|número)\s(?:al|el)\s(?P<number>\d{3})"
    r"(?![\w/]|[.,-]\d|\s\d)",
    re.IGNORECASE,
)
_OCLOCK = lazily(r"(?<![\d.:])(?P<hour>[01]?\d|2[0-4])[:.]00(?=\s?h(?!\w))")


def _date(day: int, month: str, year: str, before: str) -> str:
    return f"{day} de {month} de {year}"


def _ordinals(text: str, language: str) -> Iterator[Change]:
    for match in _ORDINAL.finditer(text):
        said = _ORDINALS[int(match["number"]) - 1]
        if match["ending"] == "ª":
            said = said[:-1] + "a"
        elif match["ending"] == "er":
            said = said.removesuffix("o")
        yield *match.span(), said


def _romans(text: str, language: str) -> Iterator[Change]:
    for match in _CENTURY.finditer(text):
        yield *match.span("roman"), str(roman_value(match["roman"]))
    for match in _KING.finditer(text):
        value = roman_value(match["roman"])
        said = _ORDINALS[value - 1] if value <= len(_ORDINALS) else str(value)
        yield *match.span("roman"), said


def _called(text: str, language: str) -> Iterator[Change]:
    for match in _CALLED.finditer(text):
        yield *match.span("number"), " ".join(match["number"])


def _grouped(text: str, language: str) -> Iterator[Change]:
    # espeak-ng reads 1 500 as one and five hundred.
    for match in _GROUPED.finditer(text):
        yield *match.span(), "".join(match[0].split())


def _clock(text: str, language: str) -> Iterator[Change]:
    for match in _OCLOCK.finditer(text):
        yield match.end("hour"), match.end(), ""


_FRACTIONS = phrases_of("""
½  1/2 | medio
¼  1/4 | un cuarto
¾  3/4 | tres cuartos
⅓  1/3 | un tercio
⅔  2/3 | dos tercios
⅛  1/8 | un octavo
""")
_SHORT_FORMS = phrases_of("""
p. ej.  | por ejemplo
P. ej.  | Por ejemplo
etc.    | etcétera
aprox.  | aproximadamente
EE. UU. | Estados Unidos
EE.UU.  | Estados Unidos
Sr.     | señor
Sra.    | señora
Srta.   | señorita
Sres.   | señores
Dr.     | doctor
Dra.    | doctora
Prof.   | profesor
Ud.     | usted
Uds.    | ustedes
cf.     | véase
et al.  | y colaboradores
""")
_NUMBERED = phrases_of("""
n.º  N.º  nº  Nº  n.°  núm. | número
n.os                        | números
pág.  p.                    | página
págs.  pp.                  | páginas
fig.  Fig.                  | figura
cap.                        | capítulo
vol.                        | volumen
art.                        | artículo
tel.  Tel.  tfno.           | teléfono
máx.                        | máximo
mín.                        | mínimo
""")
_COMPARISONS = phrases_of("""
<       | menor que
>       | mayor que
<=  ≤  ⩽ | menor o igual que
>=  ≥  ⩾ | mayor o igual que
≠       | distinto de
≈  ~  ∼ | aproximadamente
±  +/-  | más menos
""")

_BARE_LEADS = dict.fromkeys(("cada", "los", "las", "hasta", "aproximadamente"), False)

TONGUE = Tongue(
    language="es",
    number=r"(?:\d{1,3}(?:[.\u00a0\u202f ]\d{3}){1,5}(?!\d)|\d{1,15})(?:[,.]\d{1,12})?",
    units=_UNITS,
    per=" por ",
    divisors=_DIVISORS,
    currencies=_CURRENCIES,
    over=" sobre ",
    cents=" con ",
    range_from="de ",
    range_to=" a ",
    between=" y ",
    range_leads={
        "entre": True,
        "de": False,
        "a": False,
        "unos": False,
        "unas": False,
        **_BARE_LEADS,
    },
    comparisons=_COMPARISONS,
    fractions=_FRACTIONS,
    and_fractions={sign: f"y {spoken}" for sign, spoken in _FRACTIONS.items()},
    months=_MONTHS,
    days=_DAYS,
    date=_date,
    short_forms=_SHORT_FORMS,
    numbered=_NUMBERED,
    plus="más",
)

RULES = (
    Rule("time", _clock, ("es",), needs=lazily(r"\d[:.]00")),
    Rule("telephone", _called, ("es",), needs=lazily(r"\d{3}")),
    *rules_of(TONGUE),
    Rule("Roman numeral", _romans, ("es",), needs=lazily(r"\s[IVX]")),
    Rule("ordinal", _ordinals, ("es",), needs=lazily(r"\d\.?[ºª°e]")),
    Rule("thousands", _grouped, ("es",), needs=lazily(r"\d\s\d")),
)
