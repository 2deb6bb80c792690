"""hall.md §6 from opening to close, as far as it is the door's: what people do at which minute.

Nothing is claimed here; `test_day_at_the_door.py` looks at the hall as it stood at each of the minutes.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

import pytest

from server.domain.appointments import commands as ac
from server.domain.care import commands as cc
from server.domain.command import Command
from server.domain.config.config import HallConfig
from server.domain.config.pieces.business import EChannel
from server.domain.config.pieces.catalogue import CatalogueEntry, Terminal
from server.domain.config.pieces.equipment import PrinterConfig
from server.domain.config.pieces.segments import Segment, SegmentRule
from server.domain.equipment.commands import ReportDevice
from server.domain.guidance import commands as gc
from server.domain.guidance.nouns import Way
from server.domain.hall import Hall, ParkKind, PriorityClass, Ticket
from server.domain.queue import commands as c
from server.domain.refusals import Refused
from server.domain.setup.commands import ConfigureHall
from server.domain.text import Text
from server.journal import Recorded
from tests.builders import COUNTERS, SERVICES, ZONE
from tests.care_hall import HallOnDisk, a_care_config
from tests.living import everything

LI, WANG, K1, P1 = "li", "wang", "kiosk-1", "P1"
ID_COPY, FORM = Text("身份证复印", "Copy of the ID card"), Text("表单", "Form")
LICENCE, PRICE = Text("营业执照", "Business licence"), Text("电价", "Price")
POINTS = (
    Text("旧户要结清", "Settle the old account"),
    Text("次日生效", "From tomorrow"),
    Text("保留收据", "Keep the receipt"),
)
PHONE = EChannel(name=Text("手机也可以办", "By phone"), url="https://example.org/pay")
ROOM = Text("接待室", "Reception room")
ENTRIES = {
    "install": CatalogueEntry(steps=(ID_COPY, FORM)),
    "change": CatalogueEntry(key_points=POINTS, booked=True),
    "advice": CatalogueEntry(enquiry=True, topics=(PRICE,)),
}
TERMINALS = tuple(
    Terminal(id=f"t{n}", name=Text(f"{n} 号自助终端", f"Terminal {n}"), zone="east", services=("bill",))
    for n in (1, 2)
)
PRINTERS = tuple(
    PrinterConfig(id=i, name=Text(name, i), kind="file")
    for i, name in (("K1", "1 号取号机"), ("K2", "2 号取号机"), ("P1", "窗口打印机"))
)
COMPANY = Segment(id="company", name=Text("企业", "Company"))
COMPANY_S = SegmentRule(id="r1", segment="company", service="install", materials=(LICENCE,))


def config() -> HallConfig:
    return a_care_config(
        services=tuple(
            replace(s, entry=ENTRIES.get(s.id, s.entry), e_channels=(PHONE,) if s.id == "bill" else ())
            for s in SERVICES
        ),
        counters=tuple(replace(k, name=ROOM, room=True) if k.id == "5" else k for k in COUNTERS),
        terminals=TERMINALS,
        printers=PRINTERS,
        segments=(COMPANY,),
        segment_rules=(COMPANY_S,),
    )


@dataclass(frozen=True, slots=True)
class Shot:
    """The hall as it stood at a minute."""

    hall: Hall
    now: datetime

    def numbered(self, number: str) -> Ticket:
        everybody = (*self.hall.tickets.values(), *self.hall.ended.values())
        return next(t for t in everybody if t.number == number)


@dataclass(slots=True)
class Day:
    hall: HallOnDisk
    shots: dict[str, Shot] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)  # at which minute, with which code
    calls: dict[str, str] = field(default_factory=dict)  # number -> the counter that called it first
    journal: tuple[Recorded, ...] = ()

    def id(self, number: str) -> str:
        return self.hall.numbered(number).id

    def see(self, minute: str) -> None:
        self.shots[minute] = Shot(self.hall.live.hall, self.hall.now)

    async def at(self, clock: str, *commands: Command) -> None:
        """What is asked at that minute or second."""
        before = self.hall.now
        self.hall.at(clock if clock.count(":") > 1 else f"{clock}:00")
        assert self.hall.now >= before, f"{clock} is over"
        for command in commands:
            await self.hall.do(command)

    async def no(self, minute: str, command: Command) -> None:
        with pytest.raises(Refused) as refusal:
            await self.hall.do(command)
        self.refused[minute] = refusal.value.code

    async def come(self, service: str, *clocks: str, **asked: object) -> None:
        for clock in clocks:
            await self.at(clock, c.IssueTicket(service=service, **{"by": K1, **asked}))  # type: ignore[arg-type]

    async def call(self, counter: str) -> None:
        await self.hall.do(c.CallNext(counter=counter))
        number = self.hall.live.hall.tickets[self.hall.live.hall.counters[counter].ticket or ""].number
        self.calls.setdefault(number, counter)

    async def serve(self, counter: str, *, seconds: float = 0) -> None:
        """Call whoever is next; with `seconds` to the end."""
        await self.call(counter)
        await self.hall.do(c.StartService(counter=counter))
        if seconds:
            self.hall.later(seconds=seconds)
            await self.hall.do(c.FinishTicket(counter=counter))

    async def finish(self, *counters: str) -> None:
        for counter in counters:
            await self.hall.do(c.FinishTicket(counter=counter))


async def the_day(file: Path) -> Day:
    hall = HallOnDisk(file)
    hall.at("07:50:00")
    async with hall:
        await hall.do(ConfigureHall(config=config()))
        day = Day(hall)
        for part in (before_opening, first_hour, papers_and_steps, appointment_and_type, peak):
            await part(day)
        for part in (until_noon, afternoon_and_close):
            await part(day)
        day.journal = await everything(hall.live.journal)
    return day


async def before_opening(day: Day) -> None:
    paper = ReportDevice(device="K2", kind="printer", state="warn", detail="near_end")
    faulty = gc.ReportTerminal(terminal="t2", works=False, detail="不读卡", by=WANG)
    await day.at("08:00", cc.LeadShift(by=WANG), paper, faulty)
    await day.no("08:00", gc.Divert(way=Way.SELF_SERVICE, service="bill", terminal="t2", by=LI))
    slot = day.hall.now.astimezone(ZONE).replace(hour=9, minute=30)
    await day.at("08:01", ac.BookAppointment(service="change", slot=slot, by=LI))
    await day.at("08:03")
    await day.no("08:03", c.IssueTicket(service="bill", by=K1))
    day.see("08:03")


async def first_hour(day: Day) -> None:
    await day.at("08:30", *(c.OpenCounter(counter=k, staff=f"s{k}") for k in "1235"))
    day.see("08:30")
    await day.come("bill", "08:31", offered=True, printer="K1")
    await day.call("1")
    day.see("08:31")
    await day.hall.do(c.StartService(counter="1"))
    await day.at("08:34", c.FinishTicket(counter="1"))
    await day.at("08:37", c.OpenCounter(counter="4", staff="s4"))
    day.see("08:37")
    await day.come("install", "08:38", "08:38")
    await day.come("bill", "08:38", "08:38")
    for counter in "1243":
        await day.serve(counter, seconds=10)
    await day.come("advice", "08:40")
    await day.come("change", "08:45")
    await day.come("bill", "08:47", "08:48")
    await day.come("install", "08:50")
    await day.at("08:51")
    await day.serve("3")  # D001, an enquiry
    elder = {"priority": PriorityClass.PRIORITY, "channel": "guide_tablet", "by": LI}
    await day.come("bill", "08:52", priority_reason="elder", **elder)
    day.see("08:52")
    await day.come("bill", "08:52:20", "08:52:40", priority_reason="pregnant", **elder)
    await day.at("08:53")
    for _ in range(5):
        await day.serve("1", seconds=60)
    await day.at("08:58:20")
    await day.serve("4")  # C001


async def papers_and_steps(day: Day) -> None:
    await day.come("change", "08:59")
    await day.at("09:02", gc.Divert(way=Way.FORM_DESK, ticket=day.id("B003"), by=LI))
    await day.come("change", "09:03")
    await day.at("09:04", c.FinishTicket(counter="4"))
    await day.serve("4")
    lacking = day.id("C002")
    await day.at("09:05", gc.GiveNotice(ticket=lacking, missing=(0,), printer=P1, by="s4", where="4"))
    day.see("09:05")
    answered = gc.Divert(way=Way.ANSWERED, ticket=day.id("D001"), topic=0, by="s3", where="3")
    await day.at("09:06", answered)
    await day.serve("3")
    day.see("09:06")
    await day.at("09:07", c.EndFormFilling(ticket=day.id("B003")))
    await day.finish("3")
    await day.serve("3")
    day.see("09:07")
    await day.come("install", "09:07:30", "09:07:50", "09:08:10")
    elderly = {"priority": PriorityClass.PRIORITY, "channel": "guide_tablet", "by": LI}
    await day.come("change", "09:08:20", priority_reason="elder", **elderly)
    await day.at("09:08:30")
    await day.serve("4")
    await day.at("09:09")
    await day.serve("5")
    await day.come("change", "09:10")
    await day.come("install", "09:10:30")
    await day.at("09:11", *(gc.TickStep(ticket=day.id("B007"), step=n, by=LI) for n in (0, 1)))
    day.see("09:11")
    await day.at("09:13", c.FinishTicket(counter="4"), c.FinishTicket(counter="5"))
    await day.serve("4")
    await day.serve("5")
    await day.at("09:20", gc.SetRainMode(on=True, by=LI))
    day.see("09:20")
    await day.finish("3")
    await day.serve("3")


async def appointment_and_type(day: Day) -> None:
    await day.come("change", "09:23")
    (code,) = day.hall.live.hall.appointments.booked
    await day.at("09:24", ac.CheckIn(code=code, by=K1))
    day.see("09:24")
    await day.at("09:25", c.FinishTicket(counter="4"))
    await day.call("4")
    day.see("09:25")
    await day.hall.do(c.StartService(counter="4"))
    await day.come("bill", *["09:26"] * 6)
    for counter in "121212":
        await day.serve(counter, seconds=20)
    await day.at("09:33", c.FinishTicket(counter="3"), c.FinishTicket(counter="5"))
    await day.call("3")
    day.see("09:33")
    await day.hall.do(c.StartService(counter="3"))
    await day.come("change", "09:34", "09:34:20", "09:34:40")
    for number, way in (("C008", Way.OTHER_DEPT), ("C009", Way.BACK_OFFICE), ("C010", Way.E_CHANNEL)):
        await day.at("09:35", gc.Divert(way=way, ticket=day.id(number), by=LI))
    await day.at("09:36", c.FinishTicket(counter="4"))
    await day.serve("4")
    await day.come("change", "09:38", channel="guide_tablet", by=LI)
    await day.at("09:40", c.FinishTicket(counter="3"))
    await day.serve("3")
    await day.hall.do(c.ChangeService(ticket=day.id("C011"), service="install", by="s3"))
    day.see("09:40")
    await day.come("bill", "09:41", "09:41")
    await day.serve("1")
    await day.serve("2")
    await day.at("09:42", gc.TellKeyPoints(ticket=day.id("C006"), printer=P1, by="s4"))
    day.see("09:42")
    await day.finish("4")


async def peak(day: Day) -> None:
    arrivals = {
        "bill": ("09:42:50", "09:43:10", *(f"09:{m}:00" for m in range(44, 54))),
        "change": ["09:48:10"] * 4,
        "install": [f"09:{m}:10" for m in range(49, 54)],
        "advice": ["09:54:00"] * 3,
    }
    for clock, service in sorted((clock, s) for s, clocks in arrivals.items() for clock in clocks):
        await day.come(service, clock)
    await day.at("09:55")
    await day.hall.look()
    await day.hall.do(gc.SetPeakMode(on=True, by=WANG))
    day.see("09:55")
    for n in range(17, 21):
        sent = gc.Divert(way=Way.SELF_SERVICE, ticket=day.id(f"A0{n}"), terminal="t1", by=LI)
        await day.at("09:55:20", sent)
    for n in (2, 3, 4):
        await day.hall.do(gc.Divert(way=Way.ANSWERED, ticket=day.id(f"D00{n}"), topic=0, by=LI))
    await day.finish("1", "2", "3")
    for counter, n in (("1", 4), ("2", 4), ("5", 4), ("4", 4)):
        for _ in range(n):
            await day.serve(counter, seconds=15)
    await day.come("bill", *(f"10:01:{n:02}" for n in range(0, 40, 5)), "10:02:00")
    day.see("10:02")
    await day.at("10:05", cc.GiveWater(zone="east", by=LI))
    day.see("10:05")
    await day.at("10:06")
    await day.serve("4")
    await day.hall.do(c.CloseCounter(counter="1"))
    await day.at("10:10", c.OpenCounter(counter="6", staff="s6"))
    day.see("10:10")
    for second in ("10:12:00", "10:12:01"):
        await day.at(second)
        await day.hall.look()
        day.see(second)
    await day.at("10:13", cc.ExplainWait(ticket=day.id("A037"), by=LI))
    day.see("10:13")


async def until_noon(day: Day) -> None:
    await day.at("10:14")
    for _ in range(4):
        await day.serve("2", seconds=30)
        await day.serve("6", seconds=20)
    await day.come("bill", "10:20", "10:20:10", "10:20:20")
    await day.at("10:22:01")
    await day.hall.look()
    await day.at("10:25")
    await day.serve("3")
    await day.hall.do(cc.OfferRemedy(ticket=day.id("A037"), where="3", by="s3"))
    await day.hall.do(cc.GiveGift(ticket=day.id("A037"), gift="tissues", where="3", by="s3"))
    await day.at("10:29", c.FinishTicket(counter="3"))
    await day.at("10:31", c.PauseCounter(counter="2", reason="就餐"))
    day.see("10:31")
    await day.at("10:32")
    await day.hall.look()
    day.see("10:32")
    await day.serve("6", seconds=30)
    await day.serve("6", seconds=30)
    await day.at("10:34")
    await day.serve("6")
    await day.hall.do(c.AddService(counter="6", service="change"))
    day.see("10:34")
    await day.at("10:37")
    await day.serve("3", seconds=300)
    await day.at("10:44", c.ResumeCounter(counter="2"))
    await day.hall.look()
    await day.come("install", "10:44", segment="company")
    day.see("10:44")
    await day.come("install", "10:44:10", "10:44:20")
    for counter in "553":
        await day.serve(counter, seconds=0 if counter == "3" else 30)
    held = c.ParkTicket(counter="4", kind=ParkKind.DOCUMENTS_HELD)
    await day.at("10:50", held, c.ParkTicket(counter="3", kind=ParkKind.CUSTOMER_AWAY))
    day.see("10:50")
    await day.at("10:58")
    await day.no("10:58", c.ResumeTicket(ticket=day.id("B012"), counter="3"))
    for number, counter in (("B012", "4"), ("B015", "3")):
        await day.hall.do(c.ResumeTicket(ticket=day.id(number), counter=counter))
    day.see("10:58")
    await day.at("11:05", c.FinishTicket(counter="3"), c.FinishTicket(counter="4"))
    await day.come("bill", "11:08", "11:08:10")
    await day.come("complex", "11:09")
    await day.at("11:10")
    await day.call("5")
    day.see("11:10")
    await day.hall.do(c.StartService(counter="5"))
    await day.at("11:20", c.FinishTicket(counter="5"))
    await day.no("11:20", c.CallNext(counter="5"))
    await day.serve("2", seconds=60)
    await day.serve("2", seconds=60)
    await day.at("11:30", c.OpenCounter(counter="1", staff="s1"))
    await day.at("12:00", c.CloseCounter(counter="1"), c.CloseCounter(counter="6"))
    day.see("12:00")


async def afternoon_and_close(day: Day) -> None:
    await day.come("bill", "13:05", "13:05", "13:05", "13:05:10")
    day.see("13:05")
    for _ in range(4):
        await day.serve("2", seconds=60)
    await day.at("16:10")
    day.see("16:10")
    await day.come("bill", "16:26", "16:26", "16:27")
    await day.come("install", "16:27")
    await day.come("advice", "16:28")
    await day.at("16:30")
    await day.no("16:30", c.IssueTicket(service="bill", by=K1))
    day.see("16:30")
    for counter, seconds in (("3", 120), ("2", 120), ("2", 120), ("2", 60), ("4", 540)):
        await day.serve(counter, seconds=seconds)
    day.see("16:46")
    await day.at("16:50", *(c.CloseCounter(counter=k) for k in "2345"), c.CloseDay(reason="下班"))
    day.see("16:50")
