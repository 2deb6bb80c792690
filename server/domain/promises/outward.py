"""How a wait is rounded where people read it: outward, by the minute up to ten and by five above (3.2)."""

MINUTE = 60
BANDED_FROM = 600  # s
BAND = 300


def step_of(seconds: float) -> int:
    return MINUTE if seconds <= BANDED_FROM else BAND


def outward(seconds: float) -> float:
    """The later end as it is read; nobody is told less than a minute."""
    step = step_of(seconds)
    return max(-(-seconds // step) * step, MINUTE)
