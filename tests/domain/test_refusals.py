"""Refusals speak to people and to programs."""

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import server
from server.access.refusals import AccessRefused
from server.domain.areas import AREAS, REFUSALS
from server.domain.queue.refusals import (
    COUNTER_CLOSED,
    RECALL_LIMIT,
    UNKNOWN_COUNTER,
    UNKNOWN_SERVICE,
    WRONG_STATE,
)
from server.domain.refusals import Refusal, Refused
from server.domain.text import Text

ROOT = Path(server.__file__).parent


def refusals_said() -> Iterator[tuple[str, Refusal, set[str]]]:
    """Every `NO_CASE(ticket=…)` of the program: where, what and with which fields."""
    for path in ROOT.rglob("*.py"):
        text = path.read_text("utf-8")
        if "refusals import" not in text or "access" in path.parts:
            continue
        module = import_module(".".join(path.relative_to(ROOT.parent).with_suffix("").parts))
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                why = getattr(module, node.func.id, None)
                if isinstance(why, Refusal):
                    yield f"{path}:{node.lineno}", why, {k.arg or "" for k in node.keywords}


def test_every_refusal_is_of_an_area_said_somewhere_and_with_all_its_fields() -> None:
    said = list(refusals_said())
    known = {why for area in AREAS for why in area.refusals}
    assert {why for _, why, _ in said} == known
    assert [where for where, why, fields in said if fields != why.fields] == []


def test_every_text_is_there_in_both_languages() -> None:
    assert all(text.zh and text.en for text in REFUSALS.values())


def test_a_refusal_is_called_as_its_code_is() -> None:
    for path in ROOT.glob("domain/**/*.py"):
        for name, code in re.findall(r'^(\w+) = Refusal\(\s*"(\w+)"', path.read_text("utf-8"), re.MULTILINE):
            assert name == code.upper(), path
            assert code in REFUSALS, path


def test_a_refusal_says_why_in_both_languages_and_keeps_its_fields_for_programs() -> None:
    refused = RECALL_LIMIT(number="A031", times=3)
    assert refused.code == "recall_limit"
    assert refused.text == Text(
        "A031 已重呼 3 次，请作过号处理", "A031 has been recalled 3 times; mark it as a no-show."
    )
    assert refused.fields == {"number": "A031", "times": "3"}
    assert str(refused).startswith("recall_limit: A031 has been recalled")


def test_a_field_in_two_languages_is_said_in_the_language_of_the_sentence() -> None:
    refused = WRONG_STATE(number="A001", state=Text("已办结", "finished"), action=Text("叫号", "calling it"))
    assert refused.text.zh == "A001 现在是“已办结”，不能叫号"
    assert refused.text.en == "A001 is finished; calling it is not possible."
    assert refused.fields == {"number": "A001", "state": "已办结", "action": "叫号"}


def test_a_field_too_few_or_too_many_is_a_bug_and_no_refusal() -> None:
    for fields in ({"number": "A031"}, {"number": "A031", "times": 3, "counter": "1"}):
        with pytest.raises(TypeError, match=r"recall_limit is said with \['number', 'times'\]"):
            RECALL_LIMIT(**fields)


def test_a_text_names_only_what_is_said() -> None:
    with pytest.raises(ValueError, match=r"because names \['why'\]"):
        Refusal("because", Text("因为{why}", "because {why}"), "number")


def test_a_counter_is_said_by_the_name_that_stands_over_it() -> None:
    """C15: nobody in the hall knows that the reception room is number 5."""
    refused = COUNTER_CLOSED(counter="5")
    assert isinstance(refused, Refused)
    assert refused.text == Text("5 号窗口未开放", "Counter 5 is closed.")
    refused.at(Text("接待室", "Reception room"))
    assert refused.text == Text("接待室未开放", "Reception room is closed.")
    assert refused.fields == {"counter": "5"}


def test_what_was_left_empty_is_no_hole_in_a_refusal() -> None:
    """Whatever somebody leaves empty, and in whatever sentence: it is called so."""
    assert UNKNOWN_COUNTER(counter="").text == Text("没有这个窗口", "There is no such counter.")
    assert UNKNOWN_SERVICE(service=" ").text.zh == "没有这项业务：（未填）"
    assert AccessRefused("unknown_place", place="").text.en == "There is no counter (left empty)."
    for why in REFUSALS.values():
        for nothing in ("", " ", Text("", "")):
            places = {name: nothing for name in why.places}
            said = why.without_holes(**places)
            assert said != why.fill(**places) or not places, why
