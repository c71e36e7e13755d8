"""Who writes, and which model: the command line, the settings file, the environment."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer.cli.keys import KEY_VARIABLES, WRITERS
from summarizer.cli.options import amount, positive, whole
from summarizer.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from summarizer.cli.parsing import Parser
    from summarizer.cli.settings import Settings
    from summarizer.pipeline.settings import ModelSettings

# Options of a model, by the fields of `ModelSettings`.
_FIELDS = {
    "model": "name",
    "base_url": "base_url",
    "api_key_file": "api_key_file",
    "prompt": "prompt",
    "prompts_dir": "prompts_dir",
    "input_tokens": "input_tokens",
    "max_cost": "max_cost",
    "seed": "seed",
    "temperature": "temperature",
    "datamarking": "datamarking",
    "cassette": "cassette",
    "record": "record",
}
_SWITCHES = ("no_cache", "dry_run")
CONFIGURED = (*KEY_VARIABLES, "OPENAI_BASE_URL")
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


def add_model(parser: Parser) -> None:
    """`--writer` and the options of a model; all None or False where they are not given."""
    add = parser.add_argument
    add(
        "--writer",
        choices=WRITERS,
        help="who writes: openai, if a key or a server is configured, else extractive,"
        " which needs no key and no network",
    )
    add("--model", metavar="NAME", help="model of the openai writer")
    add("--base-url", metavar="URL", help="its server, if it is not OpenAI's")
    add("--api-key-file", type=Path, metavar="FILE", help="its key, if not in OPENAI_API_KEY")
    add("--prompt", metavar="NAME[@VERSION]", help="its prompt (default: summarize)")
    add("--prompts-dir", type=Path, metavar="DIR", help="prompts of your own")
    add("--input-tokens", type=positive, metavar="N", help="the most evidence it is given")
    add("--max-cost", type=amount, metavar="X", help="the most a summary may cost, in US dollars")
    add("--seed", type=whole, metavar="N", help="its seed, if it takes one")
    add("--temperature", type=amount, metavar="X", help="its temperature, if it takes one")
    add("--datamarking", action="store_true", help="mark the words of articles as data for it")
    add("--dry-run", action="store_true", help="print what would be sent, its tokens and price")
    add("--no-cache", action="store_true", help="neither use nor keep stored answers")
    add("--cassette", type=Path, metavar="DIR", help="answer from recorded answers alone")
    add("--record", action="store_true", help="ask, and record the answers in --cassette DIR")


def model_of(arguments: argparse.Namespace) -> ModelSettings | None:
    """How a model is to be asked; None where the extractive writer writes.

    A value of the command line goes before those of `summarizer.cli.layers`, these before the
    variables of OpenAI.

    Raises:
        UsageError: options of a model without a writer that uses one, or settings that are wrong.
    """
    given = [
        name for name in (*_FIELDS, *_SWITCHES) if getattr(arguments, name) not in (None, False)
    ]
    if arguments.writer == "extractive":
        _require_none(given)
        return None
    from summarizer.cli.settings import settings

    found = settings(arguments)
    if arguments.writer is None and not given and not asks_model(found, os.environ):
        return None
    options = {_FIELDS[name]: getattr(arguments, name) for name in given if name in _FIELDS}
    return asked(found, options | {"cache": not arguments.no_cache}, arguments)


def asked(
    found: Settings, options: Mapping[str, Any], arguments: argparse.Namespace
) -> ModelSettings:
    """The settings of a model: a file's, with these of the command line before them.

    Raises:
        UsageError: a file that nobody named would send a key to a server of its choice.
    """
    from summarizer.pipeline.settings import ModelSettings

    _require_trusted(found, options, arguments)
    values: dict[str, Any] = {**found.model, **options}
    return ModelSettings(**values)


def asks_model(found: Settings, environment: Mapping[str, str]) -> bool:
    """Whether a model writes where the command line says nothing: as configured, or a key is."""
    writer = found.value("writer", None)
    if writer is not None:
        return bool(writer == "openai")
    return "model.base_url" in found.found or any(environment.get(name) for name in CONFIGURED)


def _require_none(given: list[str]) -> None:
    """See that nothing of a model is asked for where none writes.

    Raises:
        UsageError: something is.
    """
    if given:
        option = f"--{given[0].replace('_', '-')}"
        raise UsageError(
            "option-without-model",
            f"{option} is for --writer openai, and the extractive writer uses no model",
            f"leave {option} out, or say --writer openai",
        )


def _require_trusted(
    found: Settings, options: Mapping[str, Any], arguments: argparse.Namespace
) -> None:
    """See that no file that merely lies about sends a key to a server of its choice.

    Raises:
        UsageError: a settings file that nobody named on the command line would.
    """
    server = found.found.get("model.base_url")
    if server is None or "base_url" in options or server.trusted:
        return
    from urllib.parse import urlsplit

    url = server.value
    keyed = getattr(arguments, "api_key_file", None) or any(
        os.environ.get(name) for name in KEY_VARIABLES
    )
    host = urlsplit(url).hostname
    if keyed and host not in _LOOPBACK and not getattr(arguments, "dry_run", False):
        raise UsageError(
            "untrusted-server",
            f"{server.origin} would send your key to {host}",
            f"if that is right, say --config {server.origin} or --base-url {url}",
        )
