"""What people should know about their inputs before they read the result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.findings import ENGLISH_FAMILIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.model.article import Article

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
    "zh": "Chinese",
}


def about_articles(articles: Sequence[Article]) -> Iterator[str]:
    """Notes on the inputs: a single one, pages without an article, other languages."""
    if len(articles) == 1:
        yield "one article only: nothing in the summary is corroborated by another source"
    for article in articles:
        if not article.sentences:
            yield f"{article.path or article.id} holds no article text and is left out"
    foreign: dict[str, list[str]] = {}
    for article in articles:
        if not article.english:
            foreign.setdefault(article.language, []).append(article.path or article.id)
    for language, names in foreign.items():
        yield (
            f"{_listed(names)} in {_LANGUAGES.get(language.partition('-')[0], language)}: "
            f"rules that read English words do not apply ({', '.join(ENGLISH_FAMILIES)})"
        )


def _listed(names: list[str]) -> str:
    rest = len(names) - 3
    shown = ", ".join(names[:3]) + (f" and {rest} more" if rest > 0 else "")
    return f"{shown} {'is' if len(names) == 1 else 'are'}"
