"""Settings from `summarizer.toml` or `[tool.summarizer]` of pyproject.toml.

    select = ["QUO", "NUM", "CIT"]   # only these rules or families
    ignore = ["NEU104"]              # all but these

    [levels]                         # in pyproject.toml: [tool.summarizer.levels]
    QUO103 = "warning"
    BAL = "off"

    [model]                          # who writes: see `summarizer.cli.model_table`

The nearest file from the current folder upwards counts, alone; `summarizer.toml` goes before
`pyproject.toml`, and a `pyproject.toml` without the table is passed over.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from summarizer.cli.model_table import model_table
from summarizer.cli.suggestions import meant
from summarizer.errors import UsageError
from summarizer.model.findings import LevelSetting

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping

OWN_FILE = "summarizer.toml"
PROJECT_FILE = "pyproject.toml"
KEYS = ("select", "ignore", "levels", "model")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Which rules run and at what levels; `path` is the file that says it, if there is one.

    `model` is what the file says of the model that writes, by the fields of `ModelSettings`.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    levels: dict[str, LevelSetting] = field(default_factory=dict)
    model: Mapping[str, Any] = field(default_factory=dict)
    path: Path | None = None


def settings(arguments: argparse.Namespace) -> Settings:
    """What the command line and the settings file say; the command line replaces key by key.

    Raises:
        UsageError: the file cannot be read or says something that does not exist.
    """
    found = _from_file(arguments)
    select, ignore = getattr(arguments, "select", None), getattr(arguments, "ignore", None)
    return Settings(
        select=found.select if select is None else select,
        ignore=found.ignore if ignore is None else ignore,
        levels=found.levels,
        model=found.model,
        path=found.path,
    )


def _from_file(arguments: argparse.Namespace) -> Settings:
    if arguments.config is not None and arguments.no_config:
        raise UsageError(
            "two-configs", "--config and --no-config exclude each other", "give one of them"
        )
    if arguments.no_config:
        return Settings()
    if arguments.config is not None:
        path = Path(arguments.config)
        table = _table(path)
        if table is None:
            raise _wrong(path, "it has no table [tool.summarizer]", "add one, or name another file")
        return _settings(path, table)
    for path in _candidates(Path.cwd()):
        table = _table(path)
        if table is not None:
            return _settings(path, table)
    return Settings()


def _candidates(folder: Path) -> Iterator[Path]:
    """Files that may hold settings, from a folder upwards."""
    for each in (folder, *folder.parents):
        for name in (OWN_FILE, PROJECT_FILE):
            if (each / name).is_file():
                yield each / name


def _table(path: Path) -> dict[str, Any] | None:
    """The settings of a file; None for a pyproject.toml of others."""
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as reason:
        hint = "name a file that exists, or use --no-config"
        raise _wrong(path, reason.strerror or str(reason), hint) from reason
    except ValueError as reason:  # no TOML, or no UTF-8; the message names line and column
        raise _wrong(path, f"it is no TOML: {reason}", "mend it, or use --no-config") from reason
    if path.name != PROJECT_FILE:
        return document
    tool = document.get("tool", {})
    table = tool.get("summarizer") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise _wrong(path, "'tool.summarizer' is no table", "write [tool.summarizer]")
    return table


def _settings(path: Path, table: dict[str, Any]) -> Settings:
    for key in table:
        if key not in KEYS:
            hint = meant(key, KEYS, otherwise=f"the keys are {', '.join(KEYS)}")
            raise _wrong(path, f"there is no key '{key}'", hint)
    return Settings(
        select=_prefixes(path, table, "select"),
        ignore=_prefixes(path, table, "ignore"),
        levels=_levels(path, table.get("levels", {})),
        model=model_table(path, table.get("model", {})),
        path=path,
    )


def _prefixes(path: Path, table: dict[str, Any], key: str) -> tuple[str, ...]:
    listed = table.get(key, [])
    if not isinstance(listed, list) or not all(isinstance(each, str) for each in listed):
        raise _wrong(path, f"'{key}' is no list of texts", f'write {key} = ["QUO", "NUM101"]')
    return tuple(_prefix(path, key, each) for each in listed)


def _levels(path: Path, table: object) -> dict[str, LevelSetting]:
    if not isinstance(table, dict):
        raise _wrong(path, "'levels' is no table", 'write [levels] and then QUO103 = "warning"')
    allowed = get_args(LevelSetting)
    for key, level in table.items():
        if level not in allowed:
            known = ", ".join(f'"{each}"' for each in allowed)
            raise _wrong(path, f"'levels.{key}' is {level!r}", f"the levels are {known}")
    return {_prefix(path, "levels", key): level for key, level in table.items()}


def _prefix(path: Path, key: str, given: str) -> str:
    """The id of a rule or the start of one, in capitals."""
    from summarizer.verify.registry import rules

    prefix = given.strip().upper()
    if not prefix or not any(rule.id.startswith(prefix) for rule in rules()):
        families = ", ".join(dict.fromkeys(rule.family for rule in rules()))
        raise _wrong(
            path,
            f"'{key}' names '{given}', and no rule's id starts so",
            f"the families are {families}; `summarizer rules` lists the rules",
        )
    return prefix


def _wrong(path: Path, what: str, hint: str) -> UsageError:
    return UsageError("bad-config", f"{path}: {what}", hint)
