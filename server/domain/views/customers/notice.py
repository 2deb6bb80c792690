"""What a notice's own page says to whoever holds its code: at home, days later."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from server.domain.config.hours import day_plan, local
from server.domain.guidance.nouns import Notice
from server.domain.guidance.returning import is_agent_s
from server.domain.hall import Hall
from server.domain.text import Text
from server.domain.views.names import service_name

DAYS = 7  # whose hours are told ahead


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticePaper:
    """One that is missing; `agent`: because somebody else comes for the customer."""

    name: Text
    agent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOpen:
    """When the hall can be visited; without hours it is shut, `name` is of the holiday."""

    day: date
    opens: str
    closes: str
    name: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeView:
    """`state`: "good", "used" (its number was taken) or "over"."""

    hall: Text
    phone: str
    kind: str
    state: str
    service: Text
    missing: tuple[NoticePaper, ...]
    reason: Text
    last_day: date
    code: str
    days: tuple[DayOpen, ...]


def notice_view(hall: Hall, notice: Notice, now: datetime) -> NoticeView:
    config = hall.setup
    today, service = local(config, now).date(), config.service.get(notice.service)
    state = "used" if notice.used_by else "over" if today > notice.last_day else "good"
    return NoticeView(
        hall=config.name,
        phone=config.phone,
        kind=notice.kind,
        state=state,
        service=service_name(hall, notice.service),
        missing=tuple(NoticePaper(name=p, agent=is_agent_s(service, notice, p)) for p in notice.missing),
        reason=notice.reason,
        last_day=notice.last_day,
        code=notice.code,
        days=days_ahead(hall, today),
    )


def days_ahead(hall: Hall, today: date) -> tuple[DayOpen, ...]:
    return tuple(_day(hall, today + timedelta(days=n)) for n in range(DAYS))


def _day(hall: Hall, day: date) -> DayOpen:
    plan = day_plan(hall.setup, day)
    opens, closes = (plan.hours.opens, plan.hours.closes) if plan.hours else ("", "")
    return DayOpen(day=day, opens=opens, closes=closes, name=plan.name)
