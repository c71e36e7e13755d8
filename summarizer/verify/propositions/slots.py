"""Names of a claim in slots that the source fills with another name.

The rest of the claim shows the place of the source; its clause with the same verb has somebody
else in the same role there, and the claim's name stands only elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.name_forms import name_words
from summarizer.text.names import same_name
from summarizer.verify.near import near
from summarizer.verify.propositions.behind import has_clause
from summarizer.verify.propositions.compare import Comparison, Told, same_verb, slots
from summarizer.verify.propositions.groups import is_named
from summarizer.verify.propositions.parse import part_clauses, sentence_clauses

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.verify.near import Match
    from summarizer.verify.propositions.clauses import Clause
    from summarizer.verify.propositions.compare import Slot
    from summarizer.verify.propositions.groups import Noun
    from summarizer.verify.source import SourceSentence
    from summarizer.verify.view import PartView

_NO_ACT = frozenset({"be", "have", "do"})
# Where nothing else of the clause is met, the place must match this share of the other words.
_CLOSE = 0.75


class Filled(NamedTuple):
    """A name of a claim, the one that the source has in its slot, and the sentence."""

    mine: Noun
    theirs: Noun
    sentence: SourceSentence


def filled_otherwise(part: PartView) -> Iterator[Filled]:
    """The names of a part whose slots the source fills with other names."""
    for clause in part_clauses(part):
        spoken = part.claim.quoted(clause.verb.start)
        if clause.verb.lemma in _NO_ACT or spoken:
            continue
        for slot in slots(clause):
            # who says something is for the rules on speakers
            doer = clause.sure and not has_clause(clause.verb)
            if is_named(slot.noun) and (doer or not slot.acts):
                yield from _filled(part, clause, slot)


def _filled(part: PartView, clause: Clause, slot: Slot) -> Iterator[Filled]:
    """The first place that matches the rest of the claim and has another name in the slot."""
    name = slot.noun.names[-1].text
    matches = near(part, slot.noun.start, slot.noun.end)
    if not matches or _stands_at(part, name, matches):
        return
    for match in matches:
        others = _fillers(part, clause, slot, match)
        known = [other for other in others if is_named(other)]
        if known and not any(_are_one(part, name, other.names[-1].text) for other in known):
            yield Filled(slot.noun, known[0], match.sentence)
            return


def _stands_at(part: PartView, name: str, matches: Sequence[Match]) -> bool:
    """Whether a name, or a word of it, stands in these sentences or beside them."""
    local = {m.sentence.number + gap for m in matches for gap in (-1, 0, 1)}
    if any(local & part.source.holding(word.casefold()) for word in name.split() if len(word) > 1):
        return True
    rows = part.source.sentences
    theirs = [n for number in local if 0 <= number < len(rows) for n in rows[number].names]
    return any(same_name(name, other.text) for other in theirs)


def _fillers(part: PartView, clause: Clause, slot: Slot, match: Match) -> list[Noun]:
    """What fills the slot in the clauses with the same verb, if it is surely somebody else."""
    found: list[Noun] = []
    for other in sentence_clauses(match.sentence):
        if not same_verb(clause, other) or not (other.sure or not slot.acts):
            continue
        compared = Comparison(part, clause, Told(match.share, match.sentence, other))
        alike = list(compared.like(slot))
        held = any(each is not slot and compared.kept(each) for each in compared.mine)
        if not held and match.share < _CLOSE:
            continue
        if any(compared.met(slot, each) != "other" for each in alike):
            return []
        found += [each.noun for each in alike]
    return found


def _are_one(part: PartView, one: str, other: str) -> bool:
    """Whether a source has a longer name that both can mean ("Ann" and "Ode")."""
    sources = part.claim.document.sources.values()
    names = {name.text for source in sources for name in source.names if " " in name.text}
    wanted = {*name_words(one)[-1:], *name_words(other)[-1:]}
    return any(wanted.issubset(name_words(name)) for name in sorted(names))
