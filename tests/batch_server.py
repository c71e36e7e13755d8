"""A server of OpenAI's Batch API on loopback, beside chat completions; it answers by extracts."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from benchmarks.answering_server import body, summary_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_KNOWN = ("id", "status", "input_file_id", "output_file_id", "error_file_id", "errors", "metadata")


@dataclass(slots=True)
class BatchServer:
    """What it was sent and what it does.

    A batch ends at the `looks`-th look, never if that is None; cancelled, it has one answer, unless
    the server is `stubborn`. `spoiled` of its requests fail; `refusal` is why every batch fails,
    `absent` whether there are none here, `away` whether nothing is. `first` is what it answers to
    requests that show no earlier answer.
    """

    url: str = ""
    looks: int | None = 1
    spoiled: int = 0
    refusal: str | None = None
    absent: bool = False
    away: bool = False
    stubborn: bool = False
    first: str | None = None
    files: dict[str, bytes] = field(default_factory=dict)
    deleted: list[str] = field(default_factory=list)
    batches: dict[str, dict[str, Any]] = field(default_factory=dict)
    direct: list[dict[str, Any]] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def orders(self) -> list[list[dict[str, Any]]]:
        """The requests of each batch."""
        return [each["orders"] for each in self.batches.values()]

    def answer(self, request: dict[str, Any]) -> bytes:
        """A chat completion."""
        asked_before = any(each["role"] == "assistant" for each in request["messages"])
        if self.first is not None and not asked_before:
            message = {"role": "assistant", "content": self.first}
            choice = {"index": 0, "finish_reason": "stop", "message": message}
            usage = {"prompt_tokens": 1000, "completion_tokens": 400}
            return json.dumps({"model": "answering", "choices": [choice], "usage": usage}).encode()
        shown = [each for each in request["messages"] if each["role"] == "user"][:1]
        return body(summary_of(shown))

    def respond(self, method: str, path: str, content: bytes, kind: str) -> tuple[int, bytes]:
        """The status and the body of a response."""
        with self._lock:
            if self.away:
                return 503, b"{}"
            if path == "/v1/chat/completions":
                self.direct.append(json.loads(content))
                return 200, self.answer(self.direct[-1])
            if self.absent:
                return 404, b'{"error": {"message": "Not Found"}}'
            if path.startswith("/v1/files"):
                return self._file(method, path.removeprefix("/v1/files").strip("/"), content, kind)
            return self._batch(method, path.removeprefix("/v1/batches").strip("/"), content)

    def _file(self, method: str, name: str, content: bytes, kind: str) -> tuple[int, bytes]:
        if method == "POST":
            name = self._kept(_uploaded(content, kind))
        elif name.endswith("/content"):
            found = self.files.get(name.removesuffix("/content"))
            return (404, b"{}") if found is None else (200, found)
        elif method == "DELETE":
            self.deleted.append(name)
            del self.files[name]
        return 200, json.dumps({"id": name, "object": "file"}).encode()

    def _batch(self, method: str, name: str, content: bytes) -> tuple[int, bytes]:
        if method == "POST" and not name:
            return 200, _shown(self._made(json.loads(content)))
        if not name:
            listed = [json.loads(_shown(each)) for each in self.batches.values()]
            return 200, json.dumps({"object": "list", "data": listed[::-1]}).encode()
        batch = self.batches[name.removesuffix("/cancel")]
        if method == "POST":
            batch["status"] = "cancelling"
            if not self.stubborn:
                self._end(batch, "cancelled", batch["orders"][:1])
        elif batch["status"] == "in_progress" and self.looks is not None:
            batch["looked"] += 1
            if batch["looked"] >= self.looks:
                self._end(batch, "completed", batch["orders"])
        return 200, _shown(batch)

    def _made(self, wanted: dict[str, Any]) -> dict[str, Any]:
        lines = self.files[wanted["input_file_id"]].splitlines()
        made: dict[str, Any] = {
            "id": f"batch_{len(self.batches) + 1}",
            "status": "in_progress",
            "input_file_id": wanted["input_file_id"],
            "metadata": wanted["metadata"],
            "orders": [json.loads(line) for line in lines],
            "looked": 0,
        }
        if self.refusal is not None:
            made |= {"status": "failed", "errors": {"data": [{"message": self.refusal}]}}
        self.batches[made["id"]] = made
        return made

    def _end(self, batch: dict[str, Any], status: str, answered: list[dict[str, Any]]) -> None:
        good = answered[self.spoiled :]
        bad = [each for each in batch["orders"] if each not in good]
        done = [_line(each, 200, json.loads(self.answer(each["body"]))) for each in reversed(good)]
        missed = [_line(each, 400, {"error": {"message": "no"}}) for each in bad]
        batch["output_file_id"] = self._kept("".join(done).encode()) if done else None
        batch["error_file_id"] = self._kept("".join(missed).encode()) if missed else None
        batch["status"] = status

    def _kept(self, content: bytes) -> str:
        name = f"file-{len(self.files) + len(self.deleted) + 1}"
        self.files[name] = content
        return name


def _shown(batch: dict[str, Any]) -> bytes:
    return json.dumps({name: batch.get(name) for name in _KNOWN}).encode()


def _line(order: dict[str, Any], status: int, answer: dict[str, Any]) -> str:
    response = {"status_code": status, "request_id": "r", "body": answer}
    told = {"id": "batch_req_1", "custom_id": order["custom_id"], "response": response}
    return json.dumps(told | {"error": None}) + "\n"


def _uploaded(content: bytes, kind: str) -> bytes:
    """The file of a form."""
    form = message_from_bytes(b"Content-Type: " + kind.encode() + b"\r\n\r\n" + content)
    parts = [part for part in form.walk() if isinstance(part, Message) and part.get_filename()]
    payload = parts[0].get_payload(decode=True)
    assert isinstance(payload, bytes)
    return payload


@contextmanager
def batch_server() -> Iterator[BatchServer]:
    """A server that runs meanwhile."""
    state = BatchServer()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def _serve(self) -> None:
            content = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            kind = self.headers.get("Content-Type") or ""
            path = urlsplit(self.path).path
            status, answer = state.respond(self.command, path, content, kind)
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        do_GET = do_POST = do_DELETE = _serve  # noqa: N815  (http.server's names)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    state.url = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
