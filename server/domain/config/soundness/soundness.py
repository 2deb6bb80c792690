"""What makes a hall's set-up unusable, said so that the one who wrote it can mend it."""

import re
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from server.domain.config.bounds import without_junk
from server.domain.config.changes.values import span_text
from server.domain.config.config import HallConfig, Profile
from server.domain.config.figure_groups.day import NEAR_CLOSE
from server.domain.config.figures import Figures
from server.domain.config.networks import network_of, written
from server.domain.config.pieces.business import PAGE
from server.domain.config.soundness.bound_rules import bound_rules
from server.domain.config.soundness.equipment_rules import ID, equipment_rules
from server.domain.config.soundness.hours_rules import hours_rules
from server.domain.config.soundness.problems import KINDS, Problem, named, repeated, say
from server.domain.config.soundness.references import reference_rules
from server.domain.text import Text

MISHEARD = "EIOQL"  # beside 1 and 0 on paper (5.0), or taken for another letter when spoken
LETTERS = tuple(letter for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" if letter not in MISHEARD)
LANGUAGES = frozenset({"zh", "en"})
SEGMENT = Text("客群", "segment")
TERMINAL = Text("自助终端", "self-service terminal")
MOST_READINGS = 4  # of one call
LISTENERS = frozenset({"guide", "clerk", "team_leader", "hall_manager", "admin", "counter"})  # of tasks
PAGE_LIKE = re.compile(PAGE)
NO_PLACE = re.compile(
    r"Factory|localtime|posixrules|(?:posix|right)/.*"
)  # of this machine; no browser knows them


def problems(config: HallConfig) -> list[Problem]:
    """Everything wrong with it; a hall without problems can be run.

    Judged is what would be kept: letters that nobody sees are taken out before (`bounds.without_junk`).
    """
    kept = without_junk(config)
    rules = (
        bound_rules,
        _ids,
        _names,
        _letters,
        reference_rules,
        _profiles,
        _services,
        _terminals_and_segments,
        _figures,
        _ladders,
        _gifts,
        _scripts,
        hours_rules,
        _timezone,
        equipment_rules,
    )
    return [problem for rule in rules for problem in rule(kept)]


def _ids(config: HallConfig) -> Iterator[Problem]:
    for kind, noun in KINDS.items():
        items = getattr(config, kind)
        if not items:
            yield say("empty", kind, kind=noun)
        for n in repeated([item.id for item in items]):
            yield say("duplicate", f"{kind}[{n}].id", kind=noun, id=items[n].id)
        for n, item in enumerate(items):
            if not ID.fullmatch(item.id):
                yield say("bad_id", f"{kind}[{n}].id", kind=noun, id=item.id)


def _names(config: HallConfig) -> Iterator[Problem]:
    if not named(config.name):
        yield say("hall_unnamed", "name")
    for kind, noun in KINDS.items():
        for n, item in enumerate(getattr(config, kind)):
            if not named(item.name):
                yield say("unnamed", f"{kind}[{n}].name", kind=noun, id=item)


def _letters(config: HallConfig) -> Iterator[Problem]:
    owner: dict[str, str] = {}
    for n, queue in enumerate(config.queues):
        if queue.letter not in LETTERS:
            yield say("letter", f"queues[{n}].letter", id=queue, letter=queue.letter)
        elif owner.setdefault(queue.letter, queue.id) != queue.id:
            yield say(
                "same_letter",
                f"queues[{n}].letter",
                id=queue,
                letter=queue.letter,
                ref=config.queue[owner[queue.letter]],
            )


def _profiles(config: HallConfig) -> Iterator[Problem]:
    reached: set[str] = set()
    for n, profile in enumerate(config.profiles):
        yield from _profile(f"profiles[{n}]", profile, config)
        reached |= {*profile.queues, *profile.helps}
    for n, queue in enumerate(config.queues):
        if queue.id not in reached:
            yield say("never_called", f"queues[{n}]", id=queue)


def _profile(where: str, profile: Profile, config: HallConfig) -> Iterator[Problem]:
    both = (*profile.queues, *profile.helps)
    if not both:
        yield say("calls_nothing", f"{where}.queues", id=profile)
    for n in repeated(both):
        yield say("queue_twice", f"{where}.queues", id=profile, ref=config.queue.get(both[n], both[n]))


def _services(config: HallConfig) -> Iterator[Problem]:
    for n, service in enumerate(config.services):
        if not all(named(channel.name) for channel in service.e_channels):
            yield say("channel", f"services[{n}].e_channels", id=service)
        for m, channel in enumerate(service.e_channels):
            if channel.url and not PAGE_LIKE.fullmatch(channel.url):
                yield say("page", f"services[{n}].e_channels[{m}].url", said=channel.url)
        for kind in ("forms", "samples"):
            for m, sheet in enumerate(getattr(service.entry, kind)):
                if not named(sheet.name):
                    yield say("sheet_unnamed", f"services[{n}].entry.{kind}[{m}].name", id=service)


def _terminals_and_segments(config: HallConfig) -> Iterator[Problem]:
    """Their ids are judged with those of the equipment."""
    for kind, noun in (("terminals", TERMINAL), ("segments", SEGMENT)):
        for n, item in enumerate(getattr(config, kind)):
            if not named(item.name):
                yield say("unnamed", f"{kind}[{n}].name", kind=noun, id=item.id)
    for n, rule in enumerate(config.segment_rules):
        if not rule.segment:
            yield say("rule_of_nobody", f"segment_rules[{n}].segment")


def _figures(config: HallConfig) -> Iterator[Problem]:
    figures = config.figures
    goal, threshold = figures.wait_goal_seconds, figures.remedy_threshold_seconds
    if threshold <= goal:
        spans = {"threshold": span_text(threshold), "goal": span_text(goal)}
        yield say("threshold", "figures.remedy_threshold_seconds", **spans)
    if figures.series_limit < figures.series_start:
        yield say("series", "figures.series_limit", limit=figures.series_limit, start=figures.series_start)
    if figures.last_call_from_recall > figures.max_recall:
        yield say(
            "last_call",
            "figures.last_call_from_recall",
            from_recall=figures.last_call_from_recall,
            limit=figures.max_recall,
        )
    if figures.near_close_rule not in {choice.value for choice in NEAR_CLOSE}:
        yield say("near_close", "figures.near_close_rule", said=figures.near_close_rule)
    yield from _speech(figures)
    for word in written(config.hall_networks):
        if network_of(word) is None:
            yield say("not_a_network", "hall_networks", said=word)


def _speech(figures: Figures) -> Iterator[Problem]:
    readings = figures.speech_languages.split(",")
    if not LANGUAGES.issuperset(readings) or len(readings) > MOST_READINGS:
        yield say("languages", "figures.speech_languages", said=figures.speech_languages, most=MOST_READINGS)


def _ladders(config: HallConfig) -> Iterator[Problem]:
    """A ladder tells each act once, and somebody who is there to hear it."""
    for n, ladder in enumerate(config.ladders):
        for twice in repeated([rung.act for rung in ladder.rungs]):
            yield say("act_twice", f"ladders[{n}].rungs[{twice}]", act=ladder.rungs[twice].act)
        for m, rung in enumerate(ladder.rungs):
            for nobody in sorted(set(rung.tells) - LISTENERS):
                yield say("tells", f"ladders[{n}].rungs[{m}].tells", said=nobody)


def _gifts(config: HallConfig) -> Iterator[Problem]:
    """Each kind of gift is one shelf, with a name to choose it by."""
    for n in repeated([gift.id for gift in config.gifts]):
        yield say("gift_twice", f"gifts[{n}].id", id=config.gifts[n].id)
    for n, gift in enumerate(config.gifts):
        if not ID.fullmatch(gift.id):
            yield say("id_odd", f"gifts[{n}].id", id=gift.id)
        if not named(gift.name):
            yield say("gift_unnamed", f"gifts[{n}].name", id=gift)


def _scripts(config: HallConfig) -> Iterator[Problem]:
    for n, script in enumerate(config.scripts):
        if not ID.fullmatch(script.moment):
            yield say("id_odd", f"scripts[{n}].moment", id=script.moment)
        if not named(script.text):
            yield say("script_empty", f"scripts[{n}].text")


def _timezone(config: HallConfig) -> Iterator[Problem]:
    """One that every screen's browser knows, too, whatever this machine has lying among its zones."""
    try:
        ZoneInfo("" if NO_PLACE.fullmatch(config.timezone) else config.timezone)
    except (KeyError, ValueError, OSError):  # unknown, malformed, or a folder of zones
        yield say("timezone", "timezone", said=config.timezone)
