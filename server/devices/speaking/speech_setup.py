"""From a hall's set-up to how it speaks at a moment."""

from datetime import datetime

from server.devices.speaking.announcer import USUAL_SPEECH, Speech
from server.devices.speaking.phrases import readings_of
from server.domain.config.chinese_alone import spoken_in
from server.domain.config.config import HallConfig
from server.domain.config.hours import local


def speech_at(config: HallConfig | None, now: datetime) -> Speech:
    if config is None:
        return USUAL_SPEECH
    return Speech(
        languages=spoken_in(config),
        readings=readings_of(config.voice),
        volume=volume_at(config, now),
    )


def volume_at(config: HallConfig, now: datetime) -> int:
    """Percent; the last step that has begun counts, and before the first of a day the usual volume."""
    clock = local(config, now).strftime("%H:%M")
    begun = [step for step in config.voice.volume_steps if step.at <= clock]
    return max(begun, key=lambda step: step.at).volume if begun else config.voice.volume


def speaking_zone(config: HallConfig, counter: str) -> str:
    """The zone whose speaker says this counter's calls; "" where the whole hall shares one."""
    zone = config.zone[config.counter[counter].zone]
    return zone.id if zone.speaks_apart else ""


def zones_apart(config: HallConfig | None) -> frozenset[str]:
    return frozenset(zone.id for zone in config.zones if zone.speaks_apart) if config else frozenset()
