"""What a speaker can be called outside of its sentence: full names for "Doe", "she", "the mayor".

A surname gets the full name of the article. A pronoun or a role is resolved only where the
paragraph, the report before it or the subject of the sentence before it leaves one person; else it
stays open. Offices, groups and unnamed speakers that a phrase fully describes stand for themselves
("the Harbour Office", "a spokesman for the port", "residents").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.read.speech import features, words
from summarizer.read.speech.phrases import head_of, is_office, is_role, phrases
from summarizer.text.lexicon import classes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.read.speech.people import People
    from summarizer.read.speech.phrases import Phrase
    from summarizer.read.speech.tokens import Block, Clause
    from summarizer.text.names import Name

# Bodies that a reader knows without a name, and such as do with one more word ("the port office").
_BODIES = frozenset(
    ["police", "coastguard", "government", "army", "military", "navy", "opposition", "authorities"]
)
_BODY_HEADS = frozenset(
    ["ministry", "department", "office", "agency", "court", "council", "union", "service", "board"]
)
_DEFINITE = words.DETERMINERS - frozenset(["a", "an", "some", "many", "most", "several", "few"])
_JOINED = (" of ", " for ", " at ", " from ", " in ")
# Paragraphs back in which "both leaders" are looked for: nobody else may be named in them.
_PAIR_REACH = 5
_SINGLE = words.RELATIVES | frozenset(["he", "she", "it"])
_INITIAL = 2  # letters of a label that names somebody
# A subject stands this near to the start of its sentence (characters).
_NEAR_START = 40


class Report(NamedTuple):
    """The speaker phrase of a statement, with its sentence and paragraph."""

    clause: Clause
    phrase: Phrase
    block: int
    name: str | None


class Resolver:
    """Resolves the speakers of one article in the order of the text."""

    def __init__(self, text: str, blocks: Sequence[Block], people: People) -> None:
        """Take the article's text, its paragraphs, and who is who in it."""
        self._text = text
        self._blocks = blocks
        self._people = people
        self._last: Report | None = None
        self._remembered: dict[Clause, tuple[int, list[tuple[int, list[str]]]]] = {}
        # bodies that spoke, by the noun that stands for them later: "the Harbour Office", "office"
        self._bodies: dict[str, str] = {}

    def name(self, clause: Clause, phrase: Phrase, block: int) -> str | None:
        """What the speaker is called in full, None where the text leaves it open."""
        found = self._name(clause, phrase, block)
        self._last = Report(clause, phrase, block, found)
        if found and " " in found and not self._is_human(self._last):
            self._bodies.setdefault(found.casefold().split()[-1], found)
        return found

    def label(self, text: str) -> str | None:
        """Whom the label of a turn names: "FINCH", "Ada Finch"; None for "Q" and "A"."""
        if len(text) < _INITIAL:
            return None
        return self._people.full(text.title() if text.isupper() else text)

    def _name(self, clause: Clause, phrase: Phrase, block: int) -> str | None:
        first = clause.low[phrase.first]
        alone = phrase.first == phrase.last
        if alone and first in _SINGLE:
            return self._single(clause, phrase, block, first)
        if self._is_several(clause, phrase):
            return self._several(clause, phrase, block)
        if alone and first in words.PRONOUNS | words.DETERMINERS:
            return None
        if clause.low[phrase.last] == "source" and clause.low[phrase.last - 1] in {"same", "the"}:
            return self._same_source(block)
        return (
            self._apposed(clause, phrase)
            or self._named(clause, phrase)
            or self._described(clause, phrase)
        )

    def _single(self, clause: Clause, phrase: Phrase, block: int, pronoun: str) -> str | None:
        """Whom "he", "she", "it" or "who" stands for."""
        if pronoun == "it":
            return self._body(block)
        if pronoun in words.RELATIVES:
            return self._antecedent(clause, phrase)
        return self._person(clause, phrase, block, pronoun)

    def _apposed(self, clause: Clause, phrase: Phrase) -> str | None:
        """The name that stands between commas behind a role: "its chair, Yanna Quist, said"."""
        after = phrase.last + 1
        if after >= clause.size or clause.low[after] != ",":
            return None
        name = next((each for each in phrases(clause) if each.first == after + 1), None)
        if name is None or clause.view[name.first] not in {"C", "dr", "mr", "mrs", "ms"}:
            return None
        head = head_of(clause, phrase)
        common = clause.view[head] in {"w", "s", "n", "j", "R"} or is_role(clause.low[head])
        inside = self._people.between(*clause.span(name.first, name.last + 1))
        ends = features.seen(clause, name.last + 1) in {",", "$"}
        return self._people.full(inside[0].text) if common and ends and inside else None

    def _antecedent(self, clause: Clause, relative: Phrase) -> str | None:
        """What "who" stands for: the phrase right before it, a comma between or not."""
        before = [each for each in phrases(clause) if each.last < relative.first]
        if not before or relative.first - before[-1].last > 2:
            return None
        return self._named(clause, before[-1]) or self._described(clause, before[-1])

    def _named(self, clause: Clause, phrase: Phrase) -> str | None:
        """The person or body that a phrase names, in full; None if it names none."""
        start, end = clause.span(phrase.first, phrase.last + 1)
        inside = self._people.between(start, end)
        if not inside:
            return None
        last = inside[-1]
        full = self._people.full(last.text)
        head = self._text[start : last.start].casefold()
        rest = self._text[last.end : end]
        at_end = not rest.strip(" .'’s") or rest.startswith(_JOINED)
        if " and " in head or "," in head:
            return self._phrase(start, end)
        if any(link in f" {head}" for link in _JOINED):
            return self._of_first(clause, phrase, inside[0])
        if at_end and (self._people.is_person(full) or not _in_capitals(clause, phrase)):
            return full
        if at_end:
            return full if start == last.start else self._phrase(start, end)
        return None if is_role(clause.low[phrase.last]) else self._phrase(start, end)

    def _of_first(self, clause: Clause, phrase: Phrase, first: Name) -> str:
        """A phrase with "of" or "for": the person before it, else the phrase itself."""
        start, end = clause.span(phrase.first, phrase.last + 1)
        full = self._people.full(first.text)
        before = self._text[start : first.start].casefold()
        joined = any(link in f" {before}" for link in _JOINED)
        return full if self._people.is_person(full) and not joined else self._phrase(start, end)

    def _described(self, clause: Clause, phrase: Phrase) -> str | None:
        """A role's bearer, or the phrase itself if it needs nothing else to be understood."""
        start, end = clause.span(phrase.first, phrase.last + 1)
        low = clause.low[phrase.first : phrase.last + 1]
        bare = len(low) == 1 and is_office(low[0]) and low[0] not in _BODIES
        if bare and not low[0].endswith("s"):
            return self._people.bearer(low[0])  # as headlines name an office
        definite = low[0] in _DEFINITE
        role = " ".join(low[1:])
        bearer = (self._people.bearer(role) or self._bodies.get(role)) if definite else None
        if not bearer and definite and len(low) == 2:
            bearer = self._people.body(role)
        if bearer:
            return bearer
        complete = (
            not definite
            or bool(self._people.between(start, end))
            or any(
                word.removesuffix("s") in classes("demonyms") or word in classes("demonyms")
                for word in low
            )
        )
        complete = complete or low[-1] in _BODIES or (len(low) > 2 and low[-1] in _BODY_HEADS)
        own = low[0] not in {"his", "her", "their", "its", "my", "our", "this", "these", "those"}
        return self._phrase(start, end) if complete and own else None

    def _phrase(self, start: int, end: int) -> str:
        phrase = " ".join(self._text[start:end].split())
        head, _, rest = phrase.partition(" ")
        return f"{head.lower()} {rest}" if head.lower() in words.DETERMINERS and rest else phrase

    def _is_several(self, clause: Clause, phrase: Phrase) -> bool:
        """Whether a phrase stands for several who were named: "they", "both leaders"."""
        low = clause.low[phrase.first : phrase.last + 1]
        if low in {("they",), ("both",)}:
            return True
        pair = low[0] == "both" or low[:2] == ("the", "two")
        plural = clause.view[phrase.last] in {"R", "s"} and low[-1].endswith("s")
        return plural and len(low) < 4 and (pair or (low[0] == "the" and len(low) == 2))

    def _several(self, clause: Clause, phrase: Phrase, block: int) -> str | None:
        """The two persons that the text before names together, or who spoke as several."""
        last = self._last
        if clause.low[phrase.first] == "they" and last and last.block >= block - 1:
            plural = last.name and (" and " in last.name or last.name.casefold() in _BODIES)
            return last.name if plural or _is_plural(last) else None
        here = clause.starts[phrase.first]
        near = range(max(0, block - _PAIR_REACH), block + 1)
        found = dict.fromkeys(name for number in near for name in self._persons(number, here))
        return " and ".join(found) if len(found) == 2 else None

    def _same_source(self, block: int) -> str | None:
        """Who "the same source" is: the last speaker, unless a body beside it may be meant."""
        last = self._last
        if last is None or last.block < block - 1 or (self._bodies and self._is_human(last)):
            return None
        return last.name

    def _body(self, block: int) -> str | None:
        """What "it" stands for: the body that spoke last, in this paragraph or the one before."""
        last = self._last
        if last is None or last.name is None or last.block < block - 1:
            return None
        return None if self._is_human(last) else last.name

    def _person(self, clause: Clause, phrase: Phrase, block: int, pronoun: str) -> str | None:
        """Whom "he" or "she" stands for, if the text before leaves one person."""
        here = clause.starts[phrase.first]
        near = dict.fromkeys(self._persons(block, here))
        if not near and block:
            return self._speaker_before(here, block, pronoun)
        fitting = [name for name in near if self._people.may_be(name, pronoun)]
        if len(fitting) == 1:
            return fitting[0]
        return self._speaker_before(here, block, pronoun) or self._subject_before(
            clause, block, pronoun
        )

    def _persons(self, block: int, end: int, start: int = 0) -> list[str]:
        """Who is, or may be, a person in a stretch of a paragraph: full names and offices."""
        found: list[str] = []
        for clause in self._blocks[block].clauses:
            if clause.end <= start or clause.start >= end:
                continue
            for place, names in self._persons_of(clause):
                if start <= place < end:
                    found += names
        return found

    def _persons_of(self, clause: Clause) -> list[tuple[int, list[str]]]:
        """The persons of a sentence with their places; a paragraph is asked again and again."""
        known = len(self._bodies)  # what a phrase stands for may change with each new one
        if self._remembered.get(clause, (-1, []))[0] != known:
            here = [(clause.starts[p.first], self._person_in(clause, p)) for p in phrases(clause)]
            self._remembered[clause] = known, [each for each in here if each[1]]
        return self._remembered[clause][1]

    def _person_in(self, clause: Clause, phrase: Phrase) -> list[str]:
        start, end = clause.span(phrase.first, phrase.last + 1)
        inside = [self._people.full(name.text) for name in self._people.between(start, end)]
        persons = [name for name in inside if self._people.is_person(name)]
        if persons:
            return persons
        office = clause.low[phrase.first] in {"the", "a", "an"} and is_office(_head(clause, phrase))
        if office and features.seen(clause, phrase.first - 1) == ",":
            return []  # an apposition to somebody who is named beside it
        if office:
            apposed = self._apposed(clause, phrase)
            if apposed is not None:
                return [apposed]
            return [self._described(clause, phrase) or self._phrase(start, end)]
        strange = clause.low[max(0, phrase.first - 1)] not in {"in", "at", "of"}
        return [
            name for name in inside if " " in name and strange and clause.low[phrase.first] != "the"
        ]

    def _speaker_before(self, here: int, block: int, pronoun: str) -> str | None:
        """The last speaker, if nobody else has been named since."""
        last = self._last
        if last is None or last.name is None or last.block < block - 1:
            return None
        if not self._is_human(last) or not self._people.may_be(last.name, pronoun):
            return None
        since = last.clause.ends[last.phrase.last]
        others = self._persons(block, here, since)
        if last.block < block:
            others += self._persons(last.block, here, since)
        return last.name if set(others) <= {last.name} else None

    def _subject_before(self, clause: Clause, block: int, pronoun: str) -> str | None:
        """The person who is the subject of the sentence before, or whose name it starts with."""
        clauses = self._blocks[block].clauses
        place = next((n for n, each in enumerate(clauses) if each.start == clause.start), 0)
        if not place:
            return None
        before = clauses[place - 1]
        opening = next(iter(phrases(before)), None)
        subject = self._person_in(before, opening) if opening and not opening.first else []
        if len(subject) == 1 and self._people.is_person(subject[0]):
            return subject[0] if self._people.may_be(subject[0], pronoun) else None
        near = self._persons(block, min(before.end, before.start + _NEAR_START), before.start)
        if len(set(near)) != 1 or not self._people.is_person(near[0]):
            return None
        return near[0] if self._people.may_be(near[0], pronoun) else None

    def _is_human(self, last: Report) -> bool:
        if last.name is None:
            return False
        return self._people.is_person(last.name) or is_office(_head(last.clause, last.phrase))


def _is_plural(last: Report) -> bool:
    """Whether several spoke: "residents", "two officials"."""
    head = last.clause.low[head_of(last.clause, last.phrase)]
    return head.endswith("s") and is_role(head)


def _in_capitals(clause: Clause, phrase: Phrase) -> bool:
    """Whether all words behind the first one are written as in names."""
    return all(
        clause.raw[place][0].isupper()
        or clause.low[place] in words.LINKS
        or not clause.low[place][0].isalpha()
        for place in range(phrase.first + 1, phrase.last + 1)
    )


def _head(clause: Clause, phrase: Phrase) -> str:
    """The noun that a phrase is about: the word before "of", else its last word."""
    return clause.low[head_of(clause, phrase)]
