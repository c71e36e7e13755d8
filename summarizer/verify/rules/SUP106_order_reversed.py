"""Before and after reversed.

A word of time ("before", "after", "earlier", "later") and the happening that it governs are
compared with the evidence: the same happening with the opposite word, and nowhere with the same
one, is a reversal. So is what the source tells as "later" or as what "had already" happened, and
two happenings that claim and source tell in opposite orders, by whatever words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.verify.align import counterpart, word_keys
from summarizer.verify.order import timed
from summarizer.verify.registry import Example, Problem, Rule
from summarizer.verify.sequence import reversals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.text.tokens import Token
    from summarizer.verify.order import Timed
    from summarizer.verify.source import SourceSentence
    from summarizer.verify.view import PartView

RULE = Rule(
    level="error",
    verdict="order reversed",
    example=Example(
        sources=("The council closed the bridge after the engineer had found cracks.",),
        bad="The council closed the bridge before the engineer found cracks. [1]",
        good="After the engineer had found cracks, the council closed the bridge. [1]",
    ),
)

# What was done by the time of something else, and words by which a claim says so too.
_DONE = re.compile(r"\b(?:had already|already had|has already|by then had)\s", re.IGNORECASE)
_LATER = re.compile(r"(?:(?:[\w-]{1,12} ){1,3})?(?:later|afterward|afterwards)\b", re.IGNORECASE)
# A paraphrase keeps this share of the words of the sentence that it tells, at least.
_MOSTLY = 0.4
_BY_THEN = frozenset({"already", "earlier", "before", "previously"})


def check_part(part: PartView) -> Iterator[Problem]:
    """Words of time before which the evidence has the opposite one."""
    yield from _already_done(part)
    yield from _told_later(part)
    given = [(s, each) for s in part.evidence for each in timed(s.text, s.start)]
    for mine in timed(part.text, part.start):
        if not mine.governed or part.claim.quoted(mine.start):
            continue
        same = [(s, other) for s, other in given if _meet(mine, other)]
        if not any(_share(part.content, s) >= _MOSTLY for s, _ in same):
            continue
        against = [s for s, other in same if other.direction != mine.direction]
        if against and len(against) == len(same):
            what = mine.governed[0].text
            message = f"{part.source.id} has '{what}' the other way round in time"
            yield Problem(message, (against[0].evidence(),), start=mine.start, end=mine.end)
            return
    for order, sentence in reversals(part):
        message = f"{part.source.id} tells these two in the other order"
        yield Problem(message, (sentence.evidence(),), start=order.start, end=order.end)


def _already_done(part: PartView) -> Iterator[Problem]:
    """What comes after something in the claim, and had already happened in the evidence."""
    mine = [each for each in timed(part.text, part.start) if each.direction == "after"]
    if not mine or any(token.lower in _BY_THEN for token in part.tokens):
        return
    governed = mine[0].governed
    for sentence in part.evidence:
        done = _DONE.search(sentence.text)
        if done is None or not _around(part, sentence, governed):
            continue
        verb = next((t for t in sentence.tokens if t.start >= sentence.start + done.end()), None)
        for token in part.content:
            if verb and token not in governed and counterpart(token, word_keys(verb.lower)):
                message = f"in {part.source.id} '{verb.text}' had already happened by then"
                yield Problem(message, (sentence.evidence(),), start=token.start, end=token.end)
                return


def _around(part: PartView, sentence: SourceSentence, tokens: list[Token]) -> bool:
    """Whether a sentence and its neighbours have all these words."""
    keys = frozenset[str]().union(*(s.keys for s in part.source.around(sentence)))
    return all(counterpart(token, keys) for token in tokens)


def _told_later(part: PartView) -> Iterator[Problem]:
    """What comes before something in the claim, and "later" than it in the source."""
    for mine in timed(part.text, part.start):
        if mine.direction != "before" or part.claim.quoted(mine.start) or not mine.governed:
            continue
        rest = [t for t in part.content if t not in mine.governed and t.end <= part.end]
        for sentence in part.context:
            before = part.source.sentences[max(0, sentence.number - 1)]
            if before is sentence or not _LATER.match(sentence.text):
                continue
            first = all(counterpart(token, before.keys) for token in mine.governed)
            repeated = all(counterpart(token, sentence.keys) for token in mine.governed)
            if first and not repeated and _share(rest, sentence) >= _MOSTLY:
                message = f"{part.source.id} tells it as later, not before"
                yield Problem(message, (sentence.evidence(),), start=mine.start, end=mine.end)
                return


def _share(tokens: list[Token], sentence: SourceSentence) -> float:
    """The share of these words that a sentence has."""
    found = sum(counterpart(token, sentence.keys) for token in tokens)
    return found / len(tokens) if tokens else 0.0


def _meet(one: Timed, other: Timed) -> bool:
    """Whether two words of time govern the same thing."""
    keys = frozenset[str]().union(*(word_keys(token.lower) for token in other.governed))
    return any(counterpart(token, keys) for token in one.governed[:2])
