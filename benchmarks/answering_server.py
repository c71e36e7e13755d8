"""A server of the OpenAI protocol that answers every request after a while, in its own process.

    python -m benchmarks.answering_server SECONDS

It prints its address, serves until its standard input ends, and then prints one JSON object:
how many requests came, and how many were there at a time, on average and at most. An answer is a
summary in the form that the prompts ask for: the first sentences of the evidence, word for word;
asked to put claims otherwise, it gives them up.
"""

from __future__ import annotations

import json
import re
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

# Lines of the evidence: an article's head, and a sentence with its number.
_HEAD = re.compile(r"^(s\d+) \|")
_SENTENCE = re.compile(r"^(\d+)(?:,[s\d.,]{1,80})?(?: \[[^\]]{1,80}\])?:? (.{1,2000})$")
# Claims of an answer.
_GIVEN = 5


class Presence:
    """How many requests are there, over time."""

    def __init__(self) -> None:
        """Nobody is there yet."""
        self._lock = threading.Lock()
        self._began: float | None = None
        self._changed = 0.0
        self._there = 0
        self._area = 0.0
        self.requests = 0
        self.most = 0

    def change(self, by: int) -> None:
        """Somebody comes or goes."""
        with self._lock:
            now = time.monotonic()
            self._began = now if self._began is None else self._began
            self._area += self._there * (now - (self._changed or now))
            self._changed = now
            self._there += by
            self.requests += by > 0
            self.most = max(self.most, self._there)

    @property
    def mean(self) -> float:
        """Requests at a time, from the first arrival to the last departure."""
        seconds = self._changed - (self._began or 0)
        return self._area / seconds if seconds else 0.0


def summary_of(
    messages: list[dict[str, str]], given: int = _GIVEN, seed: int | None = None
) -> dict[str, Any]:
    """An answer made of so many sentences of the evidence in a request, from the seed's on."""
    claims: list[dict[str, Any]] = []
    source = ""
    for line in messages[-1]["content"].splitlines():
        if head := _HEAD.match(line):
            source = head[1]
        elif source and (sentence := _SENTENCE.match(line)):
            claims.append(_claim(f"{source}.{sentence[1]}", sentence[2]))
    if not claims:  # it is asked to put claims otherwise, and has nothing to say
        return {"claims": []}
    begin = (seed or 1) - 1
    first = claims[0]
    headline = first | {"text": first["text"].rstrip(".")}
    return {"claims": claims[begin : begin + given], "headline": headline}


def _claim(sentence: str, text: str) -> dict[str, Any]:
    empty: dict[str, Any] = {
        "speaker": None,
        "role": None,
        "cue": None,
        "via": [],
        "quotations": [],
    }
    return {"sentences": [sentence], **empty, "text": text, "kind": "event"}


def serve(seconds: float) -> None:
    """Serve until standard input ends."""
    presence = Presence()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # else a body waits 40 ms for its headers to be confirmed

        def do_POST(self) -> None:
            presence.change(+1)
            due = time.monotonic() + seconds
            request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            answer = body(summary_of(request["messages"]))
            time.sleep(max(0.0, due - time.monotonic()))
            presence.change(-1)
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"http://127.0.0.1:{server.server_port}/v1", flush=True)
    sys.stdin.read()
    found = {"requests": presence.requests, "mean": presence.mean, "most": presence.most}
    print(json.dumps(found), flush=True)


def body(summary: dict[str, Any]) -> bytes:
    """The response with this answer."""
    message = {"role": "assistant", "content": json.dumps(summary)}
    choice = {"index": 0, "finish_reason": "stop", "message": message}
    usage = {"prompt_tokens": 1000, "completion_tokens": 400}
    return json.dumps({"model": "answering", "choices": [choice], "usage": usage}).encode()


if __name__ == "__main__":
    serve(float(sys.argv[1]))
