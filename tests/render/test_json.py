from __future__ import annotations

import dataclasses
import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator

from summarizer.model.codec import decode
from summarizer.model.summary import Headline, Summary
from summarizer.render.json import document, line

if TYPE_CHECKING:
    from summarizer.model.findings import CheckReport
    from summarizer.model.story import Inspection


def schema(name: str) -> Any:  # noqa: ANN401  (a JSON value)
    folder = files("summarizer").joinpath("model").joinpath("schemas")
    return json.loads(folder.joinpath(f"{name}.json").read_text(encoding="utf-8"))


def test_documents_are_valid_by_their_schemas(
    summary: Summary, report: CheckReport, inspection: Inspection
) -> None:
    for name, value in (("summary", summary), ("check", report), ("inspection", inspection)):
        Draft202012Validator(schema(name)).validate(json.loads(document(value)))


def test_a_document_is_indented_and_in_the_order_of_its_fields(summary: Summary) -> None:
    text = document(summary)
    assert text.startswith('{\n  "schema": 1,\n  "headline": {\n    "text": "Mill burns down"')
    assert list(json.loads(text)) == [field.name for field in dataclasses.fields(Summary)]


def test_a_line_is_one_line_of_the_same_document(summary: Summary) -> None:
    text = line(summary)
    assert text.count("\n") == 1
    assert json.loads(text) == json.loads(document(summary))


def test_what_terminals_obey_is_escaped_and_reads_back(summary: Summary) -> None:
    odd = "ä “x” \x9b31m \u2028 \u202e \ud800"
    changed = dataclasses.replace(summary, headline=Headline(text=odd, citations=()))
    text = document(changed)
    assert r"ä “x” \u009b31m \u2028 \u202e \ud800" in text
    assert decode(Summary, json.loads(text)) == changed
