"""Argument parsers that report errors as ours and remember their options for completion."""

from __future__ import annotations

import argparse
import importlib
import re
from typing import TYPE_CHECKING, Any, NoReturn, Protocol, cast

from summarizer.cli.output import emit
from summarizer.cli.suggestions import meant
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = {
    "summarize": "one neutral, cited, checked summary of several articles",
    "check": "hold a summary, anybody's, against its sources",
    "inspect": "show how articles are read: regions, sentences, who said what",
    "group": "sort articles into stories",
    "pack": "show the evidence that a language model is given, within a token limit",
    "rules": "list the rules of the attribution test, or explain one",
    "cache": "say how many of a model's answers are kept, or delete them",
    "digest": "checked summaries of the news from feeds, every period, exactly once",
    "eval": "tell whether a prompt, a model or a rule got worse",
    "config": "show every setting and where it comes from",
    "doctor": "say what is installed, who would write, and what is amiss",
}
# Commands that consist of others; those of `eval` are the modules eval_list, eval_judge ….
GROUPS = {
    "digest": {
        "init": "write a commented digest.toml",
        "run": "make and deliver the digest of a job's newest period",
        "serve": "stay, and make every digest in time",
        "worker": "stay, and work on what others begin",
        "status": "say how the jobs stand; ends with 1 where something is amiss",
        "history": "list the runs of a job",
        "show": "print a digest",
        "import-opml": "add the feeds of an OPML list to a job, or print them for digest.toml",
        "export-opml": "write the feeds of a job as an OPML list",
        "resend": "deliver a digest once more",
        "doctor": "look for damage, dead workers and stuck runs, and mend what can be",
    },
    "eval": {
        "list": "list the suites and their cases, and name what is wrong with them",
        "record": "ask models about the cases of suites and keep their answers",
        "judge": "score what was recorded, as often as rules or scorers change",
        "run": "record what is missing, then judge",
        "compare": "tell whether B is worse than A: prompts, runs, writers",
        "bless": "make what is judged now the baseline that must not sink",
        "export": "write suites for promptfoo or inspect",
    },
    "config": {"show": "print every setting that holds here"},
}
SHELLS = ("bash", "zsh", "fish")

_MISTYPED = re.compile(
    r"unrecognized arguments: (?P<option>--?[\w-]+)|invalid choice: '?(?P<choice>[^' ]+)"
)
# Of commands that say nothing of their own.
_STATUSES = """
exit status: 0 done, 2 wrong usage, 3 an input cannot be read, 130 interrupted
"""
_PROLOGUE = """\
Turns several news articles about one event into a neutral summary in which every
claim is attributed to its source and can be proved from it. Needs no key and no
network, unless a model is to write or pages are to be fetched.

five things to try:
  summarizer summarize folder/                  a summary of the articles in it
  summarizer summarize folder/ -o summary.html  a page that shows where claims stand
  summarizer check summary.md folder/           is somebody else's summary true to them?
  summarizer inspect article.html               how an article is read: who said what
  summarizer doctor                             what is installed, and who would write
"""
_EPILOGUE = """\
'summarizer COMMAND --help' tells more, with examples. Every command takes -q (only
data and errors) and -v (what is done and how long it takes).

exit status: 0 done and passed, 1 failed the check, 2 wrong usage, 3 an input cannot be
read, 4 the model provider failed, 5 partly done, 130 interrupted
"""
_GROUP_EPILOGUES = {
    "digest": """\
examples:
  summarizer digest init
  summarizer digest run morning
  summarizer digest serve

'summarizer digest COMMAND --help' tells more about a command.
""",
    "eval": """\
examples:
  summarizer eval list
  summarizer eval record --model NAME --trials 5
  summarizer eval judge
  summarizer eval compare summarize@1 summarize@2

'summarizer eval COMMAND --help' tells more about a command.
""",
    "config": """\
examples:
  summarizer config show
  summarizer config show --origin
""",
}


class Command(Protocol):
    """What each module in `summarizer.cli.commands` offers."""

    EXAMPLES: str

    def configure(self, parser: Parser) -> None:
        """Add the command's arguments."""

    def run(self, arguments: argparse.Namespace) -> int:
        """Do the work and return the exit status."""


