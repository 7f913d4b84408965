"""What rules about numbers share."""

from __future__ import annotations

import re

from content.patterns import lazily

NUMBER = r"(?:\d{1,3}(?:,\d\d\d)+(?!\d)|\d{1,15})(?:\.\d{1,12})?"
"""A number in digits, with or without thousands marks and decimals."""

_ONE = lazily(
    r"(?<![\d.,/–-])(?:1|(?<!\d\s)[1-9]/[1-9]\d?)\Z|(?<![\d½¼¾⅓⅔])(?<![\d½¼¾⅓⅔]\s)[½¼¾⅓⅔⅕⅛]\Z"
)

UNITS = {
    **dict.fromkeys(("mg", "mgs"), ("milligram", "milligrams")),
    **dict.fromkeys(("mcg", "mcgs", "µg", "μg", "ug"), ("microgram", "micrograms")),
    "ng": ("nanogram", "nanograms"),
    "pg": ("picogram", "picograms"),
    **dict.fromkeys(("g", "gm", "gms"), ("gram", "grams")),
    **dict.fromkeys(("kg", "kgs", "Kg", "KG"), ("kilogram", "kilograms")),
    **dict.fromkeys(("mL", "ml", "mls", "mLs"), ("millilitre", "millilitres")),
    **dict.fromkeys(("µL", "μL", "uL", "µl", "μl", "mcL"), ("microlitre", "microlitres")),
    **dict.fromkeys(("dL", "dl"), ("decilitre", "decilitres")),
    **dict.fromkeys(("cL", "cl"), ("centilitre", "centilitres")),
    **dict.fromkeys(("L", "l"), ("litre", "litres")),
    "mm": ("millimetre", "millimetres"),
    "cm": ("centimetre", "centimetres"),
    "m": ("metre", "metres"),
    "km": ("kilometer", "kilometers"),
    **dict.fromkeys(("nm",), ("nanometre", "nanometres")),
    **dict.fromkeys(("µm", "μm"), ("micrometre", "micrometres")),
    "mmol": ("millimole", "millimoles"),
    **dict.fromkeys(("µmol", "μmol", "umol"), ("micromole", "micromoles")),
    "nmol": ("nanomole", "nanomoles"),
    "pmol": ("picomole", "picomoles"),
    "mol": ("mole", "moles"),
    "mEq": ("milliequivalent", "milliequivalents"),
    "mmHg": ("millimetre of mercury", "millimetres of mercury"),
    "mm Hg": ("millimetre of mercury", "millimetres of mercury"),
    "kPa": ("kilopascal", "kilopascals"),
    **dict.fromkeys(("IU", "iu"), ("international unit", "international units")),
    "bpm": ("beat per minute", "beats per minute"),
    "rpm": ("revolution per minute", "revolutions per minute"),
    **dict.fromkeys(("kcal", "kcals"), ("kilocalorie", "kilocalories")),
    **dict.fromkeys(("cal", "cals"), ("calorie", "calories")),
    "kJ": ("kilojoule", "kilojoules"),
    **dict.fromkeys(("°C", "° C", "℃", "ºC"), ("degree Celsius", "degrees Celsius")),
    **dict.fromkeys(("°F", "° F", "℉", "ºF"), ("degree Fahrenheit", "degrees Fahrenheit")),
    **dict.fromkeys(("hr", "hrs", "h"), ("hour", "hours")),
    **dict.fromkeys(("min", "mins"), ("minute", "minutes")),
    **dict.fromkeys(("sec", "secs", "s"), ("second", "seconds")),
    "ms": ("millisecond", "milliseconds"),
    **dict.fromkeys(("wk", "wks"), ("week", "weeks")),
    **dict.fromkeys(("mo", "mos"), ("month", "months")),
    **dict.fromkeys(("yr", "yrs"), ("year", "years")),
    **dict.fromkeys(("lb", "lbs"), ("pound", "pounds")),
    "st": ("stone", "stone"),
    "oz": ("ounce", "ounces"),
    "fl oz": ("fluid ounce", "fluid ounces"),
    "ft": ("foot", "feet"),
    "yd": ("yard", "yards"),
    **dict.fromkeys(("tsp", "tsps"), ("teaspoon", "teaspoons")),
    **dict.fromkeys(("tbsp", "tbsps"), ("tablespoon", "tablespoons")),
    **dict.fromkeys(("m2", "m²"), ("square metre", "square metres")),
    **dict.fromkeys(("cm2", "cm²"), ("square centimetre", "square centimetres")),
    **dict.fromkeys(("km2", "km²"), ("square kilometer", "square kilometers")),
    **dict.fromkeys(("m3", "m³"), ("cubic metre", "cubic metres")),
    **dict.fromkeys(("cm3", "cm³"), ("cubic centimetre", "cubic centimetres")),
    **dict.fromkeys(("mm3", "mm³"), ("cubic millimetre", "cubic millimetres")),
    **dict.fromkeys(("km3", "km³"), ("cubic kilometer", "cubic kilometers")),
    **dict.fromkeys(("sq ft", "sq. ft.", "ft²", "ft2"), ("square foot", "square feet")),
    **dict.fromkeys(("sq mi", "mi²"), ("square mile", "square miles")),
    **dict.fromkeys(("in²", "sq in"), ("square inch", "square inches")),
    **dict.fromkeys(("cu ft", "ft³"), ("cubic foot", "cubic feet")),
    "mm²": ("square millimetre", "square millimetres"),
    "ha": ("hectare", "hectares"),
    "mi": ("mile", "miles"),
    "cc": ("c c", "c c"),
    "qt": ("quart", "quarts"),
    "gal": ("gallon", "gallons"),
    "psi": ("pound per square inch", "pounds per square inch"),
    "mph": ("mile per hour", "miles per hour"),
    **dict.fromkeys(("kph", "kmph"), ("kilometer per hour", "kilometers per hour")),
    "ppm": ("part per million", "parts per million"),
    "ppb": ("part per billion", "parts per billion"),
    "dB": ("decibel", "decibels"),
    **dict.fromkeys(("Hz", "hz"), ("hertz", "hertz")),
    **dict.fromkeys(("kHz", "khz"), ("kilohertz", "kilohertz")),
    **dict.fromkeys(("MHz", "mhz"), ("megahertz", "megahertz")),
    **dict.fromkeys(("GHz", "ghz"), ("gigahertz", "gigahertz")),
    **dict.fromkeys(("KB", "kB"), ("kilobyte", "kilobytes")),
    **dict.fromkeys(("MB", "mb"), ("megabyte", "megabytes")),
    **dict.fromkeys(("GB", "gb"), ("gigabyte", "gigabytes")),
    **dict.fromkeys(("TB", "tb"), ("terabyte", "terabytes")),
    **dict.fromkeys(("mbps", "Mbps"), ("megabit per second", "megabits per second")),
    **dict.fromkeys(("kbps", "Kbps"), ("kilobit per second", "kilobits per second")),
    **dict.fromkeys(("gbps", "Gbps"), ("gigabit per second", "gigabits per second")),
    "V": ("volt", "volts"),
    "W": ("watt", "watts"),
    "MW": ("megawatt", "megawatts"),
    "GW": ("gigawatt", "gigawatts"),
    "mA": ("milliamp", "milliamps"),
    "mAh": ("milliamp hour", "milliamp hours"),
    **dict.fromkeys(("kW", "kw"), ("kilowatt", "kilowatts")),
    **dict.fromkeys(("kWh", "kwh"), ("kilowatt hour", "kilowatt hours")),
    "mV": ("millivolt", "millivolts"),
    "kV": ("kilovolt", "kilovolts"),
    "mSv": ("millisievert", "millisieverts"),
    "Gy": ("gray", "grays"),
    "mGy": ("milligray", "milligrays"),
    **dict.fromkeys(("µSv", "μSv"), ("microsievert", "microsieverts")),
    "MBq": ("megabecquerel", "megabecquerels"),
    "U": ("unit", "units"),
    "mU": ("milliunit", "milliunits"),
    **dict.fromkeys(("µU", "μU"), ("microunit", "microunits")),
    "mCi": ("millicurie", "millicuries"),
    "kDa": ("kilodalton", "kilodaltons"),
    "mIU": ("milli international unit", "milli international units"),
    "mOsm": ("milliosmole", "milliosmoles"),
    "Pa": ("pascal", "pascals"),
    "hPa": ("hectopascal", "hectopascals"),
    "MPa": ("megapascal", "megapascals"),
    "mbar": ("millibar", "millibars"),
    **dict.fromkeys(("cmH2O", "cm H2O"), ("centimetre of water", "centimetres of water")),
    "fL": ("femtolitre", "femtolitres"),
    "nL": ("nanolitre", "nanolitres"),
    "kN": ("kilonewton", "kilonewtons"),
    "MET": ("met", "mets"),
    "METs": ("met", "mets"),
}
"""Units as they are written after a number: one of it, and more."""


def alternatives(written: object) -> str:
    """Return an expression for any of the strings, longest first."""
    return "|".join(sorted(map(re.escape, written), key=len, reverse=True))  # type: ignore[call-overload]


UNIT = alternatives(UNITS)


def ordinal_ending(number: int) -> str:
    """Return what follows the number in 1st, 12th, 23rd."""
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def is_one(text: str, end: int) -> bool:
    """Whether the number that ends at ``end`` is exactly one, or a part of one: half a tablet."""
    return _ONE.search(text, max(0, end - 7), end) is not None


def value(number: str) -> float:
    """Return the value of a number in digits."""
    return float(number.replace(",", ""))


def padded(text: str, start: int, end: int, spoken: str) -> tuple[int, int, str]:
    """Return the change with a space on each side where it would touch a word."""
    if start > 0 and not text[start - 1].isspace() and text[start - 1] not in "([“‘\"'":
        spoken = " " + spoken
    if end < len(text) and (text[end].isalnum() or text[end] in "$£€.±~"):
        spoken += " "
    return start, end, spoken
