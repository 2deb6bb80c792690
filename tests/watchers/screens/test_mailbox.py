"""One screen's mailbox."""

import pytest

from server.watchers.screens.mailbox import MOST, Mailbox, Overflow


class Socket:
    """`took` is what it was given at once, which it `takes` or not; `woken` is how often it was woken."""

    def __init__(self, box: Mailbox, *, takes: bool = True) -> None:
        self.took: list[bytes] = []
        self.takes, self.woken = takes, 0
        box.open(self.at_once, self.wake)

    def at_once(self, message: bytes) -> bool:
        if self.takes:
            self.took.append(message)
        return self.takes

    def wake(self) -> None:
        self.woken += 1


def test_only_the_newest_view_is_kept() -> None:
    box = Mailbox()
    for n in range(1000):
        box.put_view(b"%d" % n)
    assert box.take() == [b"999"]
    assert box.take() == []


def test_messages_keep_their_order_and_come_before_the_view() -> None:
    box = Mailbox()
    box.put(b"1")
    box.put_view(b"view")
    box.put(b"2")
    assert box.take() == [b"1", b"2", b"view"]


def test_a_screen_that_does_not_read_is_let_go() -> None:
    box = Mailbox()
    for _ in range(MOST):
        box.put(b"x")
    assert len(box.take()) == MOST
    for _ in range(MOST + 1):
        box.put(b"x")
    with pytest.raises(Overflow):
        box.take()


def test_the_last_word_is_still_said() -> None:
    box = Mailbox()
    box.put(b"1")
    box.end(b"bye")
    box.end(b"bye")
    assert box.take() == [b"1", b"bye"]
    with pytest.raises(Overflow):
        box.take()


def test_what_the_socket_takes_at_once_never_lies_in_the_box() -> None:
    box = Mailbox()
    socket = Socket(box)
    box.put(b"1")
    box.put_view(b"view")
    assert (socket.took, socket.woken) == ([b"1", b"view"], 0)
    box.end(b"bye")
    assert socket.woken == 1
    assert box.take() == [b"bye"]


def test_nothing_overtakes_what_waits() -> None:
    box = Mailbox()
    socket = Socket(box, takes=False)
    box.put_view(b"old")
    socket.takes = True
    box.put(b"1")
    box.put_view(b"new")
    assert (socket.took, socket.woken) == ([], 1)
    assert box.take() == [b"1", b"new"]
    box.put(b"2")  # while those are being sent
    assert (socket.took, socket.woken) == ([], 1)
    assert box.take() == [b"2"]
    assert box.take() == []
    box.put(b"3")
    assert (socket.took, socket.woken) == ([b"3"], 1)


def test_what_came_before_the_socket_was_open_is_sent() -> None:
    box = Mailbox()
    box.put_view(b"view")
    socket = Socket(box)
    assert (socket.took, socket.woken) == ([], 1)
    assert box.take() == [b"view"]


def test_who_is_let_go_while_nothing_waits_is_woken_to_go() -> None:
    box = Mailbox()
    socket = Socket(box)
    box.hang_up()
    assert socket.woken == 1
    with pytest.raises(Overflow):
        box.take()


def test_a_socket_that_is_gone_is_neither_written_to_nor_woken() -> None:
    box = Mailbox()
    socket = Socket(box)
    box.shut()
    box.put(b"1")
    box.put_view(b"view")
    assert (socket.took, socket.woken) == ([], 0)
