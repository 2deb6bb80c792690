"""The process beside: question after question, until its input ends."""

import io
import pickle

from server.insight.forward.board import board_of
from server.insight.forward.foresee import foresee
from server.insight.forward.habits import usual_habits
from server.insight.forward.plan import usual_plan
from server.insight.forward.question import LENGTH, Question, framed
from server.insight.forward.steps import WhatIf, candidates
from server.insight.forward.whatif import effects
from server.insight.forward.worker import answer, answer_all
from server.routing import fair_share
from tests.insight.waiting_halls import NOW, hall, line


def question(n: int) -> Question:
    standing = hall({"1": "A"}, line("A", n))
    assert standing.config is not None
    order = fair_share.order(standing.config.figures)
    board = board_of(standing, NOW, order, usual_plan(standing, NOW))
    return Question(board=board, habits=usual_habits(standing), threshold=1200)


def what_if(asked: Question) -> WhatIf:
    changes = candidates(hall({"1": "A", "2": "B"}))
    return WhatIf(board=asked.board, habits=asked.habits, threshold=600, changes=changes)


def test_each_kind_of_question_has_its_own_answer() -> None:
    one = question(9)
    assert answer(one) == foresee(one.board, one.habits, one.threshold)
    assert answer(what_if(one)) == effects(what_if(one)) != ()


def test_every_question_is_answered_in_turn_and_half_of_one_ends_it() -> None:
    asked = [question(1), what_if(question(9)), question(3)]
    questions = io.BytesIO(b"".join(map(framed, asked)) + b"\x01")
    answers = io.BytesIO()
    answer_all(questions, answers)
    answers.seek(0)
    for one in asked:
        (length,) = LENGTH.unpack(answers.read(LENGTH.size))
        assert pickle.loads(answers.read(length)) == answer(one)
    assert answers.read() == b""
