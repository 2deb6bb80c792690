"""THE place commands are applied, one at a time, in a task of its own.

How it works:

There is one hall in memory, a frozen value, and one task that may replace it. A command waits in a queue;
the task takes as many as wait, decides them one after another, each on the hall that the one before left,
writes all their events in one transaction and only then puts the new hall in the place of the old one,
answers and tells the watchers. So a reader always holds a hall that is whole and written, without a lock,
for as long as it likes; and what was answered is on disk.

Deciding is cheap and pure, writing is dear: a group shares one flush, which is what makes a busy hall no
slower than its disk. If the write fails, nothing happened: the old hall still stands and all of the group
are told so. If one command of a group throws something that is no refusal, the group is asked again one by
one, so that a fault costs its own caller alone.

Every request has a name from its asker. A name that is known is answered from what was recorded then and
changes nothing, so a client that heard no answer may always ask again: after a crash, too, since the names
lie in the journal with the events.

The journal may have another writer (a command line, a second server by mistake, a region's process). Its
`append` demands that the place in the journal is the one this hall was decided on; whoever loses reads the
news, decides anew and tries again (`SecondWriter`). After a commit whose answer was lost the same reading
tells which it was.

Watchers hear of every commit in order, may not block and cannot stop the hall: what they must do that takes
time, they do in parts of their own (`server/supervisor.py`). Nothing else writes events:
`tests/test_one_door.py`.
"""

import asyncio
import logging
import secrets
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import reduce

from server.domain.areas import QUIET
from server.domain.command import Command
from server.domain.config.soundness.known import Known
from server.domain.decide import decide
from server.domain.event import Event
from server.domain.evolve import evolve
from server.domain.hall import DAWN, Hall
from server.domain.line import Now, Pick, nobody_foresees, nobody_looked
from server.domain.promises.nouns import Foresight
from server.domain.queue.commands import SettleClock
from server.domain.refusals import Refused
from server.journal import Entry, Journal, JournalDamaged, Named, Recorded, SecondWriter, StorageFailed

log = logging.getLogger(__name__)

GROUP = 64
OVERLOAD = 2000
PATIENCE = 0.1  # s in which another command will do to be written with
TRIES = 5
NEWS = 1000
KEPT_ANSWERS = 4000

