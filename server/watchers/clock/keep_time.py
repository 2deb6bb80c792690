"""The clock -> days turn and end, plans begin, suspensions end, long pauses are told, names forgotten."""

import asyncio
from datetime import datetime, timedelta
from pathlib import Path

from server.clock import HallClock
from server.devices.media import prune as prune_media
from server.devices.speaking.sounds import SoundStore
from server.devices.speaking.speech_setup import speech_at
from server.domain.config.config import CounterPlace
from server.domain.config.hours import day_plan, hours_view, local, moment
from server.domain.equipment.commands import ClearAlert, RaiseAlert
from server.domain.hall import CounterState, Hall, TicketState
from server.domain.promises.rules import kept_share
from server.domain.queue.commands import CloseDay, RestoreService, TurnDay
from server.domain.queue.days import day_is_over, turns
from server.domain.queue.suspending import over
from server.domain.setup.commands import ApplyPlan
from server.domain.views.posted import files_in_use
from server.live_hall import LiveHall
from server.supervisor import Part, Supervisor
from server.watchers.asking import Asking
from server.watchers.clock.keep_clock import KeepClock
from server.watchers.devices.words_needed import needed
from server.watchers.screens.presence import Presence

PART = Part(kind="time")
EVERY = 5.0  # s
NAMES_KEPT = timedelta(hours=48)
SOUNDS_KEPT = timedelta(days=2)
OWN = (
    "pause_long",
    "room_unmanned",
    "terminal_faulty",
    "line_at_risk",
    "waits_unreliable",
    "board_silent",
    "sound_blocked",
)
BACK, SENT_AWAY = "service_back", "sent_away"
SAID_FOR = {BACK: timedelta(hours=1), SENT_AWAY: timedelta(hours=24)}
TOLD = 20  # numbers an alert names
Wanted = dict[str, tuple[str, str, str]]  # alert -> kind, subject, detail


