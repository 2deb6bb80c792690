"""Any hall that can be set up, lived in by any commands; and everything it must then show, say and write."""

import json
import tomllib
from collections.abc import Iterable
from dataclasses import asdict, fields, replace
from datetime import date, datetime, timedelta
from enum import Enum
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Literal, get_args, get_type_hints

from hypothesis import strategies as st
from openpyxl import load_workbook
from pydantic import ValidationError
from pydantic_core import to_json

from server import remedies, routing
from server.api.printers import sample as sample_slip
from server.api.setup_view import choices, figures, shown
from server.api.wire import COMMANDS, command_of, parse
from server.devices.announcer import Speech
from server.devices.paper import interpret
from server.devices.phrases import phrases, readings_of
from server.devices.printers import kinds as printer_kinds
from server.devices.slip_content import SlipContent
from server.devices.slips import slip_bytes
from server.devices.strips import strip_kinds
from server.devices.voices import voice_kinds
from server.domain.config.addresses import is_allowed
from server.domain.config.boards import Area, BoardLayout, Medium, Notice, Spot, Strip
from server.domain.config.bounds import LINES, MOST_LINES, NUMBERS, letters_at
from server.domain.config.calendar import FIRST_DAY, LAST_DAY, Break, Hours, SpecialDay, Weekday
from server.domain.config.changes import differences, merged
from server.domain.config.config import (
    CounterPlace,
    EChannel,
    GiftItem,
    HallConfig,
    Ladder,
    Profile,
    Queue,
    Rung,
    Script,
    Service,
    Zone,
)
from server.domain.config.equipment import (
    DOTS,
    SLIP_LINES,
    PrinterConfig,
    Pronunciation,
    SlipTemplate,
    VoiceConfig,
    VolumeStep,
)
from server.domain.config.figures import Figures
from server.domain.config.hours import local
from server.domain.config.known import judged
from server.domain.config.soundness import LETTERS
from server.domain.hall import Hall
from server.domain.letters import clean
from server.domain.opinion.events import EvaluationAsked
from server.domain.refusals import Refused
from server.domain.setup.commands import ConfigureHall
from server.domain.text import Text
from server.domain.views.strip import columns, strip_line
from server.domain.views.ticket import ticket_view
from server.hall_file import config_from_json, hall_from, write_hall_file
from server.insight.waits import estimate
from server.journal import Recorded
from server.journal.codec import event_row, recorded
from server.plugins import plugins, policy
from server.reports.as_json import tables_json
from server.reports.behind import Asked, behind
from server.reports.behind import shown as event_shown
from server.reports.catalogue import catalogue
from server.reports.period import KINDS, period_of
from server.reports.report import tables
from server.reports.series import lines, points
from server.reports.sheets import as_csv, as_xlsx
from server.setup_plugins import known_here
from server.voice_lists import to_build, to_record
from server.watchers.push_views import Audience, Views
from server.watchers.words_needed import needed
from tests.builders import Story

SCREENS = ("kiosk", "counter", "window", "lobby", "manager", "guide", "evaluator")
LETTERS_OF_A_HALL = "营业厅缴费新装过户①②#-+&<>\"'{}%=@/\\《》（）㮾𠮷㛃🙂ABCabcéß019 　.…"
ZONES_OF_TIME = ("Asia/Shanghai", "Asia/Urumqi", "America/St_Johns", "Pacific/Kiritimati", "UTC")
NASTY = (
    "",
    " ",
    "=1+1",
    "{ahead}",
    "%s",
    "老人先办\u000b腿脚不便",
    "\u202e",
    "\x00",
    "\ufffe",
    "x" * 500,
    "\ud800",
)
MEDIUM = "0" * 64


LONGEST_PAGE = "https://".ljust(letters_at("services.e_channels.url"), "a")
PAGES = ("", "http://95598.cn/a?b=1&c=二", LONGEST_PAGE)


def words(path: str, least: int = 1) -> st.SearchStrategy[str]:
    """A text for this place, of a usual length or just as long as it can be."""
    most = letters_at(path)
    sizes = st.sampled_from([least, min(4, most), min(28, most), most])
    letters = LETTERS_OF_A_HALL + ("\n" if path in LINES else "")

    def fit(text: str) -> str:
        first, *rest = text.split("\n")
        few = "\n".join([first, *rest[: MOST_LINES - 1]])
        return few if len(few) >= least else "厅" * least

    return sizes.flatmap(lambda n: st.text(letters, min_size=n, max_size=n)).map(fit)


