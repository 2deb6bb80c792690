"""One story: what is stored, replayed and live is the same, whatever people do and whatever breaks."""

import asyncio
import random
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from server.domain.command import Command
from server.domain.equipment import commands as ec
from server.domain.hall import Hall, ParkKind
from server.domain.queue import commands as c
from server.domain.refusals import Refused
from server.journal import Recorded, StorageFailed
from server.journal.sqlite import SqliteJournal
from server.live_hall import GROUP, OVERLOAD, Done, LiveHall, Overloaded
from server.routing import fair_share
from tests.living import HandClock, ask, called, everything, living, numbers, outcome, running, series, set_up

ISSUE = c.IssueTicket(service="bill")
Store = Callable[[], SqliteJournal]


class Nonsense(Command):
    """A command nobody has written a rule for: a bug."""


class Tape:
    """Everything a watcher is told, a list per commit."""

    def __init__(self) -> None:
        self.commits: list[tuple[Recorded, ...]] = []

    def on_commit(self, hall: Hall, recorded: tuple[Recorded, ...]) -> None:
        assert hall.seq == recorded[-1].seq
        self.commits.append(recorded)

    @property
    def events(self) -> tuple[Recorded, ...]:
        return sum(self.commits, ())


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return lambda: SqliteJournal(tmp_path / "hall.sqlite3")


@pytest.fixture
async def live(store: Store) -> AsyncIterator[LiveHall]:
    """A hall with eight open counters."""
    async with living(store()) as live:
        await set_up(live)
        yield live


@pytest.fixture
def tape(live: LiveHall) -> Tape:
    tape = Tape()
    live.watch(tape.on_commit)
    return tape


async def assert_one_story(live: LiveHall, store: Store) -> None:
    fresh = store()
    assert await fresh.load() == await fresh.replay() == live.hall
    await fresh.close()


# one story


def any_command(chance: random.Random, hall: Hall) -> Command:
    counter = chance.choice([*"12345678", "ghost"])
    ticket = chance.choice([*hall.tickets, *hall.ended, "ghost"])
    service = chance.choice(["bill", "install", "advice"])
    kinds: list[Command] = [
        c.IssueTicket(service=service, printer=chance.choice(["", "K1"])),
        c.CallNext(counter=counter),
        c.StartService(counter=counter),
        c.FinishTicket(counter=counter),
        c.MarkNoShow(counter=counter),
        c.ReturnToQueue(counter=counter),
        c.UndoLast(counter=counter),
        c.ParkTicket(counter=counter, kind=ParkKind.CUSTOMER_AWAY),
        c.ResumeTicket(ticket=ticket, counter=chance.choice([None, counter])),
        c.RequeueTicket(ticket=ticket),
        c.TransferTicket(counter=counter, to_queue=chance.choice("ABCD")),
        c.AddService(counter=counter, service=service, here=chance.random() < 0.5),
        c.WalkDirect(counter=counter, service=service),
        c.PauseCounter(counter=counter, reason="取资料"),
        c.ResumeCounter(counter=counter),
        ec.RaiseAlert(kind="guide_called", subject=counter),
        ec.ReportDevice(device="K1", kind="printer", state=chance.choice(["ok", "down"])),
    ]
    return chance.choice(kinds + kinds[:4] * 3)


@pytest.mark.parametrize("seed", range(4))
async def test_stored_replayed_and_live_are_one_story_after_any_commands(
    live: LiveHall, store: Store, tape: Tape, seed: int
) -> None:
    chance, before = random.Random(seed), live.hall.seq
    for step in range(25):
        asked = [any_command(chance, live.hall) for _ in range(chance.randrange(1, 12))]
        await asyncio.gather(*(outcome(live, one, f"{step}/{n}") for n, one in enumerate(asked)))
        if step == 15:
            await outcome(live, c.CloseDay(reason="停电"), "power")
            await asyncio.gather(*(outcome(live, c.OpenCounter(counter=i), f"again {i}") for i in "123"))
    assert live.hall.seq > before + 60, "the commands exercise the hall"
    assert tape.events == (await everything(live.journal))[before:]
    await assert_one_story(live, store)


