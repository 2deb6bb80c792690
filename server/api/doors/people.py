"""The people of the hall over HTTP: added, renamed, given a role, shut out and let in again by a manager."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from fastapi import APIRouter, Request
from pydantic import ConfigDict, Field

from server.access.actors import Actor
from server.access.people import People, Person
from server.access.refusals import AccessRefused
from server.access.rights import require_grant
from server.access.secrets import as_typed, new_password
from server.api.answering.answers import Acknowledged
from server.api.answering.bodies import Body
from server.api.doors.access_notes import AccessNotes
from server.api.doors.access_record import Note


class _Body(Body):
    model_config = ConfigDict(str_strip_whitespace=True)


class PersonAdded(_Body):
    """Without a password one is made."""

    login: str = Field(min_length=1, max_length=40)
    name: str = Field(min_length=1, max_length=40)
    role: str
    password: str = ""


class PersonChanged(_Body):
    name: str | None = Field(default=None, min_length=1, max_length=40)
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PasswordOnce:
    """To be written down now: nobody can read it again."""

    password: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """`recheck` shows out every screen of whoever has just lost the right to it."""

    people: People
    notes: AccessNotes
    actor_of: Callable[[Request], Awaitable[Actor]]
    recheck: Callable[[], Awaitable[None]]
    read: Note

    async def manager(self, request: Request) -> Actor:
        actor = await self.actor_of(request)
        require_grant(actor)
        return actor

    async def reach(self, actor: Actor, login: str) -> Person:
        """A person this manager may change. Refuse with `unknown_person` or `not_allowed`."""
        person = await asyncio.to_thread(self.people.find_person, login)
        require_grant(actor, person.role)
        return person

    async def add(self, actor: Actor, body: PersonAdded) -> PasswordOnce:
        require_grant(actor, body.role)
        password = body.password or new_password()
        await asyncio.to_thread(self.people.add, body.login, body.name, body.role, password)
        await self.notes.note(actor.id, "person_added", as_typed(body.login), body.role)
        return PasswordOnce(password=password)

    async def change(self, actor: Actor, login: str, body: PersonChanged) -> None:
        person = await self.reach(actor, login)
        changes = []
        if body.role is not None and body.role != person.role:
            require_grant(actor, body.role)
            _not_oneself(actor, person)
            await asyncio.to_thread(self.people.assign, person.login, body.role)
            changes.append(f"{person.role} → {body.role}")
        if body.name is not None and body.name != person.name:
            await asyncio.to_thread(self.people.rename, person.login, body.name)
            changes.append(f"{person.name} → {body.name}")
        if changes:
            await self.recheck()
            await self.notes.note(actor.id, "person_changed", person.login, "; ".join(changes))

    async def new_password(self, actor: Actor, login: str, *, returns: bool) -> PasswordOnce:
        """A fresh password for who has forgotten theirs, or for who `returns` after being withdrawn."""
        person = await self.reach(actor, login)
        if person.active == returns:
            raise AccessRefused("person_here" if returns else "person_left", login=person.login)
        password = new_password()
        await asyncio.to_thread(self.people.reset_password, person.login, password)
        await self.recheck()
        await self.notes.note(actor.id, "person_readmitted" if returns else "password_reset", person.login)
        return PasswordOnce(password=password)

    async def withdraw(self, actor: Actor, login: str) -> None:
        person = await self.reach(actor, login)
        _not_oneself(actor, person)
        if person.active:
            await asyncio.to_thread(self.people.withdraw, person.login)
            await self.recheck()
            await self.notes.note(actor.id, "person_withdrawn", person.login)

    async def put_out(self, actor: Actor, login: str) -> None:
        person = await self.reach(actor, login)
        await asyncio.to_thread(self.people.put_out, person.login)
        await self.recheck()
        await self.notes.note(actor.id, "person_put_out", person.login)


def people_routes(staff: Staff) -> APIRouter:
    router = APIRouter(prefix="/api/people", tags=["people and devices"])

    @router.get("")
    async def everybody(request: Request) -> tuple[Person, ...]:
        actor = await staff.manager(request)
        await staff.read(request, "people_read", actor.id, "")
        return await asyncio.to_thread(staff.people.list)

    @router.post("")
    async def add(request: Request, body: PersonAdded) -> PasswordOnce:
        return await staff.add(await staff.manager(request), body)

    @router.post("/{login}")
    async def change(request: Request, login: str, body: PersonChanged) -> Acknowledged:
        await staff.change(await staff.manager(request), login, body)
        return Acknowledged()

    @router.post("/{login}/password")
    async def password(request: Request, login: str) -> PasswordOnce:
        return await staff.new_password(await staff.manager(request), login, returns=False)

    @router.post("/{login}/readmit")
    async def readmit(request: Request, login: str) -> PasswordOnce:
        return await staff.new_password(await staff.manager(request), login, returns=True)

    @router.post("/{login}/withdraw")
    async def withdraw(request: Request, login: str) -> Acknowledged:
        await staff.withdraw(await staff.manager(request), login)
        return Acknowledged()

    @router.post("/{login}/put_out")
    async def put_out(request: Request, login: str) -> Acknowledged:
        """A lost tablet: every log-in of the person ends, wherever it is."""
        await staff.put_out(await staff.manager(request), login)
        return Acknowledged()

    return router


def _not_oneself(actor: Actor, person: Person) -> None:
    if actor.id == f"person:{person.login}":
        raise AccessRefused("yourself")
