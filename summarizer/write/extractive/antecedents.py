"""What a sentence takes for known: "the storm" is none of a summary's until somebody told of one.

Without a grammar, a noun phrase is the lower-case words behind "the", "this" or "these" up to the
next small word or mark. It explains itself where a name, "of …" or a clause goes with it.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from summarizer.text.lexicon import words
from summarizer.text.similarity import root
from summarizer.text.tokens import stem, stopwords, tokenize
from summarizer.write.extractive.voice import narrator

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summarizer.text.tokens import Token

_DEFINITE = frozenset({"the", "this", "these", "those"})
# Behind a noun: what says which one is meant.
_WHICH = frozenset(
    {"of", "that", "who", "whom", "whose", "which", "where", "when", "why", "into", "between"}
    | {"against", "for", "from", "in", "at", "on", "to", "about", "by", "with", "over", "behind"}
)
# At the start of a sentence these only place something: they do not say which one is the subject.
_LOOSE = frozenset({"in", "at", "on", "by", "for", "from", "to", "over", "when", "with", "about"})
_LONGEST = 4


def needs(
    text: str, first: Mapping[str, int] = MappingProxyType({}), position: int = 1
) -> tuple[frozenset[str], ...]:
    """Roots of each thing that the sentence takes for known: any root of it will do.

    A thing is taken for known if it opens the sentence, or if the article told of it before:
    `first` gives the position of the first sentence that has a root, `position` that of this one.
    """
    outside = narrator(text)
    tokens = tokenize(outside)
    found = []
    for place, token in enumerate(tokens):
        if token.lower not in _DEFINITE:
            continue
        phrase = _phrase(outside, tokens, place + 1)
        opens = place == 0
        if not phrase or _explained(outside, tokens, place + 1 + len(phrase), opens=opens):
            continue
        own = frozenset(root(stem(each.lower)) for each in phrase)
        told_before = any(first.get(each, position) < position for each in own)
        # an article that opens with a thing introduces it
        if (opens or told_before) and position and not _known(phrase):
            found.append(own)
    return tuple(found)


def _phrase(text: str, tokens: Sequence[Token], place: int) -> list[Token]:
    """The lower-case content words from a place on, with nothing but blanks between."""
    return list(_run(text, tokens, place))[:_LONGEST]


def _run(text: str, tokens: Sequence[Token], place: int) -> Iterator[Token]:
    end = tokens[place - 1].end
    for token in tokens[place:]:
        if text[end : token.start].strip() or token.lower in stopwords() or token.text[0].isupper():
            return
        yield token
        end = token.end


def _explained(text: str, tokens: Sequence[Token], behind: int, *, opens: bool) -> bool:
    """Whether what follows the phrase says which one is meant."""
    if behind >= len(tokens):
        return False
    last, following = tokens[behind - 1], tokens[behind]
    gap = text[last.end : following.start].strip()
    if following.text[0].isupper():  # "the engineer, Ilva Brandt", "the engineer Ilva Brandt"
        alone = behind < 2 or tokens[behind - 2].lower in _DEFINITE
        return gap in (",", "—", "–", "-") or (not gap and alone)
    return not gap and following.lower in (_WHICH - _LOOSE if opens else _WHICH)


def _known(phrase: Sequence[Token]) -> bool:
    """Whether there is one of it in any situation, or the phrase itself picks it out."""
    known = words("known_things")
    return any(each.lower in known or each.lower.removesuffix("'s") in known for each in phrase)
