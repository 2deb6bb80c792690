"""Two days of a hall in which nearly everything happens, as batches of commands."""

from collections.abc import AsyncIterator
from dataclasses import replace

from server.domain.equipment import commands as ec
from server.domain.hall import ParkKind, SlipState
from server.domain.queue import commands as c
from server.domain.setup.commands import ConfigureHall
from server.domain.text import Text
from tests.builders import COUNTERS, PRIORITY, a_config
from tests.journal.stores import Kept

SMALLER = a_config(counters=COUNTERS[:5], name=Text("“城西”营业厅 ☂", "West'hall"))


async def two_days(book: Kept) -> AsyncIterator[None]:
    """Stop after every batch, so that the journal can be looked at."""
    await book.do(ConfigureHall(config=a_config()))
    yield
    for counter in "1234":
        book.story.later(seconds=20)
        await book.do(c.OpenCounter(counter=counter, staff=f"s{counter}"))
    yield
    for batch in (_taken(), _served(book), _sent_on(), _reported(book)):
        for group in batch:
            book.story.later(seconds=7.25)
            await book.do(*group)
            yield
    book.story.later(days=1)
    await book.do(c.IssueTicket(service="bill"))  # a new day begins, yesterday's last customers expire
    yield
    await book.do(ConfigureHall(config=replace(SMALLER)))
    yield
    await book.do(c.IssueTicket(service="bill"), c.OpenCounter(counter="1", staff="s1"))
    await book.do(c.CallNext(counter="1"), c.CloseDay(reason="停电"))
    yield


def _taken() -> list[list[c.Command]]:
    return [
        [c.IssueTicket(service="bill", printer="K1"), c.IssueTicket(service="install", priority=PRIORITY)],
        [c.IssueTicket(service="bill", language="en"), c.IssueTicket(service="change", segment="企业")],
        [c.IssueTicket(service="advice"), c.IssueTicket(service="bill"), c.IssueTicket(service="complex")],
        [c.SuspendService(service="complex", reason=Text("系统维护", "Maintenance"), until="11:00")],
    ]


def _served(book: Kept) -> list[list[c.Command]]:
    return [
        [c.CallNext(counter="1"), c.Recall(counter="1"), c.StartService(counter="1")],
        [c.CallNext(counter="2"), c.MarkNoShow(counter="2"), c.UndoLast(counter="2")],
        [c.MarkNoShow(counter="2"), c.CallNext(counter="3"), c.StartService(counter="3")],
        [c.FinishTicket(counter="1"), c.UndoLast(counter="1"), c.FinishTicket(counter="1")],
    ]


def _sent_on() -> list[list[c.Command]]:
    return [
        [c.ParkTicket(counter="3", kind=ParkKind.CUSTOMER_AWAY), c.CallNext(counter="3")],
        [c.StartService(counter="3"), c.TransferTicket(counter="3", to_queue="D")],
        [c.WalkDirect(counter="1", service="bill"), c.AddService(counter="1", service="invoice", here=True)],
        [c.PauseCounter(counter="2", reason="取资料"), c.ResumeCounter(counter="2")],
        [c.CloseCounter(counter="4"), c.RestoreService(service="complex")],
    ]


def _reported(book: Kept) -> list[list[c.Command]]:
    slip = next(iter(book.hall.ended or book.hall.tickets), "")
    return [
        [
            ec.ReportDevice(device="K1", kind="printer", state="down", detail="缺纸"),
            ec.RaiseAlert(kind="x", subject="y"),
        ],
        [ec.ReportDevice(device="K1", kind="printer", state="ok"), ec.AcknowledgeAlert(alert="x/y", by="s1")],
        [ec.ClearAlert(alert="x/y")],
        [ec.RecordSlip(ticket=slip, job=f"{slip}-1", state=SlipState.SENDING)] if slip else [],
    ]
