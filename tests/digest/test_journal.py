"""What digest jobs say: for people, for programs, and as counters."""

from __future__ import annotations

import json
import urllib.request
from typing import TYPE_CHECKING

import pytest

from summarizer.digest.counters import told
from summarizer.digest.journal import Journal
from summarizer.errors import UsageError
from tests.digest.postgres import free_port

if TYPE_CHECKING:
    from pathlib import Path

COUNTED = """\
# HELP summarizer_digest_story_total stories by outcome.
# TYPE summarizer_digest_story_total counter
summarizer_digest_story_total{job="a\\"b",outcome="told"} 2
"""


def test_programs_get_an_object_a_line() -> None:
    lines: list[str] = []
    Journal(lines.append, people=False).tell("story", "warning", job="morning", outcome="failed")
    document = json.loads(lines[0])
    assert document.pop("time").endswith("+00:00")
    assert document == {
        "level": "warning",
        "event": "story",
        "job": "morning",
        "outcome": "failed",
    }


def test_people_get_a_line_of_text() -> None:
    lines: list[str] = []
    journal = Journal(lines.append, people=True)
    journal.tell("chosen", job="morning", period="p", stories=3, items=9)
    journal.tell("story", "warning", job="morning", story="s", outcome="failed", code="bug")
    journal.tell("other", job=None, pieces=1)
    assert lines == [
        "morning p: stories chosen: 3 (of 9 articles)",
        "warning: morning: story s failed: bug",
        "other: pieces 1",
    ]


def test_who_watches_gets_counts_and_warnings_alone() -> None:
    lines: list[str] = []
    seen: list[tuple[str, int, int]] = []
    journal = Journal(lines.append, people=True)
    journal.watch(lambda *told: seen.append(told), lines=False)
    journal.count("sources", 1, 4)
    journal.tell("digest", job="morning", status="complete")
    journal.tell("source", "warning", job="morning", message="no answer")
    journal.watch(None)
    journal.count("sources", 2, 4)
    journal.tell("digest", job="morning", status="complete")
    assert seen == [("sources", 1, 4)]
    assert lines == ["warning: morning: not read: no answer", "morning: the digest is complete"]


def counting() -> Journal:
    journal = Journal(lambda _: None, people=False)
    for _ in range(2):
        journal.tell("story", job='a"b', outcome="told")
    return journal


def test_counters_have_prometheus_text_format() -> None:
    assert COUNTED in counting().metrics()


def test_counters_are_told_on_a_port() -> None:
    port = free_port()
    with told(counting(), str(port)):
        with pytest.raises(UsageError, match=str(port)), told(counting(), str(port)):
            pass
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics") as answer:
            assert answer.headers["Content-Type"].startswith("text/plain; version=0.0.4")
            assert COUNTED in answer.read().decode()


def test_counters_are_kept_in_a_file(tmp_path: Path) -> None:
    with told(counting(), str(tmp_path / "digest.prom")):
        assert COUNTED in (tmp_path / "digest.prom").read_text(encoding="utf-8")
    assert [each.name for each in tmp_path.iterdir()] == ["digest.prom"]
    with pytest.raises(UsageError), told(counting(), str(tmp_path / "no" / "digest.prom")):
        pass
