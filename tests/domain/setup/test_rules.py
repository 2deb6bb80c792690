"""Changing the set-up: at once, from a day on, two people at once, and never under a ticket's feet."""

from dataclasses import replace
from datetime import date

import pytest

from server.domain.config.config import HallConfig
from server.domain.config.figures import Figures
from server.domain.config.pieces.equipment import VoiceConfig
from server.domain.config.soundness.known import Known
from server.domain.decide import decide
from server.domain.hall import TicketState
from server.domain.line import Now
from server.domain.queue import commands as c
from server.domain.queue import events as e
from server.domain.refusals import Refused
from server.domain.setup.commands import ApplyPlan, ConfigureHall, DropPlan
from server.domain.setup.events import HallConfigured
from server.domain.setup.refusals import Unsound
from server.domain.text import Text
from server.domain.views.clerk.counter import counter
from server.routing import fair_share
from tests.builders import COUNTERS, MORNING, PROFILES, QUEUES, SERVICES, Story, a_config, names, with_figures

SLOW = Text("系统慢", "System slow")
TOMORROW = date(2026, 3, 3)


def without(kind: str, id_: str) -> HallConfig:
    config = a_config()
    return replace(config, **{kind: tuple(item for item in getattr(config, kind) if item.id != id_)})


# from what to what


def test_a_change_says_from_what_to_what_and_by_whom() -> None:
    story = Story()
    (event,) = story.do(ConfigureHall(config=with_figures(max_recall=4), by="1001", note="试行"))
    assert isinstance(event, HallConfigured)
    (change,) = event.changes
    assert (change.path, change.before, change.after) == ("figures.max_recall", "3", "4")
    assert (event.by, event.note) == ("1001", "试行")


def test_a_change_that_changes_nothing_is_no_event() -> None:
    assert Story().do(ConfigureHall(config=a_config(), base=a_config())) == ()


# two managers at once


def test_two_managers_who_change_different_things_both_have_their_way() -> None:
    story, base = Story(), a_config()
    story.do(ConfigureHall(config=with_figures(max_recall=4), base=base))
    story.do(ConfigureHall(config=a_config(phone="12345"), base=base))
    assert story.hall.config == replace(with_figures(max_recall=4), phone="12345")


def test_of_two_managers_who_change_the_same_thing_the_second_is_told() -> None:
    story, base = Story(), a_config()
    story.do(ConfigureHall(config=with_figures(max_recall=4), base=base))
    assert story.refused(ConfigureHall(config=with_figures(max_recall=5), base=base)) == "config_conflict"


def test_two_changes_that_do_not_go_together_are_refused_whole() -> None:
    story, base = Story(), a_config()
    fewer = without("counters", "6")
    story.do(ConfigureHall(config=replace(fewer, profiles=PROFILES[:-1]), base=base))
    new = replace(COUNTERS[0], id="7", profile="bills")
    more = a_config(counters=(*COUNTERS, new))
    assert story.refused(ConfigureHall(config=more, base=base)) == "config_invalid"


# from a day on


def test_a_change_from_tomorrow_waits_for_tomorrow() -> None:
    story = Story("1")
    wanted = ConfigureHall(config=with_figures(max_recall=4), base=a_config(), valid_from=TOMORROW, by="1001")
    assert names(story.do(wanted)) == ["SetupPlanned"]
    assert story.hall.config == a_config()
    (plan,) = story.hall.plans.values()
    assert (plan.valid_from, plan.by, plan.changes[0].path) == (TOMORROW, "1001", "figures.max_recall")
    story.later(days=1).do(ApplyPlan(plan=plan.id))
    assert story.hall.config == with_figures(max_recall=4)
    assert not story.hall.plans


def test_a_planned_change_keeps_what_was_changed_meanwhile() -> None:
    story = Story()
    story.do(ConfigureHall(config=with_figures(max_recall=4), base=a_config(), valid_from=TOMORROW))
    story.do(ConfigureHall(config=a_config(phone="12345"), base=a_config()))
    story.later(days=1).do(ApplyPlan(plan=next(iter(story.hall.plans))))
    assert story.hall.config == replace(with_figures(max_recall=4), phone="12345")


def test_a_planned_change_that_would_break_a_ticket_stays_planned() -> None:
    story = Story("1")
    story.do(ConfigureHall(config=without("services", "invoice"), base=a_config(), valid_from=TOMORROW))
    story.later(days=1).issue("invoice")
    plan = next(iter(story.hall.plans))
    assert story.refused(ApplyPlan(plan=plan)) == "config_breaks_ticket"
    assert plan in story.hall.plans


def test_a_plan_can_be_dropped_once() -> None:
    story = Story()
    story.do(ConfigureHall(config=a_config(phone="1"), base=a_config(), valid_from=TOMORROW))
    plan = next(iter(story.hall.plans))
    story.do(DropPlan(plan=plan))
    assert not story.hall.plans
    assert story.refused(DropPlan(plan=plan)) == "unknown_plan"
    assert story.refused(ApplyPlan(plan=plan)) == "unknown_plan"


def test_a_change_from_today_or_before_holds_at_once() -> None:
    story = Story()
    story.do(ConfigureHall(config=a_config(phone="1"), base=a_config(), valid_from=date(2026, 3, 2)))
    assert story.hall.config == a_config(phone="1")


