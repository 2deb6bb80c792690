"""How a hall sets up what prints and what speaks."""

from dataclasses import dataclass
from typing import Literal

from server.domain.text import Text

SLIP_LINES = ("wait", "zone", "materials", "phone", "missed", "map")  # what a hall may leave out of its slip

DOTS = range(256, 833, 4)  # the heads there are: 384, 420, 432, 512, 576, 640, 832 …
FEEDS = range(-1, 41)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrinterConfig:
    """One printer as a hall sets it up."""

    id: str
    name: Text = Text("", "")
    kind: str  # the name of a file of `server/devices/printers/`
    address: str = ""  # host:port, a device with its baud, a folder, or a print agent's name
    dots: int = 576  # across the head, one of DOTS; 576 is the usual for 80 mm paper, 384 for 58 mm
    mode: Literal["raster", "text"] = "raster"  # text: for printers with hanzi on slow lines
    ack: Literal["gs_r", "none"] = "gs_r"  # none: it does not answer GS r, and is never called printed
    raster: Literal["banded", "plain"] = "banded"  # plain: for printers that place bands wrongly
    large: bool = False  # large print on every slip
    density: int = 0  # steps from the printer's own, -8 to 8
    cut: Literal["partial", "full", "none"] = "partial"
    feed: int = -1  # mm of white before the cut, one of FEEDS; -1: what its way of cutting needs
    fallback: str = ""  # the printer that prints when this one cannot


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipTemplate:
    """What a hall may change of its slip; number, business, people ahead, time and code always stay (5.2)."""

    logo: str = ""  # a file of the hall's media folder
    head: Text = Text("", "")  # under the hall's name
    foot: Text = Text("", "")
    leaves_out: tuple[str, ...] = ()  # of SLIP_LINES
    languages: Literal["both", "zh"] = "both"
    large: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pronunciation:
    """A word the voice reads wrongly, and how to write it so that it is read right."""

    written: str
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeStep:
    """From this hour on boards speak this loud."""

    at: str  # "HH:MM" in hall time
    volume: int  # percent


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceConfig:
    """How a hall speaks; languages and speed are figures."""

    engines: tuple[str, ...] = ("recorded", "neural_zh", "pyttsx3")  # the first that can is heard
    one: Literal["一", "幺"] = "一"
    lexicon: tuple[Pronunciation, ...] = ()
    volume: int = 100
    volume_steps: tuple[VolumeStep, ...] = ()
