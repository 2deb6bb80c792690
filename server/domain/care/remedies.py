"""Rules for the ladder, the cases and the gifts."""

import zlib

from server.domain.care import commands as c
from server.domain.care import events as e
from server.domain.care.asked import case_of, script_version
from server.domain.care.ladder import WAITS, rungs_of
from server.domain.care.nouns import HARD_CAP_FEN
from server.domain.equipment.events import AlertRaised
from server.domain.event import Event
from server.domain.hall import Hall
from server.domain.line import Now
from server.domain.queue.asked import config_of, ticket_of
from server.domain.refusals import Refused
from server.domain.views.parts import overdue


def reach(hall: Hall, command: c.ReachRung, now: Now) -> tuple[Event, ...]:
    ticket = ticket_of(hall, command.ticket)
    if ticket.state not in WAITS or command.act in hall.care.reached.get(ticket.id, ()):
        return ()
    rung = next((r for r in rungs_of(hall, ticket, now.at) if r.act == command.act), None)
    waited = (now.at - ticket.clock_from).total_seconds()
    if rung is None or not overdue(waited, rung.after_seconds):
        return ()
    return (
        e.RungReached(
            at=now.at,
            ticket=ticket.id,
            number=ticket.number,
            act=rung.act,
            after_seconds=rung.after_seconds,
            waited_seconds=waited,
        ),
    )


def open_case(hall: Hall, command: c.OpenCase, now: Now) -> tuple[Event, ...]:
    """At most one a visit; where a lot decides (R09) the loser has no case and is told apart by that."""
    ticket, config = ticket_of(hall, command.ticket), config_of(hall)
    if ticket.id in hall.care.cases or not config.remedies or ticket.state not in WAITS:
        return ()
    if not drawn(ticket.token, config.remedy_share):
        return ()
    rung = next((r for r in rungs_of(hall, ticket, now.at) if r.act == "remedy"), None)
    return (
        e.CaseOpened(
            at=now.at,
            ticket=ticket.id,
            case=f"{ticket.id}-remedy",
            number=ticket.number,
            service=ticket.leg.service,
            due_at=now.at,
            threshold_seconds=rung.after_seconds if rung else 0,
            leader=hall.care.leader,
        ),
    )


def drawn(token: str, share: float) -> bool:
    """A lot that is the same however often it is drawn; tokens are random."""
    return zlib.crc32(token.encode()) / 2**32 < share


def offer(hall: Hall, command: c.OfferRemedy, now: Now) -> tuple[Event, ...]:
    case = case_of(hall, command.ticket, e.CaseOffered)
    version = script_version(hall, "remedy", now)
    return (e.CaseOffered(at=now.at, ticket=case.ticket, where=command.where, script=version, by=command.by),)


def give(hall: Hall, command: c.GiveGift, now: Now) -> tuple[Event, ...]:
    case, config = case_of(hall, command.ticket, e.GiftGiven), config_of(hall)
    gift = next((g for g in config.gifts if g.id == command.gift), None)
    if gift is None:
        raise Refused("unknown_gift", gift=command.gift)
    cap = min(config.figures.gift_cap_fen, HARD_CAP_FEN)
    if gift.unit_cost_fen > cap:
        yuan = {"cost": f"{gift.unit_cost_fen / 100:.2f}", "cap": f"{cap / 100:.2f}"}
        raise Refused("gift_too_dear", gift=gift.name, **yuan)
    left = stock_of(hall, gift.id) - 1
    if left < 0:
        raise Refused("gift_out_of_stock", gift=gift.name)
    given = e.GiftGiven(
        at=now.at,
        ticket=case.ticket,
        gift=gift.id,
        cost_fen=gift.unit_cost_fen,
        where=command.where,
        by=command.by,
    )
    alert = f"gift_low/{gift.id}"
    if left >= gift.alert_below or alert in hall.alerts:
        return (given,)
    low = AlertRaised(at=now.at, alert=alert, kind="gift_low", subject=gift.name.zh, detail=str(left))
    return (given, low)


def stock_of(hall: Hall, gift: str) -> int:
    """Pieces left; what the set-up says until somebody has counted or given."""
    assert hall.config is not None
    furnished = next((g.stock for g in hall.config.gifts if g.id == gift), 0)
    return hall.care.stock.get(gift, furnished)


def decline(hall: Hall, command: c.DeclineGift, now: Now) -> tuple[Event, ...]:
    case = case_of(hall, command.ticket, e.GiftDeclined)
    return (e.GiftDeclined(at=now.at, ticket=case.ticket, by=command.by),)


def waive(hall: Hall, command: c.WaiveCase, now: Now) -> tuple[Event, ...]:
    case = case_of(hall, command.ticket, e.CaseWaived)
    if not command.reason.strip():
        raise Refused("reason_required")
    return (e.CaseWaived(at=now.at, ticket=case.ticket, reason=command.reason.strip(), by=command.by),)


def set_stock(hall: Hall, command: c.SetStock, now: Now) -> tuple[Event, ...]:
    if all(g.id != command.gift for g in config_of(hall).gifts):
        raise Refused("unknown_gift", gift=command.gift)
    if command.pieces < 0:
        raise Refused("stock_below_zero")
    return (e.StockSet(at=now.at, gift=command.gift, pieces=command.pieces),)


def lead(hall: Hall, command: c.LeadShift, now: Now) -> tuple[Event, ...]:
    if hall.care.leader == command.by:
        return ()
    return (e.ShiftLed(at=now.at, by=command.by),)
