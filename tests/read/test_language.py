"""Languages by script and function words."""

from __future__ import annotations

import pytest

from summarizer.read.language import language_of


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The mayor said on Friday that the bridge would be closed for two weeks."),
        ("de", "Die Brücke wird nach Angaben der Polizei für zwei Wochen gesperrt."),
        ("fr", "Le maire a déclaré vendredi que le pont serait fermé pendant deux semaines."),
        ("es", "El alcalde dijo que los puentes de la ciudad están cerrados y no hay fecha."),
        ("pt", "O prefeito disse que a ponte não será aberta e que as obras são da cidade."),
        ("it", "Il sindaco ha detto venerdì che il ponte sarà chiuso per due settimane."),
        ("nl", "De burgemeester zei vrijdag dat de brug twee weken dicht zal zijn."),
        ("sv", "Borgmästaren sade på fredagen att bron ska vara stängd i två veckor."),
        ("fi", "Pormestari sanoi, että silta on suljettu, mutta se ei ole vaarallinen."),
        ("pl", "Burmistrz powiedział w piątek, że most będzie zamknięty przez dwa tygodnie."),
        ("cs", "Starosta v pátek řekl, že most bude podle něj uzavřen na dva týdny."),
        ("hu", "A polgármester azt mondta, hogy a híd két hétig le lesz zárva."),
        ("ro", "Primarul a spus că podul va fi închis pentru două săptămâni și nu mai mult."),
        ("id", "Wali kota mengatakan bahwa jembatan itu akan ditutup untuk dua minggu."),
        ("ru", "Мэр сказал в пятницу, что мост будет закрыт на две недели."),
        ("uk", "Мер сказав у п'ятницю, що міст буде закрито на два тижні та це не жарт."),
        ("el", "Ο δήμαρχος είπε ότι η γέφυρα θα είναι κλειστή."),
        ("ar", "قال رئيس البلدية إن الجسر سيغلق لمدة أسبوعين."),
        ("ja", "市長は金曜日に橋が二週間閉鎖されると述べた。"),
        ("zh", "市长周五表示，大桥将关闭两周。"),
        ("ko", "시장은 금요일에 다리가 폐쇄될 것이라고 말했다."),
        ("und", "Xq zzt brr vlk."),
        ("und", ""),
    ],
)
def test_language_of(code: str, text: str) -> None:
    assert language_of(text) == code


def test_cyrillic_without_known_words_is_not_taken_for_english() -> None:
    """Which of its languages it is may stay open; that it is none in Latin letters does not."""
    assert language_of("Мост закрыт. Паром стоит. Рыбаки ждут ветра.") in ("ru", "und-Cyrl")
    assert language_of("Мостът затворен. Фериботът чака.") != "und"
