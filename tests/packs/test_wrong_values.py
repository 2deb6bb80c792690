"""Whatever is wrong with what somebody sent is told in people's words, Chinese first."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails, to_json
from pydantic_core.core_schema import ErrorType

from server import api
from server.api.answering.bodies import Body
from server.api.answering.errors import problem_of
from server.api.asking.wire import MODELS, Hello
from server.domain.config.config import HallConfig
from server.packs.hall_file import HallFileProblem, config_from_json, read_hall_text
from server.packs.wrong_values import KINDS, OTHERWISE, WRONG, place, text_of

LATIN = re.compile(r"[A-Za-z]{2,}")  # a word of a program or a library
NO_WORDS = ("GB18030", "TOML")
WRONG_ONES: tuple[Any, ...] = (
    None,
    7,
    -(10**20),
    10**20,
    1.5,
    float("nan"),
    True,
    "",
    "x" * 1000,
    "\u200b",
    "2026-99-99",
    [],
    [None] * 1000,
    {},
    {"odd": {"odd": "odd"}},
    [[[[[[]]]]]],
)


def bodies() -> Iterator[type[BaseModel]]:
    for module in pkgutil.iter_modules(api.__path__):
        importlib.import_module(f"server.api.{module.name}")
    waiting = [Body]
    while waiting:
        for kind in waiting.pop().__subclasses__():
            waiting.append(kind)
            if kind.__module__.startswith("server."):  # other tests have bodies of their own
                yield kind
    yield from MODELS.values()
    yield Hello


EVERY_MODEL = sorted(set(bodies()), key=lambda kind: f"{kind.__module__}.{kind.__name__}")


def found_in(kind: type[BaseModel], value: Any) -> list[ErrorDetails]:
    try:
        kind.model_validate(value)
    except ValidationError as wrong:
        found = wrong
    else:
        return []
    assert not LATIN.search(problem_of(found).text.zh), problem_of(found).text.zh
    return found.errors()


def in_words(error: ErrorDetails) -> None:
    told = text_of(error)
    assert told.zh
    assert not LATIN.search(told.zh), told.zh
    assert error["msg"] not in told.en
    assert "{" not in told.zh + told.en


@pytest.mark.parametrize("kind", EVERY_MODEL, ids=lambda kind: f"{kind.__module__}.{kind.__name__}")
def test_every_wrong_value_of_every_body_and_command_is_told_in_words(kind: type[BaseModel]) -> None:
    found = [*found_in(kind, None), *found_in(kind, {}), *found_in(kind, {"odd": 1})]
    for name in kind.model_fields:
        for wrong in WRONG_ONES:
            found += found_in(kind, {name: wrong})
    for error in found:
        in_words(error)


@pytest.mark.parametrize("type_", get_args(ErrorType))
def test_every_kind_of_error_that_the_library_knows_has_a_sentence(type_: str) -> None:
    """What is not in the table gets the sentence for everything."""
    bounds = dict.fromkeys(("max_length", "min_length", "ge", "gt", "le", "lt"), 3)
    in_words({"type": type_, "loc": ("body", "note"), "msg": "library text", "input": 1, "ctx": bounds})


def test_every_sentence_is_used_and_every_kind_has_one() -> None:
    assert KINDS.keys() <= set(get_args(ErrorType))
    ours = {"too_deep", "no_number", "too_big", "unseen", "empty"}
    assert {*KINDS.values(), *ours} == WRONG.keys()
    assert OTHERWISE.zh


def test_a_text_that_is_too_long_says_its_most_in_words() -> None:
    (error,) = [e for e in found_in(MODELS["call_specific"], {"reason": "x" * 501}) if e["type"] != "missing"]
    assert text_of(error).zh == "原因最多 500 个字"
    assert place(error) == "reason"


def test_a_piece_of_a_list_is_counted_as_people_count() -> None:
    errors = found_in(
        MODELS["finish_ticket"], {"id": "a", "counter": "1", "ticket": "", "services_done": ["x", 7]}
    )
    assert [text_of(e).zh for e in errors] == ["办理的业务的第 2 项应为文字"]


def test_the_places_for_programs_are_in_the_fields() -> None:
    with pytest.raises(ValidationError) as wrong:
        MODELS["call_next"].model_validate_json(to_json({"id": "a", "counter": 7, "more": 1}))
    found = problem_of(wrong.value)
    assert found.fields == {"where": "counter; more"}
    assert found.text.zh == "填写有误：窗口应为文字；多了这里没有的内容，请检查拼写"


# a hall's file has places that people see, and no library's words either


@pytest.mark.parametrize(
    ("text", "said_"),
    [
        ("name = ?", "hall.toml 第 1 行第 8 列写法有误"),
        ('name = "x', "hall.toml 末尾写法有误"),
    ],
)
def test_a_file_that_is_no_toml_says_where(text: str, said_: str) -> None:
    with pytest.raises(HallFileProblem) as wrong:
        read_hall_text(text)
    assert wrong.value.text.zh == said_


@pytest.mark.parametrize("name", sorted(HallConfig.__dataclass_fields__))
def test_every_wrong_value_of_a_set_up_is_told_in_words(name: str) -> None:
    for wrong in WRONG_ONES:
        with pytest.raises(HallFileProblem) as found:
            config_from_json(to_json({name: wrong}, inf_nan_mode="constants").decode())
        told = found.value.text.zh.replace(found.value.where, "").replace("true", "").replace("false", "")
        for word in (*NO_WORDS, "zh", "en", "nan", "inf"):
            told = told.replace(word, "")
        assert not LATIN.search(told), found.value.text.zh
