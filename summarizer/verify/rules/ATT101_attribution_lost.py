"""Statement of a party told as fact.

Every sentence of the source that carries the claim gives it as what somebody said, alleged or
believed, and the claim names nobody. Readers take such a sentence for an established fact. Told
by an article in its own voice as well, it may stand without attribution. Speech taken over word
for word only warns; a claim in quotation marks or in the first person shows that it is speech.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.findings import Fix
from summarizer.text.lexicon import words
from summarizer.text.speech_verbs import lemma
from summarizer.text.tokens import tokenize
from summarizer.verify.align import counterpart, word_keys
from summarizer.verify.attribution import credited, cue_verbs
from summarizer.verify.hearsay import cues, said, speakers, speech
from summarizer.verify.registry import Example, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.model.findings import Level
    from summarizer.text.tokens import Token
    from summarizer.verify.source import SourceSentence
    from summarizer.verify.view import PartView

RULE = Rule(
    level="error",
    verdict="attribution lost",
    example=Example(
        sources=("Fire in Arden\n\nThe mayor said that the owner had locked the emergency exits.",),
        bad="The owner had locked the emergency exits. [1]",
        good="The mayor said that the owner had locked the emergency exits. [1]",
    ),
)

# The evidence must carry this share of the claim; a sentence in the narrator's voice with nearly as
# much as the best clears the claim.
_CARRIES = 0.45
_NEARLY = 0.75
# The words of content with which a claim names its subject.
_SUBJECT = 2
# What speakers say of their own minds and plans is theirs where they stand right before the verb.
_MEANING = frozenset({"want", "intend", "plan", "aim", "hope", "expect", "fear", "seek", "wish"})
_NEAR = 2
# The last sentence, the headline counted, of what tells the news itself; and who is believed then.
_LEAD = 2
_AUTHORITIES = frozenset(
    {"police", "officials", "authorities", "sheriff", "coroner", "firefighters", "officers"}
    | {"hospital", "department", "ministry", "service", "agency"}
)


def check_part(part: PartView) -> Iterator[Problem]:
    """A claim without attribution whose only evidence is what somebody said."""
    claim = part.claim
    if claim.headline or credited(claim) or _is_speech(part) or part.coverage < _CARRIES:
        return
    best = max(part.shares)
    rows = zip(part.shares, part.source.sentences, strict=True)
    carriers = [sentence for share, sentence in rows if share >= _NEARLY * best]
    if best < _CARRIES:
        carriers += [sentence for sentence in part.evidence[:2] if sentence not in carriers]
    told = [token for token in part.content if not claim.quoted(token.start)]
    if not all(said(sentence, told) for sentence in carriers):
        return
    if _attributes(part, carriers) or _accepted(part, best):
        return
    message = "the source gives this as what somebody said; the claim tells it as fact"
    fix = Fix(message="say in the same sentence who says so", replacement=None)
    verbatim = _plain(part.text) == _plain(carriers[0].text)
    level: Level = "warning" if verbatim or _is_report(carriers[0]) else "error"
    yield Problem(message, tuple(s.evidence() for s in carriers[:2]), fix, level=level)


def _is_report(sentence: SourceSentence) -> bool:
    """Whether an article opens with this sentence on the word of an authority: the news itself."""
    known = (token.lower in _AUTHORITIES for token in speakers(sentence))
    return sentence.number <= _LEAD and any(known)


def _attributes(part: PartView, carriers: Sequence[SourceSentence]) -> bool:
    """Whether a claim has a verb of saying that is no part of what is said in the source."""
    inside = frozenset[str]().union(
        *(word_keys(token.lower) for sentence in carriers for token in speech(sentence))
    )
    outside = {lemma(word) for sentence in carriers for word in cues(sentence)}
    verbs = cue_verbs(part.claim)
    if any(lemma(verb.lower) in outside or not counterpart(verb, inside) for verb in verbs):
        return True
    named = [t for s in carriers for t in speakers(s)]
    if _means(part, named):
        return True
    # "Senator Ann Ode" is not the "one senator" who speaks
    return bool(verbs) and any(
        counterpart(token, word_keys(other.lower)) and token.text.islower() == other.text.islower()
        for token in part.content[:_SUBJECT]
        for other in named
    )


def _means(part: PartView, named: Sequence[Token]) -> bool:
    """Whether the claim tells what the source's speaker wants or hopes: "Ode's group wants to"."""
    keys = frozenset[str]().union(*(word_keys(token.lower) for token in named))
    return any(
        lemma(token.lower) in _MEANING
        and any(counterpart(each, keys) for each in part.tokens[max(0, place - _NEAR) : place])
        for place, token in enumerate(part.tokens)
    )


def _accepted(part: PartView, best: float) -> bool:
    """Whether any article tells most of a claim in its own voice."""
    weights = part.claim.document.weights
    return any(
        weights.coverage(part.content, (sentence,)) >= max(_CARRIES, _NEARLY * best)
        and not said(sentence, part.content)
        for source in part.claim.document.sources.values()
        for sentence in source.sentences
    )


def _is_speech(part: PartView) -> bool:
    """Whether a part shows itself to be speech: in the first person, or most of it in marks.

    So does a mark that opens or closes nothing.
    """
    first = words("first_person")
    if part.text.count('"') % 2 or part.text.count("“") != part.text.count("”"):
        return True
    quoted = sum(part.claim.quoted(token.start) for token in part.content)
    return quoted * 2 > len(part.content) or any(token.lower in first for token in part.tokens)


def _plain(text: str) -> str:
    """The words of a text without marks, to compare."""
    return " ".join(token.lower for token in tokenize(text))
