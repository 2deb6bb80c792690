"""Every screen of a hall, each stated once: what it shows, where it stands, who may look, what it is called.

The sockets, the pages, the rights, pairing and the pages' TypeScript are made from this table.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from operator import attrgetter
from typing import Any

from server.domain.hall import Hall
from server.domain.line import Pick
from server.domain.roster.present import NeededOf, nobody_reckons
from server.domain.text import Text
from server.domain.views.boards import lobby as board
from server.domain.views.boards import window as display
from server.domain.views.boards.lobby import LobbyView, lobby
from server.domain.views.boards.window import WindowView, window
from server.domain.views.clerk.counter import CounterView, counter
from server.domain.views.customers.evaluator import EvaluatorView, evaluator
from server.domain.views.customers.kiosk import KioskView, kiosk
from server.domain.views.guides.guide import GuideView, guide
from server.domain.views.names import NameOf
from server.domain.views.overview.manager import ManagerView, manager
from server.domain.views.parts import Waits


class At(StrEnum):
    """What a screen's place is."""

    HALL = "hall"  # it has none: it shows the whole hall
    COUNTER = "counter"
    ZONE = "zone"
    PRINTER = "printer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Looking:
    """What a view is made from: a hall at a moment, seen from a place."""

    hall: Hall
    now: datetime
    place: str
    waits: Callable[[], Waits]
    pick: Pick
    name_of: NameOf
    needed: NeededOf = nobody_reckons


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """`title` heads its page, `name` is what people call the thing; `view` is None where nothing is shown.

    `devices` are the roles a device can have as this screen, the usual one first; `opened_by` the roles that
    may look. `first`: the called customer looks at it, so it is served before all others. `by_itself`: in a
    demo hall it needs nobody's leave. `sees`: the areas' slots of the hall that it is made from; where none
    of them has changed it is not made again. None, for all of them, is always right. `in_sight`: what of them
    it is made from at a place, where that is less.
    """

    name: Text
    title: Text
    at: At
    opened_by: frozenset[str]
    devices: tuple[str, ...] = ()
    view: type | None = None
    show: Callable[[Looking], Any] | None = None
    first: bool = False
    by_itself: bool = False
    sees: frozenset[str] | None = None
    in_sight: Callable[[Hall, str], tuple[object, ...]] | None = None

    def seen(self) -> Callable[[Hall, str], tuple[object, ...]]:
        """What it is made from at a place: while all of these are the very same, so is what it shows."""
        if self.in_sight is not None:
            return self.in_sight
        if self.sees is None:
            return lambda hall, place: (hall,)
        slots = attrgetter(*sorted(self.sees))
        return lambda hall, place: slots(hall)


_LINES = frozenset({"config", "tickets", "counters", "calls", "tallies", "remote"})  # and so the waits
_LEADERS = frozenset({"team_leader", "hall_manager", "admin", "system"})
_STAFF = _LEADERS | {"guide", "clerk"}
_EVERYBODY = _STAFF | {
    "evaluator",
    "kiosk",
    "counter_screen",
    "window_display",
    "lobby_board",
    "keypad",
    "region_office",
}

SCREENS: Mapping[str, Screen] = {
    "kiosk": Screen(
        name=Text("取号机", "Kiosk"),
        title=Text("取号", "Take a number"),
        at=At.PRINTER,
        devices=("kiosk",),
        opened_by=_STAFF | {"kiosk"},
        view=KioskView,
        show=lambda look: kiosk(look.hall, look.now, look.waits(), printer=look.place),
        sees=_LINES | {"devices", "guidance", "suspended"},
        by_itself=True,
    ),
    "counter": Screen(
        name=Text("窗口操作台", "Counter screen"),
        title=Text("窗口", "Counter"),
        at=At.COUNTER,
        devices=("counter_screen", "keypad"),
        opened_by=_LEADERS | {"clerk", "counter_screen", "keypad"},
        view=CounterView,
        show=lambda look: counter(
            look.hall,
            look.now,
            look.waits(),
            counter_id=look.place,
            pick=look.pick,
            name_of=look.name_of,
        ),
        sees=_LINES | {"ended", "guidance", "priority_run", "care", "devices"},
    ),
    "window": Screen(
        name=Text("窗口屏", "Window display"),
        title=Text("窗口屏", "Window display"),
        at=At.COUNTER,
        devices=("window_display",),
        opened_by=_EVERYBODY,
        view=WindowView,
        show=lambda look: window(look.hall, look.place),
        sees=frozenset({"config", "counters", "tickets"}),
        in_sight=display.in_sight,
        first=True,
        by_itself=True,
    ),
    "lobby": Screen(
        name=Text("大屏", "Lobby board"),
        title=Text("大屏", "Lobby board"),
        at=At.ZONE,
        devices=("lobby_board",),
        opened_by=_EVERYBODY,
        view=LobbyView,
        show=lambda look: lobby(look.hall, look.now, look.waits(), place=look.place),
        sees=_LINES | {"recent", "suspended", "guidance"},  # and whether it rains
        in_sight=board.in_sight,
        first=True,
        by_itself=True,
    ),
    "manager": Screen(
        name=Text("现场看板", "Live board"),
        title=Text("现场", "Live board"),
        at=At.HALL,
        opened_by=_LEADERS | {"region_office"},
        view=ManagerView,
        show=lambda look: manager(look.hall, look.now, look.waits(), look.name_of, look.needed),
    ),
    "guide": Screen(
        name=Text("引导平板", "Guide's tablet"),
        title=Text("引导", "Guide"),
        at=At.HALL,
        opened_by=_LEADERS | {"guide"},
        view=GuideView,
        show=lambda look: guide(look.hall, look.now, look.waits(), look.name_of),
    ),
    "evaluator": Screen(
        name=Text("评价器", "Evaluator"),
        title=Text("评价", "Your opinion"),
        at=At.COUNTER,
        devices=("evaluator",),
        opened_by=_LEADERS | {"evaluator"},
        view=EvaluatorView,
        show=lambda look: evaluator(look.hall, look.place),
        sees=frozenset({"config", "counters", "opinion", "guidance"}),  # and whether it rains
        first=True,
        by_itself=True,
    ),
    "printer": Screen(
        name=Text("打印代理", "Print agent"),
        title=Text("打印代理", "Print agent"),
        at=At.HALL,
        devices=("print_agent",),
        opened_by=frozenset({"print_agent"}),
    ),
}
