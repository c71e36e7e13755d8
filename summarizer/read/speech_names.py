"""What a speaker can be called outside of its sentence: full names for "Doe", "she", "the mayor".

A surname gets the full name of the article. A pronoun or a role is resolved only where the
paragraph, the report before it or the subject of the sentence before it leaves one person; else it
stays open. Offices, groups and unnamed speakers that a phrase fully describes stand for themselves
("the Harbour Office", "a spokesman for the port", "residents").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.read import speech_words as words
from summarizer.read.speech_phrases import is_office, is_role, phrases
from summarizer.text.lexicon import classes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.read.speech_people import People
    from summarizer.read.speech_phrases import Phrase
    from summarizer.read.speech_tokens import Block, Clause

_DEFINITE = words.DETERMINERS - frozenset(["a", "an", "some", "many", "most", "several", "few"])
_JOINED = frozenset([" of ", " for ", " at ", " from ", " in "])
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

    def name(self, clause: Clause, phrase: Phrase, block: int) -> str | None:
        """What the speaker is called in full, None where the text leaves it open."""
        found = self._name(clause, phrase, block)
        self._last = Report(clause, phrase, block, found)
        return found

    def _name(self, clause: Clause, phrase: Phrase, block: int) -> str | None:
        first = clause.low[phrase.first]
        alone = phrase.first == phrase.last
        if alone and first in {"he", "she"}:
            return self._person(clause, phrase, block, first)
        if alone and first == "it":
            return self._body(block)
        if alone and first in words.RELATIVES:
            return self._antecedent(clause, phrase)
        if alone and first in words.PRONOUNS | words.DETERMINERS:
            return None
        return self._named(clause, phrase) or self._described(clause, phrase)

    def _antecedent(self, clause: Clause, relative: Phrase) -> str | None:
        """What "who" stands for: the phrase right before it, a comma between or not."""
        before = [each for each in phrases(clause) if each.last < relative.first]
        if not before or relative.first - before[-1].last > 2:
            return None
        return self._named(clause, before[-1]) or self._described(clause, before[-1])

    def _named(self, clause: Clause, phrase: Phrase) -> str | None:
        """The person or body at the head of a phrase, with its full name."""
        start, end = clause.span(phrase.first, phrase.last + 1)
        inside = self._people.between(start, end)
        if not inside:
            return None
        head = self._text[start : inside[0].start].casefold()
        if any(link in f" {head}" for link in _JOINED) or len(inside) > 1 + head.count("'s "):
            ends_so = inside[-1].end >= end and not any(link in f" {head}" for link in _JOINED)
            return self._phrase(start, end) if not ends_so else self._last_of(start, end)
        if inside[-1].end < end and self._text[inside[-1].end : end].strip(" .'’s"):
            rest = self._text[inside[-1].end : end].casefold()
            if not any(rest.startswith(link) for link in _JOINED):
                return None if is_role(clause.low[phrase.last]) else self._phrase(start, end)
        full = self._people.full(inside[0].text)
        if clause.low[phrase.first] == "the" and not self._people.is_person(full):
            return "the " + inside[0].text.removeprefix("The ").removeprefix("the ")
        return full

    def _last_of(self, start: int, end: int) -> str:
        """The name at the end of a phrase with several: "Arden's mayor Ilva Brandt"."""
        inside = self._people.between(start, end)
        between = self._text[inside[0].end : inside[-1].start]
        if " and " in between or "," in between:
            return self._phrase(start, end)
        return self._people.full(inside[-1].text)

    def _described(self, clause: Clause, phrase: Phrase) -> str | None:
        """A role's bearer, or the phrase itself if it needs nothing else to be understood."""
        start, end = clause.span(phrase.first, phrase.last + 1)
        low = clause.low[phrase.first : phrase.last + 1]
        definite = low[0] in _DEFINITE
        bearer = self._people.bearer(" ".join(low[1:] if definite else low)) if definite else None
        if bearer is not None:
            return bearer
        complete = (
            not definite
            or bool(self._people.between(start, end))
            or any(
                word.removesuffix("s") in classes("demonyms") or word in classes("demonyms")
                for word in low
            )
        )
        own = low[0] not in {"his", "her", "their", "its", "my", "our", "this", "these", "those"}
        return self._phrase(start, end) if complete and own else None

    def _phrase(self, start: int, end: int) -> str:
        phrase = " ".join(self._text[start:end].split())
        head, _, rest = phrase.partition(" ")
        return f"{head.lower()} {rest}" if head.lower() in words.DETERMINERS and rest else phrase

    def _body(self, block: int) -> str | None:
        """What "it" stands for: the body that spoke last, in this paragraph or the one before."""
        last = self._last
        if last is None or last.name is None or last.block < block - 1:
            return None
        return None if self._is_human(last) else last.name

    def _person(self, clause: Clause, phrase: Phrase, block: int, pronoun: str) -> str | None:
        """Whom "he" or "she" stands for, if the text before leaves one person."""
        here = clause.starts[phrase.first]
        near = self._persons(block, here)
        if not near and block:
            return self._speaker_before(here, block, pronoun)
        fitting = [name for name in dict.fromkeys(near) if self._people.may_be(name, pronoun)]
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
            for phrase in phrases(clause):
                place = clause.starts[phrase.first]
                if start <= place < end:
                    found += self._person_in(clause, phrase)
        return found

    def _person_in(self, clause: Clause, phrase: Phrase) -> list[str]:
        start, end = clause.span(phrase.first, phrase.last + 1)
        inside = [self._people.full(name.text) for name in self._people.between(start, end)]
        persons = [name for name in inside if self._people.is_person(name)]
        if persons:
            return persons
        if clause.low[phrase.first] in {"the", "a", "an"} and is_office(_head(clause, phrase)):
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
        """The person with whose name the sentence before starts."""
        clauses = self._blocks[block].clauses
        place = next((n for n, each in enumerate(clauses) if each.start == clause.start), 0)
        if not place:
            return None
        before = clauses[place - 1]
        near = self._persons(block, min(before.end, before.start + _NEAR_START), before.start)
        if len(set(near)) != 1 or not self._people.is_person(near[0]):
            return None
        return near[0] if self._people.may_be(near[0], pronoun) else None

    def _is_human(self, last: Report) -> bool:
        if last.name is None:
            return False
        return self._people.is_person(last.name) or is_office(_head(last.clause, last.phrase))


def _head(clause: Clause, phrase: Phrase) -> str:
    """The noun that a phrase is about: the word before "of", else its last word."""
    for place in range(phrase.first + 1, phrase.last):
        if clause.low[place] in {"of", "for", "at", "from", "in"}:
            return clause.low[place - 1]
    return clause.low[phrase.last]
