"""Stored answers of models: the document that `cache` prints."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAnswers:
    """How many answers are kept in a folder, or were until now, and their bytes on disk."""

    folder: str
    answers: int
    bytes: int