async def test_a_refusal_touches_nothing(live: LiveHall, store: Store, tape: Tape) -> None:
    before = live.hall
    with pytest.raises(Refused) as refusal:
        await ask(live, c.CallNext(counter="1"), "a")
    assert refusal.value.code == "nobody_waiting"
    assert live.hall is before
    assert tape.commits == []
    assert "a" not in await live.journal.names()
    await ask(live, ISSUE, "b")
    assert called((await ask(live, c.CallNext(counter="1"), "a")).recorded) == ["A001"], (
        "the name is still free"
    )


async def test_what_would_follow_is_the_halls_own_decision_and_touches_nothing(
    live: LiveHall, tape: Tape
) -> None:
    before, told = live.hall, tape.events
    would = live.would(c.IssueTicket(service="bill"))
    assert (live.hall, tape.events) == (before, told)
    did = await ask(live, c.IssueTicket(service="bill"), "r")
    assert [type(event) for event in would] == [type(r.event) for r in did.recorded]
    with pytest.raises(Refused, match="unknown_service"):
        live.would(c.IssueTicket(service="none"))


async def test_the_clock_of_the_hall_never_runs_behind_its_last_event(store: Store) -> None:
    clock = HandClock()
    async with living(store(), clock) as live:
        await set_up(live)
        late = live.hall.at
        clock.now = clock.now.replace(year=2020)
        done = await ask(live, ISSUE, "a")
        assert done.recorded[-1].event.at == live.hall.at == late


# the same request twice


@pytest.mark.parametrize("between", ["nothing", "commands", "restart"])
async def test_the_same_request_again_gets_the_first_answer(store: Store, between: str) -> None:
    async with living(store()) as live:
        await set_up(live)
        first = await ask(live, ISSUE, "kiosk:1/a")
        if between != "restart":
            if between == "commands":
                await ask(live, ISSUE, "kiosk:1/b")
            await assert_answered_again(live, store, first)
    async with living(store()) as live:
        await assert_answered_again(live, store, first)


async def assert_answered_again(live: LiveHall, store: Store, first: Done) -> None:
    before = live.hall
    again = await ask(live, ISSUE, "kiosk:1/a")
    assert again.recorded == first.recorded
    assert live.hall == before
    await assert_one_story(live, store)


async def test_the_same_request_many_times_at_once_is_obeyed_once(live: LiveHall, store: Store) -> None:
    answers = await asyncio.gather(*(ask(live, ISSUE, "kiosk:1/a") for _ in range(20)))
    assert len({answer.recorded for answer in answers}) == 1
    assert numbers(await everything(live.journal)) == ["A001"]
    await assert_one_story(live, store)


async def test_an_answer_that_nothing_happened_is_given_again_too(store: Store) -> None:
    async with living(store()) as live:
        await set_up(live)
        for _ in range(2):
            assert (await ask(live, c.RestoreService(service="bill"), "r")).recorded == ()
    async with living(store()) as live:
        await ask(live, c.SuspendService(service="bill", reason=live.hall.config.name), "s")  # type: ignore[union-attr]
        assert (await ask(live, c.RestoreService(service="bill"), "r")).recorded == ()
        assert "bill" in live.hall.suspended


async def test_a_forgotten_name_is_free_again_and_a_young_one_is_not(live: LiveHall, store: Store) -> None:
    await ask(live, ISSUE, "a")
    await live.forget(live.hall.at)
    await ask(live, ISSUE, "b")
    reopened = await LiveHall.open(store(), clock=HandClock(), pick=fair_share.pick)
    async with running(reopened):
        await reopened.forget(live.hall.at)
        assert numbers((await ask(reopened, ISSUE, "a")).recorded) == ["A003"]
        assert numbers((await ask(reopened, ISSUE, "b")).recorded) == ["A002"]
    await reopened.journal.close()


# late news


