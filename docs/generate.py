"""Write what is generated in the documentation: the reference pages, and what the demo prints.

`make docs` runs it. With --check (`make documentation`) it writes nothing and fails if a page is
out of date.
"""

from __future__ import annotations

import contextlib
import inspect
import io
import json
import re
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any

import summarizer
from summarizer.cli.keys import KEYS
from summarizer.cli.main import run
from summarizer.cli.parsing import (
    COMMANDS,
    GROUPS,
    command_parser,
    group_parser,
    load,
    main_parser,
)
from summarizer.evaluation.scoring import documentation as documentation_of_scorers
from summarizer.verify.registry import documentation

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from summarizer.cli.parsing import Parser

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = ROOT / "eval" / "suites" / "demo" / "ferry" / "articles"
SCHEMAS = ("summarizer/model/schemas", "summarizer/evaluation/schemas")
# What stands between two comments of this kind is what the demo prints, or its beginning.
DEMO = re.compile(r"(?<=<!-- demo -->\n```text\n).*?(?=```\n<!-- /demo -->)", re.DOTALL)
BEGINNING = re.compile(
    r"(?<=<!-- beginning -->\n```text\n).*?(?=```\n<!-- /beginning -->)", re.DOTALL
)
# A section of a docstring in Google's style, such as "Raises:".
SECTION = re.compile(r"^(Args|Returns|Raises|Yields|Examples):$", re.MULTILINE)
ENTRY = re.compile(r"^([\w, ]+): ", re.MULTILINE)

COMMANDS_HEAD = """\
# Commands

What `summarizer COMMAND --help` tells, on one page. Standard output carries data only; messages go
to standard error, with `--format json` as one JSON object. Options may stand between inputs.
Without `--format`, the ending of `-o FILE` chooses it.

## Exit status

| status | meaning |
|---|---|
| 0 | done, and the verdict, if there is one, is pass |
| 1 | the verdict is fail, or the articles have nothing in common |
| 2 | wrong usage or configuration |
| 3 | an input cannot be read; the message names it |
| 4 | the model provider failed: the key, the quota, the network, the server, or a refusal |
| 5 | partly done |
| 70 | a fault of the program itself: please report it |
| 130 | interrupted |
"""
SETTINGS_HEAD = """\
# Settings

Every setting on one line; what goes before what, and examples, are in
[configuration](configuration.md). A dot in a name is a table of the file: `model.name` is `name`
under `[model]`. `summarizer config show --origin` prints what holds, and who says it.

| setting | option | variables | meaning | without it |
|---|---|---|---|---|"""
SCHEMAS_HEAD = """\
# JSON documents

What `--format json` prints, by the JSON Schemas (2020-12) that the package carries in
`summarizer/model/schemas` and `summarizer/evaluation/schemas`. Keys in italics may be missing.
"""
PYTHON_HEAD = """\
# Python

Everything public is importable from `summarizer`, is typed, and keeps its name.
`summarizer.__version__` is the version. Data are frozen dataclasses; their fields are the keys of
[the documents](schemas.md). The examples are run by the tests, in the folder of a checkout.
"""


def main(arguments: list[str]) -> int:
    """Write the pages, or say which are out of date."""
    stale = {page: text for page, text in pages().items() if text != content(page)}
    if "--check" in arguments:
        for page in stale:
            print(f"{page.relative_to(ROOT)} is out of date: run 'make docs'", file=sys.stderr)
        return int(bool(stale))
    for page, text in stale.items():
        page.write_text(text, encoding="utf-8")
    return 0


def content(page: Path) -> str | None:
    """What stands in a page now, None if there is none."""
    return page.read_text(encoding="utf-8") if page.exists() else None


