"""What `summarizer doctor` looks at, each as one or more findings; nothing is changed."""

from __future__ import annotations

import os
import platform
import re
import sys
from dataclasses import replace
from importlib import metadata
from typing import TYPE_CHECKING

from summarizer.cli.keys import KEY_VARIABLES
from summarizer.cli.layers import files_of, unknown_variables, user_file
from summarizer.cli.model_options import asked, asks_model
from summarizer.cli.settings import settings
from summarizer.errors import ProviderError, SummarizerError
from summarizer.model.setup import CheckState, Examined
from summarizer.version import VERSION

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path

    from summarizer.cli.settings import Settings
    from summarizer.pipeline.settings import ModelSettings

# Seconds that a server of models has to say what it has.
PATIENCE = 5.0
_OPTIONS = {"model": "name", "base_url": "base_url", "api_key_file": "api_key_file"}
_EXTRAS = {"digest": "digest jobs: checked summaries of the news from feeds"}
_REQUIREMENT = re.compile(r"(?P<name>[\w.-]+)[^;]*(;(?P<marker>.*))?", re.DOTALL)


def examined(arguments: argparse.Namespace) -> Iterator[Examined]:
    """Everything that is looked at, in the order in which it is told."""
    where = f"Python {platform.python_version()} on {platform.system()}"
    yield _found("program", "ok", f"summarizer {VERSION}, {where}")
    yield from _packages()
    yield from _prompts()
    yield from _cache()
    try:
        found = settings(arguments)
    except SummarizerError as error:
        yield _found("settings", "wrong", error.message, error.hint)
        return
    yield from _settings(arguments)
    yield from _model(arguments, found)


def _packages() -> Iterator[Examined]:
    """The packages that this one needs, and those of each extra."""
    wanted: dict[str, list[str]] = {}
    try:
        listed = metadata.requires("summarizer") or []
    except metadata.PackageNotFoundError:
        yield _found("packages", "note", "run from a folder that is not installed: not looked at")
        return
    for name, extra in filter(None, map(_required, listed)):
        wanted.setdefault(extra, []).append(name)
    for extra, names in wanted.items():
        versions = {name: _version(name) for name in sorted(names)}
        missing = [name for name, version in versions.items() if version is None]
        title = f"extra '{extra}'" if extra else "packages"
        if not missing:
            yield _found(title, "ok", ", ".join(f"{n} {v}" for n, v in versions.items()))
            continue
        what = f"not installed: {', '.join(missing)}"
        whole = f".[{extra}]" if extra else "."
        use = f" (for {_EXTRAS[extra]})" if extra in _EXTRAS else ""
        state: CheckState = "note" if extra else "wrong"
        mend = f"in the folder of the clone run: pip install '{whole}'"
        yield _found(title, state, what + use, mend)


def _required(requirement: str) -> tuple[str, str] | None:
    """The name of a required package and the extra that needs it; None on other systems."""
    match = _REQUIREMENT.match(requirement)
    if match is None:
        return None
    marker = (match["marker"] or "").replace('"', "'")
    if "sys_platform" in marker and f"'{sys.platform}'" not in marker:
        return None
    extra = re.search(r"extra == '([^']+)'", marker)
    return match["name"], extra[1] if extra else ""


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _prompts() -> Iterator[Examined]:
    """Whether the released prompts are there and as they were released."""
    from summarizer.write.prompted.prompts import Prompts

    try:
        prompts = Prompts()
        names = prompts.names()
        for name in names:
            prompts.find(name)
    except (SummarizerError, OSError) as error:
        hint = error.hint if isinstance(error, SummarizerError) else "install summarizer again"
        yield _found("prompts", "wrong", str(error), hint)
    else:
        current = prompts.find("summarize").reference.version
        told = f"{len(names)} released, all as they were released; summarize is at {current}"
        yield _found("prompts", "ok", told)