async def test_late_news_from_a_screen_is_answered_and_not_written(live: LiveHall, tape: Tape) -> None:
    before = await live.journal.names()
    assert (await ask(live, ec.RecordShown(call="over-1", screen="lobby"), "late")).recorded == ()
    assert await live.journal.names() == before
    await ask(live, ec.RaiseAlert(kind="guide_called", subject="1"), "first")
    assert (await ask(live, ec.RaiseAlert(kind="guide_called", subject="1"), "second")).recorded == ()
    assert set(await live.journal.names()) - set(before) == {"first"}
    assert len(tape.commits) == 1


# many at once


async def test_those_who_wait_together_are_written_together(live: LiveHall, tape: Tape) -> None:
    await asyncio.gather(*(ask(live, ISSUE, f"r{n}") for n in range(GROUP)))
    assert len(tape.commits) <= 2, "the first may go alone"
    assert numbers(tape.events) == series("A", GROUP)


async def test_who_is_patient_is_decided_before_the_next_and_written_with_it(
    live: LiveHall, tape: Tape
) -> None:
    asking = live.apply(ISSUE, actor="system:voice", request="p", patient=True)
    await asyncio.gather(asking, ask(live, ISSUE, "q"))
    assert [[r.actor for r in commit if numbers([r])] for commit in tape.commits] == [
        ["system:voice", "clerk:1207"]
    ]


async def test_who_is_patient_is_written_by_itself_where_nobody_comes(live: LiveHall, tape: Tape) -> None:
    done = await live.apply(ISSUE, actor="system:voice", request="p", patient=True)
    again = await live.apply(ISSUE, actor="system:voice", request="p", patient=True)
    assert numbers(done.recorded) == numbers(again.recorded) == ["A001"]
    assert len(tape.commits) == 1


async def test_a_hundred_who_press_at_once_get_a_hundred_numbers(live: LiveHall, store: Store) -> None:
    answers = await asyncio.gather(*(ask(live, ISSUE, f"kiosk:{n}/1") for n in range(100)))
    assert [numbers(a.recorded)[0] for a in answers] == series("A", 100)
    await assert_one_story(live, store)


async def test_eight_clerks_who_press_at_once_never_call_the_same_customer(
    live: LiveHall, store: Store
) -> None:
    for n in range(50):
        await ask(live, ISSUE, f"issue {n}")
        press = [outcome(live, c.CallNext(counter=i), f"call {n} {i}") for i in "12345678"]
        outcomes = await asyncio.gather(*press)
        won = [i for i, one in zip("12345678", outcomes, strict=True) if isinstance(one, Done)]
        assert len(won) == 1
        assert {one for one in outcomes if isinstance(one, str)} == {"nobody_waiting"}
        await ask(live, c.StartService(counter=won[0]), f"start {n}")
        await ask(live, c.FinishTicket(counter=won[0]), f"finish {n}")
    assert called(await everything(live.journal)) == series("A", 50)
    await assert_one_story(live, store)


async def test_eight_clerks_work_through_four_hundred_customers(live: LiveHall, store: Store) -> None:
    await asyncio.gather(*(ask(live, ISSUE, f"issue {n}") for n in range(400)))

    async def work(counter: str) -> set[str]:
        met = set()
        for n in range(50):
            for step, kind in enumerate((c.CallNext, c.CallNext, c.StartService, c.FinishTicket)):
                one = await outcome(live, kind(counter=counter), f"{counter}/{n}/{step}")
                met.add(one if isinstance(one, str) else "done")
        return met

    assert set().union(*await asyncio.gather(*(work(i) for i in "12345678"))) <= {"done", "counter_busy"}
    served = called(await everything(live.journal))
    assert sorted(served) == series("A", 400)
    await assert_one_story(live, store)


async def test_more_than_can_be_done_is_turned_away_and_the_rest_is_served(store: Store) -> None:
    live = await LiveHall.open(store(), clock=HandClock(), pick=fair_share.pick)
    late = ec.RecordShown(call="over-1", screen="lobby")
    async with asyncio.TaskGroup() as group:
        waiting = [group.create_task(ask(live, late, f"{n}")) for n in range(OVERLOAD)]
        await asyncio.sleep(0)
        with pytest.raises(Overloaded):
            await ask(live, late, "one too many")
        async with running(live):
            await asyncio.wait(waiting)
            await ask(live, late, "there is room again")
    await live.journal.close()


