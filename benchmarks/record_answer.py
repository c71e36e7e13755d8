"""Recorded answers written by anybody: what a summary asks for next, and an answer kept for it.

    python -m benchmarks.record_answer --cassette DIR --model NAME INPUT... > question.txt
    python -m benchmarks.record_answer --cassette DIR --model NAME --answer FILE INPUT...

Walks a summary with the answers that a cassette has. At the first request without one it prints the
messages, as they would be sent, and ends with status 1; with `--answer` the text of a file (`-`:
standard input) is kept as the answer to that request, and the walk goes on to the next. When all
are there it says what became of the claims and ends with status 0. So an answer that somebody
copied from anywhere becomes a cassette that `summarize --cassette DIR` replays.

`--prompt`, `--max-words` and `--max-sentences` are those of `summarize`; other settings make other
requests. Tokens are counted with the model's vocabulary where it is known, else with a margin.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.errors import UsageError
from summarizer.model.summary import Tokens
from summarizer.pipeline import MAX_SENTENCES, MAX_WORDS
from summarizer.pipeline.drafts import Limits
from summarizer.pipeline.modelled import ModelWriter
from summarizer.pipeline.settings import ModelSettings
from summarizer.pipeline.walk import summarized
from summarizer.read import read
from summarizer.render import labels
from summarizer.text.token_counts import counter
from summarizer.write.chat.cassette import recording, replaying
from summarizer.write.chat.exchange import Answer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.write.chat.exchange import Request


class Unanswered(Exception):  # noqa: N818  (an outcome, not a failure)
    """A request that has no answer yet."""

    def __init__(self, request: Request) -> None:
        """Keep it."""
        super().__init__(request.key)
        self.request = request


class Walk:
    """A chat that replays a folder, and keeps one new answer in it."""

    def __init__(self, folder: Path, source: str, answer: str | None) -> None:
        """Use a folder; `source` says where the answer is from."""
        folder.mkdir(parents=True, exist_ok=True)
        self._replay = replaying(folder)
        self._folder, self._source, self._answer = folder, source, answer

    def __call__(self, request: Request) -> Answer:
        """The recorded answer, or the new one.

        Raises:
            Unanswered: there is neither.
        """
        try:
            return self._replay(request)
        except UsageError:
            text, self._answer = self._answer, None
            if text is None:
                raise Unanswered(request) from None
        return recording(lambda asked: _answered(asked, text), self._folder, self._source)(request)


def _answered(request: Request, text: str) -> Answer:
    count = counter(request.model)
    given = sum(count(message.content) for message in request.messages)
    return Answer(
        text=text,
        finish="stop",
        model=request.model,
        tokens=Tokens(input=given, output=count(text)),
        seconds=0.0,
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Go as far as answers are there."""
    options = _parser().parse_args(arguments)
    text = None
    if options.answer:
        text = (
            sys.stdin.read() if options.answer == "-" else Path(options.answer).read_text("utf-8")
        )
    settings = ModelSettings(name=options.model, prompt=options.prompt, cassette=options.cassette)
    writer = ModelWriter(
        settings,
        lambda note: print(f"note: {note}", file=sys.stderr),
        chat=Walk(options.cassette, options.source, text),
    )
    limits = Limits(max_words=options.max_words, max_sentences=options.max_sentences)
    try:
        summary = summarized(read(options.inputs), writer.write, limits)
    except Unanswered as open_:
        for message in open_.request.messages:
            print(f"=== {message.role} ===\n{message.content}")
        print(f"no answer yet to {open_.request.key}", file=sys.stderr)
        return 1
    print(labels.made_by(summary))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("inputs", nargs="+", metavar="INPUT")
    parser.add_argument("--cassette", type=Path, required=True, metavar="DIR")
    parser.add_argument("--model", required=True, metavar="NAME")
    parser.add_argument("--prompt", default="summarize", metavar="NAME[@VERSION]")
    parser.add_argument("--answer", metavar="FILE", help="the text to keep; - for standard input")
    parser.add_argument("--source", default="an answer given by hand", help="who answered")
    parser.add_argument("--max-words", type=int, default=MAX_WORDS)
    parser.add_argument("--max-sentences", type=int, default=MAX_SENTENCES)
    return parser


if __name__ == "__main__":
    sys.exit(main())
