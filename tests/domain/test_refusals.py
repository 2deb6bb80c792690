"""Refusals speak to people and to programs."""

import ast
from pathlib import Path
from string import Formatter

import pytest

import server
from server.domain.refusals import REFUSALS, Refused
from server.domain.text import Text


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def refusals_in_the_code() -> list[tuple[str, set[str]]]:
    """Every `raise Refused("code", field=…)` of the domain: the code and its fields."""
    found = []
    for path in (Path(server.__file__).parent / "domain").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Refused":
                (code,) = (a.value for a in node.args if isinstance(a, ast.Constant))
                found.append((str(code), {k.arg or "" for k in node.keywords}))
    return found


def test_every_refusal_raised_has_a_text_and_all_that_the_text_names() -> None:
    for code, fields in refusals_in_the_code():
        assert places(REFUSALS[code].zh) | places(REFUSALS[code].en) <= fields, code


def test_every_text_is_there_in_both_languages() -> None:
    assert all(text.zh and text.en for text in REFUSALS.values())


def test_a_refusal_says_why_in_both_languages_and_keeps_its_fields_for_programs() -> None:
    refused = Refused("recall_limit", number="A031", times=3)
    assert refused.text == Text(
        "A031 已呼叫 3 次，请作过号处理", "A031 has been recalled 3 times; mark it as a no-show."
    )
    assert refused.fields == {"number": "A031", "times": "3"}
    assert str(refused).startswith("recall_limit: A031 has been recalled")


def test_a_field_in_two_languages_is_said_in_the_language_of_the_sentence() -> None:
    refused = Refused(
        "wrong_state", number="A001", state=Text("已办结", "finished"), action=Text("叫号", "calling it")
    )
    assert refused.text.zh == "A001 现在是“已办结”，不能叫号"
    assert refused.text.en == "A001 is finished; calling it is not possible."
    assert refused.fields == {"number": "A001", "state": "已办结", "action": "叫号"}


def test_an_unknown_code_is_a_bug_and_no_refusal() -> None:
    with pytest.raises(KeyError):
        Refused("because")


def test_a_counter_is_said_by_the_name_that_stands_over_it() -> None:
    """C15: nobody in the hall knows that the reception room is number 5."""
    refused = Refused("counter_closed", counter="5")
    assert refused.text == Text("5 号窗口未开放", "Counter 5 is closed.")
    refused.at(Text("接待室", "Reception room"))
    assert refused.text == Text("接待室未开放", "Reception room is closed.")
    assert refused.fields == {"counter": "5"}
