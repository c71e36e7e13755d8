"""What becomes of one request, over a real socket."""

from __future__ import annotations

import gzip
import json
import socket
from typing import TYPE_CHECKING

import pytest

from summarizer.errors import ProviderError, UsageError
from summarizer.model.summary import Tokens
from summarizer.write.chat import ChatSettings, Key, Timing, list_models, only_model, open_chat
from summarizer.write.chat.exchange import Answer
from summarizer.write.chat.received import LARGEST
from tests.fault_server import Fault, answers, fails
from tests.question import question

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.write.chat.exchange import Chat, Request
    from tests.fault_server import FaultServer

GOOD = answers('{"name": "Ida Holm"}')


def ask_once(opened: Callable[..., Chat], request: Request, **settings: object) -> ProviderError:
    """The failure of a single attempt."""
    with pytest.raises(ProviderError) as caught:
        opened(attempts=1, **settings)(request)
    return caught.value


def test_an_answer_has_its_text_its_tokens_and_the_name_of_the_model(
    opened: Callable[..., Chat], fault_server: FaultServer
) -> None:
    fault_server.give(GOOD)
    assert opened()(question()) == Answer(
        text='{"name": "Ida Holm"}',
        finish="stop",
        model="test-model",
        tokens=Tokens(input=11, output=7),
        seconds=0.0,
    )


