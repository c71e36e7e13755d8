"""Doers and targets of a claim that the source has the other way round.

Two kinds. Turned: what does it in the claim undergoes it in the source and the reverse; where one
of the two can only be taken for the other (a role, a pronoun), the rest of the words must be near.
Taken: another one of the claim's own people does it in the source, with the same target.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from summarizer.verify.align import counterpart, word_keys
from summarizer.verify.propositions.compare import (
    Comparison,
    Slot,
    Telling,
    of_part,
    of_sentence,
    slots,
)
from summarizer.verify.propositions.entities import PERSONAL, meeting
from summarizer.verify.propositions.groups import is_named, is_person
from summarizer.verify.propositions.parse import part_clauses, part_nouns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.verify.propositions.clauses import Clause
    from summarizer.verify.propositions.groups import Noun
    from summarizer.verify.source import SourceSentence
    from summarizer.verify.view import PartView

# Verbs that say of both sides the same, or nothing of who does what.
_MUTUAL = frozenset(
    {"meet", "marry", "divorce", "join", "accompany", "resemble", "combine", "compete", "share"}
    | {"discuss", "debate", "agree", "talk", "speak", "work", "cooperate", "be", "have", "do"}
    | {"become", "include", "link", "connect"}
)
_TARGETS = frozenset({"patient", "to", "from", "against", "at", "about"})
_OBJECTS = frozenset({"patient", "to"})
# Shares of the claim's words that the sentence must have: all of both sides met; one side met only
# in part; another doer. Of 26 planted reversals in 21 clusters 20 were met so, and none of 710
# right sentences.
_TURNED, _PARTLY, _TAKEN = 0.25, 0.35, 0.4

# So many words of the claim tell what else was the case.
_REST = 3


class Swap(NamedTuple):
    """A clause of a claim, two of its noun groups, and the sentence that has them otherwise.

    It is `sure` where both are somebody, and both are met on the other side of the same verb;
    `turned` where the two change sides, not only another one does it, and no pronoun is read.
    """

    clause: Clause
    one: Noun
    other: Noun
    sentence: SourceSentence
    sure: bool
    turned: bool = False


def swaps(part: PartView) -> Iterator[Swap]:
    """The swapped sides of a part's clauses; what is all quotation is left to other rules."""
    for clause in part_clauses(part):
        agents = [slot for slot in slots(clause) if slot.acts]
        starts = (clause.verb.start, *(noun.start for noun in clause.agents))
        spoken = all(map(part.claim.quoted, starts))
        if _is_mutual(clause) or spoken or not agents:
            continue
        telling = Telling(part, clause)
        found = _turned(part, clause, agents, telling) or _taken(part, clause, agents, telling)
        if found:
            yield found


def _is_mutual(clause: Clause) -> bool:
    """Whether an act is that of both sides: a verb of this kind, or done with somebody."""
    beside = any(word == "with" and is_somebody(noun) for word, noun in clause.phrases)
    return beside or clause.verb.lemma in _MUTUAL


def _turned(
    part: PartView, clause: Clause, agents: Sequence[Slot], telling: Telling
) -> Swap | None:
    """Doer and target of a clause that change sides in the source, and nowhere there agree."""
    targets = [slot for slot in slots(clause) if slot.role in _TARGETS]
    near = telling.compared(_TURNED) if targets else []
    # "wrote to her" tells of "told her" only where nothing nearer does
    literal = [each for each in near if _is_literal(clause, each)]
    for doer, target in product(agents, targets) if near else ():
        against = next((e for e in literal or near if _against(e, doer, target)), None)
        if against is None or _is_bare(part, against, doer, target):
            continue
        rest = (e for e in telling.compared() if not literal or _is_literal(clause, e))
        if not any(_agrees(clause, each, doer, target) for each in rest):
            sure = _is_sure(clause, against, doer, target)
            guessed = any(slot.noun.pronoun for slot in (doer, target, *against.theirs))
            place = against.told.sentence
            return Swap(clause, doer.noun, target.noun, place, sure, turned=not guessed)
    return None


def _is_literal(clause: Clause, each: Comparison) -> bool:
    """Whether two clauses have one verb, not only verbs that may mean the same."""
    return each.told.clause.verb.lemma == clause.verb.lemma


