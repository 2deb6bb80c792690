"""Every command goes over the wire and comes back the same; nothing else does."""

from dataclasses import asdict
from typing import Any, get_type_hints

import pytest
from pydantic import ValidationError
from pydantic_core import to_json

from server.access.rights import BY_THE_HALL
from server.api.answering.errors import problem_of
from server.api.asking.wire import COMMANDS, LONGEST_TEXT, MODELS, Hello, Sound, command_of, parse, wire_name
from server.domain.areas import DECIDED, RULES
from server.domain.config.pieces.equipment import SlipTemplate
from server.domain.queue.commands import CallNext, CallSpecific, MarkNoShow, SuspendService
from server.domain.setup.commands import ConfigureHall
from server.domain.text import Text
from tests.api.samples import sample
from tests.builders import a_config

CALL = {"id": "a", "type": "call_next", "counter": "1"}


def test_every_command_of_the_domain_is_on_the_wire() -> None:
    assert set(COMMANDS.values()) == RULES.keys()
    assert set(MODELS) == set(COMMANDS)


def test_names_on_the_wire_are_in_snake_case() -> None:
    assert wire_name(MarkNoShow) == "mark_no_show"


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_comes_back_as_it_went(name: str) -> None:
    command = sample(name)
    body = to_json({"id": "k7f", "type": name, **asdict(command)})
    asked = parse(name, body)
    assert asked.id == "k7f"
    assert command_of(asked) == command


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_takes_no_field_it_does_not_know(name: str) -> None:
    body = {"id": "k7f", "type": name, **asdict(sample(name))}
    with pytest.raises(ValidationError, match="extra_forbidden"):
        parse(name, to_json({**body, "by_the_way": 1}))


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_needs_a_name(name: str) -> None:
    with pytest.raises(ValidationError, match="id"):
        parse(name, to_json({"type": name, **asdict(sample(name))}))


@pytest.mark.parametrize(
    "wrong",
    [
        {"counter": 1},
        {"counter": None},
        {"counter": ["1"]},
        {"counter": "x" * (LONGEST_TEXT + 1)},
        {"id": ""},
        {"id": "x" * 81},
        {"id": 7},
        {"type": "recall"},
    ],
)
def test_a_wrong_value_is_not_taken(wrong: dict[str, Any]) -> None:
    assert command_of(parse("call_next", to_json(CALL))) == CallNext(counter="1")
    with pytest.raises(ValidationError):
        parse("call_next", to_json({**CALL, **wrong}))


@pytest.mark.parametrize(
    "body", ["", "{", "[]", "null", '"call_next"', "7", '{"id":"a","counter":"\\ud800"}']
)
def test_what_is_no_object_is_not_taken(body: str) -> None:
    with pytest.raises(ValidationError):
        parse("call_next", body)


def test_a_ghost_of_an_enum_is_not_taken() -> None:
    with pytest.raises(ValidationError, match="priority"):
        parse("issue_ticket", to_json({"id": "a", "service": "pay", "priority": "vip"}))


def test_type_may_be_left_out_where_the_address_says_it() -> None:
    assert command_of(parse("call_next", b'{"id":"a","counter":"1"}')) == CallNext(counter="1")


def test_a_hello_from_a_newer_page_may_say_more() -> None:
    hello = Hello.model_validate({"type": "hello", "token": "t", "screen": "lobby", "mood": "good"})
    assert (hello.place, hello.language, hello.protocol) == ("", "zh", 1)


def test_a_hello_names_a_screen_there_is() -> None:
    with pytest.raises(ValidationError, match="screen"):
        Hello.model_validate({"type": "hello", "token": "t", "screen": "cinema"})


def test_a_board_says_on_or_blocked() -> None:
    assert Sound.model_validate({"type": "sound", "state": "blocked"}).state == "blocked"
    with pytest.raises(ValidationError):
        Sound.model_validate({"type": "sound", "state": "loud"})


def test_what_nobody_could_read_never_gets_in() -> None:
    """C11: a reason with a vertical tab; and texts within texts."""
    asked = {"id": "k7f", "counter": "1", "ticket": "t1", "reason": "老人先办\u000b腿脚不便"}
    assert command_of(parse("call_specific", to_json(asked))) == CallSpecific(
        counter="1", ticket="t1", reason="老人先办 腿脚不便"
    )
    suspended = {"id": "k7f", "service": "pay", "reason": {"zh": "\u202e系统\r\n维护", "en": "\x1b"}}
    assert command_of(parse("suspend_service", to_json(suspended))) == SuspendService(
        service="pay", reason=Text("系统 维护", " ")
    )


def test_the_lines_of_a_slip_stay_lines_in_a_set_up() -> None:
    """C13."""
    config = a_config(slip=SlipTemplate(foot=Text("第一行\n第二行", "")))
    command = command_of(parse("configure_hall", to_json({"id": "k", "config": asdict(config)})))
    assert isinstance(command, ConfigureHall)
    assert command.config == config


