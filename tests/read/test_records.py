"""Articles as JSON under the usual names of fields."""

from __future__ import annotations

import json

from summarizer.read.raw import Given
from summarizer.read.records import parse_lines, parse_value


def test_usual_names_of_fields() -> None:
    value = {
        "Headline": "Bridge closed",
        "content": "The bridge is closed.",
        "link": "https://harbour.example/1",
        "source": {"name": "Harbour News"},
        "publishedAt": "ignored",
        "date": "17/10/2023",
        "authors": ["Mara Ilves", {"name": "Jon Brook"}],
    }
    (record,) = parse_value(json.dumps(value), "a.json")
    assert record.text == "The bridge is closed."
    assert record.given == Given(
        title="Bridge closed",
        url="https://harbour.example/1",
        outlet="Harbour News",
        published="2023-10-17",
        byline="Mara Ilves, Jon Brook",
    )


def test_lists_and_lines_have_places() -> None:
    items = [{"text": "One."}, {"body": "Two."}]
    listed = parse_value(json.dumps(items), "a.json")
    lines = parse_lines("\n".join(map(json.dumps, items)) + "\n", "a.jsonl")
    nested = parse_value(json.dumps({"articles": items}), "a.json")
    assert [r.place for r in listed] == ["#1", "#2"] == [r.place for r in nested]
    assert [(r.place, r.text) for r in lines] == [("1", "One."), ("2", "Two.")]


def test_one_object_over_several_lines() -> None:
    (record,) = parse_lines(json.dumps({"text": "One."}, indent=1), "-")
    assert (record.place, record.text) == (None, "One.")


def test_text_goes_before_a_page_and_is_made_sound() -> None:
    (record,) = parse_value('{"html": "<p>x</p>", "text": "a\\ud800b\\u0000"}', "a.json")
    assert record.text == "a�b�"
