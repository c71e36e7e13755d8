"""Deterministic checkers of others, each put to one question: do these sources carry this sentence?

Runs in the environment of `requirements.txt`, where the product is not. A checker is given the
sentence without its markers and the texts of the sources it cites (all, if it cites none), and all
it has to offer without a model. What it calls unsupported or not found is an error; what it only
advises to look at is a warning.
"""

from __future__ import annotations

import functools
import json
import logging
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks import planted
from benchmarks.planted import Checked, Mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    Texts = Mapping[int, str]
    Adapter = Callable[[str, Texts], list[Mark]]

# mypy runs where the peers are not installed, hence "type: ignore[import-not-found]".


@functools.cache
def _anchorer() -> Any:  # noqa: ANN401  (a class of the peer; it keeps what it knows of a source)
    import anchorcite as peer  # type: ignore[import-not-found]  # noqa: PLC0415

    return peer.CitationAnchorer(scorer=peer.LexicalScorer())


def anchorcite(sentence: str, texts: Texts) -> list[Mark]:
    """Its lexical scorer finds no sentence that anchors the claim (its own threshold)."""
    anchored = (_anchorer().anchor(sentence, text) for text in texts.values())
    return [] if any(anchored) else [Mark("anchor", "error", "no sentence supports this")]


@functools.cache
def _source(text: str) -> Any:  # noqa: ANN401  (a class of the peer)
    import grounded as peer  # type: ignore[import-not-found]  # noqa: PLC0415

    return peer.Source(path=Path("source"), raw=text)


def grounded_check(sentence: str, texts: Texts) -> list[Mark]:
    """Quotations, numbers and names not found are errors, weak overlap of words a warning."""
    import grounded as peer  # noqa: PLC0415

    claims = peer.extract(sentence, kinds=set(peer.Kind))
    result = peer.verify(claims, [_source(text) for text in texts.values()])
    levels = {peer.Verdict.NOT_FOUND: "error", peer.Verdict.WEAK: "warning"}
    return [
        Mark(each.claim.kind.value, levels[each.verdict], each.claim.text)
        for each in result.findings
        if each.verdict in levels
    ]


def newsrag(sentence: str, texts: Texts) -> list[Mark]:
    """Its assistant, to which the sentence is given as a model's answer, finds no support."""
    from newsrag import NewsroomRAG, Source  # type: ignore[import-not-found]  # noqa: PLC0415
    from newsrag import assist as peer  # noqa: PLC0415

    drafted = json.dumps({"answer": sentence, "claims": [sentence]})
    rag = NewsroomRAG(generate=lambda _: drafted)
    rag.add(*(Source(id=str(n), title=str(n), text=text) for n, text in texts.items()))
    if not texts:
        return [Mark("claim_support", "error", "no source")]
    result = (getattr(peer, "assist", None) or peer)(rag, sentence)
    failed = [row for row in result.claims if not row.supported]
    return [Mark("claim_support", "error", "no support") for _ in failed]


def opengate(sentence: str, texts: Texts) -> list[Mark]:
    """Numbers that the sources do not have."""
    import opengate_grounding as peer  # type: ignore[import-not-found]  # noqa: PLC0415

    result = peer.check_grounding(sentence, list(texts.values()))
    return [Mark("numbers", "error", issue) for issue in result.issues]


ADAPTERS: Mapping[str, Adapter] = {
    "anchorcite": anchorcite,
    "grounded-check": grounded_check,
    "newsrag": newsrag,
    "opengate-grounding": opengate,
}


def run(adapter: Adapter, cluster: Path) -> Iterator[Checked]:
    """Every sentence of a cluster's summaries with what the checker says."""
    texts = {n: p.read_text(encoding="utf-8") for n, p in enumerate(planted.sources(cluster), 1)}
    for file in planted.summaries(cluster):
        for index, text, cited in planted.sentences(file.read_text(encoding="utf-8")):
            given = {n: texts[n] for n in cited if n in texts} if cited else texts
            marks = tuple(adapter(text, given))
            yield Checked(cluster.name, file.name, index, text, float(not marks), marks)


def main() -> None:
    """Print a JSON line for each sentence, and the CPU seconds last."""
    logging.disable(logging.WARNING)
    name, suite = sys.argv[1:]
    start = time.process_time()
    for folder in planted.clusters(Path(suite)):
        for checked in run(ADAPTERS[name], folder):
            print(json.dumps(checked))
    print(json.dumps({"seconds": time.process_time() - start}))


if __name__ == "__main__":
    main()
