"""Entry point: parse, dispatch, exit status, and errors in the form that was asked for."""

from __future__ import annotations

import itertools
import os
import sys
from typing import TYPE_CHECKING

from summarizer.cli.messages import report_error, report_unexpected
from summarizer.cli.output import emit, settle_stdout
from summarizer.cli.parsing import COMMANDS, main_parser, parse
from summarizer.cli.suggestions import meant
from summarizer.errors import SummarizerError, UsageError
from summarizer.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence

INTERRUPTED = 130
# sysexits.h EX_SOFTWARE: apart from 1, which is a verdict, and from 2 to 5, which have causes
UNEXPECTED = 70


def run(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says and return the exit status; the console script's entry."""
    given = sys.argv[1:] if arguments is None else arguments
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
    if given and given[0] in COMMANDS:
        try:
            command, arguments = parse(given[0], given[1:])
        except SystemExit:  # argparse's way to end after --help
            return 0
        return command.run(arguments)
    return _without_command(given)


def _without_command(given: Sequence[str]) -> int:
    parser = main_parser()
    if given and not given[0].startswith("-"):
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


def _unknown_command(name: str) -> UsageError:
    hint = meant(
        name, tuple(COMMANDS), quoting="'summarizer {}'", otherwise="see 'summarizer --help'"
    )
    return UsageError("unknown-command", f"there is no command '{name}'", hint)


def _wants_json(given: Sequence[str]) -> bool:
    """Whether errors are to be JSON: known before, and even if, the arguments do not parse."""
    return "--format=json" in given or ("--format", "json") in itertools.pairwise(given)
