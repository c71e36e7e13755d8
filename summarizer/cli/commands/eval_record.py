"""Ask models about the cases of suites and keep their answers, so that judging needs no network."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from summarizer.cli.eval_options import (
    add_asking,
    add_place,
    add_prompts,
    add_suites,
    model_asked,
)
from summarizer.cli.options import add_configuration, add_format

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from summarizer.cli.parsing import Parser
    from summarizer.evaluation.record import Done

EXAMPLES = """\
examples:
  summarizer eval record --model NAME --trials 5 --max-cost 2
  summarizer eval record news --prompt summarize@1 --prompt summarize@2 --model NAME
  summarizer eval record --base-url http://127.0.0.1:11434/v1 --trials 3

What was recorded is never asked again: a recording that was cut short goes on where it was. Trials
differ by their seed, which is their number. Ends with 5 if something is still to be recorded, with
4 if the provider failed and nothing was.
"""
FORMATS = ("text", "json")
_PARTLY, _FAILED = 5, 4


def configure(parser: Parser) -> None:
    """Add the command's arguments."""
    add_suites(parser)
    add_prompts(parser)
    add_asking(parser)
    add_place(parser)
    add_configuration(parser)
    add_format(parser, FORMATS, default="text")


def run(arguments: argparse.Namespace) -> int:
    """Record, and say what became of the trials."""
    from summarizer.cli.output import emit

    done, spent = recorded(arguments)
    told = _counts(done) | {"cost": spent}
    emit(json.dumps(told) + "\n" if arguments.format == "json" else _text(told))
    return status(done)


def recorded(arguments: argparse.Namespace) -> tuple[list[Done], float]:
    """What became of each trial, and what the new answers cost in US dollars."""
    from summarizer.cli.messages import note
    from summarizer.cli.progress import shown
    from summarizer.evaluation.budget import Budget
    from summarizer.evaluation.planning import subjects_to_ask
    from summarizer.evaluation.record import Recorder, planned
    from summarizer.evaluation.suites import place, suites

    where, settings = place(arguments.eval_dir), model_asked(arguments)
    subjects = subjects_to_ask(
        where,
        settings,
        prompts=arguments.prompt,
        models=arguments.model,
        prompts_dir=arguments.prompts_dir,
    )
    trials = planned(suites(where, arguments.suites), subjects, arguments.trials)
    budget = Budget(arguments.max_cost)
    seeded = not arguments.no_seed
    recorder = Recorder(where, settings, budget=budget, seeded=seeded, notice=note)
    done = list(shown(recorder.record(trials), len(trials), lambda each: str(each.trial)))
    for problem in dict.fromkeys(each.problem for each in done if each.problem):
        note(problem)
    return done, round(budget.spent, 6)


def status(done: Sequence[Done]) -> int:
    """The exit status of a recording."""
    states = {each.state for each in done}
    if states <= {"recorded", "there"}:
        return 0
    return _FAILED if states == {"failed"} else _PARTLY


def _counts(done: Sequence[Done]) -> dict[str, float]:
    states = ("recorded", "there", "failed", "unpaid")
    counts: dict[str, float] = {
        state: sum(each.state == state for each in done) for state in states
    }
    return {"trials": len(done)} | counts | {"answers": sum(each.asked for each in done)}


def _text(told: dict[str, float]) -> str:
    line = (
        f"{told['trials']} trials: {told['recorded']} recorded now, {told['there']} before,"
        f" {told['failed']} failed, {told['unpaid']} left unpaid; {told['answers']} answers"
    )
    return f"{line}, {told['cost']:g} US dollars\n" if told["cost"] else f"{line}\n"
