"""What the futures say together."""

from dataclasses import replace
from datetime import timedelta

import pytest

from server.domain.config.pieces.calendar import Hours
from server.domain.hall import CounterState, Hall, TicketState
from server.domain.promises.nouns import Ahead, Foresight
from server.insight.forward.board import board_of
from server.insight.forward.foresee import foresee
from server.insight.forward.habits import usual_habits
from server.insight.forward.plan import usual_plan
from server.insight.forward.run import HORIZON
from server.routing import fair_share
from tests.builders import PRIORITY
from tests.insight.waiting_halls import NOW, busy, hall, line, ticket, with_counter

MINUTE = 60.0


def foreseen(standing: Hall) -> Foresight:
    assert standing.config is not None
    order = fair_share.order(standing.config.figures)
    board = board_of(standing, NOW, order, usual_plan(standing, NOW))
    return foresee(board, usual_habits(standing), 1200)


def test_the_longer_the_line_before_the_later_and_the_less_sure() -> None:
    seen = foreseen(busy(hall({"1": "A"}, line("A", 8)), "1", "A", 60)).tickets
    standing = [seen[f"A00{n}"] for n in range(1, 9)]
    for edge in ("low", "high"):
        assert [getattr(a, edge) for a in standing] == sorted(getattr(a, edge) for a in standing)
    widths = [a.high - a.low for a in (standing[0], standing[3], standing[7])]
    assert widths == sorted(widths)
    assert widths[0] > 0


def test_a_newcomer_stands_behind_all_and_one_with_priority_before_some() -> None:
    seen = foreseen(hall({"1": "A"}, line("A", 8)))
    assert seen.joins["A", False].low > seen.tickets["A008"].low
    assert seen.joins["A", True].high < seen.tickets["A008"].high


def test_the_ends_of_an_interval_are_those_that_its_band_has_learned() -> None:
    """Longer waits alone, by what was scored of them."""
    standing = hall({"1": "A"}, line("A", 9))
    usual, ends = foreseen(standing), [(0.1, 0.9)] * 4 + [(0.05, 0.97)] * 2
    board = board_of(standing, NOW, fair_share.order(standing.setup.figures), usual_plan(standing, NOW))
    wider = foresee(board, usual_habits(standing), 1200, ends=ends)
    for who, ahead in wider.tickets.items():
        before = usual.tickets[who]
        assert (ahead.middle, ahead.late) == (before.middle, before.late)
        if (before.middle or 0) < 900:
            assert ahead == before
        else:
            assert ahead.low < before.low < before.high < ahead.high == ahead.late
    assert max(a.middle or 0 for a in wider.tickets.values()) > 900


def test_nobody_waits_at_an_idle_counter() -> None:
    assert foreseen(hall({"1": "A"})).joins["A", False] == Ahead(low=0, high=0, middle=0, late=0)


def test_what_nobody_calls_is_not_foreseen() -> None:
    standing = with_counter(hall({"1": "A", "2": "B"}, line("B", 1)), "2", state=CounterState.CLOSED)
    seen = foreseen(standing)
    assert {queue for queue, _ in seen.joins} == {"A"}
    assert "B001" not in seen.tickets


def test_a_pause_is_only_a_pause() -> None:
    """The estimate says that nobody serves it, and for ever."""
    resting = with_counter(hall({"1": "A"}, line("A", 1)), "1", state=CounterState.PAUSED, since=NOW)
    ahead = foreseen(resting).tickets["A001"]
    assert 30 <= ahead.low < ahead.high < 3600


def test_with_every_counter_paused_all_are_foreseen_by_how_long_pauses_last() -> None:
    """However long ago they paused; nobody is told that they may come another day."""
    standing = hall({"1": "A", "2": "A", "3": "AD"}, [*line("A", 4), *line("D", 2)])
    for counter, hours in (("1", 0), ("2", 1), ("3", 5)):
        paused = {"state": CounterState.PAUSED, "since": NOW - timedelta(hours=hours)}
        standing = with_counter(standing, counter, pause_reason="茶", **paused)
    seen = foreseen(standing)
    assert set(seen.tickets) == {t.id for t in standing.waiting()}
    assert {queue for queue, _ in seen.joins} == {"A", "D"}
    assert all(30 <= a.low < a.high < 4 * 3600 for a in seen.tickets.values())
    assert seen.tickets["D001"].high > seen.tickets["A001"].high  # only the one that has been gone for long
    assert seen.too_late == frozenset()


