"""What is supposed, against the same done to the hall in earnest: not one call may differ."""

from collections import Counter as Tally
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from functools import reduce
from heapq import heappush
from math import inf
from random import Random

import pytest
from typing_extensions import override

from server.domain.config.config import Profile
from server.domain.decide import decide
from server.domain.evolve import evolve
from server.domain.hall import CounterState, Hall
from server.domain.line import Now
from server.domain.proposals import supposed as s
from server.domain.proposals.supposing import require_possible
from server.domain.queue import commands as c
from server.domain.refusals import Refused
from server.domain.text import Text
from server.insight.forward.board import board_of
from server.insight.forward.comparing import freed
from server.insight.forward.habits import Habits, Stream
from server.insight.forward.lines import Futures
from server.insight.forward.plan import Plan, Shift, usual_plan
from server.insight.forward.run import run
from server.insight.forward.steps import COMES_IN
from server.insight.forward.supposing import Then, asked, streams_of_today
from server.routing import fair_share
from tests.insight.forward.lived import FREE, Lived
from tests.insight.forward.random_halls import NOW, QUEUES, Case, case
from tests.insight.waiting_halls import NOW as TEN
from tests.insight.waiting_halls import hall, line

HALLS, A_TEST = 160, 40
KINDS = (
    s.CounterOpens,
    s.CounterCloses,
    s.CounterPauses,
    s.CounterResumes,
    s.ProfileChanges,
    s.CounterHelps,
    s.LunchMoves,
    s.IssuingStops,
)


class LivedWith(Lived):
    """In which some counters pause once whoever is there is done, and a number may be refused."""

    def __init__(self, case: Case, pauses: Mapping[str, float]) -> None:
        super().__init__(case)
        self.pauses = dict(pauses)

    @override
    def _free(self, k: int) -> None:
        counter = self._counter(k)
        if self.hall.counters[counter].state is CounterState.CLOSED:
            return None  # idle when it closed
        if not (seconds := self.pauses.pop(counter, 0.0)):
            return super()._free(k)
        if (ticket := self.hall.counters[counter].ticket) is not None:
            self._done(k, ticket)
        self.do(c.PauseCounter(counter=counter, reason="茶"))
        heappush(self.heap, (self.at + seconds, FREE, k))
        return None

    @override
    def _joins(self, n: int) -> None:
        with suppress(Refused):
            super()._joins(n)


def a_supposal(dice: Random, one: Case) -> s.Supposed | None:
    """Something that is possible in the hall."""
    kind, counter = dice.choice(KINDS), dice.choice("1234")
    more = {
        s.CounterOpens: {"counter": counter},
        s.CounterPauses: {"counter": counter, "minutes": dice.randint(1, 10)},
        s.ProfileChanges: {"counter": counter, "profile": dice.choice(("p0", "p1", "p2"))},
        s.CounterHelps: {"counter": counter, "queue": dice.choice(QUEUES)},
        s.LunchMoves: {"counter": counter, "minutes": dice.choice((-5, 5))},
        s.IssuingStops: {"queue": dice.choice(QUEUES)},
    }
    supposed: s.Supposed = kind(**more.get(kind, {"counter": counter}))  # type: ignore[arg-type]
    try:
        require_possible(one.hall, [supposed])
    except Refused:
        return None
    return supposed


def done(standing: Hall, command: c.ChangeProfile | c.ResumeCounter | c.SuspendService) -> Hall:
    now = Now(at=NOW, new_id="x", new_token="x", pick=fair_share.pick)
    return reduce(evolve, decide(standing, command, now), standing)


def in_earnest(one: Case, supposed: s.Supposed, then: Then) -> LivedWith:
    """The same by the hall's own commands, at their time."""
    shifts, fate, standing = dict(one.plan.shifts), one.fate, one.hall
    pauses = dict[str, float]()
    nth = {desk.counter: k for k, desk in enumerate(one.board.desks)}
    match supposed:
        case s.IssuingStops():
            standing = done(
                standing, c.SuspendService(service=supposed.queue.lower(), reason=Text("停", "Stopped"))
            )
        case s.CounterOpens():
            stints = then.board.desks[nth[supposed.counter]].stints
            usual = standing.setup.counter[supposed.counter].profile
            assert stints[0].opens >= COMES_IN
            shifts[supposed.counter] = tuple(
                Shift(
                    opens=NOW + timedelta(seconds=stint.opens),
                    closes=NOW + timedelta(seconds=stint.closes),
                    profile=standing.counters[supposed.counter].profile or usual,
                )
                for stint in stints
            )
        case s.CounterCloses():
            shifts[supposed.counter] = (replace(shifts[supposed.counter][0], closes=NOW),)
        case s.CounterPauses():
            pauses[supposed.counter] = supposed.minutes * 60.0
        case s.CounterResumes():
            standing = done(standing, c.ResumeCounter(counter=supposed.counter))
            free = list(fate.free_at)
            free[nth[supposed.counter]] = 0.0
            fate = fate._replace(free_at=free)
        case s.ProfileChanges():
            command = c.ChangeProfile(counter=supposed.counter, profile=supposed.profile)
            standing = done(standing, command)
            some = shifts[supposed.counter]
            shifts[supposed.counter] = tuple(replace(shift, profile=supposed.profile) for shift in some)
        case s.CounterHelps():
            config, at = standing.setup, standing.counters[supposed.counter]
            known = config.profile[at.profile]
            wider = Profile(
                id="wider", name=known.name, queues=known.queues, helps=(*known.helps, supposed.queue)
            )
            config = replace(config, profiles=(*config.profiles, wider))
            counters = {**standing.counters, supposed.counter: replace(at, profile="wider")}
            standing = replace(standing, config=config, counters=counters)
            some = shifts[supposed.counter]
            shifts[supposed.counter] = tuple(replace(shift, profile="wider") for shift in some)
        case s.LunchMoves():
            first, second = shifts[supposed.counter][:2]
            by = max(timedelta(minutes=supposed.minutes), NOW - first.closes)
            shifts[supposed.counter] = (
                replace(first, closes=first.closes + by),
                replace(second, opens=second.opens + by),
            )
    changed = replace(one, hall=standing, plan=Plan(shifts=shifts), fate=fate)
    return LivedWith(changed, pauses)


