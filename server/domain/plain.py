"""Plain data from outside, as JSON or TOML bring it: no deeper, larger or stranger than a hall can keep."""

from math import isfinite
from typing import Any

from server.domain.letters import clean

DEEPEST = 40  # a set-up is six deep
LARGEST = 10**15  # of whole numbers: what every reader of JSON tells exactly


class Unfit(ValueError):
    """`code` is "too_deep", "no_number" or "too_big"; `where` the place, as `services[2].queue`."""

    SAYS = {  # noqa: RUF012  # a table
        "too_deep": "nested too deeply",
        "no_number": "must be a number",
        "too_big": "must be a smaller number",
    }

    def __init__(self, code: str, where: str) -> None:
        self.code, self.where = code, where.removeprefix(".")
        super().__init__(f"{self.where}: {self.SAYS[code]}")


def fit(value: Any, *, letters: bool = True, where: str = "", depth: int = 0) -> Any:
    """The same data with clean texts, where `letters` are to be looked at; raises `Unfit`."""
    if depth > DEEPEST:
        raise Unfit("too_deep", where)
    match value:
        case str():
            return clean(value) if letters else value
        case dict():
            return {
                fit(key, letters=letters): fit(item, letters=letters, where=f"{where}.{key}", depth=depth + 1)
                for key, item in value.items()
            }
        case list():
            return [
                fit(item, letters=letters, where=f"{where}[{n}]", depth=depth + 1)
                for n, item in enumerate(value)
            ]
        case float() if not isfinite(value):
            raise Unfit("no_number", where)
        case int() | float() if abs(value) > LARGEST:
            raise Unfit("too_big", where)
    return value
