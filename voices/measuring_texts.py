"""The texts over which voices are measured: as quick, unit for unit, as real articles are."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, ...]] = {
    "en": (
        "Most people feel better within two weeks.",
        "If the pain gets worse, or you have a fever, see a doctor.",
        "The museum opened in 1931 and was rebuilt after the war.",
        "Several different kinds of treatment are available.",
    ),
    "de": (
        "Die meisten Menschen fühlen sich nach zwei Wochen besser.",
        "Wenn die Schmerzen zunehmen, sollte man zum Arzt gehen.",
        "Das alte Museum wurde nach dem Krieg wieder aufgebaut.",
        "Sie ging am Fluss entlang und dachte an ihren Bruder.",
    ),
    "fr": (
        "On peut reprendre le travail après deux semaines.",
        "Si la douleur augmente, il faut consulter un médecin.",
        "Le vieux musée a été reconstruit après la guerre.",
        "Elle marchait le long du fleuve et pensait à son frère.",
    ),
    "es": (
        "La mayoría de las personas se sienten mejor a las dos semanas.",
        "Si el dolor aumenta, conviene ir al médico.",
        "El viejo museo fue reconstruido después de la guerra.",
        "Caminaba junto al río y pensaba en su hermano.",
    ),
}
"""By primary language tag; sentences that a voice says in some three seconds each."""
