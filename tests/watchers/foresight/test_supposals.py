"""Who supposes something is answered, or told why not: dead, hung and slow processes, several who ask."""

import asyncio
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest

from server.domain.proposals.supposed import CounterCloses, IssuingStops
from server.domain.refusals import Refused
from server.domain.views.overview.what_if import Compared
from server.plugins import order
from server.watchers.foresight.run_forward import RunForward
from server.watchers.foresight.supposals import Supposals
from tests.insight.waiting_halls import NOW
from tests.patience import PATIENCE, patience, until
from tests.watchers.foresight.test_run_forward import FULL, NO_PROGRAM, SILENT, Stand, clock, looking

CLOSES = (CounterCloses(counter="1"),)
COMPARED = Compared(at=NOW, threshold_seconds=1200, spans=(), comers=0, learned=False)


async def why_not(supposals: Supposals, by: str = "person:1") -> str:
    with pytest.raises(Refused) as no:
        await supposals.ask(by, CLOSES)
    return no.value.code


def patient(**more: object) -> RunForward:
    forward = RunForward(Stand(FULL), clock, order, lambda _: None, **more)  # type: ignore[arg-type]
    forward.supposals.within = PATIENCE
    return forward


@contextmanager
def taken(within: float = PATIENCE) -> Iterator[Supposals]:
    supposals = Supposals(lambda: None, within)
    with supposals.answered():
        yield supposals


async def test_while_nobody_runs_anything_it_is_said_at_once() -> None:
    assert await why_not(Supposals(lambda: None, PATIENCE)) == "not_reckoned_now"


async def test_who_asks_anew_is_answered_the_newer_and_a_third_person_waits_for_a_place() -> None:
    with taken() as supposals:
        loop = asyncio.get_running_loop()
        older = loop.create_task(why_not(supposals, "person:1"))
        await asyncio.sleep(0)
        newer = loop.create_task(supposals.ask("person:1", [IssuingStops(queue="A")]))
        second = loop.create_task(supposals.ask("person:2", CLOSES))
        async with patience():
            assert await older == "supposed_anew"
            assert await why_not(supposals, "person:3") == "others_suppose"
            first = supposals.next()
            assert first is not None
            assert first.supposed == (IssuingStops(queue="A"),)
            first.answer(COMPARED)
            assert await newer == COMPARED
            one = supposals.next()
            assert one is not None
            one.answer(COMPARED)
            assert await second == COMPARED
            assert supposals.next() is None


async def test_who_waits_when_it_ends_is_told_and_who_gave_up_is_not_answered() -> None:
    loop = asyncio.get_running_loop()
    with taken() as supposals:
        waits = loop.create_task(why_not(supposals))
        gone = loop.create_task(supposals.ask("person:2", CLOSES))
        await asyncio.sleep(0)
        gone.cancel()
        with suppress(asyncio.CancelledError):
            await gone
    async with patience():
        assert await waits == "not_reckoned_now"
    assert supposals.next() is None


async def test_nobody_waits_longer_than_that() -> None:
    with taken(within=0.01) as supposals:
        async with patience():
            assert await why_not(supposals) == "not_reckoned_now"
        assert supposals.next() is None


async def test_the_process_beside_answers_between_its_own_questions() -> None:
    """Also while it rests for a quarter of an hour."""
    forward = patient(apart=1000.0, answers_within=(PATIENCE, PATIENCE))
    async with patience(), looking(forward):
        await until(lambda: forward.supposals._is_answered)
        for _ in range(2):
            told = await forward.supposals.ask("person:1", CLOSES)
            assert [span.minutes for span in told.spans] == [30, 60]
            assert told.at == NOW


@pytest.mark.parametrize("program", [SILENT, NO_PROGRAM])
async def test_of_a_process_that_does_not_answer_it_is_said_so(program: tuple[str, ...]) -> None:
    forward = patient(program=program, answers_within=(0.3, 0.3))
    async with patience():
        task = asyncio.get_running_loop().create_task(forward.run())
        await until(lambda: forward.supposals._is_answered)
        assert await why_not(forward.supposals) == "not_reckoned_now"
        with pytest.raises((TimeoutError, EOFError, OSError)):
            await task
        assert await why_not(forward.supposals) == "not_reckoned_now"


@pytest.mark.parametrize("sign", ["SIGKILL", "SIGSTOP"])
async def test_killed_or_hung_while_somebody_waits(sign: str) -> None:
    forward = patient(answers_within=(PATIENCE, 0.3), apart=1000.0)
    answers: list[object] = []
    forward._take = answers.append
    async with patience(), looking(forward):
        await until(lambda: answers and forward.pid)
        assert forward.pid
        os.kill(forward.pid, getattr(signal, sign))
        assert await why_not(forward.supposals) == "not_reckoned_now"


async def test_where_no_order_is_known_and_where_no_lunch_is_ahead_it_is_said() -> None:
    without = RunForward(Stand(FULL), clock, lambda _: None, lambda _: None, program=SILENT)
    without.supposals.within = PATIENCE
    async with patience(), looking(without):
        await until(lambda: without.supposals._is_answered)
        assert await why_not(without.supposals) == "not_known_enough"
