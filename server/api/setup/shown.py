"""What the set-up page shows beside the set-up: what can be chosen, figures in words, what is wrong."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from server.access.roles import DEVICE_ROLES, PEOPLE_ROLES
from server.api.answering.errors import Problem, WrongPlace
from server.api.setup.readiness import Step
from server.devices.printers import kinds as printer_kinds
from server.devices.strips import strip_kinds
from server.devices.voices import voice_kinds
from server.domain.config.changes.changes import Change
from server.domain.config.changes.words import change_words
from server.domain.config.config import HallConfig, Rung
from server.domain.config.figure import GROUPS, Figure, Group
from server.domain.config.figures import FIGURES, Figures
from server.domain.config.slip_in_hand import ANSWERS
from server.domain.config.soundness.problems import Problem as Unsoundness
from server.domain.config.soundness.references import Reference
from server.domain.config.soundness.soundness import LETTERS
from server.domain.form import Choice
from server.domain.hall import Hall, Plan
from server.domain.setup.events import HallConfigured, SetupPlanned
from server.domain.setup.refusals import Unsound
from server.domain.text import Text
from server.packs.hall_file import HallFileProblem
from server.plugins import plugins
from server.reports.written.json_values import Json

Number = int | float  # whole ones stay whole
Value = bool | Number | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What can be chosen by a name: letters that no queue has, plug-ins, roles."""

    letters: tuple[str, ...]
    printer_kinds: tuple[str, ...]
    strip_kinds: tuple[str, ...]
    voices: tuple[str, ...]
    routing: Mapping[str, Text]
    acts: Mapping[str, Text]
    slips_seen: Mapping[str, Text]  # what a test slip can look like
    roles: Mapping[str, Text]
    device_roles: Mapping[str, Text]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureShown:
    """A figure with what a manager must know to set it; without ends it is no number."""

    name: str
    value: Value
    usual: Value
    unit: str
    least: Number | None
    most: Number | None
    row: str
    group: Group
    group_text: Text
    text: Text
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeShown:
    """One piece that became another; a list's items are named by their id: "services[pay].name".

    `text` says it whole, by the names of the hall's things.
    """

    path: str
    text: Text
    before: Json
    after: Json


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanShown:
    """A change that waits for its day."""

    plan: str
    valid_from: date
    by: str
    note: str
    changes: tuple[ChangeShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageShown:
    """A page that another machine opens; `of_counter`: each counter has one of its own."""

    name: Text
    path: str
    of_counter: bool = False


PAGES = (
    PageShown(name=Text("取号机", "Kiosk"), path="/kiosk/"),
    PageShown(name=Text("大屏", "Lobby board"), path="/lobby/"),
    PageShown(name=Text("引导平板（登录）", "Guide's tablet (log-in)"), path="/guide/"),
    PageShown(
        name=Text("营业员操作台（登录）", "Clerk's console (log-in)"), path="/counter/", of_counter=True
    ),
    PageShown(name=Text("窗口屏", "Window display"), path="/window/", of_counter=True),
    PageShown(name=Text("评价器", "Evaluator"), path="/evaluator/", of_counter=True),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUp:
    """All the page begins with. `names` are people's by their numbers, `address` is this machine's own,
    and `pages` are opened there.

    `usual_rungs` are those that a hall starts with; no setting lets a gift cost more than `dearest_gift_fen`;
    `references` say what stands on what.
    """

    config: HallConfig
    seq: int
    plans: tuple[PlanShown, ...]
    names: Mapping[str, str]
    choices: Choices
    figures: tuple[FigureShown, ...]
    ready: tuple[Step, ...]
    address: str
    pages: tuple[PageShown, ...]
    usual_rungs: tuple[Rung, ...]
    dearest_gift_fen: int
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What has changed, or would; `planned` names the plan where it waits for its day."""

    changes: tuple[ChangeShown, ...]
    planned: str | None
    config: HallConfig
    seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What a draft changes, and what keeps it from being saved: all that is wrong with it, or `refusal`."""

    changes: tuple[ChangeShown, ...]
    problems: tuple[WrongPlace, ...]
    refusal: Problem | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """A draft brought together with the newest set-up."""

    config: HallConfig
    draft: HallConfig


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRead:
    """A set-up read from a file, beside the hall's own."""

    config: HallConfig
    changes: tuple[ChangeShown, ...]
    problems: tuple[WrongPlace, ...]


def choices(config: HallConfig) -> Choices:
    taken = {queue.letter for queue in config.queues}
    return Choices(
        letters=tuple(letter for letter in LETTERS if letter not in taken),
        printer_kinds=tuple(printer_kinds()),
        strip_kinds=tuple(sorted(strip_kinds())),
        voices=tuple(sorted(voice_kinds())),
        routing={name: policy.TITLE for name, policy in plugins("policies").items()},
        acts={name: act.TITLE for name, act in plugins("remedies").items()},
        slips_seen=ANSWERS,
        roles=PEOPLE_ROLES,
        device_roles=DEVICE_ROLES,
    )


def figures(now: Figures) -> tuple[FigureShown, ...]:
    """Every figure with all that the page says of it, group by group."""
    usual, order = Figures(), list(GROUPS)
    return tuple(
        _figure(name, known, getattr(now, name), getattr(usual, name))
        for name, known in sorted(FIGURES.items(), key=lambda item: order.index(item[1].group))
    )


def _figure(name: str, known: Figure, value: Value, usual: Value) -> FigureShown:
    return FigureShown(
        name=name,
        value=value,
        usual=usual,
        unit=known.unit,
        least=known.ends.least if known.ends else None,
        most=known.ends.most if known.ends else None,
        row=known.row,
        group=known.group,
        group_text=GROUPS[known.group],
        text=known.text,
        choices=known.choices,
    )


def shown(change: Change, *configs: HallConfig | None) -> ChangeShown:
    return ChangeShown(
        path=change.path,
        text=change_words(change, *configs),
        before=_value(change.before),
        after=_value(change.after),
    )


def all_shown(changes: Iterable[Change], *configs: HallConfig | None) -> tuple[ChangeShown, ...]:
    """In words, with names out of these set-ups, the first that has one."""
    return tuple(shown(change, *configs) for change in changes)


def planned(plan: Plan) -> PlanShown:
    return PlanShown(
        plan=plan.id,
        valid_from=plan.valid_from,
        by=plan.by,
        note=plan.note,
        changes=all_shown(plan.changes, plan.config, plan.base),
    )


def _value(written: str) -> Json:
    value: Json = json.loads(written) if written else None
    return value


def unreadable(problem: HallFileProblem) -> Unsound:
    """What has not even the shape of a set-up, at its place."""
    return Unsound([Unsoundness(problem.text.zh, problem.text.en, problem.where)])


def outcome(hall: Hall, event: object) -> Saved:
    """What became of a change, or would become of it."""
    set_up_event = event if isinstance(event, HallConfigured | SetupPlanned) else None
    changes, made = (set_up_event.changes, set_up_event.config) if set_up_event else ((), None)
    return Saved(
        changes=all_shown(changes, made, hall.config),
        planned=event.plan if isinstance(event, SetupPlanned) else None,
        config=hall.setup,
        seq=hall.seq,
    )
