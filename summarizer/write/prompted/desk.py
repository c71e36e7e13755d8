"""A model's sentences on the way to publication: what each is now, and what stands against it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from summarizer.model.summary import Draft, Headline
from summarizer.text.tokens import tokenize
from summarizer.write.prompted.new_words import new_words
from summarizer.write.prompted.rewording import Failing
from summarizer.write.prompted.standard import objections
from summarizer.write.repair import errors

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from summarizer.model.findings import CheckReport, Finding
    from summarizer.model.summary import Citation, Claim, Conflict
    from summarizer.write.prompted.options import Proposal, Written
    from summarizer.write.repair import Judge

Fate = Literal["kept", "repaired", "replaced", "withheld"]
HEADLINE = "headline"
HEADLINE_INDEX = -1
# Characters of a sentence that are judged and sent back; the longest without a fault has 600.
_LONGEST = 1000


class Desk:
    """The sentences of a draft by their ids, the headline first."""

    def __init__(self, written: Written, judge: Judge) -> None:
        """Lay out what the model wrote, and look at it."""
        self._judge = judge
        self._conflicts: tuple[Conflict, ...] = written.conflicts
        self._evidence = written.evidence
        self._now = {each.claim.id: _cut(each) for each in (written.headline, *written.claims)}
        self._against: dict[str, tuple[Finding, ...]] = {}
        self.fates: dict[str, Fate] = dict.fromkeys(self._now, "kept")
        self._look()

    def __getitem__(self, name: str) -> Proposal:
        """What a sentence is now."""
        return self._now[name]

    def against(self, name: str) -> tuple[Finding, ...]:
        """What keeps a sentence from being published as it is; nothing if nothing does."""
        return self._against[name]

    def failing(self) -> list[Failing]:
        """The sentences that may not be published as they are, with what stands against each."""
        return [
            Failing(proposal=self._now[name], findings=found)
            for name, found in self._against.items()
            if found
        ]

    def passing(self) -> Iterator[Claim]:
        """The claims, without the headline, that may be published."""
        for name, each in self._now.items():
            if name != HEADLINE and not self._against[name]:
                yield each.claim

    def reword(self, proposals: Mapping[str, Proposal]) -> None:
        """Put new wordings of the model in the place of failing sentences."""
        for name in self._now.keys() & proposals.keys():
            if self._against[name]:
                self._now[name] = _cut(proposals[name])
                self.fates[name] = "repaired"
        self._look()

    def settle(self, name: str, claim: Claim) -> None:
        """Put a sentence of a source, known to pass, in the place of a failing one."""
        self._now[name] = replace(self._now[name], claim=replace(claim, id=name), faults=())
        self._against[name] = ()
        self.fates[name] = "replaced"

    def widen(self, names: Iterable[str]) -> None:
        """Cite for these sentences further sources too, each that carries the whole of one."""
        wider = [
            (name, citations)
            for name in names
            for citations in _by_source(self._now[name].further)
            if citations[0].source not in {c.source for c in self._now[name].claim.citations}
        ]
        for name, citations in self._carrying(wider):
            self._cite(name, (*self._now[name].claim.citations, *citations))

    def passing_stand_ins(self, claims: Sequence[Claim]) -> list[bool]:
        """Which of these sentences of sources would pass, each by itself."""
        report = self._alone(claims)
        return [not errors(report, index) for index in range(len(claims))]

    def _alone(self, claims: Sequence[Claim]) -> CheckReport:
        """The report of a draft of these claims without a headline."""
        nothing = Headline(text="", citations=())
        return self._judge(Draft(headline=nothing, claims=tuple(claims), conflicts=()))

    def _carrying(
        self, cited: Sequence[tuple[str, tuple[Citation, ...]]]
    ) -> list[tuple[str, tuple[Citation, ...]]]:
        """Those of these citations, each with a sentence's id, that carry the whole sentence."""
        if not cited:
            return []
        claims = [replace(self._now[name].claim, citations=each) for name, each in cited]
        report = self._alone(claims)
        return [
            each
            for index, (each, claim) in enumerate(zip(cited, claims, strict=True))
            if not objections(report, index) and not new_words(claim, self._evidence, index)
        ]

    def _look(self) -> None:
        """Judge all sentences; one that fails rests on what carries it, if anything at hand does.

        At hand is what it cites and what that stands for, each source by itself.
        """
        self._against = self._judged()
        at_hand = [
            (name, own)
            for name, each in self._now.items()
            if name != HEADLINE and self._against[name] and not each.faults
            for own in _by_source((*each.claim.citations, *each.further))
        ]
        found: dict[str, tuple[Citation, ...]] = {}
        for name, citations in self._carrying(at_hand):
            found[name] = (*found.get(name, ()), *citations)
        for name, citations in found.items():
            self._cite(name, citations)
        if found:
            self._against = self._judged()

    def _judged(self) -> dict[str, tuple[Finding, ...]]:
        headline, *claims = self._now.values()
        draft = Draft(
            headline=Headline(text=headline.claim.text, citations=headline.claim.citations),
            claims=tuple(each.claim for each in claims),
            conflicts=self._conflicts,
        )
        report = self._judge(draft)
        return {
            name: (*each.faults, *(objections(report, n) or self._new_words(each, n)))
            for n, (name, each) in enumerate(self._now.items(), HEADLINE_INDEX)
        }

    def _new_words(self, proposal: Proposal, index: int) -> tuple[Finding, ...]:
        """Words that nothing cited has; a headline may use those of all that the claims cite."""
        told = proposal.claim.id == HEADLINE
        return new_words(
            proposal.claim, self._evidence, index, self._told() if told else frozenset()
        )

    def _told(self) -> frozenset[str]:
        """The words of the articles that the claims cite."""
        cited = {c.source for each in self._now.values() for c in each.claim.citations}
        inside = (p for p in self._evidence.passages.values() if p.article.id in cited)
        return frozenset(token.lower for each in inside for token in tokenize(each.text))

    def _cite(self, name: str, citations: tuple[Citation, ...]) -> None:
        old = self._now[name]
        self._now[name] = replace(old, claim=replace(old.claim, citations=citations))


def _cut(proposal: Proposal) -> Proposal:
    """The proposal with no more text than is worth looking at; a longer one has its fault."""
    text = proposal.claim.text[:_LONGEST]
    return replace(proposal, claim=replace(proposal.claim, text=text))


def _by_source(citations: Iterable[Citation]) -> list[tuple[Citation, ...]]:
    """The citations of each source, in the order in which the sources come up."""
    found: dict[str, list[Citation]] = {}
    for each in citations:
        found.setdefault(each.source, []).append(each)
    return [tuple(each) for each in found.values()]
