"""The area of numbers from home: a place in line before one is in the hall (Q42)."""

from server.domain.area import Area, Means
from server.domain.askers import STAFF, SYSTEM
from server.domain.queue.events import TicketCalled
from server.domain.refusals import said_in
from server.domain.remote import commands as c
from server.domain.remote import refusals, rules
from server.domain.remote.evolve import MOVES, OBSERVE

REMOTE = Area(
    name="remote",
    rules={
        c.TakeRemote: rules.take,
        c.ConfirmArrival: rules.confirm,
        c.KeepRemote: rules.keep,
    },
    moves=MOVES,
    asked_by={
        c.TakeRemote: SYSTEM,  # and whoever opens the hall's own page, where the hall lets them
        c.ConfirmArrival: STAFF,  # and whoever holds the ticket's own token
        c.KeepRemote: SYSTEM,
    },
    decided={
        c.ConfirmArrival: {
            "channel": Means.CHANNEL,
            "printer": Means.PRINTER,
            "door_code": Means.NOTHING,
        },
    },
    follow={TicketCalled: rules.passed_by},
    observe=OBSERVE,
    refusals=said_in(refusals),
    slots=("remote",),
)
