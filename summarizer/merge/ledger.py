"""Who gives which value of a slot, and when: a dispute between origins, or updates of one outlet.

Articles of one outlet, or with one text, speak with one voice: what they give one after another
are updates. Articles whose outlet is not known are taken for different voices here, because texts
that give different values cannot be copies of each other in that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.model.story import Dispute, Reading, Revision

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from summarizer.merge.duplicates import Shares
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
            near = next((each for each in shares.get(article.id, {}) if each in self._voice), None)
            own = article.outlet or article.id
            self._voice[article.id] = self._voice[near] if near else own
        self._carriers = {each.id: frozenset(each.sources) for each in origins}
        self._behind = behind

    def voice(self, passage: Passage) -> str:
        """The outlet of a passage, or what stands for it."""
        return self._voice[passage.article]

    def voices(self, passages: Iterable[Passage]) -> frozenset[str]:
        """The outlets of these passages."""
        return frozenset(self.voice(each) for each in passages)

    def record(self, topic: str, slot: Slot, values: Sequence[Given]) -> Record:
        """Part the values of a slot into updates of one voice and what voices differ on."""
        revisions = []
        current = list(values)
        for voice in dict.fromkeys(self.voice(p) for each in values for p in each.passages):
            row = self._updates(voice, values)
            if len(row) > 1:
                readings = tuple(self._reading(each) for each in row)
                revisions.append(Revision(topic=topic, slot=slot, outlet=voice, readings=readings))
                current = [self._without(each, voice, row[:-1]) for each in current]
        rest = [each for each in current if each.passages]
        apart = len(rest) > 1 and len(self.voices(p for each in rest for p in each.passages)) > 1
        readings = tuple(self._reading(each) for each in rest)
        dispute = Dispute(topic=topic, slot=slot, readings=readings) if apart else None
        return Record(dispute, tuple(revisions))

    def _updates(self, voice: str, values: Sequence[Given]) -> list[Given]:
        """The values that one voice gives in articles of different times, the oldest first."""
        row: list[tuple[str, Given]] = []
        for each in values:
            own = tuple(p for p in each.passages if self.voice(p) == voice)
            times = {self.articles[p.article].published for p in own}
            if None in times:
                return []
            if own:
                row.append((max(time for time in times if time), Given(each.words, own)))
        row.sort(key=lambda each: each[0])
        return [each for _, each in row] if len({time for time, _ in row}) == len(row) else []

    def _without(self, value: Given, voice: str, old: Sequence[Given]) -> Given:
        """A value without the passages in which a voice gave it before it gave another one."""
        gone = {p.id for each in old if each.words == value.words for p in each.passages}
        kept = (p for p in value.passages if self.voice(p) != voice or p.id not in gone)
        return value._replace(passages=tuple(kept))

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
