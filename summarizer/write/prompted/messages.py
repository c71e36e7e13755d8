"""Evidence and a prompt as a request: what is sent at each step of a strategy."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from summarizer.write.chat.exchange import Request
from summarizer.write.prompted.asking import Question
from summarizer.write.prompted.faults import clean
from summarizer.write.prompted.schema import answer_schema, plan_schema, repair_schema

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarizer.write.prompted.answer import Planned
    from summarizer.write.prompted.evidence import Evidence
    from summarizer.write.prompted.options import Options
    from summarizer.write.prompted.prompt import Prompt
    from summarizer.write.prompted.rewording import Failing
    from summarizer.write.prompted.schema import Schema

# Hexadecimal digits of the code around evidence: 80 bits.
_CODE_DIGITS = 20
# Tokens that an answer may have: a claim of 30 words takes about 150 in JSON, and models that
# think before they answer spend several thousand on it.
_THOUGHT = 4_000
_TOKENS_PER_WORD = 12


class Step(NamedTuple):
    """What one request is made of; `shown` is the evidence as laid out for it."""

    prompt: Prompt
    shown: str
    schema: Schema
    values: Mapping[str, object]


def one_call(evidence: Evidence, options: Options) -> Question:
    """The whole task in one request."""
    schema = answer_schema(tuple(evidence.lines), options.max_sentences)
    values = {"max_sentences": options.max_sentences, "max_words": options.max_words}
    return _question(Step(options.prompt, evidence.text, schema, values), evidence, options)


def plan(evidence: Evidence, options: Options, prompt: Prompt) -> Question:
    """The first of two requests: which sentences make a claim."""
    schema = plan_schema(tuple(evidence.lines), options.max_sentences)
    values = {"max_sentences": options.max_sentences, "max_words": options.max_words}
    return _question(Step(prompt, evidence.text, schema, values), evidence, options)


def wording(evidence: Evidence, options: Options, planned: Planned) -> Question:
    """The second of two requests: each claim from its own sentences, and no others at hand."""
    groups = [(f"Claim {n}", each) for n, each in enumerate(planned.claims, 1)]
    groups.append(("Headline", planned.headline))
    shown = "\n".join(f"{name}:\n{evidence.part(each.sentences)}" for name, each in groups)
    ids = tuple(dict.fromkeys(name for _, each in groups for name in each.sentences))
    schema = answer_schema(ids, len(planned.claims))
    values = {"max_sentences": len(planned.claims), "max_words": options.max_words}
    return _question(Step(options.prompt, shown, schema, values), evidence, options)


def repair(
    failing: Sequence[tuple[Failing, Sequence[str]]],
    evidence: Evidence,
    options: Options,
    prompt: Prompt,
) -> Question:
    """Failing claims with what is wrong with each, and the sentences at hand to mend it."""
    shown = "\n".join(
        f"Claim {each.proposal.claim.id}: {each.proposal.claim.text}\n{_wrong(each)}"
        f"{evidence.part(ids)}"
        for each, ids in failing
    )
    ids = tuple(dict.fromkeys(name for _, own in failing for name in own))
    schema = repair_schema(ids, [each.proposal.claim.id for each, _ in failing])
    step = Step(prompt, shown, schema, {"max_words": options.max_words})
    return _question(step, evidence, options)


def at_hand(failing: Failing, evidence: Evidence) -> tuple[str, ...]:
    """The shown sentences that a claim cites, that its findings show, and their rivals."""
    cited = [each.sentence for each in failing.proposal.claim.citations]
    places = (place for each in failing.findings for place in each.evidence)
    meant = (evidence.sentences_at(each.source, each.start, each.end) for each in places)
    found = evidence.shown([*cited, *(name for names in meant for name in names)])
    return tuple(dict.fromkeys((*found, *evidence.rivals(found))))


def _question(step: Step, evidence: Evidence, options: Options) -> Question:
    prompt = step.prompt
    digest = hashlib.sha256(f"{prompt.reference.sha256}\n{step.shown}".encode()).hexdigest()
    # no text in the evidence can hold a digest of the evidence, so none can end it
    guarded = {"code": digest[:_CODE_DIGITS], "evidence": step.shown, "mark": evidence.mark}
    given = {**guarded, **step.values}
    offered = {name: value for name, value in given.items() if name in prompt.variables}
    return Question(
        request=Request(
            model=options.model,
            messages=prompt.messages(offered),
            schema_name=prompt.strategy,
            schema=step.schema,
            max_tokens=options.max_tokens or _THOUGHT + _TOKENS_PER_WORD * options.max_words,
            temperature=options.temperature,
            seed=options.seed,
        ),
        prompt=prompt,
    )


def _wrong(failing: Failing) -> str:
    """What was found, a line each, with the hint what to do."""
    lines = []
    for each in failing.findings:
        hint = f"; {each.fix.message}" if each.fix else ""
        better = f": “{each.fix.replacement}”" if each.fix and each.fix.replacement else ""
        lines.append(f"Wrong: {clean(f'{each.message}{hint}{better}')}\n")
    return "".join(dict.fromkeys(lines))
