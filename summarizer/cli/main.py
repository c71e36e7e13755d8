"""Entry point: parse, dispatch, exit status, and errors in the form that was asked for."""

from __future__ import annotations

import itertools
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.cli.messages import note, report_error, report_unexpected
from summarizer.cli.output import emit, settle_stdout
from summarizer.cli.parsing import COMMANDS, main_parser, parse
from summarizer.cli.suggestions import meant
from summarizer.cli.volume import spoken
from summarizer.errors import SummarizerError, UsageError
from summarizer.version import VERSION

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from summarizer.cli.volume import Volume

INTERRUPTED = 130
# sysexits.h EX_SOFTWARE: apart from 1, which is a verdict, and from 2 to 5, which have causes
UNEXPECTED = 70
_OURS = "SUMMARIZER_"
_VOLUMES = ("-q", "--quiet", "-v", "--verbose")


def run(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says and return the exit status; the console script's entry."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    try:
        return _dispatch(given)
    except SummarizerError as error:
        report_error(error, as_json=_wants_json(given))
        return error.exit_status
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader has had enough
        return 0
    except Exception as error:  # the outer edge: no traceback for users
        if os.environ.get("SUMMARIZER_DEBUG") == "1":
            raise
        report_unexpected(error, as_json=_wants_json(given))
        return UNEXPECTED
    finally:
        settle_stdout()


def _dispatch(given: Sequence[str]) -> int:
    given = _as_meant(given)
    if given and given[0] in COMMANDS:
        try:
            command, arguments = parse(given[0], given[1:])
        except SystemExit:  # argparse's way to end after --help
            return 0
        with spoken(_volume(arguments)):
            _note_variables()
            _note_waiting(arguments)
            return command.run(arguments)
    return _without_command(given)


def _as_meant(given: Sequence[str]) -> Sequence[str]:
    """The arguments with -q and -v behind the command, where they mean the same, and `help`."""
    before = list(itertools.takewhile(_VOLUMES.__contains__, given))
    after = given[len(before) :]
    if after[:1] == ["help"]:
        return [*after[1:], "--help"]
    return [*after, *before]


def _volume(arguments: argparse.Namespace) -> Volume:
    if arguments.quiet and arguments.verbose:
        raise UsageError("usage", "-q and -v exclude each other", "give one of them")
    return "quiet" if arguments.quiet else "verbose" if arguments.verbose else "usual"


def _without_command(given: Sequence[str]) -> int:
    parser = main_parser()
    if given and (not given[0].startswith("-") or given[0].lstrip("-") in COMMANDS):
        raise _unknown_command(given[0])
    try:
        options = parser.parse_args(given)
    except SystemExit:
        return 0
    if options.version:
        emit(f"summarizer {VERSION}\n")
    elif options.print_completion:
        from summarizer.cli.completion import script

        emit(script(options.print_completion))
    else:
        emit(parser.format_help())
    return 0


def _note_variables() -> None:
    """Tell of variables that are like a setting's and are none; others may be anybody's."""
    if not any(name.startswith(_OURS) for name in os.environ):
        return
    from summarizer.cli.layers import unknown_variables

    for name, near in unknown_variables(os.environ):
        if near:
            note(f"{name} is no setting and is passed over: did you mean {near}?")


def _note_waiting(arguments: argparse.Namespace) -> None:
    """Tell that standard input is waited for where it is a keyboard."""
    named = [getattr(arguments, name, None) or () for name in ("inputs", "paths")]
    files = [getattr(arguments, name, None) for name in ("pairs", "items")]
    read = "-" in {*itertools.chain(*named), *files}
    if read and sys.stdin is not None and sys.stdin.isatty():
        note("reading standard input, to its end: Ctrl-D, or Ctrl-Z on Windows")


def _unknown_command(name: str) -> UsageError:
    see = "'summarizer' alone tells what there is"
    if Path(name).exists() or "://" in name:
        import shlex

        see = f"to summarise it: summarizer summarize {shlex.quote(name)}"
    hint = meant(name, tuple(COMMANDS), quoting="'summarizer {}'", otherwise=see)
    return UsageError("unknown-command", f"there is no command '{name}'", hint)


def _wants_json(given: Sequence[str]) -> bool:
    """Whether errors are to be JSON: known before, and even if, the arguments do not parse."""
    return "--format=json" in given or ("--format", "json") in itertools.pairwise(given)
