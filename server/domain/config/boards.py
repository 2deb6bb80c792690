"""What hangs in a hall to be looked at: layouts of boards, media, notices, strips, the map."""

from dataclasses import dataclass
from datetime import date

from server.domain.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A point of the hall's map in percent of its width and depth, from the upper left."""

    x: int
    y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A rectangle of the hall's map in percent."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardLayout:
    """What lobby boards at some places show; a board takes the first layout that is for its place."""

    id: str
    name: Text
    places: tuple[str, ...] = ()  # zones the board may hang in; empty: every board
    queues: tuple[str, ...] = ()  # the businesses shown, in this order; empty: all
    rows: int = 6  # newest calls shown
    orientation: str = "auto"  # "auto", "landscape" or "portrait"
    shows_queues: bool = True
    shows_media: bool = True
    shows_map: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Medium:
    """A picture or film boards show beside the calls, never over them; gone after its last day."""

    id: str
    file: str  # SHA-256 and ending, in the hall's media folder
    name: Text
    seconds: int = 10  # of a picture; a film plays to its end
    first_day: date | None = None
    last_day: date | None = None
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A line of text at the foot of the boards (5.5)."""

    id: str
    text: Text
    first_day: date | None = None
    last_day: date | None = None
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """An LED strip that shows one line of text."""

    id: str
    kind: str  # the name of a file of `server/devices/strips/`
    address: str
    counter: str = ""  # shows the calls of this counter; empty: of the whole hall
    columns: int = 16  # Latin letters in a row; a hanzi takes two
    idle: Text = Text("", "")  # shown while nobody is called; empty: the counter's name
