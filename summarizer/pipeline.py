"""The walk: read, merge, write, verify, and repair in bounded rounds; rendering is the caller's.

Every door (command line, Python, and what builds on them) goes through these functions.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from summarizer.errors import NoCommonStory, NothingToPublish, UsageError
from summarizer.merge import Pile, group_articles, merge
from summarizer.merge import pack as evidence
from summarizer.model.codec import encode
from summarizer.model.story import Exclusion, Grouping, InspectedStory, Inspection
from summarizer.model.summary import Provenance, Source, Summary, Tokens, Verification
from summarizer.text.token_counts import counter
from summarizer.verify import Library, of_draft, parse
from summarizer.verify import check as verify
from summarizer.verify.registry import selected
from summarizer.version import VERSION
from summarizer.write.extractive.writer import write
from summarizer.write.repair import repair

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarizer.model.article import Article
    from summarizer.model.findings import CheckReport, LevelSetting
    from summarizer.model.pack import Pack
    from summarizer.model.story import Membership, Story
    from summarizer.model.summary import Draft, Parameter, Withheld

MAX_WORDS = 300
MAX_SENTENCES = 9
ROUNDS = 3
# More inputs than this that have something in common are a pile, not the articles of one story.
MAX_TOLD = 12


def summarize(
    articles: Sequence[Article],
    *,
    writer: str = "extractive",
    max_words: int = MAX_WORDS,
    max_sentences: int = MAX_SENTENCES,
    created: datetime | None = None,
) -> Summary:
    """A checked summary of the story that these articles tell.

    `created` is the time to record (now, where it is not given); nothing else depends on it.

    Raises:
        UsageError: no article, an unknown writer, or a limit below 1.
        NoCommonStory: the articles have nothing in common.
        NothingToPublish: no sentence of them stands alone, fits and passes the check.
    """
    _require(articles, writer=writer, max_words=max_words, max_sentences=max_sentences)
    story = _common_story(articles)
    library = Library(story)
    draft, withheld, report = _publishable(story, library, max_words, max_sentences)
    if not draft.claims:
        raise _nothing_to_publish(withheld)
    parameters: dict[str, Parameter] = {"max_words": max_words, "max_sentences": max_sentences}
    summary = Summary(
        schema=1,
        headline=draft.headline,
        claims=draft.claims,
        conflicts=draft.conflicts,
        events=story.events,
        origins=story.origins,
        sources=_sources(articles, story, draft),
        withheld=withheld,
        verification=Verification(verdict="pass", rules=(), findings=()),
        provenance=_provenance(articles, writer, parameters, created),
    )
    return replace(summary, verification=_verification(summary, draft, library, report))


def check(
    summary: str | Summary,
    articles: Sequence[Article],
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    levels: Mapping[str, LevelSetting] | None = None,
) -> CheckReport:
    """The attribution test of a summary against its articles.

    `levels` sets the levels of rules and families: {"QUO103": "warning", "NEU": "off"}.
    `summary` is one that `summarize` returned, or text: our JSON, or Markdown with [n] markers.
    """
    text = json.dumps(encode(summary)) if isinstance(summary, Summary) else summary
    return verify(parse(text), merge(articles), select=select, ignore=ignore, levels=levels)


def pack(
    articles: Sequence[Article], *, input_tokens: int | None = None, model: str | None = None
) -> Pack:
    """The evidence that a language model is given to write about the story of these articles.

    At most `input_tokens` tokens of `model`'s vocabulary (None: no limit, o200k_base).

    Raises:
        UsageError: no article, or a limit too small for one sentence of each source.
        NoCommonStory: the articles have nothing in common.
        NothingToPublish: no article has a sentence.
    """
    _require_articles(articles)
    story = _common_story(articles)
    return evidence(story, input_tokens=input_tokens, count=counter(model), model=model)


def inspect(articles: Sequence[Article]) -> Inspection:
    """How the articles were read, which of them tell one story, and which are copies."""
    pile = Pile(articles)
    return Inspection(
        articles=pile.articles,
        stories=tuple(_inspected(f"t{n}", each, pile) for n, each in enumerate(_told(pile), 1)),
        duplicates=pile.duplicates(),
    )


def _told(pile: Pile) -> list[tuple[str, ...]]:
    """The members of each story; what a pile has in common only is sorted as `group` does."""
    found = []
    for each in pile.stories():
        many = len(each.members) > MAX_TOLD
        stories = group_articles(pile.among(each.members)).stories if many else (each,)
        found += [story.members for story in stories]
    return found


def _inspected(story_id: str, members: tuple[str, ...], pile: Pile) -> InspectedStory:
    """What merging finds in a story; an article alone has nothing to be merged with."""
    story = merge(pile.among(members), pile) if len(members) > 1 else None
    return InspectedStory(
        id=story_id,
        members=members,
        events=story.events if story else (),
        origins=story.origins if story else (),
        conflicts=story.disputes if story else (),
        revisions=story.revisions if story else (),
        variants=story.variants if story else (),
    )


def group(articles: Sequence[Article]) -> Grouping:
    """Which of the articles tell one story, strictly: nobody chose them as one."""
    return group_articles(articles)


def _require(
    articles: Sequence[Article], *, writer: str, max_words: int, max_sentences: int
) -> None:
    _require_articles(articles)
    if writer != "extractive":
        raise UsageError(
            "writer-unavailable",
            f"the writer '{writer}' is not available in this version",
            "use --writer extractive, which needs no key and no network",
        )
    for name, value in (("max-words", max_words), ("max-sentences", max_sentences)):
        if value < 1:
            raise UsageError(
                "bad-limit", f"--{name} is {value}", "give a whole number of 1 or more"
            )


def _require_articles(articles: Sequence[Article]) -> None:
    if not articles:
        raise UsageError("no-input", "no article was given", "name at least one file or folder")


def _common_story(articles: Sequence[Article]) -> Story:
    """The story that most of the articles tell; the others are explained as excluded.

    Raises:
        NoCommonStory: no two of several articles belong together.
    """
    copies = _copies(articles)
    pile = Pile([article for article in articles if article.id not in copies])
    groups = pile.stories()
    main = max(groups, key=lambda each: len(each.members))
    if len(groups) > 1 and len(main.members) == 1:
        raise _nothing_in_common(articles, groups)
    story = merge(pile.among(main.members), pile)
    strange = "tells of something else than the other inputs"
    outside = tuple(
        Exclusion(
            source=article.id,
            reason=f"the same text as {copies[article.id]}" if article.id in copies else strange,
        )
        for article in articles
        if article.id not in main.members
    )
    return replace(story, exclusions=story.exclusions + outside)


def _copies(articles: Sequence[Article]) -> dict[str, str]:
    """Inputs whose body another one has word for word, with the id of the first such input."""
    first: dict[str, str] = {}
    found = {}
    for article in articles:
        body = "\n".join(article.text[each.start : each.end] for each in article.sentences)
        original = first.setdefault(body or article.id, article.id)
        if original != article.id:
            found[article.id] = original
    return found


def _nothing_in_common(articles: Sequence[Article], groups: Sequence[Membership]) -> NoCommonStory:
    titles = {article.id: article.title or article.path or article.id for article in articles}
    listed = "; ".join(
        f"{group.id}: {', '.join(titles[member] for member in group.members)}" for group in groups
    )
    return NoCommonStory(
        "no-common-story",
        f"the {len(articles)} inputs have nothing in common; stories found: {listed}",
        "give articles about one event, or use 'summarizer group' to sort them first",
    )


def _nothing_to_publish(withheld: Sequence[Withheld]) -> NothingToPublish:
    reasons = [f"“{each.text}” ({each.findings[0].message})" for each in withheld]
    return NothingToPublish(
        "nothing-to-publish",
        "no sentence of the inputs stands alone within the limits and passes the check"
        + (f"; withheld: {'; '.join(reasons)}" if reasons else ""),
        "give more articles or fuller ones, or raise --max-words",
    )


def _publishable(
    story: Story, library: Library, max_words: int, max_sentences: int
) -> tuple[Draft, tuple[Withheld, ...], CheckReport]:
    """A draft that passes the check, and what was withheld on the way.

    A claim that cannot be repaired is withheld and the writer is asked again without it, so that
    another fact can take its place; the rounds are bounded, and the last one only takes away.
    """

    def judge(draft: Draft) -> CheckReport:
        return verify(of_draft(draft), library)

    withheld: dict[str, Withheld] = {}
    for _ in range(ROUNDS):
        draft = write(
            story,
            max_words=max_words,
            max_sentences=max_sentences,
            without=frozenset(withheld),
        )
        draft, refused, report = repair(draft, story, judge)
        withheld |= {each.text: each for each in refused}
        if not refused:
            break
    return draft, tuple(withheld.values()), report


def _verification(
    summary: Summary, draft: Draft, library: Library, report: CheckReport
) -> Verification:
    """The verdict on the claims, and on the layout of the whole document by the schema."""
    document = replace(of_draft(draft), data=encode(summary))
    layout = verify(document, library, select=("SCH",))
    failed = "fail" in (report.verdict, layout.verdict)
    return Verification(
        verdict="fail" if failed else "pass",
        rules=tuple(rule.id for rule in selected()),
        findings=report.findings + layout.findings,
    )


def _sources(articles: Sequence[Article], story: Story, draft: Draft) -> tuple[Source, ...]:
    places = [place for conflict in draft.conflicts for place in conflict.positions]
    cited = {each.source for claim in draft.claims for each in claim.citations}
    cited |= {each.source for place in places for each in place.citations}
    reasons = {each.source: each.reason for each in story.exclusions}
    events = {source: event.id for event in story.events for source in event.sources}
    spare = "says nothing that the cited sources do not say, or did not fit the limits"
    reasons |= {a.id: "holds no article text" for a in articles if not a.sentences}
    if any(article.language == "en" for article in articles):
        foreign = (article for article in articles if not article.english)
        reasons |= {each.id: "in another language than the summary" for each in foreign}
    return tuple(
        Source(
            id=article.id,
            path=article.path,
            url=article.url,
            outlet=article.outlet,
            title=article.title,
            published=article.published,
            language=article.language,
            sha256=article.sha256,
            event=events.get(article.id),
            used=article.id in cited,
            reason=None if article.id in cited else reasons.get(article.id, spare),
        )
        for article in articles
    )


def _provenance(
    articles: Sequence[Article],
    writer: str,
    parameters: dict[str, Parameter],
    created: datetime | None,
) -> Provenance:
    digest = hashlib.sha256("\n".join(article.sha256 for article in articles).encode())
    moment = created or datetime.now(UTC)
    return Provenance(
        writer=writer,
        model=None,
        prompt=None,
        parameters=parameters,
        input_sha256=digest.hexdigest(),
        version=VERSION,
        tokens=Tokens(input=0, output=0),
        cost=None,
        writing=None,
        created=moment.astimezone(UTC).isoformat(timespec="seconds"),
    )
