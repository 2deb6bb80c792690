"""Rules for the ladder, the cases and the gifts."""

from datetime import timedelta
from hashlib import blake2b

from server.domain.care import commands as c
from server.domain.care import events as e
from server.domain.care.asked import case_of, script_version
from server.domain.care.ladder import WAITS, rung_of
from server.domain.care.nouns import HARD_CAP_FEN
from server.domain.care.refusals import GIFT_OUT_OF_STOCK, GIFT_TOO_DEAR, STOCK_BELOW_ZERO, UNKNOWN_GIFT
from server.domain.config.config import GiftItem, HallConfig
from server.domain.config.hours import local
from server.domain.equipment.events import AlertCleared, AlertRaised
from server.domain.event import Event
from server.domain.hall import Hall
from server.domain.line import Now
from server.domain.queue.asked import ticket_of
from server.domain.queue.refusals import REASON_REQUIRED

GIFT_LOW = "gift_low"


def reach(hall: Hall, command: c.ReachRung, now: Now) -> tuple[Event, ...]:
    ticket = ticket_of(hall, command.ticket)
    if ticket.state not in WAITS or command.act in hall.care.reached.get(ticket.id, ()):
        return ()
    rung, waited = rung_of(hall, ticket, command.act, now.at), now.at - ticket.clock_from
    if rung is None or waited <= timedelta(seconds=rung.after_seconds):
        return ()
    return (
        e.RungReached(
            at=now.at,
            ticket=ticket.id,
            number=ticket.number,
            act=rung.act,
            after_seconds=rung.after_seconds,
            waited_seconds=waited.total_seconds(),
        ),
    )


def open_case(hall: Hall, command: c.OpenCase, now: Now) -> tuple[Event, ...]:
    """At most one a visit, never before its time (R05); the loser of a lot (R09) has none."""
    ticket, config = ticket_of(hall, command.ticket), hall.setup
    if ticket.id in hall.care.cases or not config.remedies_on or ticket.state not in WAITS:
        return ()
    if not drawn(ticket.token, config.remedy_share):
        return ()
    rung = rung_of(hall, ticket, "remedy", now.at)
    if rung is None or now.at <= (due_at := ticket.clock_from + timedelta(seconds=rung.after_seconds)):
        return ()
    return (
        e.CaseOpened(
            at=now.at,
            ticket=ticket.id,
            case=f"{ticket.id}-remedy",
            number=ticket.number,
            service=ticket.leg.service,
            due_at=due_at,
            threshold_seconds=rung.after_seconds,
            leader=hall.care.leader,
        ),
    )


def drawn(token: str, share: float) -> bool:
    """A lot that is the same however often it is drawn, and tells nothing of any other lot.

    A checksum would not do: two lots of one token would be the same lot turned round.
    """
    return lot_of(token) < share


def lot_of(token: str) -> float:
    """From 0 up to 1; the token cannot be told from it."""
    return int.from_bytes(blake2b(token.encode(), digest_size=8).digest()) / 2**64


def offer(hall: Hall, command: c.OfferRemedy, now: Now) -> tuple[Event, ...]:
    case = case_of(hall, command.ticket, e.CaseOffered)
    version = script_version(hall, "remedy", now)
    return (e.CaseOffered(at=now.at, ticket=case.ticket, where=command.where, script=version, by=command.by),)


def give(hall: Hall, command: c.GiveGift, now: Now) -> tuple[Event, ...]:
    case, config = case_of(hall, command.ticket, e.GiftGiven), hall.setup
    gift = gift_of(hall, command.gift)
    cap = cap_fen(config)
    if gift.unit_cost_fen > cap:
        raise GIFT_TOO_DEAR(gift=gift.name, cost=_yuan(gift.unit_cost_fen), cap=_yuan(cap))
    left = stock_of(hall, gift.id) - 1
    if left < 0:
        raise GIFT_OUT_OF_STOCK(gift=gift.name)
    given = e.GiftGiven(
        at=now.at,
        ticket=case.ticket,
        gift=gift.id,
        cost_fen=gift.unit_cost_fen,
        where=command.where,
        by=command.by,
    )
    alert = f"{GIFT_LOW}/{gift.id}"
    if left >= gift.alert_below or alert in hall.alerts:
        return (given,)
    low = AlertRaised(at=now.at, alert=alert, kind=GIFT_LOW, subject=gift.name.zh, detail=str(left))
    return (given, low)


def _yuan(fen: int) -> str:
    return f"{fen / 100:.2f}"


def gift_of(hall: Hall, gift: str) -> GiftItem:
    known = next((g for g in hall.setup.gifts if g.id == gift), None)
    if known is None:
        raise UNKNOWN_GIFT(gift=gift)
    return known


def cap_fen(config: HallConfig) -> int:
    """What one gift may cost; no setting raises it above the hard cap (R07)."""
    return min(config.figures.gift_cap_fen, HARD_CAP_FEN)


def stock_of(hall: Hall, gift: str) -> int:
    """Pieces left; what the set-up says until somebody has counted or given."""
    return stock_in(hall, hall.setup, gift)


def stock_in(hall: Hall, config: HallConfig, gift: str) -> int:
    """As it is with this set-up."""
    furnished = next((g.stock for g in config.gifts if g.id == gift), 0)
    return hall.care.stock.get(gift, furnished)


def decline(hall: Hall, command: c.DeclineGift, now: Now) -> tuple[Event, ...]:
    case = case_of(hall, command.ticket, e.GiftDeclined)
    return (e.GiftDeclined(at=now.at, ticket=case.ticket, by=command.by),)


def waive(hall: Hall, command: c.WaiveCase, now: Now) -> tuple[Event, ...]:
    case = case_of(hall, command.ticket, e.CaseWaived)
    if not command.reason.strip():
        raise REASON_REQUIRED()
    return (e.CaseWaived(at=now.at, ticket=case.ticket, reason=command.reason.strip(), by=command.by),)


def set_stock(hall: Hall, command: c.SetStock, now: Now) -> tuple[Event, ...]:
    gift = gift_of(hall, command.gift)
    if command.pieces < 0:
        raise STOCK_BELOW_ZERO()
    counted, alert = e.StockSet(at=now.at, gift=gift.id, pieces=command.pieces), f"{GIFT_LOW}/{gift.id}"
    if command.pieces < gift.alert_below or alert not in hall.alerts:
        return (counted,)
    return (counted, AlertCleared(at=now.at, alert=alert))


def lead(hall: Hall, command: c.LeadShift, now: Now) -> tuple[Event, ...]:
    today = local(hall.setup, now.at).date()
    if (hall.care.leader, hall.care.led_on) == (command.by, today):
        return ()
    return (e.ShiftLed(at=now.at, by=command.by),)
