"""A minute's worth at once, then as much as flows in, for each device by itself."""

import pytest

from server.access.actors import Actor
from server.access.refusals import AccessRefused
from server.api.asking import rates
from server.api.asking.rates import ALERTS_A_MINUTE, Rates
from server.domain.config.figures import Figures
from server.domain.queue.commands import CallNext, IssueTicket
from tests.builders import with_figures
from tests.hall_here import HandClock, HereHall

KIOSK = Actor(id="device:k1", kind="device", role="kiosk", name="k1")
OTHER = Actor(id="device:k2", kind="device", role="kiosk", name="k2")
ADMIN = Actor(id="script:load", kind="script", role="admin", name="load")
CONFIG = with_figures(numbers_a_minute=60, asks_a_minute=90)
NUMBER = IssueTicket(service="bill")


def passed(limited: Rates, actor: Actor, tries: int, command: object = NUMBER) -> int:
    """How many of so many asks at one moment get through."""
    through = 0
    for _ in range(tries):
        try:
            limited.check(actor, command, CONFIG)  # type: ignore[arg-type]
        except AccessRefused:
            continue
        through += 1
    return through


def test_a_burst_of_numbers_from_one_kiosk_ends_and_flows_again() -> None:
    """2,064 numbers were given to one kiosk's socket in a burst."""
    hand = HandClock()
    limited = Rates(lambda: hand.at)
    assert passed(limited, KIOSK, 80) == 60
    assert passed(limited, OTHER, 1) == 1, "another kiosk is not kept waiting"
    hand.move(seconds=3)
    assert passed(limited, KIOSK, 10) == 3
    hand.move(minutes=10)
    assert passed(limited, KIOSK, 80) == 60, "never more than a minute's worth"


def test_the_refusal_says_how_long() -> None:
    hand = HandClock()
    limited = Rates(lambda: hand.at)
    passed(limited, KIOSK, 60)
    with pytest.raises(AccessRefused) as refused:
        limited.check(KIOSK, NUMBER, CONFIG)
    assert refused.value.code == "too_much"
    assert refused.value.text.zh == "操作太频繁，请 1 秒后再试"


def test_keys_have_a_rate_of_their_own_and_managers_have_none() -> None:
    hand = HandClock()
    limited = Rates(lambda: hand.at)
    assert passed(limited, KIOSK, 100, CallNext(counter="1")) == 90
    assert passed(limited, ADMIN, 1000) == 1000


def test_memory_does_not_grow_with_the_devices() -> None:
    hand = HandClock()
    limited = Rates(lambda: hand.at)
    for n in range(rates.MOST_BUCKETS + 10):
        limited.check(Actor(id=f"device:{n}", kind="device", role="clerk", name="x"), NUMBER, CONFIG)
    assert len(limited._buckets) <= rates.MOST_BUCKETS


def test_the_usual_rate_stops_the_burst_that_was_seen() -> None:
    assert Figures().numbers_a_minute < 2064  # the burst


async def test_a_kiosk_that_calls_for_help_again_and_again_is_one_alert(hall: HereHall) -> None:
    """C41: 400 calls for help, each about something else."""
    kiosk = hall.token("kiosk", "K1")
    codes = []
    for n in range(ALERTS_A_MINUTE + 4):
        _, body = await hall.post(
            kiosk, "raise_alert", kind="guide_called", subject=f"K{n}", detail="x" * 400
        )
        codes.append(body.get("code", ""))
    assert codes == [""] * ALERTS_A_MINUTE + ["too_much"] * 4
    assert list(hall.hall.alerts) == ["guide_called/K1"]
    await hall.post(hall.token("guide", name="li"), "acknowledge_alert", alert="guide_called/K1")
    hall.clock.move(minutes=1)
    await hall.post(kiosk, "raise_alert", kind="guide_called", subject="")
    assert hall.hall.alerts["guide_called/K1"].acknowledged_by == "", "told again"


async def test_what_was_answered_before_is_answered_again_however_often(hall: HereHall) -> None:
    kiosk = hall.token("kiosk", "K1")
    status, _ = await hall.post(kiosk, "raise_alert", "tap", kind="guide_called", subject="")
    for _ in range(ALERTS_A_MINUTE + 4):
        assert (await hall.post(kiosk, "raise_alert", "tap", kind="guide_called", subject=""))[0] == status
