"""Print every setting that holds here and, with --origin, where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.cli.options import add_configuration, add_format

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from summarizer.cli.parsing import Parser
    from summarizer.model.setup import Configuration, EffectiveSetting

EXAMPLES = """\
examples:
  summarizer config show
  summarizer config show --origin
  summarizer config show --format json

An option goes before a SUMMARIZER_ variable, that before the nearest summarizer.toml or
pyproject.toml, that before your own settings file, that before OPENAI_ variables and defaults.
A key is never printed.
"""
FORMATS = ("text", "json")


def configure(parser: Parser) -> None:
    """Add the command's arguments."""
    parser.add_argument("--origin", action="store_true", help="say who sets it: file or variable")
    add_configuration(parser)
    add_format(parser, FORMATS, default="text")


def run(arguments: argparse.Namespace) -> int:
    """Print what holds."""
    from summarizer.cli.effective import configuration
    from summarizer.cli.output import emit

    found = configuration(arguments)
    if arguments.format == "json":
        from summarizer.render.json import document

        emit(document(found))
        return 0
    from summarizer.render.visible import visible

    lines = _lines(found, origin=arguments.origin)
    emit("".join(f"{visible(line).rstrip()}\n" for line in lines))
    return 0


def _lines(found: Configuration, *, origin: bool) -> Iterator[str]:
    rows = [(each.key, _value(each), each.origin) for each in found.settings]
    rows.append(("key of the model", "set, never shown" if found.key else "none", found.key or ""))
    key, value = (max(len(row[column]) for row in rows) for column in (0, 1))
    for row in rows:
        yield (
            f"{row[0]:<{key}}  {row[1]:<{value}}  {row[2]}"
            if origin
            else f"{row[0]:<{key}}  {row[1]}"
        )
    yield ""
    yield f"settings files: {', '.join(found.files) or 'none'}"
    for name in found.unknown:
        yield f"no setting: {name}"


def _value(setting: EffectiveSetting) -> str:
    if setting.value is None:
        unset = setting.key.isupper()
        return "(not set)" if unset else f"({setting.meaning})"
    if isinstance(setting.value, tuple):
        return ", ".join(setting.value) or "(none)"
    return str(setting.value)
