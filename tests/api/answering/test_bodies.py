"""What every JSON body by HTTP has in common."""

from typing import Any

import pytest
from pydantic import BaseModel, ConfigDict, ValidationError

from server import app  # whatever has a body is loaded with it
from server.api.answering.bodies import Body

AT_THE_WIRE = {"Asked", "Hello", "Sound"}  # `api/asking/wire.py` has a door of its own


class Told(Body):
    AS_IT_IS = frozenset({"file"})

    text: str = ""
    parts: tuple[str, ...] = ()
    number: int = 0
    share: float = 0
    password: str = ""
    file: str = ""
    more: dict[str, Any] | None = None


class Short(Body):
    model_config = ConfigDict(str_max_length=5)

    text: str


def test_letters_are_cleaned_except_where_more_is_known() -> None:
    told = Told.model_validate(
        {"text": "a\u000bb", "parts": ["\u202ec"], "password": "p\tw", "file": "a = 1\nb = 2"}
    )
    assert (told.text, told.parts) == ("a b", ("c",))
    assert (told.password, told.file) == ("p\tw", "a = 1\nb = 2")


@pytest.mark.parametrize(
    "wrong",
    [
        {"unknown": 1},
        {"text": "x" * 201},
        {"number": 10**20},
        {"share": float("nan")},
        {"share": float("inf")},
        {"more": {"a": float("nan")}},
        {"more": {"a": 10**400}},
        {"password": "\ud800"},
        [],
    ],
)
def test_what_is_not_fit_is_refused(wrong: Any) -> None:
    with pytest.raises(ValidationError):
        Told.model_validate(wrong)


def test_depth_has_an_end_and_a_body_may_be_stricter() -> None:
    deep: Any = 1
    for _ in range(500):
        deep = [deep]
    with pytest.raises(ValidationError, match="nested too deeply"):
        Told.model_validate({"more": {"deep": deep}})
    with pytest.raises(ValidationError):
        Short.model_validate({"text": "123456"})
    with pytest.raises(ValidationError):
        Short.model_validate({"text": "1", "more": 1})


def test_no_body_by_http_goes_around_the_door() -> None:
    assert app.build_app
    models = {kind for kind in BaseModel.__subclasses__() if kind.__module__.startswith("server.")}
    assert {kind.__name__ for kind in models} - AT_THE_WIRE == {"Body"}
