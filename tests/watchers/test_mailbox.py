"""One screen's mailbox."""

import asyncio

import pytest

from server.watchers.mailbox import MOST, Mailbox, Overflow


async def test_only_the_newest_view_is_kept() -> None:
    box = Mailbox()
    for n in range(1000):
        box.put_view(b"%d" % n)
    assert await box.take() == [b"999"]


async def test_messages_keep_their_order_and_come_before_the_view() -> None:
    box = Mailbox()
    box.put(b"1")
    box.put_view(b"view")
    box.put(b"2")
    assert await box.take() == [b"1", b"2", b"view"]


async def test_an_empty_box_waits() -> None:
    box = Mailbox()
    async with asyncio.TaskGroup() as tasks:
        taking = tasks.create_task(box.take())
        await asyncio.sleep(0)
        assert not taking.done()
        box.put(b"1")
    assert taking.result() == [b"1"]


async def test_a_screen_that_does_not_read_is_let_go() -> None:
    box = Mailbox()
    for _ in range(MOST):
        box.put(b"x")
    assert len(await box.take()) == MOST
    for _ in range(MOST + 1):
        box.put(b"x")
    with pytest.raises(Overflow):
        await box.take()


async def test_the_last_word_is_still_said() -> None:
    box = Mailbox()
    box.put(b"1")
    box.end(b"bye")
    box.end(b"bye")
    assert await box.take() == [b"1", b"bye"]
    with pytest.raises(Overflow):
        await box.take()
