"""Name of a place or of a body where the source has another.

"A man was mauled in Holt" for "in Arden": the source has both names, each with what happened there.
Names behind a preposition (in, at, of, from, against …) say where, whose and with whom. What stands
around such a name in the claim is held against what stands around it in the source, wherever it is,
and around other names behind such a preposition. Where another name fits clearly better, it is the
one that the claim should give. Who did something is for the rules on roles (ENT102, SUP103).
"""

from __future__ import annotations

import operator
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.model.findings import Fix
from summarizer.text.lexicon import classes, words
from summarizer.text.name_forms import name_words
from summarizer.text.names import Name, names, same_name
from summarizer.text.synonyms import families
from summarizer.verify.attribution import routes
from summarizer.verify.kept import kept
from summarizer.verify.registry import Example, Problem, Rule
from summarizer.verify.slots import Place, contest
from summarizer.verify.values import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.model.findings import Level
    from summarizer.text.tokens import Token
    from summarizer.verify.slots import Contest
    from summarizer.verify.source import Source, SourceSentence
    from summarizer.verify.view import PartView

RULE = Rule(
    level="error",
    verdict="swapped",
    yields_to=("ENT102",),
    example=Example(
        sources=(
            (
                "Clinics\n\nAnn Ode opened a clinic in Arden on Monday.\n\n"
                "A clinic for children in Holt has no doctor."
            ),
        ),
        bad="A clinic was opened on Monday in Holt by Ann Ode. [1]",
        good="A clinic was opened on Monday in Arden by Ann Ode. [1]",
    ),
)

# Prepositions by what they say: where, whose or whence, whither, with whom, against whom.
_RELATIONS = {
    **dict.fromkeys(("in", "at", "near", "outside", "inside", "on", "over", "across"), "place"),
    **dict.fromkeys(("of", "from"), "origin"),
    **dict.fromkeys(("to", "into", "for", "toward", "towards"), "aim"),
    **dict.fromkeys(("with", "alongside"), "company"),
    "against": "opponent",
    "by": "agent",
}
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "both", "all"})
_STEPS = 4
# A rival must fit so well, and better by so much: pronouns and descriptions stand in for names.
# Of 830 names behind prepositions in right claims about 21 stories and 560 pairs, two have a
# rival that is sure; of 650 names of the source put in their place, .36, and .03 more a likely one.
_SURE = (0.45, 0.2)
_LIKELY = (0.4, 0.15)


def check_part(part: PartView) -> Iterator[Problem]:
    """Names behind a preposition in whose slot the source has another name."""
    mine = names(part.text, part.start)
    barred = [*routes(part.claim), *(voice.name for voice in part.claim.voices if voice.name)]
    for name in mine:
        if quoted(part, name.start) or _is_outlet(name) or _meets(name, barred):
            continue
        owned = _owned_by_another(part, mine, name)
        found = None if owned else _found(part, mine, name)
        place = owned or (found.rival if found else None)
        if place is None:
            continue
        # "the Constitution", "the Treasury": a thing may be called by other words
        sure = found is not None and _beaten(found, _SURE) and not families(name.text.lower())
        level: Level = "error" if owned or sure else "warning"
        message = f"{part.source.id} has {place.value.text} here, not {name.text}"
        fix = Fix(message=f"the source says '{place.value.text}'", replacement=None)
        evidence = (place.sentence.evidence(),)
        yield Problem(message, evidence, fix, name.start, name.end, level)


def _found(part: PartView, mine: Sequence[Name], name: Name) -> Contest[Name] | None:
    """The contest of a name that another name wins, unless the claim has that one in its place."""
    found = _contest(part, name)
    if found is None or found.rival is None or not _beaten(found, _LIKELY):
        return None
    same = [each for each in mine if same_name(each.text, found.rival.value.text)]
    return None if any(_in_place(part, each) for each in same) else found


def _beaten(found: Contest[Name], by: tuple[float, float]) -> bool:
    return found.rival is not None and found.rival.fit >= by[0] and found.lead >= by[1]


def _owned_by_another(part: PartView, mine: Sequence[Name], name: Name) -> Place[Name] | None:
    """Where the source has another name in "Ann Ode of Arden", and never the claim's."""
    holder = _holder(part.claim.text, mine, name)
    found = [
        place for owner, place in _belongings(part.source) if holder and same_name(owner, holder)
    ]
    alike = any(same_name(place.value.text, name.text) for place in found)
    return None if alike or not found else found[0]


def _holder(text: str, row: Sequence[Name], name: Name) -> str | None:
    """Whose name stands before "of" or "from" and this name."""
    return next(
        (each.text for each in row if text[each.end : name.start] in (" of ", " from ")), None
    )


@kept
def _belongings(source: Source) -> tuple[tuple[str, Place[Name]], ...]:
    """The names that stand behind another name and "of" or "from", each with that name."""
    return tuple(
        (one.text, Place(1.0, other, sentence))
        for sentence in source.sentences
        for one, other in pairwise(sentence.names)
        if source.text[one.end : other.start] in (" of ", " from ")
    )


def _is_outlet(name: Name) -> bool:
    last = name.text.split()[-1].casefold()
    return last in words("outlet_words") or not words("outlets").isdisjoint(name_words(name.text))


def _meets(name: Name, barred: Sequence[Name]) -> bool:
    return any(other.start < name.end and name.start < other.end for other in barred)


@kept
def _contest(part: PartView, name: Name) -> Contest[Name] | None:
    """The best places of a name and of another in its relation; None if it has no relation."""
    relation = _relation(part.claim.tokens, part.claim.text, name)
    if relation is None or not any(same_name(name.text, each) for each in _names(part)):
        return None

    def same(other: Name) -> bool:
        return same_name(other.text, name.text)

    person = _is_person(part.claim.tokens, name)

    def values(sentence: SourceSentence) -> Iterator[Name]:
        for other in sentence.names:
            like = sentence.kind == "body" and _of(sentence, other) == relation
            if same(other) or (like and _is_person(sentence.tokens, other) == person):
                yield other

    return contest(part, name, values, same)


@kept
def _names(part: PartView) -> frozenset[str]:
    return frozenset(each.text for each in part.source.names)


@kept
def _of(sentence: SourceSentence, name: Name) -> str | None:
    """The relation of a name of a source."""
    return _relation(sentence.tokens, sentence.source.text, name)


def _relation(tokens: Sequence[Token], text: str, name: Name) -> str | None:
    """What the preposition of a name says, over articles, owners and titles between them."""
    first = bisect_left(tokens, name.start, key=_start)
    edge = name.start
    for token in tokens[max(0, first - _STEPS) : first][::-1]:
        relation = _RELATIONS.get(token.lower)
        title = token.lower in words("roles") or token.lower in words("role_modifiers")
        passed = title or token.lower in _DETERMINERS or token.text[0].isupper()
        if relation or not passed or "," in text[token.end : edge]:
            return relation
        edge = token.start
    return None


def _is_person(tokens: Sequence[Token], name: Name) -> bool:
    """Whether a title or a first name says that somebody is meant."""
    first = bisect_left(tokens, name.start, key=_start)
    before = tokens[first - 1].lower if first else ""
    titled = f"{before}." in words("titles") or before in words("roles")
    return titled or name.text.split()[0].casefold() in classes("first_names")


_start = operator.attrgetter("start")


def _in_place(part: PartView, name: Name) -> bool:
    """Whether a name of the claim stands in its own slot."""
    found = _contest(part, name)
    return found is None or found.lead <= 0
