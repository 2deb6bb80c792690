"""What each role may ask, open and hand out."""

from collections.abc import Mapping
from typing import get_args

from server.access.actors import Actor
from server.access.refusals import AccessRefused
from server.access.roles import DEVICE_ROLES, PEOPLE_ROLES, ROLES
from server.domain import screens
from server.domain.care import commands as care
from server.domain.command import Command
from server.domain.equipment import commands as equipment
from server.domain.opinion.commands import CloseEvaluation, GiveReasons, Rate, RateWait
from server.domain.queue import commands as queue
from server.domain.setup.commands import ApplyPlan, ConfigureHall

CommandClasses = frozenset[type[Command]]

EVERYTHING: CommandClasses = frozenset(
    (*get_args(queue.QueueCommand), *get_args(equipment.EquipmentCommand), *get_args(care.CareCommand))
)


def _of(*classes: type[Command]) -> CommandClasses:
    return frozenset(classes)


RECEIPTS = _of(equipment.RecordShown)
SPEAKING = RECEIPTS | _of(equipment.RecordSpoken)  # of what it was given to play

KEYS = _of(
    queue.CallNext,
    queue.Recall,
    queue.StartService,
    queue.FinishTicket,
    queue.MarkNoShow,
    queue.ReturnToQueue,
    queue.UndoLast,
    queue.PauseCounter,
    queue.ResumeCounter,
)

COUNTER = KEYS | _of(
    queue.CallSpecific,
    queue.ParkTicket,
    queue.ResumeTicket,
    queue.TransferTicket,
    queue.AddService,
    queue.WalkDirect,
    queue.OpenCounter,
    queue.CloseCounter,
)

AT_THE_KIOSK = _of(queue.IssueTicket, equipment.ReprintSlip, equipment.RaiseAlert)

OF_A_KIOSK = _of(queue.LeaseNumbers, queue.MergeOffline)  # the machine's own doing, nobody's by hand

ON_THE_FLOOR = AT_THE_KIOSK | _of(
    queue.RequeueTicket, queue.MarkWalkout, queue.StartFormFilling, queue.EndFormFilling
)

SETTLING = _of(care.OfferRemedy, care.GiveGift, care.DeclineGift)

ON_THE_TABLET = SETTLING | _of(
    care.TakeTask, care.DropTask, care.ExplainWait, care.GiveWater, care.WaiveCase, care.LeadShift
)

ON_THE_EVALUATOR = _of(Rate, RateWait, GiveReasons, CloseEvaluation)

GUIDE = (
    ON_THE_FLOOR
    | (ON_THE_TABLET - {care.LeadShift, care.WaiveCase})
    | _of(
        queue.CancelTicket,
        queue.ResumeTicket,  # into the line only, see _within_reach
        equipment.AcknowledgeAlert,
    )
)

CLERK = ON_THE_FLOOR | COUNTER | SETTLING

TEAM_LEADER = (
    CLERK
    | GUIDE
    | ON_THE_TABLET
    | _of(care.SetStock)
    | _of(
        queue.ChangeProfile,
        queue.SuspendService,
        queue.RestoreService,
        queue.FreeTicket,
        equipment.ClearAlert,
    )
)

# What only a machine or the hall itself can know: no person says it for them, whatever their rank.
BY_THE_HALL = _of(
    ApplyPlan,
    queue.TurnDay,
    queue.GoOnRestored,
    equipment.RecordSlip,
    equipment.MoveSlip,
    equipment.ReportDevice,
    equipment.NoteAccess,
    care.ReachRung,
    care.OpenCase,
    care.RaiseTask,
)

MANAGER = (
    EVERYTHING - BY_THE_HALL - OF_A_KIOSK - SPEAKING - ON_THE_EVALUATOR
)  # a customer's opinion is the customer's

RIGHTS: Mapping[str, CommandClasses] = {
    "evaluator": ON_THE_EVALUATOR,
    "kiosk": AT_THE_KIOSK | OF_A_KIOSK,
    "counter_screen": RECEIPTS,  # who calls is the clerk who logs in on it, never the screen
    "window_display": RECEIPTS,
    "lobby_board": SPEAKING,
    "keypad": KEYS,
    "print_agent": frozenset(),
    "guide": GUIDE,
    "clerk": CLERK,
    "team_leader": TEAM_LEADER,
    "hall_manager": MANAGER,
    "admin": MANAGER,
    "region_office": frozenset(),
    "system": EVERYTHING,
}

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


def require_set_up(actor: Actor) -> None:
    """Refuse with `not_allowed` whoever may not change the hall's set-up."""
    if ConfigureHall not in RIGHTS.get(actor.role, frozenset()):
        raise not_allowed(actor)


def not_allowed(actor: Actor) -> AccessRefused:
    """The refusal that names the actor's role in words."""
    return AccessRefused("not_allowed", role=ROLES.get(actor.role, actor.role))


def _within_reach(actor: Actor, command: Command) -> bool:
    if actor.role == "guide" and isinstance(command, queue.ResumeTicket):
        return command.counter is None
    if isinstance(command, equipment.RaiseAlert) and actor.kind != "system":
        return command.kind == equipment.CALL_FOR_HELP
    if actor.role == "evaluator":
        return _at_its_counter(actor, command)  # only where the customer was asked
    if actor.role == "keypad":
        return _at_its_counter(actor, command)
    return True


def _at_its_counter(actor: Actor, command: Command) -> bool:
    return bool(actor.place) and getattr(command, "counter", "") == actor.place


def may_sit_down(role: str) -> bool:
    """Whether somebody of this role works at a counter."""
    return queue.OpenCounter in RIGHTS.get(role, frozenset())


def may_seat_others(actor: Actor) -> bool:
    """Whether the actor may open a counter for another clerk."""
    return actor.role in SEATS_OTHERS
