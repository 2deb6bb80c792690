"""The area of equipment: slips, receipts of calls, devices and alerts."""

from collections.abc import Mapping

from server.domain.area import Area, Means, Rule
from server.domain.askers import GUIDES, LEADERS, STAFF, SYSTEM, by
from server.domain.command import Command
from server.domain.equipment import commands as c
from server.domain.equipment import refusals, rules
from server.domain.equipment.evolve import MOVES, OBSERVE
from server.domain.equipment.follow import FOLLOW
from server.domain.refusals import said_in

SPEAKS = by("lobby_board")
SHOWS = SPEAKS | by("counter_screen", "window_display")


def _calls_for_help(role: str, command: c.RaiseAlert) -> bool:
    return role in SYSTEM or command.kind == c.CALL_FOR_HELP


RULES: Mapping[type[Command], Rule] = {
    c.ReprintSlip: rules.reprint,
    c.RecordSlip: rules.record_slip,
    c.MoveSlip: rules.move_slip,
    c.RecordShown: rules.record_shown,
    c.RecordSpoken: rules.record_spoken,
    c.ReportDevice: rules.report_device,
    c.RaiseAlert: rules.raise_alert,
    c.AcknowledgeAlert: rules.acknowledge,
    c.ClearAlert: rules.clear,
    c.NoteAccess: rules.note_access,
}

EQUIPMENT = Area(
    name="equipment",
    rules=RULES,
    moves=MOVES,
    asked_by={
        c.ReprintSlip: STAFF | by("kiosk"),
        c.RecordSlip: SYSTEM,
        c.MoveSlip: SYSTEM,
        c.RecordShown: SHOWS,
        c.RecordSpoken: SPEAKS,
        c.ReportDevice: SYSTEM,
        c.RaiseAlert: STAFF | by("kiosk"),
        c.AcknowledgeAlert: GUIDES,
        c.ClearAlert: LEADERS,
        c.NoteAccess: SYSTEM,
    },
    within={c.RaiseAlert: _calls_for_help},
    decided={
        c.ReprintSlip: {"printer": Means.PRINTER},
        c.RaiseAlert: {
            "subject": Means.FROM_WHERE,
            "detail": Means.NOTHING,  # who comes to help sees it, and words would make a new alert each time
        },
        c.RecordShown: {"screen": Means.WHO},
        c.RecordSpoken: {"speaker": Means.WHO, "voice": Means.NOTHING},
    },
    follow=FOLLOW,
    observe=OBSERVE,
    quiet=frozenset(RULES),
    refusals=said_in(refusals),
    slots=("devices", "alerts", "papers"),
)
