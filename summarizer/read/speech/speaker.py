"""Who is the speaker of a report: the likeliest noun phrase of its sentence, or none of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.read.speech import features, words
from summarizer.read.speech.formulas import is_seen
from summarizer.read.speech.phrases import Phrase, is_role, phrases
from summarizer.text.speech_verbs import lemma

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.read.speech.content import Range
    from summarizer.read.speech.scorer import Scorer
    from summarizer.read.speech.tokens import Clause

# Phrases looked at on either side of a cue: bounds the work on a list of names.
_MOST_BEFORE = 12
_MOST_AFTER = 3
_SUBJECT = frozenset(["w", "n", "R", "C"])
_SKIPPED = (
    words.AUXILIARIES | words.ADVERBS | {"ly", "day", "himself", "herself", "themselves", "itself"}
)


def speaker_of(clause: Clause, cue: int, content: Sequence[Range], scorer: Scorer) -> Phrase | None:
    """The phrase that names the speaker of the cue at a token, None if none does."""
    choices = candidates(clause, cue, content)
    if is_seen(clause, cue):
        choices = [phrase for phrase in choices if phrase.first > cue]
    sides = sides_of(clause, cue, content)
    rows = [of_phrase(clause, cue, sides, choices, number) for number in range(len(choices))]
    rows.append(of_none(clause, cue, sides, choices))
    found = scorer.best("speaker", [*choices, None], rows)
    return None if found is None else _without_verb(clause, found, cue)


def _without_verb(clause: Clause, phrase: Phrase, cue: int) -> Phrase:
    """The speaker without the first of two verbs: "the town" in "the town waits and hopes".

    The subject of "and hopes" is singular, so the word in "-s" behind its noun is a verb.
    """
    before = next(
        (low for low in reversed(clause.low[phrase.last + 1 : cue]) if low not in words.ADVERBS), ""
    )
    nouns = clause.view[phrase.first : phrase.last]
    verbal = clause.view[phrase.last] == "s" and words.form(clause.low[cue]) == "s"
    if before not in {"and", "but"} or not verbal or not nouns or nouns[-1] not in _SUBJECT:
        return phrase
    return Phrase(phrase.first, phrase.last - 1)


def candidates(clause: Clause, cue: int, content: Sequence[Range]) -> list[Phrase]:
    """The phrases outside the content, the nearest ones before and after the cue."""
    free = [
        phrase
        for phrase in phrases(clause)
        if not any(part.first <= phrase.last and phrase.first <= part.last for part in content)
        and not phrase.first <= cue <= phrase.last
    ]
    before = [phrase for phrase in free if phrase.last < cue]
    after = [phrase for phrase in free if phrase.first > cue]
    return before[-_MOST_BEFORE:] + after[:_MOST_AFTER]


def sides_of(clause: Clause, cue: int, content: Sequence[Range]) -> str:
    """Where the content stands, and whether it is in quotation marks."""
    left = any(part.last < cue for part in content)
    right = any(part.first > cue for part in content)
    quoted = any(clause.inside[part.first] >= 0 for part in content)
    return ("B" if left and right else "L" if left else "R") + ("q" if quoted else "")


def of_phrase(
    clause: Clause, cue: int, sides: str, choices: Sequence[Phrase], number: int
) -> list[str]:
    """What the scorer of speakers looks at in one phrase."""
    phrase = choices[number]
    low = clause.low[cue]
    form = words.form(low) if lemma(low) else low if low in {"according", ":"} else "n"
    before = phrase.last < cue
    side = "<" if before else ">"
    gap = _gap(clause, phrase.last + 1, cue) if before else _gap(clause, cue + 1, phrase.first)
    between = _between(choices, number, cue)
    left, right = features.seen(clause, phrase.first - 1), features.seen(clause, phrase.last + 1)
    kind = _type(clause, phrase)
    verb = words.trigger(low) or low
    passive = _passive(clause, cue) and form == "d"
    return [
        f"s|{side}|{form}|{sides}",
        f"g|{side}|{gap}",
        f"gf|{side}|{gap}|{form}",
        f"gs|{side}|{gap}|{sides}",
        f"gk|{side}|{gap}|{kind}",
        f"b|{side}|{between}|{form}",
        f"bs|{side}|{between}|{sides}",
        f"l|{side}|{left}|{form}",
        f"lr|{side}|{left}|{right}",
        f"r|{side}|{right}|{form}",
        f"rb|{side}|{right}|{between}",
        f"k|{side}|{kind}|{form}",
        f"kb|{side}|{kind}|{between}",
        f"kl|{side}|{kind}|{left}",
        f"kr|{side}|{kind}|{right}",
        f"v|{side}|{verb}|{between}",
        f"p|{side}|{passive}|{left}",
        f"pb|{side}|{passive}|{between}|{left == 'by'}",
        f"f|{number == 0}|{form}|{left}",
        f"fr|{number == 0}|{form}|{right}",
        f"a|{side}|{right}|{clause.view[cue - 1] if cue else ''}|{between}|{left}",
    ]


def of_none(clause: Clause, cue: int, sides: str, choices: Sequence[Phrase]) -> list[str]:
    """What the scorer of speakers looks at for the answer that the sentence names none."""
    low = clause.low[cue]
    form = words.form(low) if lemma(low) else low if low in {"according", ":"} else "n"
    before = [phrase for phrase in choices if phrase.last < cue]
    left, right = features.seen(clause, cue - 1), features.seen(clause, cue + 1)
    return [
        "none",
        f"none s|{form}|{sides}",
        f"none l|{left}|{form}",
        f"none r|{right}|{form}",
        f"none n|{min(len(before), 3)}|{form}|{sides}",
        f"none p|{_passive(clause, cue)}|{form}|{right == 'by'}",
        f"none v|{words.trigger(low) or low}",
    ]


def _gap(clause: Clause, first: int, stop: int) -> str:
    """The views between phrase and cue without auxiliaries, adverbs and brackets; at most three."""
    found: list[str] = []
    depth = 0
    for place in range(first, min(stop, first + 40)):
        seen = clause.view[place]
        depth += (seen == "(") - (seen == ")")
        if depth == 0 and seen not in _SKIPPED and seen != ")":
            found.append(seen)
            if len(found) > 3:
                return " ".join(found[:2]) + " +"
    return " ".join(found)


def _between(choices: Sequence[Phrase], number: int, cue: int) -> int:
    """How many other phrases stand between a phrase and the cue, at most four."""
    phrase = choices[number]
    if phrase.last < cue:
        return min(4, sum(phrase.last < each.first < cue for each in choices))
    return min(4, sum(cue < each.last < phrase.first for each in choices))


def _type(clause: Clause, phrase: Phrase) -> str:
    first = clause.low[phrase.first]
    if phrase.first == phrase.last and first in words.PRONOUNS:
        return first
    seen = clause.view[phrase.first : phrase.last + 1]
    name = "C" if "C" in seen else "w"
    role = any(is_role(word) for word in clause.low[phrase.first : phrase.last + 1])
    opener = seen[0] if seen[0] in words.DETERMINERS else seen[0][0]
    return f"{opener} {name}{'r' if role else ''}"


def _passive(clause: Clause, cue: int) -> bool:
    """Whether a form of "be" stands right before a participle."""
    place = cue - 1
    while place >= 0 and clause.view[place] in words.ADVERBS | {"ly", "not"}:
        place -= 1
    return place >= 0 and clause.low[place] in {"is", "are", "was", "were", "be", "been", "being"}
