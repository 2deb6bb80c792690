"""Slips, receipts of calls, devices and alerts: late news changes nothing and is no error."""

from collections.abc import Callable

import pytest

from server.domain.equipment import commands as ec
from server.domain.equipment import events as e
from server.domain.guidance import commands as gc
from server.domain.hall import SlipState
from server.domain.queue import commands as c
from tests.builders import Story, names

S = SlipState


def with_slip() -> tuple[Story, str]:
    story = Story("1")
    return story, story.issue(printer="k1")


def record(story: Story, ticket: str, *states: SlipState, job: int = 1) -> list[str]:
    return [
        name
        for state in states
        for name in names(story.do(ec.RecordSlip(ticket=ticket, job=f"{ticket}-{job}", state=state)))
    ]


# slips


def test_a_slip_that_came_out_is_printed_and_stays_so() -> None:
    story, ticket = with_slip()
    assert record(story, ticket, S.SENDING, S.PRINTED) == ["SlipMoved", "SlipMoved"]
    assert record(story, ticket, S.SENDING, S.HELD, S.UNKNOWN, S.DROPPED, S.PRINTED) == []
    slip = story.ticket(ticket).slip
    assert slip is not None
    assert slip.state is S.PRINTED


def test_what_may_be_on_paper_is_never_sent_again_and_somebody_is_told_once() -> None:
    story, ticket = with_slip()
    assert record(story, ticket, S.SENDING, S.UNKNOWN) == ["SlipMoved", "SlipMoved", "AlertRaised"]
    assert record(story, ticket, S.SENDING, S.PRINTED) == []
    alert = story.hall.alerts["slip_unknown/A001"]
    assert (alert.subject, alert.detail) == ("A001", "k1")
    assert record(story, ticket, S.UNKNOWN) == []


@pytest.mark.parametrize("state", [S.PRINTED, S.SENT, S.DROPPED])
def test_nobody_is_called_to_a_slip_without_a_doubt(state: SlipState) -> None:
    story, ticket = with_slip()
    record(story, ticket, S.SENDING, state)
    assert not story.hall.alerts


def test_a_held_slip_says_why_and_the_same_reason_again_is_no_news() -> None:
    story, ticket = with_slip()
    held = ec.RecordSlip(ticket=ticket, job=f"{ticket}-1", state=S.HELD, detail="paper_out")
    assert names(story.do(held)) == ["SlipMoved"]
    assert story.do(held) == ()
    other = ec.RecordSlip(ticket=ticket, job=f"{ticket}-1", state=S.HELD, detail="cover_open")
    assert names(story.do(other)) == ["SlipMoved"]


def test_a_reprint_is_a_new_job_on_the_same_printer_or_another() -> None:
    story, ticket = with_slip()
    record(story, ticket, S.SENDING, S.PRINTED)
    (again,) = story.do(ec.ReprintSlip(ticket=ticket))
    story.do(ec.RecordSlip(ticket=ticket, job=f"{ticket}-2", state=S.SENDING))
    (there,) = story.do(ec.ReprintSlip(ticket=ticket, printer="k2"))
    assert isinstance(again, e.SlipQueued)
    assert isinstance(there, e.SlipQueued)
    assert (again.job, again.nth, again.printer) == (f"{ticket}-2", 2, "k1")
    assert (there.job, there.nth, there.printer) == (f"{ticket}-3", 3, "k2")


def test_paper_that_is_still_to_come_is_moved_and_never_printed_twice() -> None:
    story, ticket = with_slip()
    assert story.refused(ec.ReprintSlip(ticket=ticket)) == "slip_coming"
    record(story, ticket, S.HELD)
    (moved,) = story.do(ec.ReprintSlip(ticket=ticket, printer="k2"))
    assert isinstance(moved, e.SlipRerouted)
    assert (moved.job, moved.printer) == (f"{ticket}-1", "k2")
    assert story.refused(ec.ReprintSlip(ticket=ticket)) == "slip_coming"


def test_news_of_an_older_job_is_refused() -> None:
    story, ticket = with_slip()
    record(story, ticket, S.SENDING, S.UNKNOWN)
    story.do(ec.ReprintSlip(ticket=ticket))
    for job in (f"{ticket}-1", "ghost-1"):
        assert story.refused(ec.RecordSlip(ticket=ticket, job=job, state=S.PRINTED)) == "unknown_job"
    assert story.refused(ec.RecordSlip(ticket="ghost", job="ghost-1", state=S.PRINTED)) == "unknown_job"


