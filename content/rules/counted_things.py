"""What German, French and Spanish articles on health count, with its gender."""

from __future__ import annotations

from content.patterns import lazily
from content.rules import french, german, german_cases, spanish
from content.rules.counted import Counted, genders_of, rules_after, rules_before

_GERMAN = Counted(
    tongue=german.TONGUE,
    genders=genders_of("""
f Tablette Kapsel Woche Stunde Minute Sekunde Tasse Dosis Ampulle Packung Flasche Portion
f Scheibe
f Person Frau Impfung Pille Injektion Spritze Einheit Mahlzeit Nacht Messerspitze Prise
f Dosiereinheit Million Milliarde Handvoll Anwendung Sitzung Mutter Filmtablette
f Brausetablette Zigarette
m Tag Monat Tropfen Löffel Teelöffel Esslöffel Becher Mann Patient Beutel Hub Messlöffel
m Punkt Liter
m Apfel Sprühstoß Meter Zentimeter Schluck Fall Patienten
n Jahr Glas Kind Mal Gramm Zäpfchen Stück Prozent Pflaster Kilogramm Kilo Pfund Ei
n Milligramm
n Drittel Viertel Dragee Mikrogramm
"""),
    numbers={"1": {"f": "eine", "m": "ein", "n": "ein"}},
    halves={"f": "eine halbe", "m": "ein halber", "n": "ein halbes"},
    after_labels=lazily(r"\b(?:Typ|Nr\.|Phase|Stufe|Tag|Woche|Kapitel|Grad|Teil|Gruppe)\s\Z"),
    times=" mal",
    days={
        **{"Mo": "Montag", "Di": "Dienstag", "Mi": "Mittwoch", "Do": "Donnerstag"},
        **{"Fr": "Freitag", "Sa": "Samstag", "So": "Sonntag"},
    },
    letters=("BMI", "EKG", "EEG", "ADHS", "COPD", "STI", "ICD", "WHO", "RNA", "AOK"),
    decline=german_cases.decline,
)
_FRENCH = Counted(
    tongue=french.TONGUE,
    genders=genders_of("""
f gélule gélules capsule capsules pilule pilules semaine semaines heure heures minute
f minutes
f seconde secondes tasse tasses cuillère cuillères cuillerée dose doses journée année
f ampoule
f ampoules injection boîte personne personnes femme femmes pincée goutte gouttes tranche
f tranches portion
f portions pastille pastilles application prise prises séance séances bouteille unité unités
f nuit fois
"""),
    numbers={"1": {"f": "une"}, "21": {"f": "vingt et une"}, "31": {"f": "trente et une"}},
    halves={"f": "une demi"},
    after_labels=lazily(r"\b(?:type|phase|stade|chapitre|groupe|grade|n°|jour)\s\Z"),
    times=" fois",
    days={
        **{"lun": "lundi", "mar": "mardi", "mer": "mercredi", "jeu": "jeudi", "ven": "vendredi"},
        **{"sam": "samedi", "dim": "dimanche"},
    },
    letters=(
        *("IMC", "OMS", "VIH", "ARN", "IRM", "AVC", "IST", "TDAH", "IVG", "HTA", "ORL", "EEG"),
        *("ECG", "UE", "BPCO", "INR"),
    ),
)
_SPANISH = Counted(
    tongue=spanish.TONGUE,
    genders=genders_of("""
f tableta tabletas pastilla pastillas cápsula cápsulas hora horas semana semanas taza tazas
f dosis
f cucharada cucharadas cucharadita cucharaditas gota gotas ampolla píldora píldoras vez
f veces
f inyección porción porciones persona personas mujer mujeres rebanada onza onzas botella
f caja
f pulgada pulgadas libra libras aplicación noche noches unidad unidades
m comprimido comprimidos día días mes meses año años vaso vasos litro litros gramo gramos
m mililitro
m mililitros minuto minutos segundo segundos sobre sobres hombre hombres paciente pacientes
m niño niños miligramo miligramos kilo kilos kilogramo kilogramos caso casos millón
m trimestre centímetro metro
"""),
    numbers={
        "1": {"f": "una", "m": "un"},
        "21": {"f": "veintiuna", "m": "veintiún"},
        "31": {"f": "treinta y una", "m": "treinta y un"},
    },
    halves={"f": "media", "m": "medio"},
    after_labels=lazily(r"\b(?:tipo|fase|grado|capítulo|grupo|etapa|nivel|día|semana)\s\Z"),
    times=" veces",
    days={
        **{"lun": "lunes", "mar": "martes", "mié": "miércoles", "jue": "jueves", "vie": "viernes"},
        **{"sáb": "sábado", "dom": "domingo"},
    },
    letters=(
        *("IMC", "OMS", "VIH", "ADN", "ARN", "ETS", "ITS", "TDAH", "UCI", "ACV", "UE", "EEG"),
        *("ECG", "IVU"),
    ),
)

_ALL = (_GERMAN, _FRENCH, _SPANISH)

BEFORE = tuple(rule for counted in _ALL for rule in rules_before(counted))
"""The rules that go before those of numbers and units."""
AFTER = tuple(rule for counted in _ALL for rule in rules_after(counted))
"""The rules that go after them."""
