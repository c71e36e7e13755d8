"""Who is to blame: accusations against denials, and blame that is laid on different sides.

Statements tell it: the sentence around the cue "accused" or "blamed" names a side and an act, a
denial an act. A denial answers an accusation of its speaker, or sentences that tell what is denied.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.merge.conflicts.ledger import Given
from summarizer.merge.passages import weights
from summarizer.text.modality import negations
from summarizer.text.names import same_name
from summarizer.text.similarity import roots, weight
from summarizer.text.speech_verbs import lemma

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summarizer.merge.passages import Passage
    from summarizer.model.article import Article, Statement
    from summarizer.model.summary import Slot

_BLAMES = frozenset({"blame", "fault"})
_ACCUSES = _BLAMES | {"accuse"}
_DENIES = frozenset({"deny", "reject", "refute", "dispute", "dismiss", "rebut", "repudiate"})
# What a court or an office denies is no accusation.
_REQUESTS = roots("request bid motion appeal petition application plea visa access entry relief")
# A denial of these answers whatever its speaker is accused of.
_ANY_CHARGE = roots(
    "accusation allegation charge claim involvement responsibility wrongdoing guilt"
)
_SIDE_AND_ACT = re.compile(r"\s*(?P<side>[^;:]{2,80}?),?\s+(?:of|for)\s+(?P<act>[^;]{3,160})")
_ACT = re.compile(r"\s*(?:of|for)\s+(?P<act>[^;]{3,160})")
# What is denied as a fact, not as a charge: "denied that he …", "denied having …".
_FACT = re.compile(r"\s*(?:that|ever|having|he|she|it|they|\w+ing)\b")
# Share of the weight of what is denied that a sentence must tell, and how many of its words.
TOLD = 0.6
FEWEST = 3
# Words in common of two acts that are one.
ONE_ACT = 2
_LONGEST = 24


class Charge(NamedTuple):
    """An accusation: who makes it, against which side, of what, and the words for it.

    `exclusive` is set where it says who is to blame: of two sides only one can be.
    """

    speaker: str | None
    side: str
    act: frozenset[str]
    words: str
    exclusive: bool
    passage: Passage


class Denial(NamedTuple):
    """A denial: who denies what, the words for it, and whether it denies a fact or a charge."""

    speaker: str
    act: frozenset[str]
    words: str
    fact: bool
    passage: Passage


def blame(
    passages: Sequence[Passage], articles: Mapping[str, Article]
) -> Iterator[tuple[str, Slot, list[Given]]]:
    """Topic, slot and values of what is laid on somebody and denied, or laid on two sides."""
    rare = weights(passages)
    charges = [each for p in passages for each in _charges(p, articles[p.article])]
    denials = [each for p in passages for each in _denials(p, articles[p.article])]
    for denial in _distinct(denials):
        against = [each for each in charges if _answers(denial, each)]
        given = _of_charges(against) if against else _told(denial, passages, denials, rare)
        if given:
            same = [each for each in denials if _one_denial(each, denial)]
            words = max((each.words for each in same), key=len)
            values = [given, Given(words, tuple(each.passage for each in same))]
            yield f"what {denial.speaker} denies", "responsibility", values
    yield from _rivals([each for each in charges if each.exclusive])


def _charges(passage: Passage, article: Article) -> Iterator[Charge]:
    for each in passage.statements:
        verb = _verb(each, article)
        behind = _behind(each, passage, article)
        active, passive = _SIDE_AND_ACT.match(behind), _ACT.match(behind)
        found = passive or active
        speaker = each.speaker.name if each.speaker else None
        side = speaker if passive else active["side"] if active else None
        if verb not in _ACCUSES or not found or not side:
            continue
        yield Charge(
            speaker=None if passive else speaker,
            side=side,
            act=roots(found["act"]),
            words=_words(each, behind, article),
            exclusive=verb in _BLAMES and not passive and speaker is not None,
            passage=passage,
        )


def _denials(passage: Passage, article: Article) -> Iterator[Denial]:
    for each in passage.statements:
        speaker = each.speaker.name if each.speaker else None
        if each.attitude != "denial" or speaker is None or _verb(each, article) not in _DENIES:
            continue
        act = frozenset[str]().union(*(roots(article.quote(*span)) for span in each.content))
        if not act & _REQUESTS:
            behind = _behind(each, passage, article)
            yield Denial(
                speaker=speaker,
                act=act - roots(speaker),
                words=_words(each, behind, article),
                fact=_FACT.match(behind) is not None,
                passage=passage,
            )


def _verb(statement: Statement, article: Article) -> str | None:
    words = article.quote(*statement.cue).split() if statement.cue else []
    return next((verb for word in reversed(words) if (verb := lemma(word))), None)


def _behind(statement: Statement, passage: Passage, article: Article) -> str:
    """The rest of the sentence behind a cue."""
    end = article.sentences[passage.place].end
    return article.text[statement.cue.end : end] if statement.cue else ""


def _words(statement: Statement, behind: str, article: Article) -> str:
    """The words of an accusation or denial: its speaker's name, and the article's from the cue."""
    name = statement.speaker.name if statement.speaker else None
    cue = article.quote(*statement.cue) if statement.cue else ""
    begin = statement.cue.end if statement.cue else 0
    end = max((span.end for span in statement.content), default=begin)
    told = behind[: end - begin] if end > begin else behind
    return " ".join([*([name] if name else []), cue, *told.split()][:_LONGEST]).rstrip(" .,;:")


def _distinct(denials: Sequence[Denial]) -> Iterator[Denial]:
    """The first of each denial that articles report alike."""
    for n, each in enumerate(denials):
        if not any(_one_denial(each, other) for other in denials[:n]):
            yield each


def _one_denial(one: Denial, other: Denial) -> bool:
    if not same_name(one.speaker, other.speaker):
        return False
    if _of_any_charge(one) and _of_any_charge(other):
        return True
    return one.act == other.act or len(one.act & other.act) >= ONE_ACT


def _of_any_charge(denial: Denial) -> bool:
    """Whether somebody denies "this" or "the accusation", not an act of its own name."""
    return not denial.act or bool(denial.act & _ANY_CHARGE)


def _answers(denial: Denial, charge: Charge) -> bool:
    """Whether a denial is that of the accused, and of what they are accused of."""
    accused = any(same_name(denial.speaker, part) for part in charge.side.split(","))
    return accused and (_of_any_charge(denial) or bool(denial.act & charge.act))


def _of_charges(charges: Sequence[Charge]) -> Given:
    passages = {each.passage.id: each.passage for each in charges}
    return Given(charges[0].words, tuple(passages.values()))


def _told(
    denial: Denial,
    passages: Sequence[Passage],
    denials: Sequence[Denial],
    rare: Mapping[str, float],
) -> Given | None:
    """The sentences of other speakers that tell what somebody denies."""
    wanted = denial.act - _ANY_CHARGE
    if len(wanted) < FEWEST or not denial.fact:
        return None
    denying = {each.passage.id for each in denials}
    least = TOLD * weight(wanted, rare)
    found = [
        each
        for each in passages
        if each.id not in denying
        and len(each.roots & wanted) >= FEWEST
        and weight(each.roots & wanted, rare) >= least
        and not any(same_name(denial.speaker, name) for name in each.speakers)
        and not negations(each.text)
    ]
    if not found:
        return None
    words = found[0].text.split()
    shared = [n for n, word in enumerate(words) if roots(word) & wanted]
    told = words[shared[0] : shared[-1] + 1] if shared else words
    return Given(" ".join(told[:_LONGEST]).strip(" .,;:"), tuple(found))


def _rivals(charges: Sequence[Charge]) -> Iterator[tuple[str, Slot, list[Given]]]:
    """One act for which different speakers blame different sides."""
    for n, one in enumerate(charges):
        for other in charges[n + 1 :]:
            apart = not roots(one.side) & roots(other.side)
            common = (one.act & other.act) - one.passage.names
            if apart and one.speaker != other.speaker and len(common) >= ONE_ACT:
                values = [Given(each.side, (each.passage,)) for each in (one, other)]
                act = [word for word in one.words.split() if roots(word) & one.act & other.act]
                yield f"who is to blame: {' '.join(act)}", "responsibility", values
