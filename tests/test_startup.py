"""A call imports only what it uses: start-up is most of the time of a short run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ARTICLES = (
    Path(__file__).resolve().parent.parent / "eval" / "suites" / "demo" / "ferry" / "articles"
)
# CPU seconds to import each: trafilatura .3, jinja2 .1, jsonschema .1, nupunkt .07,
# charset_normalizer .05, tiktoken .02 and .38 to load its vocabulary, openai 1.2; asyncio, http and
# the like come in only by accident
HEAVY = {"trafilatura", "lxml", "jinja2", "jsonschema", "nupunkt", "charset_normalizer"}
HEAVY |= {"asyncio", "http", "urllib3", "hypothesis", "tiktoken", "regex", "requests"}
HEAVY |= {"dbos", "sqlalchemy", "feedparser", "cronsim", "smtplib"}  # 2.0 s together
HEAVY |= {"openai", "httpx2", "httpcore2", "pydantic", "tenacity", "filelock", "rich"}
CHAT = "from summarizer.write.chat import ChatSettings, open_chat"


def loaded(program: str) -> set[str]:
    """Which heavy modules a program has loaded in the end."""
    listing = (
        "import sys; print(' '.join({m.partition('.')[0] for m in sys.modules}), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", f"{program}; {listing}"], capture_output=True, text=True, check=True
    )
    return set(done.stderr.splitlines()[-1].split()) & HEAVY


@pytest.mark.parametrize(
    ("program", "expected"),
    [
        ("import summarizer", set[str]()),
        ("from summarizer.cli.main import run; run(['--help'])", set[str]()),
        ("from summarizer.cli.main import run; run(['--version'])", set[str]()),
        ("from summarizer.cli.main import run; run(['digest', 'run', '--help'])", set[str]()),
        ("from summarizer.cli.main import run; run(['rules'])", set[str]()),
        ("from summarizer.cli.main import run; run(['eval', '--help'])", set[str]()),
        ("from summarizer.cli.main import run; run(['eval', 'judge', '--help'])", set[str]()),
        (
            f"from summarizer.cli.main import run; run(['summarize', {str(ARTICLES)!r}])",
            {"nupunkt", "jsonschema"},
        ),
        (
            f"from summarizer.cli.main import run; run(['pack', {str(ARTICLES)!r}])",
            {"nupunkt", "tiktoken"},
        ),
        (f"{CHAT}; open_chat(ChatSettings(base_url='http://127.0.0.1:9/v1'))", set[str]()),
    ],
    ids=[
        "package",
        "help",
        "version",
        "digest help",
        "rules",
        "eval",
        "judge",
        "summarize",
        "pack",
        "chat",
    ],
)
def test_nothing_heavy_is_imported_unused(program: str, expected: set[str]) -> None:
    assert loaded(program) <= expected
