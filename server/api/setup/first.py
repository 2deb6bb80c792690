"""The first set-up: whoever holds the code from the machine itself makes the hall and its administrator."""

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Annotated, Literal

from fastapi import APIRouter, Request, Response
from pydantic import ConfigDict, StringConstraints

from server.access.people import People
from server.access.refusals import AccessRefused
from server.access.secrets import code_as_typed, new_code
from server.access.sources import Source
from server.access.strength import Level, strength
from server.api.answering.bodies import Body
from server.api.doors.doors import LoggedIn
from server.api.pacing.limits import Limit, address_of
from server.api.setup.beside import FIRST
from server.domain.config.config import HallConfig
from server.domain.config.hall_parts.basics import INDUSTRIES
from server.domain.config.pieces.calendar import Hours
from server.domain.config.soundness.hours_rules import hours_problems
from server.domain.form import Form
from server.domain.setup.commands import ConfigureHall
from server.domain.setup.refusals import CONFIG_INVALID
from server.domain.text import Text
from server.live_hall import LiveHall
from server.packs.hall_file import pack, usual_hours
from server.packs.names import packs

TRIES_A_MINUTE = 10
Remember = Callable[[Request, Response, str], Awaitable[None]]
LONG_CODE = 2  # codes in a row: what is printed once and clicked on may be long


Filled = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class HallName(Body):
    model_config = ConfigDict(str_max_length=100)

    zh: str
    en: str


class FirstSetUp(Body):
    code: str
    pack: str
    name: HallName
    languages: Literal["both", "zh"] = "both"
    hours: str = ""
    login: Filled = "admin"
    person: Filled = "管理员"
    password: str


class HoursTyped(Body):
    opens: str
    closes: str


class PasswordTyped(Body):
    login: str
    password: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PasswordJudged:
    """How good a password is, from 0 for none to 3, and in words; without `fits` it will be refused."""

    level: Level
    fits: bool
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursJudged:
    """What is wrong with hours as they are typed."""

    problem: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PackShown:
    """A field's usual set-up; `hours` "08:30-17:00", or "" where it never closes."""

    id: str
    name: Text
    kind: Text
    hours: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstNeeded:
    """`packs` to begin with and what is asked, where the hall has no set-up yet."""

    needed: bool
    packs: tuple[PackShown, ...]
    form: Form


class FirstSetup:
    """Open while the hall has no set-up; its code is on the machine's own terminal only."""

    def __init__(self, live: LiveHall, people: People) -> None:
        self._live, self._people = live, people
        self.code = "".join(new_code() for _ in range(LONG_CODE))
        self._tries = Limit(live.clock, TRIES_A_MINUTE)

    @property
    def needed(self) -> bool:
        return self._live.hall.config is None

    def judge(self, typed: PasswordTyped) -> PasswordJudged:
        """Said while it is typed; nothing of it is kept."""
        self._still_needed()
        judged = strength(typed.password, typed.login)
        return PasswordJudged(level=judged.level, fits=judged.fits, text=judged.text)

    def judge_hours(self, typed: HoursTyped) -> HoursJudged:
        self._still_needed()
        wrong = hours_problems("hours", Hours(opens=typed.opens, closes=typed.closes))
        first_wrong = next(wrong, None)
        return HoursJudged(problem=first_wrong and Text(first_wrong.zh, first_wrong.en))

    def _still_needed(self) -> None:
        if not self.needed:
            raise AccessRefused("code_expired")

    async def make(self, address: str, first: FirstSetUp) -> LoggedIn:
        """The administrator's log-in. Refuse with `wrong_code` and others."""
        self._tries.check(address)
        self._still_needed()
        if not secrets.compare_digest(code_as_typed(first.code).encode(), self.code.encode()):
            raise AccessRefused("wrong_code")
        config = made_from(first)
        command = ConfigureHall(config=config, by=first.login)
        self._live.would(command)
        await asyncio.to_thread(self._add, first)  # before there is a hall without a master
        await self._live.apply(command, actor="system:first", request="first")
        token, actor, ends_at = await asyncio.to_thread(
            self._people.log_in, first.login, first.password, "", self._live.clock(), Source(address=address)
        )
        return LoggedIn(token=token, actor=actor, ends_at=ends_at)

    def _add(self, first: FirstSetUp) -> None:
        try:
            self._people.add(first.login, first.person, "admin", first.password)
        except AccessRefused as refused:
            if refused.code != "login_taken":
                raise
            self._people.reset_password(first.login, first.password)  # of a try that was cut short


def made_from(first: FirstSetUp) -> HallConfig:
    name = Text(first.name.zh.strip(), first.name.en.strip())
    config = replace(pack(first.pack), name=name, languages=first.languages)
    if not first.hours:
        return config
    opens, _, closes = first.hours.partition("-")
    return replace(config, hours=Hours(opens=opens.strip(), closes=closes.strip()))


def first_routes(first: FirstSetup, remember: Remember) -> APIRouter:
    """`remember`: this browser is known from now on, so that no stranger's tries keep its person out."""
    router = APIRouter(prefix="/api/setup/first", tags=["set-up"])

    @router.get("")
    async def needed() -> FirstNeeded:
        if not first.needed:
            return FirstNeeded(needed=False, packs=(), form=())
        return FirstNeeded(needed=True, packs=tuple(_pack(name) for name in packs()), form=FIRST)

    @router.post("")
    async def make(request: Request, response: Response, asked: FirstSetUp) -> LoggedIn:
        if asked.pack not in packs():
            raise CONFIG_INVALID(problem=asked.pack)
        logged_in = await first.make(address_of(request), asked)
        await remember(request, response, asked.login)
        return logged_in

    @router.post("/password")
    async def judge(typed: PasswordTyped) -> PasswordJudged:
        return first.judge(typed)

    @router.post("/hours")
    async def judge_hours(typed: HoursTyped) -> HoursJudged:
        return first.judge_hours(typed)

    return router


def _pack(name: str) -> PackShown:
    usual = usual_hours(name)
    hall = pack(name)
    kinds = {industry.value: industry.text for industry in INDUSTRIES if industry.value != "other"}
    return PackShown(
        id=name,
        name=hall.name,
        kind=kinds.get(hall.industry, hall.name),
        hours=f"{usual.opens}-{usual.closes}" if usual else "",
    )
