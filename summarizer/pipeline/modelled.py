"""Writing with a model: evidence out, claims back, mended; or the sources' own sentences after all.

The model proposes and the check decides. Where nothing that it answers can be used, the extractive
writer's draft takes the place of the whole, and the summary says so.
"""

from __future__ import annotations

import functools
import json
import os
from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.errors import UsageError
from summarizer.merge import pack
from summarizer.model.dry_run import DryRun, PlannedMessage, PlannedRequest, Refusal
from summarizer.model.summary import Tokens, Writing
from summarizer.pipeline.drafts import Drafted, Made, extracted
from summarizer.pipeline.settings import model_name
from summarizer.text.token_counts import at_most, counter
from summarizer.write.chat import open_chat
from summarizer.write.chat.settings import require, require_cassette
from summarizer.write.prompted.budget import estimate, price_of, within
from summarizer.write.prompted.inert import inert
from summarizer.write.prompted.mending import mend
from summarizer.write.prompted.options import Options, Unusable
from summarizer.write.prompted.prompts import Prompts, writing
from summarizer.write.prompted.purse import Purse
from summarizer.write.prompted.rewording import reword
from summarizer.write.prompted.writer import draft, requests

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from summarizer.model.pack import Pack
    from summarizer.model.summary import Parameter
    from summarizer.pipeline.drafts import Assignment, Limits
    from summarizer.pipeline.settings import ModelSettings
    from summarizer.write.chat import Timing
    from summarizer.write.chat.exchange import Chat, Request
    from summarizer.write.prompted.desk import Fate

# Fewer claims are no summary where the sources' own sentences give more.
_FEWEST = 3
_NOTHING: Mapping[Fate, int] = {}


class Brief:
    """What a model is told: the prompt, and the evidence of a story in the form it wants."""

    def __init__(self, settings: ModelSettings, *, asking: bool = True) -> None:
        """Find the prompt and the model; with `asking` a server may be asked for its only one.

        Raises:
            UsageError: there is no such prompt, nobody says which model, or where to record to.
            ProviderError: a server that was to name its model failed.
        """
        self.settings = settings
        self.connection = settings.connection()
        require_cassette(self.connection)
        self.model = model_name(settings, self.connection, asking=asking)
        self.price = price_of(self.model, settings.prices, self.connection.base_url)
        self._prompts = Prompts(settings.prompts_dir)
        self.prompt = writing(self._prompts, settings.prompt)

    def options(self, limits: Limits) -> Options:
        """How the model is asked for a summary of this length."""
        return Options(
            model=self.model,
            prompts=self._prompts,
            prompt=self.prompt,
            max_words=limits.max_words,
            max_sentences=limits.max_sentences,
            temperature=self.settings.temperature,
            seed=self.settings.seed,
            datamarking=self.settings.datamarking,
            max_tokens=self.settings.max_tokens,
        )

    def evidence(self, task: Assignment) -> Pack:
        """The evidence within the limit of tokens, which are counted only where it is close.

        Raises:
            UsageError: the limit is too small for one sentence of each source.
        """
        limit = self.settings.input_tokens
        everything = pack(task.story, input_tokens=None, count=at_most(self.model))
        if limit is None or everything.tokens <= limit:
            return everything
        count = counter(self.model)
        return pack(task.story, input_tokens=limit, count=count, model=self.model)

    def requests(self, task: Assignment, evidence: Pack) -> tuple[Request, ...]:
        """What would be sent, at most and without repair."""
        return requests(task.story, evidence, self.options(task.limits))


