"""The area of opinion: what customers say of the hall is the customers' own."""

from server.domain.area import Area
from server.domain.askers import by
from server.domain.opinion import commands as c
from server.domain.opinion import refusals, rules
from server.domain.opinion.evolve import COMPARE, MOVES
from server.domain.opinion.follow import FOLLOW
from server.domain.refusals import said_in

CUSTOMERS = by("evaluator")

OPINION = Area(
    name="opinion",
    rules={
        c.Rate: rules.rate,
        c.RateWait: rules.rate_wait,
        c.GiveReasons: rules.reasons,
        c.CloseEvaluation: rules.close,
    },
    moves=MOVES,
    asked_by={
        c.Rate: CUSTOMERS,
        c.RateWait: CUSTOMERS,
        c.GiveReasons: CUSTOMERS,
        c.CloseEvaluation: CUSTOMERS,
    },
    follow=FOLLOW,
    compare=COMPARE,
    refusals=said_in(refusals),
    slots=("opinion",),
)
