"""The walk: read, merge, write, verify, and repair in bounded rounds; rendering is the caller's.

Every door (command line, Python, and what builds on them) goes through these functions.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, get_args

from summarizer.errors import NothingToPublish, UsageError
from summarizer.merge import Pile, group_articles, merge
from summarizer.merge import pack as evidence
from summarizer.model.codec import encode
from summarizer.model.story import Grouping, InspectedStory, Inspection
from summarizer.model.summary import Summary
from summarizer.pipeline.documents import document
from summarizer.pipeline.drafts import Assignment, Drafted, Limits, extracted
from summarizer.pipeline.inputs import require_articles, require_distinct
from summarizer.pipeline.stories import common_story
from summarizer.text.token_counts import counter
from summarizer.verify import check as verify
from summarizer.verify import parse

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from summarizer.model.article import Article
    from summarizer.model.dry_run import DryRun
    from summarizer.model.findings import CheckReport, LevelSetting
    from summarizer.model.pack import Pack
    from summarizer.model.summary import Withheld
    from summarizer.pipeline.settings import ModelSettings

Writer = Literal["extractive", "openai"]
Notice = Callable[[str], None]
MAX_WORDS = 300
MAX_SENTENCES = 9
# More inputs than this that have something in common are a pile, not the articles of one story.
MAX_TOLD = 12


def summarize(  # noqa: PLR0913  (who writes, how long, and what is recorded, each by its name)
    articles: Sequence[Article],
    *,
    writer: Writer = "extractive",
    model: str | ModelSettings | None = None,
    max_words: int = MAX_WORDS,
    max_sentences: int = MAX_SENTENCES,
    created: datetime | None = None,
    notice: Notice | None = None,
) -> Summary:
    """A checked summary of the story that these articles tell.

    `model` says which model the writer "openai" asks, by its name or with all settings. `created`
    is the time to record (now, where it is not given); `notice` is given what people should know
    meanwhile.

    Raises:
        UsageError: no article, an unknown writer, a limit below 1, or wrong settings of a model.
        NoCommonStory: the articles have nothing in common.
        NothingToPublish: no sentence of them stands alone, fits and passes the check.
        ProviderError: the model provider failed.

    Examples:
        >>> from summarizer import read
        >>> articles = read(["eval/suites/demo/ferry/articles"])
        >>> summary = summarize(articles, max_sentences=3)
        >>> len(summary.claims), summary.verification.verdict
        (3, 'pass')
        >>> place = summary.claims[0].citations[0]
        >>> text = {article.id: article.text for article in articles}[place.source]
        >>> text[place.start : place.end] == place.exact
        True
    """
    require_articles(articles)
    limits = limits_of(max_words, max_sentences)
    return summarized(articles, writing_with(writer, model, notice), limits, created)


def summarized(
    articles: Sequence[Article],
    write: Callable[[Assignment], Drafted],
    limits: Limits,
    created: datetime | None = None,
) -> Summary:
    """The summary of these articles by a writer that is ready.

    Raises:
        SummarizerError: as `summarize`.
    """
    require_articles(articles)
    return written_up(articles, Assignment(common_story(articles), limits), write, created)


def written_up(
    articles: Sequence[Article],
    task: Assignment,
    write: Callable[[Assignment], Drafted],
    created: datetime | None = None,
) -> Summary:
    """The summary of the story of an assignment, for which `articles` are all that was given.

    Raises:
        NothingToPublish: no sentence of them stands alone, fits and passes the check.
        UsageError, ProviderError: what `write` raises.
    """
    drafted = write(task)
    if not drafted.draft.claims:
        raise _nothing_to_publish(drafted.withheld)
    return document(articles, task, drafted, created)


def dry_run(
    articles: Sequence[Article],
    *,
    model: str | ModelSettings | None = None,
    max_words: int = MAX_WORDS,
    max_sentences: int = MAX_SENTENCES,
) -> DryRun:
    """What `summarize` would send to a model, and what it would cost; nothing is sent.

    Raises:
        UsageError: no article, no model, or wrong settings.
        NoCommonStory: the articles have nothing in common.
        NothingToPublish: no article has a sentence.

    Examples:
        >>> from summarizer import read
        >>> articles = read(["eval/suites/demo/dam/articles"])
        >>> planned = dry_run(articles, model="gpt-5.4-mini")
        >>> planned.server, planned.prompt.name, len(planned.requests)
        ('api.openai.com', 'summarize', 1)
        >>> 1000 < planned.tokens.input < 10000
        True
    """
    from summarizer.pipeline.modelled import rehearsed  # noqa: PLC0415  (only where a model writes)

    require_articles(articles)
    limits = limits_of(max_words, max_sentences)
    return rehearsed(Assignment(common_story(articles), limits), settings_of(model))


def writing_with(
    writer: Writer, model: str | ModelSettings | None, notice: Notice | None
) -> Callable[[Assignment], Drafted]:
    """What writes drafts.

    Raises:
        UsageError: an unknown writer, a model for a writer that uses none, or wrong settings.
        ProviderError: a server that was to name its model failed.
    """
    if writer not in get_args(Writer):
        raise UsageError(
            "unknown-writer",
            f"there is no writer '{writer}'",
            f"the writers are {', '.join(get_args(Writer))}",
        )
    if writer == "openai":
        from summarizer.pipeline.modelled import ModelWriter  # noqa: PLC0415  (only for models)

        return ModelWriter(settings_of(model), notice or unheard).write
    if model is not None:
        raise UsageError(
            "option-without-model",
            "a model is named, and the extractive writer uses none",
            "choose the writer 'openai', or name no model",
        )
    return extracted


def settings_of(model: str | ModelSettings | None) -> ModelSettings:
    """The settings of a model that may be given by its name alone."""
    from summarizer.pipeline.settings import ModelSettings  # noqa: PLC0415  (only for models)

    return model if isinstance(model, ModelSettings) else ModelSettings(name=model)


def unheard(message: str) -> None:
    """Tell nobody."""


def check(
    summary: str | Summary,
    articles: Sequence[Article],
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    levels: Mapping[str, LevelSetting] | None = None,
) -> CheckReport:
    """The attribution test of a summary against its articles.

    `levels` sets the levels of rules and families: {"QUO103": "warning", "NEU": "off"}.
    `summary` is one that `summarize` returned, or text: our JSON, or Markdown with [n] markers.

    Raises:
        InputError: the summary is too long, or it is neither our JSON nor text with a claim.
        UsageError: articles with the same id, or a rule or level that does not exist.

    Examples:
        >>> from summarizer import read
        >>> articles = read(["eval/suites/demo/ferry/articles"])
        >>> theirs = "The harbour master confirmed that the light had been out. [1]"
        >>> report = check(theirs, articles)
        >>> report.verdict
        'fail'
        >>> [finding.rule for finding in report.findings if finding.level == "error"]
        ['POL101']
        >>> check(theirs, articles, levels={"POL": "off"}).verdict
        'pass'
    """
    require_distinct(articles)
    text = json.dumps(encode(summary)) if isinstance(summary, Summary) else summary
    return verify(parse(text), merge(articles), select=select, ignore=ignore, levels=levels)


def pack(
    articles: Sequence[Article], *, input_tokens: int | None = None, model: str | None = None
) -> Pack:
    """The evidence that a language model is given to write about the story of these articles.

    At most `input_tokens` tokens of `model`'s vocabulary (None: no limit, o200k_base).

    Raises:
        UsageError: no article, or a limit too small for one sentence of each source.
        NoCommonStory: the articles have nothing in common.
        NothingToPublish: no article has a sentence.

    Examples:
        >>> from summarizer import read
        >>> articles = read(["eval/suites/demo/ferry/articles"])
        >>> packed = pack(articles, input_tokens=800)
        >>> packed.tokens <= 800, "s1 | Harbour Courier" in packed.text
        (True, True)
    """
    require_articles(articles)
    story = common_story(articles)
    return evidence(story, input_tokens=input_tokens, count=counter(model), model=model)


def inspect(articles: Sequence[Article]) -> Inspection:
    """How the articles were read, which of them tell one story, and which are copies.

    Raises:
        UsageError: articles with the same id.

    Examples:
        >>> from summarizer import read
        >>> found = inspect(read(["eval/suites/demo/ferry/articles"]))
        >>> [story.members for story in found.stories]
        [('s1', 's2', 's3', 's4', 's5', 's6')]
        >>> "number of injured" in [each.topic for each in found.stories[0].conflicts]
        True
    """
    require_distinct(articles)
    pile = Pile(articles)
    return Inspection(
        articles=pile.articles,
        stories=tuple(_inspected(f"t{n}", each, pile) for n, each in enumerate(_told(pile), 1)),
        duplicates=pile.duplicates(),
    )


def _told(pile: Pile) -> list[tuple[str, ...]]:
    """The members of each story; what a pile has in common only is sorted as `group` does."""
    found = []
    for each in pile.stories():
        many = len(each.members) > MAX_TOLD
        stories = group_articles(pile.among(each.members)).stories if many else (each,)
        found += [story.members for story in stories]
    return found


def _inspected(story_id: str, members: tuple[str, ...], pile: Pile) -> InspectedStory:
    """What merging finds in a story; an article alone has nothing to be merged with."""
    story = merge(pile.among(members), pile) if len(members) > 1 else None
    return InspectedStory(
        id=story_id,
        members=members,
        events=story.events if story else (),
        origins=story.origins if story else (),
        conflicts=story.disputes if story else (),
        revisions=story.revisions if story else (),
        variants=story.variants if story else (),
    )


def group(articles: Sequence[Article]) -> Grouping:
    """Which of the articles tell one story, strictly: nobody chose them as one.

    Raises:
        UsageError: articles with the same id.

    Examples:
        >>> from summarizer import read
        >>> suite = "eval/suites/demo"
        >>> articles = read([f"{suite}/bridge/articles", f"{suite}/dam/articles"])
        >>> [story.members for story in group(articles).stories]
        [('s1', 's2', 's3', 's4'), ('s5', 's6', 's7', 's8')]
    """
    require_distinct(articles)
    return group_articles(articles)


def limits_of(max_words: int, max_sentences: int) -> Limits:
    """The limits, if they can be."""
    for name, value in (("max-words", max_words), ("max-sentences", max_sentences)):
        if value < 1:
            raise UsageError(
                "bad-limit", f"--{name} is {value}", "give a whole number of 1 or more"
            )
    return Limits(max_words=max_words, max_sentences=max_sentences)


def _nothing_to_publish(withheld: Sequence[Withheld]) -> NothingToPublish:
    reasons = [f"“{each.text}” ({each.findings[0].message})" for each in withheld]
    return NothingToPublish(
        "nothing-to-publish",
        "no sentence of the inputs stands alone within the limits and passes the check"
        + (f"; withheld: {'; '.join(reasons)}" if reasons else ""),
        "give more articles or fuller ones, or raise --max-words",
    )
