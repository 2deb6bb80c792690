"""The record of the set-up: who changed, planned or dropped what, and who was let in or shut out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, TypedDict

from server.api.setup.shown import ChangeShown, all_shown
from server.domain.equipment.events import AccessNoted
from server.domain.setup.events import HallConfigured, PlanDropped, SetupPlanned
from server.journal import Recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """`undoes` is the `seq` of the change this one took back, 0 for none."""

    seq: int
    at: datetime
    actor: str
    name: str
    kind: str
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


SetupEntry = ConfigEntry | PlanEntry | PlanDroppedEntry | AccessEntry


class _Said(TypedDict):
    seq: int
    at: datetime
    actor: str
    name: str


def history(entries: Iterable[Recorded], names: Mapping[str, str]) -> list[SetupEntry]:
    return [_entry(recorded, names) for recorded in entries]


def _entry(recorded: Recorded, names: Mapping[str, str]) -> SetupEntry:
    event, common = recorded.event, _common(recorded, names)
    match event:
        case SetupPlanned():
            changes = all_shown(event.changes, event.config)
            return PlanEntry(
                **common, note=event.note, changes=changes, plan=event.plan, valid_from=event.valid_from
            )
        case PlanDropped():
            return PlanDroppedEntry(**common, plan=event.plan)
        case AccessNoted():
            return AccessEntry(**common, what=event.what, subject=event.subject, detail=event.detail)
        case HallConfigured():
            changes = all_shown(event.changes, event.config)
            return ConfigEntry(
                **common,
                note=event.note,
                changes=changes,
                undoes=event.undoes,
                can_undo=bool(changes),
                plan=event.plan,
            )
    return ConfigEntry(**common)


def _common(recorded: Recorded, names: Mapping[str, str]) -> _Said:
    login = getattr(recorded.event, "by", "") or recorded.actor.rpartition(":")[2]
    return {
        "seq": recorded.seq,
        "at": recorded.event.at,
        "actor": recorded.actor,
        "name": names.get(login, login),
    }
