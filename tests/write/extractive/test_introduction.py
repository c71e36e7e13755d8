from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.write.extractive.introduction import introduce
from summarizer.write.extractive.people import short_names

if TYPE_CHECKING:
    from tests.write.conftest import MakeArticle

NAMES = {"Brandt": "Ilva Brandt"}


@pytest.mark.parametrize(
    ("text", "told", "expected"),
    [
        ("Brandt closed the pool.", "", "Ilva Brandt closed the pool."),
        ("Brandt closed the pool.", "Ilva Brandt spoke.", "Brandt closed the pool."),
        ("Ilva Brandt closed it; Brandt left.", "", "Ilva Brandt closed it; Brandt left."),
        ("Mayor Brandt closed the pool.", "", "Mayor Brandt closed the pool."),
        ("The clerk said: “Brandt lied.”", "", "The clerk said: “Brandt lied.”"),
        ("The Brandt plan failed.", "", "The Brandt plan failed."),
        ("Mayor de Brandt closed it.", "", "Mayor de Brandt closed it."),
        ("They met in Brandt Street.", "", "They met in Brandt Street."),
        ("On Monday, Brandt closed it.", "", "On Monday, Ilva Brandt closed it."),
    ],
)
def test_a_short_name_is_written_in_full_once(text: str, told: str, expected: str) -> None:
    assert introduce(text, NAMES, told) == expected


def test_a_short_name_of_two_people_is_left_alone(make_article: MakeArticle) -> None:
    article = make_article(
        1,
        "Ilva Brandt, Tom Brandt and Mira Oller met. "
        "“Yes,” Brandt said. “No,” answered Brandt. “Perhaps,” Oller added.",
        said=[
            ("“Yes,”", "said", "Brandt", "Ilva Brandt"),
            ("“No,”", "answered", "Brandt", "Tom Brandt"),
            ("“Perhaps,”", "added", "Oller", "Mira Oller"),
        ],
    )
    assert short_names(article) == {"Oller": "Mira Oller"}
