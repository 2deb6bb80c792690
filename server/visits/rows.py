"""A visit as rows of its tables: what the fold knows of it is all there, for `read_back.py`, too."""

from collections.abc import Collection, Iterable
from datetime import tzinfo
from typing import Any, cast

from sqlalchemy import Connection, Table, delete, insert, select
from sqlmodel import SQLModel

from server.tables import ContactRow, VisitCallRow, VisitLegRow, VisitRow, VisitRungRow
from server.visits.nouns import Case, Leg, Rung, Visit
from server.visits.read_back import Found, visit_from

Plain = dict[str, Any]


def table(row: type[SQLModel]) -> Table:
    return cast(Table, row.__table__)  # type: ignore[attr-defined]  # SQLModel sets it on table classes


VISIT, LEG, CALL, RUNG = (table(row) for row in (VisitRow, VisitLegRow, VisitCallRow, VisitRungRow))
CONTACT = table(ContactRow)
TABLES = (VISIT, LEG, CALL, RUNG)  # of a visit
AT_ONCE = 500  # values that a statement names; SQLite takes 32,766
MINUTES = 60


def keep(db: Connection, visits: Collection[Visit], zone: tzinfo) -> None:
    """Write them, in the place of what was written of them before; `zone` is the hall's own."""
    if not visits:
        return
    keys = [(v.hall, v.ticket) for v in visits]
    rows: dict[Table, list[Plain]] = {
        VISIT: [_visit(v, zone) for v in visits],
        LEG: [_leg(v, n, leg, zone) for v in visits for n, leg in enumerate(v.legs)],
        CALL: [row for v in visits for row in _calls(v)],
        RUNG: [_rung(v, act, rung) for v in visits for act, rung in v.rungs.items()],
    }
    for hall in {hall for hall, _ in keys}:
        forget(db, hall, [ticket for of, ticket in keys if of == hall])
    for into, values in rows.items():
        if values:
            db.execute(insert(into), values)


def forget(db: Connection, hall: str, tickets: Iterable[str]) -> None:
    for some in _portions(tickets):
        for of in TABLES:
            db.execute(delete(of).where(of.c.hall_id == hall, of.c.ticket.in_(some)))


def forget_all(db: Connection, hall: str) -> None:
    for of in (*TABLES, CONTACT):
        db.execute(delete(of).where(of.c.hall_id == hall))


def read(db: Connection, hall: str, tickets: Iterable[str]) -> dict[str, Visit]:
    """Those that are known, by their tickets."""
    visits: dict[str, Visit] = {}
    for some in _portions(tickets):
        legs, calls, rungs = (_by_ticket(db, of, hall, some) for of in (LEG, CALL, RUNG))
        for ticket, [row] in _by_ticket(db, VISIT, hall, some).items():
            visits[ticket] = visit_from(
                row, legs.get(ticket, []), calls.get(ticket, []), rungs.get(ticket, [])
            )
    return visits


def _portions(tickets: Iterable[str]) -> Iterable[list[str]]:
    every = list(tickets)
    return (every[n : n + AT_ONCE] for n in range(0, len(every), AT_ONCE))


def _by_ticket(db: Connection, of: Table, hall: str, tickets: list[str]) -> dict[str, list[Found]]:
    asked = select(of).where(of.c.hall_id == hall, of.c.ticket.in_(tickets))
    if "n" in of.c:
        asked = asked.order_by(of.c.n)
    rows: dict[str, list[Found]] = {}
    for row in db.execute(asked).mappings():
        rows.setdefault(row["ticket"], []).append(row)
    return rows


def _visit(v: Visit, zone: tzinfo) -> Plain:
    calls, first, opinions = v.calls, v.legs[0], [leg.opinion for leg in v.legs if leg.opinion is not None]
    started = [leg.started_at for leg in v.legs if leg.started_at is not None]
    return {
        "hall_id": v.hall,
        "ticket": v.ticket,
        "seq": v.seq,
        "number": v.number,
        "service": v.service,
        "queue": first.queue,
        "channel": v.channel,
        "priority": v.priority,
        "day": v.issued_at.astimezone(zone).date(),
        "issued_at": v.issued_at,
        "called_at": calls[0].at if calls else None,
        "started_at": started[0] if started else None,
        "ended_at": v.ended_at,
        "outcome": v.leg.outcome if v.ended_at else "",
        "counter": v.leg.counter,
        "staff": v.leg.staff,
        "legs": len(v.legs),
        "calls": len(calls),
        "recalls": v.recalls,
        "no_shows": v.no_shows,
        "transfers": sum(leg.outcome == "transferred" for leg in v.legs),
        "waited_seconds": calls[-1].waited_seconds if calls else None,
        "handled_seconds": sum(leg.handling_seconds or 0.0 for leg in v.legs),
        "parked_seconds": v.parked_seconds,
        "parked_at": v.parked_at,
        "lot": v.lot,
        "explained_at": v.explained_at,
        "explained_by": v.explained_by,
        "watered_at": v.watered_at,
        "watered_by": v.watered_by,
        "rating": next((o.level for o in reversed(opinions) if o.level), 0),
        "wait_rating": next((o.wait_level for o in reversed(opinions) if o.wait_level), 0),
        "issued_by": v.issued_by,
        "came": v.came,
        "offered": v.offered,
        "mistyped": v.mistyped,
        "owner": v.owner,
        "solved": v.solved,
        "prepared": v.prepared,
        "prepared_at": v.prepared_at,
        "prepared_by": v.prepared_by,
        "form_seconds": v.form_seconds,
        "form_at": v.form_at,
        **_promised(v),
        **_case(v.case, zone),
    }


