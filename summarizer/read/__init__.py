"""First room: files in, articles out.

`read` loads what it is given (files, web, decode, records, html, front_matter), labels every line
of each text (page), takes what the text says about itself (metadata, language), and finds the
sentences (segment) and statements (speech) of the body.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.errors import InputError
from summarizer.model.article import Article
from summarizer.read.files import common_folder, gather
from summarizer.read.language import identify
from summarizer.read.load import load
from summarizer.read.metadata import describe
from summarizer.read.page import clean
from summarizer.read.segment import segment
from summarizer.read.speech import statements
from summarizer.text.credits import credits_of
from summarizer.text.outlets import agency_name

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence

    from summarizer.model.article import Region, Sentence
    from summarizer.read.raw import Raw
    from summarizer.read.web.policy import FetchPolicy

__all__ = ["article", "read"]


def read(
    inputs: Sequence[str | os.PathLike[str]],
    *,
    stdin: bytes | None = None,
    web: FetchPolicy | None = None,
) -> tuple[Article, ...]:
    """Read articles from files, folders, addresses of the web and standard input (`-`).

    Args:
        inputs: files, folders or http(s) addresses in the order of the sources; a folder stands
            for its readable files by name.
        stdin: what standard input holds; read from the process's own where this is None.
        web: where addresses may lead and what they may bring, the usual bounds where this is None.

    Returns:
        Articles with the ids s1, s2, … in the order given. One that turns out to be a page
        without an article has no sentences.

    Raises:
        InputError: an input is missing, unreadable, too large or no text, or none holds an article.
        UsageError: no input, or addresses cannot be read with these settings.

    Examples:
        >>> articles = read(["eval/suites/demo/ferry/articles"])
        >>> [article.id for article in articles]
        ['s1', 's2', 's3', 's4', 's5', 's6']
        >>> articles[0].outlet, articles[0].published
        ('Harbour Courier', '2025-03-12')
        >>> sentence = articles[0].sentences[0]
        >>> articles[0].quote(sentence.start, sentence.end)[:38]
        'Three people died on Tuesday when the '
    """
    blobs = gather(inputs, stdin, web)
    folder = common_folder(blobs)
    raws = [raw for blob in blobs for raw in load(blob, folder)]
    articles = tuple(article(f"s{number}", raw) for number, raw in enumerate(raws, 1))
    if articles and not any(each.sentences for each in articles):
        raise InputError(
            "no-text",
            f"{_listed(articles)} no article text",
            "give the article itself, not only its headline or the page around it",
        )
    return articles


def _credited(text: str, regions: Sequence[Region], sentences: Sequence[Sentence]) -> str | None:
    """The wire service whose text a line of the page says that this is."""
    names = (each.name for each in credits_of(text, regions, sentences) if each.share == "whole")
    return next((name for name in names if agency_name(name)), None)


def _listed(articles: Sequence[Article]) -> str:
    first = articles[0].path or articles[0].url or "the input"
    return f"{first} holds" if len(articles) == 1 else f"{first} and {len(articles) - 1} more hold"


def article(article_id: str, raw: Raw) -> Article:
    """One article from its loaded text; without sentences where that holds no article."""
    text, regions = raw.text, clean(raw)
    sentences = segment(article_id, text, regions)
    found = describe(raw, regions)
    return Article(
        id=article_id,
        path=raw.path,
        url=found.url,
        outlet=found.outlet,
        title=found.title,
        published=found.published,
        dateline=found.dateline,
        byline=found.byline,
        language=identify(text, regions),
        agency=found.agency or _credited(text, regions, sentences),
        sha256=raw.sha256,
        text=text,
        regions=regions,
        sentences=sentences,
        statements=statements(article_id, text, sentences, regions),
    )