def _cache() -> Iterator[Examined]:
    """Whether answers can be kept."""
    from summarizer.write.chat.cache import cache_folder

    folder = cache_folder(os.environ)
    if folder is None:
        what = "there is no folder for stored answers: each is paid for again"
        yield _found("stored answers", "note", what, "set SUMMARIZER_CACHE_DIR")
    elif _writable(folder):
        yield _found("stored answers", "ok", f"{folder}")
    else:
        hint = "set SUMMARIZER_CACHE_DIR to a folder that you may write to"
        yield _found("stored answers", "wrong", f"{folder} cannot be written", hint)


def _writable(folder: Path) -> bool:
    """Whether it can be written to, or can be made."""
    there = next(each for each in (folder, *folder.absolute().parents) if each.exists())
    return there.is_dir() and os.access(there, os.W_OK | os.X_OK)


def _settings(arguments: argparse.Namespace) -> Iterator[Examined]:
    paths = [str(path) for path in files_of(arguments) if path is not None]
    own = user_file(os.environ)
    told = ", ".join(paths) or f"no file, here or above or as {own}" if own else "no file"
    yield _found("settings", "ok", told)
    for name, near in unknown_variables(os.environ):
        hint = f"did you mean {near}?" if near else "'summarizer config show' lists them"
        yield _found("settings", "note", f"{name} is no setting", hint)


def _model(arguments: argparse.Namespace, found: Settings) -> Iterator[Examined]:
    """Who would write, and whether a model's server answers."""
    given = {
        field: getattr(arguments, option)
        for option, field in _OPTIONS.items()
        if getattr(arguments, option) is not None
    }
    asking = bool(given) or asks_model(found, os.environ)
    writer = "openai" if asking else "extractive"
    yield _found("writer", "ok", f"{writer}: {_reason(given, found)}")
    if not asking:
        return
    try:
        yield _server(asked(found, given, arguments), offline=arguments.offline)
    except SummarizerError as error:
        yield _found("model", "wrong", error.message, error.hint)


def _reason(given: dict[str, object], found: Settings) -> str:
    if given:
        return "an option of this command says so"
    for key, what in (("writer", "says so"), ("model.base_url", "names a server")):
        if key in found.found:
            return f"{found.found[key].origin} {what}"
    variables = (*KEY_VARIABLES, "OPENAI_BASE_URL")
    name = next((each for each in variables if os.environ.get(each)), None)
    return f"{name} is set" if name else "no key and no server is configured, none is needed"


def _server(model: ModelSettings, *, offline: bool) -> Examined:
    """Whether the server answers and has the model.

    Raises:
        SummarizerError: it does not, or cannot be asked.
    """
    from summarizer.write.chat.opening import list_models
    from summarizer.write.chat.settings import require

    connection = replace(model.connection(), timeout=PATIENCE, deadline=PATIENCE)
    name = model.name or os.environ.get("OPENAI_MODEL")
    if offline:
        require(connection)
        return _found("model", "note", f"{connection.host} was not asked (--offline)")
    try:
        names = list_models(connection)
    except ProviderError as error:
        if error.code not in ("wrong-address", "bad-response"):
            raise
        hint = "the address usually ends in /v1"
        return _found("model", "note", f"{connection.host} has no list of models", hint)
    answers = f"{connection.host} answers with {len(names)} model{'s' * (len(names) != 1)}"
    if name in names or (name is None and len(names) == 1):
        return _found("model", "ok", f"{answers}, {name or names[0]} would be asked")
    some = f"it has {', '.join(names[:5])}{' …' if len(names) > 5 else ''}"
    if name is None:
        return _found("model", "wrong", f"{answers}, and none is named", f"give --model; {some}")
    return _found("model", "note", f"{answers}, '{name}' is not among them", some)


def _found(name: str, state: CheckState, message: str, hint: str | None = None) -> Examined:
    return Examined(name=name, state=state, message=message, hint=hint)
