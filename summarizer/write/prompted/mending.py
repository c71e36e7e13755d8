"""What becomes of a model's sentences: kept, put otherwise, replaced by a source's, or withheld.

Exactly the sentences that fail go back to the model, each with what is wrong with it and its own
evidence, in a bounded number of rounds. Then the nearest sentence of those it cites takes its
place, in the words of the extractive writer. What fails then too is withheld. No sentence leaves
here that the check has not passed in the draft as it is published.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summarizer.model.summary import Draft, Headline
from summarizer.text.tokens import content_stems
from summarizer.write.extractive.stand_ins import StandIns
from summarizer.write.prompted.attested import attested
from summarizer.write.prompted.desk import HEADLINE, HEADLINE_INDEX, Desk, Fate
from summarizer.write.prompted.inert import withheld
from summarizer.write.prompted.options import Spent
from summarizer.write.prompted.rewording import Failing, Reworded
from summarizer.write.prompted.standard import objections
from summarizer.write.repair import errors, passing_headline

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from summarizer.model.findings import CheckReport, Finding
    from summarizer.model.summary import Withheld
    from summarizer.write.prompted.options import Options, Written
    from summarizer.write.repair import Judge

Reword = Callable[[Sequence[Failing]], Reworded]
ROUNDS = 2
# Shares of the shorter one's content words from which a sentence says another one again: a model
# tells two facts of one thing in nearly the same words, a source's sentence hardly does.
_SAID_AGAIN = 0.8
_REPEATS = 0.6
# Claims of one kind stand together: what happened, then what was before, then what is disputed.
_PART = {"background": 1, "dispute": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """A draft whose every sentence passes, its report, and what became of the model's sentences.

    `fates` counts them; `withheld` are those that failed and have no stand-in.
    """

    draft: Draft
    report: CheckReport
    withheld: tuple[Withheld, ...]
    fates: Mapping[Fate, int]
    spent: Spent
    notes: tuple[str, ...]


def mend(written: Written, judge: Judge, reword: Reword, options: Options) -> Mended:
    """What may be published of what the model wrote, within the limits of `options`.

    `reword` asks the model for other wordings; what it raises ends all.
    """
    desk = Desk(written, judge)
    spent, notes = _reworded(desk, reword)
    refused = _replaced(desk, written)
    names = _fitting(desk, options)
    desk.widen(names)
    draft, report, late = _settled(desk, names, written, judge)
    return Mended(
        draft=draft,
        report=report,
        withheld=(*refused, *late),
        fates=Counter(desk.fates.values()),
        spent=spent,
        notes=notes,
    )


def _reworded(desk: Desk, reword: Reword) -> tuple[Spent, tuple[str, ...]]:
    """Ask for other wordings while sentences fail and the model has something to say."""
    spent = Spent()
    notes: tuple[str, ...] = ()
    asked: Sequence[Failing] = desk.failing()
    for _ in range(ROUNDS):
        if not asked:
            break
        answer = reword(asked)
        spent, notes = spent + answer.spent, (*notes, *answer.notes)
        desk.reword(answer.proposals)
        # what it gave up is not asked for again
        asked = [each for each in desk.failing() if each.proposal.claim.id in answer.proposals]
    return spent, notes


def _replaced(desk: Desk, written: Written) -> tuple[Withheld, ...]:
    """Put sentences of sources in the place of failing claims; those for which there is none."""
    failing = [each for each in desk.failing() if each.proposal.claim.id != HEADLINE]
    stand_ins = StandIns(written.evidence.story) if failing else None
    told = "\n".join(claim.text for claim in desk.passing())
    found = [
        stand_ins.of(each.proposal.claim, _sentences(each), told) if stand_ins else []
        for each in failing
    ]
    passed = iter(desk.passing_stand_ins([claim for claims in found for claim in claims]))
    good = [[claim for claim in claims if next(passed)] for claims in found]
    refused = []
    for each, claims in zip(failing, good, strict=True):
        name = each.proposal.claim.id
        others = [claim.text for claim in desk.passing()]
        new = next((one for one in claims if not _again(one.text, others, _REPEATS)), None)
        if new:
            desk.settle(name, new)
        else:
            desk.fates[name] = "withheld"
            refused.append(withheld(each.proposal.claim.text, each.findings))
    return tuple(refused)


def _sentences(failing: Failing) -> list[str]:
    """The sentences that a claim rests on, those it names itself first."""
    return [c.sentence for c in (*failing.proposal.claim.citations, *failing.proposal.further)]


def _fitting(desk: Desk, options: Options) -> list[str]:
    """The claims to publish: none that says another one again, and all within the limits."""
    names: list[str] = []
    told: list[str] = []
    room = options.max_words
    for claim in desk.passing():
        length = len(claim.text.split())
        fits = len(names) < options.max_sentences and length <= room
        if fits and not _again(claim.text, told, _SAID_AGAIN):
            names.append(claim.id)
            told.append(claim.text)
            room -= length
        else:
            desk.fates[claim.id] = "withheld"
    return names


def _again(text: str, others: Iterable[str], share: float) -> bool:
    """Whether one of the others says it too: so many of the shorter one's content words."""
    own = set(content_stems(text))
    told = (set(content_stems(other)) for other in others)
    return any(len(own & other) >= share * min(len(own), len(other)) for other in told)


def _settled(
    desk: Desk, names: Sequence[str], written: Written, judge: Judge
) -> tuple[Draft, CheckReport, tuple[Withheld, ...]]:
    """The draft of these claims that passes as a whole; what it took out to get there."""
    left = sorted(names, key=lambda name: _PART.get(desk[name].claim.kind, 0))
    late: list[Withheld] = []
    while True:
        draft, report = _headed(desk, left, written, judge)
        found = {name: _against(report, n, desk.fates[name]) for n, name in enumerate(left)}
        bad = {name: findings for name, findings in found.items() if findings}
        if not bad:
            return draft, report, tuple(late)
        for name, findings in bad.items():
            desk.fates[name] = "withheld"
            late.append(withheld(desk[name].claim.text, findings))
        left = [name for name in left if name not in bad]


def _headed(
    desk: Desk, names: Sequence[str], written: Written, judge: Judge
) -> tuple[Draft, CheckReport]:
    """The claims in this order, under the model's headline if it passes, else another one."""
    known = written.evidence.passages
    claims = (attested(desk[name].claim, known) for name in names)
    own = desk[HEADLINE].claim
    draft = Draft(
        headline=Headline(text=_without_stop(own.text), citations=own.citations),
        claims=tuple(replace(claim, id=f"c{n}") for n, claim in enumerate(claims, 1)),
        conflicts=written.conflicts,
    )
    report = judge(draft)
    if desk.against(HEADLINE) or objections(report, HEADLINE_INDEX):
        desk.fates[HEADLINE] = "replaced"
        headline = passing_headline(draft, written.evidence.story, judge)
        draft = replace(draft, headline=headline)
        report = judge(draft)
    return draft, report


def _without_stop(text: str) -> str:
    """A headline without its full stop; "the U.S." keeps it."""
    last = text.rsplit(maxsplit=1)[-1:]
    return text.removesuffix(".") if last and last[0].count(".") == 1 else text


def _against(report: CheckReport, index: int, fate: Fate) -> tuple[Finding, ...]:
    """What keeps a sentence from being published; for a source's own words, errors alone."""
    return errors(report, index) if fate == "replaced" else objections(report, index)