def _promised(v: Visit) -> Plain:
    called = v.calls[0].at if v.calls else None
    kept = (called - v.promised_at).total_seconds() if called and v.promised_at else None
    return {
        "promised_at": v.promised_at,
        "promised_low": v.promised_low,
        "promised_high": v.promised_high,
        "promised_wait": kept,
        "promises": v.promises,
    }


def _case(case: Case | None, zone: tzinfo) -> Plain:
    return {
        "remedy": case.state.value if case else "",
        "remedy_due_at": case.due_at if case else None,
        "remedy_day": case.due_at.astimezone(zone).date() if case else None,
        "remedy_at": case.settled_at if case else None,
        "remedy_number": case.number if case else "",
        "remedy_service": case.service if case else "",
        "remedy_leader": case.leader if case else "",
        "remedy_by": case.settled_by if case else "",
        "remedy_reason": case.reason if case else "",
        "gift": case.gift if case else "",
        "cost_fen": case.cost_fen if case else 0,
    }


def _leg(v: Visit, n: int, leg: Leg, zone: tzinfo) -> Plain:
    last, opinion = leg.last_call, leg.opinion
    called = last.at.astimezone(zone) if last else None
    return {
        "hall_id": v.hall,
        "ticket": v.ticket,
        "n": n,
        "issued_at": v.issued_at,
        "service": leg.service,
        "queue": leg.queue,
        "entered_at": leg.entered_at,
        "started_at": leg.started_at,
        "ended_at": leg.ended_at,
        "counter": leg.counter,
        "staff": leg.staff,
        "done": leg.done,
        "served": leg.served,
        "outcome": leg.outcome,
        "handling_seconds": leg.handling_seconds,
        "in_standard": leg.in_standard,
        "calls": len(leg.calls),
        "called_at": last.at if last else None,
        "called_day": called.date() if called else None,
        "called_minute": called.hour * MINUTES + called.minute if called else None,
        "waited_seconds": last.waited_seconds if last else None,
        "within_goal": last is not None and last.within_goal,
        "asked_at": opinion.asked_at if opinion else None,
        "asked_day": opinion.asked_at.astimezone(zone).date() if opinion else None,
        "remedied": opinion is not None and opinion.remedied,
        "cared": opinion is not None and opinion.cared,
        "wait_asked": opinion is not None and opinion.wait_asked,
        "asked_waited_seconds": opinion.waited_seconds if opinion else 0.0,
        "ask_share": opinion.ask_share if opinion else 0.0,
        "lot": opinion.lot if opinion else None,
        "rating": opinion.level if opinion else 0,
        "satisfied": opinion is not None and opinion.satisfied,
        "flagged": opinion.flagged if opinion else "",
        "wait_rating": opinion.wait_level if opinion else 0,
        "wait_satisfied": opinion is not None and opinion.wait_satisfied,
        "prepared": leg.prepared,
        "enquiry": leg.enquiry,
    }


def _calls(v: Visit) -> Iterable[Plain]:
    made = [(n, leg, call) for n, leg in enumerate(v.legs) for call in leg.calls]
    for n, (of, leg, call) in enumerate(made):
        yield {
            "hall_id": v.hall,
            "ticket": v.ticket,
            "n": n,
            "leg": of,
            "issued_at": v.issued_at,
            "at": call.at,
            "number": call.number,
            "service": leg.service,
            "priority": v.priority,
            "counter": call.counter,
            "staff": call.staff,
            "kind": call.kind,
            "reason_zh": call.reason.zh,
            "reason_en": call.reason.en,
            "waited_seconds": call.waited_seconds,
            "within_goal": call.within_goal,
        }


def _rung(v: Visit, act: str, rung: Rung) -> Plain:
    return {
        "hall_id": v.hall,
        "ticket": v.ticket,
        "act": act,
        "issued_at": v.issued_at,
        "at": rung.at,
        "after_seconds": rung.after_seconds,
    }
