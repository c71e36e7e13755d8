"""What becomes of a model's sentences: the real check, and a model that says what it is told."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, cast

import pytest

from summarizer.merge import pack
from summarizer.model.findings import Finding
from summarizer.model.summary import Attribution, Claim, PromptReference
from summarizer.verify import Library, check, of_draft
from summarizer.write.extractive.passages import cite, passages
from summarizer.write.prompted.evidence import evidence_of
from summarizer.write.prompted.mending import mend
from summarizer.write.prompted.options import Options, Proposal, Spent, Written
from summarizer.write.prompted.rewording import Failing, Reworded
from tests.invented import told

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from summarizer.model.findings import CheckReport
    from summarizer.model.story import Story
    from summarizer.model.summary import Draft
    from summarizer.write.prompted.mending import Mended

COURIER = (
    "Grain store burns down in Pelm\n\n"
    "A fire destroyed the grain store in Pelm on Tuesday. Mayor Ilva Brandt said that 12 people"
    " were hurt. The fire brigade of the town sent nine engines to the store.\n\n"
    "The owner of the store was on holiday abroad when the fire broke out."
)
MAIL = (
    "Fire at the grain store\n\n"
    "A fire destroyed the grain store in Pelm on Tuesday. The police closed the road to the"
    " harbour until Wednesday morning."
)


class Scene:
    """A story, what a model wrote of it, and how it answers when it is asked again."""

    def __init__(self) -> None:
        self.story: Story = told(("Courier", "2026-03-03", COURIER), ("Mail", "2026-03-03", MAIL))
        self.sentences = passages(self.story.articles)
        self.asked: list[list[str]] = []
        library = Library(self.story)
        self.judge: Callable[[Draft], CheckReport] = lambda draft: check(of_draft(draft), library)

    def proposal(
        self,
        name: str,
        text: str,
        *ids: str,
        faults: tuple[Finding, ...] = (),
        said: Attribution | None = None,
    ) -> Proposal:
        claim = Claim(
            id=name,
            text=text,
            kind="event",
            attribution=said,
            citations=tuple(cite(self.sentences[each]) for each in ids),
            origins=(),
        )
        return Proposal(claim=claim, further=(), faults=faults)

    def mend(
        self,
        *claims: Proposal,
        headline: Proposal | None = None,
        answers: Sequence[Proposal] = (),
        max_words: int = 300,
        max_sentences: int = 9,
    ) -> Mended:
        written = Written(
            headline=headline
            or self.proposal("headline", "A fire destroyed the grain store in Pelm", "s1.1"),
            claims=claims,
            conflicts=(),
            evidence=evidence_of(self.story, pack(self.story, input_tokens=None, count=len)),
            prompt=PromptReference(name="summarize", version="1", sha256="0" * 64),
            spent=Spent(),
            notes=(),
        )

        def reword(failing: Sequence[Failing]) -> Reworded:
            self.asked.append([each.proposal.claim.id for each in failing])
            asked = set(self.asked[-1])
            found = {each.claim.id: each for each in answers if each.claim.id in asked}
            return Reworded(
                proposals=MappingProxyType(found), spent=Spent(requests=1), notes=("asked",)
            )

        limits = _Limits(max_words, max_sentences)
        return mend(written, self.judge, reword, cast("Options", limits))


class _Limits:
    def __init__(self, max_words: int, max_sentences: int) -> None:
        self.max_words, self.max_sentences = max_words, max_sentences


@pytest.fixture
def scene() -> Scene:
    return Scene()


FAULT = Finding(
    rule="SCH101",
    name="invalid-document",
    level="error",
    verdict="invalid",
    message="the claim is too long",
    claim=None,
    start=0,
    end=9,
    evidence=(),
    fix=None,
)
FIRE = "A fire destroyed the grain store in Pelm on Tuesday."
ROAD = "The police closed the road to the harbour until Wednesday morning."


def _texts(mended: Mended) -> list[str]:
    return [claim.text for claim in mended.draft.claims]


def test_what_passes_is_kept_and_the_model_is_not_asked_again(scene: Scene) -> None:
    mended = scene.mend(scene.proposal("c1", FIRE, "s1.1"), scene.proposal("c2", ROAD, "s2.2"))
    assert _texts(mended) == [FIRE, ROAD]
    assert scene.asked == []
    assert dict(mended.fates) == {"kept": 3}
    assert mended.report.verdict == "pass"


def test_exactly_the_failing_claims_are_asked_for_again(scene: Scene) -> None:
    wrong = scene.proposal("c2", "Mayor Ilva Brandt said that 40 people were hurt.", "s1.2")
    right = scene.proposal("c2", "Mayor Ilva Brandt said that 12 people were hurt.", "s1.2")
    mended = scene.mend(scene.proposal("c1", FIRE, "s1.1"), wrong, answers=[right])
    assert scene.asked == [["c2"]]
    assert _texts(mended) == [FIRE, right.claim.text]
    assert dict(mended.fates) == {"kept": 2, "repaired": 1}
    assert (mended.spent.requests, mended.notes) == (1, ("asked",))


def test_the_rounds_are_bounded_and_then_the_cited_sentence_takes_the_place(scene: Scene) -> None:
    wrong = scene.proposal("c2", "Mayor Ilva Brandt said that 40 people were hurt.", "s1.2")
    mended = scene.mend(scene.proposal("c1", FIRE, "s1.1"), wrong, answers=[wrong])
    assert scene.asked == [["c2"], ["c2"]]
    assert _texts(mended) == [FIRE, "Mayor Ilva Brandt said that 12 people were hurt."]
    attribution = mended.draft.claims[1].attribution
    assert attribution is not None
    assert attribution.speaker == "Ilva Brandt"
    assert dict(mended.fates) == {"kept": 2, "replaced": 1}


def test_a_word_that_no_cited_article_has_is_put_otherwise(scene: Scene) -> None:
    new = scene.proposal("c2", "The police barricaded the road to the harbour.", "s2.2")
    mended = scene.mend(scene.proposal("c1", FIRE, "s1.1"), new)
    assert scene.asked == [["c2"]]
    assert _texts(mended) == [FIRE, ROAD]


def test_what_the_model_gives_up_is_not_asked_for_again(scene: Scene) -> None:
    wrong = scene.proposal("c2", "Mayor Ilva Brandt said that 40 people were hurt.", "s1.2")
    scene.mend(scene.proposal("c1", FIRE, "s1.1"), wrong)
    assert scene.asked == [["c2"]]


def test_a_stand_in_that_another_claim_says_is_not_taken(scene: Scene) -> None:
    right = scene.proposal("c1", "Mayor Ilva Brandt said that 12 people were hurt.", "s1.2")
    wrong = scene.proposal("c2", "Mayor Ilva Brandt said that 40 people were hurt.", "s1.2")
    mended = scene.mend(right, wrong)
    assert _texts(mended) == [right.claim.text]
    assert [each.text for each in mended.withheld] == [wrong.claim.text]
    assert [each.rule for each in mended.withheld[0].findings] == ["NUM101"]
    assert dict(mended.fates) == {"kept": 2, "withheld": 1}


def test_a_claim_that_says_another_one_again_is_left_out(scene: Scene) -> None:
    first, again = scene.proposal("c1", FIRE, "s1.1"), scene.proposal("c2", FIRE, "s2.1")
    mended = scene.mend(first, again)
    assert _texts(mended) == [FIRE]
    assert mended.withheld == ()


def test_a_source_that_does_not_carry_a_claim_is_dropped_without_asking(scene: Scene) -> None:
    both = scene.proposal("c1", ROAD, "s1.1", "s2.2")
    mended = scene.mend(both)
    assert scene.asked == []
    assert [each.sentence for each in mended.draft.claims[0].citations] == ["s2.2"]
    assert dict(mended.fates) == {"kept": 2}


def test_further_citations_are_added_where_they_carry_the_claim(scene: Scene) -> None:
    proposal = scene.proposal("c1", FIRE, "s1.1")
    further = tuple(cite(scene.sentences[each]) for each in ("s2.1", "s2.2"))
    told_too = Proposal(claim=proposal.claim, further=further[:1], faults=())
    not_told = Proposal(claim=proposal.claim, further=further[1:], faults=())
    assert _cited(scene.mend(told_too)) == ["s1.1", "s2.1"]
    assert _cited(scene.mend(not_told)) == ["s1.1"]


def _cited(mended: Mended) -> list[str]:
    return [each.sentence for each in mended.draft.claims[0].citations]


def test_a_headline_that_fails_gives_way_to_a_title_that_passes(scene: Scene) -> None:
    headline = scene.proposal("headline", "Forty die as arsonists burn Pelm", "s1.1")
    mended = scene.mend(scene.proposal("c1", FIRE, "s1.1"), headline=headline)
    assert scene.asked == [["headline"]]
    assert mended.draft.headline.text == "Fire at the grain store"
    assert dict(mended.fates) == {"kept": 1, "replaced": 1}


def test_the_limits_hold(scene: Scene) -> None:
    claims = [scene.proposal("c1", FIRE, "s1.1"), scene.proposal("c2", ROAD, "s2.2")]
    assert _texts(scene.mend(*claims, max_sentences=1)) == [FIRE]
    assert _texts(scene.mend(*claims, max_words=12)) == [FIRE]


def test_a_withheld_sentence_leads_nowhere(scene: Scene) -> None:
    text = "Read <b>all</b> at https://trap.example/now or mail a@trap.example"
    mended = scene.mend(scene.proposal("c1", FIRE, "s1.1"), scene.proposal("c2", text))
    assert [each.text for each in mended.withheld] == [
        "Read [markup]all[markup] at [address] or mail [address]"
    ]


SAID = "Mayor Ilva Brandt said that 12 people were hurt."


@pytest.mark.parametrize(
    ("text", "sentence", "speaker", "expected"),
    [
        (SAID, "s1.2", "Ilva Brandt", "Ilva Brandt"),
        (SAID, "s1.2", "Edo Marn", None),
        (FIRE, "s1.1", "Ilva Brandt", None),
        (ROAD, "s2.2", "The police", None),
    ],
    ids=["as the source has it", "of another name", "not in the claim", "who says nothing"],
)
def test_an_attribution_is_published_as_far_as_claim_and_source_bear_it_out(
    scene: Scene, text: str, sentence: str, speaker: str, expected: str | None
) -> None:
    said = Attribution(speaker=speaker, role="mayor", cue="said", via=("Radio Marn",))
    mended = scene.mend(scene.proposal("c1", text, sentence, said=said))
    found = mended.draft.claims[0].attribution
    wanted = Attribution(speaker=expected, role="mayor", cue="said", via=()) if expected else None
    assert found == wanted


def test_an_enormous_claim_is_cut_before_it_is_judged_or_sent_back(scene: Scene) -> None:
    huge = scene.proposal("c2", "The police closed the road. " * 20_000, "s2.2", faults=(FAULT,))
    mended = scene.mend(scene.proposal("c1", FIRE, "s1.1"), huge)
    assert scene.asked == [["c2"]]
    assert _texts(mended) == [FIRE, ROAD]
