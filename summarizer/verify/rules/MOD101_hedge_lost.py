"""Hedge lost or strengthened: may became will, alleged became did, planned became done.

A hedge of the source ("may", "allegedly", "plans to") is compared with the claim only through the
word that it softens, at the place of the source that matches the rest of the claim. The claim may
use another hedge of the same strength or a weaker one; it may not say the thing plainly, nor more
firmly ("may" made "will"), nor add certainty of its own ("certainly").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.text.lexicon import words
from summarizer.text.modality import ANNOUNCED, PLAIN
from summarizer.text.tokens import stem
from summarizer.verify.marks import Pair, occurrences, pairs, part_marks, sentence_marks
from summarizer.verify.registry import Example, Problem, Rule
from summarizer.verify.values import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.text.modality import Mark
    from summarizer.text.tokens import Token
    from summarizer.verify.view import PartView

RULE = Rule(
    level="error",
    verdict="hedge lost",
    example=Example(
        sources=("Mill\n\nThe mayor, Ann Ode, said the council may close the mill in Arden.",),
        bad="The mayor, Ann Ode, said the council will close the mill in Arden. [1]",
        good="The mayor, Ann Ode, said the council might close the mill in Arden. [1]",
    ),
)

# The place found without the word must match this share of the words around it.
_SURE = 0.5
# Hedges that leave it open whether the thing is so; weaker ones also serve politeness and time.
_OPEN = 2
_AUXILIARIES = frozenset(
    {"to", "be", "been", "being", "is", "are", "was", "were", "had", "have", "has"}
)


def check_part(part: PartView) -> Iterator[Problem]:
    """Words that the source hedges and the claim states, or states more firmly."""
    for pair in pairs(part, "hedges"):
        word = pair.token
        lost = _lost(part, pair)
        if lost:
            message = f"{part.source.id} says '{lost.text}' of '{word.text}', the claim does not"
            yield Problem(message, (pair.sentence.evidence(),), start=word.start, end=word.end)
    for token in _certain(part):
        message = f"'{token.text}' is more than {part.source.id} says"
        evidence = tuple(sentence.evidence() for sentence in part.evidence[:1])
        yield Problem(message, evidence, start=token.start, end=token.end)


def _certain(part: PartView) -> list[Token]:
    """Words of certainty that the source's place does not have, where it has a hedge instead."""
    stems = frozenset[str]().union(*(sentence.stems for sentence in part.context))
    found = [
        token
        for token in part.tokens
        if token.lower in words("boosters") and stem(token.lower) not in stems
    ]
    hedged = any(m.rank < ANNOUNCED for s in part.evidence for m in sentence_marks(s, "hedges"))
    return [t for t in found if hedged and not quoted(part, t.start)]


def _lost(part: PartView, pair: Pair) -> Mark | None:
    """The hedge of the source that the claim lost, None where it did not."""
    kept = {stem(token.lower) for token in part.tokens}
    theirs = [m for m in pair.theirs if _softens(pair, m) and _root(m) not in kept]
    if pair.share < _SURE or not theirs:
        return None
    if occurrences(pair.sentence, stem(pair.token.lower)) > len(pair.theirs):
        return None
    weakest = min(theirs, key=lambda mark: mark.rank)
    others = [m for m in part_marks(part, "hedges") if not quoted(part, m.start)]
    if weakest.rank == ANNOUNCED:
        return weakest if not others and _done(part, pair.token) else None
    firm = max((mark.rank for mark in pair.mine), default=PLAIN)
    spared = any(mark.rank <= max(weakest.rank, _OPEN) for mark in others)
    return weakest if firm > weakest.rank and not spared else None


def _softens(pair: Pair, mark: Mark) -> bool:
    """Whether a mark hedges the word, and is not itself denied ("no plans to")."""
    denied = {each.target for each in sentence_marks(pair.sentence, "negations")}
    return mark.kind != "conditional" and _root(mark) not in denied


def _root(mark: Mark) -> str:
    """The stem of a hedge's first word."""
    return stem(mark.text.split()[0].casefold())


def _done(part: PartView, token: Token) -> bool:
    """Whether a verb stands in the past tense, with nothing that puts it off."""
    before = [t.lower for t in part.tokens if t.end <= token.start][-2:]
    return token.lower.endswith("ed") and not _AUXILIARIES & set(before)
