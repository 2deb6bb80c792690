"""Random halls with something of everything, and one fixed fate for each: to compare a forward run on."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from math import inf
from random import Random
from types import ModuleType

from server.domain.config.config import CounterPlace, HallConfig, Profile, Queue, Service, Zone
from server.domain.config.figures import Figures
from server.domain.hall import Counter, CounterState, Hall, Leg, ParkKind, PriorityClass, Ticket, TicketState
from server.domain.remote.nouns import Remote, Taken
from server.domain.text import Text
from server.insight.forward.board import Board, Person, Where, board_of
from server.insight.forward.lines import Fate, Futures
from server.insight.forward.plan import Plan, Shift
from server.routing import fair_share, oldest_first

NOW = datetime(2026, 3, 3, 2, 2, tzinfo=UTC)
NAME = Text("名", "Name")
QUEUES = "ABCD"
LONG = 8 * 3600
NOT_THERE = (TicketState.PARKED, TicketState.NO_SHOW, TicketState.AWAY)
STATES = (TicketState.WAITING,) * 10 + (TicketState.FORM_FILLING, *NOT_THERE)


@dataclass(frozen=True, kw_only=True)
class Case:
    """A hall at `NOW`, who works when, and what will happen to everybody."""

    hall: Hall
    plan: Plan
    policy: ModuleType
    board: Board
    fate: Fate
    later: tuple[Person, ...]
    hold: float

    @property
    def futures(self) -> Futures:
        return Futures(fates=(self.fate,), later=self.later, hold=self.hold)


def case(seed: int, *, most: int = 12, come_back: bool = True) -> Case:
    """`come_back`: with missed and parked ones who do, and numbers that let others pass first."""
    dice = Random(seed)
    config = a_config(dice.randrange(40))
    hall = _hall(dice, config, dice.randint(1, most), come_back=come_back)
    plan = _plan(dice, hall)
    policy = dice.choice((fair_share, fair_share, oldest_first))
    board = board_of(hall, NOW, policy.order(config.figures), plan)
    later = _later(dice, board)
    hold = float(dice.randrange(20, 90))
    return Case(
        hall=hall,
        plan=plan,
        policy=policy,
        board=board,
        fate=_fate(dice, board, later, come_back=come_back),
        later=later,
        hold=hold,
    )


@cache
def a_config(seed: int) -> HallConfig:
    dice = Random(seed)
    profiles = tuple(_profile(dice, f"p{n}") for n in range(3))
    return HallConfig(
        name=NAME,
        industry="power",
        zones=(Zone(id="main", name=NAME),),
        queues=tuple(Queue(id=q, letter=q, name=NAME, zone="main") for q in QUEUES),
        services=tuple(Service(id=q.lower(), name=NAME, queue=q, standard_seconds=300) for q in QUEUES),
        profiles=profiles,
        counters=tuple(
            CounterPlace(id=str(n), name=NAME, zone="main", profile=dice.choice(profiles).id)
            for n in range(1, 5)
        ),
        figures=Figures(
            priority_head_start_seconds=dice.choice((0, 300, 600)),
            priority_run_limit=dice.choice((0, 1, 2, 3)),
            remedy_threshold_seconds=dice.choice((600, 1200, 3600)),
            max_requeue=dice.choice((0, 1, 2)),
            requeue_tolerance=dice.choice((1, 5)),
            requeue_after=dice.choice((0, 1, 3)),
            parked_time_waits=dice.random() < 0.3,
        ),
    )


def _profile(dice: Random, name: str) -> Profile:
    queues = dice.sample(QUEUES, 4)
    own = dice.randint(1, 3)
    helps = queues[own : own + dice.randint(0, 2)]
    return Profile(id=name, name=NAME, queues=tuple(queues[:own]), helps=tuple(helps))


def ago(seconds: float) -> datetime:
    return NOW - timedelta(seconds=seconds)


def _hall(dice: Random, config: HallConfig, n: int, *, come_back: bool) -> Hall:
    hall = Hall(
        config=config,
        day=NOW.date(),
        numbered_on=NOW.date(),
        counters={place.id: _counter(dice, place) for place in config.counters},
        calls=dict.fromkeys(QUEUES, 10),
        issued=dict.fromkeys(QUEUES, 500),
        priority_run={q: dice.randint(0, 3) for q in QUEUES if dice.random() < 0.5},
    )
    tickets = {}
    for nth in range(n):
        ticket = _ticket(dice, nth, come_back=come_back)
        tickets[ticket.id] = ticket
    for counter in hall.counters.values():
        if dice.random() < 0.5 and counter.state is CounterState.OPEN_IDLE:
            ticket, busy = _at_counter(dice, counter, len(tickets))
            tickets[ticket.id] = ticket
            hall = replace(hall, counters={**hall.counters, counter.id: busy})
    taken = {t.id: _taken_afar(dice) for t in tickets.values() if t.state is TicketState.AWAY}
    return replace(hall, tickets=tickets, remote=Remote(taken=taken))


def _taken_afar(dice: Random) -> Taken:
    return Taken(at=ago(100), phone="", network="", passed=dice.random() < 0.3)


def _counter(dice: Random, place: CounterPlace) -> Counter:
    state = dice.choice((CounterState.OPEN_IDLE,) * 4 + (CounterState.PAUSED, CounterState.CLOSED))
    if state is CounterState.CLOSED:
        return Counter(id=place.id, state=state, profile=place.profile)
    profile = dice.choice((place.profile, "p0"))
    reason = "茶" if state is CounterState.PAUSED else ""
    return Counter(
        id=place.id, state=state, profile=profile, staff=f"s{place.id}", pause_reason=reason, since=ago(60)
    )


def _ticket(dice: Random, nth: int, *, come_back: bool) -> Ticket:
    queue, came = dice.choice(QUEUES), ago(dice.randrange(10, 1500, 10))
    state = dice.choice(STATES)
    if state in NOT_THERE and not come_back:
        state = TicketState.WAITING
    ticket = taken(queue, nth, came)
    priority = PriorityClass.PRIORITY if dice.random() < 0.25 else PriorityClass.ORDINARY
    ticket = replace(ticket, priority=priority, state=state, remote=state is TicketState.AWAY)
    if dice.random() < 0.15:  # by appointment, or back with a notice
        ticket = replace(ticket, place_at=came - timedelta(seconds=600), clock_from=came + timedelta(0, 60))
    if dice.random() < 0.12:
        ticket = replace(ticket, only_counter=dice.choice("1234"))
    elif dice.random() < 0.08:
        ticket = replace(ticket, only_staff=f"s{dice.randint(1, 4)}")
    if come_back and state not in {TicketState.PARKED, TicketState.NO_SHOW} and dice.random() < 0.15:
        ticket = replace(ticket, lets_pass_until=dice.randint(9, 13), requeues=dice.randint(0, 1))
    if state in {TicketState.NO_SHOW, TicketState.PARKED}:
        leg = replace(ticket.leg, called_at=ago(5), started_at=ago(4), counter=dice.choice("1234"))
        ticket = replace(ticket, leg=leg, since=ago(2), calls=1, called_as=dice.randint(7, 10))
    if state is TicketState.PARKED:
        ticket = replace(ticket, park=dice.choice(tuple(ParkKind)))
    return ticket


def taken(queue: str, nth: int, came: datetime) -> Ticket:
    return Ticket(
        id=f"n{nth}",
        token=f"token{nth}",
        number=f"{queue}{nth:03}",
        ordinal=nth,
        issued_at=came,
        channel="kiosk",
        service=queue.lower(),
        language="zh",
        segment="",
        priority=PriorityClass.ORDINARY,
        priority_reason="",
        state=TicketState.WAITING,
        since=came,
        place_at=came,
        clock_from=came,
        leg=Leg(service=queue.lower(), queue=queue, entered_at=came),
    )


def _at_counter(dice: Random, counter: Counter, nth: int) -> tuple[Ticket, Counter]:
    ticket = taken(dice.choice(QUEUES), nth, ago(1600))
    leg = replace(ticket.leg, called_at=ago(3), started_at=ago(2), counter=counter.id, staff=counter.staff)
    here = replace(ticket, state=TicketState.SERVING, leg=leg, since=ago(2), calls=1, called_as=10)
    return here, replace(counter, state=CounterState.SERVING, ticket=here.id, since=ago(2))


def _plan(dice: Random, hall: Hall) -> Plan:
    """Some close for a while, some come later; nobody closes a counter where somebody's papers lie."""
    held = {t.leg.counter for t in hall.tickets.values() if t.park is ParkKind.DOCUMENTS_HELD}
    shifts = {}
    for counter in hall.counters.values():
        works = counter.state is not CounterState.CLOSED
        if counter.id in held:
            shifts[counter.id] = (_shift(-60, LONG, counter),) if works else ()
        elif works:
            leaves = dice.choice((LONG, LONG, dice.randrange(60, 900, 60)))
            back = (_shift(leaves + 600, LONG + 600, counter),) if dice.random() < 0.5 else ()
            shifts[counter.id] = (_shift(-60, leaves, counter), *back)
        elif dice.random() < 0.4:
            shifts[counter.id] = (_shift(dice.randrange(60, 900, 60), LONG, counter),)
    return Plan(shifts=shifts)


