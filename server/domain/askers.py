"""Who may ask: the roles, and sets of them that build on each other. `access/` knows who has which."""

from typing import Literal

Role = Literal[
    "evaluator",
    "kiosk",
    "counter_screen",
    "window_display",
    "lobby_board",
    "keypad",
    "print_agent",
    "guide",
    "clerk",
    "team_leader",
    "hall_manager",
    "admin",
    "region_office",
    "system",
]
Askers = frozenset[Role]


def by(*roles: Role) -> Askers:
    return frozenset(roles)


SYSTEM = by("system")  # it may ask everything; alone where only a machine or the hall itself can know it
MANAGERS = by("hall_manager", "admin")
LEADERS = MANAGERS | by("team_leader")
GUIDES = LEADERS | by("guide")
CLERKS = LEADERS | by("clerk")
STAFF = GUIDES | CLERKS
LOOKERS = STAFF | by("keypad")  # see where a number stands; a keypad does nothing about it
