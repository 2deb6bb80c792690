"""What every hall must do, however it is set up and whatever is asked of it."""

import tomllib
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Literal, get_args

from hypothesis import strategies as st
from openpyxl import load_workbook
from pydantic_core import to_json

from server.api.setup.printers import sample as sample_slip
from server.api.setup.shown import choices, figures, shown
from server.devices.printing.paper import interpret
from server.devices.printing.slip_content import SlipContent
from server.devices.printing.slips import slip_bytes
from server.devices.speaking.announcer import Speech
from server.devices.speaking.pack_lists import to_build, to_record
from server.devices.speaking.phrases import phrases, readings_of
from server.domain.config.changes.changes import differences, merged
from server.domain.config.config import (
    HallConfig,
)
from server.domain.config.hours import local
from server.domain.config.pieces.equipment import (
    PrinterConfig,
)
from server.domain.letters import clean
from server.domain.setup.commands import ConfigureHall
from server.domain.views.boards.strip import columns, strip_line
from server.domain.views.customers.ticket import ticket_view
from server.insight.waits import estimate
from server.journal import Recorded
from server.journal.codec import event_row, recorded
from server.packs.hall_file import config_from_json, hall_from, write_hall_file
from server.reports.catalogue import catalogue
from server.reports.drilling.behind import Asked, behind
from server.reports.drilling.behind import shown as event_shown
from server.reports.opening import Told, paper
from server.reports.period import KINDS, period_of
from server.reports.through_the_day.series import lines, points
from server.reports.written.as_json import tables_json
from server.reports.written.sheets import as_csv, as_xlsx
from server.watchers.devices.words_needed import needed
from server.watchers.screens.push_views import Audience, Views
from tests.any_hall import accepted
from tests.any_life import Life, plainly
from tests.reports.lived import past

SCREENS = ("kiosk", "counter", "window", "lobby", "manager", "guide", "evaluator")


def everything_works(
    config: HallConfig, draw: st.DrawFn, steps: int, at: datetime, printers: tuple[PrinterConfig, ...]
) -> None:
    """Live through so many asks, then look at everything."""
    life = Life(accepted(config), at)
    life.live(draw, steps)
    everything_is_shown(life)
    everything_is_printed(life, Path("no-media"), printers)
    everything_is_said(life)
    everything_is_reported(life)
    the_set_up_can_be_changed(life)


def everything_is_shown(life: Life) -> None:
    hall, now, config = life.hall, life.story.now, life.config
    views = Views(SimpleNamespace(hall=hall, pick=life.story.pick), lambda: now)
    for screen in SCREENS:
        places = (
            [*hall.counters] if screen in ("counter", "window", "evaluator") else ["", config.zones[0].id]
        )
        for place in places:
            assert plainly(views.body(Audience(screen, place)))
    waits = estimate(hall, now)
    for ticket in (*hall.tickets.values(), *hall.ended.values()):
        assert plainly(to_json(ticket_view(hall, ticket, waits)))
    for strip in config.strips:
        said = strip_line(hall, strip)
        assert columns(said) <= strip.columns
        assert "\n" not in said
        said.encode("gb18030")
    assert plainly(
        to_json({"config": config, "figures": figures(config.figures), "choices": choices(config)})
    )


def everything_is_printed(life: Life, media: Path, printers: tuple[PrinterConfig, ...] = ()) -> None:
    config = life.config
    for printer in (*config.printers, *printers):
        for language in get_args(Literal["zh", "en"]):
            content: SlipContent = sample_slip(config, config.slip, life.story.now, language, media)
            assert interpret(slip_bytes(content, printer), printer.dots)


def everything_is_said(life: Life) -> None:
    hall, config = life.hall, life.config
    readings = readings_of(config.voice)
    numbers = [t.number for t in (*hall.tickets.values(), *hall.ended.values())][:3] or ["A9999"]
    for place in config.counters:
        for nth in (1, 2, 3):
            for language in ("zh", "en"):
                said = phrases(
                    numbers[0],
                    place.name,
                    place.id,
                    announcement=nth,
                    last_call=nth == 3,
                    language=language,
                    readings=readings,
                )
                assert all(part.strip() and clean(part) == part for part in said)
    speech = Speech(languages=tuple(config.figures.speech_languages.split(",")), readings=readings)
    assert list(needed(hall, speech, life.story.pick, life.story.now))
    assert to_record(config)
    start = config.figures.series_start
    assert to_build(config, start)


def everything_is_reported(life: Life) -> None:
    config, now = life.config, life.story.now
    log = [
        Recorded(epoch=1, seq=n, actor="person:1", event=event) for n, event in enumerate(life.story.log, 1)
    ]
    for kept in log:
        row = event_row("h", kept, "r")
        assert recorded(kept.epoch, kept.seq, row["kind"], row["actor"], row["body"]) == kept
    day, lived = local(config, now).date(), past(life.story)
    for name, report in catalogue().items():
        for kind in KINDS:
            period = period_of("month" if name == "monthly" else kind, day, config.timezone)
            made = paper(Told(report=report, past=lived, period=period, config=config, today=day))
            found = made.tables
            assert plainly(to_json(tables_json(found, period)))
            if kind == "year" or name == "monthly":
                people = {"s1": "\u000b王"}
                assert as_csv([made], people).startswith(b"PK")
                assert load_workbook(BytesIO(as_xlsx([made], people))).worksheets
    period = period_of("year", day, config.timezone)
    assert plainly(to_json({"lines": lines(config), "points": points(lived, period)}))
    assert plainly(to_json([event_shown(r, private=False) for r in behind(log, Asked(), 1000)]))


def the_set_up_can_be_changed(life: Life) -> None:
    """It comes back the same as a file and as the page sends it, and takes a change."""
    config = life.config
    written = write_hall_file(config)
    assert hall_from(tomllib.loads(written)) == config
    assert config_from_json(to_json(config).decode()) == config
    changed = replace(config, phone="1")
    assert merged(config, changed, config) == changed
    assert plainly(to_json([shown(change) for change in differences(config, changed)])) is not None
    life.story.do(ConfigureHall(config=changed, base=config))
    assert life.hall.config == changed
