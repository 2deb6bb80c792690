"""Any hall that can be set up."""

from collections.abc import Iterable
from dataclasses import asdict, fields, replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from server.devices.known_here import known_here
from server.devices.printers import kinds as printer_kinds
from server.devices.strips import strip_kinds
from server.devices.voices import voice_kinds
from server.domain.config.bounds import LINES, MOST_LINES, NUMBERS, letters_at
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
from server.domain.config.figures import Figures
from server.domain.config.pieces.boards import Area, BoardLayout, Medium, Notice, Spot, Strip
from server.domain.config.pieces.calendar import FIRST_DAY, LAST_DAY, Break, Hours, SpecialDay, Weekday
from server.domain.config.pieces.equipment import (
    DOTS,
    SLIP_LINES,
    PrinterConfig,
    Pronunciation,
    SlipTemplate,
    VoiceConfig,
    VolumeStep,
)
from server.domain.config.soundness.addresses import is_allowed
from server.domain.config.soundness.known import judged
from server.domain.config.soundness.soundness import LETTERS
from server.domain.text import Text
from server.plugins import plugins

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
        for act in some(plugins("remedies"))
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
        routing=draw(st.sampled_from(sorted(plugins("policies")))),
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
                farewell=draw(st.booleans()),
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


def accepted(config: HallConfig) -> HallConfig:
    """What would be kept; fails with the words of what is wrong."""
    found = judged(config, known_here())
    assert not found, [(p.where, p.en) for p in found]
    assert asdict(config)
    return config
