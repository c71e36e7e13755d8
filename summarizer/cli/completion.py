"""Completion scripts for bash, zsh and fish, made from the parsers themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.cli.parsing import COMMANDS, GROUPS, command_parser, load, main_parser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.cli.parsing import Parser


class Option(NamedTuple):
    """An option as a shell sees it: its spellings, the values it takes, and what it does."""

    names: tuple[str, ...]
    values: tuple[str, ...]
    takes_value: bool
    help: str


def script(shell: str) -> str:
    """The completion script for a shell."""
    options = {"": _options(main_parser())}
    options |= {name: _options_of(name) for name in COMMANDS}
    make = {"bash": _bash, "zsh": _zsh, "fish": _fish}[shell]
    return "\n".join(make(options)) + "\n"


def _options_of(name: str) -> list[Option]:
    """The options of a command; of one that consists of others, theirs, each once."""
    names = [f"{name} {each}" for each in GROUPS[name]] if name in GROUPS else [name]
    found = [option for each in names for option in _options(command_parser(each, load(each)))]
    return list({option.names: option for option in reversed(found)}.values())[::-1]


def _options(parser: Parser) -> list[Option]:
    found = [
        Option(
            tuple(action.option_strings),
            tuple(map(str, action.choices or ())),
            action.nargs != 0,
            # what a single-quoted word of a shell or of zsh's _arguments would trip over
            re.sub(r"['\[\]:\\]", "", action.help or ""),
        )
        for action in parser.arguments
    ]
    return [option for option in found if option.names]


def _bash(options: dict[str, list[Option]]) -> Iterator[str]:
    folder = "~/.local/share/bash-completion/completions"
    yield f"# summarizer --print-completion bash > {folder}/summarizer"
    yield "_summarizer() {"
    yield '    local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"'
    yield '    local command="${COMP_WORDS[1]}"'
    yield "    COMPREPLY=()"
    yield '    case "$COMP_CWORD:$command" in 1:*|*:-*) command="" ;; esac'
    yield '    case "$command:$before" in'
    for command, listed in options.items():
        for option in listed:
            if option.values:
                patterns = "|".join(f'"{command}:{name}"' for name in option.names)
                yield f"        {patterns})"
                values = " ".join(option.values)
                yield f'            COMPREPLY=($(compgen -W "{values}" -- "$word"))'
                yield "            return ;;"
    yield "    esac"
    for group, names in GROUPS.items():
        yield f'    if [ "$COMP_CWORD:$command" = "2:{group}" ]; then'
        yield f'        COMPREPLY=($(compgen -W "{" ".join(names)}" -- "$word"))'
        yield "        return"
        yield "    fi"
    yield '    case "$command:$word" in'
    for command, listed in options.items():
        words = " ".join(name for option in listed for name in option.names)
        pattern = f'"{command}:"-*' if command else '":"*'
        words = words if command else f"{' '.join(COMMANDS)} {words}"
        yield f'        {pattern}) COMPREPLY=($(compgen -W "{words}" -- "$word")) ;;'
    yield "    esac"
    yield "}"
    yield "complete -o default -o bashdefault -F _summarizer summarizer"


def _zsh(options: dict[str, list[Option]]) -> Iterator[str]:
    yield "#compdef summarizer"
    yield "# summarizer --print-completion zsh > ~/.zfunc/_summarizer"
    yield "_summarizer() {"
    yield "    if (( CURRENT == 2 )); then"
    yield "        local -a commands=("
    for name, text in COMMANDS.items():
        yield f"            '{name}:{_quoted(text)}'"
    yield "        )"
    yield "        _describe command commands"
    yield from _zsh_arguments(options[""], "        ", files=False)
    yield "        return"
    yield "    fi"
    yield '    local command="$words[2]"'
    yield "    shift words; (( CURRENT-- ))"
    yield '    case "$command" in'
    for name in COMMANDS:
        yield f"        {name})"
        if name in GROUPS:
            listed = " ".join(GROUPS[name])
            yield f"            (( CURRENT == 2 )) && compadd -- {listed} && return"
        yield from _zsh_arguments(options[name], "            ", files=True)
        yield "            ;;"
    yield "    esac"
    yield "}"
    yield '_summarizer "$@"'


def _zsh_arguments(options: list[Option], indent: str, *, files: bool) -> Iterator[str]:
    yield f"{indent}_arguments \\"
    for option in options:
        value = f":value:({' '.join(option.values)})" if option.values else ":value:_files"
        for name in option.names:
            yield f"{indent}    '{name}[{option.help}]{value if option.takes_value else ''}' \\"
    yield f"{indent}    '*:file:_files'" if files else f"{indent}    && return"


def _fish(options: dict[str, list[Option]]) -> Iterator[str]:
    yield "# summarizer --print-completion fish > ~/.config/fish/completions/summarizer.fish"
    for name, text in COMMANDS.items():
        yield f"complete -c summarizer -n __fish_use_subcommand -f -a {name} -d '{_quoted(text)}'"
    for group, names in GROUPS.items():
        where = f"__fish_seen_subcommand_from {group}"
        for name, text in names.items():
            yield f"complete -c summarizer -n '{where}' -f -a {name} -d '{_quoted(text)}'"
    for command, listed in options.items():
        where = f"__fish_seen_subcommand_from {command}" if command else "__fish_use_subcommand"
        for option in listed:
            flags = " ".join(
                f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}"
                for name in option.names
            )
            takes = f" -x -a '{' '.join(option.values)}'" if option.values else " -r"
            value = takes if option.takes_value else ""
            yield f"complete -c summarizer -n '{where}' {flags}{value} -d '{option.help}'"


def _quoted(text: str) -> str:
    return text.replace("'", "").replace(":", "")
