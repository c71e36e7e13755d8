"""Many stories at a time: one model, one set of limits, results in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.errors import SummarizerError
from summarizer.pipeline.walk import (
    MAX_SENTENCES,
    MAX_WORDS,
    limits_of,
    settings_of,
    summarized,
    unheard,
    writing_with,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import datetime

    from summarizer.model.article import Article
    from summarizer.model.summary import Summary
    from summarizer.pipeline.drafts import Assignment, Drafted, Limits
    from summarizer.pipeline.settings import ModelSettings
    from summarizer.pipeline.walk import Notice, Writer

# Workers for each request that may be on its way: while some wait for the model, others read,
# merge and check, so that the next request is ready when an answer comes.
_AHEAD = 2


def summarize_many(  # noqa: PLR0913  (as `summarize`)
    stories: Iterable[Sequence[Article]],
    *,
    writer: Writer = "extractive",
    model: str | ModelSettings | None = None,
    max_words: int = MAX_WORDS,
    max_sentences: int = MAX_SENTENCES,
    created: datetime | None = None,
    notice: Notice | None = None,
) -> Iterator[Summary | SummarizerError]:
    """The summaries of stories in their order; in the place of one that failed, why it did.

    Stories are taken as they are needed, and the limits of the model's settings hold for all of
    them together. Arguments are those of `summarize`.

    Raises:
        UsageError: an unknown writer, a limit below 1, or settings that cannot be.
        ProviderError: a server that was to name its model failed.

    Examples:
        >>> from summarizer import read
        >>> stories = [read([f"eval/suites/demo/{name}/articles"]) for name in ("bridge", "dam")]
        >>> [len(each.sources) for each in summarize_many(stories, max_sentences=3)]
        [4, 4]
    """
    limits = limits_of(max_words, max_sentences)
    if writer != "openai":
        write = writing_with(writer, model, notice)
        return (_attempted(each, write, limits, created) for each in stories)
    from summarizer.pipeline.modelled import ModelWriter  # noqa: PLC0415  (only for models)
    from summarizer.write.chat import Timing, in_order  # noqa: PLC0415  (the same)

    timing = Timing()
    settings = settings_of(model)
    ready = ModelWriter(settings, notice or unheard, timing)
    return in_order(
        lambda each: _attempted(each, ready.write, limits, created),
        stories,
        workers=_AHEAD * settings.concurrency,
        stop=timing.stop,
    )


def _attempted(
    articles: Sequence[Article],
    write: Callable[[Assignment], Drafted],
    limits: Limits,
    created: datetime | None,
) -> Summary | SummarizerError:
    try:
        return summarized(articles, write, limits, created)
    except SummarizerError as error:
        return error
