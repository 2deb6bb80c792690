"""How much of everything a set-up may hold, by its place without list numbers: `services.note`.

One table for the rules, the set-up page and the description of the interface. What is not named here has
the usual most; a number always has its own.
"""

from collections.abc import Collection, Mapping

from server.domain.config.config import HallConfig
from server.domain.config.equipment import DOTS, FEEDS
from server.domain.config.figure import Range
from server.domain.config.figures import FIGURE_BOUNDS
from server.domain.letters import cleaned

USUAL_LETTERS, USUAL_ITEMS = 120, 200

NUMBERS: Mapping[str, Range] = {
    **{f"figures.{name}": bound for name, bound in FIGURE_BOUNDS.items()},
    "remedy_share": Range(0, 1),
    "services.standard_seconds": Range(1, 8 * 3600),
    "services.mean_seconds": Range(0, 8 * 3600),
    "ladders.rungs.after_seconds": Range(0, 12 * 3600),
    "gifts.unit_cost_fen": Range(0, 100_000),
    "gifts.stock": Range(0, 100_000),
    "gifts.alert_below": Range(0, 100_000),
    "scripts.version": Range(0, 9999),
    "weekdays.weekday": Range(1, 7),
    "zones.area.x": Range(0, 100),
    "zones.area.y": Range(0, 100),
    "zones.area.width": Range(1, 100),
    "zones.area.height": Range(1, 100),
    "counters.spot.x": Range(0, 100),
    "counters.spot.y": Range(0, 100),
    "printers.dots": Range(DOTS[0], DOTS[-1]),
    "printers.feed": Range(FEEDS[0], FEEDS[-1]),
    "printers.density": Range(-8, 8),
    "voice.volume": Range(0, 100),
    "voice.volume_steps.volume": Range(0, 100),
    "layouts.rows": Range(1, 12),
    "media.seconds": Range(1, 3600),
    "strips.columns": Range(4, 64),
}

LETTERS: Mapping[str, int] = {
    "name": 100,
    "industry": 40,
    "phone": 40,
    "timezone": 60,
    "figures.speech_languages": 20,
    "zones.id": 40,
    "queues.id": 40,
    "services.id": 40,
    "profiles.id": 40,
    "counters.id": 40,
    "gifts.id": 40,
    "printers.id": 40,
    "layouts.id": 40,
    "media.id": 64,
    "notices.id": 40,
    "strips.id": 40,
    "services.note": 400,
    "services.fee": 200,
    "services.e_channels.url": 300,
    "services.e_channels.hint": 200,
    "scripts.text": 500,
    "notices.text": 500,
    "slip.head": 300,
    "slip.foot": 300,
    "printers.address": 200,
    "strips.address": 200,
    "strips.idle": 120,
}

ITEMS: Mapping[str, int] = {
    "zones": 50,
    "queues": 21,  # as many as there are letters
    "services.materials": 30,
    "services.e_channels": 12,
    "ladders": 50,
    "ladders.rungs": 20,
    "ladders.rungs.tells": 20,
    "gifts": 50,
    "peak_hours": 12,
    "peak_days": 400,
    "special_days": 400,
    "weekdays": 7,
    "printers": 50,
    "slip.leaves_out": 20,
    "voice.engines": 12,
    "voice.lexicon": 500,
    "voice.volume_steps": 48,
    "layouts": 50,
    "media.places": 50,
    "notices.places": 50,
    "layouts.places": 50,
    "layouts.queues": 50,
}

LINES: Collection[str] = frozenset(
    {"slip.head", "slip.foot", "notices.text", "scripts.text", "services.note"}
)
MOST_LINES = 12


def letters_at(path: str) -> int:
    return LETTERS.get(path, USUAL_LETTERS)


def items_at(path: str) -> int:
    return ITEMS.get(path, USUAL_ITEMS)


def without_junk(config: HallConfig) -> HallConfig:
    """The one door of every set-up, by page, file or command: letters, and line ends where they are meant."""
    return cleaned(config, LINES)
