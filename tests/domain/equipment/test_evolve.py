"""What each equipment event makes of the hall."""

from server.domain.equipment import commands as ec
from server.domain.hall import SlipState
from server.domain.queue import commands as c
from tests.builders import Story


def test_a_slip_may_still_come_out_after_its_ticket_has_ended() -> None:
    story = Story()
    ticket = story.issue(printer="k1")
    story.do(c.CancelTicket(ticket=ticket))
    story.do(ec.RecordSlip(ticket=ticket, job=f"{ticket}-1", state=SlipState.SENDING))
    assert ticket not in story.hall.tickets
    slip = story.hall.ended[ticket].slip
    assert slip is not None
    assert slip.state is SlipState.SENDING


def test_the_newest_slip_takes_the_place_of_the_one_before() -> None:
    story = Story()
    ticket = story.issue(printer="k1")
    for state in (SlipState.SENDING, SlipState.PRINTED):
        story.do(ec.RecordSlip(ticket=ticket, job=f"{ticket}-1", state=state))
    story.later(minutes=1).do(ec.ReprintSlip(ticket=ticket))
    slip = story.ticket(ticket).slip
    assert slip is not None
    assert (slip.nth, slip.state, slip.at) == (2, SlipState.QUEUED, story.now)


def test_a_device_keeps_since_when_it_is_as_it_is() -> None:
    story = Story()
    story.later(minutes=1).do(ec.ReportDevice(device="k1", kind="printer", state="down", detail="cover"))
    device = story.hall.devices["k1"]
    assert (device.kind, device.state, device.detail, device.since) == ("printer", "down", "cover", story.now)


def test_devices_and_alerts_outlast_the_day() -> None:
    story = Story("1")
    story.do(ec.ReportDevice(device="k1", kind="printer", state="down"))
    story.later(days=1).issue()
    assert "k1" in story.hall.devices
    assert "printer_down/k1" in story.hall.alerts
