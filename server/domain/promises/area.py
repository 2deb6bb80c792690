"""The area of promises: what customers are told of their wait."""

from server.domain.area import Area
from server.domain.askers import SYSTEM
from server.domain.promises import commands as c
from server.domain.promises import rules
from server.domain.promises.evolve import MOVES, OBSERVE
from server.domain.queue.events import TicketIssued

PROMISES = Area(
    name="promises",
    rules={c.LookAhead: rules.look_ahead},
    moves=MOVES,
    asked_by={c.LookAhead: SYSTEM},
    follow={TicketIssued: rules.with_the_number},
    observe=OBSERVE,
    quiet=frozenset({c.LookAhead}),
    slots=("promises",),
)
