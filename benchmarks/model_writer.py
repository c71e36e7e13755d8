"""What becomes of a model's sentences on the stories of a suite, and what a summary costs.

    python -m benchmarks.model_writer --model NAME --cassette DIR [--suite DIR]
    python -m benchmarks.model_writer --model NAME --base-url URL [--runs N]

Tables, a row a story: sentences kept, repaired, replaced and withheld; claims published; facts of
`expected.json` told (core ones first); requests and tokens, as the server counted them when it
answered; and our CPU. Then what became of all sentences together, the price of the mean summary by
the lists of some models, and the most memory, with the client of a model loaded.

CPU is that of everything but the model: reading, merging, evidence, reading the answers, the check
and the summary, in a process that has done it once. `--prompts-dir` and `--prompt` are those of
`summarize`, `--input-tokens` limits the evidence, `--max-tokens` an answer; `--runs` asks with as
many seeds.
"""

from __future__ import annotations

import argparse
import importlib
import json
import resource
import statistics
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from summarizer.model.summary import Tokens
from summarizer.pipeline.drafts import Limits
from summarizer.pipeline.modelled import ModelWriter
from summarizer.pipeline.settings import ModelSettings
from summarizer.pipeline.walk import MAX_SENTENCES, MAX_WORDS, summarized
from summarizer.read import read
from summarizer.write.chat import open_chat
from summarizer.write.prompted.budget import price_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.model.article import Article
    from summarizer.model.summary import Summary
    from summarizer.write.chat.exchange import Answer, Chat, Request

SUITE = Path(__file__).resolve().parent.parent / "eval" / "suites" / "demo"
# Lists of three providers, at the dear and the cheap end.
PRICED = ("gpt-6.1-sol", "gpt-5.4-mini", "gpt-5-nano")


class Meter:
    """A chat that adds up what its answers took when they were given, and the time in it."""

    def __init__(self, chat: Chat) -> None:
        """Nothing yet."""
        self._chat = chat
        self.input = self.output = self.requests = 0
        self.cpu = 0.0

    def __call__(self, request: Request) -> Answer:
        """Ask."""
        begin = time.process_time()
        answer = self._chat(request)
        self.cpu += time.process_time() - begin
        self.requests += 1
        self.input += answer.tokens.input
        self.output += answer.tokens.output
        return answer


class Row(NamedTuple):
    """A summary of a story, and what it took."""

    story: str
    summary: Summary
    meter: Meter
    cpu: float


def run(folder: Path, settings: ModelSettings) -> Row:
    """One summary of the story in a folder."""
    begin = time.process_time()
    summary, meter = _written(read([folder / "articles"]), settings)
    return Row(folder.name, summary, meter, time.process_time() - begin)


def _written(articles: Sequence[Article], settings: ModelSettings) -> tuple[Summary, Meter]:
    meter = Meter(open_chat(settings.connection()))
    writer = ModelWriter(settings, lambda _: None, chat=meter)
    limits = Limits(max_words=MAX_WORDS, max_sentences=MAX_SENTENCES)
    return summarized(articles, writer.write, limits), meter


def told(summary: Summary, expected: Path) -> tuple[int, int, int, int]:
    """Facts told and all of them, the core ones first."""
    facts = json.loads(expected.read_text(encoding="utf-8"))["facts"]
    text = " ".join([summary.headline.text, *(claim.text for claim in summary.claims)])
    found = [
        (bool(fact.get("core")), all(_has(text, word) for word in fact["words"])) for fact in facts
    ]
    core = [there for is_core, there in found if is_core]
    return sum(core), len(core), sum(there for _, there in found), len(found)


def _has(text: str, words: str) -> bool:
    return any(each.casefold() in text.casefold() for each in words.split("|"))


def table(rows: Sequence[Row], suite: Path) -> Iterator[str]:
    """What became of the sentences, and what each story took."""
    heads = "kept repaired replaced withheld claims  core  facts requests     in    out   CPU s"
    yield f"{'story':<16} {heads}"
    for row in rows:
        made = row.summary.provenance.writing
        if made is None:
            continue
        core, cores, facts, every = told(row.summary, suite / row.story / "expected.json")
        fates = f"{made.kept:4} {made.repaired:8} {made.replaced:8} {made.withheld:8}"
        share = f"{core:3}/{cores:<2} {facts:3}/{every:<2}"
        spent = f"{row.meter.requests:8} {row.meter.input:6} {row.meter.output:6}"
        fallen = f"   {made.fallback}" if made.fallback else ""
        count = len(row.summary.claims)
        yield f"{row.story:<16} {fates} {count:6} {share} {spent} {row.cpu:7.3f}{fallen}"


def totals(rows: Sequence[Row]) -> Iterator[str]:
    """What became of all sentences together, and how many summaries are the sources' own."""
    made = [w for row in rows if (w := row.summary.provenance.writing)]
    fates = {
        "kept": sum(each.kept for each in made),
        "repaired": sum(each.repaired for each in made),
        "replaced": sum(each.replaced for each in made),
        "withheld": sum(each.withheld for each in made),
    }
    every = max(1, sum(fates.values()))
    yield ", ".join(f"{name} {count / every:.2f}" for name, count in fates.items())
    own = sum(each.fallback is not None for each in made)
    yield f"{len(made)} summaries, {own} of them in the sources' own sentences after all"


def prices(rows: Sequence[Row]) -> Iterator[str]:
    """What the mean summary costs by some price lists."""
    mean = Tokens(
        input=round(statistics.mean(row.meter.input for row in rows)),
        output=round(statistics.mean(row.meter.output for row in rows)),
    )
    for name in PRICED:
        price = price_of(name)
        if price:
            yield f"{name:<16} {price.of(mean):.4f} US dollars a summary (list of {price.date})"


def main() -> None:
    """Run and print."""
    options = _parser().parse_args()
    settings = [
        ModelSettings(
            name=options.model,
            base_url=options.base_url,
            cassette=options.cassette,
            record=options.record,
            prompt=options.prompt,
            prompts_dir=options.prompts_dir,
            input_tokens=options.input_tokens,
            max_tokens=options.max_tokens,
            temperature=options.temperature,
            seed=seed,
            cache=False,
        )
        for seed in (range(1, options.runs + 1) if options.runs else (None,))
    ]
    importlib.import_module("openai")  # what a run that asks a server has loaded
    folders = [each for each in sorted(options.suite.iterdir()) if (each / "articles").is_dir()]
    if options.cassette and not options.record:
        run(folders[0], settings[0])  # what is loaded once is no cost of a summary
    rows = [run(folder, each) for each in settings for folder in folders]
    print("\n".join(table(rows, options.suite)))
    print("\n".join((*totals(rows), *prices(rows))))
    print(f"our CPU a summary: {statistics.median(row.cpu for row in rows):.3f} s (median)")
    print(f"memory at most: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    add = parser.add_argument
    add("--suite", type=Path, default=SUITE, help="folders with articles/ and expected.json")
    add("--model", metavar="NAME")
    add("--base-url", metavar="URL")
    add("--cassette", type=Path, metavar="DIR")
    add("--record", action="store_true", help="ask, and keep the answers in --cassette")
    add("--prompt", default="summarize", metavar="NAME[@VERSION]")
    add("--prompts-dir", type=Path, metavar="DIR")
    add("--input-tokens", type=int, metavar="N")
    add("--max-tokens", type=int, metavar="N")
    add("--temperature", type=float, metavar="X")
    add("--runs", type=int, default=0, metavar="N", help="seeds to ask with (default: none)")
    return parser


if __name__ == "__main__":
    main()
