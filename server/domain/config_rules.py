"""What makes a hall's set-up unusable, said so that the one who wrote it can mend it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from zoneinfo import ZoneInfo

from server.domain.config import HallConfig, Hours, Profile
from server.domain.config_problems import KINDS, say
from server.domain.figures import Figures
from server.domain.text import Text

MISHEARD = "EIOQL"  # beside 1 and 0 on paper (5.0), or taken for another letter when spoken
CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
ID = re.compile(r"[\w-]+")
LANGUAGES = frozenset({"zh", "en"})
SPEECH_RATES = range(60, 401)
AT_LEAST_ONE = (
    "wait_goal_seconds",
    "max_recall",
    "last_call_from_recall",
    "series_start",
    "pause_alert_seconds",
    "hero_seconds",
)


def problems(config: HallConfig) -> list[Text]:
    """Everything wrong with it; a hall without problems can be run."""
    rules = (_ids, _names, _letters, _references, _profiles, _services, _figures, _care, _hours, _timezone)
    return [problem for rule in rules for problem in rule(config)]


def _ids(config: HallConfig) -> Iterator[Text]:
    for kind, called in KINDS.items():
        ids = [item.id for item in getattr(config, kind)]
        if not ids:
            yield say("empty", kind=called)
        for id_ in _repeated(ids):
            yield say("duplicate", kind=called, id=id_)
        for id_ in ids:
            if not ID.fullmatch(id_):
                yield say("bad_id", kind=called, id=id_)


def _repeated(ids: Iterable[str]) -> list[str]:
    seen: set[str] = set()
    return list(dict.fromkeys(i for i in ids if i in seen or seen.add(i)))  # type: ignore[func-returns-value]


def _names(config: HallConfig) -> Iterator[Text]:
    if not _named(config.name):
        yield say("hall_unnamed")
    for kind, called in KINDS.items():
        for item in getattr(config, kind):
            if not _named(item.name):
                yield say("unnamed", kind=called, id=item.id)


def _named(name: Text) -> bool:
    return bool(name.zh.strip() and name.en.strip())


def _letters(config: HallConfig) -> Iterator[Text]:
    owner: dict[str, str] = {}
    for queue in config.queues:
        if not re.fullmatch("[A-Z]", queue.letter) or queue.letter in MISHEARD:
            yield say("letter", id=queue.id, letter=queue.letter)
        elif owner.setdefault(queue.letter, queue.id) != queue.id:
            yield say("same_letter", id=queue.id, letter=queue.letter, ref=owner[queue.letter])


def _references(config: HallConfig) -> Iterator[Text]:
    zones, queues, profiles = set(config.zone), set(config.queue), set(config.profile)
    for queue in config.queues:
        yield from _unknown("queues", queue.id, "zones", {queue.zone} - zones)
    for service in config.services:
        yield from _unknown("services", service.id, "queues", {service.queue} - queues)
    for profile in config.profiles:
        yield from _unknown("profiles", profile.id, "queues", {*profile.queues, *profile.helps} - queues)
    for place in config.counters:
        yield from _unknown("counters", place.id, "zones", {place.zone} - zones)
        if not place.profile:
            yield say("no_profile", id=place.id)
        else:
            yield from _unknown("counters", place.id, "profiles", {place.profile} - profiles)


def _unknown(kind: str, id_: str, other: str, missing: Iterable[str]) -> Iterator[Text]:
    for ref in sorted(missing):
        yield say("unknown", kind=KINDS[kind], id=id_, other=KINDS[other], ref=ref)


def _profiles(config: HallConfig) -> Iterator[Text]:
    called: set[str] = set()
    for profile in config.profiles:
        yield from _profile(profile)
        called |= {*profile.queues, *profile.helps}
    for queue in config.queues:
        if queue.id not in called:
            yield say("never_called", id=queue.id)


def _profile(profile: Profile) -> Iterator[Text]:
    if not profile.queues and not profile.helps:
        yield say("calls_nothing", id=profile.id)
    for ref in _repeated((*profile.queues, *profile.helps)):
        yield say("queue_twice", id=profile.id, ref=ref)


def _services(config: HallConfig) -> Iterator[Text]:
    for service in config.services:
        if service.standard_seconds <= 0:
            yield say("standard_time", id=service.id)
        if service.mean_seconds < 0:
            yield say("mean_time", id=service.id)
        if not all(_named(channel.name) for channel in service.e_channels):
            yield say("channel", id=service.id)


def _figures(config: HallConfig) -> Iterator[Text]:
    figures = config.figures
    for name, figure in _numbers(figures):
        least = 1 if name in AT_LEAST_ONE else 0
        if figure < least:
            yield say("below", id=name, least=least)
    goal, threshold = figures.wait_goal_seconds, figures.remedy_threshold_seconds
    if threshold <= goal:
        yield say("threshold", threshold=threshold, goal=goal)
    if figures.series_limit < figures.series_start:
        yield say("series", limit=figures.series_limit, start=figures.series_start)
    if figures.last_call_from_recall > figures.max_recall:
        yield say("last_call", from_recall=figures.last_call_from_recall, limit=figures.max_recall)
    yield from _speech(figures)


def _numbers(figures: Figures) -> Iterator[tuple[str, int]]:
    """Every figure that counts something; yes and no do not."""
    for field in fields(figures):
        if type(figure := getattr(figures, field.name)) is int:
            yield field.name, figure


def _speech(figures: Figures) -> Iterator[Text]:
    if figures.speech_rate not in SPEECH_RATES:
        yield say("speech_rate", rate=figures.speech_rate)
    if not LANGUAGES.issuperset(figures.speech_languages.split(",")):
        yield say("languages", said=figures.speech_languages)


def _care(config: HallConfig) -> Iterator[Text]:
    """A ladder tells each act once and a shelf starts with what is there."""
    for ladder in config.ladders:
        for act in _repeated(rung.act for rung in ladder.rungs):
            yield say("act_twice", act=act)
        for rung in ladder.rungs:
            if rung.after_seconds < 0:
                yield say("below", id=rung.act, least=0)
    for id_ in _repeated(gift.id for gift in config.gifts):
        yield say("gift_twice", id=id_)
    for gift in config.gifts:
        if min(gift.unit_cost_fen, gift.stock, gift.alert_below) < 0:
            yield say("below", id=gift.id, least=0)
    for name, share in (
        ("remedy_share", config.remedy_share),
        ("wait_question_share", config.figures.wait_question_share),
    ):
        if not 0 <= share <= 1:
            yield say("share", id=name, share=share)


def _hours(config: HallConfig) -> Iterator[Text]:
    if config.hours is None:
        return
    malformed = [said for said in (config.hours.opens, config.hours.closes) if not CLOCK.fullmatch(said)]
    for said in malformed:
        yield say("clock", said=said)
    if not malformed:
        yield from _order(config.hours)


def _order(hours: Hours) -> Iterator[Text]:
    if hours.closes <= hours.opens:
        yield say("hours", opens=hours.opens, closes=hours.closes)


def _timezone(config: HallConfig) -> Iterator[Text]:
    try:
        ZoneInfo(config.timezone)
    except (KeyError, ValueError, OSError):  # unknown, malformed, or a folder of zones
        yield say("timezone", said=config.timezone)
