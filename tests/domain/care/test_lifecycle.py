"""A case's life as a table: what is settled stays settled."""

from server.domain.care import events as e
from server.domain.care.evolve import MOVES
from server.domain.care.lifecycle import CASE, CASE_NAMES, UNSETTLED
from server.domain.care.nouns import CaseState


def test_every_state_has_its_row_and_its_name() -> None:
    assert CASE.keys() == CASE_NAMES.keys() == set(CaseState)


def test_only_open_and_offered_cases_can_still_move() -> None:
    assert {state for state, moves in CASE.items() if moves} == UNSETTLED


def test_every_move_of_a_case_is_in_the_table_but_its_opening() -> None:
    moves = {kind for kind in MOVES if issubclass(kind, e.CaseMoved)}
    assert {m for row in CASE.values() for m in row} == moves - {e.CaseOpened}


def test_an_offered_case_is_not_offered_again() -> None:
    assert e.CaseOffered in CASE[CaseState.OPEN]
    assert e.CaseOffered not in CASE[CaseState.OFFERED]
