"""hall.md §6, 10:02 to 10:29, second by second: the ladder, the remedy, the miss, the rating."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path

import pytest

from server.domain.care import commands as cc
from server.domain.care import events as ce
from server.domain.care.nouns import CaseState
from server.domain.care.remedies import stock_of
from server.domain.command import Command
from server.domain.event import Event
from server.domain.opinion.commands import Rate, RateWait
from server.domain.opinion.events import Rated, WaitRated
from server.domain.queue import commands as c
from server.domain.queue import events as qe
from server.domain.refusals import Refused
from server.domain.setup.commands import ConfigureHall
from server.domain.views.care import cases_view, three_do
from server.domain.views.guides.guide import guide
from tests.builders import MORNING
from tests.care_builders import acts
from tests.care_hall import HallOnDisk, a_care_config, local_clock
from tests.living import outcome

LI, WANG = "person:li", "person:wang"
Script = Mapping[str, Callable[[], Awaitable[object]]]


class Morning:
    """What people do at which second; the one number a line is about is looked up when it is needed."""

    def __init__(self, hall: HallOnDisk) -> None:
        self.hall, self.seen = hall, dict[str, int]()

    def id(self, number: str) -> str:
        return self.hall.numbered(number).id

    async def refused(self, command: Command) -> str:
        with pytest.raises(Refused) as refusal:
            await self.hall.do(command)
        return refusal.value.code

    def script(self) -> Script:
        """The eight before A037 are served one after another at counter 2; nobody else is called."""
        served = {f"10:{6 + n:02}:30": self.next_at_2 for n in range(8)}
        issued = {f"10:0{2 + n // 3}:{n % 3 * 20:02}": self.hall.issue for n in range(4)}
        return {
            **served,
            **issued,  # A037 at 10:02:00 … A040
            "10:04:00": self.hall.issue,  # A041
            "10:05:00": lambda: self.hall.do(cc.GiveWater(zone="east", by=LI)),
            "10:13:00": self.explained,
            "10:18:00": lambda: self.hall.do(cc.TakeTask(task=f"pre_alert/{self.id('A037')}", by=WANG)),
            "10:21:50": self.killed,
            "10:22:00": self.count_cases,
            "10:25:00": self.called,
            "10:25:20": self.gifts,
            "10:25:50": lambda: self.hall.do(c.StartService(counter="3")),
            "10:26:00": lambda: self.hall.do(c.MarkWalkout(ticket=self.id("A041"))),
            "10:29:00": self.finished,
            "10:29:08": self.rated,
        }

    async def next_at_2(self) -> None:
        if self.hall.live.hall.counters["2"].ticket:
            await self.hall.do(c.FinishTicket(counter="2"))
        await self.hall.do(c.CallNext(counter="2"))
        await self.hall.do(c.StartService(counter="2"))

    async def explained(self) -> None:
        assert f"explain/{self.id('A037')}" in self.hall.live.hall.care.tasks
        await self.hall.do(cc.ExplainWait(ticket=self.id("A037"), by=LI))

    async def killed(self) -> None:
        """Back in eight seconds."""
        self.seen["before"] = self.hall.live.hall.seq
        await self.hall.stop()
        self.hall.later(seconds=8)
        await self.hall.start()
        assert self.hall.live.hall.seq == self.seen["before"]

    async def count_cases(self) -> None:
        await self.hall.look()
        self.seen["at 20:00"] = len(self.hall.live.hall.care.cases)

    async def called(self) -> None:
        done = await self.hall.do(c.CallNext(counter="3"))
        assert self.hall.live.hall.counters["3"].ticket == self.id("A037"), "the longest over-wait outranks"
        (call,) = (r.event for r in done.recorded if isinstance(r.event, qe.TicketCalled))
        assert call.waited_seconds == 23 * 60
        await self.hall.do(cc.OfferRemedy(ticket=self.id("A037"), where="3", by="s3"))

    async def gifts(self) -> None:
        ticket, hall = self.id("A037"), self.hall
        assert await self.refused(cc.GiveGift(ticket=ticket, gift="umbrella", where="3")) == "gift_too_dear"
        assert stock_of(hall.live.hall, "tissues") == 40
        await hall.do(cc.GiveGift(ticket=ticket, gift="tissues", where="3", by="s3"))
        assert stock_of(hall.live.hall, "tissues") == 39
        assert await self.refused(cc.GiveGift(ticket=ticket, gift="pen", where="3")) == "case_settled"
        assert stock_of(hall.live.hall, "pen") == 40

    async def finished(self) -> None:
        await self.hall.do(c.FinishTicket(counter="3"))
        assert guide(self.hall.live.hall, self.hall.now, {}).leader == WANG

    async def rated(self) -> None:
        name = self.hall.live.hall.opinion.evaluations["3"].id
        await self.hall.do(Rate(counter="3", evaluation=name, level=4, reaction_ms=8000))
        await self.hall.do(RateWait(counter="3", evaluation=name, level=3))


async def the_morning(hall: HallOnDisk) -> Morning:
    await hall.do(ConfigureHall(config=a_care_config(series_start=29)))
    for counter in "23":
        await hall.do(c.OpenCounter(counter=counter, staff=f"s{counter}"))
    await hall.do(cc.LeadShift(by=WANG))
    for n in range(8):  # A029 … A036 are before A037
        hall.at(f"10:01:{n * 5:02}")
        await hall.issue()
    morning = Morning(hall)
    script = morning.script()

    async def people(now: str) -> None:
        if now in script:
            await script[now]()

    hall.at("10:02:00")
    await hall.every_second("10:29:59", people)
    return morning


def of(events: list[Event], ticket: str, kind: type) -> list[str]:
    """At which seconds this happened to the ticket."""
    return [local_clock(e.at) for e in events if isinstance(e, kind) and getattr(e, "ticket", "") == ticket]


@pytest.mark.row("R12")
async def test_the_acceptance_morning(tmp_path: Path) -> None:
    async with HallOnDisk(tmp_path / "hall.sqlite3") as hall:
        morning = await the_morning(hall)
        events, care = await hall.events(), hall.live.hall.care
        a037, a041 = morning.id("A037"), morning.id("A041")

        reached = [
            (e.act, local_clock(e.at)) for e in events if isinstance(e, ce.RungReached) and e.ticket == a037
        ]
        assert reached == [("explain", "10:12:01"), ("pre_alert", "10:17:01"), ("remedy", "10:22:01")]
        assert morning.seen["at 20:00"] == 0
        assert of(events, a037, ce.CaseOpened) == ["10:22:01"]
        assert of(events, a037, ce.WaitExplained) == ["10:13:00"]
        assert of(events, a037, ce.WaterGiven) == ["10:05:00"]
        raised = Counter(e.kind for e in events if isinstance(e, ce.TaskRaised) and e.ticket == a037)
        assert raised == {"explain": 1, "pre_alert": 1, "remedy": 1}

        case = care.cases[a037]
        assert (case.state, case.gift, case.where, case.settled_by) == (CaseState.GIVEN, "tissues", "3", "s3")
        assert of(events, a037, ce.ScriptSkipped) == []
        missed = care.cases[a041]
        assert (missed.state, missed.leader, missed.reason) == (CaseState.MISSED, WANG, "TicketWalkedOut")
        assert of(events, a041, ce.CaseMissed) == ["10:26:00"]

        (rated,) = (e for e in events if isinstance(e, Rated))
        (wait,) = (e for e in events if isinstance(e, WaitRated))
        assert (rated.ticket, rated.staff, rated.level, rated.flagged) == (a037, "s3", 4, "")
        assert (wait.level, wait.remedied, wait.cared, wait.waited_seconds) == (3, True, True, 1380)
        (finished,) = (e for e in events if isinstance(e, qe.TicketFinished) and e.ticket == a037)
        assert finished.handling_seconds == 190

        view, line = cases_view(hall.live.hall), three_do(hall.live.hall)
        assert (view.due, view.settled, view.missed, view.cost_fen) == (5, 1, 1, 150)
        assert line.in_standard.n == 8
        assert line.in_standard.part == 7, "3:10 is more than the standard 3:00"
        assert (line.satisfied.part, line.satisfied.n, line.finished) == (1, 1, 8)
        assert hall.live.hall == await hall.live.journal.replay()


async def test_of_two_clerks_who_settle_the_same_case_one_wins(tmp_path: Path) -> None:
    async with HallOnDisk(tmp_path / "hall.sqlite3") as hall:
        await hall.do(ConfigureHall(config=a_care_config()))
        ticket = await hall.issue()
        hall.later(seconds=1201)
        await hall.look()
        gifts = [cc.GiveGift(ticket=ticket, gift="tissues", where=k, by=f"s{k}") for k in "12"]
        answers = await asyncio.gather(*(outcome(hall.live, g, f"gift {g.by}") for g in gifts))
        assert sorted(isinstance(a, str) for a in answers) == [False, True]
        assert "case_settled" in answers
        assert stock_of(hall.live.hall, "tissues") == 39
        again = await asyncio.gather(*(outcome(hall.live, g, f"gift {g.by}") for g in gifts))
        assert sorted(isinstance(a, str) for a in again) == [False, True], "the same name, the same answer"
        assert stock_of(hall.live.hall, "tissues") == 39


async def test_twenty_clerks_and_three_gifts_leave_nobody_with_less_than_nothing(tmp_path: Path) -> None:
    async with HallOnDisk(tmp_path / "hall.sqlite3") as hall:
        await hall.do(ConfigureHall(config=a_care_config()))
        await hall.do(cc.SetStock(gift="pen", pieces=3))
        tickets = [await hall.issue() for _ in range(20)]
        hall.later(seconds=1201)
        await hall.look()
        answers = await asyncio.gather(
            *(outcome(hall.live, cc.GiveGift(ticket=t, gift="pen"), f"pen {t}") for t in tickets)
        )
        assert Counter(a for a in answers if isinstance(a, str)) == {"gift_out_of_stock": 17}
        assert stock_of(hall.live.hall, "pen") == 0
        assert len(acts(await hall.events())) == 3 * 20
        assert hall.now > MORNING
