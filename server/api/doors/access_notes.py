"""Keeps in the journal who let whom in, changed them or shut them out; never a password or a token."""

from typing import Literal

from server.access.secrets import new_token
from server.domain.equipment.commands import NoteAccess
from server.live_hall import LiveHall

What = Literal[
    "person_added",
    "person_changed",
    "person_withdrawn",
    "person_readmitted",
    "person_put_out",
    "password_reset",
    "device_paired",
    "device_changed",
    "device_revoked",
    "device_rotated",
    "locked_out",
    "drill_held",
]


class AccessNotes:
    def __init__(self, live: LiveHall) -> None:
        self._live = live

    async def note(self, by: str, what: What, subject: str, detail: str = "") -> None:
        """`by` is the id of the actor who did it."""
        command = NoteAccess(what=what, subject=subject, detail=detail)
        await self._live.apply(command, actor=by, request=f"access/{new_token()}")
