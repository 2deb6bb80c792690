"""hall.md §6, the lines of it that are the door's, each with its own figures, on a hand clock.

Left out, since other tests have them: the ladder of A037 from 10:12 to 10:29 (`test_care_day.py`), the
forecast and the proposal of 09:55, what A037's slip says at 10:02 and the waits of 10:06 and 10:10
(promises and proposals), the late flag of 08:37 (roster), the paper end of 11:05 (printers), the phone page
of 13:05 without internet (`browser/test_uplink_cut.py`), the frozen board of 15:45 (presence). Not the
door's: sign-in, 班前会 and the lists of opening and closing, issues and patrols, complaints, support from
another hall, first-call-backs, emergencies, plans and ratings of months.
"""

import asyncio
from pathlib import Path
from typing import TypeVar

import pytest

from server.devices.speaking.phrases import phrases
from server.domain.event import Event
from server.domain.guidance import events as ge
from server.domain.hall import TicketState
from server.domain.queue import events as qe
from server.domain.views.boards.lobby import lobby
from server.domain.views.boards.window import window
from server.domain.views.care import task_rows
from server.domain.views.clerk.counter import CounterView, counter
from server.domain.views.customers.kiosk import KioskService, kiosk
from server.domain.views.customers.ticket import ticket_view
from server.domain.views.door import terminals_at
from server.domain.views.guides.guide import GuideRow, guide
from server.domain.views.overview.alerts import alert_rows, device_rows
from server.insight.waits import estimate
from server.reports import first_time, guidance, pre_acceptance
from server.reports.period import period_of
from server.reports.report import Cells, Report, Share
from server.routing import fair_share
from server.visits.keeping import Keeper
from server.visits.past import Past
from tests.builders import PROOF, ZONE
from tests.care_hall import local_clock
from tests.day_at_the_door import FORM, ID_COPY, LI, LICENCE, POINTS, PRICE, ROOM, Day, Shot, the_day
from tests.reports.lived import HALL, a_database, written

E = TypeVar("E", bound=Event)


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Day:
    file: Path = tmp_path_factory.mktemp("day") / "hall.sqlite3"
    return asyncio.run(the_day(file))


def of(day: Day, kind: type[E], number: str = "") -> list[E]:
    """What happened so to the number, or to anybody."""
    events = [r.event for r in day.journal if isinstance(r.event, kind)]
    return [e for e in events if not number or getattr(e, "ticket", "") == day.id(number)]


def desk(shot: Shot, place: str) -> CounterView:
    return counter(shot.hall, shot.now, {}, counter_id=place, pick=fair_share.pick)


def on_tablet(shot: Shot, number: str) -> GuideRow:
    return next(row for row in guide(shot.hall, shot.now, {}).rows if row.number == number)


def at_kiosk(shot: Shot, service: str, **waits: float) -> KioskService:
    return next(s for s in kiosk(shot.hall, shot.now, waits, printer="K1").services if s.id == service)


@pytest.mark.row("Q19")
def test_0800_the_terminal_that_is_out_of_order_is_offered_by_nobody_and_k2_is_nearly_out(day: Day) -> None:
    shot = day.shots["08:03"]
    assert day.refused["08:00"] == "terminal_faulty"
    assert [t.id for t in at_kiosk(shot, "bill").terminals] == ["t1"]
    assert [t.id for t in terminals_at(shot.hall, "bill")] == ["t1"]
    assert [(t.id, t.works) for t in guide(shot.hall, shot.now, {}).terminals] == [
        ("t1", True),
        ("t2", False),
    ]
    assert [(d.name.zh, d.state) for d in device_rows(shot.hall)] == [("2 号取号机", "warn")]
    assert [alert.text.zh for alert in alert_rows(shot.hall)] == ["2 号取号机的纸快用完了"]


def test_0803_a_touch_before_opening_says_when_the_door_opens_and_gives_no_number(day: Day) -> None:
    shot = day.shots["08:03"]
    hours = kiosk(shot.hall, shot.now, {}, printer="K1").hours
    assert (hours.state, hours.opens, day.refused["08:03"]) == ("not_yet_open", "08:30", "hall_closed")
    assert not shot.hall.tickets


