"""The set-up page's side of the hall: show it, check a change, apply it, take it back, as a file."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Sequence
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import PlainTextResponse

from server.access.actors import Actor
from server.access.devices import Devices
from server.access.people import People, Person
from server.access.rights import require, require_set_up
from server.api.answering.answers import Responses, file
from server.api.answering.errors import SetupProblem, problem_of, wrong_places
from server.api.doors.access_record import Note
from server.api.public.public import qr_svg
from server.api.screens.screen import Screen
from server.api.setup.asked import AsFile, Begun, DaysOf, Draft, Merging, TakenBack, Wanted, shaped
from server.api.setup.beside import BESIDE
from server.api.setup.days import DayShown, days_shown
from server.api.setup.history import LastChange, SetupEntry, history, last_change
from server.api.setup.readiness import Step, readiness
from server.api.setup.shown import (
    PAGES,
    FileRead,
    Judged,
    Saved,
    SetUp,
    Together,
    all_shown,
    choices,
    figures,
    outcome,
    planned,
    unreadable,
)
from server.devices.media import there
from server.domain.care.nouns import HARD_CAP_FEN
from server.domain.config.bounds import without_junk
from server.domain.config.changes.changes import differences, merged
from server.domain.config.config import FORM, USUAL_LADDER, HallConfig
from server.domain.config.soundness.confirming import door_of, network_doors
from server.domain.config.soundness.known import judged, missing_media
from server.domain.config.soundness.references import REFERENCES
from server.domain.form import Field as Asked
from server.domain.queue.refusals import NOTHING_TO_UNDO
from server.domain.refusals import Refused
from server.domain.setup.commands import ConfigureHall
from server.domain.setup.events import HallConfigured
from server.domain.setup.refusals import Unsound
from server.live_hall import LiveHall
from server.packs.hall_file import HallFileProblem, read_hall_text, write_hall_file
from server.settings import Settings

ActorOf = Callable[[Request], Awaitable[Actor]]
HISTORY = 200  # entries; an undo looks no further back
RECENT = 20  # entries; who changed the same piece meanwhile is among them
WRONG: Responses = {409: {"model": SetupProblem, "description": "refused, with everything that is wrong"}}


class SettingUp:
    """Everything the set-up page asks of a hall."""

    def __init__(
        self,
        live: LiveHall,
        people: People,
        devices: Devices,
        settings: Settings,
        connected: Collection[Screen],
    ) -> None:
        self._live, self._people, self._devices = live, people, devices
        self._settings, self._connected = settings, connected

    @property
    def config(self) -> HallConfig:
        return self._live.hall.setup

    async def show(self) -> SetUp:
        hall, people = self._live.hall, await self._staff()
        paired = await asyncio.to_thread(self._paired)
        return SetUp(
            config=self.config,
            seq=hall.seq,
            plans=tuple(planned(plan) for plan in hall.plans.values()),
            names=_names(people),
            choices=choices(self.config),
            figures=figures(self.config.figures),
            ready=tuple(self._ready(people, paired)),
            address=self._settings.public_url,
            pages=PAGES,
            usual_rungs=USUAL_LADDER.rungs,
            dearest_gift_fen=HARD_CAP_FEN,
            references=REFERENCES,
        )

    def together(self, asked: Merging) -> Together:
        """A draft with what others have changed since it was begun; nothing is applied."""
        base, draft = _read(asked)
        return Together(config=self.config, draft=merged(base, draft, self.config, asked.wins))

    def judge(self, actor: Actor, asked: Draft) -> Judged:
        """What a draft changes, and by the hall's own decision all that keeps it back; nothing is kept."""
        command = _command(actor, asked)
        require(actor, command)
        assert command.base is not None
        config, base = without_junk(command.config), without_junk(command.base)
        changes = all_shown(differences(base, config), config, base, self.config)
        try:
            self._live.would(command)
        except Unsound as wrong:
            return Judged(changes=changes, problems=wrong_places(wrong.problems, wrong.config), refusal=None)
        except Refused as no:
            return Judged(changes=changes, problems=(), refusal=problem_of(no))
        return Judged(changes=changes, problems=(), refusal=None)

    async def change(self, actor: Actor, wanted: Wanted) -> Saved:
        command = _command(actor, wanted)
        require(actor, command)
        if wanted.dry:
            return outcome(self._live.hall, next(iter(self._live.would(command)), None))
        return await self._apply(actor, command, wanted.id)

    async def take_back(self, actor: Actor, asked: TakenBack) -> Saved:
        """What a change did is undone; what came after it stays."""
        set_ups = await self._live.journal.set_ups(HISTORY)
        made = [r for r in set_ups if isinstance(r.event, HallConfigured)]
        nth = next((n for n, r in enumerate(made) if r.seq == asked.seq), None)
        if nth is None or nth + 1 >= len(made):
            raise NOTHING_TO_UNDO()
        undone, before = made[nth].event, made[nth + 1].event
        assert isinstance(undone, HallConfigured)
        assert isinstance(before, HallConfigured)
        command = ConfigureHall(
            config=before.config,
            base=undone.config,
            undoes=asked.seq,
            by=actor.id.rpartition(":")[2],
        )
        require(actor, command)
        return await self._apply(actor, command, asked.id)

    async def past(self, limit: int) -> list[SetupEntry]:
        entries = await self._live.journal.set_ups(limit)
        devices = {d.device_id: d.name for d in await asyncio.to_thread(self._devices.list)}
        return history(entries, _names(await self._staff()), devices)

    def read_file(self, text: str) -> FileRead:
        """What a file would change; it is not applied."""
        try:
            config = read_hall_text(text)
        except HallFileProblem as problem:
            raise unreadable(problem) from problem
        wrong = judged(config, self._live.known(), before=self.config, confirmed=network_doors(config))
        return FileRead(
            config=config,
            changes=all_shown(differences(self.config, config), config, self.config),
            problems=wrong_places(wrong, config),
        )

    def qr(self, path: str) -> bytes:
        """The code that leads a phone to a page of this hall."""
        return qr_svg(self._settings.address(path))

    def _paired(self) -> frozenset[str]:
        return frozenset(d.role for d in self._devices.list() if d.revoked_at is None)

    def _ready(self, people: Sequence[Person], paired: Collection[str]) -> list[Step]:
        missing = missing_media(self.config, there(self._settings.media))
        return readiness(self._live.hall, people, {s.screen for s in self._connected}, missing, paired)

    async def _staff(self) -> Sequence[Person]:
        return await asyncio.to_thread(self._people.list)

    async def _apply(self, actor: Actor, command: ConfigureHall, name: str) -> Saved:
        done = await self._live.apply(command, actor=actor.id, request=f"{actor.id}/ConfigureHall/{name}")
        return outcome(done.hall, done.recorded[-1].event if done.recorded else None)


