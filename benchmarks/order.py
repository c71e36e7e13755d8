"""What a summary publishes when its articles come in another order.

    python -m benchmarks.order [--articles DIR ...] [--shuffles N]
    python -m benchmarks.order --articles DIR --model NAME --cassette DIR
    python -m benchmarks.order --articles DIR --model NAME --base-url URL [--prompts-dir DIR ...]

A row a story: the share of claims that two summaries have in common (those in both by those in
either), the mean and the least over N shuffles, and how many headlines stayed. Without a model the
extractive writer writes. `--base-url` asks a model anew for each order.

A cassette has an answer to one order only, since articles are numbered in the order given. So its
answer is given to the other orders with its ids renumbered, and where other sentences stand for
those that it named, with theirs: what then differs is due to our part of the work, not to the
model. The shuffles are those of `random.Random(1)`.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.pipeline import pack, summarize
from summarizer.pipeline.drafts import Limits
from summarizer.pipeline.modelled import ModelWriter
from summarizer.pipeline.settings import ModelSettings
from summarizer.pipeline.walk import MAX_SENTENCES, MAX_WORDS, summarized
from summarizer.read import read
from summarizer.write.chat.cassette import replaying

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from summarizer.model.summary import Summary
    from summarizer.write.chat.exchange import Answer, Chat, Request

DEMO = Path(__file__).resolve().parent.parent / "eval" / "suites" / "demo"
_ID = re.compile(r'"s(\d+)\.(\d+)"')


def orders(files: Sequence[Path], shuffles: int) -> Iterator[list[Path]]:
    """Other orders of these files."""
    chance = random.Random(1)  # noqa: S311  (repeatable, not secret)
    for _ in range(shuffles):
        order = list(files)
        while order == list(files):
            chance.shuffle(order)
        yield order


def compared(
    files: Sequence[Path], shuffles: int, write: Callable[[Sequence[Path]], Summary]
) -> tuple[list[float], int]:
    """The share of common claims for each other order, and how many headlines stayed."""
    first = write(files)
    others = [write(order) for order in orders(files, shuffles)]
    same = sum(each.headline.text == first.headline.text for each in others)
    return [_common(first, each) for each in others], same


def _common(one: Summary, other: Summary) -> float:
    mine, theirs = ({claim.text for claim in each.claims} for each in (one, other))
    return len(mine & theirs) / max(1, len(mine | theirs))


def renumbered(
    first: Sequence[Path], order: Sequence[Path], chat: Chat, asked: list[Request]
) -> Chat:
    """A chat that answers another order as `chat` answered the first one's requests, in turn.

    `asked` are the requests of the first order; what is asked beyond them gets the last answer.
    """
    ids = _ids(first, order)
    turns = iter(asked)
    last: list[Request] = asked[-1:]

    def ask(_: Request) -> Answer:
        answer = chat(next(turns, last[0]))
        return replace(
            answer, text=_ID.sub(lambda match: f'"{ids[match.group()[1:-1]]}"', answer.text)
        )

    return ask


def _ids(first: Sequence[Path], order: Sequence[Path]) -> Mapping[str, str]:
    """The sentences of the first order by those that are shown for them in the other."""
    articles = read(list(order))
    lines = [line for source in pack(articles).sources for line in source.lines]
    shown = {each: line.sentence for line in lines for each in (line.sentence, *line.folded)}
    number = {path: n for n, path in enumerate(order, 1)}
    moved = {n: number[path] for n, path in enumerate(first, 1)}
    found = {}
    for article in read(list(first)):
        for sentence in article.sentences:
            source, _, place = sentence.id.removeprefix("s").partition(".")
            there = f"s{moved[int(source)]}.{place}"
            found[sentence.id] = shown.get(there, there)
    return found


def _by_cassette(
    first: Sequence[Path], settings: ModelSettings, cassette: Path
) -> Callable[..., Summary]:
    replay = replaying(cassette)
    asked: list[Request] = []

    def recorded(request: Request) -> Answer:
        asked.append(request)
        return replay(request)

    def write(files: Sequence[Path]) -> Summary:
        chat = recorded if files is first else renumbered(first, files, replay, asked)
        writer = ModelWriter(settings, lambda _: None, chat=chat)
        limits = Limits(max_words=MAX_WORDS, max_sentences=MAX_SENTENCES)
        return summarized(read(list(files)), writer.write, limits)

    return write


def _writer(
    files: Sequence[Path], settings: ModelSettings | None, length: int
) -> Callable[..., Summary]:
    if settings is None:
        return lambda order: summarize(read(list(order)), max_sentences=length)
    if settings.cassette:
        return _by_cassette(files, settings, settings.cassette)
    return lambda order: summarize(
        read(list(order)), writer="openai", model=settings, max_sentences=length
    )


def main() -> None:
    """Run and print."""
    options = _parser().parse_args()
    settings = _settings(options) if options.model else None
    folders = options.articles or [each / "articles" for each in sorted(DEMO.iterdir())]
    print(f"{'articles':<28} files  mean  least  same headlines")
    for folder in folders:
        files = sorted(each for each in folder.iterdir() if each.is_file())
        write = _writer(files, settings, options.max_sentences)
        shares, same = compared(files, options.shuffles, write)
        name = "/".join(folder.parts[-2:])
        figures = f"{statistics.mean(shares):5.2f}  {min(shares):5.2f}  {same}/{len(shares)}"
        print(f"{name:<28} {len(files):5} {figures}")


def _settings(options: argparse.Namespace) -> ModelSettings:
    return ModelSettings(
        name=options.model,
        base_url=options.base_url,
        cassette=options.cassette,
        prompt=options.prompt,
        prompts_dir=options.prompts_dir,
        input_tokens=options.input_tokens,
        max_tokens=options.max_tokens,
        temperature=options.temperature,
        seed=options.seed,
        cache=False,
        timeout=1800.0,
        deadline=3600.0,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    add = parser.add_argument
    add("--articles", type=Path, nargs="+", metavar="DIR", help="stories (default: the demo's)")
    add("--shuffles", type=int, default=5, metavar="N")
    add("--model", metavar="NAME")
    add("--base-url", metavar="URL")
    add("--cassette", type=Path, metavar="DIR")
    add("--prompt", default="summarize", metavar="NAME[@VERSION]")
    add("--prompts-dir", type=Path, metavar="DIR")
    add("--input-tokens", type=int, metavar="N")
    add("--max-tokens", type=int, metavar="N")
    add("--max-sentences", type=int, default=MAX_SENTENCES, metavar="N")
    add("--temperature", type=float, metavar="X")
    add("--seed", type=int, metavar="N")
    return parser


if __name__ == "__main__":
    main()
