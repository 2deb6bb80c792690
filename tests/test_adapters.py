"""Halls of one process share what checks their bodies, and each refuses what it refused alone."""

from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import make_dataclass
from functools import partial, wraps
from typing import Annotated

from fastapi import Query
from fastapi._compat import v2
from fastapi.dependencies import utils
from fastapi.dependencies.models import _is_async_gen_callable, _is_gen_callable
from pydantic import AfterValidator, Field
from pydantic.fields import FieldInfo
from sqlalchemy import Column, Integer, MetaData, Table, create_engine, select


def _field(kind: object, default: object = 1) -> v2.ModelField:
    return v2.ModelField(name="n", field_info=FieldInfo.from_annotated_attribute(kind, default))  # type: ignore[arg-type]


def test_the_same_field_is_made_once_and_another_is_another() -> None:
    few, many = Annotated[int, Query(le=3)], Annotated[int, Query(le=300)]
    assert _field(few)._type_adapter is _field(few)._type_adapter
    assert _field(few)._type_adapter is not _field(many)._type_adapter
    assert _field(few).validate(4, {}, loc=())[1]
    assert not _field(many).validate(4, {}, loc=())[1]


def test_what_asks_a_hall_of_its_own_is_shared_with_no_other() -> None:
    def hall(most: int) -> v2.ModelField:
        def check(value: int) -> int:
            assert value <= most
            return value

        return _field(Annotated[int, AfterValidator(check)])

    small, large = hall(3), hall(300)
    assert small.validate(4, {}, loc=())[1]
    assert not large.validate(4, {}, loc=())[1]


def test_a_class_of_the_same_name_is_another() -> None:
    def body(least: int) -> type:
        return make_dataclass("Body", [("n", Annotated[int, Field(ge=least)])])

    small, large = _field(body(1), None), _field(body(5), None)
    assert not small.validate({"n": 4}, {}, loc=())[1]
    assert large.validate({"n": 4}, {}, loc=())[1]


def test_two_databases_share_the_words_of_a_statement_and_nothing_else() -> None:
    counted = Table("counted", MetaData(), Column("n", Integer))
    one, other = create_engine("sqlite://"), create_engine("sqlite://")
    for engine, n in ((one, 1), (other, 2)):
        with engine.begin() as line:
            counted.create(line)
            line.execute(counted.insert(), {"n": n})
    with one.connect() as here, other.connect() as there:
        found = [line.execute(select(counted.c.n)) for line in (here, there)]
        assert found[0].context.compiled is found[1].context.compiled
        assert [rows.scalars().all() for rows in found] == [[1], [2]]


def test_a_function_is_still_taken_for_what_it_is() -> None:
    def plain() -> None: ...
    def yields() -> Iterator[int]:
        yield 1

    async def yields_later() -> AsyncIterator[int]:
        yield 1

    @wraps(yields)
    def wrapped() -> Iterator[int]:
        return yields()

    class Called:
        def __call__(self) -> Iterator[int]:
            yield 1

    assert [_is_gen_callable(f) for f in (plain, yields, yields_later)] == [False, True, False]
    assert [_is_async_gen_callable(f) for f in (plain, yields, yields_later)] == [False, False, True]
    assert all(_is_gen_callable(f) for f in (wrapped, partial(yields), Called()))


def test_two_functions_of_one_source_take_what_each_takes() -> None:
    def of(kind: type) -> Callable[..., object]:
        def takes(n: kind) -> object:  # type: ignore[valid-type]
            return n

        return takes

    whole, words = of(int), of(str)
    for _ in range(2):
        asked = [utils._get_signature(one).parameters["n"].annotation for one in (whole, words)]
        assert asked == [int, str]
