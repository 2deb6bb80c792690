"""What the architecture page says to write where, as somebody would write it the first time."""

from tests.domain.new_area import AREA
from tests.scratch_tree import Addition

ADDITIONS = {
    "policy": Addition(
        row="a routing policy",
        written={
            "server/routing/newest_first.py": '''"""Call whoever came last."""

from datetime import datetime

from server.domain.hall import Counter
from server.domain.line import Choice, Line
from server.domain.text import Text

TITLE = Text("后到先叫", "Newest first")


def pick(line: Line, counter: Counter, now: datetime) -> Choice | None:
    newest = max(line.waiting, key=lambda t: t.place_at, default=None)
    return None if newest is None else Choice(newest, TITLE)
'''
        },
    ),
    "remedy": Addition(
        row="what a rung of the ladder does",
        written={
            "server/remedies/bring_tea.py": '''"""Ask a guide to bring tea."""

from collections.abc import Sequence
from datetime import datetime

from server.domain.care.commands import RaiseTask
from server.domain.command import Command
from server.domain.config.config import Rung
from server.domain.hall import Hall, Ticket
from server.domain.text import Text

TITLE = Text("送茶", "Bring tea")


def propose(hall: Hall, ticket: Ticket, rung: Rung, now: datetime) -> Sequence[Command]:
    return [RaiseTask(kind="explain", subject=ticket.id, roles=rung.tells)]
'''
        },
    ),
    "report": Addition(
        row="a report",
        written={
            "server/reports/head_count.py": '''"""How many came (Q05)."""

from server.domain.config.config import HallConfig
from server.domain.text import Text
from server.reports.period import Period
from server.reports.report import Row, Sheet
from server.reports.texts import sheet
from server.visits.past import Past

TITLE = Text("来客数", "Head count")


def columns() -> tuple[Sheet, ...]:
    return (sheet("by_day", "day", "n"),)


def rows(past: Past, period: Period, config: HallConfig) -> list[Row]:
    return []
'''
        },
    ),
    "screen": Addition(
        row="a screen",
        written={
            "server/domain/views/yard.py": '''"""What the board in the yard shows: how many wait inside."""

from dataclasses import dataclass

from server.domain.hall import Hall
from server.domain.views.glance import glance


@dataclass(frozen=True, slots=True, kw_only=True)
class YardView:
    waiting: int


def yard(hall: Hall) -> YardView:
    return YardView(waiting=len(glance(hall).waiting))
''',
            "display_board/yard.tsx": "export const yard = 1;\n",
        },
        by_hand=(
            (
                "server/access/roles.py",
                '    "keypad": Text(',
                '    "yard_board": Text("院内屏", "Yard board"),\n',
            ),
            (
                "server/domain/screens.py",
                "\n\nclass At(StrEnum):",
                "from server.domain.views.yard import YardView, yard\n",
            ),
            (
                "server/domain/screens.py",
                '    "printer": Screen(\n',
                """    "yard": Screen(
        name=Text("院内屏", "Yard board"),
        title=Text("院内屏", "Yard board"),
        at=At.HALL,
        devices=("yard_board",),
        opened_by=_STAFF | {"yard_board"},
        view=YardView,
        show=lambda look: yard(look.hall),
    ),
""",
            ),
        ),
        remade=("server/web/wire.ts",),
    ),
    "area": AREA,
}