def has_lunch_ahead(one: Case, counter: str) -> bool:
    """It closes for a while and opens again."""
    return len(one.plan.stints(counter)) > 1


def differs(seed: int) -> tuple[str, list[tuple[str, float, float]]] | None:
    """Who is called at another moment; None where nothing could be supposed."""
    one, dice = case(seed), Random(seed)
    supposed = next((x for _ in range(20) if (x := a_supposal(dice, one)) is not None), None)
    if supposed is None:
        return None
    if isinstance(supposed, s.LunchMoves) and not has_lunch_ahead(one, supposed.counter):
        return None
    then = asked(one.hall, NOW, one.board, Habits(), [supposed]).then
    real = in_earnest(one, supposed, then)
    fate = freed(real.case.fate, then)
    joins = list(fate.joins_at)
    for n, person in enumerate(one.later, len(one.board.people)):
        if person.queue in then.stopped:
            joins[n] = inf
    futures = Futures(fates=(fate._replace(joins_at=joins),), later=one.later, hold=one.hold)
    (ran,) = run(then.board, futures, to_the_end=True).called
    called, wrong = real.to_the_end().called, []
    for n, person in enumerate(one.board.people):
        expected = called.get(person.ticket, inf)
        left = expected == inf and one.fate.leaves_at[n] <= ran[n]
        if ran[n] != expected and not left:
            wrong.append((person.ticket, expected, ran[n]))
    return supposed.type, wrong


@pytest.mark.parametrize("first", range(0, HALLS, A_TEST))
def test_what_is_supposed_runs_as_the_same_is_lived_in_earnest(first: int) -> None:
    found = {n: known for n in range(first, first + A_TEST) if (known := differs(n)) is not None}
    assert {n: wrong for n, (_, wrong) in found.items() if wrong} == {}
    assert len(Tally(kind for kind, _ in found.values())) >= len(KINDS) - 2


def of(standing: Hall, *supposed: s.Supposed) -> Then:
    order = fair_share.order(standing.setup.figures)
    board = board_of(standing, TEN, order, usual_plan(standing, TEN))
    return asked(standing, TEN, board, Habits(), supposed).then


def test_people_come_for_the_businesses_of_the_queue_in_turn() -> None:
    then = of(hall({"1": "A"}), s.PeopleCome(queue="B", people=3))
    assert then.come == {1: ("B", "B", "B")}


def test_a_lunch_is_moved_never_into_the_past_and_one_that_is_not_ahead_is_refused() -> None:
    standing = hall({"1": "A"})
    with pytest.raises(Refused) as no:
        of(standing, s.LunchMoves(counter="1", minutes=30))
    assert no.value.code == "no_lunch_ahead"
    leaves, back = TEN + timedelta(minutes=20), TEN + timedelta(minutes=80)
    plan = Plan(
        shifts={"1": (Shift(opens=TEN, closes=leaves), Shift(opens=back, closes=TEN + timedelta(hours=7)))}
    )
    board = board_of(standing, TEN, fair_share.order(standing.setup.figures), plan)
    for asked_for, moved in ((30, 30), (-10, -10), (-60, -20)):
        some = s.LunchMoves(counter="1", minutes=asked_for)
        first, second = asked(standing, TEN, board, Habits(), [some]).then.board.desks[0].stints
        assert (first.closes, second.opens) == ((20 + moved) * 60, (80 + moved) * 60)
        assert second.closes == 7 * 3600


def test_without_a_history_those_come_who_came_in_the_last_hour() -> None:
    """Or in as long as the hall has been open; nobody where nobody came."""
    standing = hall({"1": "A"}, line("A", 30))
    (stream,) = streams_of_today(standing, TEN)
    assert (stream.service, stream.queue, stream.priority) == ("A", "A", False)
    assert stream.per_second == pytest.approx(30 / 1800)
    assert streams_of_today(hall({"1": "A"}), TEN) == ()
    board = board_of(standing, TEN, fair_share.order(standing.setup.figures), usual_plan(standing, TEN))
    known = (Stream(service="A", queue="A", priority=False, per_second=0.01),)
    some = s.IssuingStops(queue="A")
    assert asked(standing, TEN, board, Habits(streams=known), [some]).learned
    today = asked(standing, TEN, board, Habits(), [some])
    assert not today.learned
    assert today.habits.streams == (stream,)


def test_several_at_once_are_all_in_the_board() -> None:
    standing = hall({"1": "A", "2": "D", "3": "A"}, line("A", 3))
    then = of(
        standing,
        s.CounterCloses(counter="1"),
        s.ProfileChanges(counter="2", profile="A"),
        s.CounterPauses(counter="3", minutes=5),
        s.IssuingStops(queue="B"),
    )
    assert then.board.desks[0].stints[0].closes == 0
    assert then.board.desks[1].stints[0].calls.own == (0,)
    assert then.pauses == {2: 300.0}
    assert then.stopped == {1}
    assert then.board.desks[2].state is CounterState.OPEN_IDLE
