"""What is the same for every hall is made once a process, and not with every hall that a test opens.

The checks of the bodies: FastAPI makes a `TypeAdapter` of every field of every address, 0.3 s, most of what a
hall costs to open. They are values of their types; a hall's own functions in them make them another one.
The words of the statements: SQLAlchemy keeps them by engine, and each hall has two of its own.
What kind of function an address has, and what it takes: FastAPI asks `inspect` a dozen times for each.
"""

import inspect
from collections.abc import Callable
from types import FunctionType
from typing import Any
from weakref import WeakKeyDictionary

from fastapi._compat import v2
from fastapi.dependencies import models, utils
from pydantic import TypeAdapter
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine import Engine
from sqlalchemy.util import LRUCache

CALLER = 3  # frames up, where names in a type are looked for: as if this function were not there
_made: dict[tuple[object, str, str], tuple[object, TypeAdapter[Any]]] = {}
_signatures: WeakKeyDictionary[FunctionType, inspect.Signature] = WeakKeyDictionary()
_ask_signature = utils._get_signature
_statements: LRUCache[Any, Any] = LRUCache(5000)


def _adapter(kind: Any, *, config: Any = None) -> TypeAdapter[Any]:
    key = (kind.__origin__, repr(kind.__metadata__), repr(config))
    if key not in _made:  # what is in the key by its address lives as long as the key
        _made[key] = kind, TypeAdapter(kind, config=config, _parent_depth=CALLER)
    return _made[key][1]


def _keep_statements() -> None:
    """For all that the words of a statement depend on, every SQLite is the same."""
    begin = Engine.__init__

    def begin_with_all(engine: Engine, *args: Any, **options: Any) -> None:
        begin(engine, *args, **options)
        if type(engine.dialect) is SQLiteDialect_pysqlite:
            engine._compiled_cache = _statements

    Engine.__init__ = begin_with_all  # type: ignore[method-assign]
    same: dict[str, Any] = {
        "__eq__": lambda one, other: type(one) is type(other),
        "__hash__": lambda one: hash(type(one)),
    }
    for name, answer in same.items():  # it is a part of every statement's key
        setattr(SQLiteDialect_pysqlite, name, answer)


def _by_its_flags(asked: Callable[[Any], bool], flag: int) -> Callable[[Any], bool]:
    def is_one(identity: Any) -> bool:
        call = identity.call
        plain = type(call) is FunctionType and not hasattr(call, "__wrapped__")
        return bool(call.__code__.co_flags & flag) if plain else asked(identity)

    return is_one


def _signature(call: Any) -> inspect.Signature:
    """Asked four times of each function, and of what guards all addresses by each of them."""
    if type(call) is not FunctionType:
        return _ask_signature(call)
    if call not in _signatures:
        _signatures[call] = _ask_signature(call)
    return _signatures[call]


def keep_adapters() -> None:
    utils._get_signature = _signature
    v2.TypeAdapter = _adapter  # type: ignore[assignment,misc]
    _keep_statements()
    gen, async_gen = models._is_gen_callable_cached, models._is_async_gen_callable_cached
    models._is_gen_callable_cached = _by_its_flags(gen, inspect.CO_GENERATOR)  # type: ignore[assignment]
    models._is_async_gen_callable_cached = _by_its_flags(async_gen, inspect.CO_ASYNC_GENERATOR)  # type: ignore[assignment]