def _shift(opens: float, closes: float, counter: Counter) -> Shift:
    return Shift(
        opens=NOW + timedelta(seconds=opens),
        closes=NOW + timedelta(seconds=closes),
        profile=counter.profile,
        staff=f"s{counter.id}",
    )


def _later(dice: Random, board: Board) -> tuple[Person, ...]:
    head = board.order.head_start
    comers = []
    for _ in range(dice.choice((0, 0, 1, 3))):
        queue, priority = dice.randrange(len(QUEUES)), dice.random() < 0.7
        comers.append(
            Person(
                ticket="",
                service=QUEUES[queue].lower(),
                queue=queue,
                where=Where.LATER,
                priority=priority,
                place=0.0,
                ahead=-head if priority else 0.0,
                clock=0.0,
            )
        )
    return tuple(comers)


def _fate(dice: Random, board: Board, later: tuple[Person, ...], *, come_back: bool) -> Fate:
    people = (*board.people, *later)
    joins, arrivals = [], sorted(dice.sample(range(5, 900, 5), len(later)))
    for person in board.people:
        away = person.where is not Where.IN_LINE
        joins.append(float(dice.randrange(0, 600, 5)) if away and dice.random() < 0.9 else inf)
    misses = [float(dice.randrange(0, 900, 5)) if dice.random() < 0.15 else inf for _ in people]
    returns = [float(dice.randrange(5, 400, 5)) if dice.random() < 0.7 else inf for _ in people]
    return Fate(
        free_at=[
            0.0 if d.state is CounterState.OPEN_IDLE else float(dice.randrange(5, 400, 5))
            for d in board.desks
        ],
        seconds=[float(dice.randrange(20, 600, 5)) for _ in people],
        misses_from=misses,
        leaves_at=[float(dice.randrange(5, 900, 5)) if dice.random() < 0.1 else inf for _ in people],
        rests=[float(dice.randrange(20, 200, 5)) if dice.random() < 0.1 else 0.0 for _ in people],
        joins_at=joins + [float(at) for at in arrivals],
        returns_after=returns if come_back else [inf] * len(people),
    )
