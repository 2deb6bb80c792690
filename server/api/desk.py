"""One way for every edge to put a command to the hall: who asks, may they, what is filled in and answered."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from server.access.actors import Actor
from server.access.refusals import AccessRefused
from server.access.rights import require
from server.api.wire import Asked, command_of
from server.clock import HallClock
from server.domain.command import Command
from server.domain.equipment.commands import RaiseAlert, RecordShown, RecordSpoken
from server.domain.hall import Hall
from server.domain.queue.commands import IssueTicket, OpenCounter, SettleClock
from server.domain.queue.events import TicketIssued
from server.domain.views.parts import Waits
from server.domain.views.ticket import ticket_view
from server.live_hall import Done, LiveHall


class Desk:
    """`printer_of` names a kiosk's printer, `page_of` a ticket's address.

    `heard` is told what a board says it has spoken; False when that was not this board's to say.
    """

    def __init__(
        self,
        live: LiveHall,
        *,
        waits: Callable[[], Waits],
        printer_of: Callable[[str], str],
        page_of: Callable[[str], str],
        heard: Callable[[Actor, RecordSpoken], bool],
        clock: HallClock,
    ) -> None:
        self._clock = clock
        self._live, self._waits, self._heard = live, waits, heard
        self._printer_of, self._page_of = printer_of, page_of

    async def ask(self, actor: Actor, asked: Asked) -> dict[str, Any]:
        """Return the body of a `done`; raises whatever `errors.problem_of` knows."""
        command = self._filled_in(actor, command_of(asked))
        require(actor, command)
        if isinstance(command, RecordSpoken):
            return self._spoken(actor, asked.id, command)
        # A name belongs to who made it and to what was asked: nobody gets another's answer by guessing.
        name = f"{actor.id}/{type(command).__name__}/{asked.id}"
        done = await self._live.apply(command, actor=actor.id, request=name)
        seq = done.recorded[-1].seq if done.recorded else done.hall.seq
        return {"type": "done", "id": asked.id, "seq": seq, "result": self._result(command, done)}

    def _spoken(self, actor: Actor, name: str, command: RecordSpoken) -> dict[str, Any]:
        """Who gave the board the sound writes down what became of it: it knows the voice, too."""
        if not self._heard(actor, command):
            raise AccessRefused("not_asked_to_speak")
        return {"type": "done", "id": name, "seq": self._live.hall.seq, "result": {}}

    def _filled_in(self, actor: Actor, command: Command) -> Command:
        person = actor.id.rpartition(":")[2]
        match command:
            case IssueTicket(printer="") if actor.role == "kiosk":
                return replace(
                    command,
                    channel="kiosk",
                    printer=self._printer_of(actor.place),
                    expected_wait_seconds=self._expected(command.service),
                )
            case OpenCounter(staff=""):
                return replace(command, staff=person)
            case RaiseAlert(subject=""):
                return replace(command, subject=actor.place or person)
            case SettleClock():
                clock = self._clock
                to, since = clock.machine().timestamp(), clock.began.timestamp()
                return replace(command, to=to, since=since, by=person)
            case RecordShown(screen=""):
                return replace(command, screen=person)
        # Who did it is who asked, whatever the message says.
        return replace(command, **{"by": person}) if hasattr(command, "by") else command

    def _expected(self, service: str) -> float | None:
        """Only for hours' sake: a hall without an end of the day need not reckon."""
        config = self._live.hall.config
        known = config.service.get(service) if config else None
        return self._waits().get(known.queue) if known else None

    def _result(self, command: Command, done: Done) -> Mapping[str, Any]:
        if isinstance(command, IssueTicket):
            return self._issued(done)
        named = next((r.event for r in reversed(done.recorded) if hasattr(r.event, "ticket")), None)
        ticket = done.hall.ticket(getattr(named, "ticket", ""))
        return {
            "ticket": ticket.id if ticket else "",
            "number": ticket.number if ticket else "",
            "counter": getattr(named, "counter", ""),
        }

    def _issued(self, done: Done) -> Mapping[str, Any]:
        event = next(r.event for r in done.recorded if isinstance(r.event, TicketIssued))
        return {"ticket": self._ticket(done.hall, event), "qr": self._page_of(event.token)}

    def _ticket(self, hall: Hall, event: TicketIssued) -> Any:
        ticket = hall.ticket(event.ticket)
        if ticket is None:  # asked again after the day has ended: the number is all that is left
            return {"ticket": event.ticket, "token": event.token, "number": event.number, "state": "expired"}
        return ticket_view(hall, ticket, self._waits())
