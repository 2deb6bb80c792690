"""Two processes run one hall by mistake: whoever loses the race catches up, and no customer notices."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest

from server.domain.queue import commands as c
from server.domain.text import Text
from server.live_hall import Done, LiveHall
from tests.journal.stores import Store
from tests.living import ask, called, everything, living, numbers, outcome, series, set_up

ISSUE = c.IssueTicket(service="bill")
ISSUE_INVOICE = c.IssueTicket(service="invoice")


@pytest.fixture
async def two(store: Store) -> AsyncIterator[tuple[LiveHall, LiveHall]]:
    async with AsyncExitStack() as stack:
        first = await stack.enter_async_context(living(store.open()))
        await set_up(first)
        yield first, await stack.enter_async_context(living(store.open()))


async def assert_both_know(two: tuple[LiveHall, LiveHall], store: Store) -> None:
    """After one more command of each, both tell the story the journal tells."""
    for live in (*two, two[0]):
        await ask(live, ISSUE, f"last {live is two[0]} {live.hall.seq}")
    await ask(two[1], ISSUE, "the very last")
    fresh = store.open()
    assert two[1].hall == await fresh.load() == await fresh.replay()
    events = await everything(fresh)
    assert [r.seq for r in events] == list(range(1, len(events) + 1))


async def test_no_number_is_given_twice(two: tuple[LiveHall, LiveHall], store: Store) -> None:
    answers = await asyncio.gather(*(ask(two[n % 2], ISSUE, f"kiosk:{n}") for n in range(100)))
    assert sorted(numbers(a.recorded)[0] for a in answers) == series("A", 100)
    await assert_both_know(two, store)


async def test_no_customer_is_called_twice(two: tuple[LiveHall, LiveHall], store: Store) -> None:
    await asyncio.gather(*(ask(two[0], ISSUE, f"issue {n}") for n in range(48)))
    await ask(two[1], ISSUE, "and now it knows of them")

    async def work(live: LiveHall, counter: str) -> None:
        for n in range(6):
            for kind in (c.CallNext, c.StartService, c.FinishTicket):
                assert isinstance(
                    await outcome(live, kind(counter=counter), f"{counter}/{n}/{kind.__name__}"), Done
                )

    await asyncio.gather(*(work(two[int(i) % 2], i) for i in "12345678"))
    assert sorted(called(await everything(two[0].journal))) == series("A", 48)
    await assert_both_know(two, store)


async def test_two_clerks_at_one_counter_call_one_customer(
    two: tuple[LiveHall, LiveHall], store: Store
) -> None:
    for n in range(10):
        await asyncio.gather(*(ask(live, ISSUE, f"issue {n} {live is two[0]}") for live in two))
        pressed = [outcome(live, c.CallNext(counter="1"), f"call {n} {live is two[0]}") for live in two]
        outcomes = await asyncio.gather(*pressed)
        assert {type(one) if isinstance(one, Done) else one for one in outcomes} == {Done, "counter_busy"}
        await ask(two[0], ISSUE, f"now the first knows {n}")
        await ask(two[0], c.MarkNoShow(counter="1"), f"no-show {n}")
        await ask(two[1], ISSUE, f"now the second knows {n}")
    assert called(await everything(two[0].journal)) == series("A", 10)
    await assert_both_know(two, store)


async def test_a_request_answered_by_one_is_answered_the_same_by_the_other(
    two: tuple[LiveHall, LiveHall], store: Store
) -> None:
    first, second = await asyncio.gather(*(ask(live, ISSUE, "kiosk:1/a") for live in two))
    assert first.recorded == second.recorded
    late = [await ask(live, ISSUE, "kiosk:1/b") for live in two]
    assert late[0].recorded == late[1].recorded
    assert numbers(await everything(two[0].journal)) == ["A001", "A002"]
    await assert_both_know(two, store)


async def test_an_answer_that_nothing_happened_is_the_same_from_the_other(
    two: tuple[LiveHall, LiveHall],
) -> None:
    nothing = c.RestoreService(service="bill")
    for live in two:
        assert (await ask(live, nothing, "r")).recorded == ()
    await ask(two[0], c.SuspendService(service="bill", reason=Text("维护", "Maintenance")), "s")
    for live in two:
        assert (await ask(live, nothing, "r")).recorded == ()
        assert (await ask(live, ISSUE_INVOICE, "i")).hall.suspended


async def test_the_loser_tells_its_watchers_what_the_other_did(two: tuple[LiveHall, LiveHall]) -> None:
    heard: list[int] = []
    two[1].watch(lambda hall, recorded: heard.extend(r.seq for r in recorded))
    before = two[1].hall.seq
    for n in range(3):
        await ask(two[0], ISSUE, f"a{n}")
    await ask(two[1], ISSUE, "b")
    assert heard == list(range(before + 1, two[1].hall.seq + 1))


async def test_one_that_slept_through_a_thousand_events_wakes_up_right(
    two: tuple[LiveHall, LiveHall],
) -> None:
    await asyncio.gather(*(ask(two[0], ISSUE, f"a{n}") for n in range(1100)))
    done = await ask(two[1], ISSUE, "b")
    assert numbers(done.recorded) == ["A1101"]
    assert len(done.hall.tickets) == 1101