def pages() -> dict[Path, str]:
    """Each page with the text that it should have."""
    printed = demo()
    readme, tutorial = ROOT / "README.md", ROOT / "docs" / "tutorial.md"
    return {
        ROOT / "docs" / "rules.md": documentation(),
        ROOT / "docs" / "scorers.md": documentation_of_scorers(),
        ROOT / "docs" / "commands.md": commands(),
        ROOT / "docs" / "settings.md": settings(),
        ROOT / "docs" / "schemas.md": schemas(),
        ROOT / "docs" / "python.md": python(),
        ROOT / "docs" / "decisions" / "index.md": decisions(),
        readme: BEGINNING.sub(lambda _: beginning(printed), readme.read_text(encoding="utf-8")),
        tutorial: DEMO.sub(lambda _: printed, tutorial.read_text(encoding="utf-8")),
    }


def beginning(printed: str) -> str:
    """The headline and the first two sentences of what the demo prints, and its last line."""
    blocks = printed.rstrip().split("\n\n")
    return "\n\n".join([*blocks[:3], "…", blocks[-1]]) + "\n"


def decisions() -> str:
    """The list of decisions, by their numbers."""
    lines = []
    for page in sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md")):
        title = page.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")
        lines.append(f"- [{title}]({page.name})")
    head = "# Decisions\n\nChoices that are hard to undo, and why they were made.\n\n"
    return head + "\n".join(lines) + "\n"


def demo() -> str:
    """What `make demo` prints where the output is no terminal."""
    command = ["summarize", str(ARTICLES), "--format", "text"]
    with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO(), encoding="utf-8")) as output:
        status = run(command)
    if status:
        raise SystemExit(status)
    output.seek(0)
    return output.read()


def commands() -> str:
    """The page of all commands, from their parsers."""
    return "\n".join([COMMANDS_HEAD, *(command_section(each) for each in parsers())])


def parsers() -> Iterator[Parser]:
    """The parser of the program, of each command, and of each command of a group."""
    yield main_parser()
    for name in COMMANDS:
        if name not in GROUPS:
            yield command_parser(name, load(name))
            continue
        yield group_parser(name)
        for inner in GROUPS[name]:
            yield command_parser(f"{name} {inner}", load(f"{name} {inner}"))


def command_section(parser: Parser) -> str:
    """A command: what it does, its arguments and its examples."""
    about, _, listed = (parser.description or "").strip().partition("\n\n")
    parts = [f"## {parser.prog}", about]
    if listed:
        parts.append(f"```text\n{listed}\n```")
    if parser.arguments:
        rows = [argument_row(each) for each in parser.arguments if each.dest != "help"]
        parts.append("\n".join(["| argument | meaning |", "|---|---|", *rows]))
    if parser.epilog:
        parts.append(f"```text\n{parser.epilog.strip()}\n```")
    return "\n\n".join(parts) + "\n"


def argument_row(action: argparse.Action) -> str:
    """A row of the table of arguments; argparse's own layout differs between its versions."""
    names = ", ".join(f"`{each}`" for each in action.option_strings)
    value = action.metavar or "" if action.nargs != 0 else ""
    if action.choices and not action.metavar:
        value = "|".join(map(str, action.choices))
    shown = " ".join(
        filter(None, [names, f"`{value or action.dest}`" if value or not names else ""])
    )
    return f"| {shown.replace('|', chr(92) + '|')} | {cell(action.help or '')} |"


def cell(text: str) -> str:
    """Text in one cell of a table."""
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;").replace("%%", "%")


def settings() -> str:
    """The page of all settings, from the table that the command line reads."""
    rows = []
    for key in KEYS:
        option = f"`{key.option}`" if key.option else ""
        variable = None if key.kind == "prices" else key.variable  # a table has none
        variables = ", ".join(f"`{each}`" for each in (variable, key.also) if each)
        texts = f"{cell(key.meaning)} | {cell(key.usual)}"
        rows.append(f"| `{key.name}` | {option} | {variables} | {texts} |")
    return "\n".join([SETTINGS_HEAD, *rows]) + "\n"


def schemas() -> str:
    """The page of all JSON Schemas: keys, what may stand there, and what it means."""
    files = [path for folder in SCHEMAS for path in sorted((ROOT / folder).glob("*.json"))]
    return "\n".join([SCHEMAS_HEAD, *(schema_section(path) for path in files)])


