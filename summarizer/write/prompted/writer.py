"""The whole of writing with a model: a story and its evidence in, proposals out."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from summarizer.write.extractive.disputes import conflicts
from summarizer.write.prompted import messages
from summarizer.write.prompted.answer import Group, Planned, composed, planned
from summarizer.write.prompted.asking import ask
from summarizer.write.prompted.evidence import evidence_of
from summarizer.write.prompted.options import Spent, Unusable, Written
from summarizer.write.prompted.prompts import companion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.model.pack import Pack
    from summarizer.model.story import Story
    from summarizer.write.chat.exchange import Chat, Request
    from summarizer.write.prompted.asking import Question
    from summarizer.write.prompted.evidence import Evidence
    from summarizer.write.prompted.options import Options, Proposal


def draft(story: Story, pack: Pack, chat: Chat, options: Options) -> Written:
    """What the model writes of this evidence, by the strategy of its prompt.

    Raises:
        Unusable: no answer could be used, after one more try.
        ProviderError: the provider failed or refused (from `chat`).
    """
    evidence = evidence_of(story, pack, datamarking=options.datamarking)
    question, spent, notes = _question(evidence, chat, options)
    read = functools.partial(composed, schema=question.request.schema, evidence=evidence)
    try:
        found, more, odd = ask(chat, question, read)
    except Unusable as outcome:
        raise Unusable(outcome.reason, spent + outcome.spent) from outcome
    claims, short = _within(found.claims, options.max_words)
    return Written(
        headline=found.headline,
        claims=claims,
        conflicts=conflicts(story),
        evidence=evidence,
        prompt=options.prompt.reference,
        spent=spent + more,
        notes=(*notes, *odd, *short),
    )


def requests(story: Story, pack: Pack, options: Options) -> tuple[Request, ...]:
    """What would be sent, if every answer is of use: the first request exactly as it would be.

    What a plan will choose is not known before; the second request is then the largest possible.
    """
    evidence = evidence_of(story, pack, datamarking=options.datamarking)
    if options.prompt.strategy != "plan-then-write":
        return (messages.one_call(evidence, options).request,)
    everything = Group("event", tuple(evidence.lines))
    most = Planned((everything,), everything)
    first = messages.plan(evidence, options, companion(options.prompts, options.prompt, "plan"))
    return first.request, messages.wording(evidence, options, most).request


def _question(
    evidence: Evidence, chat: Chat, options: Options
) -> tuple[Question, Spent, tuple[str, ...]]:
    """The request for the claims, and what it took to come so far: nothing, or a plan."""
    if options.prompt.strategy != "plan-then-write":
        return messages.one_call(evidence, options), Spent(), ()
    prompt = companion(options.prompts, options.prompt, "plan")
    question = messages.plan(evidence, options, prompt)
    read = functools.partial(planned, schema=question.request.schema, evidence=evidence)
    found, spent, notes = ask(chat, question, read)
    return messages.wording(evidence, options, found), spent, notes


def _within(
    claims: Sequence[Proposal], max_words: int
) -> tuple[tuple[Proposal, ...], tuple[str, ...]]:
    """The claims, in order, that fit the limit of words; and a note if not all do."""
    kept, left = [], max_words
    for each in claims:
        length = len(each.claim.text.split())
        if length <= left:
            kept.append(each)
            left -= length
    over = len(claims) - len(kept)
    note = f"claims of the model left out beyond {max_words} words: {over}"
    return tuple(kept), (note,) if over else ()
