"""What ends an alert that no machine can take back: an answer, a set-up, the day; in the same transaction."""

from collections.abc import Iterable, Mapping
from datetime import timedelta

from server.domain.area import Follow
from server.domain.care.remedies import GIFT_LOW, stock_in
from server.domain.equipment import events as e
from server.domain.equipment.commands import CALL_FOR_HELP
from server.domain.event import Event
from server.domain.hall import Alert, Hall, Paper, Ticket
from server.domain.line import Now
from server.domain.queue import events as q
from server.domain.setup.events import HallConfigured

SLIP_UNKNOWN, SLIP_FAILED, NOTICE_FAILED = "slip_unknown", "slip_failed", "notice_failed"
OF_SLIPS = (SLIP_UNKNOWN, SLIP_FAILED, NOTICE_FAILED)
# Who takes one of these goes and sees to it: nothing is left to look at.
TAKEN = (*OF_SLIPS, CALL_FOR_HELP, "service_back", "sent_away")
STANDS = timedelta(hours=1)  # a call for help across midnight
RESTORED = "hall_restored"
OF_THE_DAY = (*OF_SLIPS, CALL_FOR_HELP, RESTORED)


def slip_alert(ticket: Ticket | Paper, kind: str = SLIP_UNKNOWN) -> str:
    return f"{kind}/{ticket.number}"


def _of(ticket: Ticket | Paper) -> list[str]:
    return [slip_alert(ticket, kind) for kind in OF_SLIPS]


def _cleared(hall: Hall, alerts: Iterable[str], now: Now) -> tuple[Event, ...]:
    return tuple(e.AlertCleared(at=now.at, alert=alert) for alert in alerts if alert in hall.alerts)


def _taken(hall: Hall, event: e.AlertAcknowledged, now: Now) -> tuple[Event, ...]:
    return _cleared(hall, [event.alert], now) if event.alert.partition("/")[0] in TAKEN else ()


def _answered(hall: Hall, event: e.SlipQueued | q.TicketMoved, now: Now) -> tuple[Event, ...]:
    ticket = hall.owes(event.ticket)
    return _cleared(hall, _of(ticket), now) if ticket else ()


def _day_opened(hall: Hall, event: q.DayOpened, now: Now) -> tuple[Event, ...]:
    if event.day == hall.numbered_on:
        return ()
    present = {
        alert for ticket in hall.tickets.values() for alert in _of(ticket)
    }  # these end with their visits
    gone = [i for i, a in hall.alerts.items() if i not in present and _is_of_before(hall, a, event)]
    return _cleared(hall, gone, now)


def _day_closed(hall: Hall, event: q.DayClosed, now: Now) -> tuple[Event, ...]:
    return _cleared(hall, [i for i, alert in hall.alerts.items() if alert.kind == CALL_FOR_HELP], now)


def _configured(hall: Hall, event: HallConfigured, now: Now) -> tuple[Event, ...]:
    low = [i for i, alert in hall.alerts.items() if alert.kind == GIFT_LOW]
    return _cleared(hall, [i for i in low if _has_enough(hall, i, event)], now)


def _is_of_before(hall: Hall, alert: Alert, opened: q.DayOpened) -> bool:
    """In a hall that never closes somebody may have called a minute ago."""
    if alert.kind == CALL_FOR_HELP:
        return opened.at - alert.raised_at > STANDS
    if alert.kind == RESTORED:
        return hall.restored is None or hall.restored.day < opened.day  # it may have come back before dawn
    return alert.kind in OF_THE_DAY


def _has_enough(hall: Hall, alert: str, event: HallConfigured) -> bool:
    """Also who is no longer given at all."""
    gift = next((g for g in event.config.gifts if g.id == alert.partition("/")[2]), None)
    return gift is None or stock_in(hall, event.config, gift.id) >= gift.alert_below


FOLLOW: Mapping[type[Event], Follow] = {
    e.AlertAcknowledged: _taken,
    e.SlipQueued: _answered,
    **dict.fromkeys(q.ENDINGS, _answered),
    q.DayOpened: _day_opened,
    q.DayClosed: _day_closed,
    HallConfigured: _configured,
}
