"""Packing real stories, where there are any: what holds for every text, and how much it takes."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING

import pytest

from summarizer.errors import NoCommonStory
from summarizer.pipeline import pack
from summarizer.read import read
from summarizer.text.token_counts import token_count

if TYPE_CHECKING:
    from pathlib import Path

    from summarizer.model.article import Article
    from summarizer.model.pack import Pack

pytestmark = pytest.mark.data
CLUSTERS = 12
# An editor's list of what the seeds tell of the call: for each fact the sentences that tell it.
FACTS = (
    {"s2.1", "s3.1", "s3.3", "s5.1"},  # the call
    {"s3.1"},  # its day
    {"s2.1", "s3.5"},  # its subject
    {"s2.2", "s3.6", "s4.1", "s4.6", "s5.2"},  # who reports it
    {"s2.3", "s4.2"},  # what was condemned
    {"s3.7", "s4.2"},  # condolences
    {"s2.6", "s3.6", "s4.1", "s4.5", "s5.4"},  # what the other side was told of
    {"s2.4", "s2.5", "s3.2", "s3.4", "s3.8", "s4.3", "s5.1"},  # measures taken
    {"s2.7", "s3.9", "s4.4", "s5.2"},  # what is aimed at
    {"s2.8", "s4.5", "s5.9"},  # the calls before it
    {"s2.9", "s4.6", "s5.5"},  # what was agreed in these
    {"s4.7"},  # what else was asked for in these
    {"s4.8", "s5.6"},  # what is feared
    {"s5.8"},  # who else fears it
    {"s5.3"},  # what was not said
    {"s5.9"},  # a request in one of these calls
    {"s3.3"},  # another ministry's word
    {"s4.10", "s5.12"},  # who is blamed
    {"s3.10", "s4.16"},  # what is prepared
    {"s3.11"},  # a war's goal
    {"s3.12"},  # a cabinet's plan
    {"s4.15"},  # a word on war
    {"s4.11"},  # old relations
)


def body(articles: tuple[Article, ...]) -> int:
    """Tokens of the articles without boilerplate."""
    return sum(token_count(a.text[s.start : s.end]) for a in articles for s in a.sentences)


def sent(packed: Pack) -> set[str]:
    return {line.sentence for source in packed.sources for line in source.lines}


def test_the_seeds_take_few_tokens_and_keep_every_fact_of_the_call(data_folder: Path) -> None:
    packed = pack(read(sorted(str(path) for path in (data_folder / "seeds").glob("*.txt"))))
    assert [each.source for each in packed.excluded] == ["s1"]
    assert [fact for fact in FACTS if fact.isdisjoint(sent(packed))] == []
    assert packed.tokens <= 1250


def test_packs_of_public_clusters_keep_their_promises(data_folder: Path, tmp_path: Path) -> None:
    corpus = data_folder / "data" / "clusters" / "multinews.jsonl"
    with corpus.open(encoding="utf-8") as clusters:
        for number, line in enumerate(islice(clusters, CLUSTERS)):
            file = tmp_path / f"{number}.jsonl"
            file.write_text("\n".join(map(json.dumps, json.loads(line)["articles"])), "utf-8")
            articles = read([str(file)])
            try:
                whole = pack(articles)
            except NoCommonStory:
                continue
            limit = body(articles) * 2 // 3
            packed = pack(articles, input_tokens=limit)
            assert packed.tokens == token_count(packed.text) <= limit
            assert sent(packed) <= sent(whole)
            texts = [each.text for source in packed.sources for each in source.lines]
            assert [text for text in texts if f" {text}\n" not in packed.text] == []
