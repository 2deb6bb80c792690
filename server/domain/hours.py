"""Whether a hall is open at a moment, by the clock on its own wall."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from server.domain.config import HallConfig


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursView:
    """Whether numbers can be taken: "open", "not_yet_open" or "closed"."""

    state: str
    opens: str = ""
    closes: str = ""


def local(config: HallConfig, now: datetime) -> datetime:
    return now.astimezone(ZoneInfo(config.timezone))


def hours_view(config: HallConfig, now: datetime) -> HoursView:
    if config.hours is None:
        return HoursView(state="open")
    opens, closes, clock = config.hours.opens, config.hours.closes, local(config, now).strftime("%H:%M")
    state = "not_yet_open" if clock < opens else "open" if clock < closes else "closed"
    return HoursView(state=state, opens=opens, closes=closes)
