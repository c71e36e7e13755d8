"""How well copies of one text are found, and reports of their own kept apart, on planted articles.

    python benchmarks/near_duplicates.py [--half development|held_out] [--list]

Reads the events of `tests/merge/copies/planted/`, gives the articles of each event to the product
and counts the pairs that stand together in one group of duplicates. Recall is the share of a kind's
pairs that do; its precision the share of right pairs among those in which a copy of that kind
stands. For reports of their own and of look-alike events each pair together is a false merge.
`--list` prints the pairs that went wrong.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from summarizer.merge import Pile
from summarizer.read import article
from summarizer.read.raw import Given, Raw

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.model.article import Article

PLANTED = Path(__file__).parent.parent / "tests" / "merge" / "copies" / "planted"
COPIES = ("exact", "light_edit", "cut", "wire_new_lead", "translated_back")
APART = ("independent", "look_alike")


class Judged(NamedTuple):
    """A pair of articles (their ids), what it is, and whether the product calls it duplicates.

    `kinds` are the kinds of the two articles, each as it was made from the original.
    """

    event: str
    pair: tuple[str, str]
    kind: str
    kinds: tuple[str, str]
    together: bool


def judge(event: dict[str, Any]) -> Iterator[Judged]:
    """All pairs of an event's articles."""
    names = [each["id"] for each in event["articles"]]
    articles = [_article(f"s{n}", each) for n, each in enumerate(event["articles"], 1)]
    groups = [set(each.members) for each in Pile(articles).duplicates()]
    together = {
        frozenset((names[a], names[b]))
        for a, b in combinations(range(len(names)), 2)
        if any({articles[a].id, articles[b].id} <= group for group in groups)
    }
    original = _original(event)
    made = {original: "original"}
    for each in event["pairs"]:
        if original in (each["a"], each["b"]):
            made[each["b"] if each["a"] == original else each["a"]] = each["kind"]
    for each in event["pairs"]:
        pair = (each["a"], each["b"])
        kinds = (made[pair[0]], made[pair[1]])
        yield Judged(event["event"], pair, each["kind"], kinds, frozenset(pair) in together)


def _original(event: dict[str, Any]) -> str:
    """The article of which the others are copies: the first one."""
    return str(event["articles"][0]["id"])


def _article(name: str, item: dict[str, Any]) -> Article:
    given = Given(title=item["title"], outlet=item["outlet"], published=item["published"])
    return article(name, Raw(text=item["text"], path=None, sha256=name, given=given))


def report(pairs: Sequence[Judged]) -> Iterator[str]:
    """The rows of the table."""
    right = Counter(each.kind for each in pairs if each.together and each.kind in COPIES)
    wrong: Counter[str] = Counter()
    for each in pairs:
        if each.together and each.kind in APART:
            wrong.update({kind for kind in each.kinds if kind not in APART})
    for kind in COPIES:
        count = sum(each.kind == kind for each in pairs)
        taken = right[kind] + wrong[kind]
        precision = f"{right[kind] / taken:9.3f}" if taken else f"{'-':>9}"
        yield f"{kind:<16} {count:5} {precision} {right[kind] / max(count, 1):7.3f}"
    for kind in APART:
        found = [each.together for each in pairs if each.kind == kind]
        yield f"{kind:<16} {len(found):5}   false merges: {sum(found)}"


def main() -> None:
    """Print a table for each half."""
    parser = argparse.ArgumentParser(description="Near-duplicates found on planted articles.")
    parser.add_argument("--half", choices=["development", "held_out"])
    parser.add_argument("--list", action="store_true", help="print the pairs that went wrong")
    options = parser.parse_args()
    for half in [options.half] if options.half else ["development", "held_out"]:
        files = sorted((PLANTED / half).glob("*.json"))
        events = [json.loads(each.read_text(encoding="utf-8")) for each in files]
        pairs = [each for event in events for each in judge(event)]
        print(f"{half}: {len(events)} events\n{'kind':<16} pairs precision  recall")
        print("\n".join(report(pairs)))
        for each in pairs if options.list else ():
            if each.together != (each.kind in COPIES):
                print(f"  {each.kind}: {each.pair[0]} {each.pair[1]}")


if __name__ == "__main__":
    main()
