"""A doubt about a slip is asked about until it is answered, and no longer."""

from server.domain.equipment import commands as ec
from server.domain.hall import SlipState
from server.domain.queue import commands as c
from tests.builders import Story, names

S = SlipState
ALERT = "slip_unknown/A001"


def doubtful() -> tuple[Story, str]:
    story = Story("1")
    ticket = story.issue(printer="k1")
    for state in (S.SENDING, S.UNKNOWN):
        story.do(ec.RecordSlip(ticket=ticket, job=f"{ticket}-1", state=state))
    assert ALERT in story.hall.alerts
    return story, ticket


def test_a_reprint_ends_it_and_a_new_doubt_begins_anew() -> None:
    story, ticket = doubtful()
    assert names(story.do(ec.ReprintSlip(ticket=ticket))) == ["SlipQueued", "AlertCleared"]
    assert story.hall.alerts == {}
    story.do(ec.RecordSlip(ticket=ticket, job=f"{ticket}-2", state=S.SENDING))
    again = story.do(ec.RecordSlip(ticket=ticket, job=f"{ticket}-2", state=S.UNKNOWN))
    assert names(again) == ["SlipMoved", "AlertRaised"]


def test_the_word_of_who_asked_the_customer_ends_it() -> None:
    story, _ = doubtful()
    answered = story.do(ec.AcknowledgeAlert(alert=ALERT, by="guide"))
    assert names(answered) == ["AlertAcknowledged", "AlertCleared"]
    assert story.hall.alerts == {}


def test_another_alert_is_looked_after_until_it_is_cured() -> None:
    story, _ = doubtful()
    story.do(ec.ReportDevice(device="k1", kind="printer", state="down", detail="paper_out"))
    assert names(story.do(ec.AcknowledgeAlert(alert="printer_down/k1", by="guide"))) == ["AlertAcknowledged"]
    assert set(story.hall.alerts) == {ALERT, "printer_down/k1"}


def test_the_end_of_the_visit_ends_it_however_it_ends() -> None:
    for leave in (c.CancelTicket, c.MarkWalkout):
        story, ticket = doubtful()
        assert "AlertCleared" in names(story.do(leave(ticket=ticket)))
        assert story.hall.alerts == {}
    story, ticket = doubtful()
    story.call("1")
    story.do(c.StartService(counter="1"))
    assert ALERT in story.hall.alerts
    story.do(c.FinishTicket(counter="1"))
    assert ALERT not in story.hall.alerts


def test_no_doubt_is_raised_about_the_slip_of_who_has_gone() -> None:
    story = Story("1")
    ticket = story.issue(printer="k1")
    story.do(ec.RecordSlip(ticket=ticket, job=f"{ticket}-1", state=S.SENDING))
    story.do(c.CancelTicket(ticket=ticket))
    late = story.do(ec.RecordSlip(ticket=ticket, job=f"{ticket}-1", state=S.UNKNOWN))
    assert names(late) == ["SlipMoved"]
    assert story.hall.alerts == {}


def test_a_new_day_asks_nothing_about_yesterdays_slips() -> None:
    story, _ = doubtful()
    story.later(days=1)
    told = names(story.do(c.OpenCounter(counter="2", staff="s2")))
    assert told.count("AlertCleared") == 1
    assert ALERT not in story.hall.alerts


def test_a_doubt_that_an_older_hall_left_behind_ends_with_the_day() -> None:
    story, _ = doubtful()
    story.do(ec.RaiseAlert(kind="slip_unknown", subject="A900"))
    story.later(days=1)
    story.do(c.OpenCounter(counter="2", staff="s2"))
    assert story.hall.alerts == {}


def test_a_number_without_paper_is_told_until_it_has_some() -> None:
    """C13: what could not be drawn."""
    story = Story("1")
    ticket = story.issue(printer="k1")
    dropped = ec.RecordSlip(ticket=ticket, job=f"{ticket}-1", state=S.DROPPED, detail="undrawable")
    assert names(story.do(dropped)) == ["SlipMoved", "AlertRaised"]
    assert story.hall.alerts["slip_failed/A001"].detail == "undrawable"
    assert names(story.do(ec.ReprintSlip(ticket=ticket))) == ["SlipQueued", "AlertCleared"]
