"""The language of a document."""

import pytest

from tuitimeline.ingest import languages

TEXTS = {
    "en": "The minister said on Monday that the talks had failed and that there would be no deal.",
    "es": "El ministro dijo el lunes que las conversaciones habían fracasado y que no habría acuerdo.",
    "fr": "Le ministre a déclaré lundi que les pourparlers avaient échoué et que l'accord ne serait pas signé.",
    "de": "Der Minister sagte am Montag, dass die Gespräche gescheitert seien und es keine Einigung geben werde.",
    "pt": "O ministro disse na segunda-feira que as negociações não tiveram sucesso e que o acordo foi adiado.",
    "it": "Il ministro ha detto lunedì che le trattative sono fallite e che non ci sarà accordo con la Francia.",
    "ja": "外相は月曜日、協議は行われなかったと述べた。",
    "zh": "外交部长星期一表示没有举行过会谈。",
    "ar": "قال الوزير يوم الاثنين إن المحادثات فشلت.",
    "und": "Министр заявил в понедельник, что переговоров не было.",
}


@pytest.mark.parametrize(("language", "text"), TEXTS.items())
def test_language_of_a_sentence(language, text):
    assert languages.of(text) == language


@pytest.mark.parametrize(
    "text", ["", "Oslo.", "Two killed.", "Rio de Janeiro, La Paz, Los Angeles, El Paso", "1234"]
)
def test_too_little_to_tell_is_taken_for_english(text):
    assert languages.of(text) == "en"