def test_a_ticket_without_a_slip_is_printed_only_where_a_printer_is_named() -> None:
    story = Story()
    ticket = story.issue()
    assert story.refused(ec.ReprintSlip(ticket=ticket)) == "no_printer"
    assert story.refused(ec.ReprintSlip(ticket="ghost", printer="k1")) == "unknown_ticket"
    (first,) = story.do(ec.ReprintSlip(ticket=ticket, printer="k1"))
    assert isinstance(first, e.SlipQueued)
    assert first.nth == 1


def finished(story: Story, ticket: str) -> None:
    story.call_and_start("1")
    story.do(c.FinishTicket(counter="1"))


def missed_for_good(story: Story, ticket: str) -> None:
    story.call("1")
    story.do(c.MarkNoShow(counter="1"))
    assert names(story.do(ec.ReprintSlip(ticket=ticket))) == ["SlipQueued"]  # it can still return
    record(story, ticket, S.SENDING, S.PRINTED, job=2)
    for _ in range(story.hall.setup.figures.requeue_tolerance + 1):
        story.issue()
        story.serve("1")


@pytest.mark.parametrize(
    "over",
    [
        finished,
        missed_for_good,
        lambda story, ticket: story.do(c.CancelTicket(ticket=ticket)),
        lambda story, ticket: story.do(c.MarkWalkout(ticket=ticket)),
        lambda story, ticket: story.do(c.CloseDay(reason="x")),
    ],
)
def test_a_number_that_nobody_calls_again_is_not_printed_again(over: Callable[[Story, str], object]) -> None:
    """A valid-looking slip came out of a cancelled number, and its holder waited for nothing."""
    story, ticket = with_slip()
    record(story, ticket, S.SENDING, S.PRINTED)
    over(story, ticket)
    for printer in ("", "k2"):
        assert story.refused(ec.ReprintSlip(ticket=ticket, printer=printer)) == "number_over"


def test_what_its_holder_took_home_is_printed_again_after_the_number_has_ended() -> None:
    """B09, B11: the notice, the pass and the handling card."""
    for take in (
        lambda t: gc.GiveNotice(ticket=t, also="户口本", printer="k1"),
        lambda t: gc.GivePass(ticket=t, reason="系统故障", printer="k1"),
    ):
        story, ticket = with_slip()
        story.do(take(ticket))
        assert story.ticket(ticket).has_ended
        (again,) = story.do(ec.ReprintSlip(ticket=ticket, printer="k2"))
        assert isinstance(again, e.SlipRerouted)


def test_a_notice_that_was_only_shown_comes_out_as_its_first_paper() -> None:
    """B09: given without paper, then the customer wants one after all."""
    for slip in ("k1", ""):
        story = Story()
        ticket = story.issue("bill", printer=slip)
        story.do(gc.GiveNotice(ticket=ticket, also="户口本"))
        (code,) = story.hall.guidance.notices
        (first,) = story.do(ec.ReprintSlip(ticket=ticket, printer="k2"))
        assert isinstance(first, e.SlipQueued)
        assert (first.notice, first.job, first.printer) == (code, f"{ticket}-paper{first.nth}-1", "k2")
        for state in (S.SENDING, S.PRINTED):
            story.do(ec.RecordSlip(ticket=ticket, job=first.job, state=state))
        (again,) = story.do(ec.ReprintSlip(ticket=ticket))
        assert isinstance(again, e.SlipQueued)
        assert (again.notice, again.job) == (code, f"{ticket}-paper{again.nth}-2")


# receipts


def a_call(story: Story) -> str:
    story.issue()
    story.call("1")
    call = story.at_counter("1").call
    assert call is not None
    return call.id


def test_a_call_is_shown_once() -> None:
    story = Story("1")
    call = a_call(story)
    assert names(story.do(ec.RecordShown(call=call, screen="lobby"))) == ["CallShown"]
    assert story.do(ec.RecordShown(call=call, screen="window-1")) == ()


def test_a_recall_has_to_be_shown_and_spoken_again() -> None:
    story = Story("1")
    call = a_call(story)
    story.do(ec.RecordShown(call=call, screen="lobby"))
    story.do(ec.RecordSpoken(call=call, announcement=1, outcome="played"))
    story.do(c.Recall(counter="1"))
    here = story.at_counter("1").call
    assert here is not None
    assert (here.shown, here.spoken) == (False, "")
    assert story.do(ec.RecordSpoken(call=call, announcement=1, outcome="played")) == ()
    assert names(story.do(ec.RecordSpoken(call=call, announcement=2, outcome="blocked"))) == ["CallSpoken"]
    assert story.do(ec.RecordSpoken(call=call, announcement=2, outcome="blocked")) == ()
    assert names(story.do(ec.RecordSpoken(call=call, announcement=2, outcome="played"))) == ["CallSpoken"]


