"""Guessing a text's language."""

from __future__ import annotations

import subprocess
import sys

import pytest

from content.language import detect, language_of_part

ENGLISH = "You should see a doctor if the pain has not gone after a week, or if it gets worse."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        ("", "en"),
        ("Guten Tag", "en"),
        ("Gehen Sie zum Arzt, wenn der Schmerz nach einer Woche nicht vergangen ist.", "de"),
        ("Allez voir un médecin si la douleur n’a pas disparu au bout d’une semaine.", "fr"),
        ("Vaya al médico si el dolor no ha desaparecido después de una semana de reposo.", "es"),
        ("Ga naar de dokter als de pijn na een week niet is verdwenen of erger wordt.", "nl"),
        ("Обратитесь к врачу, если боль не прошла через неделю или стала сильнее.", "ru"),
        ("Meera Patel, Tom O'Hara, Lucia Bianchi, Jean Dupont, Hiro Tanaka, Ada King", "en"),
    ],
)
def test_detects(text: str, language: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize(
    ("text", "own", "language"),
    [
        (ENGLISH, "en-GB", "en-GB"),
        ("Bonjour à tous, je suis très content de vous voir ici ce soir.", "en", "fr"),
        ("Il a dit : « Je suis vraiment très content de vous voir ce soir. »", "en", "fr"),
        ("Guten Abend, ich freue mich sehr, dass ihr heute alle gekommen seid.", "en", "de"),
        ("Добрый вечер, друзья", "en", "ru"),
        ("Guten Tag", "en", "en"),
        ("Meera Patel, Tom O'Hara, Lucia Bianchi, Jean Dupont, Hiro Tanaka, Ada King", "en", "en"),
        ("Paracetamol, ibuprofen, amoxicillin, metformin, omeprazole, simvastatin", "en", "en"),
        ("Symptoms, causes, treatment, prevention, living with endometriosis", "en", "en"),
        (ENGLISH, "de", "en"),
        ("Guten Abend, ich freue mich sehr, dass ihr heute alle gekommen seid.", "de", "de"),
        ("Bonjour à tous, je suis très content de vous voir ici ce soir.", "de", "fr"),
        ("Der Arzt verschrieb Paracetamol, Ibuprofen, Amoxicillin und Metformin.", "de", "de"),
        ("Bonjour à tous, je suis très content de vous voir ici ce soir.", "tlh", "tlh"),
    ],
)
def test_tells_a_part_in_another_language(text: str, own: str, language: str) -> None:
    assert language_of_part(text, own) == language


def test_english_needs_no_detector() -> None:
    program = (
        "import sys; from content.language import detect; "
        f"print(detect({ENGLISH!r}), 'py3langid' in sys.modules)"
    )

    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert found.stdout.split() == ["en", "False"]