# what breaks


async def test_a_client_that_hangs_up_midway_loses_only_its_answer(live: LiveHall, store: Store) -> None:
    chance = random.Random(7)
    for n in range(20):
        async with asyncio.TaskGroup() as group:
            asking = group.create_task(ask(live, ISSUE, f"kiosk:1/{n}"))
            for _ in range(chance.randrange(300)):
                await asyncio.sleep(0)  # somewhere before, within or after the commit
            asking.cancel()
        again = await ask(live, ISSUE, f"kiosk:1/{n}")
        assert numbers(again.recorded) == [f"A{n + 1:03}"]
    assert numbers(await everything(live.journal)) == series("A", 20)
    await assert_one_story(live, store)


async def test_a_broken_watcher_does_not_stop_the_hall(live: LiveHall, store: Store) -> None:
    def broken(hall: Hall, recorded: tuple[Recorded, ...]) -> None:
        raise ZeroDivisionError

    live.watch(broken)
    behind = Tape()
    live.watch(behind.on_commit)
    await ask(live, ISSUE, "a")
    await ask(live, ISSUE, "b")
    assert numbers(behind.events) == ["A001", "A002"]
    await assert_one_story(live, store)


async def test_a_bug_in_one_command_fails_only_that_ask(live: LiveHall, store: Store) -> None:
    asked = [ISSUE, Nonsense(), ISSUE, c.CallNext(counter="ghost")]
    found = await asyncio.gather(
        *(ask(live, one, f"r{n}") for n, one in enumerate(asked)), return_exceptions=True
    )
    assert [type(one).__name__ for one in found] == ["Done", "KeyError", "Done", "Refused"]
    await ask(live, ISSUE, "afterwards")
    assert numbers(await everything(live.journal)) == series("A", 3)
    await assert_one_story(live, store)


async def test_a_full_disk_answers_everybody_and_the_hall_recovers(store: Store) -> None:
    journal = store()
    async with living(journal) as live:
        await set_up(live)
        before, disk = live.hall, journal._open()
        disk.execute(f"PRAGMA max_page_count={disk.execute('PRAGMA page_count').fetchone()[0]}")
        asked = [ask(live, ISSUE, f"r{n}") for n in range(60)]
        found = await asyncio.gather(
            *asked, outcome(live, c.CallNext(counter="ghost"), "x"), return_exceptions=True
        )
        assert {type(one) for one in found} == {StorageFailed}
        assert live.storage_failed
        assert await outcome(live, c.CallNext(counter="ghost"), "x") == "unknown_counter"
        assert live.storage_failed, "a refusal says nothing of the disk"
        await assert_one_story(live, store)
        assert live.hall == before
        disk.execute("PRAGMA max_page_count=1000000")
        await asyncio.gather(*(ask(live, ISSUE, f"r{n}") for n in range(60)))
        assert not live.storage_failed
        assert sorted(numbers(await everything(live.journal))) == series("A", 60)
        await assert_one_story(live, store)


@pytest.mark.parametrize("others", [0, 1, 3])
async def test_a_hall_whose_epoch_has_risen_under_a_running_server_is_taken_up(
    live: LiveHall, store: Store, others: int
) -> None:
    """Nothing of the old memory is written to it, whether or not somebody has gone on there."""
    disk = live.journal._open()  # type: ignore[attr-defined]
    disk.execute("UPDATE hall SET epoch = 2")
    async with living(store()) as other:
        for n in range(others):
            await ask(other, ISSUE, f"other {n}")
    done = await ask(live, ISSUE, "a")
    assert {r.epoch for r in done.recorded} == {live.hall.epoch} == {2}
    assert numbers(done.recorded) == [f"A{others + 1:03}"]
    await assert_one_story(live, store)