class Parser(argparse.ArgumentParser):
    """A parser that raises UsageError instead of leaving, and keeps its arguments in a list."""

    def __init__(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401  (as argparse's)
        """Take what argparse takes; abbreviations of options are refused, they age badly."""
        self.arguments: list[argparse.Action] = []
        options.setdefault("allow_abbrev", False)
        options.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        super().__init__(*arguments, **options)

    def add_argument(self, *names: Any, **options: Any) -> argparse.Action:  # noqa: ANN401  (same)
        """Add an argument and remember it."""
        action = super().add_argument(*names, **options)
        self.arguments.append(action)
        return action

    def print_help(self, file: object = None) -> None:
        """Print as all data is printed; argparse would say nothing of a full disk."""
        del file  # argparse gives none
        emit(self.format_help())

    def error(self, message: str) -> NoReturn:
        """Raise what argparse would print, with what was probably meant."""
        raise UsageError("usage", message, self._hint(message))

    def _hint(self, message: str) -> str:
        see = f"see '{self.prog} --help'"
        found = _MISTYPED.search(message)
        if found is None:
            return see
        if found["option"]:
            known = [name for each in self.arguments for name in each.option_strings]
            return meant(found["option"], known, otherwise=see)
        choices = [str(choice) for each in self.arguments for choice in each.choices or ()]
        return meant(found["choice"], choices, otherwise=see)


def main_parser() -> Parser:
    """The parser of everything before the command."""
    width = max(map(len, COMMANDS))
    listed = "\n".join(f"  {name:<{width}}  {text}" for name, text in COMMANDS.items())
    parser = Parser(
        prog="summarizer",
        usage="summarizer COMMAND [ARGUMENT...]",
        description=f"{_PROLOGUE}\ncommands:\n{listed}",
        epilog=_EPILOGUE,
    )
    parser.add_argument("--version", action="store_true", help="print the version and leave")
    parser.add_argument(
        "--print-completion",
        choices=SHELLS,
        metavar="SHELL",
        help="print a completion script for bash, zsh or fish",
    )
    return parser


def group_parser(name: str) -> Parser:
    """The parser of a command that consists of others: it only tells what they are."""
    width = max(map(len, GROUPS[name]))
    listed = "\n".join(f"  {each:<{width}}  {text}" for each, text in GROUPS[name].items())
    return Parser(
        prog=f"summarizer {name}",
        usage=f"summarizer {name} COMMAND [ARGUMENT...]",
        description=f"{COMMANDS[name].capitalize()}.\n\ncommands:\n{listed}",
        epilog=_GROUP_EPILOGUES[name],
    )


def load(name: str) -> Command:
    """The module of a command; of "eval list" it is eval_list."""
    module = name.replace(" ", "_").replace("-", "_")
    return cast("Command", importlib.import_module(f"summarizer.cli.commands.{module}"))


def command_parser(name: str, command: Command) -> Parser:
    """The parser of one command."""
    epilog = command.EXAMPLES
    if "exit status: " not in epilog:
        epilog += _STATUSES
    parser = Parser(prog=f"summarizer {name}", description=command.__doc__, epilog=epilog)
    command.configure(parser)
    add = parser.add_argument
    add("-q", "--quiet", action="store_true", help="tell nothing but data and errors")
    add("-v", "--verbose", action="store_true", help="tell what is done and how long it takes")
    return parser


def parse(name: str, arguments: Sequence[str]) -> tuple[Command, argparse.Namespace]:
    """The command and its parsed arguments; options may stand between inputs.

    Raises:
        UsageError: the arguments do not fit.
    """
    if name in GROUPS:
        name, arguments = _inner(name, arguments)
    command = load(name)
    return command, command_parser(name, command).parse_intermixed_args(arguments)


def _inner(group: str, arguments: Sequence[str]) -> tuple[str, Sequence[str]]:
    """The command of a group that is meant, and its arguments; help where none is."""
    first = arguments[0] if arguments else "--help"
    if first in GROUPS[group]:
        return f"{group} {first}", arguments[1:]
    parser = group_parser(group)
    if first.startswith("-"):
        parser.parse_args([first])  # leaves, or says that there is no such option
    quoting, see = f"'{parser.prog} {{}}'", f"see '{parser.prog} --help'"
    hint = meant(first, tuple(GROUPS[group]), quoting=quoting, otherwise=see)
    raise UsageError("unknown-command", f"there is no command '{group} {first}'", hint)
