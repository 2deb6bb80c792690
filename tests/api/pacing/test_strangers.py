"""C39: the pace of whoever comes without a token."""

import pytest

from server.access.refusals import AccessRefused
from server.api.pacing.strangers import (
    A_SECOND_OF_ALL,
    BURST_OF_ALL,
    BYTES_EACH,
    MOST_ADDRESSES,
    MOST_WAIT,
    WRONG_TOKEN,
    Strangers,
    token_of,
)
from tests.hall_here import HereHall
from tests.hall_made import bearer


class Time:
    """Steady time that passes only when told, and what was waited for."""

    def __init__(self) -> None:
        self.now, self.waited = 0.0, list[float]()

    def clock(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.waited.append(seconds)


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def strangers(time: Time) -> Strangers:
    return Strangers(time.clock, time.sleep, burst=3, a_second=2)


async def test_a_page_comes_at_once_and_more_in_turn(strangers: Strangers, time: Time) -> None:
    for _ in range(5):
        await strangers.turn("10.0.0.7")
    assert time.waited == [0.5, 1.0]
    await strangers.turn("10.0.0.8")
    assert len(time.waited) == 2
    time.now = 10
    await strangers.turn("10.0.0.7")
    assert len(time.waited) == 2


async def test_who_would_wait_too_long_is_told_at_once_and_takes_no_ones_turn(
    strangers: Strangers, time: Time
) -> None:
    for _ in range(3 + int(MOST_WAIT * 2)):
        await strangers.turn("10.0.0.7")
    for _ in range(50):
        with pytest.raises(AccessRefused) as refused:
            await strangers.turn("10.0.0.7")
    assert refused.value.code == "locked_out"
    time.now = 1
    await strangers.turn("10.0.0.7")


async def test_from_many_addresses_all_strangers_share_one_pace(time: Time) -> None:
    strangers = Strangers(time.clock, time.sleep)
    for n in range(BURST_OF_ALL):
        await strangers.turn(f"10.0.{n // 250}.{n % 250}")
    assert time.waited == []
    await strangers.turn("10.9.9.9")
    assert time.waited == [1 / A_SECOND_OF_ALL]


async def test_what_costs_more_is_paid_by_the_next(strangers: Strangers, time: Time) -> None:
    strangers.charge("10.0.0.7", WRONG_TOKEN)
    await strangers.turn("10.0.0.7", 0)
    assert time.waited == [1.0]
    strangers.charge("10.0.0.7", 1e9)
    time.now = MOST_WAIT + 1
    await strangers.turn("10.0.0.7")  # the debt has a bound
    assert len(time.waited) == 1


async def test_memory_does_not_grow_with_the_addresses(strangers: Strangers) -> None:
    for n in range(MOST_ADDRESSES + 10):
        strangers.charge(str(n), 0)
    assert len(strangers._buckets) == MOST_ADDRESSES


@pytest.mark.parametrize(
    ("said", "token"),
    [(b"Bearer  abc ", "abc"), (b"bearer abc", "abc"), (b"Basic abc", ""), (b"", ""), (b"\xff\xfe", "")],
)
def test_the_token_a_request_shows(said: bytes, token: str) -> None:
    assert token_of({"headers": [(b"host", b"x"), (b"authorization", said)]}) == token
    assert token_of({"headers": []}) == ""


async def test_a_kiosk_passes_however_many_strangers_wait_at_its_own_address(hall: HereHall) -> None:
    kiosk = hall.token("kiosk")
    assert (await hall.post(kiosk, "issue_ticket", service="pay"))[0] == 200
    hall.house.strangers.charge("127.0.0.1", 1e9)
    hall.house.strangers.a_second = 0.001
    answer = await hall.http.get("/api/hall")
    assert (answer.status_code, answer.json()["code"]) == (429, "locked_out")
    assert answer.headers["connection"] == "close"
    hall.clock.move(minutes=30)
    assert (await hall.post(kiosk, "issue_ticket", service="pay"))[0] == 200


async def test_a_large_body_costs_as_much_as_so_many_pages(hall: HereHall) -> None:
    strangers = hall.house.strangers
    strangers.a_second = 0.0001
    before = strangers._of("127.0.0.1").left
    await hall.http.post("/api/login", content=b" " * 4 * BYTES_EACH)
    assert before - strangers._of("127.0.0.1").left == pytest.approx(5, abs=0.1)


async def test_wrong_tokens_and_films_cost_more_than_one_turn(hall: HereHall) -> None:
    strangers = hall.house.strangers
    strangers.a_second = 0.0001  # nothing comes back while this test runs
    before = strangers._of("127.0.0.1").left
    await hall.http.get("/api/me", headers=bearer("made-up"))
    assert before - strangers._of("127.0.0.1").left == pytest.approx(1 + WRONG_TOKEN, abs=0.1)