@pytest.mark.parametrize(
    ("name", "field", "value"),
    [
        ("set_stock", "pieces", 10**15),
        ("set_stock", "pieces", -(10**15)),
        ("rate", "level", 10**12),
        ("rate", "reaction_ms", 10**12),
        ("record_spoken", "announcement", 10**12),
        ("issue_ticket", "expected_wait_seconds", 1e12),
        ("issue_ticket", "expected_wait_seconds", -1),
        ("merge_offline", "ago_seconds", 1e300),  # broke the command: no such moment
        ("merge_offline", "ago_seconds", -1e300),
        ("finish_ticket", "services_done", ["pay"] * 51),
        ("give_reasons", "reasons", ["slow"] * 51),
        ("raise_task", "roles", ["guide"] * 51),
        ("configure_hall", "valid_from", "9999-12-31"),
        ("call_next", "id", "a\u202eb"),
        ("call_next", "id", "a\x00b"),
    ],
)
def test_nothing_on_the_wire_is_without_a_most(name: str, field: str, value: object) -> None:
    body = {"id": "k7f", "type": name, **asdict(sample(name))}
    parse(name, to_json(body))
    with pytest.raises(ValidationError, match=field):
        parse(name, to_json({**body, field: value}))


@pytest.mark.parametrize(
    ("name", "field", "known", "said"),
    [
        ("finish_ticket", "outcome", "returned_missing_items", "结果只能从给出的几种里选"),
        ("transfer_ticket", "position", "first", "排队位置只能从给出的几种里选"),
        ("give_reasons", "reasons", ["等候", "其他"], "原因的第 1 项只能从给出的几种里选"),
        ("park_ticket", "kind", "customer_away", "种类只能从给出的几种里选"),
        ("divert", "way", "e_channel", "去向只能从给出的几种里选"),
    ],
)
def test_a_word_of_a_closed_set_is_one_of_it_and_else_refused_in_words(
    name: str, field: str, known: object, said: str
) -> None:
    """`finish_ticket` took any word for its outcome, and a report showed it as it came."""
    body = {"id": "k7f", "type": name, **asdict(sample(name))}
    parse(name, to_json({**body, field: known}))
    with pytest.raises(ValidationError) as wrong:
        parse(name, to_json({**body, field: ["gone"] if isinstance(known, list) else "gone"}))
    why = problem_of(wrong.value)
    assert (why.code, why.status) == ("invalid", 422)
    assert said in why.text.zh
    assert "must be one of those there are" in why.text.en


# Names of what is there, of which the hall refuses others; and what is read or hashed.
THERE = {
    *(
        "alert",
        "call",
        "counter",
        "evaluation",
        "gift",
        "handover",
        "plan",
        "profile",
        "proposal",
        "service",
        "services_done",
    ),
    *("task", "terminal", "ticket", "to_counter", "to_queue", "to_staff", "zone", "confirmed"),
}
READ = {"code", "door_code", "until", "instead_of", "person", "phone", "printer"}
HELD_BEHIND = {
    ("record_spoken", "outcome"),  # a board's: what nobody knows is "failed"
    ("record_spoken", "detail"),
    ("raise_alert", "kind"),  # a call for help, by the rights
}


@pytest.mark.parametrize("name", sorted({wire_name(k) for k in RULES.keys() - BY_THE_HALL}))
def test_no_command_takes_a_free_word_where_a_closed_set_is_meant(name: str) -> None:
    """A new text is a name, one of a closed set (`Literal`), typed words (`said.py`) or the server's."""
    kind = COMMANDS[name]
    hints, decided = get_type_hints(kind, include_extras=True), DECIDED.get(kind, {})
    plain = {f for f, hint in hints.items() if hint in (str, str | None, tuple[str, ...])} - decided.keys()
    assert plain - THERE - READ - {f for command, f in HELD_BEHIND if command == name} == set()


@pytest.mark.parametrize("name", MODELS)
def test_every_number_of_every_command_has_a_least_and_a_most(name: str) -> None:
    for field, said in MODELS[name].model_json_schema()["properties"].items():
        for kind in said.get("anyOf", [said]):
            if kind.get("type") in ("number", "integer"):
                assert {"minimum", "maximum"} <= kind.keys(), field


@pytest.mark.parametrize(
    "number", ["NaN", "Infinity", "-Infinity", "1e999", "1" * 5000, "1" * 4000, "[" * 500 + "]" * 500]
)
@pytest.mark.parametrize("name", ["issue_ticket", "set_stock", "configure_hall"])
def test_numbers_that_are_none_are_refused_and_so_is_depth(name: str, number: str) -> None:
    """C45."""
    for field in ("expected_wait_seconds", "pieces", "config"):
        with pytest.raises(ValidationError):
            parse(name, f'{{"id": "k7f", "service": "pay", "gift": "pen", "{field}": {number}}}')


@pytest.mark.parametrize(
    "slot", ["2026-03-02T09:30:00", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "soon"]
)
def test_a_moment_says_its_zone_and_lies_within_the_years_a_hall_lives(slot: str) -> None:
    asked = {"id": "k7f", "type": "book_appointment", "service": "pay"}
    with pytest.raises(ValidationError, match="slot"):
        parse("book_appointment", to_json({**asked, "slot": slot}))
