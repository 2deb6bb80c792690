"""What hangs on a board today: its layout, the media and the notices in force at its place."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from server.domain.config.config import HallConfig
from server.domain.config.media_named import media_named
from server.domain.config.pieces.boards import BoardLayout
from server.domain.hall import Hall
from server.domain.kept import FEW, kept
from server.domain.text import Text

FILMS = (".mp4", ".webm")
USUAL = BoardLayout(id="", name=Text("", ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class LobbyLayout:
    """`orientation` is "auto", "landscape" or "portrait"."""

    rows: int
    orientation: str
    shows_queues: bool
    shows_media: bool
    shows_map: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LobbyMedium:
    """`kind` is "image", which stands for `seconds`, or "video", which plays to its end."""

    file: str
    kind: str
    seconds: int
    name: Text


FAREWELL = Text("离厅请带好随身物品，请慢走", "Please take all your belongings with you. Goodbye")
RAIN = Text("雨天路滑，请慢行，离厅请带好雨具", "The floor is wet: mind your step, and take your umbrella")


class Dated(Protocol):
    """Something that hangs from one day to another, both included, at some places or all."""

    @property
    def first_day(self) -> date | None: ...
    @property
    def last_day(self) -> date | None: ...
    @property
    def places(self) -> tuple[str, ...]: ...


@kept()
def layout_at(config: HallConfig, place: str) -> BoardLayout:
    """The first layout that names the place, else the first that is for every board."""
    named = (layout for layout in config.layouts if place in layout.places)
    return next(named, None) or next((one for one in config.layouts if not one.places), USUAL)


def in_force(thing: Dated, today: date, place: str) -> bool:
    begun = thing.first_day is None or thing.first_day <= today
    over = thing.last_day is not None and thing.last_day < today
    return begun and not over and (not thing.places or place in thing.places)


def files_in_use(hall: Hall) -> frozenset[str]:
    """Media named by the hall's set-up or by one that waits for its day; nobody else needs a file."""
    configs = [c for c in (hall.config, *(plan.config for plan in hall.plans.values())) if c is not None]
    return frozenset(file for config in configs for _, file in media_named(config))


@kept()
def lobby_layout(layout: BoardLayout) -> LobbyLayout:
    return LobbyLayout(
        rows=layout.rows,
        orientation=layout.orientation,
        shows_queues=layout.shows_queues,
        shows_media=layout.shows_media,
        shows_map=layout.shows_map,
    )


@kept(FEW)
def media_at(config: HallConfig, today: date, place: str) -> tuple[LobbyMedium, ...]:
    return tuple(
        LobbyMedium(
            file=m.file, kind="video" if m.file.endswith(FILMS) else "image", seconds=m.seconds, name=m.name
        )
        for m in config.media
        if in_force(m, today, place)
    )


@kept(FEW)
def notices_at(config: HallConfig, today: date, place: str) -> tuple[Text, ...]:
    return tuple(n.text for n in config.notices if in_force(n, today, place))


def reminders(layout: BoardLayout, *, rain: bool) -> tuple[Text, ...]:
    """What the board says of its own to whoever comes and goes (Q46)."""
    return _reminders(layout.farewell, rain)


@kept(FEW)
def _reminders(farewell: bool, rain: bool) -> tuple[Text, ...]:
    return (*((RAIN,) if rain else ()), *((FAREWELL,) if farewell else ()))
