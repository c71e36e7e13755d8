"""What is wrong with a case: places that are not there, and expectations nobody can meet at once.

Each check is a generator of one line a fault, which names the entry of `case.json`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.evaluation.wording import has, tells
from summarizer.verify import parse
from summarizer.verify.registry import rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.evaluation.case import Case, Fact, Passage

_MARKER = re.compile(r"\[(\d+)\]")


def contradictions(case: Case, max_sentences: int) -> Iterator[str]:
    """Every fault of a case; `max_sentences` is the limit of its suite."""
    yield from _repeated(case)
    yield from _unknown_files(case)
    for fact in case.expected.facts:
        yield from _faults_of_fact(case, fact)
    yield from _forbidden(case)
    yield from _speakers_and_values(case)
    yield from _conflicts(case)
    yield from _sources(case)
    yield from _words_of_articles(case)
    yield from _sentences(case)
    length = case.expected.length
    if length.min_claims and length.min_claims > max_sentences:
        yield f"length: {length.min_claims} claims are more than the suite's {max_sentences}"


def _repeated(case: Case) -> Iterator[str]:
    """Names that two entries have."""
    expected = case.expected
    named = {
        "facts, forbidden, faulty and sound": [
            each.id
            for group in (expected.facts, expected.forbidden, expected.faulty, expected.sound)
            for each in group
        ],
        "speakers": [each.name for each in expected.speakers],
        "values": [each.name for each in expected.values],
        "origins": [each.name for each in expected.origins],
        "conflicts": [each.topic for each in expected.conflicts],
        "sources": [each.file for each in expected.sources],
    }
    for section, names in named.items():
        for name in sorted({each for each in names if names.count(each) > 1}):
            yield f"{section}: '{name}' is there twice"


def _unknown_files(case: Case) -> Iterator[str]:
    there = {article.path for article in case.articles}
    expected = case.expected
    named = [(f"fact '{fact.id}'", p.file) for fact in expected.facts for p in fact.passages]
    named += [(f"source '{each.file}'", each.file) for each in expected.sources]
    named += [(f"origin '{o.name}'", file) for o in expected.origins for file in o.files]
    named += [("other_events", file) for each in expected.other_events for file in each.files]
    named += [
        (f"conflict '{each.topic}'", file)
        for each in expected.conflicts
        for value in each.values
        for file in value.files
    ]
    for entry, file in named:
        if file not in there:
            yield f"{entry}: there is no file 'articles/{file}'"


def _faults_of_fact(case: Case, fact: Fact) -> Iterator[str]:
    if not tells(fact.words, fact.text):
        missing = [group for group in fact.words if not has(fact.text, group)]
        yield f"fact '{fact.id}': its own text has none of {'; '.join(missing)}"
    for passage in fact.passages:
        for fault in _faults_of_passage(case, passage):
            yield f"fact '{fact.id}': “{passage.exact}” {fault}"
    for event in case.expected.other_events:
        for group in event.words:
            if has(fact.text, group):
                yield f"fact '{fact.id}': has '{group}', which other_events forbids"
    for word in case.expected.loaded:
        if has(fact.text, word):
            yield f"fact '{fact.id}': has '{word}', which is called loaded"


def _faults_of_passage(case: Case, passage: Passage) -> Iterator[str]:
    for article in case.articles:
        if article.path != passage.file:
            continue
        count = article.text.count(passage.exact)
        if count != 1:
            times = f"stands {count} times in" if count else "does not stand word for word in"
            yield f"{times} {passage.file}"
            continue
        start = article.text.index(passage.exact)
        end = start + len(passage.exact)
        if not any(each.start < end and start < each.end for each in article.sentences):
            yield f"stands in no sentence of the body of {passage.file}"


def _forbidden(case: Case) -> Iterator[str]:
    for entry in case.expected.forbidden:
        if not tells(entry.words, entry.text):
            missing = [group for group in entry.words if not has(entry.text, group)]
            yield f"forbidden '{entry.id}': its own text has none of {'; '.join(missing)}"
        told = [(f"fact '{each.id}'", each.text) for each in case.expected.facts]
        told += [(f"sound '{each.id}'", each.text) for each in case.expected.sound]
        allowed = entry.unless_attributed_to or ()
        for name, text in told:
            if tells(entry.words, text) and not any(has(text, person) for person in allowed):
                yield f"forbidden '{entry.id}': {name} tells it"


def _speakers_and_values(case: Case) -> Iterator[str]:
    speakers = case.expected.speakers
    for number, one in enumerate(speakers):
        for other in speakers[number + 1 :]:
            if set(one.words) == set(other.words):
                yield f"speakers '{one.name}' and '{other.name}': the same words belong to both"
    for value in case.expected.values:
        for each in value.right:
            if any(has(each, wrong) for wrong in value.wrong):
                yield f"value '{value.name}': '{each}' is right and wrong"
        for fact in case.expected.facts:
            given = tells(value.words, fact.text)
            right = any(has(fact.text, each) for each in value.right)
            if given and not right and any(has(fact.text, wrong) for wrong in value.wrong):
                yield f"value '{value.name}': fact '{fact.id}' gives a wrong one"


def _conflicts(case: Case) -> Iterator[str]:
    for conflict in case.expected.conflicts:
        given = [value.words for value in conflict.values]
        if len(set(given)) < len(given):
            yield f"conflict '{conflict.topic}': two of its values have the same words"
        for value in conflict.values:
            if not any(tells(value.words, a.text) for a in case.articles if a.path in value.files):
                words = "; ".join(value.words)
                yield f"conflict '{conflict.topic}': {value.files[0]} has not {words}"


def _sources(case: Case) -> Iterator[str]:
    """Facts that only an input carries which must not be used."""
    unused = {each.file for each in case.expected.sources if each.must == "not used"}
    used = {each.file for each in case.expected.sources if each.must == "used"}
    for fact in case.expected.facts:
        if fact.must and {each.file for each in fact.passages} <= unused:
            yield f"fact '{fact.id}': must be told, and stands only in files that must not be used"
    for event in case.expected.other_events:
        apart = used.intersection(event.files).difference(
            p.file for fact in case.expected.facts for p in fact.passages
        )
        for file in sorted(apart):
            yield f"source '{file}': must be used, and carries no fact, only another event"


def _words_of_articles(case: Case) -> Iterator[str]:
    """Words that are said to be of the articles and stand in none of them."""
    texts = {article.path: article.text for article in case.articles}
    for word in case.expected.loaded:
        if not any(has(text, word) for text in texts.values()):
            yield f"loaded: no article has '{word}'"
    for event in case.expected.other_events:
        for group in event.words:
            if not any(has(texts.get(file, ""), group) for file in event.files):
                yield f"other_events: '{group}' stands in none of {', '.join(event.files)}"
    for speaker in case.expected.speakers:
        if not any(
            has(text, name) for text in texts.values() for name in (speaker.name, *speaker.also)
        ):
            yield f"speaker '{speaker.name}': no article names this person"


def _sentences(case: Case) -> Iterator[str]:
    """Faulty and sound sentences: one each, markers that lead to an input, rules that there are."""
    known = {rule.id for rule in rules()} | {rule.family for rule in rules()}
    texts: dict[str, str] = {}
    for faulty in case.expected.faulty:
        texts[faulty.text] = faulty.id
        uncited = any(each.startswith("CIT") for each in faulty.families)
        yield from _faults_of_sentence(
            f"faulty '{faulty.id}'", faulty.text, case, cited=not uncited
        )
        for family in faulty.families:
            if family not in known:
                yield f"faulty '{faulty.id}': there is no rule or family '{family}'"
    for sound in case.expected.sound:
        yield from _faults_of_sentence(f"sound '{sound.id}'", sound.text, case, cited=True)
        if sound.text in texts:
            yield f"sound '{sound.id}': the same sentence is faulty '{texts[sound.text]}'"


def _faults_of_sentence(entry: str, text: str, case: Case, *, cited: bool) -> Iterator[str]:
    count = len(parse(text).claims)
    if count != 1:
        yield f"{entry}: {count} sentences where one belongs"
    markers = [int(number) for number in _MARKER.findall(text)]
    if cited and not markers:
        yield f"{entry}: has no marker like [1]"
    for number in markers:
        if not 1 <= number <= len(case.articles):
            yield f"{entry}: [{number}] leads to none of the {len(case.articles)} inputs"
