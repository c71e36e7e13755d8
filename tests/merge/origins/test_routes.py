"""On whose word a sentence rests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.merge.origins.routes import Told, named_outlet, speaking_body, told_behind
from summarizer.merge.passages import passages

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.model.article import Article

    Write = Callable[..., Article]

FACT = "The two envoys met in Orlen and spoke about the fishing treaty for three hours."


@pytest.mark.parametrize(
    ("sentence", "outlet"),
    [
        ("Three divers died, the Arden Times reported on Tuesday.", "Arden Times"),
        (
            "Three divers died, as first reported by the Lunden Gazette-Herald.",
            "Lunden Gazette-Herald",
        ),
        ("The mayor told the Associated Press that three divers died.", "Associated Press"),
        ("Citing CNN, officials put the number of dead divers at three.", "CNN"),
        ("Three divers died, the mayor said on Tuesday.", None),
        ("Jerry Hill said that three divers died.", None),
        ("Three divers died, according to the state news agency Xinhua.", "Xinhua"),
        ("Three divers died, says a study published in the Journal of Diving.", None),
    ],
)
def test_the_outlet_that_a_sentence_names(write: Write, sentence: str, outlet: str | None) -> None:
    (passage,) = passages([write(1, "Divers", [sentence])])
    assert named_outlet(passage) == outlet


@pytest.mark.parametrize(
    ("behind", "source"),
    [
        ("About it reported the Orlen press service.", "the Orlen press service"),
        ("This was reported by the Arden Times on Monday.", "the Arden Times"),
        ("The Harbour Office announced this on Friday.", "The Harbour Office"),
        ("Interfax writes about this.", "Interfax"),
        ("According to the Harbour Office.", "the Harbour Office"),
        ("This is reported by Ukrinform with reference to the Air Force.", "the Air Force"),
    ],
)
def test_a_source_in_a_sentence_of_its_own(write: Write, behind: str, source: str) -> None:
    article = write(1, "Envoys", [f"{FACT} {behind}"])
    found = told_behind(passages([article]), {"s1": article})
    assert found == {0: Told(source, "s1.2")}


@pytest.mark.parametrize(
    "behind",
    ["It was a day of grief in Orlen.", "They signed it on Friday.", "It was found in the river."],
)
def test_a_sentence_that_tells_something_else_is_no_source(write: Write, behind: str) -> None:
    article = write(1, "Envoys", [f"{FACT} {behind}"])
    assert told_behind(passages([article]), {"s1": article}) == {}


def test_a_source_covers_its_paragraph_and_no_more(write: Write) -> None:
    first = "A storm kept all boats in the harbour of Orlen until late in the evening."
    article = write(1, "Envoys", [first, f"{FACT} They parted at noon. Interfax reported this."])
    found = told_behind(passages([article]), {"s1": article})
    assert sorted(found) == [1, 2]


def test_a_speaker_read_from_the_next_sentence_is_its_source(write: Write) -> None:
    body = f"{FACT} About it reported the Orlen press service."
    article = write(1, "Envoys", [body], said=[(FACT, "the Orlen press service")])
    found = told_behind(passages([article]), {"s1": article})
    assert found == {0: Told("the Orlen press service", "s1.2")}


@pytest.mark.parametrize(
    ("organ", "body"),
    [
        ("Orlen press service", "Orlen"),
        ("the press service of the Ministry of Ports", "Ministry of Ports"),
        ("the port's press service", "port's press service"),
        ("Mayor Ana Reis", "Mayor Ana Reis"),
    ],
)
def test_the_body_behind_a_press_service(organ: str, body: str) -> None:
    assert speaking_body(organ) == body
