"""Our JSON is read claim by claim, a broken one as far as it goes."""

from __future__ import annotations

import json

import pytest

from summarizer.errors import InputError
from summarizer.verify import check, parse
from summarizer.verify.examples import whole_summary
from summarizer.verify.pairs import plain_article, plain_story

SENTENCE = "A fire closed the harbour of Arden on Monday."
STORY = plain_story([plain_article(1, SENTENCE)])


def test_claims_and_exact_citations() -> None:
    document = parse(whole_summary(SENTENCE, kind="event"))
    assert [claim.index for claim in document.claims] == [-1, 0]
    assert [c.exact for c in document.claims[1].parts[0].citations] == [SENTENCE]


def test_a_broken_document_is_found_and_not_fatal() -> None:
    data = json.loads(whole_summary(SENTENCE, kind="event"))
    data["claims"][0]["citations"][0]["start"] = "0"
    del data["events"]
    rules = {finding.rule for finding in check(parse(json.dumps(data)), STORY).findings}
    assert rules == {"SCH101", "CIT101"}


def test_broken_json_is_an_input_error() -> None:
    with pytest.raises(InputError):
        parse('{"headline": ')
