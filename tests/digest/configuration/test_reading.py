"""What `digest.toml` may say, and what is said of what it may not."""

from __future__ import annotations

from datetime import timedelta
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from summarizer.digest.configuration.reading import read_settings
from summarizer.digest.model import FeedSource
from summarizer.digest.settings import DeliverySettings, EmailSettings, WebhookSettings
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = """\
state = "postgresql://desk@db.example/digests"
keep_days = 30
[job.morning]
schedule = "0 6 * * 1-5"
timezone = "Europe/Berlin"
missed = "all"
feeds = ["http://127.0.0.1:8001/a.xml", { url = "https://b.example/rss", outlet = "The B" }]
folders = ["articles"]
addresses = ["/pages.txt"]
window = "36h"
min_outlets = 3
min_origins = 2
max_stories = 5
max_words = 200
max_sentences = 6
writer = "openai"
model = "quill-2"
base_url = "http://127.0.0.1:11434/v1"
limits = { requests_per_minute = 60, tokens_per_minute = 9000, concurrency = 2, max_cost = 0.5 }
allow_private_network = true
fetch = { contact = "https://desk.example", floor = 60, articles_per_feed = 20 }
[job.morning.deliver]
folder = "out"
atom = "out/feed.xml"
email = { smtp = "smtp://127.0.0.1:8025", from = "desk@example.org", to = ["a@example.org"] }
webhook = { url = "https://example.org/hook", secret_env = "HOOK_SECRET" }
"""
SMALL = """\
[job.morning]
schedule = "0 6 * * *"
folders = ["articles"]
{more}
[job.morning.deliver]
folder = "out"
{deliver}
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "digest.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_everything_that_can_be_said(tmp_path: Path) -> None:
    settings = read_settings(written(tmp_path, WHOLE))
    job = settings.job("morning")
    assert (settings.state, settings.keep_days) == ("postgresql://desk@db.example/digests", 30)
    assert job.sources == (
        FeedSource(kind="feed", place="http://127.0.0.1:8001/a.xml"),
        FeedSource(kind="feed", place="https://b.example/rss", outlet="The B"),
        FeedSource(kind="folder", place=str(tmp_path / "articles")),
        FeedSource(kind="addresses", place="/pages.txt"),
    )
    assert (str(job.timezone), job.window, job.missed) == (
        "Europe/Berlin",
        timedelta(hours=36),
        "all",
    )
    numbers = (job.min_outlets, job.min_origins, job.max_stories, job.max_words, job.max_sentences)
    assert numbers == (3, 2, 5, 200, 6)
    assert job.model is not None
    assert (job.model.name, job.model.requests_per_minute, job.model.max_cost) == (
        "quill-2",
        60,
        0.5,
    )
    assert (job.fetch.allow_private_network, job.fetch.floor) == (True, 60)
    assert job.deliver == DeliverySettings(
        folder=tmp_path / "out",
        atom=tmp_path / "out" / "feed.xml",
        email=EmailSettings(
            smtp="smtp://127.0.0.1:8025", sender="desk@example.org", to=("a@example.org",)
        ),
        webhook=WebhookSettings(url="https://example.org/hook", secret_env="HOOK_SECRET"),  # noqa: S106  (the name of a variable)
    )


def test_what_is_not_said_is_usual(tmp_path: Path) -> None:
    settings = read_settings(written(tmp_path, SMALL.format(more="", deliver="")))
    job = settings.job("morning")
    assert (settings.state, job.writer, job.model) == (
        str(tmp_path / "state.db"),
        "extractive",
        None,
    )
    assert (job.window, str(job.timezone), job.missed) == (timedelta(days=1), "UTC", "latest")


@pytest.mark.parametrize(
    ("more", "deliver", "message", "hint"),
    [
        ("widnow = '1d'", "", "no key 'job.morning.widnow'", "did you mean 'window'?"),
        ("window = 'soon'", "", "'job.morning.window' is 'soon'", '"24h"'),
        ("writer = 'openai'\nbatch = 'soon'", "", "'job.morning.batch' is 'soon'", '"24h"'),
        ("writer = 'openai'\nbatch = '2d'", "", "'job.morning.batch' is '2d'", "at most"),
        ("batch = '2h'", "", "'job.morning.batch' is '2h'", 'writer = "openai"'),
        ("model = 'm'", "", "'job.morning.model' is 'm'", 'writer = "openai"'),
        ("timezone = 'Mars'", "", "'job.morning.timezone' is 'Mars'", "Europe/Berlin"),
        ("missed = 'some'", "", "'job.morning.missed' is 'some'", '"skip", "latest", "all"'),
        ("min_outlets = 0", "", "'job.morning.min_outlets' is 0", "1 or more"),
        ("min_outlets = true", "", "'job.morning.min_outlets' is True", "whole number"),
        ("feeds = ['ftp://x']", "", "'job.morning.feeds'", "http://"),
        ("feeds = [{ ulr = 'https://x' }]", "", "'job.morning.feeds.url' is missing", "a text"),
        ("fetch = { flor = 1 }", "", "no key 'job.morning.fetch.flor'", "'floor'"),
        ("", "mail = 1", "no key 'job.morning.deliver.mail'", "'email'"),
        (
            "",
            "webhook = { url = 'https://u:p@x' }",
            "'job.morning.deliver.webhook.url'",
            "password",
        ),
        (
            "",
            "email = { smtp = 'smtp://x', from = 'd@x', to = [] }",
            "'job.morning.deliver.email.to'",
            "desk@example.org",
        ),
    ],
)
def test_every_error_names_file_and_key(
    tmp_path: Path, more: str, deliver: str, message: str, hint: str
) -> None:
    path = written(tmp_path, SMALL.format(more=more, deliver=deliver))
    with pytest.raises(UsageError) as error:
        read_settings(path)
    assert error.value.message.startswith(f"{path}: ")
    assert message in error.value.message
    assert hint in error.value.hint


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "there is no job"),
        ("[job.morning]\nschedule = '0 6 * * *'", "'job.morning.feeds' is missing"),
        ("[job.morning]\nfolders = ['a']", "'job.morning.schedule' is missing"),
        ("[job.morning]\nfolders = ['a']\nschedule = '61 * * * *'", "'job.morning.schedule' is"),
        ("[job.morning]\nfolders = ['a']\nschedule = '1 * * * *'", "go nowhere"),
        ("[job.'a b']\nfolders = ['a']", "no job can be named 'a b'"),
        ("job = 1", "'job' is 1"),
        ("[job", "no TOML"),
    ],
)
def test_files_that_are_no_settings(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(UsageError, match=r".") as error:
        read_settings(written(tmp_path, text))
    assert message in error.value.message


def test_the_file_that_init_writes_is_one(tmp_path: Path) -> None:
    package = files("summarizer").joinpath("digest").joinpath("configuration")
    text = package.joinpath("digest.toml").read_text(encoding="utf-8")
    assert [job.name for job in read_settings(written(tmp_path, text)).jobs] == ["morning"]
