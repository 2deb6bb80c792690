"""A little of everything strange, the same each time; `tests/drills/test_fuzz_*.py` try much more."""

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.fuzzing import Kept, fuzz
from tests.fuzzing_files import hall_files, media, read_or_refused
from tests.fuzzing_frames import Frame, answers, frames, talk
from tests.hall_here import HereHall
from tests.hall_made import bearer

SOME: dict[str, Any] = {
    "database": None,
    "derandomize": True,
    "phases": [Phase.generate],
    "suppress_health_check": list(HealthCheck),
}
A_FEW = ("/api/setup", "/api/reports", "/api/commands/issue_ticket", "/api/commands/suspend_service")


@pytest.mark.parametrize("role", ["", "admin"])
async def test_no_request_finds_a_fault(hall: HereHall, description: dict[str, Any], role: str) -> None:
    found = await fuzz(hall, description, role, 1, A_FEW)
    assert not found, "\n".join(found)


def drawn(strategy: st.SearchStrategy[Any], examples: int) -> list[Any]:
    found: list[Any] = []

    @settings(max_examples=examples, **SOME)
    @given(value=strategy)
    def draw(value: Any) -> None:
        found.append(value)

    draw()
    return found


async def test_no_frame_finds_a_fault(hall: HereHall, caplog: pytest.LogCaptureFixture) -> None:
    kept = Kept()
    caplog.handler.addFilter(lambda record: kept.emit(record) or True)
    hellos = [None, *({"token": hall.token(role, "1"), "screen": s} for role, s in SCREENS)]
    for nth, sent in enumerate(drawn(st.lists(frames, min_size=1, max_size=6), 20)):
        await heard_out(hall, sent, hellos[nth % len(hellos)])
    assert not kept.tracebacks
    assert (await hall.issue())["number"]


SCREENS = (("kiosk", "kiosk"), ("admin", "manager"), ("admin", "counter"), ("lobby_board", "lobby"))


async def heard_out(hall: HereHall, sent: list[Frame], hello: dict[str, Any] | None) -> None:
    """Whoever says nothing sensible is refused or shown out, never left without a word or with half a one."""
    got = await talk(hall, sent, {"place": "1", **hello} if hello else None)
    for answer in answers(got):
        assert answer["type"] == "done" or (answer["code"] != "broken" and answer["text"]["zh"])
    too_large = any(len(frame) > 65_536 for frame in sent)
    assert too_large or answers(got)


@settings(max_examples=30, **SOME)
@given(text=hall_files())
def test_no_hall_file_finds_a_fault(text: str) -> None:
    read_or_refused(text)


async def test_no_picture_or_film_finds_a_fault(hall: HereHall) -> None:
    for data in drawn(media(), 20):
        answer = await hall.http.post("/api/media", content=data, headers=bearer(hall.admin))
        assert answer.status_code in (200, 413, 415, 422), answer.text
