"""Who may say that a call was shown: its own screen. `watchers/devices/loudspeakers.py` minds sounds."""

from server.access.actors import Actor
from server.access.rights import not_allowed
from server.domain.command import Command
from server.domain.equipment.commands import RecordShown
from server.domain.equipment.rules import called
from server.domain.hall import Hall

AT_ONE_COUNTER = frozenset({"window_display", "counter_screen"})  # a lobby board shows every counter's calls


def require_own_call(actor: Actor, command: Command, hall: Hall) -> None:
    """Refuse with `not_allowed` news of another screen; late news of a call that is over is no harm."""
    if isinstance(command, RecordShown) and actor.role in AT_ONE_COUNTER:
        ticket = called(hall, command.call)
        if ticket is not None and ticket.call is not None and ticket.call.counter != actor.place:
            raise not_allowed(actor)
