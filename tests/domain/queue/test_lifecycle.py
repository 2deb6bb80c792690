"""The lives of tickets and counters are tables: what is no row does not happen."""

import pytest

from server.domain.hall import ENDED, CounterState, TicketState
from server.domain.queue import events as e
from server.domain.queue.evolve import MOVES as MOVES_OF_QUEUE
from server.domain.queue.lifecycle import _ACTIONS, COUNTER, STATE_NAMES, TICKET, require
from server.domain.refusals import Refused

MOVES = {k for moves in TICKET.values() for k in moves}
ASKED_FOR = MOVES - {e.TicketExpired, e.TicketEnded, e.NoShowUndone, e.FinishUndone}  # never by `require`


def events_of(*kinds: type) -> set[type]:
    return {k for k in MOVES_OF_QUEUE if issubclass(k, kinds)}


def test_every_state_has_a_row_and_a_name() -> None:
    assert TICKET.keys() == STATE_NAMES.keys() == set(TicketState)
    assert COUNTER.keys() == set(CounterState)


def test_every_move_is_in_a_table() -> None:
    assert events_of(e.TicketMoved) == MOVES
    at_counters = {k for moves in COUNTER.values() for k in moves}
    assert events_of(e.AtCounter, e.CounterMoved) - {e.TicketEnded} == at_counters


@pytest.mark.parametrize(
    ("state", "move"),
    sorted(
        ((s, m) for s in TicketState for m in ASKED_FOR if m not in TICKET[s]),
        key=lambda pair: (pair[0], pair[1].__name__),
    ),
)
def test_a_move_that_is_no_row_is_refused(state: TicketState, move: type[e.TicketMoved]) -> None:
    with pytest.raises(Refused) as refusal:
        require("A001", state, move)
    assert refusal.value.code == "wrong_state"
    assert refusal.value.fields["state"] == STATE_NAMES[state].zh


def test_a_move_that_is_a_row_is_not_refused() -> None:
    for state, moves in TICKET.items():
        for move in moves:
            require("A001", state, move)


def test_nothing_leads_out_of_an_end_but_taking_back_a_finish() -> None:
    assert {(s, m) for s in ENDED for m in TICKET[s]} == {(TicketState.FINISHED, e.FinishUndone)}


def test_every_state_can_be_reached_and_every_open_one_can_end() -> None:
    reached = {TicketState.WAITING} | {after for moves in TICKET.values() for after in moves.values()}
    assert reached == set(TicketState)
    ends = set(ENDED)
    while more := {s for s in TicketState if s not in ends and ends & set(TICKET[s].values())}:
        ends |= more
    assert ends == set(TicketState)


def test_ticket_and_counter_move_together() -> None:
    """A move at a counter leaves the two in states that belong together."""
    pairs = {TicketState.CALLED: CounterState.CALLING, TicketState.SERVING: CounterState.SERVING}
    for moves in TICKET.values():
        for move, after in moves.items():
            if issubclass(move, e.AtCounter):
                counters = {row[move] for row in COUNTER.values() if move in row}
                assert counters == {pairs.get(after, CounterState.OPEN_IDLE)}


def test_what_can_be_refused_has_words() -> None:
    assert _ACTIONS.keys() == ASKED_FOR