class ModelWriter:
    """A model that writes stories up; prepared once, used for any number of them at a time."""

    def __init__(
        self,
        settings: ModelSettings,
        notice: Callable[[str], None],
        timing: Timing | None = None,
        chat: Chat | None = None,
    ) -> None:
        """Get ready; nothing is asked to write yet. `chat` answers in the place of a server.

        Raises:
            UsageError: settings that cannot be (see `Brief` and `open_chat`).
            ProviderError: a server that was to name its model failed.
        """
        self._brief = Brief(settings)
        self._chat = chat or open_chat(self._brief.connection, notice=notice, timing=timing)
        self._notice = notice

    def write(self, task: Assignment) -> Drafted:
        """A draft that has passed the check.

        Raises:
            UsageError: the evidence does not fit the limits of tokens or cost.
            ProviderError: the provider failed.
        """
        brief, options = self._brief, self._brief.options(task.limits)
        evidence = brief.evidence(task)
        if brief.settings.max_cost is not None:
            _require_affordable(brief, brief.requests(task, evidence))
        purse = Purse(self._chat, brief.price, brief.settings.max_cost)
        try:
            written = draft(task.story, evidence, purse, options)
        except Unusable as outcome:
            return self._fallen_back(extracted(task), purse, outcome.reason)
        again = functools.partial(reword, evidence=written.evidence, chat=purse, options=options)
        mended = mend(written, task.judge, again, options)
        for note in (*written.notes, *mended.notes):
            self._notice(inert(note))
        count = len(mended.draft.claims)
        own = extracted(task) if count < _FEWEST else None
        if own and len(own.draft.claims) > count:
            reason = f"{count or 'none'} of its claims could be published"
            return self._fallen_back(own, purse, f"only {reason}" if count else reason)
        return Drafted(
            draft=mended.draft,
            report=mended.report,
            withheld=mended.withheld,
            made=self._made(purse, mended.fates, None),
        )

    def _fallen_back(self, own: Drafted, purse: Purse, reason: str) -> Drafted:
        """The extractive draft in the place of the model's; a reason may quote its answer."""
        reason = inert(reason)
        self._notice(f"the sentences are the sources' own: {reason}")
        return replace(own, made=self._made(purse, _NOTHING, reason))

    def _made(self, purse: Purse, fates: Mapping[Fate, int], fallback: str | None) -> Made:
        brief, spent = self._brief, purse.spent
        return Made(
            writer="openai",
            model=brief.model,
            prompt=brief.prompt.reference,
            parameters=tuple(_parameters(brief).items()),
            tokens=spent.tokens,
            cost=purse.cost,
            writing=Writing(
                strategy=brief.prompt.strategy,
                kept=fates.get("kept", 0),
                repaired=fates.get("repaired", 0),
                replaced=fates.get("replaced", 0),
                withheld=fates.get("withheld", 0),
                requests=spent.requests,
                stored=spent.stored,
                seconds=round(spent.seconds, 3),
                fallback=fallback,
            ),
        )


def require_ready(settings: ModelSettings) -> None:
    """See that a model can be asked, as far as that can be seen without asking.

    Raises:
        UsageError: there is no key, no prompt of this name, or nobody names the model of a server
            that has many.
    """
    connection = settings.connection()
    require(connection)
    named = settings.name or os.environ.get("OPENAI_MODEL")
    if named or connection.base_url is None:
        Brief(settings, asking=False)


def rehearsed(task: Assignment, settings: ModelSettings) -> DryRun:
    """What would be sent for a story; nothing is.

    Raises:
        UsageError: the limit of tokens is too small, nobody names a model, or there is no prompt.
    """
    brief = Brief(settings, asking=False)
    sent = brief.requests(task, brief.evidence(task))
    most = estimate(sent, brief.price)
    refusal = _too_dear(brief, sent)
    return DryRun(
        model=brief.model,
        server=brief.connection.host,
        prompt=brief.prompt.reference,
        requests=tuple(map(_planned, sent)),
        tokens=Tokens(input=most.input_tokens, output=most.output_tokens),
        cost=most.cost,
        refusal=_refusal(refusal) if refusal else None,
    )


def _refusal(error: UsageError) -> Refusal:
    return Refusal(code=error.code, message=error.message, hint=error.hint)


def _planned(request: Request) -> PlannedRequest:
    return PlannedRequest(
        key=request.key,
        messages=tuple(PlannedMessage(role=m.role, content=m.content) for m in request.messages),
        schema_name=request.schema_name,
        answer_schema=json.dumps(request.schema, ensure_ascii=False),
        max_tokens=request.max_tokens,
    )


def _parameters(brief: Brief) -> dict[str, Parameter]:
    """What a run depends on besides its inputs, prompt and model."""
    given = brief.settings
    found: dict[str, Parameter] = {
        "input_tokens": given.input_tokens,
        "max_tokens": given.max_tokens,
        "temperature": given.temperature,
        "seed": given.seed,
        "datamarking": given.datamarking,
    }
    own = brief.connection.base_url is not None
    return found | ({"server": brief.connection.host} if own else {})


def _require_affordable(brief: Brief, sent: Sequence[Request]) -> None:
    """See that the limit of cost is enough for a summary without repair.

    Raises:
        UsageError: it is not, or nobody knows the price.
    """
    if error := _too_dear(brief, sent):
        raise error


def _too_dear(brief: Brief, sent: Sequence[Request]) -> UsageError | None:
    """Why these requests may not be sent, if there is a limit of cost that they do not keep."""
    limit = brief.settings.max_cost
    if limit is None:
        return None
    if brief.price is None:
        return UsageError(
            "no-price",
            f"the price of {brief.model} is not known, so --max-cost cannot be kept",
            f'give it under [model.prices."{brief.model}"] in summarizer.toml',
        )
    if within(sent, brief.price, limit):
        return None
    most = estimate(sent, brief.price).cost
    return UsageError(
        "too-expensive",
        f"a summary may cost {most:.6f} US dollars, more than {limit:g}",
        "allow more with --max-cost, or give less evidence with --input-tokens",
    )
