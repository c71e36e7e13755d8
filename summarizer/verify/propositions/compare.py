"""The clauses of a source that a clause of a claim is held against, slot by slot."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from summarizer.text.tokens import has_content
from summarizer.verify.align import word_keys
from summarizer.verify.propositions.entities import Meeting, Mention, gender, meeting
from summarizer.verify.propositions.parse import (
    genders,
    nouns_before,
    part_genders,
    part_referents,
    part_roles,
    roles,
    sentence_clauses,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from summarizer.verify.propositions.clauses import Clause
    from summarizer.verify.propositions.groups import Noun
    from summarizer.verify.source import SourceSentence
    from summarizer.verify.view import PartView

K = TypeVar("K")

# No more sentences than this are compared: a source may use one verb again and again.
_MOST = 24
# Sentences around one in which a role may be given to a name.
_AROUND = 3
# Verbs by which words pass from one to another: "told her" and "said in a letter to her".
TELLING = frozenset(
    {"tell", "say", "write", "inform", "text", "email", "note", "add", "explain", "announce"}
    | {"notify", "ask", "warn", "caution", "advise"}
)
_GIVING = frozenset(
    {"give", "provide", "send", "hand", "offer", "deliver", "present", "supply", "submit", "grant"}
)


class Slot(NamedTuple):
    """A noun group and its role: agent, patient, or the preposition before it."""

    role: str
    noun: Noun

    @property
    def acts(self) -> bool:
        """Whether it is on the doer's side."""
        return self.role == "agent"


class Told(NamedTuple):
    """A clause of a source with a verb of the claim's, and the share of the claim's words there."""

    share: float
    sentence: SourceSentence
    clause: Clause


def slots(clause: Clause) -> list[Slot]:
    """The slots of a clause that may be compared: no times, no figures."""
    found = [Slot("agent", noun) for noun in clause.agents]
    found += [Slot("patient", noun) for noun in clause.patients]
    found += [Slot(word, noun) for word, noun in clause.phrases]
    return [each for each in found if not each.noun.time and _tells(each.noun)]


def _tells(noun: Noun) -> bool:
    head = noun.head.lower
    return not head[0].isdigit() and (
        noun.pronoun or any(has_content(t.lower) for t in noun.tokens)
    )


def _ranked(part: PartView, clause: Clause) -> list[tuple[float, SourceSentence]]:
    """The sentences of the part's source that may have the verb of a clause, the best first."""
    source = part.source
    wanted = {clause.verb.token.lower, clause.verb.lemma}
    wanted.update(*(group for group in (TELLING, _GIVING) if clause.verb.lemma in group))
    numbers = frozenset[int]().union(*(source.holding(word) for word in wanted))
    shares = sorted((-part.shares[number], number) for number in numbers)[:_MOST]
    return [(-share, source.sentences[number]) for share, number in shares]


def same_verb(one: Clause, other: Clause) -> bool:
    """Whether two clauses have verbs that may mean the same."""
    if any(one.verb.lemma in group and other.verb.lemma in group for group in (TELLING, _GIVING)):
        return True
    return not _keys(one).isdisjoint(_keys(other))


def _keys(clause: Clause) -> frozenset[str]:
    return _verb_keys(clause.verb.token.lower, clause.verb.lemma)


@lru_cache(maxsize=8192)
def _verb_keys(form: str, lemma: str) -> frozenset[str]:
    return word_keys(form) | word_keys(lemma)


def of_part(part: PartView, noun: Noun, clause: Clause | None = None) -> Mention:
    """A noun group of a claim, in a clause of it, with what may be known of it there."""
    nouns = part_referents(part) if noun.pronoun else ()
    before = [each for each in nouns if each.end <= noun.start]
    allowed = _allowed(noun, before[::-1], clause)
    bearers, gendered = partial(_bearers, part_roles(part)), partial(_gender_in, part_genders, part)
    return Mention(noun, allowed, bearers, gendered)


def of_sentence(sentence: SourceSentence, noun: Noun, clause: Clause | None = None) -> Mention:
    """A noun group of a source sentence with what may be known of it there."""
    before = nouns_before(sentence, noun.start) if noun.pronoun else []
    bearers = partial(_bearers_around, sentence)
    gendered = partial(_gender_in, genders, sentence.source)
    return Mention(noun, _allowed(noun, before, clause), bearers, gendered)


