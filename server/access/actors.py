"""The one who asks; the journal keeps the id beside every event."""

from dataclasses import dataclass
from typing import Literal

OwnLanguage = Literal["", "zh", "en"]
ActorKind = Literal["device", "person", "script", "system"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """`id` is what the journal stores: `person:1207`, `device:k1`, `script:ab12`, `system:over-wait`."""

    id: str
    kind: ActorKind
    role: str
    name: str
    place: str = ""  # a counter, a zone or a printer
    by_itself: bool = False  # nobody paired it: a window of a demo hall
    language: OwnLanguage = ""  # a person's own, wherever they log in; "" while none was chosen


def system_actor(name: str) -> Actor:
    """A part of the program that asks by itself, such as `over-wait`."""
    return Actor(id=f"system:{name}", kind="system", role="system", name=name)
