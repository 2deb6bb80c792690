"""Who needs no counter: one tap, one record; a faulty terminal is not named; a ticket ends or waits on."""

from dataclasses import replace

import pytest

from server.domain.care.commands import DropTask, TakeTask
from server.domain.config.config import HallConfig
from server.domain.config.pieces.catalogue import CatalogueEntry, Terminal
from server.domain.guidance import commands as gc
from server.domain.guidance.diverting import terminals_for
from server.domain.guidance.nouns import Way
from server.domain.hall import TicketState
from server.domain.queue import commands as c
from server.domain.text import Text
from server.domain.views.boards.lobby import lobby
from server.domain.views.guides.guide import guide
from tests.builders import Story, a_config, names

MACHINE = Terminal(id="t2", name=Text("2 号自助终端", "Terminal 2"), zone="east", services=("bill",))
PRICE = Text("电价", "Price")


def config() -> HallConfig:
    services = tuple(
        replace(s, entry=CatalogueEntry(topics=(PRICE,), enquiry=True)) if s.id == "advice" else s
        for s in a_config().services
    )
    return a_config(services=services, terminals=(MACHINE,))


def story(*working: str) -> Story:
    return Story(*working, config=config())


@pytest.mark.row("Q15")
def test_each_outcome_at_the_door_is_one_record() -> None:
    today = story()
    sent = {"self_service": 31, "form_desk": 22, "back_office": 3, "other_dept": 1}
    today.issue()
    for way, n in sent.items():
        for _ in range(n):
            assert names(today.do(gc.Divert(way=Way(way), service="bill", by="li"))) == ["CustomerDiverted"]
    assert today.hall.guidance.ways == sent
    assert today.hall.guidance.contacts["li"].diverted == 57


@pytest.mark.row("Q19")
def test_a_terminal_that_is_out_of_order_is_not_named_until_it_is_mended() -> None:
    today = story().at("08:20")
    today.do(gc.ReportTerminal(terminal="t2", works=False, detail="缺纸", by="wang"))
    assert terminals_for(today.hall, "bill") == ()
    sent = gc.Divert(way=Way.SELF_SERVICE, service="bill", terminal="t2", by="li")
    assert today.refused(sent) == "terminal_faulty"
    assert today.do(gc.ReportTerminal(terminal="t2", works=False, detail="缺纸", by="li")) == ()
    today.do(gc.ReportTerminal(terminal="t2", works=True, by="wang"))
    assert terminals_for(today.hall, "bill") == (MACHINE,)
    assert names(today.do(sent)) == ["DayOpened", "CustomerDiverted"]
    assert today.refused(gc.ReportTerminal(terminal="t9", works=False)) == "unknown_terminal"


@pytest.mark.row("Q13")
def test_a_waiting_ticket_that_is_sent_another_way_ends() -> None:
    today = story("1")
    ticket = today.issue("bill")
    events = today.do(gc.Divert(way=Way.SELF_SERVICE, ticket=ticket, terminal="t2", by="li"))
    assert names(events) == ["CustomerDiverted", "TicketCancelled"]
    assert today.ticket(ticket).state is TicketState.CANCELLED
    assert today.refused(c.CallNext(counter="1")) == "nobody_waiting"


@pytest.mark.row("Q20")
def test_to_the_form_desk_a_ticket_keeps_its_place() -> None:
    """Its turn comes at 09:06 while it is at the form desk: passed over softly, and first again at 09:07."""
    today = story("4").at("08:58")
    first = today.issue("change")
    for _ in range(2):
        today.later(seconds=5).issue("change")
    today.at("09:02").do(gc.Divert(way=Way.FORM_DESK, ticket=first, by="li"))
    today.at("09:06")
    assert today.call_and_start("4") == "C002"
    assert today.ticket(first).state is TicketState.FORM_FILLING
    today.at("09:07").do(c.EndFormFilling(ticket=first))
    today.do(c.FinishTicket(counter="4"))
    assert today.call("4") == "C001", "not behind C003, which waited on"
    assert today.ticket(first).wait_at(today.now).total_seconds() == 9 * 60, "counted from the number on"


