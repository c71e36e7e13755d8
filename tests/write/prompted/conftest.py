"""An invented story, its evidence, and how a model is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.merge import pack
from summarizer.write.prompted.evidence import evidence_of
from summarizer.write.prompted.options import Options
from summarizer.write.prompted.prompts import Prompts
from tests.invented import told

if TYPE_CHECKING:
    from summarizer.model.pack import Pack
    from summarizer.model.story import Story
    from summarizer.write.prompted.evidence import Evidence

COURIER = (
    "Grain store burns down in Pelm\n\n"
    "A fire destroyed the grain store in Pelm on Tuesday. Mayor Ilva Brandt said that 12 people"
    " were hurt. “We have lost the harvest of a year,” she said."
)
MAIL = (
    "Fire at the grain store\n\n"
    "A fire destroyed the grain store in Pelm on Tuesday. The police closed the road to the"
    " harbour until Wednesday morning. The hospital of Pelm said that 15 people were hurt."
)


@pytest.fixture(scope="session")
def story() -> Story:
    return told(("Courier", "2026-03-03", COURIER), ("Mail", "2026-03-03", MAIL))


@pytest.fixture(scope="session")
def packed(story: Story) -> Pack:
    return pack(story, input_tokens=None, count=len)


@pytest.fixture(scope="session")
def evidence(story: Story, packed: Pack) -> Evidence:
    return evidence_of(story, packed)


@pytest.fixture
def options() -> Options:
    prompts = Prompts()
    return Options(
        model="m",
        prompts=prompts,
        prompt=prompts.find("summarize@1"),
        max_words=60,
        max_sentences=3,
    )
