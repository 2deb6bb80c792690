"""Rules for a case that the back office or another department takes over: reached at once, or promised (Q21).

Who cannot be reached leaves a way to be called and a time; the case then stands open until somebody says that
it is done. Of a telephone number only its masked form is ever kept: the number itself is written down where
the call is made from, and nowhere here.
"""

import re
from datetime import datetime, timedelta

from server.domain.config.hours import ROUND_THE_CLOCK, day_plan, local, lunch_within, moment
from server.domain.event import Event
from server.domain.guidance import commands as c
from server.domain.guidance import events as e
from server.domain.guidance.diverting import divert
from server.domain.guidance.nouns import Way
from server.domain.guidance.refusals import (
    CONTACT_REQUIRED,
    DEPARTMENT_REQUIRED,
    NOT_THEN,
    UNKNOWN_HANDOVER,
)
from server.domain.hall import Hall
from server.domain.line import Now

ELSEWHERE = frozenset({Way.BACK_OFFICE, Way.OTHER_DEPT})
AHEAD, HOUR, HALF_HOUR = timedelta(days=31), timedelta(hours=1), timedelta(minutes=30)
HEAD, TAIL, HIDDEN = 3, 4, "****"  # of a number: 138****5678
LEAST, MOST = 7, 15  # figures of a telephone number
MASKED = re.compile(rf"\d{{0,{HEAD}}}\*{{4}}\d{{1,{TAIL}}}", re.ASCII)
MOBILE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)", re.ASCII)
SPACED = re.compile(r"[\s()（）+-]+")


def hand_over(hall: Hall, command: c.HandOver, now: Now) -> tuple[Event, ...]:
    """A ticket ends with it, as with any other way."""
    words, department = hidden(command.words), hidden(command.department)
    if command.way not in ELSEWHERE or not department:
        raise DEPARTMENT_REQUIRED()
    contact, due = ("", None) if command.reached else (masked(command.phone), _then(hall, command.due, now))
    asked = c.Divert(
        way=command.way,
        service=command.service,
        ticket=command.ticket,
        words=words,
        by=command.by,
        where=command.where,
    )
    events = divert(hall, asked, now)
    sent = next(one for one in events if isinstance(one, e.CustomerDiverted))
    handed = e.CaseHandedOver(
        at=now.at,
        handover=now.new_id,
        way=command.way,
        department=department,
        service=sent.service,
        ticket=sent.ticket,
        number=sent.number,
        reached=command.reached,
        contact=contact,
        due=due,
        words=words,
        by=command.by,
        where=command.where,
    )
    return (*events, handed)


def close(hall: Hall, command: c.CloseHandover, now: Now) -> tuple[Event, ...]:
    known = hall.guidance.handovers.get(command.handover)
    if known is None:
        raise UNKNOWN_HANDOVER()
    return (e.HandoverClosed(at=now.at, handover=known.id, department=known.department, by=command.by),)


def masked(phone: str) -> str:
    """First and last figures; refuses with `contact_required` what is no number. What is masked stays so."""
    typed = SPACED.sub("", phone)
    if MASKED.fullmatch(typed):
        return typed
    if not (typed.isascii() and typed.isdigit() and LEAST <= len(typed) <= MOST):
        raise CONTACT_REQUIRED()
    shown = max(0, min(HEAD, len(typed) - TAIL - len(HIDDEN)))
    return typed[:shown] + HIDDEN + typed[-TAIL:]


def hidden(words: str) -> str:
    """What was typed, without any whole mobile number in it."""
    return MOBILE.sub(lambda number: masked(number.group()), words.strip())


def _then(hall: Hall, due: datetime | None, now: Now) -> datetime:
    """In the hall's hours, and still to come."""
    if due is None or not now.at < due <= now.at + AHEAD:
        raise NOT_THEN()
    at = local(hall.setup, due)
    hours = day_plan(hall.setup, at.date()).hours
    if hours is None or not hours.opens <= f"{at:%H:%M}" < hours.closes:
        raise NOT_THEN()
    return due


def usual_times(hall: Hall, now: datetime, days: int) -> tuple[tuple[datetime, ...], ...]:
    """Of the next open days: each half-hour with an hour of opening before it and behind it, lunch apart."""
    config, today = hall.setup, local(hall.setup, now).date()
    proposed = list[tuple[datetime, ...]]()
    for ahead in range(1, AHEAD.days):
        day = today + timedelta(days=ahead)
        hours = day_plan(config, day).hours
        if hours is None:
            continue
        opens, closes = ("08:30", "17:00") if hours is ROUND_THE_CLOCK else (hours.opens, hours.closes)
        lunch = lunch_within(config, hours)
        first, last = moment(config, day, opens) + HOUR, moment(config, day, closes) - HOUR
        times = (first + n * HALF_HOUR for n in range(int((last - first) / HALF_HOUR) + 1))
        kept = (
            at
            for at in times
            if lunch is None or not moment(config, day, lunch.begins) <= at < moment(config, day, lunch.ends)
        )
        if some := tuple(kept):
            proposed.append(some)
        if len(proposed) == days:
            break
    return tuple(proposed)
