"""Done the first time or not, who came back with a notice, and what stays open with whom."""

import pytest

from server.domain.guidance import commands as gc
from server.domain.queue import commands as c
from server.domain.text import Text
from server.reports import first_time
from server.reports.opening import opening_of
from server.reports.report import Share
from tests.builders import Story
from tests.reports.lived import table, told


@pytest.mark.row("E12")
def test_112_of_118_were_done_the_first_time() -> None:
    today = Story("1")
    for n in range(118):
        today.issue()
        today.call_and_start("1")
        today.later(seconds=30).do(c.FinishTicket(counter="1", solved=n >= 6))
    sentence = opening_of(told(today, first_time))
    assert sentence.zh.startswith("办结 118 人，一次解决 112 人，94.9 %")
    assert sentence.zh.endswith("；首问未了 6 件，名单见下表")
    assert table(today, first_time, "resolved")[-1]["first_time"] == Share(k=112, n=118)


@pytest.mark.row("E11")
def test_c009_is_on_the_list_of_the_guide_who_met_it_first_when_the_day_ends() -> None:
    today = Story("3", "4")
    for ticket in today.issue_many(8, "change"):
        today.do(c.CancelTicket(ticket=ticket))
    today.issue("change", channel="guide_tablet", by="li")
    assert today.call_and_start("3") == "C009"
    today.do(c.TransferTicket(counter="3", to_queue="B"))
    today.call_and_start("4")
    today.do(c.TransferTicket(counter="4", to_counter="3"))
    today.at("16:50").do(c.CloseDay(reason="下班"))
    (line,) = table(today, first_time, "open")
    assert (line["number"], line["owner"], line["outcome"]) == ("C009", "li", Text("失效", "expired"))
    assert table(today, first_time, "owners") == [{"owner": "li", "n": 1, "open": 1}]


@pytest.mark.row("E11")
def test_who_missed_their_call_or_was_served_is_on_nobody_s_list() -> None:
    today = Story("3")
    today.issue("change", channel="guide_tablet", by="li")
    today.call("3")
    today.do(c.MarkNoShow(counter="3"))
    today.issue("change", channel="guide_tablet", by="li")
    today.serve("3")
    today.do(c.CloseDay(reason="下班"))
    assert table(today, first_time, "owners") == [{"owner": "li", "n": 2, "open": 0}]


@pytest.mark.row("B09")
@pytest.mark.row("K11")
def test_who_comes_back_with_a_notice_closes_the_first_visit_and_is_a_case_of_two() -> None:
    today = Story("4")
    for _ in range(2):
        ticket = today.issue("change")
        today.call_and_start("4")
        today.do(gc.GiveNotice(ticket=ticket, missing=(0,), by="s4", where="4"))
    assert table(today, first_time, "owners") == [{"owner": "s4", "n": 2, "open": 2}]
    today.do(gc.TakeReturn(code=next(iter(today.hall.guidance.notices)), by="kiosk-1"))
    today.serve("4")
    today.issue("change")
    today.serve("4")
    (given,) = table(today, first_time, "notices")
    assert (given["notice"], given["returned"]) == (
        Text("一次告知单", "Notice of what is missing"),
        Share(k=1, n=2),
    )
    assert [line["n"] for line in table(today, first_time, "cases")] == [1, 1]
    assert table(today, first_time, "owners") == [{"owner": "s4", "n": 4, "open": 1}]
    resolved = table(today, first_time, "resolved")[-1]
    assert resolved["first_time"] == Share(k=1, n=3)  # a second visit is no first one
    said = opening_of(told(today, first_time)).zh
    assert said.startswith(
        "办结 3 人，一次解决 1 人；样本不足，不算占比；告知单和凭证 2 份，1 份已在期内回来；"
    )
    assert said.endswith("；首问未了 1 件，名单见下表")


def test_who_was_let_go_on_and_is_back_with_what_was_owed_was_not_done_the_first_time() -> None:
    """The paper was owed (B10), the case finished, and its customer had to come again."""
    today = Story("4")
    ticket = today.issue("change")
    today.call_and_start("4")
    today.do(gc.GiveNotice(ticket=ticket, missing=(0,), leaves=False, by="s4", where="4"))
    today.do(c.FinishTicket(counter="4"))
    assert table(today, first_time, "resolved")[-1]["first_time"] == Share(k=1, n=1)
    today.do(gc.TakeReturn(code=next(iter(today.hall.guidance.notices)), by="kiosk-1"))
    assert table(today, first_time, "resolved")[-1]["first_time"] == Share(k=0, n=1)


def test_nothing_is_told_as_nothing() -> None:
    assert opening_of(told(Story("1"), first_time)).zh == "本期窗口没有办结"


@pytest.mark.row("Q44")
@pytest.mark.row("Q32")
def test_a_stay_is_all_that_was_done_under_one_number_however_many_counters() -> None:
    """A040 pays, then has the name changed: in the hall from 10:00 to 10:26, 12 minutes of it at counters."""
    today = Story("1", "4").at("10:00")
    for ticket in today.issue_many(39, every=0):
        today.do(c.CancelTicket(ticket=ticket))
    today.issue()
    assert today.at("10:04").call_and_start("1") == "A040"
    today.at("10:07").do(c.AddService(counter="1", service="change"))
    assert today.at("10:17").call_and_start("4") == "A040"
    today.at("10:26").do(c.FinishTicket(counter="4"))
    today.issue()
    today.at("10:30").call_and_start("1")
    today.at("10:32").do(c.FinishTicket(counter="1"))
    one, two, every = table(today, first_time, "stays")
    assert two == {
        "stops": Text("两个环节", "two stops"),
        "n": 1,
        "stay_mean": 26 * 60,
        "stay_p90": 26 * 60,
        "stay_max": 26 * 60,
        "handled_mean": 12 * 60,
    }
    assert (one["n"], one["stay_mean"], one["handled_mean"]) == (1, 6 * 60, 2 * 60)
    assert (every["n"], every["stay_mean"], every["handled_mean"]) == (2, 16 * 60, 7 * 60)
