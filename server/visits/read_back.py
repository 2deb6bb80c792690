"""A visit out of its rows again, as the fold left it."""

from sqlalchemy import RowMapping

from server.domain.care.nouns import CaseState
from server.domain.text import Text
from server.visits.nouns import CallMade, Case, Leg, Opinion, Rung, Visit

Found = RowMapping  # a row's values by their columns' names


def visit_from(
    row: Found,
    legs: list[Found],
    calls: list[Found],
    rungs: list[Found],
) -> Visit:
    return Visit(
        hall=row["hall_id"],
        ticket=row["ticket"],
        number=row["number"],
        service=row["service"],
        issued_at=row["issued_at"],
        channel=row["channel"],
        priority=row["priority"],
        legs=tuple(_leg_from(leg, [c for c in calls if c["leg"] == leg["n"]]) for leg in legs),
        seq=row["seq"],
        lot=row["lot"],
        ended_at=row["ended_at"],
        recalls=row["recalls"],
        no_shows=row["no_shows"],
        parked_at=row["parked_at"],
        parked_seconds=row["parked_seconds"],
        rungs={r["act"]: Rung(at=r["at"], after_seconds=r["after_seconds"]) for r in rungs},
        explained_at=row["explained_at"],
        explained_by=row["explained_by"],
        watered_at=row["watered_at"],
        watered_by=row["watered_by"],
        case=_case_from(row),
        issued_by=row["issued_by"],
        came=row["came"],
        offered=row["offered"],
        owner=row["owner"],
        solved=row["solved"],
        prepared_at=row["prepared_at"],
        prepared_by=row["prepared_by"],
        form_seconds=row["form_seconds"],
        form_at=row["form_at"],
        promised_at=row["promised_at"],
        promised_low=row["promised_low"],
        promised_high=row["promised_high"],
        promises=row["promises"],
    )


def _case_from(row: Found) -> Case | None:
    if not row["remedy"]:
        return None
    return Case(
        due_at=row["remedy_due_at"],
        number=row["remedy_number"],
        service=row["remedy_service"],
        leader=row["remedy_leader"],
        state=CaseState(row["remedy"]),
        cost_fen=row["cost_fen"],
        gift=row["gift"],
        settled_by=row["remedy_by"],
        settled_at=row["remedy_at"],
        reason=row["remedy_reason"],
    )


def _leg_from(row: Found, calls: list[Found]) -> Leg:
    return Leg(
        service=row["service"],
        queue=row["queue"],
        entered_at=row["entered_at"],
        calls=tuple(_call_from(call) for call in calls),
        started_at=row["started_at"],
        ended_at=row["ended_at"],
        counter=row["counter"],
        staff=row["staff"],
        done=row["done"],
        handling_seconds=row["handling_seconds"],
        in_standard=row["in_standard"],
        served=row["served"],
        outcome=row["outcome"],
        opinion=_opinion_from(row),
        prepared=row["prepared"],
        enquiry=row["enquiry"],
    )


def _call_from(row: Found) -> CallMade:
    return CallMade(
        at=row["at"],
        number=row["number"],
        counter=row["counter"],
        staff=row["staff"],
        kind=row["kind"],
        reason=Text(row["reason_zh"], row["reason_en"]),
        waited_seconds=row["waited_seconds"],
        within_goal=row["within_goal"],
    )


def _opinion_from(row: Found) -> Opinion | None:
    if row["asked_at"] is None:
        return None
    return Opinion(
        asked_at=row["asked_at"],
        remedied=row["remedied"],
        cared=row["cared"],
        wait_asked=row["wait_asked"],
        waited_seconds=row["asked_waited_seconds"],
        ask_share=row["ask_share"],
        lot=row["lot"],
        level=row["rating"],
        satisfied=row["satisfied"],
        flagged=row["flagged"],
        wait_level=row["wait_rating"],
        wait_satisfied=row["wait_satisfied"],
    )
