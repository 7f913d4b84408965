"""What marks and signs are called."""

from __future__ import annotations

_ENGLISH = {
    **{"&": "and", "+": "plus", "=": "equals", "×": "times", "÷": "divided by", "@": "at"},
    **{"#": "hash", "§": "section", "^": "caret", "→": "right arrow", "←": "left arrow"},
    **{"↔": "double arrow", "↑": "up arrow", "↓": "down arrow", "√": "square root of"},
    **{"∞": "infinity", "(": "left paren", ")": "right paren", "[": "left bracket"},
    **{"]": "right bracket", "{": "left brace", "}": "right brace", '"': "quote", "“": "quote"},
    **{"”": "unquote", "„": "quote", "«": "quote", "»": "unquote", "–": "dash", "/": "slash"},
    **{"\\": "backslash", "*": "asterisk", "_": "underscore", "|": "vertical bar", "~": "tilde"},
    **{":": "colon", ";": "semicolon", "…": "ellipsis", "•": "bullet", "†": "dagger"},
    **{"¶": "paragraph sign", "<": "less than", ">": "greater than", ",": "comma", ".": "dot"},
    **{"!": "exclamation mark", "?": "question mark", "¿": "inverted question mark"},
    **{"¡": "inverted exclamation mark", "'": "apostrophe", "`": "backtick", "-": "hyphen"},
}
_GERMAN = {
    **{"&": "und", "+": "plus", "=": "gleich", "×": "mal", "÷": "geteilt durch", "@": "at"},
    **{"#": "Raute", "§": "Paragraf", "^": "Zirkumflex", "→": "Pfeil nach rechts"},
    **{"←": "Pfeil nach links", "↔": "Doppelpfeil", "↑": "Pfeil nach oben"},
    **{"↓": "Pfeil nach unten", "√": "Wurzel aus", "∞": "unendlich", "(": "Klammer auf"},
    **{")": "Klammer zu", "[": "eckige Klammer auf", "]": "eckige Klammer zu"},
    **{"{": "geschweifte Klammer auf", "}": "geschweifte Klammer zu", '"': "Anführungszeichen"},
    **{"“": "Anführungszeichen", "”": "Anführungszeichen", "„": "Anführungszeichen"},
    **{"«": "Anführungszeichen", "»": "Anführungszeichen", "–": "Gedankenstrich"},
    **{"/": "Schrägstrich", "\\": "umgekehrter Schrägstrich", "*": "Sternchen"},
    **{"_": "Unterstrich", "|": "senkrechter Strich", "~": "Tilde", ":": "Doppelpunkt"},
    **{";": "Semikolon", "…": "Auslassungspunkte", "•": "Aufzählungspunkt", "†": "Kreuz"},
    **{"¶": "Absatzzeichen", "<": "kleiner als", ">": "größer als", ",": "Komma", ".": "Punkt"},
    **{"!": "Ausrufezeichen", "?": "Fragezeichen", "¿": "umgekehrtes Fragezeichen"},
    **{"¡": "umgekehrtes Ausrufezeichen", "'": "Apostroph", "`": "Gravis", "-": "Bindestrich"},
}
_FRENCH = {
    **{"&": "et", "+": "plus", "=": "égal", "×": "fois", "÷": "divisé par", "@": "arobase"},
    **{"#": "dièse", "§": "paragraphe", "^": "accent circonflexe", "→": "flèche à droite"},
    **{"←": "flèche à gauche", "↔": "double flèche", "↑": "flèche en haut"},
    **{"↓": "flèche en bas", "√": "racine de", "∞": "infini", "(": "parenthèse ouvrante"},
    **{")": "parenthèse fermante", "[": "crochet ouvrant", "]": "crochet fermant"},
    **{"{": "accolade ouvrante", "}": "accolade fermante", '"': "guillemet"},
    **{"“": "guillemet ouvrant", "”": "guillemet fermant", "„": "guillemet ouvrant"},
    **{"«": "guillemet ouvrant", "»": "guillemet fermant", "–": "tiret", "/": "barre oblique"},
    **{"\\": "barre oblique inverse", "*": "astérisque", "_": "tiret bas"},
    **{"|": "barre verticale", "~": "tilde", ":": "deux-points", ";": "point-virgule"},
    **{"…": "points de suspension", "•": "puce", "†": "croix", "¶": "pied de mouche"},
    **{"<": "inférieur à", ">": "supérieur à", ",": "virgule", ".": "point"},
    **{"!": "point d'exclamation", "?": "point d'interrogation"},
    **{"¿": "point d'interrogation inversé", "¡": "point d'exclamation inversé"},
    **{"'": "apostrophe", "`": "accent grave", "-": "trait d'union"},
}
_SPANISH = {
    **{"&": "y", "+": "más", "=": "igual", "×": "por", "÷": "dividido entre", "@": "arroba"},
    **{"#": "almohadilla", "§": "sección", "^": "circunflejo", "→": "flecha a la derecha"},
    **{"←": "flecha a la izquierda", "↔": "doble flecha", "↑": "flecha arriba"},
    **{"↓": "flecha abajo", "√": "raíz de", "∞": "infinito", "(": "abre paréntesis"},
    **{")": "cierra paréntesis", "[": "abre corchete", "]": "cierra corchete"},
    **{"{": "abre llave", "}": "cierra llave", '"': "comillas", "“": "abre comillas"},
    **{"”": "cierra comillas", "„": "abre comillas", "«": "abre comillas"},
    **{"»": "cierra comillas", "–": "raya", "/": "barra", "\\": "barra inversa"},
    **{"*": "asterisco", "_": "guion bajo", "|": "barra vertical", "~": "virgulilla"},
    **{":": "dos puntos", ";": "punto y coma", "…": "puntos suspensivos", "•": "viñeta"},
    **{"†": "cruz", "¶": "calderón", "<": "menor que", ">": "mayor que", ",": "coma"},
    **{".": "punto", "!": "cierra exclamación", "?": "cierra interrogación"},
    **{"¿": "abre interrogación", "¡": "abre exclamación", "'": "apóstrofo"},
    **{"`": "acento grave", "-": "guion"},
}

NAMES = {"en": _ENGLISH, "de": _GERMAN, "fr": _FRENCH, "es": _SPANISH}
"""By language, then by the mark."""
