"""As much of the counter's view (protocol 1) as four lines can show."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from counter_client.keypad.keypad_texts import Text

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """Who is at the counter."""

    id: str
    number: str
    service: Text
    standard_seconds: int
    waited_seconds: float
    late: bool
    over: bool
    started_at: datetime | None
    parked_seconds: float
    priority: bool
    recalls: int
    no_show_offered: bool
    unsettled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Undoable:
    ticket: str
    number: str
    what: str  # "no_show" or "finished"
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    name: Text
    state: str
    since: datetime
    staff: str
    business: Text
    pause_reason: str
    confirm_arrival: bool
    customer: Customer | None
    undo: Undoable | None
    can: Mapping[str, str]  # command -> why not, "" where it can be
    waiting: int
    next: str

    @property
    def moment(self) -> tuple[object, ...]:
        """What a key press is meant for: when this has changed, the press may not be obeyed any more."""
        customer = self.customer
        return self.state, (customer.id, customer.recalls) if customer else None


def read(view: Json) -> Counter:
    """Read a view as it came; what it has besides is for larger screens."""
    rows, queues = view["waiting"], view["queues"]
    return Counter(
        name=_text(view["name"]),
        state=view["state"],
        since=datetime.fromisoformat(view["since"]),
        staff=view["staff"],
        business=_text(view["profile_name"]),
        pause_reason=view["pause_reason"],
        confirm_arrival=view["confirm_arrival"],
        customer=_customer(view["ticket"]) if view["ticket"] else None,
        undo=_undo(view["undo"]) if view["undo"] else None,
        can=view["can"],
        # The list ends after 40 rows, and a queue may hold people this counter may not call.
        waiting=len(rows) if len(rows) < 40 else max(len(rows), sum(q["waiting"] for q in queues)),  # noqa: PLR2004
        next=view["next"][0]["number"] if view["next"] else "",
    )


def _customer(ticket: Json) -> Customer:
    return Customer(
        id=ticket["id"],
        number=ticket["number"],
        service=_text(ticket["service_name"]),
        standard_seconds=ticket["standard_seconds"],
        waited_seconds=ticket["waited_seconds"],
        late=ticket["over_goal"],
        over=ticket["over_threshold"],
        started_at=_instant(ticket["started_at"]),
        parked_seconds=ticket["parked_seconds"],
        priority=ticket["priority"],
        recalls=ticket["recalls"],
        no_show_offered=ticket["no_show_offered"],
        unsettled=bool(ticket["remedy"]) and ticket["remedy"]["unsettled"],
    )


def _undo(undo: Json) -> Undoable:
    until = datetime.fromisoformat(undo["until"])
    return Undoable(ticket=undo["ticket"], number=undo["number"], what=undo["what"], until=until)


def _instant(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written) if written else None


def _text(value: Json) -> Text:
    return Text(value["zh"], value["en"])