# Of every form; which of them a kind of device takes is a rule of its own.
ADDRESSES = st.sampled_from(
    ["", "192.168.1.40:9100", "/dev/ttyUSB0", "/dev/ttyS1@9600", "04b8:0202", "slips"]
)


def texts(path: str, least: int = 1) -> st.SearchStrategy[Text]:
    zh = words(path, least).map(lambda t: t if t.strip() or not least else f"厅{t[1:]}")
    return st.builds(Text, zh, st.just("") | words(path, 0))


def number(path: str, kind: type = int) -> st.SearchStrategy[Any]:
    """One end, the other, or between."""
    bound = NUMBERS[path]
    if kind is float:
        return st.sampled_from([bound.least, bound.most]) | st.floats(bound.least, bound.most)
    least, most = int(bound.least), int(bound.most)
    return st.sampled_from([least, most, min(least + 1, most)]) | st.integers(least, most)


clocks = st.times().map(lambda t: t.strftime("%H:%M"))
spans = st.tuples(clocks, clocks).filter(lambda pair: pair[0] != pair[1]).map(sorted)
hours = spans.map(lambda pair: Hours(opens=pair[0], closes=pair[1]))
days = st.sampled_from([FIRST_DAY, LAST_DAY, date(2026, 3, 2)]) | st.dates(FIRST_DAY, LAST_DAY)


@st.composite
def all_figures(draw: st.DrawFn) -> Figures:
    """Some of them at an end of what they can be."""
    usual = Figures()
    found: dict[str, Any] = {}
    for field in draw(st.lists(st.sampled_from([f for f in fields(Figures)]), max_size=12, unique=True)):
        kind = type(getattr(usual, field.name))
        if kind in (int, float):
            found[field.name] = draw(number(f"figures.{field.name}", kind))
        elif kind is bool:
            found[field.name] = draw(st.booleans())
    found["speech_languages"] = draw(st.sampled_from(["zh", "zh,zh", "zh,en", "en", "en,zh,en,zh"]))
    found["near_close_rule"] = draw(st.sampled_from(["issue", "warn", "stop"]))
    figures = replace(usual, **found)
    goal = min(figures.wait_goal_seconds, 28_799)
    return replace(
        figures,
        wait_goal_seconds=goal,
        remedy_threshold_seconds=max(figures.remedy_threshold_seconds, goal + 1),
        series_limit=max(figures.series_limit, figures.series_start),
        last_call_from_recall=min(figures.last_call_from_recall, figures.max_recall),
    )