@pytest.mark.parametrize("call", ["ghost-1", "", "nothing"])
def test_receipts_of_a_call_that_is_over_are_let_go(call: str) -> None:
    story = Story("1")
    over = a_call(story)
    story.do(c.ReturnToQueue(counter="1"))
    for late in (call, over):
        assert story.do(ec.RecordShown(call=late, screen="lobby")) == ()
        assert story.do(ec.RecordSpoken(call=late, announcement=1, outcome="played")) == ()


# devices and alerts


def report(story: Story, state: str, detail: str = "") -> list[str]:
    return names(story.do(ec.ReportDevice(device="k1", kind="printer", state=state, detail=detail)))


def test_a_device_in_trouble_raises_its_alert_and_recovery_clears_it() -> None:
    story = Story()
    assert report(story, "warn", "near end") == ["DeviceReported", "AlertRaised"]
    assert set(story.hall.alerts) == {"printer_near_end/k1"}
    assert report(story, "down", "paper out") == ["DeviceReported", "AlertRaised", "AlertCleared"]
    assert set(story.hall.alerts) == {"printer_down/k1"}
    assert report(story, "ok") == ["DeviceReported", "AlertCleared"]
    assert story.hall.alerts == {}


def test_the_same_health_again_is_no_news_but_another_reason_is() -> None:
    story = Story()
    report(story, "down", "paper out")
    assert report(story, "down", "paper out") == []
    assert report(story, "down", "cover open") == ["DeviceReported", "AlertRaised"]
    assert story.hall.alerts["printer_down/k1"].detail == "cover open"


def test_a_device_that_is_well_raises_nothing() -> None:
    story = Story()
    assert report(story, "ok") == ["DeviceReported"]


def test_an_alert_is_raised_once_acknowledged_once_and_cleared() -> None:
    story = Story()
    raising = ec.RaiseAlert(kind="board_silent", subject="lobby")
    assert names(story.do(raising)) == ["AlertRaised"]
    assert story.do(raising) == ()
    alert = "board_silent/lobby"
    assert names(story.do(ec.AcknowledgeAlert(alert=alert, by="wang"))) == ["AlertAcknowledged"]
    assert story.do(ec.AcknowledgeAlert(alert=alert, by="li")) == ()
    assert story.hall.alerts[alert].acknowledged_by == "wang"
    assert names(story.do(ec.ClearAlert(alert=alert))) == ["AlertCleared"]
    for late in (ec.ClearAlert(alert=alert), ec.AcknowledgeAlert(alert=alert)):
        assert story.refused(late) == "unknown_alert"


# another printer, and who may enter


def test_a_slip_of_which_nothing_was_sent_can_be_printed_elsewhere() -> None:
    story, ticket = with_slip()
    record(story, ticket, S.HELD)
    assert names(story.do(ec.MoveSlip(ticket=ticket, job=f"{ticket}-1", printer="k2"))) == ["SlipRerouted"]
    slip = story.ticket(ticket).slip
    assert slip is not None
    assert (slip.printer, slip.state) == ("k2", S.QUEUED)
    assert names(story.do(ec.MoveSlip(ticket=ticket, job=f"{ticket}-1", printer="k2"))) == []


@pytest.mark.parametrize("state", [S.PRINTED, S.UNKNOWN])
def test_a_slip_that_may_be_on_paper_stays_where_it_is(state: SlipState) -> None:
    story, ticket = with_slip()
    record(story, ticket, S.SENDING)
    assert names(story.do(ec.MoveSlip(ticket=ticket, job=f"{ticket}-1", printer="k2"))) == []
    record(story, ticket, state)
    assert names(story.do(ec.MoveSlip(ticket=ticket, job=f"{ticket}-1", printer="k2"))) == []


def test_only_the_newest_slip_of_a_ticket_moves() -> None:
    story, ticket = with_slip()
    record(story, ticket, S.SENDING, S.PRINTED)
    story.do(ec.ReprintSlip(ticket=ticket))
    assert story.refused(ec.MoveSlip(ticket=ticket, job=f"{ticket}-1", printer="k2")) == "unknown_job"


def test_who_was_let_in_is_kept_and_changes_nothing_else() -> None:
    story = Story("1")
    before = story.hall
    assert names(story.do(ec.NoteAccess(what="person_added", subject="1202"))) == ["AccessNoted"]
    assert story.hall.counters is before.counters


def test_a_device_the_hall_no_longer_has_is_nobodys_trouble() -> None:
    story = Story("1")
    story.do(ec.ReportDevice(device="k1", kind="printer", state="down", detail="offline"))
    assert "printer_down/k1" in story.hall.alerts
    story.do(ec.ReportDevice(device="k1", kind="printer", state="gone"))
    assert "k1" not in story.hall.devices
    assert not story.hall.alerts
    assert story.do(ec.ReportDevice(device="k1", kind="printer", state="gone")) == ()