def test_0830_four_are_open_and_the_wait_is_soon(day: Day) -> None:
    shot = day.shots["08:30"]
    board = lobby(shot.hall, shot.now, estimate(shot.hall, shot.now))
    assert (board.open_counters, board.open_rooms) == (("1", "2", "3"), (ROOM,))
    assert (board.hours.state, board.hours.opens, board.hours.closes) == ("open", "08:30", "16:30")
    assert {q.letter: q.wait.state for q in board.queues} == dict.fromkeys("ABCDF", "soon")


@pytest.mark.row("Q17")
def test_0831_a001_wanted_a_number_though_the_phone_does_it_and_is_called_to_one(day: Day) -> None:
    shot = day.shots["08:31"]
    (way,) = at_kiosk(shot, "bill").e_channels
    assert way.name.zh == "手机也可以办"
    (issued,) = of(day, qe.TicketIssued, "A001")
    assert (issued.offered, issued.by, local_clock(issued.at)) == (True, "kiosk-1", "08:31:00")
    slip = kiosk(shot.hall, shot.now, {}, printer="K1").slip
    assert slip is not None
    assert (slip.number, slip.state) == ("A001", "queued")
    (call,) = lobby(shot.hall, shot.now, {}).calls
    said = phrases(
        call.number, call.counter_name, call.counter, announcement=1, last_call=False, language="zh"
    )
    assert said == ("请A零零一号", "到一号窗口办理")


@pytest.mark.row("Q02")
@pytest.mark.row("Q39")
def test_0852_a006_has_priority_for_a_private_reason_and_two_at_most_are_called_in_a_row(day: Day) -> None:
    shot = day.shots["08:52"]
    (issued,) = of(day, qe.TicketIssued, "A006")
    assert (issued.channel, issued.by, issued.priority) == ("guide_tablet", LI, "priority")
    row = on_tablet(shot, "A006")
    assert (row.priority, row.priority_reason) == (True, "elder")
    for seen in (lobby(shot.hall, shot.now, {}), window(shot.hall, "1")):
        assert "elder" not in repr(seen)
        assert "priority" not in repr(seen)
    order = [n for n in day.calls if n in {"A004", "A005", "A006", "A007", "A008"}]
    assert order == ["A006", "A007", "A004", "A008", "A005"]
    (guide_s,) = of(day, qe.TicketIssued, "C004")
    assert (guide_s.channel, guide_s.by, guide_s.priority_reason) == ("guide_tablet", LI, "elder")


@pytest.mark.row("Q20")
def test_0902_b003_fills_in_its_form_is_passed_over_at_0906_and_called_next_at_0907(day: Day) -> None:
    (at_the_desk,) = of(day, ge.CustomerDiverted, "B003")
    assert (at_the_desk.way, local_clock(at_the_desk.at)) == ("form_desk", "09:02:00")
    passed, back = day.shots["09:06"], day.shots["09:07"]
    assert passed.numbered("B003").state is TicketState.FORM_FILLING
    assert on_tablet(passed, "B003").state == "form_filling"
    assert window(passed.hall, "3").number == "C003", "younger than B003"
    assert window(back.hall, "3").number == "B003"
    ticket = back.numbered("B003")
    assert (ticket.wait_at(back.now).total_seconds(), ticket.leg.form_seconds) == (17 * 60, 5 * 60)


@pytest.mark.row("Q29")
@pytest.mark.row("B20")
def test_0906_an_enquiry_was_fifteen_minutes_at_a_counter_about_prices(day: Day) -> None:
    (answered,) = of(day, ge.CustomerDiverted, "D001")
    (finished,) = of(day, qe.TicketFinished, "D001")
    assert (answered.way, answered.topic, answered.where) == ("answered", PRICE, "3")
    assert finished.handling_seconds == 15 * 60


@pytest.mark.row("B09")
def test_0905_c002_lacks_a_proof_and_goes_with_one_list_and_a_right_to_return(day: Day) -> None:
    shot = day.shots["09:05"]
    (notice,) = shot.hall.guidance.notices.values()
    assert (notice.number, notice.missing, notice.given_at) == ("C002", (PROOF,), shot.now)
    (finished,) = of(day, qe.TicketFinished, "C002")
    assert finished.outcome == "returned_missing_items"
    paper = desk(shot, "4").paper
    assert paper is not None
    assert (paper.number, paper.state, paper.code.replace(" ", "").replace("-", "")) == (
        "C002",
        "queued",
        notice.code,
    )


