"""What a hall that speaks Chinese alone makes of its own settings; they stand, and hold again with English."""

from dataclasses import replace
from typing import Final, Literal

from server.domain.config.config import HallConfig
from server.domain.config.pieces.equipment import SlipTemplate

Language = Literal["zh", "en"]
Languages = Literal["both", "zh"]
CHINESE: Final = "zh"


def languages_of(config: HallConfig | None) -> Languages:
    """What all screens offer; both before there is a set-up."""
    return CHINESE if config and config.chinese_alone else "both"


def slip_of(config: HallConfig) -> SlipTemplate:
    """What is printed on every paper."""
    return replace(config.slip, languages=CHINESE) if config.chinese_alone else config.slip


def spoken_in(config: HallConfig) -> tuple[str, ...]:
    """The languages one call is spoken in, one after the other."""
    readings = [part.strip() for part in config.figures.speech_languages.split(",") if part.strip()]
    if config.chinese_alone:
        readings = [one for one in readings if one == CHINESE] or [CHINESE]
    return tuple(readings)


def heard_in(config: HallConfig | None, wished: str) -> Language:
    """In which of its languages a hall answers who wishes for this one."""
    return "en" if wished == "en" and not (config and config.chinese_alone) else CHINESE
