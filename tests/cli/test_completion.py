"""Completion scripts that their shells accept and that offer what the parsers know."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from summarizer.cli.completion import script
from summarizer.cli.parsing import COMMANDS, GROUPS, SHELLS


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_and_option_is_in_the_script(shell: str) -> None:
    printed = script(shell)
    options = ("max-sentences", "pairs", "items", "select", "print-completion")
    inner = [each for names in GROUPS.values() for each in names]
    assert [name for name in (*COMMANDS, *inner, *options) if name not in printed] == []


@pytest.mark.parametrize("shell", SHELLS)
def test_the_shell_accepts_the_script(shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    done = subprocess.run([shell, "-n"], input=script(shell).encode(), check=False)
    assert done.returncode == 0


def complete(*words: str) -> list[str]:
    """What bash offers for the last word."""
    listed = " ".join(f"'{word}'" for word in words)
    program = (
        f"{script('bash')}\nCOMP_WORDS=({listed}); COMP_CWORD={len(words) - 1}; _summarizer; "
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = subprocess.run(["bash", "-c", program], capture_output=True, text=True, check=True)
    return done.stdout.split()


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("summarizer", "su"), ["summarize"]),
        (("summarizer", "check", "--pa"), ["--pairs"]),
        (("summarizer", "check", "--format", ""), ["text", "json", "sarif", "github"]),
        (("summarizer", "summarize", "--format", "h"), ["html"]),
        (("summarizer", "summarize", "--writer", ""), ["extractive", "openai"]),
        (("summarizer", "--print-completion", "z"), ["zsh"]),
        (("summarizer", "group", "art"), []),
        (("summarizer", "do"), ["doctor"]),
        (("summarizer", "doctor", "--off"), ["--offline"]),
        (("summarizer", "config", ""), ["show"]),
        (("summarizer", "config", "show", "--or"), ["--origin"]),
        (("summarizer", "eval", "ju"), ["judge"]),
        (("summarizer", "eval", "judge", "--summ"), ["--summaries"]),
        (("summarizer", "digest", "se"), ["serve"]),
        (("summarizer", "digest", "run", "--no"), ["--now"]),
        (("summarizer", "check", "--qui"), ["--quiet"]),
    ],
)
def test_bash_completes(words: tuple[str, ...], expected: list[str]) -> None:
    assert complete(*words) == expected