def schema_section(path: Path) -> str:
    """One schema with the objects that it is made of."""
    schema = json.loads(path.read_text(encoding="utf-8"))
    title = schema.get("title", path.stem)
    parts = [f"## {title}", f"`{path.name}`. {schema.get('description', '')}".strip()]
    parts.append(keys(schema))
    for name, inner in schema.get("$defs", {}).items():
        parts.append(f"### {name} ({path.stem})")
        parts += [text for text in (inner.get("description"), keys(inner)) if text]
    return "\n\n".join(filter(None, parts)) + "\n"


def keys(schema: dict[str, Any]) -> str:
    """The table of an object's keys; nothing where it is no object with keys of its own."""
    rows = []
    for name, value in schema.get("properties", {}).items():
        shown = f"`{name}`" if name in schema.get("required", ()) else f"*`{name}`*"
        rows.append(f"| {shown} | {cell(kind(value))} | {cell(value.get('description', ''))} |")
    return "\n".join(["| key | value | meaning |", "|---|---|---|", *rows]) if rows else ""


def kind(schema: dict[str, Any]) -> str:
    """What may stand there, in words."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "enum" in schema or "const" in schema:
        return " or ".join(json.dumps(each) for each in schema.get("enum", [schema.get("const")]))
    if options := schema.get("anyOf") or schema.get("oneOf"):
        return " or ".join(map(kind, options))
    if schema.get("type") == "array":
        return f"list of {kind(schema['items'])}" if "items" in schema else "list"
    given = schema.get("type", "any")
    return given if isinstance(given, str) else " or ".join(given)


def python() -> str:
    """The page of the public Python names, from their docstrings."""
    names = [name for name in summarizer.__all__ if not name.startswith("__")]
    ordered = sorted(names, key=lambda name: (not name.islower(), name))
    return "\n".join(
        [PYTHON_HEAD, *(name_section(name, getattr(summarizer, name)) for name in ordered)]
    )


def name_section(name: str, thing: Any) -> str:  # noqa: ANN401  (a function or a class)
    """A public name: how it is called, and its docstring."""
    text = inspect.getdoc(thing) or ""
    if isinstance(thing, type) and issubclass(thing, Exception):
        status = (
            f"Exit status of the command line: {thing.exit_status}."
            if hasattr(thing, "exit_status")
            else ""
        )
        return "\n\n".join(filter(None, [f"## {name}", prose(text), status])) + "\n"
    return f"## {name}\n\n```python\n{signature(name, thing)}\n```\n\n{prose(text)}\n"


def signature(name: str, thing: Any) -> str:  # noqa: ANN401  (the same)
    """The call, an argument a line; inspect's own layout differs between versions of Python."""
    lines, starred = [], False
    found = inspect.signature(thing)
    for each in found.parameters.values():
        if each.kind is each.KEYWORD_ONLY and not starred:
            lines.append("    *,")
            starred = True
        default = "" if each.default is each.empty else f" = {shown_default(each.default)}"
        lines.append(f"    {each.name}: {each.annotation}{default},")
    answer = "" if isinstance(thing, type) else f" -> {found.return_annotation}"
    return "\n".join([f"{name}(", *lines, f"){answer}"])


def shown_default(value: object) -> str:
    """A default; one that is made anew for each object is an empty mapping here."""
    return "{}" if type(value).__name__ == "_HAS_DEFAULT_FACTORY_CLASS" else repr(value)


def prose(docstring: str) -> str:
    """A docstring in Google's style as Markdown."""
    first, *rest = SECTION.split(docstring)
    parts = [first.strip()]
    for title, body in zip(rest[::2], rest[1::2], strict=True):
        text = textwrap.dedent(body.strip("\n")).strip()
        if title == "Examples":
            parts.append(f"```pycon\n{text}\n```")
        else:
            items = ENTRY.sub(r"- `\1`: ", text) if title != "Returns" else text
            parts.append(f"**{title}**\n\n{items}")
    return "\n\n".join(parts)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
