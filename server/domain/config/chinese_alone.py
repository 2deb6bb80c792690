"""A set-up that speaks Chinese alone: no word of its own has any English, and what is said and printed has none."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from server.domain.config.config import HallConfig
from server.domain.text import Text


def in_chinese_alone(config: HallConfig) -> HallConfig:
    """The same hall without English; English may be given again later, word by word."""
    bare: HallConfig = _without_english(config)
    readings = [one for one in bare.figures.speech_languages.split(",") if one != "en"]
    return replace(
        bare,
        slip=replace(bare.slip, languages="zh"),
        figures=replace(bare.figures, speech_languages=",".join(readings) or "zh"),
    )


def _without_english(value: Any) -> Any:
    if isinstance(value, Text):
        return Text(value.zh, "") if value.zh else value
    if isinstance(value, tuple):
        return tuple(_without_english(item) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{f.name: _without_english(getattr(value, f.name)) for f in fields(value) if f.init}
        )
    return value