class KeepTime:
    """Looks every few seconds; asks only when something is due."""

    def __init__(
        self,
        live: LiveHall,
        clock: HallClock,
        *,
        sounds: SoundStore,
        presence: Presence,
        media: Path,
        keep_clock: KeepClock,
        is_demo: bool = False,
        parts: Supervisor | None = None,
    ) -> None:
        self._parts = parts or Supervisor()
        self._media, self._keep_clock, self._is_demo = media, keep_clock, is_demo
        self._live, self._clock, self._sounds, self._presence = live, clock, sounds, presence
        self._asking = Asking(live, "clock")
        self._swept: datetime | None = None

    async def run(self) -> None:
        try:
            while True:
                await self.look()
                await asyncio.sleep(EVERY)
        finally:
            self._keep_clock.note()

    async def look(self) -> None:
        """One round: what the time alone makes due."""
        with self._parts.alone(PART):
            await self._keep_clock.look()
        hall, now = self._live.hall, self._clock()
        if hall.config is None:
            return
        # By a clock that is not proven nothing is done that only the time asks for.
        due = (
            self._turn_or_end_the_day,
            self._end_suspensions,
            self._begin_plans,
            self._fall_silent,
            self._sweep,
        )
        for step in (self._match_alerts, *(due if self._clock.sure else ())):
            with self._parts.alone(PART):
                await step(self._live.hall, now)

    async def _sweep(self, hall: Hall, now: datetime) -> None:
        if self._swept is not None and abs(now - self._swept) <= timedelta(hours=1):
            return
        self._swept = now
        await self._live.forget(now - NAMES_KEPT)
        words = set(needed(hall, speech_at(hall.setup, now), self._live.pick, now))
        await asyncio.to_thread(self._sounds.prune, now - SOUNDS_KEPT, needed=words)
        await asyncio.to_thread(prune_media, self._media, files_in_use(hall), now)

    async def _turn_or_end_the_day(self, hall: Hall, now: datetime) -> None:
        """Nobody is sent away by the time alone without somebody being told."""
        reason = day_is_over(hall, now)
        if not reason:
            return
        present = [t for t in hall.tickets.values() if t.state is not TicketState.NO_SHOW]
        if turns(hall, now):
            done = await self._asking.ask(TurnDay())
        else:
            done = await self._asking.ask(CloseDay(reason=reason))
        gone = [t for t in present if t.id not in self._live.hall.tickets]
        if done and gone:
            numbers = "、".join(sorted(t.number for t in gone)[:TOLD])
            await self._asking.ask(RaiseAlert(kind=SENT_AWAY, subject=str(len(gone)), detail=numbers))

    async def _end_suspensions(self, hall: Hall, now: datetime) -> None:
        for service in over(hall, now):
            until = hall.suspended[service].until
            if await self._asking.ask(RestoreService(service=service)):
                await self._asking.ask(RaiseAlert(kind=BACK, subject=service, detail=until))

    async def _fall_silent(self, hall: Hall, now: datetime) -> None:
        """What was told of something that is over is not told for ever."""
        for alert in hall.alerts.values():
            said_for = SAID_FOR.get(alert.kind)
            again = alert.kind == BACK and alert.subject in hall.suspended
            if said_for is not None and (again or now - alert.raised_at > said_for):
                await self._asking.ask(ClearAlert(alert=alert.id))

    async def _begin_plans(self, hall: Hall, now: datetime) -> None:
        """What cannot begin yet, because a ticket or a counter stands in its way, is tried again."""
        for plan in hall.plans.values():
            if plan.valid_from > local(hall.setup, now).date():
                continue
            alert = f"plan_waits/{plan.id}"
            refused = await self._asking.why_not(ApplyPlan(plan=plan.id))
            if refused is not None and alert not in hall.alerts:
                why = f"{refused.text.zh}\n{refused.text.en}"
                await self._asking.ask(RaiseAlert(kind="plan_waits", subject=plan.id, detail=why))
        for alert in hall.alerts:
            if alert.startswith("plan_waits/") and alert.partition("/")[2] not in self._live.hall.plans:
                await self._asking.ask(ClearAlert(alert=alert))

    def _wanted(self, hall: Hall, now: datetime) -> Wanted:
        wanted: Wanted = {}
        for counter in hall.counters.values():
            long = timedelta(seconds=hall.setup.figures.pause_alert_seconds)
            if counter.state is CounterState.PAUSED and now - counter.since > long:
                wanted[f"pause_long/{counter.id}"] = ("pause_long", counter.id, counter.pause_reason)
        for room in unmanned(hall, now):
            wanted[f"room_unmanned/{room.id}"] = ("room_unmanned", room.id, room.keeper)
        for terminal, fault in hall.guidance.faults.items():
            wanted[f"terminal_faulty/{terminal}"] = ("terminal_faulty", terminal, fault.detail)
        for queue, risk in hall.promises.at_risk.items():
            wanted[f"line_at_risk/{queue}"] = ("line_at_risk", queue, f"{risk.people:.0f}")
        if (share := kept_share(hall)) is not None and share < hall.setup.figures.promise_least:
            wanted["waits_unreliable/today"] = ("waits_unreliable", "today", f"{share * 100:.0f}")
        # In a demo hall screens are windows on somebody's desk, opened and closed at will.
        for board in () if self._is_demo else self._presence.absent():
            wanted[f"board_silent/{board}"] = ("board_silent", board, "")
        for board in self._presence.muted():
            wanted[f"sound_blocked/{board}"] = ("sound_blocked", board, "")
        return wanted

    async def _match_alerts(self, hall: Hall, now: datetime) -> None:
        """Raise what is due and clear what is over; others' alerts are not touched."""
        wanted = self._wanted(hall, now)
        for alert, (kind, subject, detail) in wanted.items():
            if alert not in hall.alerts:
                await self._asking.ask(RaiseAlert(kind=kind, subject=subject, detail=detail))
        for alert in hall.alerts:
            if alert.partition("/")[0] in OWN and alert not in wanted:
                await self._asking.ask(ClearAlert(alert=alert))


def unmanned(hall: Hall, now: datetime) -> list[CounterPlace]:
    """Rooms that nobody has opened for long while the hall is open (Q37)."""
    config = hall.setup
    if hours_view(config, now).state != "open":
        return []
    day = local(config, now).date()
    hours = day_plan(config, day).hours
    opened = moment(config, day, hours.opens) if hours else now
    long = timedelta(seconds=config.figures.room_unmanned_seconds)
    rooms = [place for place in config.counters if place.room]
    return [
        room
        for room in rooms
        if (desk := hall.counters.get(room.id)) is not None
        and desk.state is CounterState.CLOSED
        and now - max(desk.since, opened) > long
    ]
