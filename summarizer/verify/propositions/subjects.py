"""The subject of each verb of a sentence, by what stands before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.speech_verbs import lemma
from summarizer.verify.propositions.behind import Slots, has_clause
from summarizer.verify.propositions.groups import Noun, is_person
from summarizer.verify.propositions.row import FINITE, PLAIN, Row

if TYPE_CHECKING:
    from summarizer.verify.propositions.groups import Link, Verb

# Verbs whose object does what the infinitive behind it says.
_CONTROL = frozenset(
    {"ask", "tell", "order", "urge", "force", "allow", "permit", "enable", "persuade", "convince"}
    | {"encourage", "invite", "instruct", "require", "advise", "warn", "expect", "want", "help"}
    | {"get", "cause", "lead", "push", "press", "beg", "request", "direct", "compel", "forbid"}
    | {"authorize", "authorise", "sentence", "pressure", "call", "prompt", "challenge", "remind"}
)
# Verbs that stand before their subject, behind what is said.
_INVERTED = frozenset(
    {"say", "add", "write", "explain", "note", "warn", "insist", "claim", "argue", "declare"}
    | {"recall", "admit", "continue", "conclude", "reply", "ask", "state", "announce", "report"}
)
_OF = frozenset({"of", "for", "from", "with", "into"})
_CONJUNCTION = frozenset({"conjunction"})
_RELATIVE = frozenset({"relative", "that"})


class Subject(NamedTuple):
    """The noun groups before a verb that it agrees with, and how its clause is joined.

    `opener` is the word that opens the clause ("who", "to", "participle" without a word);
    `governor` the number of the verb that an infinitive or gerund depends on; `reduced` marks a
    passive without auxiliary, `inner` a clause that hangs on a noun; not `sure`: there is a choice.
    """

    nouns: tuple[Noun, ...] = ()
    opener: str = ""
    governor: int | None = None
    reduced: bool = False
    inner: bool = False
    sure: bool = True


_NONE = Subject()


class Subjects:
    """The subjects of the verbs of a row, found from left to right."""

    def __init__(self, row: Row) -> None:
        """Read the slots behind each verb, then the subjects."""
        self.row = row
        self.slots = [Slots(row, place) for place in row.verbs]
        self.found: list[Subject] = []
        for number in range(len(row.verbs)):
            self.found.append(self._subject(number))

    def _verb(self, number: int) -> Verb:
        verb = self.row.verb(self.row.verbs[number])
        if verb is None:
            raise IndexError(number)
        return verb

    def _subject(self, number: int) -> Subject:
        place, verb = self.row.verbs[number], self._verb(number)
        helped = verb.shape == "finite" and not verb.gap and self.row.verb(place - 1) is not None
        if verb.shape == "infinitive" or helped:
            return self._of_governor(number, "to")
        if verb.shape == "ing":
            return self._of_gerund(number)
        return self._inverted(number) or self._of_participle(number) or self._of_finite(number)

    def _of_governor(self, number: int, opener: str) -> Subject:
        """The subject that an infinitive or gerund takes from the verb before it."""
        if not number:
            return Subject(opener=opener)
        before, verb = self._verb(number - 1), self._verb(number)
        objects, above = self.slots[number - 1].objects, self.found[number - 1]
        # "a decision by the council to leave": which of them leaves?
        place = self.row.verbs[number]
        hangs = self.row.noun(place - 1) is not None and self.row.link(place - 2) is not None
        sure = above.sure and not (opener == "ing" and verb.gap) and not (opener == "to" and hangs)
        # "accused her of lying", "asked her to leave": she does it
        controls = opener in _OF or (opener == "to" and before.lemma in _CONTROL)
        if controls and objects and not before.passive:
            return Subject(tuple(objects[:1]), opener, number - 1, sure=sure)
        return Subject(above.nouns, opener, number - 1, sure=sure)

    def _of_gerund(self, number: int) -> Subject:
        place, verb = self.row.verbs[number], self._verb(number)
        noun = self.row.noun(place - 1)
        if noun and not verb.gap and not noun.time:
            alone = self.row.link(place - 2, PLAIN) is None
            return Subject((noun,), "participle", inner=True, sure=alone)
        named = self.row.noun(place - 2) if noun and verb.gap and noun.gap else None
        if named:
            return Subject((named,), "participle", inner=True, sure=False)
        link = self.row.link(place - 1)
        return self._of_governor(number, link.token.lower if link and not verb.gap else "ing")

    def _inverted(self, number: int) -> Subject | None:
        """The subject behind a verb of speaking: '…," said Ann Ode'."""
        place, verb = self.row.verbs[number], self._verb(number)
        noun = self.row.noun(place + 1)
        said = lemma(verb.token.lower) in _INVERTED and verb.shape in FINITE
        if not (said and verb.gap and noun) or noun.gap:
            return None
        if self.row.verb(place + 2) and not self.row.gap(place + 2):
            return None
        slots = self.slots[number]
        slots.objects[:] = [each for each in slots.objects if each is not noun]
        return Subject((noun,))

    def _of_participle(self, number: int) -> Subject | None:
        """What a participle without auxiliary says of: "the man accused of theft"."""
        place, verb = self.row.verbs[number], self._verb(number)
        if verb.shape != "bare" or not self._is_reduced(number):
            return None
        noun = self.row.noun(place - 1)
        nouns = (noun,) if noun and (not verb.gap or self._has_doer(number)) else ()
        return Subject(nouns, "participle", reduced=True, inner=True)

    def _is_reduced(self, number: int) -> bool:
        place, verb = self.row.verbs[number], self._verb(number)
        if not verb.participle:
            return False
        noun = self.row.noun(place - 1)
        if not verb.past or not place or (verb.gap and not noun):
            return True
        if noun is None or noun.pronoun:
            return False
        if verb.gap:
            # "the council, led by the mayor, …"
            return self._has_doer(number) and not self.row.gap(place + 1)
        return self._has_doer(number) or self._followed(place) or self._behind_verb(number)

    def _has_doer(self, number: int) -> bool:
        """Whether "by" and a doer follow, and no object: "a letter sent on Monday by Ann Ode"."""
        slots = self.slots[number]
        prepositions = [word for word, _ in slots.phrases]
        first = prepositions[:1] == ["by"] or not has_clause(self._verb(number))
        return "by" in prepositions and first and not slots.objects

    def _followed(self, place: int) -> bool:
        """Whether another finite verb follows in the clause: "the man accused of theft fled"."""
        return bool(self.row.link(place + 1, PLAIN) and self.row.verb_behind(place))

    def _behind_verb(self, number: int) -> bool:
        """Whether the noun group before it is the object of a verb that takes no clause."""
        if not number or self.found[self._main_of(number - 1)].inner:
            return False
        before = self.row.verbs[number - 1]
        for place in range(before + 1, self.row.verbs[number]):
            if self.row.gap(place) or (self.row.link(place) and not self.row.link(place, PLAIN)):
                return False
        verb = self._verb(number - 1)
        return not has_clause(verb) or verb.shape == "infinitive"

    def _main_of(self, number: int) -> int:
        """The verb that an infinitive hangs on; any other verb itself."""
        while number:
            verb, before = self._verb(number), self.row.verb(self.row.verbs[number] - 1)
            if verb.shape != "infinitive" and (before is None or verb.gap):
                break
            number -= 1
        return number

    def _of_finite(self, number: int) -> Subject:
        place = self.row.verbs[number] - 1
        if self._verb(number).gap:
            place = self._over_parenthesis(place)
        link = self.row.link(place)
        if link:
            return self._behind_link(number, place, link)
        return self._chain(place, place) if self.row.noun(place) else _NONE

    def _over_parenthesis(self, place: int) -> int:
        """The place before a parenthesis that ends at a place, -1 if there is none."""
        for at in range(place, 0, -1):
            if self.row.gap(at) == "stop":
                break
            noun = self.row.noun(at - 1)
            if self.row.gap(at) and noun and not noun.time:
                return at - 1
        return -1

    def _behind_link(self, number: int, place: int, link: Link) -> Subject:
        """The subject of a verb right behind "who", "that", "and"."""
        opener = link.token.lower
        if link.kind in _RELATIVE and self.row.noun(place - 1):
            return Subject(self._antecedent(place - 1, link), opener, inner=True)
        if link.kind == "conjunction":
            return self._shared(number, opener)
        return Subject(opener=opener)

    def _shared(self, number: int, opener: str) -> Subject:
        """The subject of the verb that a conjunction joins this one to: the nearest finite one."""
        finite = (n for n in range(number - 1, -1, -1) if self._verb(n).shape in FINITE)
        found = [self.found[n].nouns for n in finite if self.found[n].nouns]
        choices = {id(nouns[0]) for nouns in found}
        return Subject(found[0] if found else (), opener, sure=len(choices) == 1)

    def _antecedent(self, place: int, link: Link) -> tuple[Noun, ...]:
        """The noun group that a relative pronoun stands for: "who" wants a person."""
        nearest = found = self.row.noun(place)
        at = place
        while link.token.lower == "who" and (noun := self.row.noun(at)):
            found, named = noun, self.row.noun(at - 1)
            if is_person(noun) and not link.gap:
                return (noun,)
            if link.gap and noun.gap and named:
                return (named,)
            if not self.row.link(at - 1, PLAIN):
                break
            at -= 2
        chosen = found if found and is_person(found) else nearest
        return (chosen,) if chosen else ()

    def _chain(self, place: int, last: int) -> Subject:
        """The noun group that the phrases before a verb hang on, with those joined to it."""
        joined: list[Noun] = []
        while step := self._step(last):
            noun = self.row.noun(last)
            if step > 1 and noun and self.row.link(last - 1, _CONJUNCTION):
                joined.append(noun)
            last -= step
        outer = self._outer(last)
        if outer:
            return outer
        first, closest = self.row.noun(last), self.row.noun(place)
        link = self.row.link(last - 1)
        opener = link.token.lower if link and first and not first.gap else ""
        if opener and link and link.kind in PLAIN and last != place and closest:
            return Subject((closest,), opener, sure=False)
        return Subject((first, *reversed(joined)) if first else (), opener)

    def _step(self, place: int) -> int:
        """How far back a noun group hangs on another one, 0 where it does not."""
        noun, before = self.row.noun(place), self.row.noun(place - 1)
        if noun is None:
            return 0
        if before:
            return int(noun.time and not before.pronoun)
        plain = self.row.link(place - 1, PLAIN)
        if noun.gap or plain is None:
            return self._step_joined(place)
        if self.row.noun(place - 2) and not plain.gap:
            return 2
        conjunction = self.row.link(place - 2, _CONJUNCTION)
        return 3 if conjunction and not conjunction.gap and self.row.noun(place - 3) else 0

    def _step_joined(self, place: int) -> int:
        """The step over "and" to a noun group that is no object of a verb."""
        link = self.row.link(place - 1, _CONJUNCTION)
        if link is None or link.gap or self.row.gap(place) or not self.row.noun(place - 2):
            return 0
        for at in range(place - 2, -1, -1):
            if self.row.verb(at):
                return 0
            open_ = self.row.link(at) and not self.row.link(at, PLAIN | {"either"} | _CONJUNCTION)
            if self.row.gap(at) or open_:
                break
        return 2

    def _outer(self, place: int) -> Subject | None:
        """The subject before a clause that stands between it and the verb: "who did it"."""
        start = place - 2 if self.row.link(place - 1) else place - 1
        noun, verb = self.row.noun(place), self.row.verb(start)
        if verb is None or noun is None or noun.gap or self.row.gap(start + 1):
            return None
        number = self.row.verbs.index(start)
        if noun not in self.slots[number]:
            return None
        base = self._main_of(number)
        if self.found[base].inner:
            return Subject(self.found[base].nouns)
        to_noun = verb.shape == "infinitive" and not verb.gap and self.row.noun(start - 1)
        return self._chain(start - 1, start - 1) if to_noun else None
