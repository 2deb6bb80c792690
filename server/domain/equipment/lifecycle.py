"""The life of a slip, as a table.

Nothing leads from UNKNOWN back to SENDING: what may be on paper is never sent again.

A reprint is a new slip with its own life, not a step of this one.
"""

from collections.abc import Mapping

from server.domain.hall import SlipState

S = SlipState

SLIP: Mapping[SlipState, frozenset[SlipState]] = {
    S.QUEUED: frozenset({S.HELD, S.SENDING, S.DROPPED}),
    S.HELD: frozenset({S.HELD, S.SENDING, S.DROPPED}),
    S.SENDING: frozenset({S.PRINTED, S.SENT, S.UNKNOWN, S.HELD}),  # HELD: it turned out that no byte had left
    S.PRINTED: frozenset(),
    S.SENT: frozenset(),
    S.UNKNOWN: frozenset(),
    S.DROPPED: frozenset(),
}
