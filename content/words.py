"""The words that a script adds to what an article says, in the languages that have them."""

from __future__ import annotations

from functools import cache

_ENGLISH = {
    "skipped": "{} piece skipped|{} pieces skipped",
    "heading": "heading level {}",
    "level": "level {}",
    "list": "list, {} item|list, {} items",
    "long list": "list",
    "end of list": "end of list",
    "done": "done",
    "not done": "not done",
    "quote": "quote",
    "end of quote": "end of quote",
    "aside": "aside",
    "end of aside": "end of aside",
    "table": "table, {} column|table, {} columns",
    "rows": "{} row|{} rows",
    "end of table": "end of table",
    "row": "row {} of {}",
    "column": "column {} of {}",
    "capital": "capital {}",
    "empty": "empty",
    "image": "image",
    "caption": "caption",
    "note": "note",
    "note number": "note {}",
    "citation": "citation",
    "code": "code, {} line|code, {} lines",
    "end of code": "end of code",
    "page": "page {}",
    "to": "to",
    "and": "and",
    "epigraph": "epigraph",
    "sidebar": "sidebar",
    "abstract": "abstract",
    "dedication": "dedication",
    "glossary": "glossary",
    "bibliography": "bibliography",
    "tip": "tip",
    "warning": "warning",
    "important": "important",
    "caution": "caution",
    "example": "example",
}
_GERMAN = {
    "skipped": "{} Stück übersprungen|{} Stücke übersprungen",
    "heading": "Überschrift Ebene {}",
    "level": "Ebene {}",
    "list": "Liste, {} Punkt|Liste, {} Punkte",
    "long list": "Liste",
    "end of list": "Ende der Liste",
    "done": "erledigt",
    "not done": "nicht erledigt",
    "quote": "Zitat",
    "end of quote": "Ende des Zitats",
    "aside": "Einschub",
    "end of aside": "Ende des Einschubs",
    "table": "Tabelle, {} Spalte|Tabelle, {} Spalten",
    "rows": "{} Zeile|{} Zeilen",
    "end of table": "Ende der Tabelle",
    "row": "Zeile {} von {}",
    "column": "Spalte {} von {}",
    "capital": "groß {}",
    "empty": "leer",
    "image": "Bild",
    "caption": "Beschriftung",
    "note": "Anmerkung",
    "note number": "Anmerkung {}",
    "citation": "Quelle",
    "code": "Code, {} Zeile|Code, {} Zeilen",
    "end of code": "Ende des Codes",
    "page": "Seite {}",
    "to": "bis",
    "and": "und",
    "epigraph": "Motto",
    "sidebar": "Kasten",
    "abstract": "Zusammenfassung",
    "dedication": "Widmung",
    "glossary": "Glossar",
    "bibliography": "Literatur",
    "tip": "Tipp",
    "warning": "Warnung",
    "important": "wichtig",
    "caution": "Vorsicht",
    "example": "Beispiel",
}
_FRENCH = {
    "skipped": "{} passage sauté|{} passages sautés",
    "heading": "titre de niveau {}",
    "level": "niveau {}",
    "list": "liste, {} élément|liste, {} éléments",
    "long list": "liste",
    "end of list": "fin de la liste",
    "done": "fait",
    "not done": "à faire",
    "quote": "citation",
    "end of quote": "fin de la citation",
    "aside": "encadré",
    "end of aside": "fin de l'encadré",
    "table": "tableau, {} colonne|tableau, {} colonnes",
    "rows": "{} ligne|{} lignes",
    "end of table": "fin du tableau",
    "row": "ligne {} sur {}",
    "column": "colonne {} sur {}",
    "capital": "{} majuscule",
    "empty": "vide",
    "image": "image",
    "caption": "légende",
    "note": "note",
    "note number": "note {}",
    "citation": "source",
    "code": "code, {} ligne|code, {} lignes",
    "end of code": "fin du code",
    "page": "page {}",
    "to": "à",
    "and": "et",
    "epigraph": "épigraphe",
    "sidebar": "encadré",
    "abstract": "résumé",
    "dedication": "dédicace",
    "glossary": "glossaire",
    "bibliography": "bibliographie",
    "tip": "conseil",
    "warning": "avertissement",
    "important": "important",
    "caution": "attention",
    "example": "exemple",
}
_SPANISH = {
    "skipped": "{} fragmento omitido|{} fragmentos omitidos",
    "heading": "título de nivel {}",
    "level": "nivel {}",
    "list": "lista, {} elemento|lista, {} elementos",
    "long list": "lista",
    "end of list": "fin de la lista",
    "done": "hecho",
    "not done": "por hacer",
    "quote": "cita",
    "end of quote": "fin de la cita",
    "aside": "recuadro",
    "end of aside": "fin del recuadro",
    "table": "tabla, {} columna|tabla, {} columnas",
    "rows": "{} fila|{} filas",
    "end of table": "fin de la tabla",
    "row": "fila {} de {}",
    "column": "columna {} de {}",
    "capital": "{} mayúscula",
    "empty": "vacío",
    "image": "imagen",
    "caption": "leyenda",
    "note": "nota",
    "note number": "nota {}",
    "citation": "fuente",
    "code": "código, {} línea|código, {} líneas",
    "end of code": "fin del código",
    "page": "página {}",
    "to": "a",
    "and": "y",
    "epigraph": "epígrafe",
    "sidebar": "recuadro",
    "abstract": "resumen",
    "dedication": "dedicatoria",
    "glossary": "glosario",
    "bibliography": "bibliografía",
    "tip": "consejo",
    "warning": "advertencia",
    "important": "importante",
    "caution": "precaución",
    "example": "ejemplo",
}
CATALOGUES = {"en": _ENGLISH, "de": _GERMAN, "fr": _FRENCH, "es": _SPANISH}


class Words:
    """The words of one language."""

    def __init__(self, language: str, catalogue: dict[str, str]) -> None:
        self.language = language
        """The BCP 47 tag of the voice that has to say them."""
        self._catalogue = catalogue

    def __call__(self, name: str, *values: object) -> str:
        """Return the phrase of that name, in the plural unless the first value is one."""
        one, _, more = self._catalogue[name].partition("|")
        return (more if more and values and values[0] != 1 else one).format(*values)

    def __contains__(self, name: str) -> bool:
        """Whether there is such a phrase."""
        return name in self._catalogue


@cache
def words_of(language: str) -> Words:
    """Return the words for an article in ``language``: its own, or else English."""
    catalogue = CATALOGUES.get(base_of(language))
    return Words("en", _ENGLISH) if catalogue is None else Words(language, catalogue)


def base_of(language: str) -> str:
    """Return a tag without its region: "de" of "de-CH"."""
    return language.replace("_", "-").split("-")[0].casefold()
