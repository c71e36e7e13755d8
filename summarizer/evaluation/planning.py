"""What is to be recorded: prompts and models by name, for each case of each suite."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.evaluation.model import Subject
from summarizer.evaluation.subjects import reference
from summarizer.pipeline.settings import model_name
from summarizer.write.prompted.prompts import Prompts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from summarizer.evaluation.suites import Place
    from summarizer.pipeline.settings import ModelSettings

_USUAL = ("summarize",)


def subjects_to_ask(
    where: Place,
    settings: ModelSettings,
    *,
    prompts: Sequence[str],
    models: Sequence[str],
    prompts_dir: Path | None,
) -> tuple[Subject, ...]:
    """Every prompt with every model; without names the current prompt and the configured model.

    Raises:
        UsageError: there is no such prompt, or nobody names a model.
        ProviderError: a server that was to name its only model failed.
    """
    known = Prompts(prompts_dir or where.prompts)
    asked = models or (model_name(settings, settings.connection(), asking=True),)
    return tuple(
        Subject(kind="prompt", name=reference(known, prompt), model=model)
        for prompt in dict.fromkeys(prompts or _USUAL)
        for model in dict.fromkeys(asked)
    )
