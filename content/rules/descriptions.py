"""What each rule does, in a sentence for a person who asks why something is said as it is."""

from __future__ import annotations

DESCRIPTIONS = {
    # What goes before every other rule.
    "dictionary": "your dictionary says how this is said",
    "lexicon": "the article itself says how this is said",
    "phonemes": "the article gives the sounds of this word at this place",
    "expansion": "the article explains this short form, so it is said by its letters",
    # Numbers, units, dates.
    "blood pressure": "between two blood pressures, over is said",
    "comparison": "signs such as < and ± are said in words",
    "currency": "the name of a currency is said in full",
    "date": "a date is said by the day, the month and the year",
    "decade": "a decade is said as people say it",
    "decimal": "a decimal without a figure before it begins with point",
    "equation": "the signs of an equation are said in words",
    "formula": "a formula is said in words",
    "fraction": "a fraction is said in words, such as one half",
    "house number": "the number of a house is said as people say it",
    "inches": "the signs for feet and inches are said as words",
    "long number": "a long number is said figure by figure",
    "money": "the amount is said before the currency",
    "month": "a short form of a month is said in full",
    "negative": "minus is said before a number below zero",
    "ordinal": "a number in an order, such as 3rd, is said as a word",
    "per unit": "the stroke before a unit is said as per",
    "plan": "the name of a plan is said as people say it",
    "power": "a power is said in words, such as squared",
    "range": "the dash between two numbers is said as to",
    "range of days": "the dash between two days or months is said as to",
    "rating": "a rating is said in words, such as 4 out of 5",
    "ratio": "the sign between the two numbers of a ratio is said in words",
    "Roman numeral": "a Roman numeral is said as a number",
    "sign": "a sign is said in words",
    "spaced number": "a number written in groups is said as one",
    "telephone": "a telephone number is said figure by figure, in groups",
    "temperature": "a temperature is said with degrees and the name of the scale",
    "thousands": "a number with marks between its thousands is said as one",
    "time": "a time of the day is said as people say it",
    "times": "the sign × is said as times or by",
    "unit": "a unit is said in full",
    "unit alone": "a unit is said in full",
    "year": "a year is said in two halves",
    # Names and words.
    "acronym": "a word of capitals that nobody says as a word is said by its letters",
    "capitals": "a word written in capitals is said as a word",
    "credentials": "letters after a name are said one by one",
    "short form": "a short form is said in full",
    "state": "a short form of a state is said in full",
    "street": "a short form in an address is said in full",
    "title": "a title before a name is said in full",
    # Addresses.
    "internet address": "the address of a computer is said figure by figure",
    "mail address": "a mail address is said sign by sign",
    "web address": "a web address is said by the name of its site only",
    # Signs.
    "emoji": "an emoji is said by its name, once",
    "invisible": "a character that cannot be seen is not said",
    "ornament": "signs that only decorate are not said",
    "phoneme brackets": "two brackets are said apart, as a voice would take them for a command",
    "punctuation": "marks are named, as you have set it",
    "separator": "a sign that only divides is said as a pause",
    "space": "space is not said",
    "symbol": "a symbol is said by its name or passed over, as you have set it",
    # What belongs to a block or to a span.
    "abbreviation": "what a short form stands for is said after it, as you have set it",
    "caption": "what kind of text this is, is said before it",
    "citation": "what only names a source is said or passed over, as you have set it",
    "code": "the length of code is said before it",
    "definition": "what kind of text this is, is said before it",
    "figure": "image is said before the text that stands for an image",
    "heading": "that this is a heading is said",
    "item": "the number of an item is said before it",
    "list": "the length of a list is said before it",
    "note": "that this is a note is said before it",
    "note mark": "a reference to a note is said or passed over, as you have set it",
    "page": "the number of a page is said",
    "paragraph": "what kind of text this is, is said before it",
    "quote": "that this is a quotation is said",
    "summary": "only the size of this is said, as you have set it",
    "table": "the header of its column is said before a cell",
    "task": "whether a task is done is said before it",
    "term": "what kind of text this is, is said before it",
    "trust": "what kind of text this is, is said before it",
}
"""By the rule's name; each without a capital and without a full stop, to stand in a sentence."""


def description_of(rule: str) -> str:
    """Return what ``rule`` does; nothing for one that nobody has described."""
    return DESCRIPTIONS.get(rule, "")
