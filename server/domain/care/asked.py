"""Finds what a care command speaks of, or refuses with the reason."""

from datetime import date

from server.domain.care import events as e
from server.domain.care.lifecycle import CASE, CASE_NAMES
from server.domain.care.nouns import RemedyCase, Task
from server.domain.care.refusals import CASE_SETTLED, NO_CASE, UNKNOWN_TASK
from server.domain.config.config import HallConfig, Script
from server.domain.config.hours import local
from server.domain.hall import Hall
from server.domain.line import Now


def case_of(hall: Hall, ticket: str, move: type[e.CaseMoved]) -> RemedyCase:
    """The visit's case, if it may make this move; a settled one says what it is."""
    case = hall.care.cases.get(ticket)
    if case is None:
        raise NO_CASE(ticket=ticket)
    if move not in CASE[case.state]:
        raise CASE_SETTLED(number=case.number, state=CASE_NAMES[case.state])
    return case


def task_of(hall: Hall, task: str) -> Task:
    known = hall.care.tasks.get(task)
    if known is None:
        raise UNKNOWN_TASK()
    return known


def script_of(config: HallConfig, moment: str, day: date) -> Script | None:
    """The newest version in force (R02)."""
    in_force = [s for s in config.scripts if s.moment == moment and s.effective_from <= day]
    return max(in_force, key=lambda s: s.version, default=None)


def script_version(hall: Hall, moment: str, now: Now) -> int:
    script = script_of(hall.setup, moment, local(hall.setup, now.at).date())
    return script.version if script else 0
