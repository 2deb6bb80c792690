"""People in a busy hall, on the core alone: what a day of it is made of."""

import asyncio
import os
from dataclasses import replace
from datetime import timedelta

from server.domain.care import commands as cc
from server.domain.command import Command
from server.domain.config.config import USUAL_GIFTS
from server.domain.equipment import commands as ec
from server.domain.hall import SlipState
from server.domain.queue import commands as c
from server.domain.queue.events import TicketCalled, TicketIssued
from server.domain.refusals import Refused
from server.live_hall import Done, LiveHall
from tests.living import BUSY_HALL, HandClock

COUNTERS = 8
HALL = replace(BUSY_HALL, gifts=tuple(replace(g, stock=100_000) for g in USUAL_GIFTS))
ACTS = ("explain", "pre_alert", "remedy", "call_manager")


class Day:
    """People in a hall, one at a time where it is measured."""

    def __init__(self, live: LiveHall, clock: HandClock) -> None:
        self.live, self.clock = live, clock

    def later(self, seconds: float) -> None:
        self.clock.now += timedelta(seconds=seconds)

    async def do(self, command: Command) -> Done | Refused:
        try:
            return await self.live.apply(
                command, actor="clerk:1207", request=f"clerk:1207/{os.urandom(8).hex()}"
            )
        except Refused as refused:
            return refused

    async def together(self, *commands: Command) -> None:
        await asyncio.gather(*map(self.do, commands))

    async def over_wait(self) -> None:
        """Whoever has waited longest has climbed the ladder and is made good."""
        ticket = next(iter(self.live.hall.tickets))
        rungs = [
            told
            for act in ACTS
            for told in (
                cc.RaiseTask(kind=act, subject=ticket, roles=("guide",)),
                cc.ReachRung(ticket=ticket, act=act),
            )
        ]
        made_good = (
            cc.OpenCase(ticket=ticket),
            cc.ExplainWait(ticket=ticket, by="guide"),
            cc.GiveWater(ticket=ticket, by="guide"),
            cc.OfferRemedy(ticket=ticket, by="guide"),
            cc.GiveGift(ticket=ticket, gift=HALL.gifts[0].id, by="guide"),
        )
        await self.together(*rungs, *made_good)

    async def one_more(self, n: int) -> None:
        counter = str(n % COUNTERS + 1)
        await self.together(
            c.IssueTicket(service="bill", printer="K1"),
            c.CallNext(counter=counter),
            c.StartService(counter=counter),
            c.FinishTicket(counter=counter),
        )

    async def measured(self, n: int) -> int:
        """One ticket with its slip, shown and spoken, each command by itself; how many they were."""
        counter = str(n % COUNTERS + 1)
        issued = await self.do(c.IssueTicket(service="bill", printer="K1"))
        assert isinstance(issued, Done)
        ticket = next(r.event.ticket for r in issued.recorded if isinstance(r.event, TicketIssued))
        for state in (SlipState.SENDING, SlipState.PRINTED):
            await self.do(ec.RecordSlip(ticket=ticket, job=f"{ticket}-1", state=state, printer="K1"))
        called = await self.do(c.CallNext(counter=counter))
        assert isinstance(called, Done)
        call = next(r.event.call for r in called.recorded if isinstance(r.event, TicketCalled))
        await self.do(ec.RecordShown(call=call, screen="window:1"))
        await self.do(ec.RecordSpoken(call=call, announcement=1, outcome="played"))
        await self.do(c.StartService(counter=counter))
        await self.do(c.FinishTicket(counter=counter))
        return 8
