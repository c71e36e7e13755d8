"""The sentences of a story as they are compared: roots, quotations and speakers."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summarizer.text.places import Places
from summarizer.text.quotes import quotations
from summarizer.text.similarity import rarity, root, roots_of
from summarizer.text.tokens import stem, tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.model.article import Article, Sentence, Statement
    from summarizer.text.tokens import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A body sentence of an article.

    `place` is its number in the article from 0, `words` are its words in lower case,
    `names` are those of its roots that are written with a capital inside a sentence, `first_name`
    is the first of them, `figures` are those of its roots that are numbers, `quoted` holds the
    roots of each quotation in it, `statements` are those whose content stands in it, wholly or in
    part.
    """

    id: str
    article: str
    place: int
    text: str
    words: tuple[str, ...]
    roots: frozenset[str]
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
        """The speakers who tell something in it, not only want, plan or ask."""
        told = (s.speaker.name for s in self.statements if s.speaker and s.attitude not in _WISHES)
        return tuple(dict.fromkeys(name for name in told if name and any(map(str.isalpha, name))))


# What somebody wants or asks is the reporter's account of it, not that speaker's.
_WISHES = ("intention", "question")
# Names say who, not what: with half their weight, sentences about the same people stay apart
# unless they also tell the same act.
_NAME = 0.5


def passages(articles: Sequence[Article]) -> list[Passage]:
    """All body sentences, article by article."""
    return [each for article in articles for each in _of_article(article)]


def weights(found: Sequence[Passage]) -> dict[str, float]:
    """The weight of each root in these passages: its rarity, half of it for a name."""
    names = {name for each in found for name in each.names}
    rare = rarity(each.roots for each in found)
    return {word: value * _NAME if word in names else value for word, value in rare.items()}


def _of_article(article: Article) -> list[Passage]:
    texts = [article.text[each.start : each.end] for each in article.sentences]
    words = [tokenize(text) for text in texts]
    called = [_capitals(tokens) for tokens in words]
    names = frozenset(word for found in called for word in found[1:])
    found = [
        _passage(article, sentence, place, words[place], [w for w in called[place] if w in names])
        for place, sentence in enumerate(article.sentences)
    ]
    if not article.statements:
        return found
    spoken = Places((each.content, each) for each in article.statements)
    return [
        replace(each, statements=tuple(spoken.meeting(sentence.start, sentence.end)))
        for each, sentence in zip(found, article.sentences, strict=True)
    ]


def _capitals(tokens: Sequence[Token]) -> list[str]:
    """Roots of the words with a capital, in order; '' comes first if the first word has none."""
    found = [root(stem(each.lower)) for each in tokens if each.text[0].isupper()]
    return found if tokens and tokens[0].text[0].isupper() else ["", *found]


def _passage(
    article: Article, sentence: Sentence, place: int, tokens: Sequence[Token], names: list[str]
) -> Passage:
    text = article.text[sentence.start : sentence.end]
    own = roots_of(tokens)
    starts = [token.start for token in tokens]
    called = [name for name in names if name in own]
    return Passage(
        id=sentence.id,
        article=article.id,
        place=place,
        text=text,
        words=tuple(token.lower for token in tokens),
        roots=own,
        names=frozenset(called),
        first_name=called[0] if called else None,
        figures=frozenset(word for word in own if word[0].isdigit()),
        quoted=tuple(
            roots_of(tokens[bisect_left(starts, each.start) : bisect_left(starts, each.end)])
            for each in quotations(text)
        ),
        statements=(),
    )