@pytest.mark.row("Q29")
@pytest.mark.row("B20")
def test_an_enquiry_is_answered_at_the_counter_with_its_topic() -> None:
    today = story("1")
    ticket = today.issue("advice")
    today.call_and_start("1")
    answered = gc.Divert(way=Way.ANSWERED, ticket=ticket, topic=0, words="阶梯电价怎么算", by="s1", where="1")
    events = today.later(minutes=3).do(answered)
    assert names(events)[:2] == ["CustomerDiverted", "TicketFinished"]
    assert (events[0].topic, events[0].where) == (PRICE, "1")  # type: ignore[attr-defined]
    assert (events[1].outcome, events[1].services_done) == ("diverted", ())  # type: ignore[attr-defined]
    assert events[1].handling_seconds == 180  # type: ignore[attr-defined]


def test_whoever_has_gone_is_sent_nowhere() -> None:
    today = story("1")
    ticket = today.issue("bill")
    today.do(c.MarkWalkout(ticket=ticket))
    assert today.refused(gc.Divert(way=Way.ANSWERED, ticket=ticket)) == "wrong_state"
    assert today.refused(gc.Divert(way=Way.ANSWERED, ticket="t99")) == "unknown_ticket"
    assert today.refused(gc.Divert(way=Way.ANSWERED, service="nowhere")) == "unknown_service"


@pytest.mark.row("Q13")
def test_peak_mode_is_switched_by_hand_and_ends_with_the_day() -> None:
    today = story()
    today.issue()
    assert names(today.do(gc.SetPeakMode(on=True, by="wang"))) == ["PeakModeSet"]
    assert today.do(gc.SetPeakMode(on=True, by="wang")) == ()
    today.later(days=1).issue()
    assert not today.hall.guidance.peak


@pytest.mark.row("O37")
def test_rain_at_0920_is_a_line_on_the_boards_and_two_tasks_at_the_door() -> None:
    today = story().at("09:20")
    today.issue()
    rains = gc.SetRainMode(on=True, by="li")
    assert names(today.do(rains)) == ["RainModeSet", "TaskRaised", "TaskRaised"]
    assert [line.zh for line in lobby(today.hall, today.now, {}).posted] == [
        "雨天路滑，请慢行，离厅请带好雨具"
    ]
    assert [(t.kind, t.roles) for t in guide(today.hall, today.now, {}).tasks] == [
        ("umbrella_stand", ("guide",)),
        ("wet_floor", ("guide",)),
    ]
    assert today.do(rains) == ()
    today.do(TakeTask(task="wet_floor/", by="li"))
    today.do(DropTask(task="umbrella_stand/"))
    assert names(today.do(gc.SetRainMode(on=False, by="li"))) == ["RainModeSet", "TaskEnded"]
    assert today.hall.care.tasks == {}
    today.do(rains)
    assert len(today.hall.care.tasks) == 2


@pytest.mark.row("Q46")
def test_rain_is_switched_by_hand_and_ends_with_the_day() -> None:
    today = story()
    today.issue()
    assert names(today.do(gc.SetRainMode(on=True, by="li")))[0] == "RainModeSet"
    assert today.do(gc.SetRainMode(on=True, by="li")) == ()
    assert today.hall.guidance.rain
    assert names(today.do(gc.SetRainMode(on=False, by="li")))[0] == "RainModeSet"
    today.do(gc.SetRainMode(on=True, by="li"))
    today.later(days=1).issue()
    assert not today.hall.guidance.rain


@pytest.mark.row("T20")
def test_whom_a_guide_met_is_counted_by_what_was_done() -> None:
    today = story()
    today.do(gc.Greet(by="li"))
    today.do(gc.Divert(way=Way.E_CHANNEL, service="bill", by="li"))
    today.issue("bill", channel="guide_tablet", by="li")
    met = today.hall.guidance.contacts["li"]
    assert (met.greeted, met.diverted, met.issued, met.all) == (1, 1, 1, 3)