def _bearers(given: tuple[tuple[str, str], ...], word: str) -> list[str]:
    """The names to which one of these roles is given that a lower-case word tells."""
    keys = word_keys(word)
    return [bearer for bearer, key in given if key in keys]


def _bearers_around(sentence: SourceSentence, word: str) -> list[str]:
    """The names to which a sentence or those around it give the role that a word tells.

    Only sentences that have the word are read.
    """
    source = sentence.source
    numbers = source.holding(word)
    around = (each for each in source.around(sentence, _AROUND) if each.number in numbers)
    return [bearer for each in around for bearer in _bearers(roles(each), word)]


def _gender_in(known: Callable[[K], Mapping[str, str]], thing: K, surname: str) -> str:
    """The pronoun of a surname as far as a source or a part of a claim tells it."""
    return known(thing).get(surname, "")


def _allowed(noun: Noun, before: list[Noun], clause: Clause | None) -> list[Noun]:
    """What a pronoun may stand for: not for the doer of its own clause ("he met him")."""
    doers = clause.agents if clause else ()
    if not noun.pronoun or any(noun is doer for doer in doers) or noun.head.lower.endswith("self"):
        return before
    return [each for each in before if all(each is not doer for doer in doers)]


class Comparison:
    """A clause of a claim beside one of a source: which slots meet, found when asked for."""

    def __init__(self, part: PartView, clause: Clause, other: Told) -> None:
        """Set them side by side."""
        self.told = other
        self.mine = slots(clause)
        self.theirs = slots(other.clause)
        self._part = part
        self._clause = clause
        self._met: dict[tuple[int, int], Meeting] = {}

    def met(self, one: Slot, other: Slot) -> Meeting:
        """How a slot of the claim meets one of the source."""
        key = (id(one.noun), id(other.noun))
        if key not in self._met:
            mine = of_part(self._part, one.noun, self._clause)
            theirs = of_sentence(self.told.sentence, other.noun, self.told.clause)
            self._met[key] = meeting(mine, theirs)
        return self._met[key]

    def same(self, one: Slot, *, acts: bool) -> bool:
        """Whether a slot of the claim means one on this side of the source's clause."""
        return any(self.met(one, o) == "same" for o in self.theirs if o.acts == acts)

    def certain(self, one: Slot, *, acts: bool) -> bool:
        """Whether it does so without a guess: a pronoun must be known to be of the name's."""
        return any(
            self.met(one, o) == "same" and self._is_certain(one.noun, o.noun)
            for o in self.theirs
            if o.acts == acts
        )

    def _is_certain(self, one: Noun, other: Noun) -> bool:
        if not one.pronoun and not other.pronoun:
            return True
        mine, theirs = of_part(self._part, one), of_sentence(self.told.sentence, other)
        return gender(mine) == gender(theirs) != ""

    def like(self, one: Slot) -> Iterator[Slot]:
        """The source's slots of the same role."""
        return (other for other in self.theirs if alike(one.role, other.role))

    def kept(self, one: Slot) -> bool:
        """Whether a slot of the claim has its counterpart in the same role."""
        return any(self.met(one, other) == "same" for other in self.like(one))


class Telling:
    """The clauses of a part's source with the verb of a clause, those of the best sentences first.

    Sentences are read as clauses only as far down as is asked for: most have too few of the claim's
    words for a swap, and reading them was a tenth of the work on long evidence.
    """

    def __init__(self, part: PartView, clause: Clause) -> None:
        """Find the sentences."""
        self._part = part
        self._clause = clause
        self._left = _ranked(part, clause)[::-1]
        self._found: list[Comparison] = []

    def compared(self, least: float = 0.0) -> list[Comparison]:
        """The clauses of the sentences with at least this share of the claim's words."""
        while self._left and self._left[-1][0] >= least:
            share, sentence = self._left.pop()
            told = (Told(share, sentence, each) for each in sentence_clauses(sentence))
            self._found += [
                Comparison(self._part, self._clause, each)
                for each in told
                if same_verb(self._clause, each.clause)
            ]
        return [each for each in self._found if each.told.share >= least]


_RECEIVING = frozenset({"patient", "to"})


def alike(one: str, other: str) -> bool:
    """Whether two roles are the same: a receiver may be an object or stand behind "to"."""
    return one == other or (one in _RECEIVING and other in _RECEIVING)
