"""The area of the roster: who is planned where, who is absent."""

from server.domain.area import Area
from server.domain.askers import LEADERS
from server.domain.refusals import said_in
from server.domain.roster import commands as c
from server.domain.roster import refusals, rules
from server.domain.roster.evolve import MOVES, OBSERVE

ROSTER = Area(
    name="roster",
    rules={c.PlanDay: rules.plan_day, c.MarkAbsence: rules.mark_absence},
    moves=MOVES,
    asked_by={c.PlanDay: LEADERS, c.MarkAbsence: LEADERS},
    observe=OBSERVE,
    refusals=said_in(refusals),
    slots=("roster",),
)
