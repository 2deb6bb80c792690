"""Rules for the set-up: change it at once or from a day on, and never under a running ticket's feet."""

from dataclasses import replace
from datetime import datetime, timedelta

from server.domain.config.bounds import without_junk
from server.domain.config.changes.changes import BothChanged, Change, differences, merged
from server.domain.config.config import HallConfig
from server.domain.config.hours import local
from server.domain.config.soundness.confirming import door_of
from server.domain.config.soundness.known import judged
from server.domain.config.soundness.problems import called
from server.domain.config.soundness.soundness import problems
from server.domain.event import Event
from server.domain.hall import CounterState, Hall, Ticket, TicketState
from server.domain.line import Now
from server.domain.setup import commands as c
from server.domain.setup import events as e
from server.domain.setup.refusals import (
    CONFIG_BREAKS_COUNTER,
    CONFIG_BREAKS_TICKET,
    CONFIG_CONFLICT,
    UNKNOWN_PLAN,
    Unsound,
)


def configure(hall: Hall, command: c.ConfigureHall, now: Now) -> tuple[Event, ...]:
    config = _as_made(hall, without_junk(_with_others(hall, command.base, command.config)))
    doors = {door_of(address) for address in command.confirmed}
    if wrong := judged(config, now.known(), before=hall.config, confirmed=doors):
        raise Unsound(wrong, config)
    changes = differences(hall.config, config)
    if hall.config is not None and not changes:
        return ()
    if command.valid_from is not None and command.valid_from > local(config, now.at).date():
        return (_planned(hall, command, changes, now),)
    _keep_what_is_used(hall, config, now.at)
    return (
        e.HallConfigured(
            at=now.at,
            config=config,
            changes=changes,
            by=command.by,
            note=command.note,
            undoes=command.undoes,
        ),
    )


def _as_made(hall: Hall, config: HallConfig) -> HallConfig:
    """A hall was made as a demo or was not: no change of the set-up makes it another (C31)."""
    return config if hall.config is None else replace(config, demo=hall.config.demo)


def apply_plan(hall: Hall, command: c.ApplyPlan, now: Now) -> tuple[Event, ...]:
    if command.plan not in hall.plans:
        raise UNKNOWN_PLAN()
    plan = hall.plans[command.plan]
    config = _as_made(hall, without_junk(_with_others(hall, plan.base, plan.config)))
    if wrong := problems(config):  # what it names of this machine was judged when it was planned
        raise Unsound(wrong, config)
    _keep_what_is_used(hall, config, now.at)
    return (
        e.HallConfigured(
            at=now.at,
            config=config,
            changes=differences(hall.config, config),
            by=plan.by,
            note=plan.note,
            plan=plan.id,
        ),
    )


def drop_plan(hall: Hall, command: c.DropPlan, now: Now) -> tuple[Event, ...]:
    if command.plan not in hall.plans:
        raise UNKNOWN_PLAN()
    return (e.PlanDropped(at=now.at, plan=command.plan),)


def _planned(hall: Hall, command: c.ConfigureHall, changes: tuple[Change, ...], now: Now) -> e.SetupPlanned:
    assert command.valid_from is not None
    return e.SetupPlanned(
        at=now.at,
        plan=now.new_id,
        base=without_junk(command.base or hall.config or command.config),
        config=without_junk(command.config),
        valid_from=command.valid_from,
        changes=changes,
        by=command.by,
        note=command.note,
    )


def _with_others(hall: Hall, base: HallConfig | None, wanted: HallConfig) -> HallConfig:
    """Two managers at once: each keeps what the other changed, unless it is the same piece."""
    if base is None or hall.config is None:
        return wanted
    try:
        return merged(base, wanted, hall.config)
    except BothChanged as both:
        raise CONFIG_CONFLICT(where=both.path) from both


def _keep_what_is_used(hall: Hall, new: HallConfig, now: datetime) -> None:
    old = hall.config
    if old is None:
        return
    back = timedelta(seconds=max(old.figures.undo_seconds, new.figures.undo_seconds))
    just_left = (t for t in hall.ended.values() if t.state is TicketState.FINISHED and now - t.since <= back)
    for ticket in (*hall.tickets.values(), *just_left):
        _keep_grounds(ticket, old, new, round(back.total_seconds()))
    for counter in hall.counters.values():
        if counter.state is CounterState.CLOSED:
            continue
        if counter.id not in new.counter:
            raise CONFIG_BREAKS_COUNTER(counter=counter.id, thing=called(old.counter[counter.id]))
        if counter.profile not in new.profile:
            raise CONFIG_BREAKS_COUNTER(counter=counter.id, thing=called(old.profile[counter.profile]))


def _keep_grounds(ticket: Ticket, old: HallConfig, new: HallConfig, back: int) -> None:
    used = (ticket.service, ticket.leg.service, *(g.service for g in ticket.past))
    lost: list[object] = [old.service[s] for s in used if s in old.service and s not in new.service]
    if ticket.leg.queue in old.queue and ticket.leg.queue not in new.queue:
        lost.append(old.queue[ticket.leg.queue])
    if ticket.only_counter is not None and ticket.only_counter not in new.counter:
        lost.append(old.counter[ticket.only_counter])
    if lost:
        raise CONFIG_BREAKS_TICKET(number=ticket.number, thing=called(lost[0]), seconds=back)
