"""Who holds this token; asked at every request and every message, so it remembers for two seconds."""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta

from server.access.actors import Actor
from server.access.devices import Devices
from server.access.people import People
from server.access.refusals import Unknown
from server.access.secrets import token_hash

REMEMBERED_FOR = timedelta(seconds=2)  # how long a revocation by another process may go unseen
_MOST_REMEMBERED = 4096
FAMILIAR_FOR = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """An actor as looked up at `seen_at`; `good_until` is the session's end or the end of memory."""

    actor: Actor
    seen_at: datetime
    good_until: datetime
    revisions: tuple[int, int]


class Gate:
    """Any number of threads may ask; `remembered` never waits, `actor_of` may read the tables."""

    def __init__(self, people: People, devices: Devices) -> None:
        self._people = people
        self._devices = devices
        self._sightings: dict[str, Sighting] = {}
        self._good_lately: OrderedDict[str, datetime] = OrderedDict()

    def actor_of(self, token: str, now: datetime) -> Actor:
        """Raise `Unknown` for a token that never was, has ended or was revoked."""
        return self.remembered(token, now) or self._look_up(token_hash(token), now)

    def remembered(self, token: str, now: datetime) -> Actor | None:
        """Return the actor when the answer is at hand, so that the event loop can spare the thread."""
        seen = self._sightings.get(token_hash(token))
        if seen is None or seen.revisions != self._revisions():
            return None
        # A clock set back must not make memory last longer.
        return seen.actor if seen.seen_at <= now < seen.good_until else None

    def familiar(self, token: str, now: datetime) -> bool:
        """Whether the token was good within the hour: it need not queue among strangers; asked anew."""
        seen = self._good_lately.get(token_hash(token)) if token else None
        return seen is not None and now - seen < FAMILIAR_FOR

    def invalidate(self) -> None:
        """Forget everybody; changes made through `people` and `devices` do not need it."""
        self._sightings.clear()

    def _look_up(self, hashed: str, now: datetime) -> Actor:
        revisions = self._revisions()  # before reading: a change meanwhile makes this sighting stale at once
        actor, good_until = self._devices.find(hashed), now + REMEMBERED_FOR
        if actor is None:
            opened = self._people.find(hashed, now)
            if opened is None:
                self._sightings.pop(hashed, None)
                self._good_lately.pop(hashed, None)
                raise Unknown
            actor, good_until = opened.actor, min(opened.ends_at, good_until)
        if len(self._sightings) >= _MOST_REMEMBERED:
            self._sightings.clear()
        self._sightings[hashed] = Sighting(
            actor=actor, seen_at=now, good_until=good_until, revisions=revisions
        )
        self._good_lately[hashed] = now
        self._good_lately.move_to_end(hashed)
        if len(self._good_lately) > _MOST_REMEMBERED:
            self._good_lately.popitem(last=False)
        return actor

    def _revisions(self) -> tuple[int, int]:
        return self._people.revision, self._devices.revision
