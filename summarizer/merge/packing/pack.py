"""The evidence of a story within a budget, for a language model that is to write about it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from summarizer.errors import NothingToPublish, UsageError
from summarizer.merge.packing.choice import fitting, least, ranked, units
from summarizer.merge.packing.fold import fold
from summarizer.merge.packing.layout import conflict, field, laid_out, plain, sentence
from summarizer.merge.packing.notes import note
from summarizer.merge.passages import passages
from summarizer.model.pack import EvidenceLine, EvidenceSource, Omission, Pack
from summarizer.text.tokens import content_stems

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from summarizer.merge.packing.fold import Folding
    from summarizer.merge.passages import Passage
    from summarizer.model.article import Article
    from summarizer.model.story import Dispute, Story


# Content words of a sentence that may be sent where not all can be.
FEWEST_WORDS = 2


class _Evidence(NamedTuple):
    """All that could be sent: articles of the main event, their passages, shown lines."""

    story: Story
    articles: tuple[Article, ...]
    found: Mapping[str, Passage]
    folding: Folding
    lines: Mapping[str, EvidenceLine]
    conflicts: tuple[Dispute, ...]


def pack(
    story: Story, *, input_tokens: int | None, count: Callable[[str], int], model: str | None = None
) -> Pack:
    """Each fact of the main event once, in its best wording, with what a writer must know of it.

    `count` counts the tokens of a text for `model`. Without a limit (`input_tokens` None) nothing
    of the main event is left out; with one the least important facts are, as few as must be.

    Raises:
        NothingToPublish: no article has a sentence.
        UsageError: the limit is too small for one sentence of each source.
    """
    evidence = _evidence(story)
    everything = _packed(evidence, evidence.lines.keys())
    tokens = count(everything.text)
    if input_tokens is not None and tokens > input_tokens:
        everything, tokens = _within(evidence, input_tokens, count)
    return replace(everything, model=model, input_tokens=input_tokens, tokens=tokens)


def _within(
    evidence: _Evidence, input_tokens: int, count: Callable[[str], int]
) -> tuple[Pack, int]:
    """The pack that fits, and its length."""
    conflicts = [(each, count(f"{conflict(each)}\n")) for each in evidence.conflicts]
    costs = {name: count(f"{sentence(line)}\n") for name, line in evidence.lines.items()}
    parts = units(_telling(evidence), costs, conflicts)
    order = ranked(parts, evidence.found)
    room = input_tokens - count(_packed(evidence, ()).text)
    while True:
        chosen = fitting(parts, order, room)
        found = _packed(evidence, {each for n in chosen for each in parts[n].sentences})
        tokens = count(found.text)
        if tokens <= input_tokens:
            return found, tokens
        if chosen == least(parts):
            raise _too_small(input_tokens, tokens)
        # a count that is more than the sum of its lines
        room -= tokens - input_tokens


def _telling(evidence: _Evidence) -> dict[str, tuple[str, ...]]:
    """The shown sentences with what is folded into them, but for those that hardly tell a thing.

    "And the minister?" is cheap, and would fill what room is left.
    """
    disputed = {
        name
        for each in evidence.conflicts
        for reading in each.readings
        for name in reading.sentences
    }
    shown = evidence.folding.shown
    found = {
        name: ids
        for name, ids in shown.items()
        if name in disputed or len(content_stems(evidence.found[name].text)) >= FEWEST_WORDS
    }
    return found or shown


def _too_small(input_tokens: int, tokens: int) -> UsageError:
    return UsageError(
        "budget-too-small",
        f"{input_tokens} tokens are too few: one sentence of each source takes {tokens}",
        f"allow {tokens} input tokens or more, or give fewer articles",
    )


def _evidence(story: Story) -> _Evidence:
    """What could be sent: articles of the main event that are no copies.

    Raises:
        NothingToPublish: they have no sentence.
    """
    main = next(event for event in story.events if event.main)
    gone = {each.source for each in story.exclusions}
    inside = [a for a in story.articles if a.id in main.sources and a.id not in gone]
    # by day of publication where known; sorting keeps the order of the others behind them
    inside.sort(key=lambda each: (each.published is None, (each.published or "")[:10]))
    found = {each.id: each for each in passages(inside)}
    if not found:
        raise NothingToPublish(
            "nothing-to-pack",
            "the inputs hold no sentence of an article",
            "give other articles, or see with 'summarizer inspect' how these are read",
        )
    folding = fold(story, found)
    by_id = {article.id: article for article in inside}
    lines = {
        name: _line(found[name], by_id[found[name].article], folding) for name in folding.shown
    }
    disputes = (_restricted(each, lines.keys()) for each in story.disputes)
    conflicts = tuple(each for each in disputes if len(each.readings) > 1)
    return _Evidence(story, tuple(inside), found, folding, lines, conflicts)


def _line(passage: Passage, article: Article, folding: Folding) -> EvidenceLine:
    said = note(passage, article, aside=passage.id in folding.aside)
    return EvidenceLine(
        sentence=passage.id,
        folded=folding.shown[passage.id],
        facts=folding.facts[passage.id],
        note=field(said) if said else None,
        text=plain(passage.text),
    )


def _packed(evidence: _Evidence, kept: Collection[str]) -> Pack:
    """The pack of these sentences, not yet counted."""
    sources = tuple(_source(article, evidence, kept) for article in evidence.articles)
    conflicts = _conflicts(evidence, kept)
    names = [source.id for source in sources]
    shared = [
        replace(origin, sources=both)
        for origin in evidence.story.origins
        if origin.kind in {"statement", "report"}
        and len(both := tuple(each for each in origin.sources if each in names)) > 1
    ]
    return Pack(
        model=None,
        input_tokens=None,
        tokens=0,
        sources=sources,
        conflicts=conflicts,
        excluded=evidence.story.exclusions,
        omitted=_omitted(evidence, kept),
        text=laid_out(sources, conflicts, shared, evidence.story.exclusions),
    )


def _source(article: Article, evidence: _Evidence, kept: Collection[str]) -> EvidenceSource:
    own = (each.id for each in article.sentences)
    return EvidenceSource(
        id=article.id,
        outlet=article.outlet,
        title=article.title,
        published=article.published,
        agency=article.agency,
        lines=tuple(evidence.lines[each] for each in own if each in kept),
    )


def _conflicts(evidence: _Evidence, kept: Collection[str]) -> tuple[Dispute, ...]:
    """The disputes of which every reading is among these sentences; they name no others."""
    both = [(each, _restricted(each, kept)) for each in evidence.conflicts]
    return tuple(new for old, new in both if len(new.readings) == len(old.readings))


def _restricted(dispute: Dispute, kept: Collection[str]) -> Dispute:
    """The dispute as these sentences tell it."""
    readings = (
        replace(each, sentences=tuple(name for name in each.sentences if name in kept))
        for each in dispute.readings
    )
    return replace(dispute, readings=tuple(each for each in readings if each.sentences))


def _omitted(evidence: _Evidence, kept: Collection[str]) -> tuple[Omission, ...]:
    """What no line stands for: other occasions, and what did not fit."""
    labels = {event.id: event.label for event in evidence.story.events}
    found = [
        Omission(sentences=ids, reason=f"about another occasion: {labels[event]}")
        for event, ids in evidence.folding.left_out.items()
    ]
    over = tuple(each for each in evidence.lines if each not in kept)
    return (*found, *([Omission(sentences=over, reason="over the limit")] if over else []))
