"""What a code on a paper is of, for staff who print it once more on a later day (B09)."""

from dataclasses import dataclass, replace
from datetime import datetime

from server.domain.appointments.nouns import Appointment
from server.domain.equipment.papers import called
from server.domain.guidance.coming import opened_by, require_use
from server.domain.guidance.nouns import Notice
from server.domain.hall import Hall
from server.domain.refusals import Refused
from server.domain.text import Text
from server.domain.views.guides.standing import LOOKING


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFound:
    """`kind` is "missing", "pass" or "appointment"; `called` its number or its time.

    `why_not` says why none is made any more, null where one is.
    """

    code: str
    kind: str
    called: str
    service: Text
    why_not: Text | None


def paper_found(hall: Hall, typed: str, at: datetime) -> PaperFound | None:
    known = opened_by(hall, typed)
    if not isinstance(known, Notice | Appointment):
        return None
    service = hall.setup.service.get(known.service)
    return PaperFound(
        code=known.code,
        kind=known.kind if isinstance(known, Notice) else "appointment",
        called=called(hall, known.code),
        service=service.name if service else Text("", ""),
        why_not=_why_not(hall, known, at),
    )


def _why_not(hall: Hall, known: Notice | Appointment, at: datetime) -> Text | None:
    try:
        require_use(hall, known, replace(LOOKING, at=at))
    except Refused as refused:
        return refused.text
    return None
