"""Scope widened: some became most or all, one became several.

The place of the source that matches the rest of the claim is looked for without the quantifier.
What the claim counts may not be more than the source counts there ("three of five" is less than
"most"); an "all" or "most" that stands nowhere near the place warns.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.text.modality import Mark
from summarizer.text.tokens import has_content
from summarizer.verify.align import counterpart, word_keys
from summarizer.verify.kept import kept
from summarizer.verify.marks import part_marks, sentence_marks
from summarizer.verify.mending import source_has
from summarizer.verify.near import near
from summarizer.verify.registry import Example, Problem, Rule
from summarizer.verify.values import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.text.tokens import Token
    from summarizer.verify.source import SourceSentence
    from summarizer.verify.view import PartView

RULE = Rule(
    level="error",
    verdict="hedge lost",
    example=Example(
        sources=("Mill\n\nSome bakers of Arden closed their shops after the mill burned.",),
        bad="All bakers of Arden closed their shops after the mill burned. [1]",
        good="Several bakers of Arden closed their shops after the mill burned. [1]",
    ),
)

# The place found without the word must match this share of the words around it.
_SURE = 0.5
_MOST, _PART, _SOME = 5, 3, 3
_CROWDS = ("dozens", "hundreds", "thousands", "millions")
_OF_SET = re.compile(
    r"\s(?:\w{1,20}\s)?of\s(?:the|his|her|its|their|our|these|those|[\w.-]{1,30}['’]s)\b"
)
# Words of content behind a quantifier that may be what it counts.
_COUNTED = 4
_PERIODS = frozenset({"second", "minute", "hour", "day", "night", "week", "month", "year"})
_INSIDE = frozenset(
    {"of", "the", "his", "her", "its", "their", "our", "my", "these", "those", "mr", "ms", "mrs"}
)


def check_part(part: PartView) -> Iterator[Problem]:
    """Counted words of which the claim says that more are meant."""
    for mark in part_marks(part, "quantifiers"):
        counted = _counted(part.tokens, mark)
        found = near(part, mark.start, mark.end)
        if not counted or not found or found[0].share < _SURE or quoted(part, mark.start):
            continue
        if counted[0].lower in _PERIODS and mark.text.lower() in ("each", "every"):
            continue  # "a week" is each week
        place = found[0].sentence
        theirs = [m for m in _marks(place) if _meets(counted, _counted(place.tokens, m))]
        widest = max(theirs, key=lambda m: m.rank, default=None)
        if widest and _is_wider(mark, widest):
            message = f"{part.source.id} says '{widest.text}', the claim '{mark.text}'"
            fix = source_has(widest.text)
            yield Problem(message, (place.evidence(),), fix, start=mark.start, end=mark.end)
        elif not widest and mark.rank >= _MOST and mark.kind != "loose" and not _wide(part, mark):
            message = f"{part.source.id} does not say '{mark.text}' here"
            evidence = (place.evidence(),)
            yield Problem(message, evidence, start=mark.start, end=mark.end, level="warning")


def _is_wider(mine: Mark, theirs: Mark) -> bool:
    """Whether a quantifier says more than another; of none not every word for some does."""
    crowds = [mark.text.split()[0].lower() for mark in (mine, theirs)]
    if all(each in _CROWDS for each in crowds):
        return _CROWDS.index(crowds[0]) > _CROWDS.index(crowds[1])
    return mine.rank > theirs.rank and (theirs.rank > 0 or _SOME <= mine.rank < _MOST)


def _wide(part: PartView, mark: Mark) -> bool:
    """Whether any sentence near the evidence counts as widely, or has the word in another form."""
    keys = word_keys(mark.text.split()[-1].lower())
    return any(
        not keys.isdisjoint(s.keys) or any(each.rank >= mark.rank for each in _marks(s))
        for s in part.context
    )


@kept
def _marks(sentence: SourceSentence) -> tuple[Mark, ...]:
    """The quantifiers of a sentence, and numbers of a set: "three of the five"."""
    parts = [
        Mark(q.start, q.end, sentence.source.text[q.start : q.end], "part", _PART, None)
        for q in sentence.quantities
        if _OF_SET.match(sentence.source.text, q.end)
    ]
    return (*sentence_marks(sentence, "quantifiers"), *parts)


def _counted(tokens: Sequence[Token], mark: Mark) -> list[Token]:
    """What a quantifier may count: the words of content of its noun phrase, else the next one."""
    found: list[Token] = []
    behind = [token for token in tokens if token.start >= mark.end]
    for token in behind:
        if has_content(token.lower):
            found.append(token)
        elif found or token.lower not in _INSIDE:
            break
    following = [token for token in behind[:_COUNTED] if has_content(token.lower)]
    return found[:_COUNTED] or following[:1]


def _meets(mine: Sequence[Token], theirs: Sequence[Token]) -> bool:
    keys = frozenset[str]().union(*(word_keys(token.lower) for token in theirs))
    return any(counterpart(token, keys) for token in mine)
