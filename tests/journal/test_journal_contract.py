"""What every store promises, asked of a SQLite file and of a real PostgreSQL alike."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import chain

import pytest

from server.domain.hall import Hall
from server.domain.queue import commands as c
from server.domain.queue.events import DayOpened, TicketIssued
from server.domain.setup.commands import ConfigureHall
from server.domain.setup.events import HallConfigured
from server.journal import Journal, SecondWriter
from tests.builders import MORNING, a_config
from tests.journal.days import two_days
from tests.journal.stores import Kept, Store, kept
from tests.patience import patience

ISSUE = c.IssueTicket(service="bill")


@pytest.fixture
def journal(store: Store) -> Journal:
    return store.open()


@pytest.fixture
async def book(journal: Journal) -> Kept:
    """A journal with a hall that is set up."""
    book = await kept(journal)
    await book.do(ConfigureHall(config=a_config()))
    return book


async def assert_one_story(store: Store, hall: Hall) -> None:
    """Stored = replayed = in memory, for a process that starts now."""
    fresh = store.open()
    assert await fresh.load() == hall
    assert await fresh.replay() == hall


async def test_an_unused_journal_holds_an_empty_hall(store: Store) -> None:
    journal = store.open()
    assert await journal.load() == await journal.replay() == Hall(id=store.id_of("h1"))
    assert await journal.since(0) == ()
    assert await journal.names() == {}


async def test_rows_events_and_memory_tell_one_story_all_day(store: Store, journal: Journal) -> None:
    book = await kept(journal)
    async for _ in two_days(book):
        assert await journal.load() == book.hall
    await assert_one_story(store, book.hall)


async def test_events_come_back_as_they_were_written(journal: Journal, book: Kept) -> None:
    entries = [
        await book.do(ISSUE, ISSUE),
        await book.do(c.SuspendService(service="bill", reason=a_config().name)),
    ]
    written = tuple(chain.from_iterable(e.recorded for batch in entries for e in batch))
    assert await journal.since(1) == written
    assert await journal.since(written[1].seq) == written[2:]
    assert await journal.since(1, limit=2) == written[:2]
    assert await journal.since(book.hall.seq) == ()


async def test_a_batch_upon_a_hall_that_has_moved_on_is_refused_whole(store: Store, book: Kept) -> None:
    late = await kept(store.open())
    await book.do(ISSUE)
    with pytest.raises(SecondWriter):
        await late.do(ISSUE, ISSUE)
    await assert_one_story(store, book.hall)
    assert len(await book.journal.names()) == 2


async def test_of_two_who_found_no_hall_only_one_makes_it(store: Store) -> None:
    first, second = await kept(store.open()), await kept(store.open())
    await first.do(ConfigureHall(config=a_config()))
    with pytest.raises(SecondWriter):
        await second.do(ConfigureHall(config=a_config()))
    await assert_one_story(store, first.hall)


async def test_a_name_is_taken_once(store: Store, book: Kept) -> None:
    """Another process has answered that request, and nothing followed that would have moved the hall on."""
    late = await kept(store.open())
    await book.do(c.RestoreService(service="bill"), request="kiosk:1/a")
    with pytest.raises(SecondWriter):
        await late.do(ISSUE, request="kiosk:1/a")
    await assert_one_story(store, book.hall)
    assert set(await late.journal.names()) == {"kiosk:1/a", *(await book.journal.names())}
    again = Kept(late.journal, await late.journal.load())
    await again.do(ISSUE, request="kiosk:1/b")
    await assert_one_story(store, again.hall)


async def test_of_many_writers_one_wins_each_place(store: Store, book: Kept) -> None:
    rivals = [await kept(store.open()) for _ in range(4)]
    outcomes = await asyncio.gather(
        *(r.do(ISSUE, request=f"r{n}") for n, r in enumerate(rivals)), return_exceptions=True
    )
    assert sorted(type(o).__name__ for o in outcomes) == ["SecondWriter"] * 3 + ["tuple"]
    winner = next(r for r, o in zip(rivals, outcomes, strict=True) if isinstance(o, tuple))
    await assert_one_story(store, winner.hall)


async def test_names_are_found_again_after_a_restart(store: Store, book: Kept) -> None:
    (issued,) = await book.do(ISSUE, request="kiosk:1/a")
    await book.do(c.RestoreService(service="bill"), request="clerk:1/b")
    names = await store.open().names()
    found = names["kiosk:1/a"]
    assert found.epoch == 1
    assert (
        await book.journal.since(found.first_seq - 1, found.last_seq - found.first_seq + 1) == issued.recorded
    )
    nothing = names["clerk:1/b"]
    assert nothing.last_seq < nothing.first_seq


async def test_old_names_are_forgotten_and_the_events_stay(store: Store, book: Kept) -> None:
    await book.do(ISSUE, request="old")
    book.story.later(days=2)
    await book.do(ISSUE, request="new")
    await book.journal.forget(book.hall.at - timedelta(hours=24))
    assert list(await store.open().names()) == ["new"]
    await assert_one_story(store, book.hall)


async def test_a_new_day_drops_the_tickets_and_keeps_the_events(store: Store, book: Kept) -> None:
    await book.do(ISSUE, ISSUE)
    book.story.later(days=1)
    await book.do(ISSUE)
    assert [t.number for t in (await book.journal.load()).tickets.values()] == ["A001"]
    events = [type(r.event) for r in await book.journal.since(0)]
    assert (events.count(TicketIssued), events.count(DayOpened)) == (3, 2)
    await assert_one_story(store, book.hall)


async def test_a_day_that_ends_within_a_batch_leaves_none_of_its_tickets(store: Store, book: Kept) -> None:
    today = book.entry(ISSUE)
    book.story.later(days=1)
    await book.tell(today, book.entry(ISSUE))
    assert len((await book.journal.load()).tickets) == 1
    await assert_one_story(store, book.hall)


async def test_a_counter_taken_away_is_gone(store: Store, book: Kept) -> None:
    await book.do(ConfigureHall(config=a_config(counters=a_config().counters[:2])))
    assert list((await store.open().load()).counters) == ["1", "2"]
    await assert_one_story(store, book.hall)


async def test_two_halls_in_one_database_know_nothing_of_each_other(store: Store, book: Kept) -> None:
    other = await kept(store.open("h2"))
    await other.do(ConfigureHall(config=a_config(industry="water")), request="same name")
    await book.do(ISSUE, request="same name")
    await other.do(ISSUE)
    book.story.later(days=1)
    await book.do(ISSUE)  # drops the first hall's tickets, not the other's
    await book.journal.forget(book.hall.at)
    assert await store.open("h2").load() == await store.open("h2").replay() == other.hall
    assert "same name" in await other.journal.names()
    await assert_one_story(store, book.hall)


async def test_the_epoch_is_kept(store: Store) -> None:
    moved = Kept(store.open(), Hall(id=store.id_of("h1"), epoch=3))
    await moved.do(ConfigureHall(config=a_config()))
    await moved.do(ISSUE)
    assert {r.epoch for r in await moved.journal.since(0)} == {3}
    await assert_one_story(store, moved.hall)


async def test_who_is_of_another_epoch_is_a_second_writer(store: Store, book: Kept) -> None:
    stranger = Kept(store.open(), replace(book.hall, epoch=2))
    with pytest.raises(SecondWriter):
        await stranger.do(ISSUE)
    await assert_one_story(store, book.hall)


async def test_whoever_reads_while_another_writes_sees_one_moment(store: Store, book: Kept) -> None:
    """Rows of tickets, counters and the hall itself never come from two commits."""
    reader, seen = store.open(), []
    halls = {book.hall.seq: book.hall}
    steps: Iterator[c.Command] = chain(
        [c.OpenCounter(counter="1")],
        *([ISSUE, c.WalkDirect(counter="1", service="bill"), c.FinishTicket(counter="1")] for _ in range(15)),
    )

    async def read() -> None:
        while len(halls) < 46:
            seen.append(await reader.load())

    async with asyncio.TaskGroup() as group:
        group.create_task(read())
        for step in steps:
            await book.do(step)
            halls[book.hall.seq] = book.hall
    assert seen
    assert all(hall == halls[hall.seq] for hall in seen)


async def test_what_a_closed_journal_wrote_is_there_for_the_next(store: Store, book: Kept) -> None:
    await book.journal.close()
    await assert_one_story(store, book.hall)


async def test_nobody_else_writes_while_one_is_alone(store: Store, book: Kept) -> None:
    rival = await kept(store.open())
    async with asyncio.TaskGroup() as group:
        async with book.journal.alone():
            lost = group.create_task(late(rival))
            await book.do(ISSUE)
            assert await book.journal.load() == book.hall, "who is alone sees what it wrote"
            assert await store.open().load() == rival.told, "and nobody else yet"
            await book.do(ISSUE)
        await lost
    await assert_one_story(store, book.hall)


async def late(rival: Kept) -> None:
    with pytest.raises(SecondWriter):
        await rival.do(ISSUE)


async def test_what_was_written_alone_is_gone_when_the_end_is_not_reached(store: Store, book: Kept) -> None:
    whole = book.hall

    async def broken_off() -> None:
        async with book.journal.alone():
            await book.do(ISSUE)
            raise KeyError

    with pytest.raises(KeyError):
        await broken_off()
    await assert_one_story(store, whole)
    again = await kept(book.journal)
    await again.do(ISSUE)
    await assert_one_story(store, again.hall)


async def test_a_time_is_read_with_the_set_up_in_force_before_it(store: Store) -> None:
    journal = store.open()
    book = await kept(journal)
    async for _ in two_days(book):
        pass
    everything = await journal.since(0, 1_000_000)
    second_day = [r.event.at for r in everything if isinstance(r.event, DayOpened)][1]
    inside = [r for r in everything if second_day <= r.event.at]
    found = await journal.read(second_day, second_day + timedelta(days=1), list)
    assert found[1:] == inside
    assert isinstance(found[0].event, HallConfigured)
    assert found[0].seq == 1


async def test_a_time_ends_before_its_end_and_may_hold_nothing(journal: Journal, book: Kept) -> None:
    book.story.later(minutes=1)
    await book.do(ISSUE)
    last = book.hall.at
    assert all(r.event.at < last for r in await journal.read(last - timedelta(hours=1), last, list))
    early = last - timedelta(days=9)
    assert await journal.read(early, early + timedelta(days=1), list) == []


async def test_reading_waits_for_nobody_who_writes(journal: Journal, book: Kept) -> None:
    async with journal.alone(), patience(), asyncio.TaskGroup() as others:
        read = others.create_task(_read_all(journal))
    assert read.result() == book.hall.seq


async def _read_all(journal: Journal) -> int:
    return await journal.read(MORNING, MORNING + timedelta(days=1), lambda events: len(list(events)))
