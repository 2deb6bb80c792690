"""The area of proposals: what would keep most people from waiting too long."""

from server.domain.area import Area
from server.domain.askers import LEADERS, SYSTEM
from server.domain.proposals import carrying_out, refusals, rules, undoing
from server.domain.proposals import commands as c
from server.domain.proposals.evolve import MOVES, OBSERVE
from server.domain.refusals import said_in

PROPOSALS = Area(
    name="proposals",
    rules={
        c.MakeProposals: rules.make,
        c.TakeProposal: rules.take,
        c.UndoProposal: undoing.undo,
        c.AskForCounter: carrying_out.ask_for_counter,
        c.JudgeProposal: rules.judge,
    },
    moves=MOVES,
    asked_by={
        c.MakeProposals: SYSTEM,
        c.TakeProposal: LEADERS,
        c.UndoProposal: LEADERS,
        c.AskForCounter: LEADERS,
        c.JudgeProposal: SYSTEM,
    },
    follow=dict.fromkeys(carrying_out.SETTLED_BY, carrying_out.settled),
    observe=OBSERVE,
    refusals=said_in(refusals),
    quiet=frozenset({c.MakeProposals, c.JudgeProposal}),
    slots=("proposals",),
)
