"""What a hall's set-up is refused for."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.domain.config.config import (
    USUAL_GIFTS,
    USUAL_LADDER,
    USUAL_SCRIPTS,
    CounterPlace,
    EChannel,
    HallConfig,
    Ladder,
    Profile,
    Queue,
    Service,
    Zone,
)
from server.domain.config.figures import Figures
from server.domain.config.pieces.calendar import Hours
from server.domain.config.soundness.soundness import problems
from server.domain.text import Text
from tests.builders import a_config
from tests.care_builders import ladder

NAME = Text("名", "Name")
PAY = Queue(id="pay", letter="A", name=Text("pay", "pay"), zone="main")
CHANGE = Queue(id="change", letter="B", name=Text("change", "change"), zone="main")
BILL = Service(id="bill", name=Text("bill", "bill"), queue="pay", standard_seconds=180)
ALL = Profile(id="all", name=Text("all", "all"), queues=("pay",), helps=("change",))
ONE = CounterPlace(id="1", name=Text("1", "1"), zone="main", profile="all")
HALL = HallConfig(
    name=NAME,
    industry="power",
    zones=(Zone(id="main", name=NAME),),
    queues=(PAY, CHANGE),
    services=(BILL,),
    profiles=(ALL,),
    counters=(ONE,),
)


def said(hall: HallConfig) -> list[str]:
    found = problems(hall)
    assert all(text.zh and text.en for text in found)
    return [text.en for text in found]


def figures(**changed: Any) -> HallConfig:
    return replace(HALL, figures=Figures(**changed))


def hours(opens: str, closes: str) -> HallConfig:
    return replace(HALL, hours=Hours(opens=opens, closes=closes))


def test_a_sound_hall_has_no_problem() -> None:
    assert said(HALL) == []
    assert said(hours("08:30", "17:00")) == []


@pytest.mark.parametrize(
    ("hall", "problem"),
    [
        (replace(HALL, name=Text(" ", "Hall")), "The hall has no name in Chinese."),
        (replace(HALL, counters=(ONE, ONE)), "The counter 1 is there twice."),
        (replace(HALL, counters=(replace(ONE, id="1/2"),)), 'The counter id "1/2" may hold'),
        (replace(HALL, counters=(replace(ONE, id=""),)), 'The counter id "" may hold'),
        (replace(HALL, counters=(replace(ONE, name=Text("", "")),)), "The counter no. 1 has no name"),
        (replace(HALL, counters=(replace(ONE, profile=""),)), "Counter 1 has no profile."),
        (replace(HALL, counters=(replace(ONE, profile="x"),)), "The counter 1 names the counter profile x"),
        (replace(HALL, counters=(replace(ONE, zone="x"),)), "The counter 1 names the zone x"),
        (replace(HALL, queues=(PAY, replace(CHANGE, zone="x"))), "The queue change names the zone x"),
        (
            replace(HALL, queues=(PAY, replace(CHANGE, letter="A"))),
            "Queue change has the letter A of queue pay.",
        ),
        (
            replace(HALL, queues=(*HALL.queues, replace(PAY, id="new", letter="C", name=Text("new", "new")))),
            "No counter profile calls queue new.",
        ),
        (
            replace(HALL, profiles=(replace(ALL, queues=("pay", "x")),)),
            "The counter profile all names the queue x",
        ),
        (
            replace(HALL, profiles=(replace(ALL, helps=("change", "x")),)),
            "The counter profile all names the queue x",
        ),
        (
            replace(HALL, profiles=(ALL, Profile(id="no", name=Text("no", "no"), queues=()))),
            "The counter profile no calls no queue.",
        ),
        (
            replace(HALL, profiles=(replace(ALL, helps=("change", "pay")),)),
            "The counter profile all lists queue pay twice.",
        ),
        (replace(HALL, services=(replace(BILL, queue="x"),)), "The service bill names the queue x"),
        (replace(HALL, services=(replace(BILL, standard_seconds=0),)), "The standard time of service bill"),
        (replace(HALL, services=(replace(BILL, mean_seconds=-1),)), "The usual time of service bill"),
        (
            replace(HALL, services=(replace(BILL, e_channels=(EChannel(name=Text("", "WeChat")),)),)),
            "An e-channel of service bill has no name.",
        ),
        (
            figures(undo_seconds=-1),
            "“How long no-show and finish can be taken back” must not be below 0 s.",
        ),
        (
            figures(wait_goal_seconds=0),
            "“Wait goal: up to this a wait is within the goal” must not be below 1 s.",
        ),
        (figures(remedy_threshold_seconds=600), "The over-wait (10 min) must be longer than"),
        (
            figures(series_start=100, series_limit=99),
            "The last number of a day (99) is below the first (100).",
        ),
        (figures(max_recall=1), "“Last call” from recall 2 on is more than the recalls of one call (1)."),
        (figures(speech_rate=0), "The speech rate (0) must be 60 to 400."),
        (figures(speech_languages="zh,fr"), 'The readings "zh,fr" may hold'),
        (figures(speech_languages=""), 'The readings "" may hold'),
        (hours("8:30", "17:00"), 'The opening hour "8:30" must be'),
        (hours("08:30", "24:00"), 'The opening hour "24:00" must be'),
        (hours("08:30", "17:00\n"), 'The opening hour "17:00 " must be'),
        (hours("17:00", "08:30"), "The hall closes at 08:30, not after it opens at 17:00."),
        (hours("08:30", "08:30"), "The hall closes at 08:30, not after"),
        (replace(HALL, timezone="Asia/Nowhere"), 'There is no time zone "Asia/Nowhere"'),
        (replace(HALL, timezone=""), 'There is no time zone ""'),
        (replace(HALL, timezone="Asia"), 'There is no time zone "Asia"'),
        (replace(HALL, timezone="localtime"), 'There is no time zone "localtime"'),
        (replace(HALL, timezone="posixrules"), 'There is no time zone "posixrules"'),
        (replace(HALL, timezone="Factory"), 'There is no time zone "Factory"'),
        (replace(HALL, timezone="right/Asia/Shanghai"), 'There is no time zone "right/Asia/Shanghai"'),
    ],
)
def test_one_mistake_is_one_problem_and_names_its_culprit(hall: HallConfig, problem: str) -> None:
    (only,) = said(hall)
    assert only.startswith(problem)


@pytest.mark.parametrize("letter", [*"EIOQL", "a", "AB", "", "1", "甲"])
def test_a_letter_that_is_misread_or_none_is_refused(letter: str) -> None:
    (only,) = said(replace(HALL, queues=(replace(PAY, letter=letter), CHANGE)))
    assert only.startswith(f'The letter "{letter}" of queue pay cannot be used')


def test_a_hall_of_nothing_says_everything_it_lacks() -> None:
    lacking = said(HallConfig(name=NAME, industry="gas"))
    assert lacking == [
        f"The hall has no {kind} at all."
        for kind in ("zone", "queue", "service", "counter profile", "counter")
    ]


def test_every_mistake_is_told_at_once() -> None:
    assert len(said(replace(figures(undo_seconds=-1, hero_seconds=0), timezone="x", name=Text("", "")))) == 4


@settings(max_examples=6)  # many: tests/drills/test_properties.py
@given(hall=st.from_type(HallConfig))
def test_no_set_up_is_too_wrong_to_be_judged(hall: HallConfig) -> None:
    said(hall)


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "http://a b", "95598", 'http://a"b'],
)
def test_what_a_code_leads_to_is_a_page(url: str) -> None:
    service = replace(BILL, e_channels=(EChannel(name=Text("网上国网", ""), url=url),))
    (only,) = said(replace(HALL, services=(service,)))
    assert only == f'"{url}" is no address of a page; it begins with http:// or https://.'


@pytest.mark.parametrize("url", ["", "http://95598.cn", "https://www.95598.cn/osgweb/index?a=1&b=二#top"])
def test_a_page_may_be_any(url: str) -> None:
    service = replace(BILL, e_channels=(EChannel(name=Text("网上国网", ""), url=url),))
    assert said(replace(HALL, services=(service,))) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"ladders": (Ladder(rungs=(*USUAL_LADDER.rungs, USUAL_LADDER.rungs[0])),)}, 'has "explain" twice'),
        ({"ladders": (ladder(explain=-1),)}, "“explain” must not be below 0"),
        ({"gifts": (*USUAL_GIFTS, USUAL_GIFTS[0])}, "The gift tissues is there twice"),
        ({"gifts": (replace(USUAL_GIFTS[0], stock=-1),)}, "“Tissues” must not be below 0"),
        ({"gifts": (replace(USUAL_GIFTS[0], unit_cost_fen=-1),)}, "“Tissues” must not be below 0"),
        ({"gifts": (replace(USUAL_GIFTS[0], id=""),)}, 'The id "" may hold'),
        ({"gifts": (replace(USUAL_GIFTS[0], id="\u200b"),)}, 'The id "" may hold'),
        (
            {"gifts": (replace(USUAL_GIFTS[0], name=Text("\u200b", "Tissues")),)},
            "The gift Tissues has no name in Chinese",
        ),
        ({"scripts": (replace(USUAL_SCRIPTS[0], text=Text(" ", "Hello")),)}, "no words in Chinese"),
        ({"scripts": (replace(USUAL_SCRIPTS[0], moment=""),)}, 'The id "" may hold'),
        (
            {"ladders": (Ladder(rungs=(replace(USUAL_LADDER.rungs[0], tells=("nobody",)),)),)},
            'tells "nobody"',
        ),
        ({"remedy_share": 1.1}, "remedy_share (110%) must be 0% to 100%"),
        (
            {"figures": Figures(wait_question_share=-0.1)},
            "Share of ordinary customers asked about the wait (-10%) must be 0% to 100%",
        ),
    ],
)
def test_a_ladder_a_shelf_or_a_share_that_cannot_be_is_named(changes: dict[str, Any], said: str) -> None:
    (problem,) = problems(a_config(**changes))
    assert said in problem.en
