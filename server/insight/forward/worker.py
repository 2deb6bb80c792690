"""A process of its own that runs boards forward: question after question on its input, answers on its output.

It ends with its input, so that no server leaves it behind; and it is nice to everything else on the machine.
"""

import gc
import pickle
import sys
from contextlib import suppress
from typing import BinaryIO

from server.domain.promises.nouns import Foresight
from server.domain.proposals.nouns import Proposal
from server.domain.views.overview.what_if import Compared
from server.insight.forward.comparing import compared
from server.insight.forward.foresee import foresee
from server.insight.forward.question import LENGTH, Question, framed
from server.insight.forward.steps import WhatIf
from server.insight.forward.supposing import Supposing
from server.insight.forward.whatif import effects
from server.low_priority import step_back

NICE = 5
SELDOM = 200_000  # new things until the collector looks: a run makes many, and none that hang in a ring


def answer_all(questions: BinaryIO, answers: BinaryIO) -> None:
    """Until there is none any more."""
    while len(head := questions.read(LENGTH.size)) == LENGTH.size:
        asked: Question | WhatIf | Supposing = pickle.loads(questions.read(*LENGTH.unpack(head)))
        answers.write(framed(answer(asked)))
        answers.flush()


def answer(asked: Question | WhatIf | Supposing) -> Foresight | tuple[Proposal, ...] | Compared:
    if isinstance(asked, Supposing):
        return compared(asked)
    if isinstance(asked, WhatIf):
        return effects(asked)
    return foresee(asked.board, asked.habits, asked.threshold, ends=asked.ends)


if __name__ == "__main__":
    step_back(NICE)
    gc.set_threshold(SELDOM)
    with suppress(BrokenPipeError, KeyboardInterrupt):
        answer_all(sys.stdin.buffer, sys.stdout.buffer)
