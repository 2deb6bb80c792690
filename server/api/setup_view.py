"""What the set-up page shows beside the set-up: what can be chosen, figures in words, who changed what."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from pydantic_core import to_json
from starlette.responses import Response

from server import remedies, routing
from server.access.roles import DEVICE_ROLES, PEOPLE_ROLES
from server.api.errors import STATUS, Problem
from server.devices.printers import kinds as printer_kinds
from server.devices.strips import strip_kinds
from server.devices.voices import voice_kinds
from server.domain.config.bounds import ITEMS, NUMBERS, USUAL_ITEMS, USUAL_LETTERS
from server.domain.config.bounds import LETTERS as LETTERS_MOST
from server.domain.config.changes import Change
from server.domain.config.config import HallConfig
from server.domain.config.figure import GROUPS
from server.domain.config.figures import FIGURES, Figures
from server.domain.config.soundness import LETTERS
from server.domain.equipment.events import AccessNoted
from server.domain.refusals import Refused
from server.domain.setup.events import HallConfigured, PlanDropped, SetupPlanned
from server.domain.text import Text
from server.journal import Recorded
from server.plugins import plugins

Plain = dict[str, Any]


def choices(config: HallConfig) -> Plain:
    taken = {queue.letter for queue in config.queues}
    return {
        "letters": [letter for letter in LETTERS if letter not in taken],
        "printer_kinds": printer_kinds(),
        "strip_kinds": sorted(strip_kinds()),
        "voices": sorted(voice_kinds()),
        "routing": {name: policy.TITLE for name, policy in plugins(routing).items()},
        "acts": {name: act.TITLE for name, act in plugins(remedies).items()},
        "roles": PEOPLE_ROLES,
        "device_roles": DEVICE_ROLES,
    }


def figures(now: Figures) -> list[Plain]:
    """Every figure with all that the page says of it, group by group; no ends for what is no number."""
    usual, order = Figures(), list(GROUPS)
    return [
        {
            "name": name,
            "value": getattr(now, name),
            "usual": getattr(usual, name),
            "unit": known.unit,
            "least": known.ends.least if known.ends else None,
            "most": known.ends.most if known.ends else None,
            "row": known.row,
            "group": known.group,
            "group_text": GROUPS[known.group],
            "text": known.text,
            "choices": known.choices,
        }
        for name, known in sorted(FIGURES.items(), key=lambda item: order.index(item[1].group))
    ]


def bounds() -> Plain:
    """How much each place of a set-up may hold, for the page's inputs."""
    return {
        "numbers": {place: (bound.least, bound.most) for place, bound in NUMBERS.items()},
        "letters": LETTERS_MOST,
        "usual_letters": USUAL_LETTERS,
        "items": ITEMS,
        "usual_items": USUAL_ITEMS,
    }


def shown(change: Change) -> Plain:
    return {"path": change.path, "before": _value(change.before), "after": _value(change.after)}


def _value(said: str) -> Any:
    return json.loads(said) if said else None


def refused(found: Sequence[tuple[str, Text]]) -> Response:
    """Every problem at its place; the first one speaks for all where only one can be shown."""
    first = Refused("config_invalid", problem=Text(found[0][1].zh, found[0][1].en))
    told = Problem(code=first.code, text=first.text, fields={"where": found[0][0]})
    body = {
        "code": told.code,
        "text": told.text,
        "fields": told.fields,
        "problems": [{"where": where, "text": {"zh": p.zh, "en": p.en}} for where, p in found],
    }
    return Response(to_json(body), STATUS.get(told.code, told.status), media_type="application/json")


def history(found: Iterable[Recorded], names: dict[str, str]) -> list[Plain]:
    return [_entry(recorded, names) for recorded in found]


def _entry(recorded: Recorded, names: dict[str, str]) -> Plain:
    event = recorded.event
    entry = {
        "seq": recorded.seq,
        "at": event.at,
        "actor": recorded.actor,
        "name": _name(event, recorded.actor, names),
        "kind": "config",
        "note": "",
        "changes": [],
        "undoes": 0,
        "can_undo": False,
    }
    match event:
        case HallConfigured():
            entry |= {
                "note": event.note,
                "changes": [shown(c) for c in event.changes],
                "undoes": event.undoes,
                "can_undo": bool(event.changes),
                "plan": event.plan,
            }
        case SetupPlanned():
            entry |= {
                "kind": "plan",
                "note": event.note,
                "changes": [shown(c) for c in event.changes],
                "plan": event.plan,
                "valid_from": event.valid_from,
            }
        case PlanDropped():
            entry |= {"kind": "plan_dropped", "plan": event.plan}
        case AccessNoted():
            entry |= {
                "kind": "access",
                "what": event.what,
                "subject": event.subject,
                "detail": event.detail,
            }
    return entry


def _name(event: object, actor: str, names: dict[str, str]) -> str:
    login = getattr(event, "by", "") or actor.rpartition(":")[2]
    return names.get(login, login)
