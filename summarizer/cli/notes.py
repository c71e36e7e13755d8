"""What people should know about their inputs before they read the result."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from summarizer.cli.messages import note
from summarizer.model.article import SPEAKS_TO_MACHINES
from summarizer.model.findings import ENGLISH_FAMILIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.model.article import Article

# Of dates that cannot be read, so many are named.
_NAMED = 20
_LANGUAGES = {
    "ar": "Arabic",
    "de": "German",
    "es": "Spanish",
    "fr": "French",
    "he": "Hebrew",
    "it": "Italian",
    "ja": "Japanese",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "sv": "Swedish",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "und": "an unknown language",
    "zh": "Chinese",
}


def about_articles(articles: Sequence[Article]) -> Iterator[str]:
    """Notes on the inputs: a single one, pages without an article, other languages."""
    if len(articles) == 1:
        yield "one article only: nothing in the summary is corroborated by another source"
    for article in articles:
        if not article.sentences:
            yield f"{_named(article)} holds no article text and is left out"
        for region in article.regions:
            if region.reason == SPEAKS_TO_MACHINES:
                yield (
                    f"{_named(article)} speaks to a machine, not to readers, at {region.start}–"
                    f"{region.end}: left out ('summarizer inspect' shows it)"
                )
    foreign: dict[str, list[str]] = {}
    for article in articles:
        if not article.english:
            foreign.setdefault(article.language, []).append(_named(article))
    for language, names in foreign.items():
        yield (
            f"{_listed(names)} in {_LANGUAGES.get(language.partition('-')[0], language)}: "
            f"rules that read English words do not apply ({', '.join(ENGLISH_FAMILIES)})"
        )


def about_stories(stories: Sequence[Sequence[str]], articles: Sequence[Article]) -> Iterator[str]:
    """A note on articles, by their ids, that tell several stories; none on one story."""
    names = {article.id: _named(article) for article in articles}
    if stories:
        told = " | ".join(_first([names[member] for member in story]) for story in stories)
        yield f"the articles may tell {len(stories)} stories: {told}; 'summarizer group' sorts them"


class DateNotes:
    """Says which dates of records cannot be read; of many, the first ones and how many more."""

    def __init__(self) -> None:
        """Start to count."""
        self._count = 0

    def add(self, where: str, field: str, value: object) -> None:
        """Note a date that is passed over; `where` names its file and line."""
        self._count += 1
        if self._count <= _NAMED:
            shown = shorten(str(value), width=60, placeholder=" …")
            note(f"{where}: '{field}' cannot be read as a date and is passed over: {shown}")

    def close(self) -> None:
        """Note how many were not named."""
        if self._count > _NAMED:
            note(f"{self._count - _NAMED} more dates cannot be read and are passed over")


def _listed(names: list[str]) -> str:
    return f"{_first(names)} {'is' if len(names) == 1 else 'are'}"


def _first(names: list[str]) -> str:
    rest = len(names) - 3
    return ", ".join(names[:3]) + (f" and {rest} more" if rest > 0 else "")


def _named(article: Article) -> str:
    return article.path or article.url or article.id