def _is_sure(clause: Clause, each: Comparison, doer: Slot, target: Slot) -> bool:
    """Whether nothing had to be guessed: two people or bodies, one verb, both sides turned."""
    people = is_somebody(doer.noun) and is_somebody(target.noun)
    verb = _is_literal(clause, each)
    known = each.certain(doer, acts=False) and each.certain(target, acts=True)
    return people and verb and known and target.role in _OBJECTS and _is_turned(each, doer, target)


def _is_bare(part: PartView, each: Comparison, doer: Slot, target: Slot) -> bool:
    """Whether the sentence has none of the claim's other words: it may tell of another time."""
    verb = each.told.clause.verb.token
    taken = (*doer.noun.tokens, *target.noun.tokens)
    rest = [t for t in part.content if t not in taken and not counterpart(t, word_keys(verb.lower))]
    known = frozenset[str]().union(*(s.keys for s in part.source.around(each.told.sentence)))
    return len(rest) >= _REST and not any(counterpart(token, known) for token in rest)


def _against(each: Comparison, doer: Slot, target: Slot) -> bool:
    """Whether the source has both sides, or surely one of them, the other way round."""
    return _is_turned(each, doer, target) or _is_half_turned(each, doer, target)


def _agrees(clause: Clause, each: Comparison, doer: Slot, target: Slot) -> bool:
    """Whether the source has the doer do it, and nothing against the target."""
    if not each.same(doer, acts=True):
        return False
    if each.same(target, acts=False):
        return True
    others = [o for o in each.theirs if o.role in _OBJECTS]
    unlike = any(each.met(target, other) == "other" for other in others)
    return _is_literal(clause, each) and not unlike


def _is_turned(each: Comparison, doer: Slot, target: Slot) -> bool:
    """Whether both sides are met on the other side."""
    crossed = each.same(doer, acts=False) and each.same(target, acts=True)
    straight = each.same(doer, acts=True) or each.same(target, acts=False)
    return crossed and not straight


def _is_half_turned(each: Comparison, doer: Slot, target: Slot) -> bool:
    """Whether one of two people is met on the other side, and nothing but people there."""
    if each.told.share < _PARTLY or target.role not in _OBJECTS:
        return False
    if not (is_somebody(doer.noun) and is_somebody(target.noun)):
        return False
    if each.same(doer, acts=True) or each.same(target, acts=False):
        return False
    done = any(o.role in _OBJECTS and each.met(doer, o) == "same" for o in each.theirs)
    does = any(o.acts and each.met(target, o) == "same" for o in each.theirs)
    rest = [o.noun for o in each.theirs if o.acts == done]
    return done != does and bool(rest) and all(map(is_somebody, rest))


def _taken(part: PartView, clause: Clause, agents: Sequence[Slot], telling: Telling) -> Swap | None:
    """The doer, if the source has another one of the claim's people do it to the same target."""
    if not clause.sure or not all(is_somebody(agent.noun) for agent in agents):
        return None
    if not any(not slot.acts for slot in slots(clause)):
        return None
    near = [each for each in telling.compared(_TAKEN) if each.told.clause.sure]
    for each in near:
        doers = [other for other in each.theirs if other.acts]
        unlike = all(each.met(a, doer) == "other" for a in agents for doer in doers)
        if not unlike or not doers or not all(is_somebody(doer.noun) for doer in doers):
            continue
        anchored = any(not slot.acts and each.kept(slot) for slot in each.mine)
        other = _one_of(part, agents, each, doers) if anchored else None
        if other and not any(e.same(a, acts=True) for a in agents for e in telling.compared()):
            return Swap(clause, agents[0].noun, other, each.told.sentence, sure=False)
    return None


def _one_of(
    part: PartView, agents: Sequence[Slot], each: Comparison, doers: Sequence[Slot]
) -> Noun | None:
    """The noun group of the claim, not among its doers, that is one of the source's."""
    theirs = [of_sentence(each.told.sentence, doer.noun) for doer in doers]
    for group in part_nouns(part):
        if group.pronoun or not is_somebody(group):
            continue
        mine = of_part(part, group)
        if all(group is not agent.noun for agent in agents) and any(
            meeting(mine, other) == "same" for other in theirs
        ):
            return group
    return None


def is_somebody(noun: Noun) -> bool:
    """Whether a noun group names a person, people, a body or a place."""
    return is_named(noun) or is_person(noun) or noun.head.lower in PERSONAL