@st.composite
def halls(draw: st.DrawFn) -> HallConfig:
    """A set-up that is accepted: names name what is there, all else lies within its bounds."""

    def some(values: Any, least: int = 0) -> tuple[Any, ...]:
        known = list(values)
        return tuple(draw(st.lists(st.sampled_from(known), min_size=least, max_size=4, unique=True)))

    def device(kinds: Iterable[str]) -> dict[str, Any]:
        kind, address = draw(st.sampled_from(sorted(kinds))), draw(ADDRESSES)
        return {"kind": kind, "address": address if is_allowed(kind, address) else ""}

    def many(make: Any, least: int, most: int) -> tuple[Any, ...]:
        return tuple(make(f"i{n}") for n in range(draw(st.integers(least, most))))

    def area() -> Area | None:
        x, y = draw(st.integers(0, 99)), draw(st.integers(0, 99))
        width, height = draw(st.integers(1, 100 - x)), draw(st.integers(1, 100 - y))
        return Area(x=x, y=y, width=width, height=height) if draw(st.booleans()) else None

    zones = many(
        lambda i: Zone(id=i, name=draw(texts("zones.name")), area=area(), speaks_apart=draw(st.booleans())),
        1,
        3,
    )
    at = [zone.id for zone in zones]
    letters = draw(st.permutations(LETTERS))
    queues = tuple(
        Queue(id=f"q{n}", letter=letters[n], name=draw(texts("queues.name")), zone=draw(st.sampled_from(at)))
        for n in range(draw(st.integers(1, 4)))
    )
    lines_ = [queue.id for queue in queues]

    def service(id_: str) -> Service:
        return Service(
            id=id_,
            name=draw(texts("services.name")),
            queue=draw(st.sampled_from(lines_)),
            standard_seconds=draw(number("services.standard_seconds")),
            mean_seconds=draw(number("services.mean_seconds")),
            materials=tuple(draw(st.lists(texts("services.materials"), max_size=4))),
            e_channels=tuple(
                EChannel(
                    name=draw(texts("services.e_channels.name")),
                    url=draw(st.sampled_from(PAGES)),
                )
                for _ in range(draw(st.integers(0, 2)))
            ),
            note=draw(texts("services.note", 0)),
            fee=draw(texts("services.fee", 0)),
        )

    services = many(service, 1, 4)
    helped = some(lines_)
    profiles = (
        Profile(id="all", name=draw(texts("profiles.name")), queues=tuple(lines_)),
        Profile(
            id="own",
            name=draw(texts("profiles.name")),
            queues=tuple(q for q in lines_ if q not in helped),
            helps=helped,
        ),
    )
    counters = many(
        lambda i: CounterPlace(
            id=i,
            name=draw(texts("counters.name")),
            zone=draw(st.sampled_from(at)),
            profile=draw(st.sampled_from(["all", "own"])),
            room=draw(st.booleans()),
            dedicated=draw(st.booleans()),
            spot=Spot(x=draw(st.integers(0, 100)), y=draw(st.integers(0, 100)))
            if draw(st.booleans())
            else None,
        ),
        1,
        4,
    )
    here = [counter.id for counter in counters]
    rungs = tuple(
        Rung(
            act=act,
            after_seconds=draw(number("ladders.rungs.after_seconds")),
            tells=some(["guide", "counter"]),
        )
        for act in some(plugins(remedies))
    )
    printers = many(
        lambda i: PrinterConfig(
            id=i,
            name=draw(texts("printers.name", 0)),
            **device(printer_kinds()),
            dots=draw(st.sampled_from(DOTS)),
            mode=draw(st.sampled_from(["raster", "text"])),
            raster=draw(st.sampled_from(["banded", "plain"])),
            ack=draw(st.sampled_from(["gs_r", "none"])),
            large=draw(st.booleans()),
            density=draw(number("printers.density")),
            feed=draw(number("printers.feed")),
            cut=draw(st.sampled_from(["partial", "full", "none"])),
        ),
        0,
        2,
    )
    shown_days = sorted([draw(days), draw(days)])
    return HallConfig(
        name=draw(texts("name")),
        industry=draw(words("industry")),
        phone=draw(words("phone", 0)),
        timezone=draw(st.sampled_from(ZONES_OF_TIME)),
        hours=draw(st.none() | hours),
        figures=draw(all_figures()),
        routing=draw(st.sampled_from(sorted(plugins(routing)))),
        zones=zones,
        queues=queues,
        services=services,
        profiles=profiles,
        counters=counters,
        key_hall=draw(st.booleans()),
        remedies=draw(st.none() | st.booleans()),
        ladders=(Ladder(rungs=rungs, services=some(s.id for s in services), valid_from=draw(days)),),
        gifts=many(
            lambda i: GiftItem(
                id=i,
                name=draw(texts("gifts.name")),
                unit_cost_fen=draw(number("gifts.unit_cost_fen")),
                stock=draw(number("gifts.stock")),
                alert_below=draw(number("gifts.alert_below")),
            ),
            0,
            2,
        ),
        scripts=tuple(
            Script(moment=moment, version=draw(number("scripts.version")), text=draw(texts("scripts.text")))
            for moment in some(["explain", "water", "remedy"])
        ),
        peak_days=tuple(draw(st.lists(days, max_size=2))),
        peak_hours=tuple(draw(st.lists(hours, max_size=2))),
        remedy_share=draw(number("remedy_share", float)),
        lunch=draw(st.none() | spans.map(lambda pair: Break(begins=pair[0], ends=pair[1]))),
        weekdays=tuple(Weekday(weekday=n, hours=draw(st.none() | hours)) for n in some(range(1, 8))),
        special_days=(SpecialDay(day=draw(days), name=draw(texts("special_days.name"))),),
        printers=printers,
        slip=SlipTemplate(
            head=draw(texts("slip.head", 0)),
            foot=draw(texts("slip.foot", 0)),
            leaves_out=some(SLIP_LINES),
            languages=draw(st.sampled_from(["both", "zh"])),
            large=draw(st.booleans()),
        ),
        voice=VoiceConfig(
            engines=some(sorted(voice_kinds())),
            one=draw(st.sampled_from(["一", "幺"])),
            lexicon=tuple(
                Pronunciation(written=f"营{draw(words('voice.lexicon.written'))[1:]}", spoken="迎")
                for _ in range(draw(st.integers(0, 2)))
            ),
            volume=draw(number("voice.volume")),
            volume_steps=(VolumeStep(at=draw(clocks), volume=draw(number("voice.volume_steps.volume"))),),
        ),
        layouts=many(
            lambda i: BoardLayout(
                id=i,
                name=draw(texts("layouts.name")),
                places=some(at),
                queues=some(lines_),
                rows=draw(number("layouts.rows")),
                orientation=draw(st.sampled_from(["auto", "landscape", "portrait"])),
                shows_map=draw(st.booleans()),
            ),
            0,
            2,
        ),
        media=many(
            lambda i: Medium(
                id=i,
                file=f"{MEDIUM}.{draw(st.sampled_from(['png', 'mp4']))}",
                name=draw(texts("media.name", 0)),
                seconds=draw(number("media.seconds")),
                first_day=shown_days[0],
                last_day=shown_days[1],
            ),
            0,
            2,
        ),
        notices=many(lambda i: Notice(id=i, text=draw(texts("notices.text")), places=some(at)), 0, 2),
        strips=many(
            lambda i: Strip(
                id=i,
                **device(strip_kinds()),
                counter=draw(st.sampled_from(["", *here])),
                columns=draw(number("strips.columns")),
                idle=draw(texts("strips.idle", 0)),
            ),
            0,
            2,
        ),
    )


