"""What a kiosk shows: the businesses, whether they can be had, its printer, the newest slip."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from server.domain.config.config import EChannel, HallConfig, Service
from server.domain.config.hours import HoursView, hours_view, near_close
from server.domain.hall import Hall, Suspension, Ticket
from server.domain.kept import FEW, kept, once, same, together
from server.domain.text import Text
from server.domain.values import quick
from server.domain.views.customers.catalogue import catalogue_stamp
from server.domain.views.door import TerminalAt, terminals_at
from server.domain.views.glance import glance
from server.domain.views.names import printer_name
from server.domain.views.parts import (
    Until,
    Waits,
    WaitView,
    open_counters,
    serving_queues,
    until_closing,
    wait_view,
)
from server.domain.views.remote import door_code


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class KioskService:
    id: str
    name: Text
    letter: str
    waiting: int
    wait: WaitView
    materials: tuple[Text, ...]
    e_channels: tuple[EChannel, ...]
    note: Text
    fee: Text
    served: bool  # some counter calls it now
    suspended: Text | None
    suspended_until: str
    queue: str
    queue_name: Text  # the heading under which a long list is grouped
    near_close: str  # "warn" or "stopped" when the wait would pass closing (§6 16:10)
    terminals: tuple[TerminalAt, ...] = ()  # in this hall and at work: one can do it there at once (Q19)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPapers:
    """What one segment brings for a business, where that is not what everybody does."""

    service: str
    materials: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KioskSegment:
    id: str
    name: Text
    papers: tuple[OwnPapers, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KioskSlip:
    """The newest slip meant for this kiosk's printer; `elsewhere` names the printer that has it instead."""

    ticket: str
    number: str
    state: str
    detail: str
    elsewhere: Text | None


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class KioskView:
    hall: Text
    phone: str
    hours: HoursView
    services: tuple[KioskService, ...]
    printer: str  # "ok", "warn", "down" or "none"
    printer_detail: str
    slip: KioskSlip | None
    offers_head_start: bool  # whether customers may say here that they need it
    segments: tuple[KioskSegment, ...] = ()  # that customers may say they are of (Q38)
    door_code: str = ""  # for who took a number at home and is here (Q42)
    scan_seconds: int = 3  # one switch: how long it stands on each button
    space_moves: bool = False  # a space is the "next" of two keys, and not the one switch
    catalogue: str = ""  # another word whenever the catalogue says something else: then it is asked for again


def kiosk(hall: Hall, now: datetime, waits: Waits, *, printer: str) -> KioskView:
    config = hall.setup
    health = hall.devices.get(printer)
    return once(
        KioskView,
        hall=config.name,
        phone=config.phone,
        hours=same(hours_view(config, now)),
        services=services_now(hall, now, waits),
        printer=(health.state if health else "ok") if printer else "none",
        printer_detail=health.detail if health else "",
        slip=same(_newest_slip(hall, printer)) if printer else None,
        offers_head_start=config.figures.kiosk_priority,
        segments=_offered(config),
        door_code=same(door_code(hall)),
        scan_seconds=config.figures.scan_seconds,
        space_moves=config.figures.space_moves,
        catalogue=catalogue_stamp(config),
    )


@kept(FEW)
def _offered(config: HallConfig) -> tuple[KioskSegment, ...]:
    return tuple(
        KioskSegment(id=s.id, name=s.name, papers=tuple(_own_papers(config, s.id)))
        for s in config.segments
        if s.at_kiosk
    )


def _own_papers(config: HallConfig, segment: str) -> Iterator[OwnPapers]:
    for service in config.services:
        materials = config.papers_of(segment, service.id)
        if materials != service.materials:
            yield OwnPapers(service=service.id, materials=materials)


def services_now(hall: Hall, now: datetime, waits: Waits) -> tuple[KioskService, ...]:
    """In the hall's own order."""
    config, waiting = hall.setup, glance(hall).by_queue
    served = frozenset[str]().union(*(serving_queues(hall, c) for c in open_counters(hall)))
    return together(
        _service(
            s,
            config,
            len(waiting.get(s.queue, ())),
            wait_view(waits.get(s.queue)),
            s.queue in served,
            hall.suspension(s.id, now),
            _near_close(config, waits.get(s.queue), now),
            terminals_at(hall, s.id),
        )
        for s in config.services
    )


def _near_close(config: HallConfig, wait: float | Until | None, now: datetime) -> str:
    return near_close(config, until_closing(wait), now, doubtful=isinstance(wait, Until) and wait.doubtful)


@kept()
def _service(  # noqa: PLR0917  # looked up by all it shows
    service: Service,
    config: HallConfig,
    waiting: int,
    wait: WaitView,
    served: bool,
    suspension: Suspension | None,
    near_close: str,
    terminals: tuple[TerminalAt, ...],
) -> KioskService:
    return KioskService(
        id=service.id,
        name=service.name,
        letter=config.queue[service.queue].letter,
        waiting=waiting,
        wait=wait,
        materials=service.materials,
        e_channels=service.e_channels,
        note=service.note,
        fee=service.fee,
        served=served,
        suspended=suspension.reason if suspension else None,
        suspended_until=suspension.until if suspension else "",
        queue=service.queue,
        queue_name=config.queue[service.queue].name,
        near_close=near_close,
        terminals=terminals,
    )


def _newest_slip(hall: Hall, printer: str) -> KioskSlip | None:
    newest: Ticket | None = None
    for ticket in hall.tickets.values():
        slip = ticket.slip
        meant = slip is not None and printer == (slip.moved_from or slip.printer)
        if slip and meant and (not newest or not newest.slip or slip.at >= newest.slip.at):
            newest = ticket
    if newest is None or newest.slip is None:
        return None
    slip = newest.slip
    return KioskSlip(
        ticket=newest.id,
        number=newest.number,
        state=slip.state,
        detail=slip.detail,
        elsewhere=printer_name(hall, slip.printer) if slip.printer != printer else None,
    )
