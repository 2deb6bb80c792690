"""Rules for the ladder, the cases and the gifts."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest

from server.domain.care import commands as cc
from server.domain.care import events as ce
from server.domain.care.nouns import CaseState
from server.domain.care.remedies import drawn, stock_of
from server.domain.command import Command
from server.domain.config.config import USUAL_GIFTS, GiftItem
from server.domain.config.figures import Figures
from server.domain.hall import Hall
from server.domain.queue import commands as c
from server.domain.text import Text
from server.domain.views.care import cases_view
from tests.builders import Story, a_config, names, with_figures
from tests.care_builders import LEADER, case_of, climb, over_wait

UMBRELLA = GiftItem(id="umbrella", name=Text("雨伞", "Umbrella"), unit_cost_fen=1500, stock=5)
LAST_ONE = GiftItem(id="last", name=Text("杯垫", "Coaster"), unit_cost_fen=200, stock=1, alert_below=1)


def with_gifts(**figures: int) -> Story:
    """A second customer is over-waiting, too, where the shelf holds an umbrella and one coaster."""
    config = a_config(gifts=(*USUAL_GIFTS, UMBRELLA, LAST_ONE), figures=Figures(**figures))
    story = Story("1", config=config)
    story.issue_many(2, every=0)
    climb(story.later(seconds=1201))
    return story


@pytest.mark.row("R05")
def test_a_case_is_due_strictly_after_the_threshold_and_once() -> None:
    story = Story()
    ticket = story.issue()
    assert story.later(minutes=20).do(cc.OpenCase(ticket=ticket)) == ()
    (opened,) = story.later(seconds=0.000001).do(cc.OpenCase(ticket=ticket))
    assert isinstance(opened, ce.CaseOpened)
    assert opened.due_at == story.ticket(ticket).issued_at + timedelta(minutes=20)
    assert opened.threshold_seconds == 1200
    assert story.later(minutes=20).do(cc.OpenCase(ticket=ticket)) == ()


def test_a_rung_is_reached_strictly_after_its_time_and_once() -> None:
    story = Story()
    ticket = story.issue()
    reach = cc.ReachRung(ticket=ticket, act="explain")
    assert story.later(minutes=10).do(reach) == ()
    assert names(story.later(seconds=1).do(reach)) == ["RungReached"]
    assert story.do(reach) == ()
    assert story.do(cc.ReachRung(ticket=ticket, act="no such act")) == ()


def test_nothing_is_due_to_somebody_who_has_been_called() -> None:
    story = Story("1")
    ticket = story.issue()
    story.later(minutes=25).call()
    assert story.do(cc.OpenCase(ticket=ticket)) == ()
    assert story.do(cc.ReachRung(ticket=ticket, act="remedy")) == ()
    story.do(c.ReturnToQueue(counter="1"))
    assert names(story.do(cc.OpenCase(ticket=ticket))) == ["CaseOpened"]


def test_where_remedies_are_off_no_case_opens() -> None:
    story = Story(config=a_config(remedies=False))
    ticket = story.issue()
    climb(story.later(minutes=21))
    assert not story.hall.care.cases
    assert "remedy" in story.hall.care.reached[ticket]


def test_a_ladder_without_a_remedy_opens_no_case() -> None:
    story = Story(config=a_config(ladders=()))
    ticket = story.issue()
    assert story.later(minutes=60).do(cc.OpenCase(ticket=ticket)) == ()


def test_a_case_is_offered_and_given_at_the_counter() -> None:
    story, ticket = over_wait()
    story.call()
    story.do(cc.OfferRemedy(ticket=ticket, where="1", by="s1"))
    story.do(cc.GiveGift(ticket=ticket, gift="tissues", where="1", by="s1"))
    case = case_of(story, ticket)
    assert (case.state, case.where, case.gift, case.cost_fen) == (CaseState.GIVEN, "1", "tissues", 150)
    assert (case.offered_by, case.settled_by, case.settled_at) == ("s1", "s1", story.now)
    assert stock_of(story.hall, "tissues") == 39


@pytest.mark.row("R07")
def test_a_second_gift_is_refused_and_the_stock_stays() -> None:
    story, ticket = over_wait()
    story.do(cc.GiveGift(ticket=ticket, gift="tissues", by="guide"))
    assert story.refused(cc.GiveGift(ticket=ticket, gift="tissues", by="s1")) == "case_settled"
    assert stock_of(story.hall, "tissues") == 39


@pytest.mark.row("R07")
@pytest.mark.parametrize("cap", [200, 150_000])
def test_no_setting_makes_a_dear_gift_possible(cap: int) -> None:
    story = with_gifts(gift_cap_fen=cap)
    assert story.refused(cc.GiveGift(ticket="t3", gift="umbrella")) == "gift_too_dear"
    story.do(cc.GiveGift(ticket="t3", gift="last"))


def test_a_hall_may_set_a_lower_cap() -> None:
    story = with_gifts(gift_cap_fen=149)
    assert story.refused(cc.GiveGift(ticket="t3", gift="tissues")) == "gift_too_dear"
    story.do(cc.GiveGift(ticket="t3", gift="pen"))


def test_the_last_piece_is_given_once_and_its_end_is_told() -> None:
    story = with_gifts()
    story.do(cc.GiveGift(ticket="t3", gift="last"))
    assert story.hall.alerts["gift_low/last"].detail == "0"
    assert story.refused(cc.GiveGift(ticket="t4", gift="last")) == "gift_out_of_stock"
    assert story.refused(cc.GiveGift(ticket="t4", gift="ghost")) == "unknown_gift"
    assert (stock_of(story.hall, "last"), stock_of(story.hall, "ghost")) == (0, 0)


def test_counting_sets_the_stock_and_ends_the_alert() -> None:
    story = with_gifts()
    story.do(cc.GiveGift(ticket="t3", gift="last"))
    assert story.refused(cc.SetStock(gift="last", pieces=-1)) == "stock_below_zero"
    story.do(cc.SetStock(gift="last", pieces=20))
    assert stock_of(story.hall, "last") == 20
    assert "gift_low/last" not in story.hall.alerts


def test_a_gift_that_stays_short_is_told_once() -> None:
    story = with_gifts()
    story.do(cc.SetStock(gift="pen", pieces=5))
    assert "AlertRaised" in names(story.do(cc.GiveGift(ticket="t3", gift="pen")))
    assert "AlertRaised" not in names(story.do(cc.GiveGift(ticket="t4", gift="pen")))


def test_a_waiver_needs_its_reason_and_takes_the_case_out_of_what_is_due() -> None:
    story, ticket = over_wait()
    assert story.refused(cc.WaiveCase(ticket=ticket, reason=" ")) == "reason_required"
    story.do(cc.WaiveCase(ticket=ticket, reason=" came back by choice ", by=LEADER))
    case, view = case_of(story, ticket), cases_view(story.hall)
    assert (case.state, case.reason) == (CaseState.WAIVED, "came back by choice")
    assert (view.due, view.waived) == (0, 1)


@pytest.mark.parametrize(
    "settling",
    [
        cc.GiveGift(ticket="t4", gift="pen"),
        cc.DeclineGift(ticket="t4"),
        cc.WaiveCase(ticket="t4", reason="why"),
    ],
)
def test_what_is_settled_in_the_zone_is_no_longer_asked_of_anybody(settling: Command) -> None:
    story, ticket = over_wait()
    assert f"remedy/{ticket}" in story.hall.care.tasks
    story.do(replace(settling, ticket=ticket))
    assert f"remedy/{ticket}" not in story.hall.care.tasks


def test_the_same_leader_takes_the_shift_once_a_day_and_yesterdays_does_not_lead_today() -> None:
    story = Story("1")
    assert names(story.do(cc.LeadShift(by=LEADER))) == ["ShiftLed"]
    assert story.do(cc.LeadShift(by=LEADER)) == ()
    story.issue()
    assert story.hall.care.leader == LEADER, "the day that opens with the first number keeps its leader"
    story.later(days=1)
    assert names(story.do(cc.LeadShift(by=LEADER))) == ["ShiftLed"]
    story.issue()
    assert story.hall.care.leader == LEADER
    story.later(days=1).issue()
    assert story.hall.care.leader == ""


def test_a_lot_keeps_its_share_and_its_answer() -> None:
    chance = random.Random(7)
    tokens = [f"{chance.getrandbits(128):x}" for _ in range(4000)]
    assert all(drawn(t, 1.0) for t in tokens)
    assert not any(drawn(t, 0.0) for t in tokens)
    won = [drawn(t, 0.5) for t in tokens]
    assert won == [drawn(t, 0.5) for t in tokens]
    assert 0.47 < sum(won) / len(won) < 0.53


def test_who_is_asked_about_the_wait_does_not_depend_on_who_was_remedied() -> None:
    chance = random.Random(8)
    tokens = [f"{chance.getrandbits(128):x}" for _ in range(6000)]
    for remedied in (True, False):
        half = [t for t in tokens if drawn(t, 0.5) is remedied]
        asked = sum(drawn(f"wait {t}", 0.33) for t in half)
        assert 0.29 < asked / len(half) < 0.37


def test_of_those_past_the_threshold_only_the_lots_winners_have_a_case() -> None:
    story = Story(config=a_config(remedy_share=0.5))
    tickets = story.issue_many(200, every=0)
    climb(story.later(seconds=1201))
    won = {t for t in tickets if drawn(story.ticket(t).token, 0.5)}
    assert story.hall.care.cases.keys() == won
    assert 60 < len(won) < 140
    assert all("remedy" in story.hall.care.reached[t] for t in tickets)


def test_a_hall_without_set_up_refuses_to_be_led_or_stocked() -> None:
    story = Story(empty=True)
    assert story.refused(cc.LeadShift(by=LEADER)) == "no_hall"
    assert story.refused(cc.SetStock(gift="pen", pieces=1)) == "no_hall"
    assert story.hall == Hall()


@pytest.mark.row("R10")
def test_coverage_is_given_and_declined_of_what_is_due() -> None:
    """R10: due 14, settled 13, one missed, listed with its leader."""
    story = Story("1", config=with_figures())
    story.do(cc.LeadShift(by=LEADER))
    tickets = story.issue_many(16, every=0)
    climb(story.later(seconds=1201))
    for ticket in tickets[:9]:
        story.do(cc.GiveGift(ticket=ticket, gift="tissues"))
    for ticket in tickets[9:13]:
        story.do(cc.DeclineGift(ticket=ticket))
    story.do(cc.WaiveCase(ticket=tickets[14], reason="left his place by choice"))
    story.do(cc.WaiveCase(ticket=tickets[15], reason="left his place by choice"))
    story.do(c.MarkWalkout(ticket=tickets[13]))
    view = cases_view(story.hall)
    assert (view.due, view.settled, view.missed, view.open, view.waived) == (14, 13, 1, 0, 2)
    assert view.due == view.settled + view.missed + view.open
    assert view.cost_fen == 9 * 150
    (missed,) = (row for row in view.rows if row.state == "missed")
    assert (missed.number, missed.leader, missed.reason) == ("A014", LEADER, "TicketWalkedOut")
