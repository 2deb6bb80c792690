"""What can be done at a counter now and, where it cannot, why: the life cycle's own answer, for every page.

A console and a keypad only render it. What a command refuses beside the state (nobody waits, the recalls are
used up, a place that is not there) is the command's own to say.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from typing_extensions import TypeAliasType

from server.domain.hall import CounterState
from server.domain.queue import events as e
from server.domain.queue.lifecycle import COUNTER

Why = TypeAliasType(  # named, so that pages are told it once
    "Why",
    Literal[
        "",  # it can be
        "when_closed",
        "when_idle",
        "when_calling",
        "when_called",  # in a hall that confirms no arrival
        "when_serving",
        "when_paused",
        "when_remedy",  # the customer's remedy comes first (R06)
        "no_undo",
        "no_remedy",
    ],
)

WHY: Mapping[CounterState, Why] = {
    CounterState.CLOSED: "when_closed",
    CounterState.OPEN_IDLE: "when_idle",
    CounterState.CALLING: "when_calling",
    CounterState.SERVING: "when_serving",
    CounterState.PAUSED: "when_paused",
}

# The step in the life cycle that a command takes first.
STEPS: Mapping[str, type[e.AtCounter | e.CounterMoved]] = {
    "open_counter": e.CounterOpened,
    "close_counter": e.CounterClosed,
    "pause_counter": e.CounterPaused,
    "resume_counter": e.CounterResumed,
    "call_next": e.TicketCalled,
    "call_specific": e.TicketCalled,
    "walk_direct": e.TicketCalled,
    "start_service": e.ServiceStarted,
    "recall": e.TicketRecalled,
    "mark_no_show": e.TicketNoShow,
    "return_to_queue": e.TicketReturned,
    "finish_ticket": e.TicketFinished,
    "transfer_ticket": e.TicketTransferred,
    "park_ticket": e.TicketParked,
    "add_service": e.ServiceAdded,
    "change_service": e.TicketFinished,  # what is done of a customer who is here, as ending is
    "divert": e.TicketFinished,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterCan:
    """Each command of a counter, and why not; "" where it can be."""

    open_counter: Why
    close_counter: Why
    pause_counter: Why
    resume_counter: Why
    call_next: Why
    call_specific: Why
    walk_direct: Why
    start_service: Why
    recall: Why
    mark_no_show: Why
    return_to_queue: Why
    finish_ticket: Why
    transfer_ticket: Why
    park_ticket: Why
    add_service: Why
    change_service: Why
    divert: Why
    change_profile: Why
    undo_last: Why
    give_gift: Why
    finish_and_next: Why  # the space bar at a customer who is being served: two commands, one after the other


@cache
def counter_can(state: CounterState, *, confirm_arrival: bool, undo: bool, unsettled: bool) -> CounterCan:
    """`undo`: there is something to take back; `unsettled`: the customer here is owed a remedy."""
    counts_as_served = state is CounterState.CALLING and not confirm_arrival
    why: Why = "when_called" if counts_as_served else WHY[state]
    steps = COUNTER[state].keys() | (COUNTER[CounterState.SERVING].keys() if counts_as_served else set())
    # Never while somebody is still on the way: a second press must not end whom the first one called.
    serving = state is CounterState.SERVING
    return CounterCan(
        **dict(_by_step(steps, why)),
        change_profile=why if state is CounterState.CLOSED else "",
        undo_last="" if undo else "no_undo",
        give_gift="" if unsettled else "no_remedy",
        finish_and_next=("when_remedy" if unsettled else "") if serving else why,
    )


def _by_step(steps: "set[type[e.AtCounter | e.CounterMoved]]", why: Why) -> Iterator[tuple[str, Why]]:
    for command, step in STEPS.items():
        yield command, "" if step in steps else why