COMMON = (
    "open_counter",
    "issue_ticket",
    "issue_ticket",
    "issue_ticket",
    "call_next",
    "call_next",
    "call_specific",
    "recall",
    "start_service",
    "finish_ticket",
    "mark_no_show",
    "rate",
    "give_gift",
)


SERVED = (
    ("start_service", "finish_ticket"),
    ("start_service", "finish_ticket"),
    ("recall", "recall", "mark_no_show"),
    ("return_to_queue",),
)
MOSTLY = st.sampled_from([True] * 7 + [False])


class Life:
    """A hall that is set up and lived in; what it refuses is as good as what it does."""

    def __init__(self, config: HallConfig, at: datetime) -> None:
        self.story = Story(config=config, at=at, pick=policy(config.routing))
        self.config = config

    @property
    def hall(self) -> Hall:
        return self.story.hall

    def live(self, draw: st.DrawFn, steps: int) -> None:
        """A few customers come and are served as they should be; then anybody asks anything."""
        for place in self.config.counters:
            self.ask("open_counter", {"counter": place.id, "staff": f"s{place.id}"})
        for nth in range(6):
            self._customer(draw, nth)
        for _ in range(steps):
            name = draw(st.sampled_from(COMMON) | st.sampled_from(sorted(set(COMMANDS) - {"configure_hall"})))
            self.ask(name, self._fields(draw, name))
            self.story.now += timedelta(seconds=draw(st.sampled_from([0, 1, 30, 700, 4000, 90_000])))

    def _customer(self, draw: st.DrawFn, nth: int) -> None:
        place = draw(st.sampled_from(self.config.counters)).id
        service = draw(st.sampled_from(self.config.services)).id
        printer = self.config.printers[0].id if self.config.printers else ""
        self.ask("issue_ticket", {"service": service, "printer": printer, "expected_wait_seconds": 60.5})
        self.story.now += timedelta(seconds=draw(st.sampled_from([1, 700, 2000])))
        if draw(st.booleans()):
            self.ask("call_next", {"counter": place})
        elif self.hall.tickets:
            ticket = list(self.hall.tickets)[-1]
            self.ask("call_specific", {"counter": place, "ticket": ticket, "reason": "=老人\u000b"})
        for name in draw(st.sampled_from(SERVED)):
            self.story.now += timedelta(seconds=draw(st.sampled_from([1, 60])))
            self.ask(name, {"counter": place, "ticket": self.hall.counters[place].ticket or ""})
        asked = next((e for e in reversed(self.story.log) if isinstance(e, EvaluationAsked)), None)
        if asked is not None:
            rating = {"counter": asked.counter, "evaluation": asked.evaluation}
            self.ask("rate", {**rating, "level": nth % 5 + 1, "reaction_ms": 800})
            self.ask("give_reasons", {**rating, "reasons": ["wait"]})

    def ask(self, name: str, body: dict[str, Any]) -> None:
        """As the wire does; only a refusal in words is an answer."""
        try:
            asked = parse(name, json.dumps({"id": "a", **body}))
        except ValidationError:
            return
        try:
            self.story.do(command_of(asked))
        except Refused as refused:
            plainly(to_json(refused.text))

    def _fields(self, draw: st.DrawFn, name: str) -> dict[str, Any]:
        """Mostly what fits together: whoever acts at a counter means its customer."""
        hints = get_type_hints(COMMANDS[name])
        told = {f.name: self._value(draw, f.name, hints[f.name]) for f in fields(COMMANDS[name])}
        here = self.hall.counters.get(told.get("counter") or "")
        if "ticket" in told and here is not None and here.ticket and draw(MOSTLY):
            told["ticket"] = here.ticket
        return told

    def _value(self, draw: st.DrawFn, name: str, hint: Any) -> Any:
        config, hall = self.config, self.hall
        known: dict[str, list[Any]] = {
            "counter": [c.id for c in config.counters],
            "to_counter": [None, *(c.id for c in config.counters)],
            "to_queue": [None, *(q.id for q in config.queues)],
            "to_staff": [None, None, "si0"],
            "service": [s.id for s in config.services],
            "services_done": [[], [config.services[0].id]],
            "ticket": [*hall.tickets, *hall.ended],
            "subject": [*hall.tickets, *(z.id for z in config.zones)],
            "gift": [g.id for g in config.gifts],
            "zone": ["", *(z.id for z in config.zones)],
            "profile": [None, *(p.id for p in config.profiles)],
            "staff": ["", "si0"],
            "printer": ["", *(p.id for p in config.printers)],
            "evaluation": [e.evaluation for e in self.story.log if isinstance(e, EvaluationAsked)],
            "alert": list(hall.alerts),
            "act": sorted(plugins(remedies)),
            "language": ["zh", "en", "fr"],
            "where": ["zone", *(c.id for c in config.counters)],
            "moment": ["explain"],
            "outcome": ["done", "failed"],
            "level": [1, 2, 3, 4, 5],
            "until": ["", "23:59"],
        }
        if name in known and known[name] and draw(MOSTLY):
            return draw(st.sampled_from(known[name]))
        for one in get_args(hint) or (hint,):
            if isinstance(one, type) and issubclass(one, Enum):
                return draw(st.sampled_from([e.value for e in one]))
        if hint is bool:
            return draw(st.booleans())
        if hint is int:
            return draw(st.sampled_from([0, 1, 5, -1, 100_000, 10**15]))
        if hint is Text:
            return {"zh": draw(st.sampled_from(NASTY)), "en": draw(st.sampled_from(NASTY))}
        if hint == tuple[str, ...]:
            return draw(st.lists(st.sampled_from(NASTY), max_size=2))
        if hint == float | None:
            return draw(st.sampled_from([None, 0.0, 1e9, 60.5]))
        return draw(st.sampled_from(NASTY))


