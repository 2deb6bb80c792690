"""How long what people type may be: no longer than the surfaces can show on which it stands.

A command's field says by its type how much it takes, and the wire holds it to that. What earlier releases
took is cut where the hall takes it up, so that no screen, slip or alert has to.
"""

from dataclasses import dataclass
from typing import Annotated, Final

from server.domain.text import Text


@dataclass(frozen=True, slots=True)
class Letters:
    """At most so many, in each language."""

    most: int


REASON: Final = 80  # a line or two of a window's display, a slip, a row of the board
DETAIL: Final = 120  # an alert, a task
WORDS: Final = 120  # what was asked and answered, in a list
NOTE: Final = 200  # a row of the history
Reason = Annotated[str, Letters(REASON)]
ReasonInTwo = Annotated[Text, Letters(REASON)]
Detail = Annotated[str, Letters(DETAIL)]
Words = Annotated[str, Letters(WORDS)]
Note = Annotated[str, Letters(NOTE)]
CUT: Final = "…"


def fitting(typed: str, most: int) -> str:
    return typed if len(typed) <= most else typed[: most - len(CUT)].rstrip() + CUT


def both_fitting(typed: Text, most: int) -> Text:
    """The very same value where it fits."""
    if len(typed.zh) <= most and len(typed.en) <= most:
        return typed
    return Text(fitting(typed.zh, most), fitting(typed.en, most))
