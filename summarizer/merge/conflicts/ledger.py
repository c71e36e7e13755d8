"""Who gives which value of a slot, and when: a dispute between origins, or updates of one outlet.

Articles of one outlet, or with one text, speak with one voice: what they give one after another
are updates. Where no order is known, other values in one text are a conflict of its carriers.
Articles whose outlet is not known are taken for different voices here, because texts that give
different values cannot be copies of each other in that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.model.story import Dispute, Reading, Revision

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from summarizer.merge.copies.duplicates import Shares
    from summarizer.merge.passages import Passage
    from summarizer.model.article import Article
    from summarizer.model.summary import Origin, Slot


class Given(NamedTuple):
    """A value as a source words it, and the passages that give it."""

    words: str
    passages: tuple[Passage, ...]


class Record(NamedTuple):
    """What a slot's values amount to: a dispute, updates, both or neither."""

    dispute: Dispute | None
    revisions: tuple[Revision, ...]


class Ledger:
    """The articles with the voice of each, and the origins of each sentence."""

    def __init__(
        self,
        articles: Sequence[Article],
        shares: Shares,
        origins: Sequence[Origin],
        behind: Mapping[str, Sequence[str]],
    ) -> None:
        """Take the articles, which have text in common, and the origins behind each sentence."""
        self.articles = {article.id: article for article in articles}
        self._voice: dict[str, str] = {}
        for article in articles:
            copies = (name for name, each in shares.get(article.id, {}).items() if each.copy)
            near = next((name for name in copies if name in self._voice), None)
            self._voice[article.id] = self._voice[near] if near else article.outlet or article.id
        self._carriers = {each.id: frozenset(each.sources) for each in origins}
        self._behind = behind

    def voice(self, passage: Passage) -> str:
        """Who speaks in a passage: its outlet, or the first of those that carry the same text."""
        return self._voice[passage.article]

    def carrier(self, passage: Passage) -> str:
        """Who published a passage: its outlet, or the article where that is not known."""
        return self.articles[passage.article].outlet or passage.article

    def record(self, topic: str, slot: Slot, values: Sequence[Given]) -> Record:
        """Part the values of a slot into updates of one voice and what voices differ on.

        Who is responsible is between the speakers that articles quote, not between the articles.
        """
        if slot == "responsibility":
            return Record(self._dispute(topic, slot, values), ())
        revisions = []
        rest = list(values)
        for speaks in (self.carrier, self.voice):
            for name in dict.fromkeys(speaks(p) for each in rest for p in each.passages):
                row = self._updates([p for p in _all(rest) if speaks(p) == name], rest)
                if len(row) > 1:
                    readings = tuple(self._reading(each) for each in row)
                    revisions.append(
                        Revision(topic=topic, slot=slot, outlet=name, readings=readings)
                    )
                    rest = _without(rest, row[:-1])
        apart = len(rest) > 1 and len({self.carrier(p) for p in _all(rest)}) > 1
        return Record(self._dispute(topic, slot, rest) if apart else None, tuple(revisions))

    def _dispute(self, topic: str, slot: Slot, values: Sequence[Given]) -> Dispute:
        readings = tuple(self._reading(each) for each in values)
        return Dispute(topic=topic, slot=slot, readings=readings)

    def _updates(self, own: Sequence[Passage], values: Sequence[Given]) -> list[Given]:
        """The values that these passages give in articles of different times, the oldest first."""
        row: list[tuple[str, Given]] = []
        for each in values:
            given = tuple(p for p in each.passages if p in own)
            times = {self.articles[p.article].published for p in given}
            if None in times:
                return []
            if given:
                row.append((max(time for time in times if time), Given(each.words, given)))
        row.sort(key=lambda each: each[0])
        return [each for _, each in row] if len({time for time, _ in row}) == len(row) else []

    def _reading(self, value: Given) -> Reading:
        times = [self.articles[each.article].published for each in value.passages]
        return Reading(
            value=value.words,
            sentences=tuple(dict.fromkeys(each.id for each in value.passages)),
            origins=self._origins(value.passages),
            as_of=max((time for time in times if time), default=None),
        )

    def _origins(self, passages: Iterable[Passage]) -> tuple[str, ...]:
        found = {
            name
            for each in passages
            for name in self._behind.get(each.id, ())
            if each.article in self._carriers[name]
        }
        return tuple(sorted(found, key=lambda name: int(name[1:])))


def _all(values: Iterable[Given]) -> list[Passage]:
    return [passage for each in values for passage in each.passages]


def _without(values: Sequence[Given], old: Iterable[Given]) -> list[Given]:
    """The values without passages whose outlet gave another value later."""
    gone = {passage.id for passage in _all(old)}
    kept = [tuple(p for p in each.passages if p.id not in gone) for each in values]
    return [Given(each.words, rest) for each, rest in zip(values, kept, strict=True) if rest]
