"""Names of media and wire services."""

from __future__ import annotations

import pytest

from summarizer.text.outlets import agency_name, outlet_named


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("AP", "Associated Press"),
        ("The Associated Press", "Associated Press"),
        ("Agence France-Presse", "AFP"),
        ("Reuters", "Reuters"),
        ("PA", "PA Media"),
        ("Pa.", None),
        ("app", None),
        ("Harbour News", None),
        (None, None),
    ],
)
def test_an_agency_has_one_name(name: str | None, known: str | None) -> None:
    assert agency_name(name) == known


@pytest.mark.parametrize(
    ("words", "definite", "name"),
    [
        ("Arden Times", True, "Arden Times"),
        ("the Arden Times", False, "Arden Times"),
        ("AP", False, "Associated Press"),
        ("CNN", False, "CNN"),
        ("The Arden Post", False, "Arden Post"),
        ("Jane Post", False, None),
        ("EPA", False, None),
        ("Sun", True, None),
        ("Orlen News Agency", True, "Orlen News Agency"),
        ("Harbour Safety Agency", True, None),
        ("Arden Gazette-Herald", True, "Arden Gazette-Herald"),
        ("ardennews.com", False, "ardennews.com"),
        ("Ana Reis", False, None),
    ],
)
def test_the_medium_that_a_name_in_a_text_means(
    words: str, *, definite: bool, name: str | None
) -> None:
    assert outlet_named(words, definite=definite) == name
