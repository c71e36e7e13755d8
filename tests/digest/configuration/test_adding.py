"""Feeds are added to a job; the rest of the file stays as people wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.digest.configuration.adding import with_feeds
from summarizer.digest.fetching.opml import Subscription
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

NEW = Subscription(address="https://belm.example/rss", title='The "Echo"')
PLAIN = Subscription(address="https://north.example/a")
REST = """
window = "24h" # a day

# where to
[job.morning.deliver]
folder = "out"
"""
ECHO = r'{ url = "https://belm.example/rss", outlet = "The \"Echo\"" }'
BOTH = f'    {ECHO},\n    "https://north.example/a",'


def added(folder: Path, text: str, *feeds: Subscription) -> str:
    path = folder / "digest.toml"
    path.write_bytes(text.encode())
    return with_feeds(path, "morning", feeds)[0]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[]", f"[\n{BOTH}\n]"),
        ("[ 'http://one.example/' ] # few", f"[\n    'http://one.example/',\n{BOTH}\n] # few"),
        (
            '[\r\n  "http://one.example/", # first\r\n  "http://two.example/"\r\n]',
            f'[\r\n  "http://one.example/", # first\r\n  "http://two.example/",\n{BOTH}\r\n]',
        ),
    ],
)
def test_feeds_come_behind_those_of_the_job(tmp_path: Path, before: str, after: str) -> None:
    text = f"# mine\n[job.morning]\nfeeds = {before}{REST}"
    assert added(tmp_path, text, NEW, PLAIN) == f"# mine\n[job.morning]\nfeeds = {after}{REST}"


@pytest.mark.parametrize(
    "known",
    ['"https://belm.example:443/rss"', '{ url = "https://BELM.example/rss", outlet = "Echo" }'],
)
def test_a_feed_that_is_there_is_not_added_again(tmp_path: Path, known: str) -> None:
    text = f"[job.morning]\nfeeds = [{known}, 5]{REST}"
    assert added(tmp_path, text, NEW) == text


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("job = 1", "no-job", "write [job.NAME]"),
        ("[job.evening]", "no-job", "the jobs are evening"),
        ("[job.morning]\nfolders = ['a']", "bad-config", "write feeds = [] below [job.morning]"),
        ("[job", "bad-config", "mend it"),
    ],
)
def test_where_no_feeds_can_be_added(tmp_path: Path, text: str, code: str, hint: str) -> None:
    with pytest.raises(UsageError) as error:
        added(tmp_path, text, NEW)
    assert (error.value.code, hint in error.value.hint) == (code, True)
