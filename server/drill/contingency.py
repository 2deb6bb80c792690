"""The sheet for a hall whose server is dead for long (D7): who has which number, on paper, Chinese first.

Made from the rows on the disk; nothing is changed by it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from html import escape
from zoneinfo import ZoneInfo

from server.domain.hall import Hall, Ticket, TicketState
from server.domain.text import Text
from server.drill.contingency_texts import STATES, both, text_of

FIRST = (TicketState.SERVING, TicketState.CALLED, TicketState.PARKED)  # who is being looked after


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    number: str
    state: Text
    service: Text
    counter: str
    since: str
    priority: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """`last` are the last numbers given of each series: paper numbers go on above."""

    hall: Text
    at: str
    rows: tuple[Row, ...]
    last: tuple[str, ...]


def sheet(hall: Hall) -> Sheet:
    """Who is at a counter, then who waits, longest first."""
    config = hall.setup
    zone = ZoneInfo(config.timezone)

    def row(ticket: Ticket) -> Row:
        return Row(
            number=ticket.number,
            state=STATES[ticket.state],
            service=config.service[ticket.leg.service].name,
            counter=ticket.leg.counter or "",
            since=_clock(ticket.clock_from, zone),
            priority=ticket.priority == "priority",
        )

    tickets = sorted(hall.tickets.values(), key=lambda t: (t.state not in FIRST, t.clock_from))
    return Sheet(
        hall=config.name,
        at=f"{hall.at.astimezone(zone):%Y-%m-%d %H:%M}",
        rows=tuple(map(row, tickets)),
        last=tuple(f"{letter}{ordinal:03}" for letter, ordinal in sorted(hall.issued.items())),
    )


def as_text(made: Sheet) -> str:
    lines = [
        *(f"{t.zh} / {t.en}" for t in _head(made)),
        "",
        *("  ".join(filter(None, _cells(row))) for row in made.rows),
    ]
    return "\n".join(lines) + "\n"


def as_html(made: Sheet) -> str:
    """One page to print; it needs nothing beside itself."""
    head = "".join(f"<p>{escape(t.zh)}<br><small>{escape(t.en)}</small></p>" for t in _head(made))
    names = "".join(
        f"<th>{escape(both(name))}</th>" for name in ("number", "state", "business", "since", "done")
    )
    body = "".join(_html_row(row) for row in made.rows)
    return (
        '<!doctype html><html lang="zh"><meta charset="utf-8">'
        f"<title>{escape(text_of('title').zh)}</title><style>{STYLE}</style>"
        f"<h1>{escape(made.hall.zh)}</h1>{head}"
        f"<table><thead><tr>{names}</tr></thead><tbody>{body}</tbody></table></html>\n"
    )


STYLE = (
    "body{font:16px/1.4 sans-serif;margin:12mm}table{border-collapse:collapse;width:100%}"
    "th,td{border:1px solid #000;padding:4px 8px;text-align:left}"
    "td:first-child{font-size:24px;font-weight:bold}"
    "tr{break-inside:avoid}p{margin:4px 0}"
)


def _head(made: Sheet) -> Iterator[Text]:
    yield text_of("title")
    yield text_of("as_of", at=made.at)
    yield text_of("people", n=len(made.rows))
    if made.last:
        yield text_of("last", numbers="、".join(made.last))
    yield text_of("how")


def _cells(row: Row) -> tuple[str, ...]:
    state = f"{row.state.zh} {row.counter}" if row.counter else row.state.zh
    return row.number, state, row.service.zh, row.since, text_of("priority").zh if row.priority else ""


def _html_row(row: Row) -> str:
    number, state, service, since, priority = _cells(row)
    cells = (f"{number} {priority}".strip(), state, service, since, "☐")
    return "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"


def _clock(moment: datetime, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%H:%M}"
