"""Kept, missed, given up, and how long after their time those who came were called (Q22)."""

from datetime import timedelta

import pytest

from server.domain.appointments import commands as ac
from server.domain.queue import commands as c
from server.reports import appointments
from server.reports.drilling.grains import Counted
from server.reports.drilling.listed import Page, listed
from server.reports.opening import opening_of
from server.reports.report import Share
from tests.builders import Story
from tests.domain.appointments.test_rules import SLOT, booked, story
from tests.reports.lived import past, table, told
from tests.reports.lived import today as of_day


def a_day() -> Story:
    """One comes and is called a minute after its time, one is given up, nobody comes to the third."""
    today = story()
    kept, given_up = booked(today), booked(today, SLOT + timedelta(minutes=30))
    booked(today, SLOT + timedelta(minutes=60))
    today.do(ac.CancelAppointment(code=given_up))
    today.at("09:20").do(ac.CheckIn(code=kept))
    today.do(c.OpenCounter(counter="4", staff="s4"))
    today.at("09:31").serve("4", seconds=60)
    today.at("10:41").do(ac.LapseAppointments())
    return today


@pytest.mark.row("Q22")
def test_each_ends_in_one_way_and_waits_count_from_the_time_that_was_promised() -> None:
    (line,) = table(a_day(), appointments, "summary")
    assert (line["booked"], line["kept"], line["not_come"], line["given_up"]) == (3, 1, 1, 1)
    assert line["kept_share"] == Share(k=1, n=2)
    one, every = table(a_day(), appointments, "by_service")
    assert one == {**every, "service": one["service"]}
    assert (every["n"], every["max"]) == (1, 60)


def test_of_few_it_is_told_in_numbers_and_of_none_in_words() -> None:
    said = opening_of(told(a_day(), appointments)).zh
    assert said == "约了 3 个，1 个按约到了，1 个没有来，1 个取消；样本不足，不算占比"
    assert opening_of(told(Story("1"), appointments)).zh == "本期没有预约"


def test_of_enough_it_is_told_as_a_share_with_the_wait() -> None:
    today = story()
    for n in range(12):
        booked(today, SLOT + timedelta(minutes=30 * n))
    codes = list(today.hall.appointments.booked)
    today.do(c.OpenCounter(counter="4", staff="s4"))
    for n, code in enumerate(codes):
        today.now = SLOT + timedelta(minutes=30 * n)
        if n == 0:
            today.later(minutes=11).do(ac.LapseAppointments())
            continue
        today.do(ac.CheckIn(code=code))
        today.later(seconds=120).serve("4", seconds=60)
    said = opening_of(told(today, appointments)).zh
    assert said.startswith("到期的 12 个预约中 91.6 % 按约到了")
    assert said.endswith("1 个没有来；另有 0 个取消。从预约时间算起，九成客户等候不超过 2 分钟")


def test_the_tickets_behind_a_figure_are_those_that_came_by_appointment() -> None:
    lived = a_day()
    lived.issue("change")
    n, tickets = listed(past(lived), of_day(lived), lived.hall.setup, Counted(of="kept"), Page())
    assert (n, [t.number for t in tickets]) == (1, ["C001"])
