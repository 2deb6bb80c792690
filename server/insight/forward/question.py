"""What a server asks the process that runs boards forward, and how it goes over a pipe."""

import pickle
import struct
from dataclasses import dataclass

from server.domain.promises.levels import Ends
from server.insight.forward.board import Board
from server.insight.forward.habits import Habits

LENGTH = struct.Struct("<I")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """`threshold`: the wait that the hall remedies, in seconds; `ends`: of the intervals, by their band."""

    board: Board
    habits: Habits
    threshold: float
    ends: tuple[Ends, ...] = ()


def framed(value: object) -> bytes:
    """How long it is, and itself."""
    body = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    return LENGTH.pack(len(body)) + body