@pytest.mark.row("Q23")
def test_0911_b007_is_prepared_and_counter_4_sees_both_ticks_and_needs_eleven_minutes(day: Day) -> None:
    assert [step.done for step in on_tablet(day.shots["09:11"], "B007").steps] == [True, True]
    called = desk(day.shots["09:25"], "4").ticket
    assert called is not None
    assert called.number == "B007"
    assert [(s.name, s.done) for s in called.steps] == [(ID_COPY, True), (FORM, True)]
    assert [e.handling_seconds for e in of(day, qe.TicketFinished, "B007")] == [11 * 60]


@pytest.mark.row("Q46")
@pytest.mark.row("O37")
def test_0920_rain_is_on_the_board_and_two_tasks_at_the_door(day: Day) -> None:
    shot = day.shots["09:20"]
    assert [line.zh for line in lobby(shot.hall, shot.now, {}).posted] == ["雨天路滑，请慢行，离厅请带好雨具"]
    tablet = guide(shot.hall, shot.now, {})
    assert tablet.rain
    assert [task.kind for task in tablet.tasks] == ["umbrella_stand", "wet_floor"]


@pytest.mark.row("Q22")
def test_0930_who_checked_in_at_0924_is_called_before_who_came_at_0923_and_waits_from_the_slot(
    day: Day,
) -> None:
    (row,) = (r for r in guide(day.shots["09:24"].hall, day.shots["09:24"].now, {}).rows if r.booked_for)
    assert (row.number, local_clock(row.clock_from)) == ("C007", "09:30:00")
    assert on_tablet(day.shots["09:24"], "C006").clock_from < row.clock_from
    called = desk(day.shots["09:33"], "3").ticket
    assert called is not None
    assert (called.number, called.waited_seconds) == ("C007", 180)
    assert called.reason.zh.startswith("预约")


@pytest.mark.row("Q15")
def test_0935_each_way_out_of_the_line_is_one_record_and_ends_the_number(day: Day) -> None:
    ways = {n: [e.way for e in of(day, ge.CustomerDiverted, n)] for n in ("C008", "C009", "C010")}
    assert ways == {"C008": ["other_dept"], "C009": ["back_office"], "C010": ["e_channel"]}
    assert {day.shots["09:40"].numbered(n).state for n in ways} == {TicketState.CANCELLED}


@pytest.mark.row("Q16")
def test_0940_c011_is_a_new_supply_after_all_keeps_its_number_and_counts_against_who_typed_it(
    day: Day,
) -> None:
    shot = day.shots["09:40"]
    served = desk(shot, "3").ticket
    assert served is not None
    assert (served.number, served.issued_as.zh, served.service_name.zh) == ("C011", "过户", "新装")
    assert shot.hall.guidance.errors == {LI: 1}


@pytest.mark.row("E32")
@pytest.mark.row("B11")
def test_0942_three_points_of_a_change_of_name_are_told_and_on_the_card(day: Day) -> None:
    shot = day.shots["09:42"]
    served = desk(shot, "4").ticket
    assert served is not None
    assert (served.number, served.points_told) == ("C006", True)
    assert shot.hall.guidance.points_told[served.id] == POINTS
    paper = desk(shot, "4").paper
    assert paper is not None
    assert (paper.number, paper.state) == ("C006", "queued")


@pytest.mark.row("Q13")
def test_0955_twenty_four_wait_and_the_tablet_lists_who_can_be_helped_another_way(day: Day) -> None:
    shot = day.shots["09:55"]
    tablet = guide(shot.hall, shot.now, {})
    assert (tablet.total, tablet.peak) == (24, True)
    slowest = sorted((shot.now - row.clock_from for row in tablet.rows if row.queue == "A"), reverse=True)
    assert slowest[1].total_seconds() == 11 * 60 + 50
    assert [(t.kind, t.detail, t.at.zh) for t in tablet.tasks if t.kind == "water"] == [
        ("water", "15", "东区")
    ]
    at_a_machine = [row.number for row in tablet.rows if "self_service" in row.ways]
    assert at_a_machine == [f"A{n:03}" for n in range(17, 29)], "oldest first"
    assert of(day, qe.TicketCancelled, "A017")