def plainly(body: bytes) -> Any:
    """JSON that every reader takes: no NaN, no half letters."""

    def no_number(said: str) -> Any:
        raise AssertionError(f"{said} on the wire")

    return json.loads(body.decode(), parse_constant=no_number)


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
        row = event_row("h", kept)
        assert recorded(kept.epoch, kept.seq, row["kind"], row["actor"], row["body"]) == kept
    day = local(config, now).date()
    for name, report in catalogue().items():
        for kind in KINDS:
            period = period_of("month" if name == "monthly" else kind, day, config.timezone)
            found = tables(report, log, period, config)
            assert plainly(to_json(tables_json(found, period)))
            if kind == "year" or name == "monthly":
                people = {"s1": "\u000b王"}
                assert as_csv(report.TITLE, found, people, config.timezone).decode("utf-8-sig")
                book = as_xlsx(report.TITLE, found, people, config.timezone)
                assert load_workbook(BytesIO(book)).worksheets
    period = period_of("year", day, config.timezone)
    assert plainly(to_json({"lines": lines(config), "points": points(log, period, config)}))
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


def accepted(config: HallConfig) -> HallConfig:
    """What would be kept; fails with the words of what is wrong."""
    found = judged(config, known_here())
    assert not found, [(p.where, p.en) for p in found]
    assert asdict(config)
    return config
