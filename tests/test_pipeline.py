"""The walk from files to a checked summary, on small invented stories."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from summarizer import pipeline
from summarizer.errors import NoCommonStory, NothingToPublish, UsageError
from summarizer.model.codec import encode
from summarizer.read import read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from summarizer.model.article import Article

    Articles = Callable[..., tuple[Article, ...]]

DAM = (
    "Dam at Oster fails after storm",
    "The dam at Oster failed on Monday after a night of heavy rain.",
    "Twelve families left their homes in the valley, the district office said.",
    "“The wall was sound when we tested it in May,” said Ilva Brandt, who runs the dam.",
)
DAM_TOO = (
    "Valley flooded as Oster dam breaks",
    "A dam at Oster broke on Monday after heavy rain and flooded the valley below.",
    "Soldiers filled sandbags along the railway line through the night.",
    "Ilva Brandt, who runs the dam, said that it had been tested in May.",
)
BAKERY = (
    "Bakery wins prize for rye loaf",
    "A family bakery in the old port won the national prize for its rye loaf.",
    "The judges praised the crust and the patience of the bakers.",
)
WHEN = datetime(2025, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def articles(tmp_path: Path) -> Articles:
    """Writes each story (title, then paragraphs) to a file and reads them."""

    def build(*stories: tuple[str, ...]) -> tuple[Article, ...]:
        files = []
        for number, (title, *paragraphs) in enumerate(stories, 1):
            file = tmp_path / f"{number}.txt"
            file.write_text("\n\n".join([title, *paragraphs]) + "\n", encoding="utf-8")
            files.append(file)
        return read(files)

    return build


def test_a_summary_passes_its_own_check_and_uses_every_source(articles: Articles) -> None:
    summary = pipeline.summarize(articles(DAM, DAM_TOO))
    assert summary.verification.verdict == "pass"
    assert [source.used for source in summary.sources] == [True, True]


def test_citations_point_at_the_very_words(articles: Articles) -> None:
    given = articles(DAM, DAM_TOO)
    summary = pipeline.summarize(given)
    texts = {article.id: article.text for article in given}
    cited = [*summary.headline.citations, *(c for k in summary.claims for c in k.citations)]
    assert [texts[c.source][c.start : c.end] for c in cited] == [c.exact for c in cited]


def test_the_same_input_gives_the_same_summary(articles: Articles) -> None:
    first = pipeline.summarize(articles(DAM, DAM_TOO), created=WHEN)
    second = pipeline.summarize(articles(DAM, DAM_TOO), created=WHEN)
    assert encode(first) == encode(second)


def test_one_article_is_summarised_and_has_one_origin(articles: Articles) -> None:
    summary = pipeline.summarize(articles(DAM))
    assert summary.claims
    assert {origin.sources for origin in summary.origins} == {("s1",)}


def test_articles_with_nothing_in_common_are_refused_with_their_titles(articles: Articles) -> None:
    with pytest.raises(NoCommonStory, match=r"Dam at Oster.*Bakery wins"):
        pipeline.summarize(articles(DAM, BAKERY))


def test_an_article_that_does_not_belong_is_left_out_with_a_reason(articles: Articles) -> None:
    summary = pipeline.summarize(articles(DAM, BAKERY, DAM_TOO))
    stranger = summary.sources[1]
    assert not stranger.used
    assert stranger.reason == "tells of something else than the other inputs"


def test_a_page_without_an_article_is_left_out_with_a_reason(articles: Articles) -> None:
    summary = pipeline.summarize(articles(DAM, ("Advertisement", "Leave a Reply"), DAM_TOO))
    assert summary.sources[1].reason == "holds no article text"


def test_the_same_text_twice_is_one_source(articles: Articles) -> None:
    summary = pipeline.summarize(articles(DAM, DAM, DAM_TOO))
    assert summary.sources[1].reason == "the same text as s1"
    assert {c.source for claim in summary.claims for c in claim.citations} == {"s1", "s3"}


def test_another_language_stays_out_of_an_english_summary(articles: Articles) -> None:
    german = (
        "Damm bei Oster nach Sturm gebrochen",
        "Der Damm bei Oster ist am Montag nach einer Nacht mit starkem Regen gebrochen.",
        "Zwölf Familien mussten ihre Häuser im Tal verlassen, teilte das Bezirksamt von Oster mit.",
    )
    summary = pipeline.summarize(articles(DAM, german, DAM_TOO))
    assert summary.sources[1].language == "de"
    assert summary.sources[1].reason == "in another language than the summary"


def test_without_a_sentence_that_stands_alone_there_is_no_summary(articles: Articles) -> None:
    with pytest.raises(NothingToPublish):
        pipeline.summarize(articles(("Dam at Oster", "Why did it fail? They never said so.")))


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ({"writer": "oracle"}, "unknown-writer"),
        ({"writer": "openai"}, "no-model"),
        ({"model": "quill-2"}, "option-without-model"),
        ({"max_words": 0}, "bad-limit"),
        ({"max_sentences": 0}, "bad-limit"),
    ],
)
def test_wrong_usage_is_refused(
    articles: Articles, arguments: dict[str, str | int], code: str
) -> None:
    with pytest.raises(UsageError) as error:
        pipeline.summarize(articles(DAM), **arguments)  # type: ignore[arg-type]
    assert error.value.code == code


def test_no_article_at_all_is_refused() -> None:
    with pytest.raises(UsageError) as error:
        pipeline.summarize(())
    assert error.value.code == "no-input"


def test_check_takes_what_summarize_returns(articles: Articles) -> None:
    given = articles(DAM, DAM_TOO)
    assert pipeline.check(pipeline.summarize(given), given).verdict == "pass"


def test_check_finds_a_false_number(articles: Articles) -> None:
    text = "# Dam at Oster fails [1]\n\nThirty families left their homes in the valley. [1]\n"
    report = pipeline.check(text, articles(DAM))
    assert report.verdict == "fail"


def test_inspect_tells_what_merging_found_in_each_story(articles: Articles) -> None:
    found = pipeline.inspect(articles(DAM, BAKERY, DAM_TOO)).stories
    assert [(each.id, each.members) for each in found] == [("t1", ("s1", "s3")), ("t2", ("s2",))]
    assert [event.sources for event in found[0].events] == [("s1", "s3")]
    assert found[0].origins
    assert (found[1].events, found[1].origins) == ((), ())
