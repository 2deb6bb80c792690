"""What a command leads to in this hall now: events, or a refusal. Pure."""

from collections.abc import Callable, Mapping
from itertools import chain
from typing import Any, cast

from server.domain.care import commands as cc
from server.domain.care import remedies
from server.domain.care import tasks as care_tasks
from server.domain.care.follow import follow
from server.domain.command import Command
from server.domain.equipment import commands as ec
from server.domain.equipment import rules as equipment
from server.domain.equipment.follow import follow_slips
from server.domain.evolve import AnyEvent
from server.domain.hall import Hall
from server.domain.line import Now
from server.domain.opinion import rules as ratings
from server.domain.opinion.commands import CloseEvaluation, GiveReasons, Rate, RateWait
from server.domain.queue import (
    calls,
    counters,
    days,
    leases,
    restoring,
    settling,
    stranded,
    suspending,
    tickets,
)
from server.domain.queue import commands as qc
from server.domain.queue.asked import require_meant
from server.domain.refusals import Refused
from server.domain.setup import rules as setting_up
from server.domain.setup.commands import ApplyPlan, ConfigureHall, DropPlan

Rule = Callable[[Hall, Any, Now], tuple[Any, ...]]

RULES: Mapping[type[Command], Rule] = {
    ConfigureHall: setting_up.configure,
    ApplyPlan: setting_up.apply_plan,
    DropPlan: setting_up.drop_plan,
    qc.SuspendService: suspending.suspend,
    qc.RestoreService: suspending.restore,
    qc.CloseDay: days.close_day,
    qc.TurnDay: days.turn_day,
    qc.GoOnRestored: restoring.go_on,
    qc.SettleClock: settling.settle,
    qc.IssueTicket: tickets.issue,
    qc.LeaseNumbers: leases.lease,
    qc.MergeOffline: leases.merge,
    qc.WalkDirect: tickets.walk_direct,
    qc.StartFormFilling: tickets.start_form,
    qc.EndFormFilling: tickets.end_form,
    qc.FreeTicket: stranded.free,
    qc.MarkWalkout: tickets.walk_out,
    qc.CancelTicket: tickets.cancel,
    qc.RequeueTicket: tickets.requeue,
    qc.ResumeTicket: tickets.resume,
    qc.CallNext: calls.call_next,
    qc.CallSpecific: calls.call_specific,
    qc.Recall: calls.recall,
    qc.StartService: calls.start,
    qc.FinishTicket: calls.finish,
    qc.MarkNoShow: calls.no_show,
    qc.ReturnToQueue: calls.give_back,
    qc.UndoLast: calls.undo,
    qc.ParkTicket: calls.park,
    qc.TransferTicket: calls.transfer,
    qc.AddService: calls.add_service,
    qc.OpenCounter: counters.open_up,
    qc.CloseCounter: counters.close_down,
    qc.PauseCounter: counters.pause,
    qc.ResumeCounter: counters.unpause,
    qc.ChangeProfile: counters.change_profile,
    ec.ReprintSlip: equipment.reprint,
    ec.RecordSlip: equipment.record_slip,
    ec.RecordShown: equipment.record_shown,
    ec.RecordSpoken: equipment.record_spoken,
    ec.ReportDevice: equipment.report_device,
    ec.RaiseAlert: equipment.raise_alert,
    ec.AcknowledgeAlert: equipment.acknowledge,
    ec.ClearAlert: equipment.clear,
    ec.NoteAccess: equipment.note_access,
    ec.MoveSlip: equipment.move_slip,
    cc.ReachRung: remedies.reach,
    cc.OpenCase: remedies.open_case,
    cc.OfferRemedy: remedies.offer,
    cc.GiveGift: remedies.give,
    cc.DeclineGift: remedies.decline,
    cc.WaiveCase: remedies.waive,
    cc.SetStock: remedies.set_stock,
    cc.LeadShift: remedies.lead,
    cc.RaiseTask: care_tasks.raise_task,
    cc.TakeTask: care_tasks.take,
    cc.DropTask: care_tasks.drop,
    cc.ExplainWait: care_tasks.explain,
    cc.GiveWater: care_tasks.water,
    Rate: ratings.rate,
    RateWait: ratings.rate_wait,
    GiveReasons: ratings.reasons,
    CloseEvaluation: ratings.close,
}


def decide(hall: Hall, command: Command, now: Now) -> tuple[AnyEvent, ...]:
    """Return what follows, in order; raises `Refused` and changes nothing if it may not be."""
    try:
        if isinstance(command, qc.AtCounter):
            require_meant(hall, command)
        events = RULES[type(command)](hall, command, now)
    except Refused as refused:
        if hall.config is not None and (
            counter := hall.config.counter.get(refused.fields.get("counter", ""))
        ):
            refused.at(counter.name)
        raise
    both = ((event, *follow(hall, event, now), *follow_slips(hall, event, now)) for event in events)
    return cast("tuple[AnyEvent, ...]", tuple(chain.from_iterable(both)))