def test_a_threshold_changed_while_somebody_waits_counts_for_them() -> None:
    story = Story("1")
    story.issue()
    story.do(ConfigureHall(config=with_figures(wait_goal_seconds=300), base=a_config()))
    story.later(seconds=400).call()
    (called,) = [event for event in story.log if isinstance(event, e.TicketCalled)]
    assert not called.within_goal


# what is in use


def test_a_wrong_set_up_is_refused_with_all_its_problems() -> None:
    story = Story()
    with pytest.raises(Unsound) as refused:
        story.do(ConfigureHall(config=a_config(counters=(), zones=())))
    unsound = refused.value
    assert {"counters", "zones"} < {p.where for p in unsound.problems}
    assert (unsound.code, unsound.fields["where"]) == ("config_invalid", unsound.problems[0].where)


def test_what_a_set_up_names_of_this_machine_is_judged_in_the_same_breath() -> None:
    known = Known(policies=("fair_share",), acts=(), printers=("virtual",), strips=(), voices=(), media=())
    now = Now(at=MORNING, new_id="x", new_token="x", pick=fair_share.pick, known=lambda: known)
    wanted = a_config(counters=(), routing="by_lottery", ladders=(), voice=VoiceConfig(engines=()))
    with pytest.raises(Unsound) as refused:
        decide(Story().hall, ConfigureHall(config=wanted), now)
    assert {"counters", "routing"} <= {p.where for p in refused.value.problems}


@pytest.mark.parametrize(
    ("config", "allowed"),
    [
        (without("services", "bill"), False),
        (without("services", "invoice"), True),
        (a_config(routing="oldest_first"), True),
        (without("counters", "1"), False),
        (without("counters", "6"), True),
        (without("profiles", "bills"), False),  # counter 6 would have none
    ],
)
def test_nothing_in_use_is_taken_out_of_the_set_up(config: HallConfig, allowed: bool) -> None:
    story = Story("1")
    story.issue("bill")
    if allowed:
        story.do(ConfigureHall(config=config))
        assert story.hall.config == config
    else:
        code = story.refused(ConfigureHall(config=config))
        assert code in ("config_breaks_ticket", "config_breaks_counter", "config_invalid")


def test_a_queue_somebody_waits_in_and_a_counter_somebody_is_sent_to_stay() -> None:
    story = Story("1", "3", "6")
    story.issue("bill")
    story.call_and_start("1")
    story.do(c.TransferTicket(counter="1", to_counter="6"))
    story.do(c.CloseCounter(counter="6"))
    assert story.refused(ConfigureHall(config=without("counters", "6"))) == "config_breaks_ticket"
    story.issue("complex")
    quick, all_, business, _, bills = PROFILES
    no_high_voltage = a_config(
        queues=QUEUES[:4],
        services=tuple(replace(s, queue="B") if s.queue == "F" else s for s in SERVICES),
        profiles=(quick, all_, business, bills),
        counters=tuple(replace(p, profile="all") if p.id == "5" else p for p in COUNTERS),
    )
    assert story.refused(ConfigureHall(config=no_high_voltage)) == "config_breaks_ticket"


def test_a_profile_a_counter_works_by_stays() -> None:
    story = Story()
    story.do(c.OpenCounter(counter="1", profile="business"))
    config = a_config(
        profiles=tuple(p for p in PROFILES if p.id != "business"),
        counters=tuple(replace(p, profile="all") if p.id == "4" else p for p in COUNTERS),
    )
    assert story.refused(ConfigureHall(config=config)) == "config_breaks_counter"


def test_a_business_can_go_as_soon_as_nobody_of_it_can_come_back() -> None:
    """Finishing can be taken back for a few seconds; after that the ended ticket holds nothing."""
    story = Story("1")
    story.issue("invoice")
    number = story.serve()
    fewer = without("services", "invoice")
    with pytest.raises(Refused) as refused:
        story.do(ConfigureHall(config=fewer))
    assert refused.value.code == "config_breaks_ticket"
    assert number in refused.value.text.zh
    assert f"{fewer.figures.undo_seconds} 秒后可以删除" in refused.value.text.zh
    story.later(seconds=fewer.figures.undo_seconds + 1).do(ConfigureHall(config=fewer))
    assert story.hall.config == fewer


def test_who_has_gone_keeps_nothing_from_being_removed() -> None:
    story = Story("1")
    gone = story.issue("invoice")
    story.do(c.MarkWalkout(ticket=gone))
    story.do(ConfigureHall(config=without("services", "invoice")))
    assert story.ticket(gone).state is TicketState.WALKOUT


def test_what_was_removed_cannot_come_back_by_undo() -> None:
    """Also not where a later change lets more be taken back than could be then."""
    story = Story("1")
    story.issue("invoice")
    story.serve()
    longer = replace(Figures(), undo_seconds=600)
    story.later(seconds=6).do(ConfigureHall(config=without("services", "invoice")))
    story.do(ConfigureHall(config=replace(without("services", "invoice"), figures=longer)))
    assert story.refused(c.UndoLast(counter="1")) == "nothing_to_undo"
    shown = counter(story.hall, story.now, {}, counter_id="1", pick=story.pick)
    assert shown.undo is None
