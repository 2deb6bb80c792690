"""Any event -> the newest view into each screen's mailbox; each view is made once per change and audience."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from operator import is_ as is_same
from typing import Any, NamedTuple, Protocol

from server.domain.equipment.events import SlipMoved
from server.domain.hall import Hall
from server.domain.line import Pick
from server.domain.promises.nouns import Foresight
from server.domain.roster.present import NeededOf, nobody_reckons
from server.domain.screens import SCREENS, Looking
from server.domain.views.names import NameOf, nobody
from server.domain.views.overview.expected import expected
from server.domain.views.parts import Waits
from server.insight.simple import by_usual_times
from server.journal import Recorded
from server.supervisor import Part, Supervisor
from server.watchers.screens.mailbox import Mailbox
from server.watchers.screens.written import Written

PART = Part(kind="views")
PAUSE = 0.015  # s between two rounds: a burst of commands makes one round, a single one waits for nothing
AT_A_STRETCH = 0.002  # s of making views before others have the loop
LATER = 1.0  # s between two rounds of those who are not waiting for this change
REFRESH = 5.0  # s: waits and opening hours change with the time alone
ESTIMATE_KEPT = timedelta(seconds=1)  # it is shown in minutes
FIRST = frozenset(name for name, screen in SCREENS.items() if screen.first)
SEEN = {name: screen.seen() for name, screen in SCREENS.items()}


class Audience(NamedTuple):
    """Those who see the same: a screen at a place (a counter, a printer, a zone, or nothing)."""

    screen: str
    place: str


def _kiosk_of(hall: Hall, event: SlipMoved) -> Audience:
    """Whoever stands before it wants to know where the paper is."""
    owes = hall.owes(event.ticket)
    slip = owes.slip if owes else None
    return Audience("kiosk", (slip.moved_from or slip.printer) if slip else "")


class Live(Protocol):
    """A hall as it is now."""

    @property
    def hall(self) -> Hall: ...
    @property
    def pick(self) -> Pick: ...


class Views:
    """Who looks at what."""

    def __init__(
        self,
        live: Live,
        clock: Callable[[], datetime],
        parts: Supervisor | None = None,
        *,
        name_of: NameOf = nobody,
        foresee: Callable[[], Foresight] | None = None,
        needed: NeededOf = nobody_reckons,
    ) -> None:
        """`name_of` knows people's names by their log-ins; `foresee` is asked once a second."""
        self._foresee = foresee or (lambda: by_usual_times(live.hall, clock()))
        self._name_of, self._needed = name_of, needed
        self._live, self._clock = live, clock
        self._parts = parts or Supervisor()
        self._boxes: dict[Audience, set[Mailbox]] = {}
        self._last: dict[Audience, bytes] = {}
        self._shown: dict[Audience, object] = {}  # the views whose JSON is `_last`
        self._made_of: dict[Audience, Hall] = {}
        self._written = Written()
        self._dirty = False  # something has happened
        self._rung = False  # who is not concerned is due
        self._wake = asyncio.Event()
        self._concerned: set[Audience] = set()
        self._waits: Waits = {}
        self._waited: datetime | None = None
        self._later = 0.0  # when those who are not concerned were told last

    def on_commit(self, hall: Hall, recorded: tuple[Recorded, ...]) -> None:
        """The watcher."""
        for r in recorded:
            if type(r.event) is SlipMoved:
                self._concerned.add(_kiosk_of(hall, r.event))
            else:
                self._concerned.add(Audience("counter", getattr(r.event, "counter", "")))
        self._dirty = True
        self._wake.set()

    def join(self, audience: Audience, box: Mailbox) -> None:
        """From now on `box` gets the view, beginning with the newest."""
        # No await between these two lines, or a change could fall between them.
        self._boxes.setdefault(audience, set()).add(box)
        body = self.body(audience)
        if self._last.get(audience) != body:  # or a change taken back at once would leave this box behind
            self._forget(audience)
        box.put_view(self._message(body, self._clock()))

    def leave(self, audience: Audience, box: Mailbox) -> None:
        self._boxes[audience].discard(box)
        if not self._boxes[audience]:
            del self._boxes[audience]
            self._forget(audience)

    def _forget(self, audience: Audience) -> None:
        self._last.pop(audience, None)
        self._shown.pop(audience, None)
        self._made_of.pop(audience, None)

    def waits(self) -> Waits:
        """The estimates, at most a second old."""
        return self._waits_at(self._clock())

    def _waits_at(self, now: datetime) -> Waits:
        if self._waited is None or not timedelta(0) <= now - self._waited < ESTIMATE_KEPT:
            self._waits, self._waited = expected(self._live.hall, self._foresee(), now), now
        return self._waits

    async def run(self) -> None:
        """Push until cancelled: at once to whom a change concerns, to all others once a second."""
        loop = asyncio.get_running_loop()
        due = refresh = rested = loop.time()
        alarm, armed = loop.call_at(due, self._ring), due
        try:
            while True:
                await self._wake.wait()
                self._wake.clear()
                if (rest := rested - loop.time()) > 0:
                    await asyncio.sleep(rest)
                if self._dirty:
                    self._dirty = False
                    due = min(due, self._later + LATER)
                    concerned, self._concerned = self._concerned, set()
                    await self._round([a for a in self._boxes if a.screen in FIRST or a in concerned])
                if self._rung or loop.time() >= due:
                    self._rung = False
                    self._later = loop.time()
                    if self._later >= refresh:
                        refresh = self._later + REFRESH
                        await self._round(list(self._boxes), whatever=True)
                    else:
                        await self._round([a for a in self._boxes if a.screen not in FIRST])
                    due = refresh
                rested = loop.time() + PAUSE
                if due != armed:  # one alarm, moved seldom: most changes need none
                    alarm.cancel()
                    alarm, armed = loop.call_at(due, self._ring), due
        finally:
            alarm.cancel()

    def _ring(self) -> None:
        self._rung = True
        self._wake.set()

    async def _round(self, audiences: list[Audience], *, whatever: bool = False) -> None:
        """`whatever`: the time alone may have changed something, too."""
        now = self._clock()  # one moment for all, so that what two views have in common is made once
        loop_time = asyncio.get_running_loop().time
        since = loop_time()
        for audience in audiences:
            if audience in self._boxes and (whatever or self.concerns(audience)):
                with self._parts.alone(PART):  # a view that cannot be made is missing on its own screens only
                    self._push(audience, now)
                if loop_time() - since > AT_A_STRETCH:
                    await asyncio.sleep(0)
                    since = loop_time()

    def concerns(self, audience: Audience) -> bool:
        """Whether anything has changed that it sees since its view was made."""
        before, hall = self._made_of.get(audience), self._live.hall
        if before is None or before is hall:
            return before is None
        seen, place = SEEN[audience.screen], audience.place
        return not all(map(is_same, seen(before, place), seen(hall, place)))

    def _push(self, audience: Audience, now: datetime) -> None:
        hall = self._live.hall
        view = self.view(audience, now)
        self._made_of[audience] = hall
        if self._shown.get(audience) is view:
            return
        self._shown[audience] = view
        body = self._written.view(view)
        if self._last.get(audience) == body:
            return
        self._last[audience] = body
        message = self._message(body, now)
        for box in self._boxes[audience]:
            box.put_view(message)

    def _message(self, body: bytes, now: datetime) -> bytes:
        hall = self._live.hall
        position = f'"seq":{hall.seq},"epoch":{hall.epoch},"time":"{now.isoformat()}"'
        return f'{{"type":"view",{position},"view":'.encode() + body + b"}"

    def body(self, audience: Audience) -> bytes:
        """The view as JSON."""
        return self._written.view(self.view(audience, self._clock()))

    def view(self, audience: Audience, now: datetime) -> Any:
        show = SCREENS[audience.screen].show
        assert show is not None  # a print agent's socket joins no views
        return show(
            Looking(
                hall=self._live.hall,
                now=now,
                place=audience.place,
                waits=partial(self._waits_at, now),
                pick=self._live.pick,
                name_of=self._name_of,
                needed=self._needed,
            )
        )
