"""What is wrong with a hall's printers, slip, voice, boards and map."""

import re
from collections.abc import Iterator
from datetime import date

from server.domain.config.config import HallConfig
from server.domain.config.media_named import media_named
from server.domain.config.pieces.equipment import DOTS, SLIP_LINES
from server.domain.config.soundness.addresses import is_allowed
from server.domain.config.soundness.hours_rules import is_clock
from server.domain.config.soundness.problems import Problem, named, repeated, say

WHOLE = 100  # percent of the map
ORIENTATIONS = frozenset({"auto", "landscape", "portrait"})
FILE = re.compile(r"[0-9a-f]{64}\.(png|jpg|webp|mp4|webm)", re.ASCII)
DOCUMENT = re.compile(r"[0-9a-f]{64}\.pdf", re.ASCII)
ID = re.compile(r"[\w-]+")
# Sound cards by name. ALSA would also take a file to write to, a program to run, or a whole definition.
CARD = re.compile(
    r"(?:default|sysdefault|hw|plughw|front|dmix|pulse|pipewire)(?::[A-Za-z0-9_-]+(?:=[A-Za-z0-9_-]+)?(?:,[A-Za-z0-9_=-]+)*)?",
    re.ASCII,
)


def equipment_rules(config: HallConfig) -> Iterator[Problem]:
    for rule in (_files, _ids, _cards, _printers, _slip, _voice, _layouts, _shown_for_a_time, _strips, _map):
        yield from rule(config)


def _files(config: HallConfig) -> Iterator[Problem]:
    for where, file in media_named(config):
        if not (DOCUMENT if where.endswith(".document") else FILE).fullmatch(file):
            yield say("file", where, said=file)


def _ids(config: HallConfig) -> Iterator[Problem]:
    for kind in (
        *("printers", "layouts", "media", "notices", "strips"),
        *("terminals", "segments", "segment_rules"),
    ):
        items = getattr(config, kind)
        for n in repeated([item.id for item in items]):
            yield say("id_twice", f"{kind}[{n}].id", id=items[n].id)
        for n, item in enumerate(items):
            if not ID.fullmatch(item.id):
                yield say("id_odd", f"{kind}[{n}].id", id=item.id)


def _cards(config: HallConfig) -> Iterator[Problem]:
    for n, zone in enumerate(config.zones):
        if zone.speaker and not CARD.fullmatch(zone.speaker):
            yield say("speaker", f"zones[{n}].speaker", said=zone.speaker)


def _printers(config: HallConfig) -> Iterator[Problem]:
    ids = {printer.id for printer in config.printers}
    for n, printer in enumerate(config.printers):
        where = f"printers[{n}]"
        if printer.dots not in DOTS and DOTS[0] <= printer.dots <= DOTS[-1]:
            bounds = {"least": DOTS[0], "most": DOTS[-1]}
            yield say("paper_width", f"{where}.dots", id=printer, said=printer.dots, **bounds)
        if not is_allowed(printer.kind, printer.address):
            yield say("address", f"{where}.address", id=printer, said=printer.address)
        if printer.fallback and (printer.fallback not in ids or printer.fallback == printer.id):
            yield say("fallback", f"{where}.fallback", id=printer, ref=printer.fallback)


def _slip(config: HallConfig) -> Iterator[Problem]:
    for line in sorted(set(config.slip.leaves_out) - set(SLIP_LINES)):
        yield say("slip_line", "slip.leaves_out", said=line)


def _voice(config: HallConfig) -> Iterator[Problem]:
    voice = config.voice
    for n, word in enumerate(voice.lexicon):
        if not word.written.strip() or not word.spoken.strip():
            yield say("pronunciation", f"voice.lexicon[{n}]")
    for n, step in enumerate(voice.volume_steps):
        if not is_clock(step.at):
            yield say("clock", f"voice.volume_steps[{n}].at", said=step.at)


def _layouts(config: HallConfig) -> Iterator[Problem]:
    for n, layout in enumerate(config.layouts):
        where = f"layouts[{n}]"
        if not named(layout.name):
            yield say("layout_unnamed", f"{where}.name", id=layout)
        if layout.orientation not in ORIENTATIONS:
            yield say("orientation", f"{where}.orientation", said=layout.orientation)


def _shown_for_a_time(config: HallConfig) -> Iterator[Problem]:
    for n, medium in enumerate(config.media):
        yield from _days(f"media[{n}]", medium, medium.first_day, medium.last_day)
    for n, notice in enumerate(config.notices):
        if not notice.text.zh.strip():
            yield say("notice_empty", f"notices[{n}].text", id=notice)
        yield from _days(f"notices[{n}]", notice, notice.first_day, notice.last_day)


def _days(where: str, thing: object, first: date | None, last: date | None) -> Iterator[Problem]:
    if first is not None and last is not None and last < first:
        yield say("days", f"{where}.last_day", id=thing)


def _strips(config: HallConfig) -> Iterator[Problem]:
    for n, strip in enumerate(config.strips):
        if not is_allowed(strip.kind, strip.address):
            yield say("address", f"strips[{n}].address", id=strip, said=strip.address)


def _map(config: HallConfig) -> Iterator[Problem]:
    """That every side is 0 to 100 is a bound as any other."""
    for n, zone in enumerate(config.zones):
        area = zone.area
        if area is not None and max(area.x + area.width, area.y + area.height) > WHOLE:
            yield say("off_the_map", f"zones[{n}].area", id=zone)
