"""The area of the set-up: the hall is given what it is, and changed."""

from server.domain.area import Area, Means
from server.domain.askers import MANAGERS, SYSTEM
from server.domain.refusals import NO_HALL, said_in
from server.domain.setup import commands as c
from server.domain.setup import refusals, rules
from server.domain.setup.evolve import MOVES

SETUP = Area(
    name="setup",
    rules={
        c.ConfigureHall: rules.configure,
        c.ApplyPlan: rules.apply_plan,
        c.DropPlan: rules.drop_plan,
    },
    moves=MOVES,
    asked_by={c.ConfigureHall: MANAGERS, c.ApplyPlan: SYSTEM, c.DropPlan: MANAGERS},
    decided={c.ConfigureHall: {"undoes": Means.NOTHING, "confirmed": Means.NOTHING}},
    refusals=(NO_HALL, *said_in(refusals)),
    slots=("config", "plans"),
)
