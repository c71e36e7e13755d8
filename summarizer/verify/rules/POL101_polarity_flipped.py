"""Polarity flipped: a negation added or lost, or a word exchanged for its opposite.

The word that a negation denies is looked for at the matching place of the source, which is found
without that word; there it must be denied, or not, as in the claim. A negation in other words
("refused to", "failed to", "without") counts. Likewise a claim must not have "confirmed" where
the source has "denied" and everything around agrees, nor "denied" where the source only lets the
same speaker say that it is so. Nor may a little word turn it round: "voted for" what the source has
somebody vote against, "some" for "none", the "first" stop for the "last".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.text.lexicon import classes
from summarizer.text.modality import opposed, sides
from summarizer.text.tokens import stem
from summarizer.verify.contraries import contraries
from summarizer.verify.denials import turned
from summarizer.verify.marks import (
    Pair,
    base,
    occurrences,
    pairs,
    part_marks,
    sentence_marks,
    target,
)
from summarizer.verify.near import near
from summarizer.verify.registry import Example, Problem, Rule
from summarizer.verify.values import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from summarizer.model.findings import Level
    from summarizer.text.modality import Mark
    from summarizer.text.tokens import Token
    from summarizer.verify.near import Match
    from summarizer.verify.source import SourceSentence
    from summarizer.verify.view import PartView

RULE = Rule(
    level="error",
    verdict="polarity flipped",
    example=Example(
        sources=("Mill\n\nThe mayor, Ann Ode, said the council did not close the mill in Arden.",),
        bad="The mayor, Ann Ode, said the council did close the mill in Arden. [1]",
        good="The mayor, Ann Ode, said the council did not close the mill in Arden. [1]",
    ),
)

# The place found without the word must match this share of the words around it.
_SURE = 0.5
_CERTAIN = 0.75
_DENIES = ("not", "no")
_ENDS = re.compile(
    r"\b(?:lift(?:s|ed)|end(?:s|ed)|stop(?:s|ped)|drop(?:s|ped)|scrap(?:s|ped)|expire[sd]|ceased?|"
    r"revoke[sd]|repeal(?:s|ed)|abolish(?:es|ed)|cancel(?:s|led|ed)|withdr[ae]wn?|quit|left|gone|"
    r"former|formerly|until|once|used to)\b",
    re.IGNORECASE,
)


def check_part(part: PartView) -> Iterator[Problem]:
    """Denied words that are not denied in the source, and opposites of its words."""
    for pair in pairs(part, "negations"):
        counted = pair.token.lower in classes("number_words")
        if pair.share >= _SURE and not counted and _flipped(part, pair):
            word = pair.token
            lost = "denied" if pair.theirs else "not denied"
            message = f"'{word.text}' is {lost} in {part.source.id}, otherwise in the claim"
            yield Problem(message, (pair.sentence.evidence(),), start=word.start, end=word.end)
    for cue, sentence, what in turned(part):
        message = f"{part.source.id} {what}"
        yield Problem(message, (sentence.evidence(),), start=cue.start, end=cue.end)
    for found in contraries(part):
        word = found.token
        message = f"{part.source.id} has '{found.theirs.text}' here, not '{word.text}'"
        yield Problem(message, (found.sentence.evidence(),), start=word.start, end=word.end)
    for token, match in _opposites(part):
        message = f"{part.source.id} says the opposite of '{token.text}'"
        level: Level = "error" if match.share >= _CERTAIN else "warning"
        evidence = (match.sentence.evidence(),)
        yield Problem(message, evidence, start=token.start, end=token.end, level=level)


def _flipped(part: PartView, pair: Pair) -> bool:
    """Whether just one side denies the word, and the other side has no negation to spare."""
    key = base(pair.token.lower)
    if bool(pair.mine) == bool(pair.theirs):
        return False
    mine = [m for m in part_marks(part, "negations") if not quoted(part, m.start)]
    theirs = sentence_marks(pair.sentence, "negations")
    if pair.theirs:
        plain = occurrences(pair.sentence, key) > len(pair.theirs)
        denied = _denies(pair.theirs) or _fails(pair)
        return not plain and denied and not _spare(mine, theirs)
    # "denied" denies what was said, not that it was denied
    here = [mark for mark in theirs if base(mark.text.lower()) != key]
    holders = (part.source.sentences[number] for number in part.source.holding(pair.token.lower))
    there = (m for each in holders for m in sentence_marks(each, "negations"))
    spared = _spare(here, mine) or any(target(mark) == key for mark in there)
    return _denies(pair.mine) and not (spared or _ended(pair))


def _ended(pair: Pair) -> bool:
    """Whether what is so "no longer" in the claim has come to an end in the source."""
    gone = all(mark.text.lower() == "no longer" for mark in pair.mine)
    return gone and _ENDS.search(pair.sentence.text) is not None


def _fails(pair: Pair) -> bool:
    """Whether the source says that what the word names was not done: "failed to", "unable to"."""
    text = pair.sentence.source.text
    return any(m.kind == "fail" and text.startswith(" to ", m.end) for m in pair.theirs)


def _spare(marks: Iterable[Mark], others: Iterable[Mark]) -> bool:
    """Whether a negation of one side denies what none of the other side does."""
    known = {target(mark) for mark in others}
    return any(not target(mark) or target(mark) not in known for mark in marks)


def _denies(marks: tuple[Mark, ...]) -> bool:
    return any(mark.kind in _DENIES for mark in marks)


def _opposites(part: PartView) -> Iterator[tuple[Token, Match]]:
    """Words of the claim whose opposite stands, alone, at the matching place of the source."""
    if _denies(part_marks(part, "negations")):
        return
    mine = [stem(token.lower) for token in part.content]
    for token in part.content:
        if not sides(token.lower) or quoted(part, token.start):
            continue
        for match in near(part, token.start, token.end)[:1]:
            place = match.sentence
            around = part.source.around(place)
            if match.share < _SURE or any(stem(token.lower) in s.stems for s in around):
                continue
            against = [t for t in place.tokens if opposed(token.lower, t.lower)]
            clear = against and not _sentence_denies(place)
            if clear and not any(stem(t.lower) in mine for t in against):
                yield token, match


def _sentence_denies(sentence: SourceSentence) -> bool:
    """Whether a sentence has a negation that denies."""
    return _denies(sentence_marks(sentence, "negations"))
