from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.write.extractive.passages import passages
from summarizer.write.extractive.translation import quoted_in_translation, translated

if TYPE_CHECKING:
    from tests.write.conftest import MakeArticle

ORIGINAL = "“We warned the mill twice in writing,” Ann Ode said."


@pytest.mark.parametrize(
    ("head", "text", "expected"),
    [
        ("Translated automatically\n\n", "The mill of Pelm burned.", True),
        ("", "The mill burned, informed the mayor. A communiqué follows.", True),
        ("", "The mill burned this Monday.", False),
        ("", "The letter was translated by machine, Ann Ode said.", False),
    ],
)
def test_a_translation_is_known(
    make_article: MakeArticle, head: str, text: str, *, expected: bool
) -> None:
    assert translated(make_article(1, text, head=head)) == expected


@pytest.mark.parametrize(
    ("text", "again", "doubtful"),
    [
        ("“We warned the mill two times,” Ann Ode said.", {"s2.1"}, set()),
        ("“We warned the mill twice,” Ann Ode said.", set(), set()),
        ("“Nobody came to the harbour,” Ann Ode said.", set(), {"s2.1"}),
    ],
)
def test_quotations_that_were_said_otherwise(
    make_article: MakeArticle, text: str, again: set[str], doubtful: set[str]
) -> None:
    who = ("said", "Ann Ode", "Ann Ode")
    first = make_article(1, ORIGINAL, said=[("We warned the mill twice in writing", *who)])
    second = make_article(2, text, said=[(text[1 : text.index(",")], *who)])
    found = quoted_in_translation(passages([first, second]), (), frozenset({"s2"}))
    assert found.again == again
    assert found.doubtful == doubtful