def _command(actor: Actor, asked: Draft) -> ConfigureHall:
    base, config = _read(asked)
    return ConfigureHall(
        config=config,
        base=base,
        valid_from=asked.valid_from,
        note=asked.note.strip(),
        by=actor.id.rpartition(":")[2],
        confirmed=asked.confirmed,
    )


def _read(asked: Begun) -> tuple[HallConfig, HallConfig]:
    return shaped(asked.base), shaped(asked.config)


def _newly(wanted: Wanted, before: Collection[str]) -> list[str]:
    """What whoever saved vouches for."""
    return [] if wanted.dry else [address for address in wanted.confirmed if door_of(address) not in before]


def _names(people: Sequence[Person]) -> dict[str, str]:
    return {p.login: p.name for p in people}


def setup_routes(setting_up: SettingUp, actor_of: ActorOf, note: Note) -> APIRouter:
    router = APIRouter(prefix="/api/setup", tags=["set-up"])

    async def manager(request: Request) -> Actor:
        actor = await actor_of(request)
        require_set_up(actor)
        return actor

    @router.get("")
    async def show(request: Request) -> SetUp:
        await manager(request)
        return await setting_up.show()

    @router.get("/form")
    async def form(request: Request) -> tuple[Asked, ...]:
        await manager(request)
        return (*FORM, *BESIDE)

    @router.post("", responses=WRONG)
    async def change(request: Request, wanted: Wanted) -> Saved:
        actor, before = await manager(request), network_doors(setting_up.config)
        saved = await setting_up.change(actor, wanted)
        for address in _newly(wanted, before):
            await note(request, "printer_confirmed", actor.id, address)
        return saved

    @router.get("/file", response_class=PlainTextResponse)
    async def as_file(request: Request) -> Response:
        await note(request, "set_up_saved", (await manager(request)).id, "")
        saved_as = {"content-disposition": 'attachment; filename="hall.toml"'}
        return PlainTextResponse(write_hall_file(setting_up.config), headers=saved_as)

    _past_routes(router, setting_up, manager)
    _draft_routes(router, setting_up, manager)

    @router.get("/qr", response_class=Response, responses=file("image/svg+xml"))
    async def qr(request: Request, path: str = "/") -> Response:
        await manager(request)
        return Response(setting_up.qr(path[:200]), media_type="image/svg+xml")

    return router


def _past_routes(router: APIRouter, setting_up: SettingUp, manager: ActorOf) -> None:
    @router.get("/history")
    async def past(request: Request, limit: Annotated[int, Query(ge=1, le=HISTORY)] = 50) -> list[SetupEntry]:
        await manager(request)
        return await setting_up.past(limit)

    @router.get("/last_change")
    async def changed(
        request: Request, where: Annotated[str, Query(max_length=200)] = ""
    ) -> LastChange | None:
        await manager(request)
        return last_change(await setting_up.past(RECENT), where)

    @router.post("/undo")
    async def take_back(request: Request, asked: TakenBack) -> Saved:
        return await setting_up.take_back(await manager(request), asked)


def _draft_routes(router: APIRouter, setting_up: SettingUp, manager: ActorOf) -> None:
    """What becomes of a draft before anything is applied."""

    @router.post("/together", responses=WRONG)
    async def together(request: Request, asked: Merging) -> Together:
        await manager(request)
        return setting_up.together(asked)

    @router.post("/draft", responses=WRONG)
    async def judge(request: Request, asked: Draft) -> Judged:
        return setting_up.judge(await manager(request), asked)

    @router.post("/days", responses=WRONG)
    async def days(request: Request, asked: DaysOf) -> list[DayShown]:
        await manager(request)
        return days_shown(shaped(asked.config), asked.first, asked.days)

    @router.post("/file", responses=WRONG)
    async def read_file(request: Request, asked: AsFile) -> FileRead:
        await manager(request)
        return setting_up.read_file(asked.text)
