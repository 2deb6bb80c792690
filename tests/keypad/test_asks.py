"""One ask at a time, under one name."""

from counter_client.keypad.asks import PATIENCE, Asks, Wish

CALL = Wish(action="next", command={"type": "call_next", "counter": "1"})
RECALL = Wish(action="recall", command={"type": "recall", "counter": "1"})
IDLE, CALLING = ("open_idle", None), ("calling", ("t1", 0))


def asks() -> Asks:
    names = iter("abcdef")
    return Asks(lambda: next(names))


def test_an_ask_carries_its_name() -> None:
    assert asks().add(CALL, IDLE, 0) == {"id": "a", "type": "call_next", "counter": "1"}


def test_only_its_own_answer_ends_it() -> None:
    open_asks = asks()
    open_asks.add(CALL, IDLE, 0)
    assert open_asks.answered("z") is None
    assert open_asks.waiting is CALL
    assert open_asks.answered("a") is CALL
    assert open_asks.waiting is None
    assert open_asks.answered("a") is None


def test_it_is_sent_again_only_while_the_counter_stands_as_it_did() -> None:
    open_asks = asks()
    first = open_asks.add(CALL, IDLE, 0)
    assert open_asks.again(IDLE) == first
    assert open_asks.again(CALLING) is None
    assert open_asks.waiting is None
    assert open_asks.again(IDLE) is None


def test_it_is_given_up_after_thirty_seconds() -> None:
    open_asks = asks()
    open_asks.add(CALL, IDLE, 5)
    assert open_asks.overdue(5 + PATIENCE) is None
    assert open_asks.overdue(5.1 + PATIENCE) is CALL
    assert open_asks.waiting is None


def test_given_up_and_pressed_again_keeps_the_name_until_the_counter_moves() -> None:
    open_asks = asks()
    open_asks.add(CALL, IDLE, 0)
    open_asks.overdue(PATIENCE + 1)
    assert open_asks.add(CALL, IDLE, 40)["id"] == "a"
    open_asks.overdue(80)
    assert open_asks.add(RECALL, CALLING, 80)["id"] == "b"
    open_asks.overdue(120)
    open_asks.moved_on()
    assert open_asks.add(RECALL, CALLING, 120)["id"] == "c"
