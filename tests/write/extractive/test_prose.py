"""Which articles and sentences no reporter wrote as part of the story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.write.extractive.prose import strangers, told_in_prose

if TYPE_CHECKING:
    from tests.write.conftest import MakeArticle

FIRE = (
    "A fire destroyed the grain store in Pelm on Sunday. Engines from nine villages came too late. "
    "The owner wants to build it again before the harvest of next year begins."
)


def test_a_notice_about_itself_is_a_stranger(make_article: MakeArticle) -> None:
    notice = "Subscribers read archived editions after signing Vela terms."
    given = [make_article(1, FIRE), make_article(2, FIRE), make_article(3, notice)]
    assert strangers(given) == {"s3"}


def test_a_report_is_no_stranger_beside_a_short_quotation(make_article: MakeArticle) -> None:
    given = [make_article(1, FIRE), make_article(2, "We build again, whatever it costs.")]
    assert strangers(given) == frozenset()


def test_captions_and_notices_are_not_told_in_prose() -> None:
    assert not told_in_prose("In this photo the store burns on Sunday, May 4, 2031.")
    assert told_in_prose("A fire destroyed the grain store in Pelm on Sunday.")