def test_1002_a037_has_eight_before_it(day: Day) -> None:
    shot = day.shots["10:02"]
    assert ticket_view(shot.hall, shot.numbered("A037"), {}).ahead == 8
    assert local_clock(shot.numbered("A037").issued_at) == "10:02:00"


@pytest.mark.row("Q13")
def test_1005_nine_can_go_to_a_terminal_and_everybody_there_has_water_once(day: Day) -> None:
    shot = day.shots["10:05"]
    rows = guide(shot.hall, shot.now, {}).rows
    nine = [f"A{n:03}" for n in range(29, 38)]
    assert [row.number for row in rows if "self_service" in row.ways] == nine
    assert [row.number for row in rows if row.watered] == nine


def test_1010_the_sixth_is_open_and_the_first_is_not(day: Day) -> None:
    shot = day.shots["10:10"]
    assert lobby(shot.hall, shot.now, {}).open_counters == ("2", "3", "4", "6")
    assert (window(shot.hall, "6").state, window(shot.hall, "1").state) == ("open_idle", "closed")
    assert day.calls["A030"] == "6"


@pytest.mark.row("Q30")
def test_1012_after_ten_minutes_the_wait_is_to_be_explained_and_li_has_done_it_at_1013(day: Day) -> None:
    asked = [
        [t.number for t in guide(day.shots[s].hall, day.shots[s].now, {}).tasks if t.kind == "explain"]
        for s in ("10:12:00", "10:12:01", "10:13")
    ]
    assert ["A037" in numbers for numbers in asked] == [False, True, False]
    assert on_tablet(day.shots["10:13"], "A037").explained
    contacts = day.shots["10:13"].hall.guidance.contacts[LI]
    assert contacts.issued == 5


@pytest.mark.row("Q27")
@pytest.mark.row("Q28")
def test_1031_a_pause_for_a_meal_is_on_the_display_and_the_board_at_once(day: Day) -> None:
    shot = day.shots["10:31"]
    shown = window(shot.hall, "2")
    assert (shown.state, shown.pause_reason) == ("paused", "就餐")
    assert shown.instead == ("3",), "whoever calls all of its business"
    assert lobby(shot.hall, shot.now, {}).open_counters == ("3", "4", "6")
    waits = [shot.now - t.clock_from for t in shot.hall.waiting()]
    assert len([wait for wait in waits if wait.total_seconds() > 600]) == 3
    (told,) = (t for t in task_rows(day.shots["10:32"].hall) if t.kind == "pause_in_need")
    assert (told.at.zh, told.roles) == ("2 号窗口", ("team_leader", "hall_manager"))
    assert "pause_in_need/2" not in day.shots["10:44"].hall.care.tasks


@pytest.mark.row("Q32")
@pytest.mark.row("Q44")
def test_1034_a040_goes_on_to_a_change_of_name_under_its_number_and_from_its_arrival(day: Day) -> None:
    ticket = day.shots["10:34"].numbered("A040")
    assert (ticket.number, ticket.leg.service, ticket.leg.queue) == ("A040", "change", "C")
    assert ticket.state is TicketState.WAITING
    assert local_clock(ticket.issued_at) == local_clock(ticket.clock_from) == "10:20:20"
    finished = of(day, qe.TicketFinished, "A040")
    assert [(local_clock(e.at), e.counter) for e in finished] == [("10:42:00", "3")]


@pytest.mark.row("Q38")
def test_1044_a_company_waits_for_its_new_supply_with_the_papers_of_a_company(day: Day) -> None:
    row = on_tablet(day.shots["10:44"], "B013")
    assert (row.queue, row.segment.zh, row.papers) == ("B", "企业", (LICENCE,))


def test_1050_a_held_paper_is_resumed_at_its_counter_alone_and_who_went_for_a_copy_at_either(
    day: Day,
) -> None:
    shot = day.shots["10:50"]
    usable = {k: {row.number: row.usable for row in desk(shot, k).parked} for k in "34"}
    assert usable == {"3": {"B012": False, "B015": True}, "4": {"B012": True, "B015": True}}
    assert day.refused["10:58"] == "documents_held"
    back = day.shots["10:58"]
    assert [window(back.hall, k).number for k in "34"] == ["B015", "B012"], "neither took another number"
    assert back.numbered("B012").leg.parked_seconds == 8 * 60
    assert [e.handling_seconds for e in of(day, qe.TicketFinished, "B012")] == [(44 + 7) * 60]


