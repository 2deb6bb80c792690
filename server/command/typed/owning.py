"""`init`, `token` and `person`: a hall, and who and what may speak to it."""

from pathlib import Path
from typing import Annotated

from server.access.roles import ROLES
from server.command.lines.loading import at_once
from server.command.typed.options import ONE_OF_THEM, Data, Printers, option
from server.packs.names import packs

SHORT_ROLES = {
    "lobby": "lobby_board",
    "window": "window_display",
    "counter": "clerk",
    "manager": "hall_manager",
}
TOKEN_ROLES = tuple(role for role in ROLES if role != "system")
PERSON_ROLES = ("guide", "clerk", "team_leader", "hall_manager", "admin")


def init(
    *,
    data: Data = None,
    pack: Annotated[str, option("pack", choices=packs(), group=ONE_OF_THEM)] = "",
    file: Annotated[Path | None, option("from_file", "--from", group=ONE_OF_THEM)] = None,
    name: Annotated[str, option("hall_name")] = "",
    hours: Annotated[str, option("hours")] = "",
    printers: Printers = (),
) -> None:
    with at_once():
        from server.command.work import owning
    owning.init(data, pack or None, file, name, hours, printers=printers)


def token(
    *,
    data: Data = None,
    role: Annotated[
        str,
        option("token_role", choices=(*TOKEN_ROLES, *SHORT_ROLES), metavar=f"{{{','.join(TOKEN_ROLES)}}}"),
    ],
    place: Annotated[str, option("place")] = "",
    name: Annotated[str, option("token_name")] = "",
) -> None:
    with at_once():
        from server.command.work import owning
    owning.token(data, SHORT_ROLES.get(role, role), place, name)


def person(
    login: Annotated[str, option("login")],
    /,
    *,
    data: Data = None,
    name: Annotated[str, option("person_name")],
    role: Annotated[str, option("person_role", choices=PERSON_ROLES)],
    password: Annotated[str, option("password")] = "",
) -> None:
    with at_once():
        from server.command.work import owning
    owning.person(data, login, name, role, password)
