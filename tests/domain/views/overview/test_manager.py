"""What the manager's live board shows."""

from server.domain.equipment import commands as ec
from server.domain.queue import commands as c
from server.domain.text import Text
from server.domain.views.overview.lines import ManagerService
from server.domain.views.overview.manager import manager
from tests.builders import Story
from tests.domain.promises.test_rules import foresees


def service(story: Story, id_: str) -> ManagerService:
    return next(s for s in manager(story.hall, story.now, {"A": 780.0}).services if s.id == id_)


def test_a_service_shows_its_day_with_the_n_behind_each_share() -> None:
    story = Story("1")
    story.issue_many(4)
    story.serve(seconds=100)
    story.later(minutes=11).serve(seconds=50)
    story.call()
    story.do(c.MarkNoShow(counter="1"))
    bill = service(story, "bill")
    assert (bill.issued, bill.called, bill.within_goal, bill.finished) == (4, 3, 1, 2)
    assert (bill.mean_handling_seconds, bill.no_shows, bill.waiting) == (75, 1, 1)
    assert (bill.counters_open, bill.wait.minutes) == (1, 15)
    assert service(story, "invoice").mean_handling_seconds == 0


def test_services_of_one_queue_are_counted_apart() -> None:
    story = Story("1")
    story.issue("bill")
    story.issue("invoice")
    assert (service(story, "bill").waiting, service(story, "invoice").waiting) == (1, 1)


def test_those_who_wait_longest_come_first_and_form_fillers_wait_as_well() -> None:
    story = Story("1")
    first, *_ = story.issue_many(3, every=60)
    story.do(c.StartFormFilling(ticket=first))
    view = manager(story.hall, story.now, {})
    assert [(t.number, t.state) for t in view.waiting] == [
        ("A001", "form_filling"),
        ("A002", "waiting"),
        ("A003", "waiting"),
    ]
    assert view.waiting_total == 3


def test_every_counter_shows_who_sits_there_and_whom_it_serves() -> None:
    story = Story("1", "2")
    story.issue()
    story.call("1")
    story.do(c.PauseCounter(counter="2", reason="lunch"))
    one, two, three, *_ = manager(story.hall, story.now, {}).counters
    assert (one.state, one.staff, one.number, one.profile) == ("calling", "s1", "A001", "quick")
    assert (two.state, two.pause_reason, two.number) == ("paused", "lunch", "")
    assert (three.state, three.staff) == ("closed", "")


def test_the_newest_alert_comes_first_and_a_suspension_is_shown() -> None:
    story = Story()
    story.do(ec.RaiseAlert(kind="board_silent", subject="lobby"))
    story.later(minutes=1).do(ec.ReportDevice(device="k1", kind="printer", state="down"))
    story.do(c.SuspendService(service="bill", reason=Text("系统慢", "System slow")))
    view = manager(story.hall, story.now, {})
    assert [a.kind for a in view.alerts] == ["printer_down", "board_silent"]
    assert [(d.kind, d.name.zh) for d in view.devices] == [("printer", "打印机")]
    assert service(story, "bill").suspended == Text("系统慢", "System slow")


def test_goal_and_threshold_are_the_halls_own() -> None:
    story = Story()
    view = manager(story.hall, story.now, {})
    assert (view.goal_seconds, view.threshold_seconds, view.day) == (600, 1200, story.hall.day)


def test_an_idle_counter_says_how_many_it_could_call_and_who_has_waited_longest() -> None:
    story = Story("1", "4")
    first, second = story.issue("advice"), story.later(minutes=1).issue("bill")
    one, _, _, four, *_ = manager(story.hall, story.now, {}).counters
    assert (one.can_call, one.next, four.can_call, four.next) == (2, "D001", 0, "")
    story.call("1")
    one = manager(story.hall, story.now, {}).counters[0]
    assert (one.can_call, one.next, one.ticket) == (0, "", first)
    assert story.ticket(second).number == "A001"


def test_how_true_today_s_waits_were_stands_there_with_its_n() -> None:
    story = Story("1")
    foresees(story, {"A": (0, 5)})
    story.issue_many(2)
    story.call()
    story.do(c.MarkNoShow(counter="1"))
    story.later(minutes=6).call()
    promised = manager(story.hall, story.now, {}).promised
    assert (promised.part, promised.n, promised.enough) == (1, 2, False)
