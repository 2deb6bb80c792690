"""A busy hall on two days of one week, and a short day of the week before, in a real journal."""

import random
from dataclasses import replace
from pathlib import Path

from server.domain.appointments import commands as ac
from server.domain.appointments.nouns import Standing
from server.domain.appointments.slots import slots_of
from server.domain.care import commands as cc
from server.domain.care.ladder import reached
from server.domain.command import Command
from server.domain.config.hours import local
from server.domain.config.pieces import catalogue
from server.domain.config.pieces.business import EChannel
from server.domain.guidance import commands as gc
from server.domain.guidance.nouns import Way
from server.domain.hall import CounterState, Hall, ParkKind, PriorityClass, TicketState
from server.domain.opinion.commands import CloseEvaluation, Rate, RateWait
from server.domain.promises.commands import LookAhead
from server.domain.promises.nouns import Foresight
from server.domain.queue import commands as qc
from server.domain.refusals import Refused
from server.domain.setup.commands import ConfigureHall
from server.domain.text import Text
from server.insight.simple import by_usual_times
from server.journal import Entry
from server.journal.sqlite import SqliteJournal
from server.plugins import plugins
from tests.builders import SERVICES, a_config
from tests.journal.stores import Kept

FRIDAY, MONDAY, WEDNESDAY = "2026-02-27", "2026-03-02", "2026-03-04"
STEPS, TOPICS = (Text("身份证复印", "Copy of the ID card"), Text("表单", "Form")), (Text("电价", "Price"),)
ENTRIES = {
    "advice": catalogue.CatalogueEntry(enquiry=True, topics=TOPICS),
    "bill": catalogue.CatalogueEntry(steps=STEPS),
    **dict.fromkeys(("change", "install"), catalogue.CatalogueEntry(steps=STEPS, booked=True)),
}
ONLINE = (EChannel(name=Text("微信", "WeChat")),)
OFFERED = tuple(
    replace(s, entry=ENTRIES.get(s.id, s.entry), e_channels=ONLINE if s.id == "bill" else ())
    for s in SERVICES
)
SLOWER = tuple(replace(s, standard_seconds=s.standard_seconds // 2) for s in OFFERED)
STRICT = replace(a_config().figures, satisfied_from=5, rated_minimum=8)
CHANGED = a_config(services=SLOWER, figures=STRICT, name=a_config().name)
FIRST = a_config(services=OFFERED, figures=replace(a_config().figures, rated_minimum=8))
REMEDIES = plugins("remedies")


IN_THE_HALL = (TicketState.WAITING, TicketState.FORM_FILLING, TicketState.SERVING)


class Busy:
    """Chance decides who does what next; whatever is refused is not done."""

    def __init__(self, journal: SqliteJournal, seed: int) -> None:
        self.book, self.chance = Kept(journal, Hall()), random.Random(seed)
        self.entries: list[Entry] = []
        self.door = random.Random(seed + 1)
        self.book.story.foresee = self._foresees

    @property
    def hall(self) -> Hall:
        return self.book.hall

    def do(self, command: Command) -> None:
        try:
            self.entries.append(self.book.entry(command))
        except Refused:
            return

    def day(self, ticks: int) -> None:
        self.do(qc.IssueTicket(service="bill"))  # the first number opens the day and ends yesterday's
        self.do(cc.LeadShift(by=self.chance.choice(["wang", "li"])))
        for counter in "1234":
            self.do(qc.OpenCounter(counter=counter, staff=f"s{counter}"))
        self._book()
        for _ in range(ticks):
            self._come()
            self.book.story.later(seconds=self.chance.uniform(10, 40))
            self._arrive()
            self._climb()
            self.do(LookAhead())
            for counter in "1234":
                self._work(counter)
            self._care()
            self._at_the_door()

    def _foresees(self) -> Foresight:
        """As usual times say, from half to somewhat more."""
        seen = by_usual_times(self.hall, self.book.story.now)
        return replace(
            seen,
            tickets={t: replace(a, low=a.low / 2, high=a.high * 1.2) for t, a in seen.tickets.items()},
            joins={q: replace(a, low=a.low / 2, high=a.high * 1.2) for q, a in seen.joins.items()},
        )

    def _at_the_door(self) -> None:
        """Mostly nothing; else one of these, each as often as it stands there."""
        door = self.door
        here = [t.id for t in self.hall.tickets.values() if t.state in IN_THE_HALL]
        writing = [t.id for t in self.hall.tickets.values() if t.state is TicketState.FORM_FILLING]
        unused = [n.code for n in self.hall.guidance.notices.values() if not n.used_by]
        guide, ticket, way = door.choice(["guide", "li"]), door.choice(here or [""]), door.choice(list(Way))
        done, topic = door.random() < 0.9, door.choice([-1, 0])
        service = door.choice(["bill", "change"])
        acts: list[tuple[int, Command]] = [
            (8, gc.Greet(by=guide)),
            (12, gc.Divert(way=way, service="advice", topic=topic, by=guide)),
            (3, qc.TakeOtherWay(service="bill", by="kiosk-1")),
            (3, gc.Divert(way=way, ticket=ticket, by=guide, where="zone")),
            (24, gc.TickStep(ticket=ticket, step=door.choice([0, 1]), done=done, by=guide)),
            (5, qc.ChangeService(ticket=ticket, service=service, by=guide)),
            (5, qc.StartFormFilling(ticket=ticket)),
            (6, qc.EndFormFilling(ticket=(writing or [""])[0])),
            (4, gc.GiveNotice(ticket=ticket, also="户口本", leaves=done, by=guide, where="zone")),
            (2, gc.GivePass(ticket=ticket, reason="系统故障", by=guide)),
            (3, gc.TakeReturn(code=(unused or [""])[0], by="kiosk-2")),
        ]
        if door.random() < 0.75:
            self.do(door.choices([act for _, act in acts], [n for n, _ in acts])[0])

    def _arrive(self) -> None:
        if self.chance.random() > 0.7:
            return
        service = self.chance.choice(["bill", "bill", "bill", "advice", "change", "install", "invoice"])
        priority = self.chance.random() < 0.15
        kind = PriorityClass.PRIORITY if priority else PriorityClass.ORDINARY
        guided = self.door.random() < 0.2
        self.do(
            qc.IssueTicket(
                service=service,
                priority=kind,
                priority_reason="孕妇" if priority else "",
                channel="guide_tablet" if guided else "kiosk",
                by=self.door.choice(["guide", "li"]) if guided else self.door.choice(["kiosk-1", "kiosk-2"]),
                offered=not guided and service == "bill" and self.door.random() < 0.5,
            )
        )

    def _book(self) -> None:
        config, now = self.hall.setup, self.book.story.now
        booked = self.hall.appointments.booked.values()
        for service in ("change", "install"):
            slots = slots_of(config, config.service[service], local(config, now).date(), booked, now)
            for slot in slots[:6]:
                self.do(ac.BookAppointment(service=service, slot=slot.at, by="li"))

    def _come(self) -> None:
        """Some early, some late, some not at all; some give it up."""
        for appointment in list(self.hall.appointments.booked.values()):
            luck = self.chance.random()
            if appointment.standing is Standing.BOOKED and luck < 0.02:
                self.do(ac.CheckIn(code=appointment.code))
            elif appointment.standing is Standing.BOOKED and luck < 0.021:
                self.do(ac.CancelAppointment(code=appointment.code))
        self.do(ac.LapseAppointments())

    def _climb(self) -> None:
        now = self.book.story.now
        for found in list(reached(self.hall, now)):
            self.do(cc.ReachRung(ticket=found.ticket.id, act=found.rung.act))
            for command in REMEDIES[found.rung.act].propose(self.hall, found.ticket, found.rung, now):
                self.do(command)

    def _work(self, counter: str) -> None:
        here, luck = self.hall.counters[counter], self.chance.random()
        if here.state is CounterState.OPEN_IDLE:
            self._call(counter, luck)
        elif here.state is CounterState.CALLING:
            self.do(qc.MarkNoShow(counter=counter) if luck < 0.1 else qc.StartService(counter=counter))
            if luck > 0.95:
                self.do(qc.ReturnToQueue(counter=counter))
        elif here.state is CounterState.SERVING and luck < 0.3:
            self._finish(counter)

    def _call(self, counter: str, luck: float) -> None:
        asked = self.hall.opinion.evaluations.get(counter)
        if asked:
            self._rate(counter, asked.id)
        waiting = [t.id for t in self.hall.tickets.values() if t.state is TicketState.WAITING]
        parked = [t.id for t in self.hall.tickets.values() if t.state is TicketState.PARKED]
        missed = [t.id for t in self.hall.tickets.values() if t.state is TicketState.NO_SHOW]
        if parked and luck < 0.3:
            self.do(qc.ResumeTicket(ticket=parked[0], counter=counter if luck < 0.2 else None))
        elif missed and luck < 0.4:
            self.do(qc.RequeueTicket(ticket=missed[0]))
        elif waiting and luck < 0.5:
            self.do(qc.CallSpecific(counter=counter, ticket=self.chance.choice(waiting), reason="老人不适"))
        elif luck < 0.55:
            self.do(qc.UndoLast(counter=counter))
        elif luck < 0.58:
            self.do(qc.WalkDirect(counter=counter, service="bill"))
        else:
            self.do(qc.CallNext(counter=counter))

    def _finish(self, counter: str) -> None:
        luck = self.chance.random()
        case = self.hall.care.cases.get(self.hall.counters[counter].ticket or "")
        if case and luck < 0.7:
            self.do(cc.OfferRemedy(ticket=case.ticket, where=counter, by=f"s{counter}"))
            gift = cc.GiveGift(ticket=case.ticket, gift="tissues", where=counter, by=f"s{counter}")
            self.do(gift if luck < 0.5 else cc.DeclineGift(ticket=case.ticket, by=f"s{counter}"))
        if luck < 0.1:
            self.do(qc.TransferTicket(counter=counter, to_queue="D"))
        elif luck < 0.2:
            self.do(qc.AddService(counter=counter, service="invoice", here=luck < 0.15))
        elif luck < 0.3:
            self.do(qc.ParkTicket(counter=counter, kind=ParkKind.CUSTOMER_AWAY))
        else:
            done = ("invoice",) if luck > 0.97 else ()
            solved = self.door.random() < 0.9
            self.do(qc.FinishTicket(counter=counter, services_done=done, solved=solved))
            if luck < 0.36:
                self.do(qc.UndoLast(counter=counter))

    def _rate(self, counter: str, evaluation: str) -> None:
        if self.chance.random() < 0.8:
            level, ms = self.chance.choice([5, 5, 4, 4, 3, 2]), self.chance.choice([500, 3000])
            self.do(Rate(counter=counter, evaluation=evaluation, level=level, reaction_ms=ms))
        if self.chance.random() < 0.7:
            self.do(RateWait(counter=counter, evaluation=evaluation, level=self.chance.choice([5, 4, 3, 2])))
        self.do(CloseEvaluation(counter=counter, evaluation=evaluation))

    def _care(self) -> None:
        waiting = [t.id for t in self.hall.tickets.values() if t.state is TicketState.WAITING]
        if not waiting:
            return
        ticket, luck = self.chance.choice(waiting), self.chance.random()
        if luck < 0.2:
            self.do(cc.ExplainWait(ticket=ticket, by="guide"))
        elif luck < 0.25:
            self.do(cc.GiveWater(ticket=ticket, by=self.chance.choice(["guide", "wang"])))
        elif luck < 0.28:
            self.do(qc.MarkWalkout(ticket=ticket))
        elif luck < 0.32 and self.hall.care.cases:
            self.do(
                cc.WaiveCase(
                    ticket=self.chance.choice(list(self.hall.care.cases)), reason="系统故障", by="wang"
                )
            )


async def two_days(path: Path, seed: int = 11) -> Kept:
    """Friday is another week; on Wednesday the standards are halved and only a 5 is satisfied."""
    journal = SqliteJournal(path)
    busy = Busy(journal, seed)
    busy.book.story.later(days=-3)  # Friday, 9:00
    busy.do(ConfigureHall(config=FIRST))
    busy.day(20)
    busy.book.story.later(days=3).at("9:10")
    busy.day(260)
    busy.book.story.later(days=2).at("10:50")
    busy.do(ConfigureHall(config=CHANGED))
    busy.day(200)
    await busy.book.tell(*busy.entries)
    return busy.book
