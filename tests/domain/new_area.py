"""The smallest area there can be, as somebody would write it: `TickItem` → `ItemTicked` of a daily round."""

from tests.scratch_tree import Addition, Insert

_ITS_OWN = {
    "server/domain/routine/__init__.py": '"""What is done every day, ticked one by one."""\n',
    "server/domain/routine/commands.py": '''"""Everything that can be asked about the day's round."""

from dataclasses import dataclass

from server.domain.command import Command


@dataclass(frozen=True, slots=True, kw_only=True)
class TickItem(Command):
    """It has been looked at."""

    item: str
    by: str = ""
''',
    "server/domain/routine/events.py": '''"""Everything that can have happened on the day's round."""

from dataclasses import dataclass

from server.domain.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemTicked(Event):
    item: str
    by: str
''',
    "server/domain/routine/area.py": '''"""The area of what is done every day."""

from dataclasses import replace

from server.domain.area import Area
from server.domain.askers import GUIDES
from server.domain.hall import Hall
from server.domain.line import Now
from server.domain.queue.events import DayOpened
from server.domain.refusals import Refusal
from server.domain.routine.commands import TickItem
from server.domain.routine.events import ItemTicked
from server.domain.text import Text

TICKED_ALREADY = Refusal("ticked_already", Text("{item}已检查", "{item} has been ticked."), "item")


def _tick(hall: Hall, command: TickItem, now: Now) -> tuple[ItemTicked, ...]:
    if command.item in hall.ticked:
        raise TICKED_ALREADY(item=command.item)
    return (ItemTicked(at=now.at, item=command.item, by=command.by),)


def _ticked(hall: Hall, event: ItemTicked) -> Hall:
    return replace(hall, ticked={**hall.ticked, event.item: event.by})


def _new_day(before: Hall, hall: Hall, event: DayOpened) -> Hall:
    return hall if hall.numbered_on == before.numbered_on else replace(hall, ticked={})


ROUTINE = Area(
    name="routine",
    rules={TickItem: _tick},
    moves={ItemTicked: _ticked},
    asked_by={TickItem: GUIDES},
    compare={DayOpened: _new_day},
    refusals=(TICKED_ALREADY,),
    slots=("ticked",),
)
''',
    "tests/domain/routine/rights.txt": """\
#                    ev ki cs wd lb kp pa gu cl tl hm ad ro
tick_item             .  .  .  .  .  .  .  x  .  x  x  x  .
said item: what has been looked at
""",
}

# File, what stands there, what is put before it: the lines that somebody writes into what is there already.
_BY_HAND: tuple[Insert, ...] = (
    (
        "server/domain/areas.py",
        "from server.domain.setup.area import SETUP\n",
        "from server.domain.routine.area import ROUTINE\n",
    ),
    ("server/domain/areas.py", "    EQUIPMENT,\n", "    ROUTINE,\n"),
    (
        "server/domain/hall.py",
        "\n    @property\n    def setup(self)",
        "    ticked: Mapping[str, str] = field(default_factory=dict)  # item -> by whom\n",
    ),
)

AREA = Addition(
    row="an area",
    written=_ITS_OWN,
    by_hand=_BY_HAND,
    remade=(
        "server/ARCHITECTURE.md",
        "server/web/wire.ts",
    ),  # python -m deploy.architecture, -m deploy.typescript
)
