"""The names of everything in a set-up are complete."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest

from server.domain.config.change_texts import CODES, FIELDS
from server.domain.config.config import HallConfig
from server.domain.config.equipment import PrinterConfig, SlipTemplate
from server.domain.config.figures import Figures
from server.domain.text import Text


def shapes(kind: Any) -> Iterator[type]:
    """The set-up's own shape and all within it."""
    if is_dataclass(kind) and isinstance(kind, type) and kind not in (Text, Figures):
        yield kind
        for hint in get_type_hints(kind).values():
            yield from shapes(hint)
    for part in get_args(kind):
        yield from shapes(part)


def test_everything_in_a_set_up_has_a_word() -> None:
    """A field without one would be told by its name in the program."""
    names = {field.name for shape in shapes(HallConfig) for field in fields(shape)}
    assert {name for name in names if name not in FIELDS} == set()


@pytest.mark.parametrize("shape", [PrinterConfig, SlipTemplate])
def test_every_code_that_a_field_may_have_has_a_word(shape: type) -> None:
    hints = ((name, hint) for name, hint in get_type_hints(shape).items() if get_origin(hint) is Literal)
    assert {f"{name}.{code}" for name, hint in hints for code in get_args(hint)} <= CODES.keys()
