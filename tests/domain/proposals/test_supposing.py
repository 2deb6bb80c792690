"""What cannot be, or is so already, is refused in words before anybody reckons."""

from collections.abc import Sequence

import pytest

from server.domain.hall import CounterState
from server.domain.proposals import supposed as s
from server.domain.proposals.supposing import require_possible
from server.domain.refusals import Refused
from tests.insight.waiting_halls import hall, line, with_counter

STANDING = with_counter(
    with_counter(hall({"1": "A", "2": "AD", "3": "A"}, line("A", 3)), "2", state=CounterState.PAUSED),
    "3",
    state=CounterState.CLOSED,
    profile="",
    staff="",
)


def test_what_is_possible_is_not_refused() -> None:
    for one in (
        s.CounterOpens(counter="3"),
        s.CounterOpens(counter="3", profile="AD"),
        s.CounterCloses(counter="1"),
        s.CounterCloses(counter="2"),
        s.CounterPauses(counter="1", minutes=120),
        s.CounterResumes(counter="2"),
        s.ProfileChanges(counter="1", profile="AD"),
        s.CounterHelps(counter="1", queue="D"),
        s.LunchMoves(counter="1", minutes=-30),
        s.PeopleCome(queue="A", people=1),
        s.IssuingStops(queue="D"),
    ):
        require_possible(STANDING, [one])
    require_possible(
        STANDING,
        [s.CounterOpens(counter="3"), s.PeopleCome(queue="A", people=9), s.IssuingStops(queue="A")],
    )


@pytest.mark.parametrize(
    ("code", "supposed"),
    [
        ("nothing_supposed", []),
        ("supposed_too_much", [s.IssuingStops(queue=q) for q in "ABCDAB"]),
        ("supposed_twice", [s.IssuingStops(queue="A"), s.IssuingStops(queue="A")]),
        ("supposed_twice", [s.CounterCloses(counter="1"), s.CounterPauses(counter="1", minutes=5)]),
        ("unknown_counter", [s.CounterOpens(counter="9")]),
        ("unknown_queue", [s.PeopleCome(queue="Z", people=5)]),
        ("unknown_queue", [s.CounterHelps(counter="1", queue="Z")]),
        ("unknown_profile", [s.CounterOpens(counter="3", profile="Z")]),
        ("unknown_profile", [s.ProfileChanges(counter="1", profile="Z")]),
        ("counter_open", [s.CounterOpens(counter="1")]),
        ("counter_open", [s.CounterOpens(counter="2")]),
        ("counter_closed", [s.CounterCloses(counter="3")]),
        ("counter_closed", [s.ProfileChanges(counter="3", profile="AD")]),
        ("counter_closed", [s.LunchMoves(counter="3", minutes=5)]),
        ("counter_paused", [s.CounterPauses(counter="2", minutes=5)]),
        ("counter_not_paused", [s.CounterResumes(counter="1")]),
        ("counter_not_paused", [s.CounterResumes(counter="3")]),
        ("calls_it_already", [s.ProfileChanges(counter="1", profile="A")]),
        ("calls_it_already", [s.CounterHelps(counter="1", queue="A")]),
        ("supposed_too_far", [s.CounterPauses(counter="1", minutes=0)]),
        ("supposed_too_far", [s.LunchMoves(counter="1", minutes=0)]),
        ("supposed_too_far", [s.LunchMoves(counter="1", minutes=-(10**30))]),
        ("supposed_too_far", [s.PeopleCome(queue="A", people=10**30)]),
    ],
)
def test_what_is_not_is_said(code: str, supposed: Sequence[s.Supposed]) -> None:
    with pytest.raises(Refused) as no:
        require_possible(STANDING, supposed)
    assert no.value.code == code
    assert no.value.text.zh
