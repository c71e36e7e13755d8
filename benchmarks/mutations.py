"""The check against planted faults in correct claims about the demo story.

    python -m benchmarks.mutations [--move] [--list]

Operators plant one fault each into claims that are correct (written by hand, and the product's own
summary): the same faults in every run. A fault is wrong by construction: its new words stand in no
article, or the story's labels give them to somebody else, or it contradicts the correct claim it is
made from. It counts as found if the check says of the claim what it did not say before; by its own
family of rules, at error level, at any level.

What is found is held against `eval/baselines/mutations.json`, which may only rise: `--move` writes
it anew if nothing fell. (To begin again, after a change of the operators, delete it.) Faults in the
product's own sentences are not in it, since those change. `--list` prints the faults that nothing
finds and the findings on correct claims.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from benchmarks.mutation_operators import mutations
from benchmarks.mutation_story import Claim, DemoStory, Mutation
from benchmarks.planted import LEVELS, ROOT, Mark, new_marks
from summarizer.merge import merge
from summarizer.pipeline import summarize
from summarizer.read import read
from summarizer.verify import Library, check, parse
from summarizer.verify.registry import FAMILIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Figures = dict[str, dict[str, int]]

BASELINE = ROOT / "eval" / "baselines" / "mutations.json"
COLUMNS = ("faults", "own", "error", "any")


class Outcome(NamedTuple):
    """A fault and what the check says of it that it did not say of the correct claim."""

    mutation: Mutation
    marks: tuple[Mark, ...]

    @property
    def own(self) -> bool:
        """Whether a rule of a family that should see it does."""
        return any(mark.rule.startswith(self.mutation.families) for mark in self.marks)

    @property
    def error(self) -> bool:
        """Whether any rule calls it an error."""
        return any(mark.level == "error" for mark in self.marks)


class Checker:
    """The check over the demo story, claim by claim."""

    def __init__(self, story: DemoStory) -> None:
        """Read and merge the articles once."""
        self.articles = read([str(path) for path in story.files])
        self.library = Library(merge(self.articles))
        self.headline = story.headline.markdown()

    def marks(self, claim: Claim) -> tuple[Mark, ...]:
        """Errors and warnings on a claim that stands alone under the headline."""
        report = check(parse(f"# {self.headline}\n\n{claim.markdown()}\n"), self.library)
        return tuple(
            Mark(each.rule, each.level, each.message)
            for each in report.findings
            if each.claim == 0 and each.level in LEVELS
        )

    def written(self) -> tuple[Claim, ...]:
        """The sentences that the product writes itself."""
        return tuple(
            Claim(claim.text, tuple(sorted({int(c.source[1:]) for c in claim.citations})), {})
            for claim in summarize(self.articles).claims
        )


class Run(NamedTuple):
    """What the check says of every fault, and of every correct claim."""

    faults: list[Outcome]
    right: list[tuple[Claim, tuple[Mark, ...]]]

    def figures(self, *, lasting: bool = False) -> Figures:
        """Per operator: faults, and those found by its own rules, as errors, at all.

        With `lasting` only faults in claims that the product did not write.
        """
        table: Figures = {}
        for each in self.faults:
            if lasting and not each.mutation.lasting:
                continue
            row = table.setdefault(each.mutation.operator, dict.fromkeys(COLUMNS, 0))
            for column, hit in zip(COLUMNS, (1, each.own, each.error, each.marks), strict=True):
                row[column] += bool(hit)
        return table

    def alarms(self, *, lasting: bool = False) -> dict[str, int]:
        """Findings on correct claims per rule and level; with `lasting` on those by hand only."""
        right = [marks for claim, marks in self.right if claim.slots or not lasting]
        counts = Counter(f"{m.rule} {m.level}" for marks in right for m in marks)
        return dict(sorted(counts.items()))


def run() -> Run:
    """Plant all faults and check them."""
    story = DemoStory()
    checker = Checker(story)
    written = checker.written()
    right = [(claim, checker.marks(claim)) for claim in (*story.claims, *written)]
    said = {(claim.text, claim.sources): marks for claim, marks in right}
    faults = []
    for mutation in mutations(story, written):
        base = mutation.base
        before = said[base.text, base.sources] if base else ()
        faults.append(Outcome(mutation, new_marks(checker.marks(mutation.claim), before)))
    return Run(faults, right)


def fallen(found: Figures, alarms: Mapping[str, int], baseline: Mapping[str, Any]) -> list[str]:
    """What is worse than in the baseline: fewer faults found, more alarms, other faults planted."""
    worse = []
    for name in sorted({*found, *baseline["found"]}):
        now, then = found.get(name, {}), baseline["found"].get(name, {})
        if now.get("faults") != then.get("faults"):
            worse.append(f"{name}: {now.get('faults', 0)} faults, were {then.get('faults', 0)}")
        worse += [
            f"{name}: {column} {now.get(column, 0)}, was {then[column]}"
            for column in COLUMNS[1:]
            if now.get(column, 0) < then.get(column, 0)
        ]
    for rule, count in alarms.items():
        if count > baseline["alarms"].get(rule, 0):
            worse.append(f"{rule}: {count} alarms, were {baseline['alarms'].get(rule, 0)}")
    return worse


def report(found: Run) -> Iterator[str]:
    """The tables."""
    yield f"{'operator':<22} {'faults':>6} {'own':>5} {'error':>5} {'any':>5}  rules"
    figures = found.figures()
    for name, row in figures.items():
        rules = Counter(
            rule
            for each in found.faults
            if each.mutation.operator == name
            for rule in sorted({mark.rule for mark in each.marks})
        )
        shares = " ".join(f"{row[column] / row['faults']:5.2f}" for column in COLUMNS[1:])
        seen = " ".join(f"{rule}:{count}" for rule, count in rules.most_common(6))
        yield f"{name:<22} {row['faults']:6} {shares}  {seen}"
    for title, levels in (("by error", "error"), ("by any", "any")):
        mean = sum(row[levels] / row["faults"] for row in figures.values()) / len(figures)
        yield f"mean of operators {title}: {mean:.3f}"
    yield f"\n{'family':<6} {'faults':>6} {'own':>5}"
    for family in FAMILIES:
        mine = [each for each in found.faults if each.mutation.families[0] == family]
        if mine:
            yield f"{family:<6} {len(mine):6} {sum(each.own for each in mine) / len(mine):5.2f}"
    yield f"\nfindings on {len(found.right)} correct claims: {found.alarms() or 'none'}"


def listing(found: Run) -> Iterator[str]:
    """What nothing finds, and what is flagged for nothing."""
    for fault in found.faults:
        if not fault.marks:
            yield f"missed {fault.mutation.operator}: {fault.mutation.claim.markdown()}"
    for claim, marks in found.right:
        yield from (f"alarm {m.rule} {m.level}: {claim.markdown()} ({m.message})" for m in marks)


def main() -> None:
    """Print, and hold against the baseline."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--move", action="store_true", help="write the baseline anew")
    parser.add_argument("--list", action="store_true", help="print what is missed, no table")
    options = parser.parse_args()
    found = run()
    print("\n".join(listing(found) if options.list else report(found)))
    baseline = json.loads(BASELINE.read_text(encoding="utf-8")) if BASELINE.is_file() else None
    figures, alarms = found.figures(lasting=True), found.alarms(lasting=True)
    if baseline and (worse := fallen(figures, alarms, baseline)):
        sys.exit("worse than the baseline:\n  " + "\n  ".join(worse))
    if options.move:
        BASELINE.parent.mkdir(exist_ok=True)
        text = json.dumps({"found": figures, "alarms": alarms}, indent=1)
        BASELINE.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
