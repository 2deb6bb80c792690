"""The area of care: what a wait that hurts earns."""

from server.domain.area import Area, Means
from server.domain.askers import GUIDES, LEADERS, STAFF, SYSTEM
from server.domain.care import commands as c
from server.domain.care import refusals, remedies, tasks
from server.domain.care.evolve import COMPARE, MOVES, OBSERVE
from server.domain.care.follow import FOLLOW
from server.domain.refusals import said_in

CARE = Area(
    name="care",
    rules={
        c.ReachRung: remedies.reach,
        c.OpenCase: remedies.open_case,
        c.OfferRemedy: remedies.offer,
        c.GiveGift: remedies.give,
        c.DeclineGift: remedies.decline,
        c.WaiveCase: remedies.waive,
        c.SetStock: remedies.set_stock,
        c.LeadShift: remedies.lead,
        c.RaiseTask: tasks.raise_task,
        c.TakeTask: tasks.take,
        c.DropTask: tasks.drop,
        c.ExplainWait: tasks.explain,
        c.GiveWater: tasks.water,
    },
    moves=MOVES,
    asked_by={
        c.ReachRung: SYSTEM,
        c.OpenCase: SYSTEM,
        c.RaiseTask: SYSTEM,
        c.OfferRemedy: STAFF,
        c.GiveGift: STAFF,
        c.DeclineGift: STAFF,
        c.TakeTask: GUIDES,
        c.DropTask: GUIDES,
        c.ExplainWait: GUIDES,
        c.GiveWater: GUIDES,
        c.WaiveCase: LEADERS,
        c.SetStock: LEADERS,
        c.LeadShift: LEADERS,
    },
    decided={
        c.OfferRemedy: {"where": Means.WHERE_SERVED},
        c.GiveGift: {"where": Means.WHERE_SERVED},
    },
    follow=FOLLOW,
    observe=OBSERVE,
    compare=COMPARE,
    refusals=said_in(refusals),
    slots=("care",),
)
