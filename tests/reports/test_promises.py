"""How true the promised waits were: by what was told, by business, the furthest off (3.2)."""

import pytest

from server.reports import promises
from server.reports.opening import opening_of
from server.reports.report import Share
from tests.builders import Story
from tests.domain.promises.test_rules import foresees, looked
from tests.reports.lived import table, told


def called(today: Story, said: tuple[float, float], after: float) -> str:
    """Told to wait so many minutes, called after so many."""
    foresees(today, {"A": said})
    ticket = today.issue()
    today.later(minutes=after)
    today.serve("1", seconds=1)
    return ticket


@pytest.mark.row("Q01")
def test_the_share_in_time_the_span_and_the_error() -> None:
    today = Story("1")
    for _ in range(8):
        called(today, (2, 4), after=3)
    called(today, (2, 4), after=1)  # sooner than said is in time
    late = called(today, (12, 15), after=20)
    assert opening_of(told(today, promises)).zh.startswith("按取号时告诉客户的时间叫到 90 %（9/10）")
    short, long = table(today, promises, "by_band")
    assert (short["n"], short["in_time"], short["covered"]) == (9, Share(k=9, n=9), Share(k=8, n=9))
    assert short["error"] == pytest.approx(120 / 9)
    assert (long["n"], long["in_time"], long["error"]) == (1, Share(k=0, n=1), 390.0)
    (worst,) = table(today, promises, "worst")
    assert (worst["number"], worst["late"]) == (today.ticket(late).number, 300.0)


def test_it_is_the_slip_s_promise_that_is_scored_and_who_was_told_anew_is_counted() -> None:
    today = Story("1")
    foresees(today, {"A": (2, 4)})
    ticket = today.issue()
    looked(today, {ticket: (20, 30)})
    today.later(minutes=10)
    today.serve("1")
    (line,) = table(today, promises, "by_service")[:-1]
    assert (line["in_time"], line["told_anew"]) == (Share(k=0, n=1), Share(k=1, n=1))


def test_who_was_not_called_or_was_told_nothing_is_not_scored() -> None:
    today = Story("1")
    today.issue()
    today.serve("1")
    foresees(today, {"A": (2, 4)})
    today.issue()
    assert table(today, promises, "by_service") == []
    assert opening_of(told(today, promises)).zh == "本期没有告诉客户等候时间"
    today.serve("1")
    assert opening_of(told(today, promises)).zh == "按取号时所说按时叫到 1 人，共 1 人；样本不足，不算占比"
