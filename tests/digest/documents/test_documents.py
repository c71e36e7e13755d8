"""A digest as JSON, Markdown, page, mail and feed: valid, the same bytes, nothing comes alive."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import feedparser
import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from summarizer.digest.documents import atom, data, markdown, page
from summarizer.digest.documents.mail import message
from summarizer.digest.documents.wording import left_out, unread
from summarizer.digest.model import Change, Changes, Delivery, Digest, Failed, Problem, Selection
from summarizer.digest.settings import EmailSettings
from summarizer.errors import DeliveryError
from tests.digest.newspaper import FLOOD, FLOOD_TOO, digest, item, told
from tests.model.test_schemas import SCHEMAS

STORY = told("flood", (item("1", "Holt Echo", FLOOD), item("2", "Northern Post", FLOOD_TOO)))
CHANGES = Changes(
    since="2026-03-02T0600+0100",
    new=(Change(text="The army sent <b>pumps</b>.", before=None, citations=()),),
    corrected=(Change(text="65 people left.", before="40 people left.", citations=()),),
    withdrawn=(),
)
WHOLE = replace(
    digest(STORY, changes=CHANGES),
    status="degraded",
    failed=(
        Failed(story="x", title="<script>alert(1)</script>", addresses=(), code="c", message="m"),
    ),
    problems=(Problem(place="https://example.org/feed", code="gone", message="it is gone"),),
)
FEED = Path("feed.xml")
SELECTION = Selection(
    articles=37,
    stories=14,
    few_outlets=11,
    nothing_new=1,
    few_origins=2,
    beyond=0,
    min_outlets=2,
    min_origins=3,
    max_stories=10,
)


@pytest.mark.parametrize(
    "each", [WHOLE, digest(STORY), digest(), replace(digest(), selection=SELECTION)]
)
def test_the_json_is_valid_by_its_schema(each: Digest) -> None:
    registry = Registry().with_resources(
        (schema["$id"], Resource.from_contents(schema)) for schema in SCHEMAS.values()
    )
    Draft202012Validator(SCHEMAS["digest"], registry=registry).validate(json.loads(data.text(each)))
    assert json.loads(data.line(each)) == json.loads(data.text(each))


def test_markdown_has_the_story_with_what_changed_before_it() -> None:
    text = markdown.text(WHOLE)
    lines = text.splitlines()
    assert lines[0] == "# morning, 3 March 2026, 06:00"
    assert lines[2] == "1 story. 1 could not be told. 1 place could not be read."
    assert "- **corrected:** 65 people left. (before: 40 people left.)" in lines
    assert "- https://example.org/feed: it is gone" in lines
    assert "<b>" not in text.replace("\\<", "")
    assert text.index("corrected") < text.index(STORY.summary.claims[0].text)
    assert f"[^1.{STORY.summary.claims[0].id}]:" in text


@pytest.mark.parametrize("made", [page.text, page.fragment])
def test_pages_escape_what_articles_say(made: object) -> None:
    assert callable(made)
    text = made(WHOLE)
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "&lt;b&gt;pumps" in text
    assert made(WHOLE) == text


def test_an_empty_digest_says_why() -> None:
    empty = replace(digest(), selection=SELECTION)
    why = (
        "37 articles in the window, 14 stories; left out: 11 with fewer than 2 outlets, "
        "1 with nothing new since the last digest, 2 with fewer than 3 origins."
    )
    for made in (markdown.text, page.text, page.fragment):
        assert f"Nothing to tell: no story met what this digest asks for. {why}" in made(empty)
        assert "Nothing to tell" in made(digest())
    assert json.loads(data.text(empty))["selection"]["few_outlets"] == 11


def test_the_rest_of_a_long_list_is_counted() -> None:
    assert left_out(replace(SELECTION, few_outlets=0, nothing_new=0, few_origins=0, beyond=4)) == (
        "37 articles in the window, 14 stories; left out: 4 beyond the best 10."
    )
    assert left_out(replace(SELECTION, articles=0)) == "No article is dated in the window."


@pytest.mark.parametrize(
    ("place", "message", "told"),
    [
        ("https://a.example/x", "https://a.example/x is gone", "https://a.example/x is gone"),
        ("https://a.example/x", "no such host", "https://a.example/x: no such host"),
        ("https://u:pw@a.example/", "wrong", "https://…@a.example/: wrong"),
    ],
)
def test_a_place_is_named_once_and_without_a_password(place: str, message: str, told: str) -> None:
    assert unread(Problem(place=place, code="c", message=message)) == told


def test_a_mail_has_a_stable_id_and_a_way_out() -> None:
    settings = EmailSettings(
        smtp="smtp://127.0.0.1",
        sender="Desk <desk@example.org>",
        to=("ann@example.org",),
        unsubscribe="https://example.org/out",
    )
    delivery = Delivery(
        job="morning", period=WHOLE.period, channel="email", recipient="ann@example.org"
    )
    mail = message(WHOLE, settings, delivery)
    assert mail.as_bytes() == message(WHOLE, settings, delivery).as_bytes()
    assert mail["Message-ID"].endswith("@example.org>")
    assert mail["List-Unsubscribe"] == "<https://example.org/out>"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    kinds = [part.get_content_type() for part in mail.iter_parts()]
    assert kinds == ["text/plain", "text/html"]
    other = replace(delivery, recipient="tom@example.org")
    assert message(WHOLE, settings, other)["Message-ID"] != mail["Message-ID"]


def test_a_feed_keeps_one_entry_a_period_the_newest_first() -> None:
    monday = replace(WHOLE, period="2026-03-02T0600+0100", at="2026-03-02T06:00:00+01:00")
    once = atom.text(WHOLE, None, "https://example.org/feed.xml", FEED)
    twice = atom.text(monday, once.encode(), "https://example.org/feed.xml", FEED)
    again = atom.text(WHOLE, twice.encode(), "https://example.org/feed.xml", FEED)
    assert again == twice
    found = feedparser.parse(again.encode())
    assert not found.bozo
    assert [each.title for each in found.entries] == [
        "morning, 3 March 2026, 06:00",
        "morning, 2 March 2026, 06:00",
    ]
    assert found.entries[0].id == "urn:summarizer:digest:morning:2026-03-03T0600+0100"


@pytest.mark.parametrize(
    "before", [b"no feed", b"<rss/>", b'<!DOCTYPE a [<!ENTITY b "c">]><feed/>']
)
def test_a_file_that_is_no_feed_is_left_alone(before: bytes) -> None:
    with pytest.raises(DeliveryError, match=r"feed\.xml is no Atom feed"):
        atom.text(WHOLE, before, None, FEED)
    assert "<link" not in atom.text(WHOLE, None, None, FEED)
