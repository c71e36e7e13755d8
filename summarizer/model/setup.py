"""How the program is set up: the documents that `config show` and `doctor` print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

CheckState = Literal["ok", "note", "wrong"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectiveSetting:
    """A setting as it holds and who says so: a file, a variable, or "default".

    `value` is None where the default is no fixed value; `meaning` then says what holds.
    """

    key: str
    value: str | float | tuple[str, ...] | None
    origin: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """Every setting; the files that were read; whether a key is there (never which).

    `key` is the variable that has the key, or names its file, None if no key is configured.
    `unknown` are variables that begin like ours and are none.
    """

    settings: tuple[EffectiveSetting, ...]
    files: tuple[str, ...]
    key: str | None
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """One thing that was looked at, how it stands, and what to do about it."""

    name: str
    state: CheckState
    message: str
    hint: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkup:
    """Everything that was looked at; `healthy` if nothing of it is wrong."""

    healthy: bool
    checks: tuple[Examined, ...]
