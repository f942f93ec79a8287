"""Dates of articles in other languages."""

from datetime import date

import pytest

from tuitimeline.annotate import annotate
from tuitimeline.annotate.dates import foreign
from tuitimeline.ingest import compose
from tuitimeline.model import Sentence

DAY = date(2025, 6, 12)  # a Thursday
DATES = [
    ("es", "La reunión tuvo lugar el 27 de febrero de 2025 en Washington.", "27 de febrero de 2025", "2025-02-27"),
    ("es", "El ministro lo negó el lunes.", "lunes", "2025-06-09"),
    ("es", "Lo dijo ayer el portavoz.", "ayer", "2025-06-11"),
    ("es", "Los precios subieron en marzo de 2024.", "marzo de 2024", "2024-03"),
    ("fr", "La rencontre a eu lieu le 1er mars 2025.", "1er mars 2025", "2025-03-01"),
    ("fr", "Il l'a annoncé aujourd'hui à Paris.", "aujourd'hui", "2025-06-12"),
    ("fr", "Le 27 février, il est parti.", "27 février", "2025-02-27"),
    ("de", "Das Treffen fand am 3. Oktober 2024 statt.", "3. Oktober 2024", "2024-10-03"),
    ("de", "Am 03.10.2024 wurde er verhaftet.", "03.10.2024", "2024-10-03"),
    ("de", "Der Minister trat am Donnerstag zurück.", "Donnerstag", "2025-06-12"),
    ("pt", "A reunião foi em 27 de dezembro.", "27 de dezembro", "2024-12-27"),
    ("pt", "Disse na segunda-feira que não.", "segunda-feira", "2025-06-09"),
    ("it", "È stato arrestato il 7 ottobre 2024.", "7 ottobre 2024", "2024-10-07"),
    ("it", "Lo ha detto ieri il portavoce.", "ieri", "2025-06-11"),
]


@pytest.mark.parametrize(("language", "text", "words", "value"), DATES)
def test_a_date(language, text, words, value):
    (found,) = foreign.find(text, (Sentence(0, len(text)),), DAY, language)
    assert (text[found.start : found.end], found.value, found.edtf) == (words, value, value)


def test_no_year_is_guessed():
    text = "La reunión tuvo lugar el 27 de febrero."
    (found,) = foreign.find(text, (Sentence(0, len(text)),), None, "es")
    assert (found.value, found.edtf, found.earliest) == ("XXXX-02-27", "XXXX-02-27", None)


@pytest.mark.parametrize("text", ["Il 31 febbraio 2024 non esiste.", "Mai dire mai.", "La 4 de sus hermanos."])
def test_no_date(text):
    assert foreign.find(text, (Sentence(0, len(text)),), DAY, "it") == ()


def test_dates_of_a_spanish_article_are_read_and_its_sourcing_is_not_guessed():
    text = (
        "El gobierno negó el lunes que se haya reunido con los enviados, según dos fuentes del ministerio.\n\n"
        "La reunión tuvo lugar el 27 de febrero en la capital, dijo un portavoz de la policía."
    )
    annotated = annotate(compose("x", text, DAY))
    assert annotated.document.language == "es"
    assert [t.value for t in annotated.dates] == ["2025-06-09", "2025-02-27"]
    assert annotated.attributions == ()
