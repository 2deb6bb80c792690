"""What a guide's tablet shows: who waits, oldest first, what to do, what to say, what to give."""

from dataclasses import replace
from datetime import date

from server.domain.care import commands as cc
from server.domain.config.config import USUAL_SCRIPTS
from server.domain.equipment import commands as ec
from server.domain.queue import commands as c
from server.domain.views.guide import LISTED, GuideView, guide
from tests.builders import PRIORITY, Story, a_config
from tests.care_builders import LEADER, climb, over_wait


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
