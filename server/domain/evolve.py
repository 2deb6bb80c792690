"""THE projection: one event makes the hall of a moment into the hall of the next. Total, never refuses."""

from dataclasses import replace
from typing import cast, get_args

from server.domain.care.events import CareEvent
from server.domain.care.evolve import evolve_care, new_day, observe
from server.domain.equipment.events import EquipmentEvent
from server.domain.equipment.evolve import evolve_equipment
from server.domain.hall import Hall
from server.domain.queue.events import DayOpened, QueueEvent
from server.domain.queue.evolve import evolve_queue

AnyEvent = QueueEvent | EquipmentEvent | CareEvent

_EQUIPMENT = get_args(EquipmentEvent)
_CARE = get_args(CareEvent)


def evolve(hall: Hall, event: AnyEvent) -> Hall:
    if isinstance(event, _CARE):
        after = evolve_care(hall, cast("CareEvent", event))
    elif isinstance(event, _EQUIPMENT):
        after = evolve_equipment(hall, cast("EquipmentEvent", event))
    else:
        after = evolve_queue(hall, cast("QueueEvent", event))
        if isinstance(event, DayOpened) and after.numbered_on != hall.numbered_on:
            after = new_day(after)
        after = observe(hall, after, event)
    return replace(after, seq=hall.seq + 1, at=event.at)
