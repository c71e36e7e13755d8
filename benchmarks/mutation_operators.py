"""Which operators there are, and all faults that they plant.

Each operator names the families of rules that should see its faults, the likeliest first.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from benchmarks import mutation_sense as sense
from benchmarks import mutation_values as values
from benchmarks.mutation_story import Claim, DemoStory, Mutation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Operator = Callable[[Claim, DemoStory], Iterator[Claim]]

# Of an operator's faults in the product's own sentences, the first few: they are much alike.
OWN = 3
OPERATORS: tuple[tuple[str, tuple[str, ...], Operator], ...] = (
    ("no citation", ("CIT",), sense.no_citation),
    ("ghost citation", ("CIT",), sense.ghost_citation),
    ("wrong citation", ("CIT", "QUO", "NUM"), sense.wrong_citation),
    ("made-up detail", ("SUP",), sense.made_up_detail),
    ("made-up cause", ("SUP",), sense.made_up_cause),
    ("roles swapped", ("SUP", "SPK"), sense.slot("roles")),
    ("order reversed", ("SUP",), sense.slot("order")),
    ("quotation altered", ("QUO",), values.quotation_altered),
    ("quotation stitched", ("QUO",), values.quotation_stitched),
    ("quotation truncated", ("QUO",), sense.slot("truncated")),
    ("quotation made up", ("QUO",), values.quotation_made_up),
    ("prose as speech", ("QUO",), sense.prose_as_speech),
    ("other speaker", ("SPK",), sense.other_speaker),
    ("other role", ("SPK",), sense.other_role),
    ("attribution lost", ("ATT",), sense.slot("plain")),
    ("route lost", ("ATT",), sense.slot("route")),
    ("other outlet", ("ATT",), sense.other_outlet),
    ("vague speaker", ("ATT",), sense.vague_speaker),
    ("other number", ("NUM",), values.other_number),
    ("other number word", ("NUM",), values.other_number_word),
    ("number of another", ("NUM",), values.number_of_another),
    ("counts swapped", ("NUM",), values.counts_swapped),
    ("other unit", ("NUM",), values.other_unit),
    ("qualifier changed", ("NUM", "DAT"), values.qualifier),
    ("other weekday", ("DAT",), values.weekday),
    ("other day or year", ("DAT", "NUM"), values.day_or_year),
    ("other name", ("ENT", "EVT"), values.other_name),
    ("new name", ("ENT",), values.new_name),
    ("opposite", ("POL",), sense.opposite),
    ("hedge lost", ("MOD",), sense.slot("hedge")),
    ("condition lost", ("MOD",), sense.slot("condition")),
    ("scope widened", ("MOD",), sense.slot("scope")),
    ("loaded word", ("NEU",), sense.loaded_word),
    ("loaded verb", ("NEU",), sense.loaded_verb),
    ("comment", ("NEU",), sense.comment),
    ("false corroboration", ("ORI",), sense.corroborated),
    ("other event", ("EVT",), sense.slot("unmarked")),
)


def mutations(story: DemoStory, written: Sequence[Claim]) -> Iterator[Mutation]:
    """All planted faults, each once, operator by operator."""
    for name, families, operator in OPERATORS:
        faults = [
            Mutation(name, families, new, claim)
            for claim in story.claims
            for new in operator(claim, story)
        ]
        # which articles carry a sentence of the product is not labelled, nor what it reverses
        if operator not in (sense.wrong_citation, sense.opposite):
            own = ((claim, new) for claim in written for new in operator(claim, story))
            faults += [
                Mutation(name, families, new, claim, lasting=False)
                for claim, new in islice(own, OWN)
            ]
        first = {(each.claim.text, each.claim.sources): each for each in reversed(faults)}
        yield from reversed(first.values())
    for number, text in story.regions("caption", "related", "comment"):
        told, _, _ = text.partition(" (")
        if len(told.split()) >= 6:
            claim = Claim(told.rstrip("….!") + ".", (number,), {})
            yield Mutation("boilerplate", ("BOI",), claim, None)
