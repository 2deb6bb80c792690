"""What each role may ask, open and hand out."""

from collections.abc import Collection, Mapping

from server.access.actors import Actor
from server.access.refusals import AccessRefused
from server.access.roles import DEVICE_ROLES, PEOPLE_ROLES, ROLES
from server.domain import screens
from server.domain.areas import ASKED_BY, WITHIN
from server.domain.askers import SYSTEM
from server.domain.command import Command
from server.domain.queue.commands import OpenCounter
from server.domain.setup.commands import ConfigureHall

CommandClasses = frozenset[type[Command]]

EVERYTHING: CommandClasses = frozenset(ASKED_BY)
BY_THE_HALL: CommandClasses = frozenset(kind for kind, askers in ASKED_BY.items() if askers == SYSTEM)

RIGHTS: Mapping[str, CommandClasses] = {
    role: frozenset(kind for kind, askers in ASKED_BY.items() if role in askers) for role in ROLES
} | {"system": EVERYTHING}

SCREENS: Mapping[str, frozenset[str]] = {
    role: frozenset(name for name, screen in screens.SCREENS.items() if role in screen.opened_by)
    for role in RIGHTS
}

GRANTS: Mapping[str, frozenset[str]] = {
    "hall_manager": frozenset({*DEVICE_ROLES, *PEOPLE_ROLES} - {"admin"}),
    "admin": frozenset({*DEVICE_ROLES, *PEOPLE_ROLES}),
    "system": frozenset({*DEVICE_ROLES, *PEOPLE_ROLES}),  # the command line makes the first admin
}

SEATS_OTHERS = frozenset({"team_leader", "hall_manager", "admin"})

_AT_ONE_COUNTER = frozenset({"counter_screen", "keypad"})
_AT_OWN_COUNTER = frozenset({"evaluator", "keypad"})  # only where the customer was asked, or is called


def may(actor: Actor, command: Command) -> bool:
    return type(command) in RIGHTS.get(actor.role, frozenset()) and _within_reach(actor, command)


def may_open(actor: Actor, screen: str, counter: str = "") -> bool:
    """A counter's own devices see their counter and no other."""
    if screen not in SCREENS.get(actor.role, frozenset()):
        return False
    return screen != "counter" or actor.role not in _AT_ONE_COUNTER or counter == actor.place


def may_grant(actor: Actor, role: str) -> bool:
    """Whether the actor may add a person, pair a device or make a token with this role."""
    return role in GRANTS.get(actor.role, frozenset())


def require_grant(actor: Actor, role: str = "kiosk") -> None:
    """Refuse with `not_allowed` whoever may not give this role; without one, whoever runs no hall."""
    if not may_grant(actor, role):
        raise not_allowed(actor)


def require(actor: Actor, command: Command) -> None:
    """Refuse with `not_allowed` what the actor may not ask."""
    if not may(actor, command):
        raise not_allowed(actor)


def require_role(actor: Actor, roles: Collection[str]) -> Actor:
    """Refuse with `not_allowed` whoever has none of these roles."""
    if actor.role not in roles:
        raise not_allowed(actor)
    return actor


def require_set_up(actor: Actor) -> None:
    """Refuse with `not_allowed` whoever may not change the hall's set-up."""
    if ConfigureHall not in RIGHTS.get(actor.role, frozenset()):
        raise not_allowed(actor)


def not_allowed(actor: Actor) -> AccessRefused:
    """The refusal that names the actor's role in words."""
    return AccessRefused("not_allowed", role=ROLES.get(actor.role, actor.role))


def _within_reach(actor: Actor, command: Command) -> bool:
    if actor.role in _AT_OWN_COUNTER:
        return _at_its_counter(actor, command)
    within = WITHIN.get(type(command))
    return within is None or within(actor.role, command)


def _at_its_counter(actor: Actor, command: Command) -> bool:
    return bool(actor.place) and getattr(command, "counter", "") == actor.place


def may_sit_down(role: str) -> bool:
    """Whether somebody of this role works at a counter."""
    return OpenCounter in RIGHTS.get(role, frozenset())


def may_seat_others(actor: Actor) -> bool:
    """Whether the actor may open a counter for another clerk."""
    return actor.role in SEATS_OTHERS
