"""THE projection: one event makes the hall of a moment into the hall of the next. Total, never refuses."""

from dataclasses import replace
from typing import cast, get_args

from server.domain.equipment.events import EquipmentEvent
from server.domain.equipment.evolve import evolve_equipment
from server.domain.hall import Hall
from server.domain.queue.events import QueueEvent
from server.domain.queue.evolve import evolve_queue

AnyEvent = QueueEvent | EquipmentEvent

_EQUIPMENT = get_args(EquipmentEvent)


def evolve(hall: Hall, event: AnyEvent) -> Hall:
    if isinstance(event, _EQUIPMENT):
        after = evolve_equipment(hall, cast("EquipmentEvent", event))
    else:
        after = evolve_queue(hall, cast("QueueEvent", event))
    return replace(after, seq=hall.seq + 1, at=event.at)
