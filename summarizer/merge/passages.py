"""The sentences of a story as they are compared: roots, quotations and speakers."""

from __future__ import annotations

import functools
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.lexicon import classes
from summarizer.text.places import Places
from summarizer.text.quotes import quotations
from summarizer.text.similarity import content_root, rarity
from summarizer.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarizer.model.article import Article, Statement
    from summarizer.text.tokens import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A body sentence of an article.

    `place` is its number in the article from 0, `words` are its words in lower case, `capitals` the
    roots of those with content and a capital that do not open it, in order. `names` are those of
    its roots that are among the capitals of any sentence of the article, `first_name` is the first
    of them, `figures` are those of its roots that are numbers, `quoted` holds the roots of each
    quotation in it, `statements` are those whose content stands in it, wholly or in part.
    """

    id: str
    article: str
    place: int
    text: str
    words: tuple[str, ...]
    roots: frozenset[str]
    capitals: tuple[str, ...]
    names: frozenset[str]
    first_name: str | None
    figures: frozenset[str]
    quoted: tuple[frozenset[str], ...]
    statements: tuple[Statement, ...]

    @property
    def spoken(self) -> frozenset[str]:
        """The roots of all quotations in it."""
        return frozenset[str]().union(*self.quoted)

    @property
    def speakers(self) -> tuple[str, ...]:
        """Resolved names of those who speak in it, in order of appearance."""
        named = (each.speaker.name for each in self.statements if each.speaker)
        return tuple(dict.fromkeys(name for name in named if name))

    @property
    def tellers(self) -> tuple[str, ...]:
        """The speakers who tell something in it, not only want, plan, ask or leave unsaid."""
        told = (s.speaker.name for s in self.statements if s.speaker and s.attitude not in _UNTOLD)
        return tuple(dict.fromkeys(name for name in told if name and any(map(str.isalpha, name))))


# What somebody wants, asks or leaves unsaid is the reporter's account of it, not that speaker's.
_UNTOLD = ("intention", "question", "refusal")
# Names say who, not what: with half their weight, sentences about the same people stay apart
# unless they also tell the same act.
_NAME = 0.5


def passages(articles: Iterable[Article]) -> list[Passage]:
    """All body sentences, article by article."""
    return [each for article in articles for each in _of_article(article)]


def weights(found: Sequence[Passage]) -> dict[str, float]:
    """The weight of each root in these passages: its rarity, half of it for a name."""
    names = {name for each in found for name in each.names}
    rare = rarity(each.roots for each in found)
    return {word: value * _NAME if word in names else value for word, value in rare.items()}


@functools.cache
def times() -> frozenset[str]:
    """The roots of the words for weekdays, months and the like: they say when, not what."""
    return frozenset(content_root(word) for word in classes("calendar")) - {""}


class Words(NamedTuple):
    """The words of a text, with the roots of those that have content and a capital.

    `opening` is that of the first word, or empty if this one has none; `inside` are the others.
    """

    text: str
    tokens: list[Token]
    opening: str
    inside: list[str]


def _of_article(article: Article) -> list[Passage]:
    own = [words(article.text[each.start : each.end]) for each in article.sentences]
    names = frozenset(name for each in own for name in each.inside)
    spoken = Places((each.content, each) for each in article.statements)
    return [_passage(article, place, each, names, spoken) for place, each in enumerate(own)]


def words(text: str) -> Words:
    """The words of a sentence or title."""
    tokens = tokenize(text)
    high = [n for n, each in enumerate(tokens) if each.text[0].isupper()]
    found = [content_root(tokens[n].lower) for n in high]
    opening, inside = ("", found) if not high or high[0] else (found[0], found[1:])
    return Words(text, tokens, opening, [word for word in inside if word])


def _passage(
    article: Article, place: int, told: Words, names: frozenset[str], spoken: Places[Statement]
) -> Passage:
    sentence, tokens = article.sentences[place], told.tokens
    lower = tuple([token.lower for token in tokens])
    roots = [content_root(word) for word in lower]
    own = frozenset(roots) - {""}
    called = [name for name in (told.opening, *told.inside) if name in names]
    return Passage(
        id=sentence.id,
        article=article.id,
        place=place,
        text=told.text,
        words=lower,
        roots=own,
        capitals=tuple(told.inside),
        names=frozenset(called),
        first_name=called[0] if called else None,
        figures=frozenset([word for word in own if word[0].isdigit()]),
        quoted=_quoted(told.text, tokens, roots),
        statements=tuple(spoken.meeting(sentence.start, sentence.end)),
    )


def _quoted(text: str, tokens: Sequence[Token], roots: Sequence[str]) -> tuple[frozenset[str], ...]:
    """The roots of each quotation in a text with these words and their roots."""
    marks = quotations(text)
    if not marks:
        return ()
    starts = [token.start for token in tokens]
    spans = [(bisect_left(starts, each.start), bisect_left(starts, each.end)) for each in marks]
    return tuple(frozenset(roots[first:last]) - {""} for first, last in spans)
