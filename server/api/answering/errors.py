"""From what went wrong to what the asker is told: one shape, one table."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pydantic import ValidationError
from pydantic_core import ErrorDetails, to_json
from sqlalchemy.exc import OperationalError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from server.access.refusals import AccessRefused
from server.api.answering.texts import API_TEXTS, text
from server.devices.errors import DeviceMisconfigured, DeviceUnavailable
from server.devices.media import NotMedia
from server.domain.config.changes.words import place_words
from server.domain.config.config import HallConfig
from server.domain.config.soundness.problems import Problem as Unsoundness
from server.domain.letters import clean
from server.domain.refusals import Refused
from server.domain.setup.refusals import Unsound
from server.domain.text import Text
from server.journal import JournalDamaged, StorageFailed
from server.journal.files import DataGone
from server.live_hall import Overloaded
from server.packs.wrong_values import place, text_of

STATUS: Mapping[str, int] = {
    "wrong_token": 401,
    "wrong_login": 401,
    "not_allowed": 403,
    "not_asked_to_speak": 403,
    "not_your_counter": 403,
    "served_at_counter": 403,
    "locked_out": 429,
    "too_much": 429,
    "too_many_codes": 429,
    "booked_enough": 429,
    "booked_by_phone": 409,
    "booked_share": 409,
    "taken_enough": 429,
    "no_hall": 503,
    "invalid": 422,
    "not_a_number": 422,
    "unknown_command": 404,
    "too_large": 413,
    "too_slow": 408,
    "not_media": 415,
    "media_too_large": 413,
    "not_document": 415,
    "document_too_large": 413,
    "document_locked": 415,
    "document_active": 415,
    "not_found": 404,
    "no_such_range": 416,
    "method_not_allowed": 405,
    "storage_failed": 503,
    "journal_damaged": 503,
    "visits_behind": 503,
    "data_gone": 503,
    "number_lost": 404,
    "busy": 503,
    "broken": 500,
}
CODES: Mapping[type[Exception], str] = {  # the first that fits
    DataGone: "data_gone",
    StorageFailed: "storage_failed",
    OperationalError: "storage_failed",  # of people's and devices' tables
    DeviceUnavailable: "device_unavailable",
    DeviceMisconfigured: "device_unavailable",
    Overloaded: "busy",
}
OTHERWISE = 409
LONGEST_PLACE = 300  # letters of what somebody sent
MOST_TOLD = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What every error looks like to a client."""

    code: str
    text: Text
    fields: Mapping[str, str]

    @property
    def status(self) -> int:
        return STATUS.get(self.code, 404 if self.code.startswith("unknown_") else OTHERWISE)

    def json(self) -> bytes:
        return to_json(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongPlace:
    """One thing that is wrong with a set-up, at its place: "services[2].name", "业务“缴费” 名称" in words."""

    where: str
    place: Text
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SetupProblem(Problem):
    """Everything wrong at once; the first speaks for all where only one can be shown."""

    problems: tuple[WrongPlace, ...]


def wrong_places(problems: Iterable[Unsoundness], config: HallConfig | None) -> tuple[WrongPlace, ...]:
    return tuple(
        WrongPlace(where=p.where, place=place_words(p.where, config), text=Text(p.zh, p.en)) for p in problems
    )


class NotGiven(Exception):
    """Raised where a request is refused with exactly this."""

    def __init__(self, why: Problem) -> None:
        super().__init__(why.code)
        self.why = why


def problem(code: str, **places: object) -> Problem:
    in_words = {name: clean(str(place)[:LONGEST_PLACE]) for name, place in places.items()}
    return Problem(code=code, text=text(code, **in_words), fields=in_words)


def invalid(errors: Sequence[ErrorDetails]) -> Problem:
    """What a validation found, in people's words; the places for programs in `fields`."""
    wrong = errors[:MOST_TOLD]
    texts = [text_of(error) for error in wrong]
    whole = Text("；".join(t.zh for t in texts), " ".join(t.en for t in texts))
    places = clean("; ".join(filter(None, map(place, wrong)))[:LONGEST_PLACE])
    return Problem(
        code="invalid", text=API_TEXTS["invalid"].without_holes(said=whole), fields={"where": places}
    )


def unreadable() -> Problem:
    """Of what is not even text, or no message at all."""
    return invalid(({"type": "json_invalid", "loc": (), "msg": "", "input": ""},))


def answer(problem: Problem) -> Response:
    return Response(problem.json(), problem.status, media_type="application/json")


def problem_of(error: Exception) -> Problem:
    """Everything unforeseen is `broken`; the log has the rest."""
    match error:
        case Unsound():
            return SetupProblem(
                code=error.code,
                text=error.text,
                fields=dict(error.fields),
                problems=wrong_places(error.problems, error.config),
            )
        case Refused() | AccessRefused():
            return Problem(code=error.code, text=error.text, fields=dict(error.fields))
        case ValidationError():
            return invalid(error.errors())
        case NotGiven():
            return error.why
        case NotMedia():
            return problem(str(error))
        case HTTPException():
            return _framework(error)
        case JournalDamaged():
            return problem("journal_damaged", seq=error.seq)
    return problem(next((code for kind, code in CODES.items() if isinstance(error, kind)), "broken"))


def _framework(error: HTTPException) -> Problem:
    """What Starlette itself refuses; 400 is a body that is not even text."""
    if error.status_code == 400:  # noqa: PLR2004  # as above
        return unreadable()
    codes = {404: "not_found", 405: "method_not_allowed", 413: "too_large", 408: "too_slow"}
    return problem(codes.get(error.status_code, "broken"))
