"""Where settings come from: the environment, the nearest settings file, the user's own file.

    SUMMARIZER_MODEL_NAME=quill-2 summarizer summarize folder/

The nearest file from the current folder upwards is `summarizer.toml`, else a `pyproject.toml` with
a table `[tool.summarizer]`; a `pyproject.toml` without it is passed over. The user's own file is
`summarizer.toml` in the platform's folder for configuration. What the environment says goes before
the nearest file, that before the user's own, key by key.
"""

from __future__ import annotations

import os
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer.cli.keys import BY_NAME, KEYS, MACHINE, OPEN, PREFIX, TABLES
from summarizer.cli.suggestions import meant
from summarizer.cli.values import bad_setting, checked, parsed
from summarizer.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator, Mapping

OWN_FILE = "summarizer.toml"
PROJECT_FILE = "pyproject.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A value and who says it: a file, a variable or an option.

    `trusted` is what the user wrote or named; a file that merely lies in a folder is not.
    """

    value: Any
    origin: str
    trusted: bool = True


def layered(arguments: argparse.Namespace) -> dict[str, Setting]:
    """The settings of all layers by their dotted names; those of open tables one by one.

    Raises:
        UsageError: a file or a variable is wrong.
    """
    project, user = files_of(arguments)
    lower = _of_file(user, trusted=True) if user else {}
    named = arguments.config is not None
    middle = _of_file(project, trusted=named) if project else {}
    return lower | middle | _of_environment(os.environ)


def files_of(arguments: argparse.Namespace) -> tuple[Path | None, Path | None]:
    """The settings file that counts here, and the user's own; None where there is none.

    Raises:
        UsageError: `--config` and `--no-config` contradict each other, or the file has no settings.
    """
    if arguments.config is not None and arguments.no_config:
        raise UsageError(
            "two-configs", "--config and --no-config exclude each other", "give one of them"
        )
    if arguments.no_config:
        return None, None
    own = user_file(os.environ)
    user = own if own is not None and own.is_file() else None
    if arguments.config is not None:
        return Path(arguments.config), user
    candidates = _candidates(Path.cwd())
    project = next((each for each in candidates if _table(each) is not None), None)
    same = project is not None and user is not None and project.samefile(user)
    return None if same else project, user


def user_file(environment: Mapping[str, str]) -> Path | None:
    """The user's own settings file, whether it is there or not; None if there is no home."""
    home = environment.get("HOME")
    folder = Path(home) if home else None
    if sys.platform == "win32":
        roaming = environment.get("APPDATA")
        folder = Path(roaming) if roaming else None
    elif sys.platform == "darwin":
        folder = folder / "Library" / "Application Support" if folder else None
    else:
        given = environment.get("XDG_CONFIG_HOME", "")
        # https://specifications.freedesktop.org/basedir-spec: relative paths are to be ignored
        usual = folder / ".config" if folder else None
        folder = Path(given) if given.startswith("/") else usual
    return folder / "summarizer" / OWN_FILE if folder else None


def unknown_variables(environment: Iterable[str]) -> Iterator[tuple[str, str | None]]:
    """Variables that are no setting, each with the one that is most like it, if any is."""
    from difflib import get_close_matches

    known = {key.variable.removeprefix(PREFIX) for key in KEYS if key.kind != "prices"}
    known |= {each.removeprefix(PREFIX) for each in MACHINE}
    for name in sorted(environment):
        rest = name.removeprefix(PREFIX)
        if name.startswith(PREFIX) and rest not in known:
            near = get_close_matches(rest, sorted(known), n=1)
            yield name, PREFIX + near[0] if near else None


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
        raise bad_setting(path, reason.strerror or str(reason), hint) from reason
    except ValueError as reason:  # no TOML, or no UTF-8; the message names line and column
        hint = "mend it, or use --no-config"
        raise bad_setting(path, f"it is no TOML: {reason}", hint) from reason
    if path.name != PROJECT_FILE:
        return document
    tool = document.get("tool", {})
    table = tool.get("summarizer") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise bad_setting(path, "'tool.summarizer' is no table", "write [tool.summarizer]")
    return table


def _of_file(path: Path, *, trusted: bool) -> dict[str, Setting]:
    table = _table(path)
    if table is None:
        hint = "add one, or name another file"
        raise bad_setting(path, "it has no table [tool.summarizer]", hint)
    found: dict[str, Setting] = {}
    for name, value in _flat(path, table):
        found |= _settings(name, value, str(path), path, trusted=trusted)
    return found


def _flat(path: Path, table: dict[str, Any]) -> Iterator[tuple[str, object]]:
    """The keys of a file with dotted names.

    Raises:
        UsageError: there is a key or a table that does not exist.
    """
    first = tuple(dict.fromkeys(key.name.partition(".")[0] for key in KEYS))
    inner = tuple(key.name.partition(".")[2] for key in KEYS if "." in key.name)
    for name, value in table.items():
        if name not in first:
            raise _no_such(path, name, value, first)
        if name != "model":
            yield name, value
            continue
        if not isinstance(value, dict):
            hint = 'write [model] and then name = "NAME"'
            raise bad_setting(path, "'model' is no table", hint)
        for each, setting in value.items():
            if each not in inner:
                raise _no_such(path, f"model.{each}", setting, inner)
            yield f"model.{each}", setting


def _no_such(path: Path, name: str, value: object, known: tuple[str, ...]) -> UsageError:
    """The error of a key, or of a table, that does not exist."""
    last = name.rpartition(".")[2]
    if isinstance(value, dict):
        tables = tuple(each for each in known if each in (*TABLES, "prices"))
        listed = ", ".join(f"[{each}]" for each in tables)
        hint = meant(last, tables, quoting="[{}]", otherwise=f"the tables are {listed}")
        return bad_setting(path, f"there is no table [{name}]", hint)
    hint = meant(last, known, otherwise=f"the keys are {', '.join(known)}")
    if name != last or hint.startswith("did"):
        return bad_setting(path, f"there is no key '{name}'", hint)
    nested = meant(last, [each for each in BY_NAME if each.endswith(f".{last}")], otherwise=hint)
    return bad_setting(path, f"there is no key '{name}'", nested)


def _of_environment(environment: Mapping[str, str]) -> dict[str, Setting]:
    found: dict[str, Setting] = {}
    for key in KEYS:
        text = environment.get(key.variable, "").strip()
        if text and key.kind != "prices":
            value = parsed(key, text)
            found |= _settings(key.name, value, key.variable, key.variable, trusted=True)
    return found


def _settings(
    name: str, value: object, origin: str, where: object, *, trusted: bool
) -> dict[str, Setting]:
    """A value with its origin; the entries of an open table one by one."""
    key = BY_NAME[name]
    good = checked(key, value, where)
    entries = {f"{name}.{each}": one for each, one in good.items()} if key.kind in OPEN else None
    return {
        each: Setting(value=one, origin=origin, trusted=trusted)
        for each, one in ({name: good} if entries is None else entries).items()
    }