Watcher = Callable[[Hall, tuple[Recorded, ...]], None]
Failed = Callable[[str, Exception], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What became of a command: its events, and the hall right after the group it was written with."""

    hall: Hall
    recorded: tuple[Recorded, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    command: Command
    actor: str
    request: str
    answer: asyncio.Future[Done]


class Overloaded(Exception):
    """More is asked than can be done; ask again in a moment."""


class LiveHall:
    """Obeys commands in the order they came and tells the watchers after the commit.

    A caller that hangs up loses only its answer: the writing goes on to its end. Those that wait together are
    written together (group commit), so that durability costs little under load.
    """

    def __init__(
        self,
        journal: Journal,
        hall: Hall,
        names: Mapping[str, Named],
        *,
        clock: Callable[[], datetime],
        pick: Pick,
        sure: Callable[[], bool] = lambda: True,
        began: Callable[[], datetime] = lambda: DAWN,
    ) -> None:
        self.sure, self._began = sure, began
        self.hall = hall
        self.journal = journal
        self.clock = clock
        self.pick = pick
        self.known: Callable[[], Known | None] = nobody_looked
        self.foresee: Callable[[], Foresight | None] = nobody_foresees
        self.storage_failed = False
        self._behind = False
        self._names = dict(names)
        self._answers: OrderedDict[str, tuple[Recorded, ...]] = OrderedDict()
        self._asks: asyncio.Queue[Ask] = asyncio.Queue()
        self._patient: list[Ask] = []
        self._watchers: list[tuple[str, Watcher]] = []
        self.watcher_failed: Failed = _logged

    @classmethod
    async def open(cls, journal: Journal, *, clock: Callable[[], datetime], pick: Pick) -> "LiveHall":
        return cls(journal, await journal.load(), await journal.names(), clock=clock, pick=pick)

    def watch(self, watcher: Watcher, name: str = "watcher") -> None:
        """Be told of every commit, in order. A watcher must not block and cannot stop the hall.

        One that fails is told to `watcher_failed` by its name.
        """
        self._watchers.append((name, watcher))

    async def apply(self, command: Command, *, actor: str, request: str, patient: bool = False) -> Done:
        """Ask for `command` and wait for what came of it.

        The same `request` again gets the first answer again and changes nothing. Raises `Refused`,
        `StorageFailed` or `Overloaded`; in each case nothing was written. Who is `patient` waits a moment for
        another command, and is decided before it and written with it.
        """
        if self._asks.qsize() >= OVERLOAD:
            raise Overloaded
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[Done] = loop.create_future()
        ask = Ask(command=command, actor=actor, request=request, answer=answer)
        if not patient:
            self._asks.put_nowait(ask)
        else:
            if not self._patient:
                loop.call_later(PATIENCE, self._wait_no_longer)
            self._patient.append(ask)
        return await answer

    def _wait_no_longer(self) -> None:
        waited, self._patient = self._patient, []
        for ask in waited:
            self._asks.put_nowait(ask)

    async def obey_first(self, command: Command, *, actor: str) -> None:
        """What has to be before anybody is let in, while nobody runs the hall; raises as `apply` does."""
        answer: asyncio.Future[Done] = asyncio.get_running_loop().create_future()
        name = f"{actor}/{secrets.token_hex(8)}"
        await self._obey([Ask(command=command, actor=actor, request=name, answer=answer)])
        await answer

    def would(self, command: Command) -> tuple[Event, ...]:
        """What would follow from it now, decided like any other; nothing is written. Raises `Refused`."""
        return self._group().follows(command)

    def knows(self, request: str) -> bool:
        """Whether this was asked before, so that it is only answered again."""
        return request in self._names

    def knows_since(self, moment: datetime) -> bool:
        """Whether the time passed since then is sure: in this run the steady clock measured it itself."""
        return self.sure() or moment >= self._began()

    async def forget(self, before: datetime) -> None:
        """Let go of the names of requests older than this, here and in the journal."""
        await self.journal.forget(before)
        kept = await self.journal.names()
        self._names = {n: at for n, at in self._names.items() if n in kept or n in self._answers}

    async def run(self) -> None:
        """Obey until cancelled."""
        while True:
            first = await self._asks.get()
            group = [*self._patient, first]
            self._patient = []
            # Nothing is decided behind a clock that is settled before the clock itself has followed.
            while len(group) < GROUP and not self._asks.empty() and not _settles(group[-1]):
                group.append(self._asks.get_nowait())
            await self._obey(group)

    async def _obey(self, group: list[Ask]) -> None:
        for _ in range(TRIES):
            try:
                work = await self._written(group)
            except SecondWriter:
                self._behind = True
                continue
            except StorageFailed as error:
                self._behind = True  # it may have been written all the same: a commit whose answer was lost
                self._fail(group, error)
                return
            except Exception as error:
                log.exception("a command could not be decided; nothing of its group was written")
                await self._one_by_one(group, error)
                return
            self._conclude(work)
            return
        self._fail(group, StorageFailed("another writer keeps winning"))

    async def _written(self, group: list[Ask]) -> "_Group":
        if not self._behind:
            return await self._write(group)
        async with self.journal.alone():  # or a rival that never rests would always be there first
            await self._catch_up()
            return await self._write(group)

    def _group(self) -> "_Group":
        return _Group(self.hall, self._now)

    def _now(self, hall: Hall) -> Now:
        return Now(
            at=max(self.clock(), hall.at),
            new_id=secrets.token_hex(8),
            new_token=secrets.token_urlsafe(16),
            pick=self.pick,
            sure=self.sure(),
            known=self.known,
            foresee=self.foresee,
        )

    async def _write(self, group: list[Ask]) -> "_Group":
        work = self._group()
        for ask in group:
            await self._take(work, ask)
        if work.entries:
            await self.journal.append(self.hall, work.hall, work.entries)
        return work

    async def _one_by_one(self, group: list[Ask], error: Exception) -> None:
        """A bug in one command must not cost its neighbours their answers."""
        if len(group) == 1:
            self._answer(group[0], error)
            return
        for ask in group:
            await self._obey([ask])

    async def _take(self, work: "_Group", ask: Ask) -> None:
        earlier = work.recorded_as(ask.request)
        if earlier is None:
            earlier = await self._answered(ask.request)
        if earlier is not None:
            work.answers.append((ask, earlier))
            return
        try:
            work.decide(ask)
        except Refused as refused:
            work.answers.append((ask, refused))

    async def _answered(self, request: str) -> tuple[Recorded, ...] | None:
        if request in self._answers:
            return self._answers[request]
        named = self._names.get(request)
        if named is None:
            return None
        n = named.last_seq - named.first_seq + 1
        return await self.journal.since(named.first_seq - 1, n) if n else ()

    def _conclude(self, work: "_Group") -> None:
        if work.entries:
            self.storage_failed = False
        self.hall = work.hall
        recorded = tuple(r for entry in work.entries for r in entry.recorded)
        for entry in work.entries:
            self._remember(entry)
        for ask, answer in work.answers:
            self._answer(ask, answer)
        if recorded:
            self._tell(recorded)

    def _remember(self, entry: Entry) -> None:
        first = entry.recorded[0].seq if entry.recorded else self.hall.seq + 1
        last = entry.recorded[-1].seq if entry.recorded else self.hall.seq
        self._names[entry.request] = Named(epoch=self.hall.epoch, first_seq=first, last_seq=last)
        self._answers[entry.request] = entry.recorded
        if len(self._answers) > KEPT_ANSWERS:
            self._answers.popitem(last=False)

    def _tell(self, recorded: tuple[Recorded, ...]) -> None:
        for name, watcher in self._watchers:
            try:
                watcher(self.hall, recorded)
            except Exception as error:  # noqa: BLE001  # the hall goes on, whatever follows from it
                self.watcher_failed(name, error)

    def _answer(self, ask: Ask, answer: tuple[Recorded, ...] | Exception) -> None:
        if ask.answer.done():
            return  # the caller has hung up; what is written stays written
        if isinstance(answer, Exception):
            ask.answer.set_exception(answer)
        else:
            ask.answer.set_result(Done(hall=self.hall, recorded=answer))

    def _fail(self, group: list[Ask], error: Exception) -> None:
        log.error("the journal did not take a group of %d: %s", len(group), error)
        self.storage_failed = True
        for ask in group:
            self._answer(ask, error)

    async def _catch_up(self) -> None:
        """Somebody else may have written: read what the journal has, to decide on that."""
        place = self.hall.seq
        try:
            news = await self.journal.since(place, NEWS)
        except JournalDamaged:
            news = ()
        if 0 < len(news) < NEWS and all(r.epoch == self.hall.epoch for r in news):
            self.hall = reduce(evolve, (r.event for r in news), self.hall)
        else:
            self.hall = await self.journal.load()
        self._names |= await self.journal.names(min(place, self.hall.seq))
        self._behind = False
        if news:
            self._tell(news)


def _logged(name: str, error: Exception) -> None:
    log.error("%s failed; the hall goes on", name, exc_info=error)


def _settles(ask: Ask) -> bool:
    return isinstance(ask.command, SettleClock)


class _Group:
    """Commands decided one after another in memory, to be written together."""

    def __init__(self, hall: Hall, now: Callable[[Hall], Now]) -> None:
        self.hall = hall
        self.entries: list[Entry] = []
        self.answers: list[tuple[Ask, tuple[Recorded, ...] | Exception]] = []
        self._now = now

    def recorded_as(self, request: str) -> tuple[Recorded, ...] | None:
        return next((entry.recorded for entry in self.entries if entry.request == request), None)

    def follows(self, command: Command) -> tuple[Event, ...]:
        return decide(self.hall, command, self._now(self.hall))

    def decide(self, ask: Ask) -> None:
        events = self.follows(ask.command)
        seq, epoch = self.hall.seq, self.hall.epoch
        recorded = tuple(
            Recorded(epoch=epoch, seq=seq + n, actor=ask.actor, event=event)
            for n, event in enumerate(events, 1)
        )
        self.hall = reduce(evolve, events, self.hall)
        self.answers.append((ask, recorded))
        if not events and type(ask.command) in QUIET:
            return  # late news from a screen or a printer is not worth a commit
        kind = type(ask.command).__name__
        self.entries.append(Entry(request=ask.request, kind=kind, actor=ask.actor, recorded=recorded))
