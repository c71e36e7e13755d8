"""Neutral summaries of several news articles, every claim attributed and provable.

    from summarizer import check, read, summarize

    articles = read(["story/"])
    summary = summarize(articles)

Names are resolved when they are used, so that nothing is imported that a call does not need.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.errors import (
        InputError,
        NoCommonStory,
        NothingToPublish,
        ProviderError,
        SummarizerError,
        UsageError,
    )
    from summarizer.pipeline import (
        check,
        dry_run,
        group,
        inspect,
        pack,
        summarize,
        summarize_many,
    )
    from summarizer.pipeline.settings import ModelSettings
    from summarizer.read import read

    __version__: str

__all__ = [
    "InputError",
    "ModelSettings",
    "NoCommonStory",
    "NothingToPublish",
    "ProviderError",
    "SummarizerError",
    "UsageError",
    "__version__",
    "check",
    "dry_run",
    "group",
    "inspect",
    "pack",
    "read",
    "summarize",
    "summarize_many",
]

_HOMES = {
    **dict.fromkeys(
        ("InputError", "NoCommonStory", "NothingToPublish", "ProviderError"),
        "summarizer.errors",
    ),
    **dict.fromkeys(
        ("SummarizerError", "UsageError"),
        "summarizer.errors",
    ),
    **dict.fromkeys(
        ("check", "dry_run", "group", "inspect", "pack", "summarize", "summarize_many"),
        "summarizer.pipeline",
    ),
    "ModelSettings": "summarizer.pipeline.settings",
    "read": "summarizer.read",
}


def __getattr__(name: str) -> object:
    """The public name, imported at its first use."""
    if name == "__version__":
        return import_module("summarizer.version").VERSION
    if name not in _HOMES:
        message = f"module 'summarizer' has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """The public names, resolved or not."""
    return sorted({*globals(), *__all__})


class _Package(ModuleType):
    """Keeps the function `read` public although a room of the house has the same name."""

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse what importing a room would put in the place of a public function."""
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
