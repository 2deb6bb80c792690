"""Who stands in which counter's line."""

from collections.abc import Sequence

from server.domain.hall import Counter, Hall, Ticket
from server.domain.line import Line


def eligible(hall: Hall, counter: Counter) -> list[Ticket]:
    """Those this counter may call now.

    A restored number lets others of its queue pass first, but nobody sits idle for it. The profile's `helps`
    count only while none of its own queues has anybody (Q18).
    """
    config = hall.config
    assert config is not None
    profile = config.profile[counter.profile]
    own, helped, passing = [], [], []
    for ticket in hall.waiting():
        queue = ticket.leg.queue
        if ticket.only_counter is not None or ticket.only_staff is not None:
            mine = ticket.only_counter == counter.id or (
                ticket.only_staff is not None and ticket.only_staff == counter.staff
            )
        else:
            mine = queue in profile.queues
        if mine and ticket.lets_pass_until > hall.calls.get(queue, 0):
            passing.append(ticket)
        elif mine:
            own.append(ticket)
        elif queue in profile.helps and ticket.only_counter is None and ticket.only_staff is None:
            helped.append(ticket)
    return own or passing or helped


def line_of(hall: Hall, counter: Counter, waiting: Sequence[Ticket]) -> Line:
    config = hall.config
    assert config is not None
    profile = config.profile[counter.profile]
    run = max((hall.priority_run.get(q, 0) for q in (*profile.queues, *profile.helps)), default=0)
    return Line(waiting=waiting, priority_run=run, figures=config.figures)