def test_a_service_that_nobody_finishes_holds_up_its_own_line_alone() -> None:
    """Five hours: forgotten, or the longest ever; the line behind is told late, the one beside as ever."""
    forgotten = busy(hall({"1": "A", "2": "D"}, [*line("A", 2), *line("D", 2)]), "1", "A", -5 * 3600.0)
    seen, usual = foreseen(forgotten), foreseen(busy(forgotten, "1", "A", 60))
    assert seen.tickets["D002"] == usual.tickets["D002"]
    assert usual.tickets["A001"].high < 10 * MINUTE
    assert 20 * MINUTE < seen.tickets["A001"].high < HORIZON
    assert seen.tickets["A001"].low < 30 * MINUTE


def test_a_clock_that_was_put_back_leaves_a_line_that_is_foreseen() -> None:
    """Who came an hour from now, as it stands written, keeps the place and has waited for no time."""
    ahead = [ticket("A", n, minutes_ago=-60 + n) for n in range(1, 4)]
    seen = foreseen(busy(hall({"1": "A"}, ahead), "1", "A", 60)).tickets
    assert [t for t, _ in sorted(seen.items(), key=lambda one: one[1].high)] == ["A003", "A002", "A001"]
    assert all(0 <= a.low < a.high for a in seen.values())


def test_the_share_that_will_wait_too_long_grows_with_the_wait_so_far() -> None:
    late, early = ticket("A", 1, minutes_ago=19), ticket("A", 2, minutes_ago=1)
    seen = foreseen(busy(hall({"1": "A"}, [late, early]), "1", "A", 120)).tickets
    assert seen["A001"].over > 0.5 > seen["A002"].over


def test_who_may_not_be_called_before_the_doors_close_is_told_and_never_averaged_in() -> None:
    """Two minutes past ten, all over at twenty past; three minutes and a half each."""
    standing = busy(hall({"1": "A"}, line("A", 12)), "1", "A", 60)
    config = replace(standing.setup, hours=Hours(opens="08:30", closes="10:10"))
    config = replace(config, figures=replace(config.figures, near_close_grace_seconds=600))
    seen = foreseen(replace(standing, config=config)).tickets
    assert seen["A001"].unserved < 0.1
    assert seen["A010"].unserved > 0.3
    assert all(a.high < 1200 for a in seen.values())


def test_who_writes_a_form_is_foreseen_too_and_who_is_away_is_not() -> None:
    form = replace(ticket("A", 1, minutes_ago=3), state=TicketState.FORM_FILLING)
    gone = replace(ticket("A", 2), state=TicketState.NO_SHOW)
    assert set(foreseen(hall({"1": "A"}, [form, gone])).tickets) == {"A001"}


def test_priority_is_foreseen_by_the_policy_s_own_rule() -> None:
    urgent = ticket("A", 9, priority=PRIORITY)
    seen = foreseen(busy(hall({"1": "A"}, [*line("A", 4), urgent]), "1", "A", 60)).tickets
    assert seen["A009"].high < seen["A002"].high


@pytest.mark.parametrize("n", [0, 300])
def test_of_an_empty_hall_and_of_three_hundred(n: int) -> None:
    seen = foreseen(hall({"1": "AD", "2": "AD"}, line("A", n)))
    assert len(seen.tickets) <= n
    assert not seen.simple


def near_the_end(minutes: int, waiting: int, **closed: str) -> Hall:
    """The hall closes in so many minutes, and nobody is served after it."""
    standing = hall({"1": "A", **closed}, line("A", waiting))
    assert standing.config is not None
    hours = Hours(opens="08:00", closes=f"10:{2 + minutes:02}")
    figures = replace(standing.config.figures, near_close_grace_seconds=0)
    return replace(standing, config=replace(standing.config, hours=hours, figures=figures))


def test_who_is_too_far_behind_before_closing_is_said_to_be_too_late() -> None:
    seen = foreseen(near_the_end(10, 25))
    assert {"A025", "A"} <= seen.too_late
    assert "A001" not in seen.too_late
    assert seen.tickets["A001"].unserved == 0
    assert not seen.too_late & seen.tickets.keys()


def test_what_nobody_serves_is_not_too_late_but_unknown() -> None:
    standing = with_counter(near_the_end(10, 3, **{"2": "B"}), "2", state=CounterState.CLOSED)
    assert foreseen(standing).too_late == frozenset()
