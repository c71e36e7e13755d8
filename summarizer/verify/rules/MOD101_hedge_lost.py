"""Hedge lost or strengthened: may became will, alleged became did, planned became done.

A hedge of the source ("may", "allegedly", "plans to") is compared with the claim only through the
word that it softens, at the place of the source that matches the rest of the claim. The claim may
use another hedge of the same strength or a weaker one; it may not say the thing plainly, nor more
firmly ("may" made "will", even of another verb), nor add certainty of its own ("certainly").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.text.modality import ANNOUNCED, PLAIN
from summarizer.text.speech_verbs import lemma
from summarizer.text.tokens import has_digit
from summarizer.verify.align import word_keys
from summarizer.verify.marks import (
    Pair,
    base,
    occurrences,
    pairs,
    part_marks,
    sentence_marks,
    target,
)
from summarizer.verify.modals import raised
from summarizer.verify.phrases import is_verbal
from summarizer.verify.registry import Example, Problem, Rule
from summarizer.verify.softened import CLAUSE_END, covers, hardened, refused
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
_THINGS = frozenset(base(word) for word in ("risk", "danger", "threat"))
_ASKING = frozenset(base(word) for word in ("urge", "urging"))
_WISHES = frozenset({"want", "await", "forecast", "outlook", "guidance"})
_AUXILIARIES = frozenset(
    {"to", "be", "been", "being", "is", "are", "was", "were", "had", "have", "has"}
)


def check_part(part: PartView) -> Iterator[Problem]:
    """Words that the source hedges and the claim states, or states more firmly."""
    lost = list(_of_words(part)) or list(_of_clauses(part)) or list(_of_modals(part))
    yield from lost
    for mark in _certain(part):
        message = f"'{mark.text}' is more than {part.source.id} says"
        evidence = tuple(sentence.evidence() for sentence in part.evidence[:1])
        yield Problem(message, evidence, start=mark.start, end=mark.end)


def _of_words(part: PartView) -> Iterator[Problem]:
    """Single words that the source hedges, and the claim does not."""
    for pair in pairs(part, "hedges"):
        word, lost = pair.token, _lost(part, pair)
        if lost:
            message = f"{part.source.id} says '{lost.text}' of '{word.text}', the claim does not"
            yield Problem(message, (pair.sentence.evidence(),), start=word.start, end=word.end)


def _of_clauses(part: PartView) -> Iterator[Problem]:
    """Clauses that the source hedges, in a claim that hedges nothing."""
    for each, mine in list(hardened(part))[:1] if not part.claim.headline else ():
        if each.mark.kind in ("likely", "planned") and _wished(part, mine[0]):
            continue
        said = " ".join(token.text for token in mine)
        message = f"{part.source.id} says '{each.mark.text}' of '{said}', the claim does not"
        evidence = (each.sentence.evidence(),)
        yield Problem(message, evidence, start=mine[0].start, end=mine[-1].end)


def _of_modals(part: PartView) -> Iterator[Problem]:
    """Modal verbs that leave open in the source what they announce in the claim."""
    for mine, theirs, sentence in raised(part) if not part.claim.headline else ():
        message = f"{part.source.id} says '{theirs.token.text}' here, not '{mine.token.text}'"
        evidence = (sentence.evidence(),)
        yield Problem(message, evidence, start=mine.token.start, end=mine.token.end)


def _certain(part: PartView) -> list[Mark]:
    """Words of certainty that the source's place does not have, where it has a hedge instead."""
    if not any(m.rank < ANNOUNCED for s in part.evidence for m in sentence_marks(s, "hedges")):
        return []
    kinds = {mark.kind for s in part.context for mark in sentence_marks(s, "certainties")}
    keys = frozenset[str]().union(*(sentence.keys for sentence in part.context))
    denied = {target(mark) for mark in part_marks(part, "negations")}
    return [
        mark
        for mark in part_marks(part, "certainties")
        if mark.kind not in kinds
        and _root(mark) not in denied
        and not quoted(part, mark.start)
        and keys.isdisjoint(word_keys(mark.text.split()[0].lower()))
    ]


def _lost(part: PartView, pair: Pair) -> Mark | None:
    """The hedge of the source that the claim lost, None where it did not."""
    kept = {base(token.lower) for token in part.tokens}
    theirs = [m for m in pair.theirs if _softens(pair, m) and _root(m) not in kept]
    # "urged the council to": the council is there, what it should do may never be
    theirs = [m for m in theirs if _root(m) not in _ASKING or is_verbal(pair.token.lower)]
    if pair.share < _SURE or not theirs or has_digit(pair.token.text):
        return None
    if occurrences(pair.sentence, base(pair.token.lower)) > len(pair.theirs):
        return None
    weakest = min(theirs, key=lambda mark: mark.rank)
    if weakest.kind in ("likely", "planned") and _wished(part, pair.token):
        return None
    others = [m for m in part_marks(part, "hedges") if not quoted(part, m.start)]
    others = [m for m in others if m.start != pair.token.start]
    # "may raise the risk": "the risk" stands in both and holds nothing back
    there = {_root(m) for m in sentence_marks(pair.sentence, "hedges")} & _THINGS
    others = [m for m in others if _root(m) not in there]
    if weakest.rank == ANNOUNCED:
        return weakest if not others and _done(part, pair.token) else None
    firm = max((mark.rank for mark in pair.mine), default=PLAIN)
    known = [m.rank for m in sentence_marks(pair.sentence, "hedges") if m.kind == weakest.kind]
    spared = any(_spares(part, mark, weakest, pair.token, max(known)) for mark in others)
    return weakest if firm > weakest.rank and not (spared or refused(part, weakest)) else None


def _wished(part: PartView, token: Token) -> bool:
    """Whether a word is what somebody wants or forecasts, by a word before it in its clause.

    In a source such words hold back too little to be looked for in the claim.
    """
    before = [
        each for each in part.tokens if each.end < token.start and lemma(each.lower) in _WISHES
    ]
    text = part.claim.text
    return any(CLAUSE_END.search(text, each.end, token.start) is None for each in before)


def _spares(part: PartView, mark: Mark, lost: Mark, token: Token, known: int) -> bool:
    """Whether a hedge of the claim may stand for a lost one: of its kind, or beside the word.

    One of its kind may be as strong as the strongest (`known`) there: "plans to seek".
    """
    if mark.kind == lost.kind and lost.rank < ANNOUNCED and mark.rank <= known < ANNOUNCED:
        return True
    near = mark.kind == lost.kind or covers(part, mark, token)
    return near and mark.rank <= max(lost.rank, _OPEN) and mark.kind != "conditional"


def _softens(pair: Pair, mark: Mark) -> bool:
    """Whether a mark hedges the word, and is not itself denied ("no plans to")."""
    marks = sentence_marks(pair.sentence, "negations")
    denied = {target(each) for each in marks}
    return mark.kind != "conditional" and _root(mark) not in denied


def _root(mark: Mark) -> str:
    """The root of a hedge's first word."""
    return base(mark.text.split()[0].casefold())


def _done(part: PartView, token: Token) -> bool:
    """Whether a verb stands in the past tense, with nothing that puts it off."""
    before = [t.lower for t in part.tokens if t.end <= token.start][-2:]
    return token.lower.endswith("ed") and not _AUXILIARIES & set(before)
