"""How a board goes to another process."""

import pickle

from server.insight.forward.board import board_of
from server.insight.forward.habits import usual_habits
from server.insight.forward.plan import usual_plan
from server.insight.forward.question import LENGTH, Question, framed
from server.routing import fair_share
from tests.insight.waiting_halls import NOW, hall, line


def test_a_question_arrives_as_it_was_asked() -> None:
    standing = hall({"1": "A"}, line("A", 3))
    assert standing.config is not None
    order = fair_share.order(standing.config.figures)
    board = board_of(standing, NOW, order, usual_plan(standing, NOW))
    asked = Question(board=board, habits=usual_habits(standing), threshold=1200)
    frame = framed(asked)
    (length,) = LENGTH.unpack(frame[: LENGTH.size])
    assert pickle.loads(frame[LENGTH.size :]) == asked
    assert len(frame) == LENGTH.size + length