def test_the_request_is_sent_as_it_is_said(
    opened: Callable[..., Chat], fault_server: FaultServer
) -> None:
    fault_server.give(GOOD)
    request = question(seed=3, temperature=0.0)
    opened(key=Key("sk-secret"))(request)
    (received,) = fault_server.requests
    assert (received.path, received.body) == ("/v1/chat/completions", request.body())
    assert received.headers["authorization"] == "Bearer sk-secret"


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (fails(401, "Incorrect API key provided: sk-se***et"), "key-refused"),
        (fails(402, "Insufficient Balance"), "quota-exhausted"),
        (fails(403, "Country not supported"), "access-refused"),
        (fails(404, "The model `m` does not exist", code="model_not_found"), "model-not-found"),
        (fails(404, 'model "m" not found, try pulling it first'), "model-not-found"),
        (fails(400, "Invalid model: m"), "model-not-found"),
        (fails(404, "Unknown request URL: POST /chat/completions"), "wrong-address"),
        (Fault(status=308, headers={"Location": "https://127.0.0.1:9/v1"}), "wrong-address"),
        (fails(429, "You exceeded your quota", code="insufficient_quota"), "quota-exhausted"),
        (fails(429, "Rate limit reached"), "rate-limited"),
        (fails(400, "maximum context length", code="context_length_exceeded"), "request-too-long"),
        (fails(400, "request (9 tokens) exceeds the available context size"), "request-too-long"),
        (fails(413, "Payload too large"), "request-too-long"),
        (fails(400, "The response was filtered", code="content_filter"), "content-filtered"),
        (fails(400, "temperature: only 1 is supported"), "request-refused"),
        (fails(418, "I am a teapot"), "request-refused"),
        (fails(500, "Something went wrong"), "provider-failed"),
        (Fault(body=b"<html>Bad gateway</html>", status=502), "provider-failed"),
        (fails(408, "Timed out"), "provider-failed"),
        (Fault(), "bad-response"),
        (
            Fault(body=b"<html>Sign in</html>", headers={"Content-Type": "text/html"}),
            "bad-response",
        ),
        (Fault(body=GOOD.body[:100]), "bad-response"),
        (Fault(body=b"[" * 100_000), "bad-response"),
        (Fault(body=b'{"choices": []}'), "bad-response"),
        (Fault(body=b'{"choices": [{"message": null}]}'), "bad-response"),
        (Fault(body=b'{"error": {"message": "upstream is down"}}'), "bad-response"),
        (Fault(body=GOOD.body[:100], length=len(GOOD.body)), "connection-failed"),
        (Fault(reset=True, length=10), "connection-failed"),
        (Fault(body=b"no gzip", headers={"Content-Encoding": "gzip"}), "connection-failed"),
        (answers(None, refusal="I cannot help with that."), "model-refused"),
        (answers(None, finish_reason="content_filter"), "content-filtered"),
        (Fault(body=b" " * 65536, endless=True), "answer-too-large"),
        (Fault(body=b" " * 65536, status=500, endless=True), "answer-too-large"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_each_failure_has_a_code(
    opened: Callable[..., Chat],
    fault_server: FaultServer,
    fault: Fault,
    code: str,
) -> None:
    fault_server.give(fault)
    error = ask_once(opened, question())
    assert (error.code, error.exit_status) == (code, 4)
    assert error.hint.endswith("or use --writer extractive, which needs no model")


@pytest.mark.parametrize("status", [400, 404, 429, 500])
@pytest.mark.parametrize(
    "document",
    [
        None,
        [1],
        "words",
        {"error": "words"},
        {"error": {"code": [1], "type": {"a": 1}, "message": ["x"], "param": 3}},
        {"detail": [{"loc": ["body"], "msg": "no"}]},
    ],
)
def test_a_failure_of_any_shape_is_a_failure(
    opened: Callable[..., Chat], fault_server: FaultServer, status: int, document: object
) -> None:
    fault_server.give(Fault(body=json.dumps(document).encode(), status=status))
    assert isinstance(ask_once(opened, question()), ProviderError)


def test_the_words_of_the_server_are_quoted_on_one_line_and_not_too_many(
    opened: Callable[..., Chat], fault_server: FaultServer
) -> None:
    fault_server.give(fails(400, "Bad\n  request " + "x" * 5000))
    message = ask_once(opened, question()).message
    assert "“Bad request xxx" in message
    assert len(message) < 400


@pytest.mark.parametrize("status", [400, 401, 404, 429, 500])
def test_no_failure_tells_the_key(
    opened: Callable[..., Chat],
    fault_server: FaultServer,
    status: int,
) -> None:
    fault_server.give(fails(status, "Your key sk-secret is not welcome"))
    error = ask_once(opened, question(), key=Key("sk-secret"))
    assert "sk-secret" not in f"{error.message}{error.args}{error.hint}"
    assert error.__cause__ is None


def test_a_key_goes_to_no_other_server(
    opened: Callable[..., Chat], fault_server: FaultServer
) -> None:
    elsewhere = {"Location": fault_server.url.replace("127.0.0.1", "localhost")}
    fault_server.give(Fault(status=307, headers=elsewhere), GOOD)
    assert ask_once(opened, question(), key=Key("sk-secret")).code == "wrong-address"
    assert len(fault_server.requests) == 1


def test_an_answer_that_repeats_the_key_is_kept_without_it(
    opened: Callable[..., Chat], fault_server: FaultServer
) -> None:
    fault_server.give(answers("the key is sk-secret"))
    assert opened(key=Key("sk-secret"))(question()).text == "the key is [key]"


def test_without_a_key_a_placeholder_is_sent(
    opened: Callable[..., Chat],
    fault_server: FaultServer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-another-server")
    fault_server.give(GOOD)
    opened()(question())
    assert fault_server.requests[0].headers["authorization"] == "Bearer none"


@pytest.mark.parametrize(
    "fault", [Fault(silent=True), Fault(body=GOOD.body, drip=0.02)], ids=["hanging", "dripping"]
)
def test_an_answer_that_does_not_come_in_time_is_given_up(
    fault_server: FaultServer, fault: Fault
) -> None:
    fault_server.give(fault)
    settings = ChatSettings(base_url=fault_server.url, timeout=0.2, attempts=1)
    with pytest.raises(ProviderError) as caught:
        open_chat(settings, timing=Timing())(question())
    assert caught.value.code == "provider-timeout"


def test_a_slow_answer_is_waited_for(fault_server: FaultServer) -> None:
    fault_server.give(Fault(body=GOOD.body, drip=0.0005))
    answer = open_chat(ChatSettings(base_url=fault_server.url))(question())
    assert answer.text == '{"name": "Ida Holm"}'
    assert answer.seconds > 0.1


def test_a_server_that_is_not_there(opened: Callable[..., Chat]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # nobody listens
        port = taken.getsockname()[1]
        error = ask_once(opened, question(), base_url=f"http://127.0.0.1:{port}/v1")
    assert error.code == "connection-failed"
    assert error.message == f"127.0.0.1:{port} refuses the connection"


def test_a_server_without_a_name_is_asked_once(opened: Callable[..., Chat]) -> None:
    with pytest.raises(ProviderError) as caught:
        opened(base_url="http://nowhere.invalid/v1")(question())
    assert caught.value.code == "host-unknown"


def test_what_is_compressed_may_hold_less(
    opened: Callable[..., Chat], fault_server: FaultServer
) -> None:
    stored = gzip.compress(bytes(1 << 19), 0)
    fault_server.give(Fault(body=stored, headers={"Content-Encoding": "gzip"}))
    assert len(stored) < LARGEST
    assert ask_once(opened, question()).code == "answer-too-large"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (None, ""),
        ("", ""),
        ("a\ud83d\ude00b", "a😀b"),
        ("half \ud83d", "half \ufffd"),
        ([{"type": "text", "text": "in "}, {"type": "text", "text": "parts"}], "in parts"),
        ({"odd": 1}, ""),
    ],
)
def test_the_text_of_an_answer(
    opened: Callable[..., Chat],
    fault_server: FaultServer,
    content: str | None,
    text: str,
) -> None:
    fault_server.give(answers(content))
    assert opened()(question()).text == text


@pytest.mark.parametrize("usage", [None, [], {"prompt_tokens": "9"}, {"completion_tokens": -1}])
def test_a_server_that_counts_no_tokens(
    opened: Callable[..., Chat],
    fault_server: FaultServer,
    usage: object,
) -> None:
    document = json.loads(GOOD.body) | {"usage": usage}
    fault_server.give(Fault(body=json.dumps(document).encode()))
    assert opened()(question()).tokens == Tokens(input=0, output=0)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ALL_PROXY", "odd://me:sk-secret@127.0.0.1"),
        ("SSL_CERT_FILE", "/no/such/file"),
    ],
)
def test_an_environment_that_cannot_be_used(
    opened: Callable[..., Chat], monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(UsageError) as caught:
        opened(base_url="https://127.0.0.1:9/v1")(question())
    assert caught.value.code == "bad-network-settings"
    assert "sk-secret" not in caught.value.message


def test_models_are_listed(fault_server: FaultServer) -> None:
    fault_server.give(Fault(body=b'{"data": [{"id": "one"}, {"id": ""}, {}, {"id": "two"}]}'))
    assert list_models(ChatSettings(base_url=fault_server.url)) == ("one", "two")
    assert fault_server.requests[0].path == "/v1/models"


def test_the_only_model_needs_no_name(fault_server: FaultServer) -> None:
    fault_server.give(Fault(body=b'{"data": [{"id": "one"}]}'))
    assert only_model(ChatSettings(base_url=fault_server.url)) == "one"


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (Fault(body=b'{"data": [{"id": "one"}, {"id": "two"}]}'), "has one, two"),
        (Fault(body=b'{"data": []}'), "lists none"),
        (fails(404, "Not Found"), "lists none"),
        (Fault(body=b"{}"), "lists none"),
    ],
    ids=["several", "none", "no such address", "no list"],
)
def test_a_model_that_cannot_be_guessed_must_be_named(
    fault_server: FaultServer, fault: Fault, told: str
) -> None:
    fault_server.give(fault)
    with pytest.raises(UsageError) as caught:
        only_model(ChatSettings(base_url=fault_server.url))
    assert caught.value.code == "no-model"
    assert told in caught.value.message


def test_a_list_behind_a_refused_key_is_a_failure_of_the_provider(
    fault_server: FaultServer,
) -> None:
    fault_server.give(fails(401))
    with pytest.raises(ProviderError) as caught:
        only_model(ChatSettings(base_url=fault_server.url))
    assert caught.value.code == "key-refused"
