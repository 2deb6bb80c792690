"""What a guide's tablet shows: who waits, oldest first, what to do, what to say, what to give."""

from dataclasses import replace
from datetime import date

import pytest

from server.access.rights import RIGHTS
from server.domain.care import commands as cc
from server.domain.command import Command
from server.domain.config.config import USUAL_SCRIPTS
from server.domain.config.pieces.catalogue import CatalogueEntry, Terminal
from server.domain.equipment import commands as ec
from server.domain.guidance import commands as gc
from server.domain.guidance.nouns import Way
from server.domain.queue import commands as c
from server.domain.text import Text
from server.domain.views.guides.guide import LISTED, GuideView, guide
from server.domain.views.parts import Until
from tests.builders import PRIORITY, Story, a_config
from tests.care_builders import LEADER, climb, over_wait

STEP = Text("身份证复印", "Copy of the ID card")


def seen(story: Story) -> GuideView:
    return guide(story.hall, story.now, {})


def test_those_who_wait_longest_come_first_and_form_fillers_wait_as_well() -> None:
    story = Story("1")
    first, second, third = story.issue_many(3, every=60)
    story.do(c.StartFormFilling(ticket=first))
    assert [(r.id, r.state, r.ahead) for r in seen(story).rows] == [
        (first, "form_filling", 0),
        (second, "waiting", 0),
        (third, "waiting", 1),
    ]
    story.call()
    assert [r.id for r in seen(story).rows] == [first, third]


def test_only_those_of_the_same_queue_are_ahead() -> None:
    story = Story()
    story.issue("bill")
    story.later(seconds=1).issue("install")
    assert [r.ahead for r in seen(story).rows] == [0, 0]


def test_a_row_says_what_was_done_and_what_is_owed() -> None:
    story, ticket = over_wait()
    story.do(cc.ExplainWait(ticket=ticket, by="person:li"))
    story.do(cc.GiveWater(ticket=ticket, by="person:li"))
    story.issue("install")
    old, new = seen(story).rows
    assert (old.explained, old.watered, old.case, old.next_act) == (True, True, "open", "call_manager")
    assert old.remedy is not None
    assert (new.explained, new.watered, new.case, new.remedy) == (False, False, "", None)
    assert (old.zone, new.zone) == ("east", "west")


def test_tasks_gifts_zones_and_the_leader_are_there() -> None:
    story, _ = over_wait()
    story.issue("install")
    view = seen(story)
    assert [t.kind for t in view.tasks] == ["remedy"]  # the rungs before it are ended by it
    assert [(z.id, z.waiting) for z in view.zones] == [("east", 1), ("west", 1)]
    assert view.leader == LEADER
    assert all(g.usable for g in view.gifts)
    assert (view.goal_seconds, view.threshold_seconds) == (600, 1200)


def test_of_every_moment_the_script_in_force_is_shown() -> None:
    water = next(s for s in USUAL_SCRIPTS if s.moment == "water")
    later = replace(water, version=2, effective_from=date(2026, 3, 3))
    story = Story(config=a_config(scripts=(*USUAL_SCRIPTS, later)))
    assert {s.moment: s.version for s in seen(story).scripts} == {"explain": 1, "water": 1, "remedy": 1}
    assert {s.version for s in seen(story.later(days=1)).scripts if s.moment == "water"} == {2}


def test_a_missed_number_can_be_restored_from_here_the_newest_first() -> None:
    story = Story("1")
    story.issue_many(2)
    for _ in range(2):
        story.later(seconds=5).call()
        story.do(c.MarkNoShow(counter="1"))
    assert [m.number for m in seen(story).missed] == ["A002", "A001"]


def test_a_priority_is_a_badge_and_its_reason_apart() -> None:
    story = Story()
    story.issue(priority=PRIORITY, priority_reason="elderly")
    (row,) = seen(story).rows
    assert (row.priority, row.priority_reason) == (True, "elderly")


def test_a_crowd_is_counted_in_full_and_listed_in_part() -> None:
    story = Story()
    story.issue_many(LISTED + 5)
    view = seen(story)
    assert (view.total, len(view.rows)) == (LISTED + 5, LISTED)
    climb(story.later(minutes=21))
    assert seen(story).total == LISTED + 5


def test_a_guide_sees_who_calls_for_help_and_who_has_no_paper() -> None:
    story = Story("1")
    story.do(ec.RaiseAlert(kind="guide_called", subject="K1"))
    story.do(ec.RaiseAlert(kind="clock_jumped", subject="server"))
    shown = guide(story.hall, story.now, {}, {"": "", "1001": "王芳"}.__getitem__)
    assert [row.kind for row in shown.alerts] == ["guide_called"]


@pytest.mark.row("L02")
def test_all_of_a_guide_s_work_is_done_and_seen_on_the_tablet() -> None:
    """Issue, triage, pre-accept, explain, care, remedy, incidents: each is a guide's to ask, and is shown."""
    services = tuple(
        replace(s, entry=CatalogueEntry(steps=(STEP,))) if s.id == "bill" else s for s in a_config().services
    )
    machine = Terminal(id="t2", name=Text("2 号自助终端", "Terminal 2"), zone="east", services=("bill",))
    story = Story("1", config=a_config(services=services, terminals=(machine,)))
    story.do(c.IssueTicket(service="bill", channel="guide_tablet", priority=PRIORITY, by="li"))
    (mine,) = story.hall.tickets
    story.later(seconds=1201)
    climb(story)
    (gift, *_) = story.hall.setup.gifts
    work: tuple[Command, ...] = (
        c.IssueTicket(service="install", channel="guide_tablet", by="li"),
        gc.Divert(way=Way.SELF_SERVICE, service="bill", terminal="t2", by="li"),
        gc.TickStep(ticket=mine, step=0, by="li"),
        cc.ExplainWait(ticket=mine, by="li"),
        cc.GiveWater(ticket=mine, by="li"),
        cc.GiveGift(ticket=mine, gift=gift.id, by="li"),
        gc.ReportTerminal(terminal="t2", works=False, detail="缺纸", by="li"),
        ec.RaiseAlert(kind=ec.CALL_FOR_HELP, subject="li"),
    )
    for asked in work:
        assert type(asked) in RIGHTS["guide"]
        story.do(asked)
    view = seen(story)
    row = next(r for r in view.rows if r.id == mine)
    assert (row.explained, row.watered, row.case) == (True, True, "given")
    assert [step.done for step in row.steps] == [True]
    assert view.today is not None
    assert (view.today.issued, view.today.prepared, sum(w.n for w in view.today.ways)) == (2, 1, 1)
    assert [t.works for t in view.terminals] == [False]
    assert ec.CALL_FOR_HELP in {a.kind for a in view.alerts}


@pytest.mark.row("R12")
def test_who_will_probably_wait_too_long_says_so_on_the_row() -> None:
    story = Story("1")
    calm, risky = story.issue(), story.issue()
    waits = {calm: Until(540, 900), risky: Until(900, 1500, at_risk=True)}
    rows = guide(story.hall, story.now, waits).rows
    assert [(row.at_risk, row.wait.minutes) for row in rows] == [(False, 15), (True, 25)]
