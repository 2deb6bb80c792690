"""Parts that fail in every way: each stops itself alone, is told, and is well again only after a while."""

import asyncio
import logging
from collections.abc import AsyncIterator
from itertools import pairwise

import pytest

from server.supervisor import Part, Supervisor
from tests.patience import until

pytestmark = pytest.mark.virtual_time

A, B = Part(kind="printer", subject="K1"), Part(kind="strip", subject="door")


@pytest.fixture
async def parts() -> AsyncIterator[Supervisor]:
    supervisor = Supervisor(first_wait=0.001, longest_wait=0.004, well_after=0.05)
    yield supervisor
    await supervisor.close()


async def for_ever() -> None:
    await asyncio.Event().wait()


async def test_a_part_that_fails_is_taken_up_again_and_stops_nobody_else(parts: Supervisor) -> None:
    tries: list[str] = []

    async def fails() -> None:
        tries.append("a")
        raise ZeroDivisionError

    async def works() -> None:
        tries.append("b")
        await for_ever()

    parts.start(A, fails)
    parts.start(B, works)
    await until(lambda: tries.count("a") > 3)
    assert tries.count("b") == 1
    assert parts.in_trouble() == (A,)


async def test_what_starts_anew_again_and_again_is_never_called_well(parts: Supervisor) -> None:
    seen: set[tuple[Part, ...]] = set()

    async def fails() -> None:
        seen.add(parts.in_trouble())
        raise OSError("gone")

    parts.start(A, fails)
    await until(lambda: len(seen) == 2)
    for _ in range(100):
        await asyncio.sleep(0)
        assert parts.in_trouble() == (A,)
    assert seen == {(), (A,)}  # nothing is known before its first failure


async def test_a_part_is_well_again_after_it_has_run_for_a_while(parts: Supervisor) -> None:
    tries: list[int] = []

    async def fails_once() -> None:
        tries.append(1)
        if len(tries) == 1:
            raise OSError("gone")
        await for_ever()

    parts.start(A, fails_once)
    await parts.changed.wait()
    assert parts.in_trouble() == (A,)
    await until(lambda: parts.in_trouble() == ())
    assert len(tries) == 2


async def test_the_waits_grow_up_to_the_longest(caplog: pytest.LogCaptureFixture) -> None:
    parts = Supervisor(first_wait=0.001, longest_wait=0.004, well_after=60)
    began: list[float] = []

    async def fails() -> None:
        began.append(asyncio.get_running_loop().time())
        raise OSError("gone")

    with caplog.at_level(logging.WARNING):
        parts.start(A, fails)
        await until(lambda: len(began) >= 5)
    await parts.close()
    waits = [b - a for a, b in pairwise(began[:5])]
    assert waits == pytest.approx((0.001, 0.002, 0.004, 0.004))
    assert sum(record.exc_info is not None for record in caplog.records) == 1  # one trace, not one a second


async def test_a_part_that_only_ends_has_failed_too(parts: Supervisor) -> None:
    async def ends() -> None:
        return

    parts.start(A, ends)
    await parts.changed.wait()
    assert parts.in_trouble() == (A,)


async def test_a_part_that_is_no_longer_wanted_troubles_nobody(parts: Supervisor) -> None:
    async def fails() -> None:
        raise OSError("gone")

    parts.start(A, fails)
    await parts.changed.wait()
    await parts.end(A)
    assert parts.in_trouble() == ()


async def test_one_thing_of_a_round_and_an_errand_fail_alone(parts: Supervisor) -> None:
    done: list[int] = []
    for n in range(3):
        with parts.alone(A):
            done.append(1 // (n - 1))
    assert done == [-1, 1]
    assert parts.in_trouble() == (A,)

    async def errand() -> None:
        raise OSError("gone")

    parts.errand(B, errand())
    await until(lambda: parts.in_trouble() == (A, B))


async def test_closing_ends_every_part_even_one_that_cleans_up(parts: Supervisor) -> None:
    ended: list[Part] = []

    async def cleans_up() -> None:
        try:
            await for_ever()
        finally:
            await parts.end(B)
            ended.append(A)

    async def quiet() -> None:
        try:
            await for_ever()
        finally:
            ended.append(B)

    parts.start(A, cleans_up)
    parts.start(B, quiet)
    await asyncio.sleep(0)
    await parts.close()
    assert sorted(ended) == [A, B]


async def test_two_parts_never_share_a_name(parts: Supervisor) -> None:
    """The first would be lost, and would not end with the house."""
    parts.start(A, for_ever)
    with pytest.raises(ValueError, match="runs already"):
        parts.start(A, for_ever)


async def test_a_fault_told_elsewhere_is_waited_out_untold(caplog: pytest.LogCaptureFixture) -> None:
    parts = Supervisor(first_wait=0.001, well_after=60, told_elsewhere=(FileNotFoundError,))
    tries: list[float] = []

    async def stands_on_a_file() -> None:
        tries.append(asyncio.get_running_loop().time())
        if len(tries) < 4:
            raise FileNotFoundError("the folder is away")
        await for_ever()

    with caplog.at_level(logging.WARNING):
        parts.start(A, stands_on_a_file)
        parts.errand(B, stands_on_a_file())
        await until(lambda: len(tries) >= 4)
    assert parts.in_trouble() == ()
    assert not parts.changed.is_set()
    assert "the folder is away" in caplog.text
    await parts.close()


async def test_who_waits_for_what_all_stand_on_says_so_once_and_once_when_it_goes_on(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """A folder that was away for an hour left a line a second for each part."""
    parts = Supervisor(told_elsewhere=(FileNotFoundError,))
    away = True

    async def looks_each_second() -> None:
        while True:
            await asyncio.sleep(1)
            if away:
                raise FileNotFoundError("the folder is away")

    with caplog.at_level(logging.WARNING):
        parts.start(A, looks_each_second)
        await asyncio.sleep(3600)
        away = False
        await asyncio.sleep(3600)
        lines = [record.getMessage() for record in caplog.records]
    await parts.close()
    assert lines == ["printer K1 waits for what it stands on: the folder is away", "printer K1 goes on"]
