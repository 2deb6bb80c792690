"""Adds the counter and half-hour that helps the worst half-hour most until all are good, and proves it."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from server.insight.forecast.counts import HALF_HOUR, SLOTS, Flags, Floats
from server.insight.staffing.days import Days, Demand, days
from server.insight.staffing.serve import Served, served
from server.later import np

PROMISED, SEARCHED_FOR = 0.90, 0.94  # a plan tuned on its own days is a little too good on them
RAISED = 0.015
ROUNDS = 3
SEARCH_DAYS, PROOF_DAYS = 150, 300
BUSY = 0.95  # share of its time a counter may be busy in the plan that the search begins with
EARLIER = 1  # half-hours before the worst one, whose queue may be what makes it bad


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Hall:
    """A row a counter: the businesses it can do, and the half-hours in which it may be open at all."""

    skills: Flags
    may_open: Flags


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Plan:
    """`proof` is of days that the search never saw; `short` are half-hours that no counter here can mend."""

    opened: Flags  # a row a counter, a column a half-hour
    proof: Served
    short: tuple[int, ...]

    @property
    def counter_hours(self) -> float:
        return float(self.opened.sum()) * HALF_HOUR / 60


def plan(demand: Demand, hall: Hall, seed: int = 1) -> Plan:
    """The same hall and the same expectation make the same plan."""
    chance = np.random.default_rng(seed)
    searched, proving = days(demand, SEARCH_DAYS, chance), days(demand, PROOF_DAYS, chance)
    opened, goal = _first(demand, hall), SEARCHED_FOR
    # Where all counters together do not do, all are proposed, and nothing is searched for.
    best = served(searched, hall.skills, hall.may_open).share
    short = {slot for slot in range(SLOTS) if best[slot] < goal}
    for slot in short:
        opened[:, max(0, slot - EARLIER) : slot + 1] = hall.may_open[:, max(0, slot - EARLIER) : slot + 1]
    for _ in range(ROUNDS):
        opened = _searched(hall, searched, opened, goal, short)
        proof = served(proving, hall.skills, opened)
        if all(proof.share[slot] >= PROMISED for slot in range(SLOTS) if slot not in short):
            break
        goal += RAISED
    return Plan(
        opened=opened,
        proof=proof,
        short=tuple(sorted(slot for slot in short if proof.share[slot] < PROMISED)),
    )


def _first(demand: Demand, hall: Hall) -> Flags:
    """Enough for the work that comes in each half-hour, the counters that can do most of it first."""
    opened = np.zeros_like(hall.may_open)
    work = demand.expected * demand.minutes[:, None]
    for slot in range(SLOTS):
        left = work[:, slot].copy()
        for _ in range(ceil(left.sum() / (BUSY * HALF_HOUR))):
            use = (hall.skills @ left) * hall.may_open[:, slot] * ~opened[:, slot]
            best = int(use.argmax())
            if use[best] <= 0:
                break
            opened[best, slot] = True
            able = left * hall.skills[best]
            left = left - able * min(1.0, BUSY * HALF_HOUR / able.sum())
    return opened


def _searched(hall: Hall, searched: Days, opened: Flags, goal: float, short: set[int]) -> Flags:
    share = served(searched, hall.skills, opened).share
    while (worst := _worst(share, goal, short)) is not None:
        best: tuple[tuple[float, float, float], Flags, Floats] | None = None
        for counter, slot in _candidates(worst, hall, opened):
            tried = opened.copy()
            tried[counter, slot] = True
            tried_share = served(searched, hall.skills, tried).share
            beside = float(opened[counter, max(0, slot - 1) : slot + 2].any())
            worth = (round(float(tried_share[worst]), 3), float(np.minimum(tried_share, goal).sum()), beside)
            if best is None or worth > best[0]:
                best = (worth, tried, tried_share)
        if best is None or best[0][1] <= float(np.minimum(share, goal).sum()):
            short.add(worst)
            continue
        _, opened, share = best
    return opened


def _worst(share: Floats, goal: float, short: set[int]) -> int | None:
    open_to = [slot for slot in range(SLOTS) if slot not in short and share[slot] < goal]
    return min(open_to, key=lambda slot: float(share[slot])) if open_to else None


def _candidates(worst: int, hall: Hall, opened: Flags) -> list[tuple[int, int]]:
    """Of counters that can do the same one alone is tried, and one beside its own open hours."""
    tried: dict[tuple[int, bytes, bool], tuple[int, int]] = {}
    for slot in range(max(0, worst - EARLIER), worst + 1):
        for counter in np.flatnonzero(hall.may_open[:, slot] & ~opened[:, slot]):
            beside = bool(opened[counter, max(0, slot - 1) : slot + 2].any())
            tried.setdefault((slot, hall.skills[counter].tobytes(), beside), (int(counter), slot))
    return list(tried.values())
