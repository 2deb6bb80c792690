"""The record of the set-up: who changed, planned or dropped what, and who was let in or shut out."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, TypedDict

from server.access.roles import ROLES
from server.api.doors.access_notes import IN_WORDS
from server.api.setup.shown import ChangeShown, all_shown
from server.domain.equipment.events import AccessNoted
from server.domain.setup.events import HallConfigured, PlanDropped, SetupPlanned
from server.domain.text import Text
from server.journal import Recorded

SET_UP, CHANGED = Text("建立营业厅", "The hall was set up"), Text("修改设置", "Set-up changed")
PLANNED = Text("安排修改，{day} 起生效", "Change planned from {day}")
BY_PLAN = Text("计划的修改开始生效", "A planned change came into force")
DROPPED = Text("取消了一项计划", "A plan was cancelled")
UNDONE = Text("撤销较早的一次修改", "Took back an earlier change")
FIELDS = {"name": Text("姓名", "name"), "role": Text("角色", "role"), "place": Text("位置", "place")}
CODE = re.compile(r"[a-z][a-z_]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """`undoes` is the `seq` of the change this one took back, 0 for none."""

    seq: int
    at: datetime
    actor: str
    name: str
    kind: str
    title: Text
    note: str = ""
    changes: tuple[ChangeShown, ...] = ()
    undoes: int = 0
    can_undo: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfigEntry(_Entry):
    kind: Literal["config"] = "config"
    plan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanEntry(_Entry):
    kind: Literal["plan"] = "plan"
    plan: str
    valid_from: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDroppedEntry(_Entry):
    kind: Literal["plan_dropped"] = "plan_dropped"
    plan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessEntry(_Entry):
    kind: Literal["access"] = "access"
    what: str
    subject: str
    detail: str
    in_words: Text  # the detail


SetupEntry = ConfigEntry | PlanEntry | PlanDroppedEntry | AccessEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class LastChange:
    """Who changed a piece last, and what of it."""

    name: str
    at: datetime
    text: Text


class _Said(TypedDict):
    seq: int
    at: datetime
    actor: str
    name: str


def history(
    entries: Iterable[Recorded], names: Mapping[str, str], devices: Mapping[str, str]
) -> list[SetupEntry]:
    """With people and devices by their names."""
    return [_entry(recorded, names, devices) for recorded in entries]


def last_change(entries: Iterable[SetupEntry], where: str) -> LastChange | None:
    """Of the piece at `where`, of what lies in it or of what it lies in; the newest entry is first."""
    for entry in entries:
        change = next((one for one in entry.changes if _touch(one.path, where)), None)
        if change and entry.kind == "config":
            return LastChange(name=entry.name, at=entry.at, text=change.text)
    return None


def _touch(one: str, other: str) -> bool:
    """Whether two places of a set-up are the same, or one lies in the other."""
    outer, inner = sorted((one, other), key=len)
    return inner == outer or inner.startswith((f"{outer}.", f"{outer}["))


def _entry(recorded: Recorded, names: Mapping[str, str], devices: Mapping[str, str]) -> SetupEntry:
    event, common = recorded.event, _common(recorded, names)
    match event:
        case SetupPlanned():
            changes = all_shown(event.changes, event.config)
            return PlanEntry(
                **common,
                title=PLANNED.fill(day=event.valid_from),
                note=event.note,
                changes=changes,
                plan=event.plan,
                valid_from=event.valid_from,
            )
        case PlanDropped():
            return PlanDroppedEntry(**common, title=DROPPED, plan=event.plan)
        case AccessNoted():
            person = names.get(event.subject)
            subject = f"{person} ({event.subject})" if person else devices.get(event.subject, event.subject)
            return AccessEntry(
                **common,
                title=IN_WORDS.get(event.what, CHANGED).fill(subject=subject),
                what=event.what,
                subject=event.subject,
                detail=event.detail,
                in_words=in_words(event.detail),
            )
        case HallConfigured():
            changes = all_shown(event.changes, event.config)
            return ConfigEntry(
                **common,
                title=_config_title(event, is_first=not changes),
                note=event.note,
                changes=changes,
                undoes=event.undoes,
                can_undo=bool(changes),
                plan=event.plan,
            )
    return ConfigEntry(**common, title=CHANGED)


def _config_title(event: HallConfigured, *, is_first: bool) -> Text:
    if event.undoes:
        return UNDONE
    return SET_UP if is_first else BY_PLAN if event.plan else CHANGED


def in_words(detail: str) -> Text:
    """What a note says in codes, with the codes' own words: "clerk" is "营业员"; names stay as they are."""
    known = {**ROLES, **FIELDS}

    def written(lang: Literal["zh", "en"]) -> str:
        return CODE.sub(lambda code: known[code[0]].in_(lang) if code[0] in known else code[0], detail)

    return Text(written("zh"), written("en"))


def _common(recorded: Recorded, names: Mapping[str, str]) -> _Said:
    """A part of the server is nobody by name: the page calls it the system."""
    kind, _, asked_by = recorded.actor.rpartition(":")
    login = getattr(recorded.event, "by", "") or ("" if kind == "system" else asked_by)
    return {
        "seq": recorded.seq,
        "at": recorded.event.at,
        "actor": recorded.actor,
        "name": names.get(login, login),
    }
