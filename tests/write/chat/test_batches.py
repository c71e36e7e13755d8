"""OpenAI's Batch API over loopback."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from summarizer.errors import ProviderError
from summarizer.write.chat import ChatSettings, Key
from summarizer.write.chat.batches import MOST, Batches
from tests.batch_server import BatchServer, batch_server
from tests.question import question

if TYPE_CHECKING:
    from collections.abc import Iterator

KEY = "sk-test-0123456789"


@pytest.fixture
def server() -> Iterator[BatchServer]:
    with batch_server() as server:
        yield server


def batches(server: BatchServer) -> Batches:
    return Batches(ChatSettings(base_url=server.url, key=Key(KEY)))


def test_requests_are_sent_as_the_api_wants_them(server: BatchServer) -> None:
    request = question()
    batch, count = batches(server).submit([request], "a purpose")
    orders = [
        {
            "custom_id": request.key,
            "method": "POST",
            "url": "/v1/chat/completions",
            "body": json.loads(json.dumps(request.body())),
        }
    ]
    assert (batch.ended, count, server.orders()) == (False, 1, [orders])


def test_what_was_made_for_a_purpose_is_not_made_again(server: BatchServer) -> None:
    api = batches(server)
    first, second, other = (
        api.submit([question()], purpose)[0].id for purpose in ("one", "one", "two")
    )
    assert first == second != other


def test_more_requests_than_a_batch_takes_are_left(server: BatchServer) -> None:
    many = [question()] * (MOST + 1)
    assert batches(server).submit(many, "many")[1] == MOST


def test_only_answers_are_taken_from_the_files(server: BatchServer) -> None:
    api = batches(server)
    requests = [question(), question(max_tokens=50)]
    server.spoiled = 1
    name = api.submit(requests, "two")[0].id
    batch = api.look(name)
    server.files[batch.files[0]] += (
        b'no JSON\n{"custom_id": 3}\n{"custom_id": "x", "response": 1}\n'
    )
    found = api.answers(batch)
    assert {key: each.batched for key, each in found.items()} == {requests[1].key: True}


def test_a_key_that_the_server_repeats_is_not_in_the_answers(server: BatchServer) -> None:
    api = batches(server)
    server.first = f"your key is {KEY}"
    batch = api.look(api.submit([question()], "one")[0].id)
    assert [KEY in each.text for each in api.answers(batch).values()] == [False]


def test_a_batch_that_failed_says_why(server: BatchServer) -> None:
    server.refusal = "The model does not take batches."
    batch = batches(server).submit([question()], "one")[0]
    assert (batch.ended, batch.trouble) == (
        True,
        "the batch failed: “The model does not take batches.”",
    )


def test_a_server_without_batches_is_told(server: BatchServer) -> None:
    server.absent = True
    with pytest.raises(ProviderError, match="nothing at this address"):
        batches(server).submit([question()], "one")


def test_what_the_server_keeps_is_deleted_as_far_as_it_lets_us(server: BatchServer) -> None:
    api = batches(server)
    batch = api.look(api.submit([question()], "one")[0].id)
    api.forget(batch)
    assert server.files == {}
    server.away = True
    api.forget(batch)
