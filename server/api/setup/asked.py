"""What the set-up page sends: drafts, changes, files; and how a draft is read."""

import json
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, GetJsonSchemaHandler, TypeAdapter
from pydantic_core import CoreSchema

from server.api.answering.bodies import Body
from server.api.setup.shown import unreadable
from server.domain.config.config import HallConfig
from server.domain.config.pieces.calendar import FIRST_DAY, LAST_DAY
from server.packs.hall_file import LONGEST_FILE, HallFileProblem, config_from_json

MOST_EVENTS = 2**53  # of one hall, ever: what a page can count

MOST_DAYS = 31  # of a picture


class _DescribedAsSetUp:
    """Described as what it is, taken as it comes: `shaped` reads it, and says at which place it is wrong."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return handler(TypeAdapter(HallConfig).core_schema)


SetUpSaid = Annotated[dict[str, Any], _DescribedAsSetUp()]


class Begun(Body):
    """A draft; `base` is the set-up the page started from."""

    AS_IT_IS = frozenset({"base", "config"})
    base: SetUpSaid
    config: SetUpSaid


class Merging(Begun):
    """Of a piece that others have changed meanwhile, too, who `wins` keeps it."""

    wins: Literal["ours", "theirs"]


class DaysOf(Body):
    """Some days of a draft."""

    AS_IT_IS = frozenset({"config"})
    config: SetUpSaid
    first: date = Field(ge=FIRST_DAY, le=LAST_DAY)
    days: int = Field(ge=1, le=MOST_DAYS)


class Draft(Begun):
    """A change that shall hold from a day on; at addresses `confirmed` whoever asks saw a slip come out."""

    valid_from: date | None = Field(None, ge=FIRST_DAY, le=LAST_DAY)
    note: str = Field("", max_length=200)
    confirmed: tuple[str, ...] = Field((), max_length=100)


class Wanted(Draft):
    """A change to be made; `dry`: only to be decided."""

    id: str = Field(min_length=1, max_length=80)
    dry: bool = False


class TakenBack(Body):
    id: str = Field(min_length=1, max_length=80)
    seq: int = Field(ge=1, le=MOST_EVENTS)


class AsFile(Body):
    model_config = ConfigDict(str_max_length=LONGEST_FILE)
    AS_IT_IS = frozenset({"text"})

    text: str


def shaped(given: dict[str, Any]) -> HallConfig:
    """Refuse with the place what has not the shape of a set-up."""
    try:
        return config_from_json(json.dumps(given))
    except HallFileProblem as problem:
        raise unreadable(problem) from problem