@pytest.mark.row("Q18")
@pytest.mark.row("Q37")
def test_1110_high_voltage_goes_to_the_room_and_two_simple_numbers_do_not(day: Day) -> None:
    shot = day.shots["11:10"]
    assert (window(shot.hall, "5").number, window(shot.hall, "5").name) == ("F001", ROOM)
    assert lobby(shot.hall, shot.now, {}).calls[0].counter_name == ROOM
    assert [t.number for t in shot.hall.waiting()] == ["A041", "A042"]
    assert day.refused["11:20"] == "nobody_waiting", "its own line is empty, and it helps with B alone"
    assert (day.calls["A041"], day.calls["A042"]) == ("2", "2")


def test_1200_the_board_lists_who_is_open_over_lunch(day: Day) -> None:
    shot = day.shots["12:00"]
    assert lobby(shot.hall, shot.now, {}).open_counters == ("2", "3", "4")


@pytest.mark.row("Q42")
def test_1305_a_phone_in_the_hall_says_three_are_before_it(day: Day) -> None:
    shot = day.shots["13:05"]
    assert ticket_view(shot.hall, shot.numbered("A046"), {}).ahead == 3


def test_1610_who_would_be_called_after_closing_is_warned_and_not_stopped(day: Day) -> None:
    near = {wait: at_kiosk(day.shots["16:10"], "install", B=wait).near_close for wait in (600.0, 7200.0)}
    assert near == {600.0: "", 7200.0: "warn"}


def test_1630_the_door_is_shut_and_the_five_who_are_here_are_still_served(day: Day) -> None:
    shot, last = day.shots["16:30"], day.shots["16:46"]
    assert kiosk(shot.hall, shot.now, {}, printer="K1").hours.state == "closed"
    assert day.refused["16:30"] == "hall_closed"
    assert lobby(shot.hall, shot.now, {}).waiting == 5
    assert local_clock(last.now) == "16:46:00"
    assert {last.numbered(n).state for n in ("A047", "A048", "A049", "B016", "D005")} == {
        TicketState.FINISHED
    }


def test_1646_at_the_end_of_the_day_nothing_is_open(day: Day) -> None:
    closed = day.shots["16:50"].hall
    assert not closed.tickets
    assert {k.state for k in closed.counters.values()} == {"closed"}
    assert all(t.has_ended for t in closed.ended.values())


def told(day: Day, report: Report, sheet: str) -> list[Cells]:
    """The day's sheet, from the journal alone."""
    db, keeper = a_database(), Keeper(HALL)
    written(db, day.journal)
    while keeper.catch_up(db):
        pass
    shot = day.shots["16:50"]
    period = period_of("day", shot.now.astimezone(ZONE).date(), str(ZONE))
    assert shot.hall.config is not None
    rows = report.rows(Past(db, [HALL]), period, shot.hall.config)
    return [row.cells for row in rows if row.sheet == sheet]


@pytest.mark.row("Q15")
@pytest.mark.row("Q16")
@pytest.mark.row("Q17")
@pytest.mark.row("Q24")
@pytest.mark.row("E12")
def test_1658_the_day_is_told_from_its_journal(day: Day) -> None:
    (mistyped,) = told(day, guidance, "mistyped")
    assert (mistyped["number"], mistyped["issued_by"]) == ("C011", LI)
    (hinted,) = told(day, guidance, "hinted")
    assert (hinted["device"], hinted["took_hint"]) == ("kiosk-1", Share(k=0, n=1))
    ways = told(day, guidance, "ways")
    assert {str(getattr(line["way"], "zh", "")): line["n"] for line in ways} == {
        "自助": 4,
        "取号": 86,
        "填单": 1,
        "后台": 1,
        "他部门": 1,
        "网上办": 1,
        "当场答复": 4,
    }
    prepared, every = told(day, pre_acceptance, "rate")
    assert (prepared["prepared_share"], prepared["steps"]) == (Share(k=1, n=16), 2)
    assert every["prepared_share"] == Share(k=1, n=86)
    assert told(day, first_time, "resolved")[-1]["first_time"] == Share(k=75, n=76), "C002 comes back"
