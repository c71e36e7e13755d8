"""What the model is shown of a pack, and what its ids stand for."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, islice
from typing import TYPE_CHECKING

from summarizer.text.tokens import tokenize
from summarizer.write.extractive.passages import cite, passages

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from summarizer.model.article import Article
    from summarizer.model.pack import EvidenceLine, Pack
    from summarizer.model.story import Dispute, Story
    from summarizer.model.summary import Citation
    from summarizer.write.extractive.passages import Passage

# Marks for datamarking, the first that the evidence does not have; private characters at the end,
# so that there always is one.
_MARKS = "^¤¦§\ue000\ue001\ue002"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A pack by the ids of its sentences.

    `passages` are all sentences of the story, `lines` those that are shown, `rows` and `headers`
    how these and their articles are laid out, `differences` the lines of the pack's conflicts.
    `standing` gives for each id the shown sentence that tells it: itself, or the line it is folded
    into. `vocabulary` has the words of each article. `mark` stands between the words of articles,
    None where a blank does.
    """

    story: Story
    text: str
    passages: Mapping[str, Passage]
    lines: Mapping[str, EvidenceLine]
    rows: Mapping[str, str]
    headers: Mapping[str, str]
    differences: tuple[tuple[Dispute, str], ...]
    standing: Mapping[str, str]
    vocabulary: Mapping[str, frozenset[str]]
    mark: str | None

    def part(self, ids: Collection[str]) -> str:
        """These shown sentences alone, each article's under its header, and how they differ."""
        found: list[str] = []
        for source, own in groupby((name for name in self.rows if name in ids), _article):
            found += [self.headers[source], *(self.rows[name] for name in own)]
        found += [line for dispute, line in self.differences if _whole(dispute, ids)]
        return "".join(f"{line}\n" for line in found)

    def shown(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The shown sentences that tell what these ids tell; unknown ids mean nothing."""
        return tuple(dict.fromkeys(self.standing[each] for each in ids if each in self.standing))

    def rivals(self, ids: Collection[str]) -> tuple[str, ...]:
        """A sentence for each value of the disputes that these sentences have a part in."""
        return tuple(
            dict.fromkeys(
                reading.sentences[0]
                for dispute, _ in self.differences
                if any(each in ids for reading in dispute.readings for each in reading.sentences)
                for reading in dispute.readings
            )
        )

    def sentences_at(self, source: str, start: int, end: int) -> tuple[str, ...]:
        """The ids of the sentences that a place in an article meets."""
        return tuple(
            name
            for name, each in self.passages.items()
            if each.article.id == source and each.sentence.start < end and start < each.sentence.end
        )

    def folded(self, shown: Iterable[str]) -> tuple[str, ...]:
        """The sentences that these ones stand for."""
        return tuple(dict.fromkeys(each for name in shown for each in self.lines[name].folded))

    def introducing(self, shown: Iterable[str], text: str) -> tuple[str, ...]:
        """The sentences that name whoever a claim names and these ones leave to a note.

        "“It is too early,” she said" has its speaker in a note; the nearest sentence before it that
        has the words of the note which the claim uses is what a reader can look them up in.
        """
        found: list[str] = []
        for name in shown:
            note, passage = self.lines[name].note, self.passages[name]
            wanted = (words_of(text) & words_of(note or "")) - words_of(passage.text)
            before = passage.article.sentences[: passage.position] if wanted else ()
            near = (self.passages[each.id] for each in reversed(before))
            found += islice((p.sentence.id for p in near if wanted <= words_of(p.text)), 1)
        return tuple(dict.fromkeys(found))

    def citation(self, sentence: str) -> Citation:
        """The place of a sentence, looked up."""
        return cite(self.passages[sentence])

    def origins(self, shown: Iterable[str]) -> tuple[str, ...]:
        """The origins behind the facts that these sentences carry, in the story's order."""
        facts = {fact for name in shown for fact in self.lines[name].facts}
        behind = {each for fact in self.story.facts if fact.id in facts for each in fact.origins}
        return tuple(each.id for each in self.story.origins if each.id in behind)

    def words(self, shown: Iterable[str]) -> frozenset[str]:
        """All words of the articles of these sentences, and of what is known about them."""
        sources = {_article(each) for each in shown}
        return frozenset().union(*(self.vocabulary[each] for each in sources))

    def unmarked(self, text: str) -> str:
        """A text of the model without the mark between its words."""
        return text.replace(self.mark, " ") if self.mark else text


def words_of(text: str) -> frozenset[str]:
    """The words of a text, in lower case and without the ending of possession."""
    return frozenset(token.lower.removesuffix("'s") for token in tokenize(text))


def evidence_of(story: Story, pack: Pack, *, datamarking: bool = False) -> Evidence:
    """The pack of a story as evidence; with `datamarking`, its articles' words are marked."""
    mark = next(each for each in _MARKS if each not in pack.text) if datamarking else None
    given = pack.text.removesuffix("\n").split("\n")
    headers: dict[str, str] = {}
    rows: dict[str, str] = {}
    top: list[str] = []
    for source in pack.sources:
        headers[source.id] = _marked_header(given[len(top)], mark)
        top.append(headers[source.id])
        for line in source.lines:
            rows[line.sentence] = _marked_row(given[len(top)], line.text, mark)
            top.append(rows[line.sentence])
    tail = given[len(top) :]
    lines = {line.sentence: line for source in pack.sources for line in source.lines}
    return Evidence(
        story=story,
        text="".join(f"{line}\n" for line in (*top, *tail)),
        passages=passages(story.articles),
        lines=lines,
        rows=rows,
        headers=headers,
        differences=tuple(zip(pack.conflicts, tail, strict=False)),
        standing=_standing(lines),
        vocabulary={each.id: _vocabulary(each, pack) for each in story.articles},
        mark=mark,
    )


def _vocabulary(article: Article, pack: Pack) -> frozenset[str]:
    known = (article.text, article.outlet, article.agency, article.title)
    notes = (line.note for own in pack.sources if own.id == article.id for line in own.lines)
    texts = (text for text in (*known, *notes) if text)
    return frozenset().union(*map(words_of, texts))


def _standing(lines: Mapping[str, EvidenceLine]) -> dict[str, str]:
    standing = {name: name for name in lines}
    for name, line in lines.items():
        for each in line.folded:
            standing.setdefault(each, name)
    return standing


def _marked_header(header: str, mark: str | None) -> str:
    parts = header.split(" | ")
    return " | ".join(part.replace(" ", mark) for part in parts) if mark else header


def _marked_row(row: str, text: str, mark: str | None) -> str:
    return f"{row.removesuffix(text)}{text.replace(' ', mark)}" if mark else row


def _article(sentence: str) -> str:
    return sentence.rpartition(".")[0]


def _whole(dispute: Dispute, ids: Collection[str]) -> bool:
    """Whether each reading of a dispute has a sentence among these."""
    return all(any(each in ids for each in reading.sentences) for reading in dispute.readings)
