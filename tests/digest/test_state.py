"""The state, in SQLite and in Postgres alike."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from summarizer.digest.fetching.memory import PageRecord, Validators
from summarizer.digest.model import (
    Delivery,
    DigestStory,
    Failed,
    Item,
    Pick,
    Problem,
    Receipt,
    Selection,
)
from summarizer.digest.state import batches, items, ledger, retention, runs, stories, workers
from summarizer.digest.state.answers import SharedAnswers
from summarizer.digest.state.memory import StoredMemory
from summarizer.digest.state.runs import Run
from summarizer.digest.state.store import Store, packed, unpacked
from summarizer.digest.state.tables import (
    ANSWERS,
    BATCHES,
    FETCHES,
    LEDGER,
    RUNS,
    SELECTIONS,
    STORIES,
    VERSIONS,
    WORKERS,
)
from summarizer.errors import InputError, UsageError
from summarizer.model.summary import Tokens
from summarizer.read import article
from summarizer.read.raw import Given, Raw
from summarizer.write.chat.exchange import Answer
from tests.digest import newspaper
from tests.digest.newspaper import digest

if TYPE_CHECKING:
    from pathlib import Path

    from summarizer.digest.settings import Job

NOON = datetime(2031, 5, 6, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
MAIL = Delivery(job="morning", period="p1", channel="email", recipient="a@example.org")
SELECTION = Selection(
    articles=9,
    stories=3,
    few_outlets=1,
    nothing_new=1,
    few_origins=0,
    beyond=0,
    min_outlets=2,
    min_origins=1,
    max_stories=10,
)
PICK = Pick(
    story="t1", title="A", items=("i1",), outlets=("Belm Echo",), origins=1, score=1, continues=None
)


def item(name: str, dated: datetime, text: str = "One thing happened on Monday.") -> Item:
    return Item(
        id=name,
        url=f"https://belm.example/{name}",
        canonical=f"https://belm.example/{name}",
        source="https://belm.example/feed",
        outlet="Belm Echo",
        title=None,
        published=dated,
        first_seen=dated,
        revision=text,
        article=article("s1", Raw(text=text, path=None, sha256=text, given=Given())),
    )


def page(name: str) -> PageRecord:
    return PageRecord(
        id=name,
        address=f"https://belm.example/{name}",
        state="read",
        validators=Validators(etag='"1"'),
        checked=NOON,
        next_fetch=NOON,
        entry="",
        revision="",
        published=None,
        first_seen=NOON,
    )


def run_at(moment: datetime) -> Run:
    return Run(
        job="morning",
        period=moment.strftime("p%d%H"),
        at=moment,
        cutoff=moment,
        status=None,
        started=moment,
        finished=None,
    )


def test_items_and_pages_are_kept_together_and_found_by_date(store: Store) -> None:
    memory = StoredMemory(store, "morning", NOON)
    for name, dated in (("b", NOON), ("a", NOON - HOUR), ("c", NOON - 30 * HOUR)):
        memory.keep_page(page(name), item(name, dated))
    memory.keep_page(page("a"), item("a", NOON - HOUR, "Another thing happened."))
    found = items.within(store, "morning", NOON - 24 * HOUR, NOON)
    assert [(each.id, each.revision) for each in found] == [
        ("a", "Another thing happened."),
        ("b", "One thing happened on Monday."),
    ]
    assert items.by_id(store, "morning", ["c", "x", "a"])[0] == item("c", NOON - 30 * HOUR)
    assert (memory.page("a"), memory.page("x")) == (page("a"), None)
    assert items.within(store, "evening", NOON - 24 * HOUR, NOON) == ()


def test_a_run_is_begun_once(store: Store) -> None:
    first = runs.begin(store, run_at(NOON))
    second = runs.begin(store, run_at(NOON))
    assert (first, second) == (run_at(NOON), first)
    problem = Problem(place="https://belm.example/feed", code="c", message="m")
    runs.keep_problems(store, first, [problem])
    assert runs.problems(store, first) == (problem,)
    assert runs.unfinished(store, "morning") == [first]
    runs.finish(store, "morning", first.period, NOON + HOUR)
    assert (runs.unfinished(store, "morning"), runs.latest(store, "morning")[0].finished) == (
        [],
        NOON + HOUR,
    )


def test_what_was_chosen_first_stays(store: Store) -> None:
    runs.begin(store, run_at(NOON))
    stories.keep_picks(store, "morning", "p0612", [PICK], SELECTION)
    failed = Failed(story="t1", title="A", addresses=(), code="c", message="m")
    stories.keep_outcome(store, "morning", "p0612", "t1", failed)
    stories.keep_picks(store, "morning", "p0612", [PICK], replace(SELECTION, articles=10))
    assert stories.selection_of(store, "morning", "p0612") == SELECTION
    assert stories.selection_of(store, "morning", "p0613") is None
    assert stories.progress(store, "morning", "p0612") == (1, 1)
    begun = stories.begin(store, "morning", "p0612", "t1")
    assert (begun.pick, begun.attempts, begun.told) == (PICK, 1, True)
    assert stories.outcomes(store, "morning", "p0612") == (failed,)


def test_a_story_of_the_past_is_found_among_others(store: Store) -> None:
    one = newspaper.told("t1", (newspaper.item("a", "Belm Echo", newspaper.FLOOD),))
    for hours in (2, 1):
        run = runs.begin(store, run_at(NOON - hours * HOUR))
        picks = [replace(PICK, story=name) for name in ("t1", "t2")]
        stories.keep_picks(store, "morning", run.period, picks, SELECTION)
        for name in ("t1", "t2"):
            outcome = DigestStory(story=name, summary=one.summary, changes=None)
            stories.keep_outcome(store, "morning", run.period, name, outcome)
    every = stories.past(store, "morning", NOON, NOON - 24 * HOUR)
    only = stories.past(store, "morning", NOON, NOON - 24 * HOUR, only="t2")
    assert [(each.story, each.period) for each in every] == [("t1", "p0611"), ("t2", "p0611")]
    assert only == every[1:]


def test_a_delivery_is_owed_until_it_is_done(store: Store) -> None:
    ledger.promise(store, [MAIL], NOON)
    assert (ledger.owed(store, "morning"), ledger.intend(store, MAIL, NOON)) == ((MAIL,), 1)
    ledger.failed(store, MAIL, NOON, "no")
    assert ledger.trouble(store, MAIL) == "no"
    assert (ledger.owed(store, "morning"), ledger.intend(store, MAIL, NOON)) == ((MAIL,), 2)
    assert ledger.progress(store, "morning", MAIL.period) == (0, 1)
    ledger.done(store, Receipt(delivery=MAIL, at=NOON, reference="<1@example.org>"))
    ledger.promise(store, [MAIL], NOON)
    assert (ledger.owed(store, "morning"), ledger.intend(store, MAIL, NOON)) == ((), None)
    receipt = ledger.receipt(store, MAIL)
    assert receipt == Receipt(delivery=MAIL, at=NOON, reference="<1@example.org>")


def test_who_slept_while_another_began_the_delivery_does_not_send(store: Store) -> None:
    ledger.promise(store, [MAIL], NOON)
    slow, fast = ledger.intend(store, MAIL, NOON), ledger.intend(store, MAIL, NOON)
    assert slow is not None
    assert fast is not None
    assert (ledger.current(store, MAIL, slow), ledger.current(store, MAIL, fast)) == (False, True)
    ledger.done(store, Receipt(delivery=MAIL, at=NOON, reference="1"))
    assert ledger.current(store, MAIL, fast) is False


def test_a_dead_workers_row_is_claimed_by_one(store: Store) -> None:
    row = {"id": "w1", "host": "elsewhere", "pid": 1}
    with store.begin() as connection:
        store.put(connection, WORKERS, {**row, "beat": 1.0})
    workers.beat(store, "w2")
    found = workers.workers(store)
    assert [(each.id, each.dead) for each in found] == [("w1", True), ("w2", False)]
    assert [workers.claim(store, found[0]) for _ in range(2)] == [True, False]
    workers.strike_off(store, "w1")
    workers.retire(store, "w2")
    assert [(each.id, each.dead) for each in workers.workers(store)] == [("w2", True)]


def test_who_only_reads_waits_for_nobody_who_writes(store: Store) -> None:
    runs.begin(store, run_at(NOON))
    with store.begin() as connection:
        connection.execute(RUNS.update().values(status="complete"))
        seen = runs.get(store, "morning", "p0612")
    assert (seen, runs.get(store, "morning", "p0612")) == (
        run_at(NOON),
        replace(run_at(NOON), status="complete"),
    )


def test_what_is_old_is_forgotten(store: Store, job: Job) -> None:
    memory = StoredMemory(store, "morning", NOON - 100 * 24 * HOUR)
    memory.keep_page(page("a"), item("a", NOON - 100 * 24 * HOUR))
    memory.keep_page(page("b"), item("b", NOON))
    for moment in (NOON - 100 * 24 * HOUR, NOON - 99 * 24 * HOUR, NOON):
        run = runs.begin(store, run_at(moment))
        stories.keep_picks(store, "morning", run.period, [PICK], SELECTION)
        if moment != NOON - 99 * 24 * HOUR:  # which is not finished
            runs.finish(store, "morning", run.period, moment)
    later = StoredMemory(store, "morning", NOON)
    assert later.page("b") == page("b")
    later.flush()
    old = (NOON - 100 * 24 * HOUR).strftime("p%d%H")
    assert retention.forget(store, job, NOON, 90) == (old,)
    with store.begin() as connection:
        counts = [
            connection.execute(sa.select(sa.func.count()).select_from(table)).scalar()
            for table in (FETCHES, RUNS, STORIES, SELECTIONS, LEDGER)
        ]
    assert (counts, later.page("a")) == ([1, 2, 2, 2, 0], None)


def test_the_newest_run_stays_however_old_it_is(store: Store, job: Job) -> None:
    run = runs.begin(store, run_at(NOON - 300 * 24 * HOUR))
    runs.finish(store, "morning", run.period, run.at)
    assert retention.forget(store, job, NOON, 90) == ()
    assert runs.get(store, "morning", run.period) is not None


def test_a_state_of_the_first_version_is_led_on(state: str) -> None:
    store = Store(state)
    runs.begin(store, run_at(NOON))
    old = digest()
    runs.keep_digest(store, replace(old, period="p0612"))
    with store.begin() as connection:
        connection.execute(VERSIONS.update().values(version=1))
        for table in (SELECTIONS, ANSWERS, BATCHES):
            table.drop(connection)
        kept = unpacked(connection.execute(sa.select(RUNS.c.document)).scalar())
        del kept["selection"]
        connection.execute(RUNS.update().values(document=packed(kept)))
    store.close()
    store = Store(state)
    assert runs.digest_of(store, "morning", "p0612") == replace(old, period="p0612")
    assert stories.selection_of(store, "morning", "p0612") is None
    assert SharedAnswers(store).get("a") is None
    assert not batches.waiting(store, "morning", "p0612", 1.0).over
    store.close()


def test_a_state_of_a_later_version_is_refused(state: str) -> None:
    store = Store(state)
    with store.begin() as connection:
        connection.execute(VERSIONS.update().values(version=99))
    with pytest.raises(InputError, match="version 99"):
        Store(state)
    store.close()


def test_answers_are_kept_for_all_workers_and_forgotten_in_time(store: Store, job: Job) -> None:
    given = Answer(
        text="{}", finish="stop", model="m", tokens=Tokens(input=2, output=1), seconds=1.5
    )
    answers = SharedAnswers(store)
    for key, batched in (("a", False), ("b", True), ("c", False)):
        answers.put(key, replace(given, batched=batched))
    answers.delete("c")
    kept = [answers.get(key) for key in "abc"]
    assert kept == [replace(given, stored=True), replace(given, batched=True), None]
    with store.begin() as connection:
        connection.execute(ANSWERS.update().where(ANSWERS.c.key == "a").values(moment="2020"))
    retention.forget(store, job, NOON, 90)
    assert [answers.get(key) is None for key in "ab"] == [True, False]


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    store = Store(str(tmp_path / "state.db"))
    assert store.trouble() == ()
    store.close()
    (tmp_path / "state.db").write_bytes(b"no database" * 1000)
    with pytest.raises(InputError, match="cannot be used"):
        Store(str(tmp_path / "state.db"))


def test_the_file_is_in_wal_mode(tmp_path: Path) -> None:
    Store(str(tmp_path / "deep" / "state.db")).close()
    with closing(sqlite3.connect(tmp_path / "deep" / "state.db")) as file:
        assert file.execute("PRAGMA journal_mode").fetchone() == ("wal",)


@pytest.mark.parametrize("state", ["mysql://a/b", "postgresql://a:port"])
def test_other_databases_are_refused(state: str) -> None:
    with pytest.raises(UsageError):
        Store(state)
