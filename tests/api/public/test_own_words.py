"""A kiosk says the very thing it shows, and nobody can make it say anything else."""

import wave
from io import BytesIO
from pathlib import Path

from tests.hall_here import HereHall, here_hall
from tests.patience import PATIENCE


async def test_a_business_what_it_needs_and_the_number_are_spoken(data: Path) -> None:
    async with here_hall(data, voices=("pyttsx3",)) as hall:
        ticket = await hall.issue()
        for path in (
            "business/pay",
            "before/pay",
            "group/pay",
            f"number/{ticket['token']}",
            "figure/A",
            "figure/7",
            "control/back",
        ):
            said = await hall.http.get(f"/api/speech/{path}?lang=en", timeout=PATIENCE)
            assert said.headers["content-type"] == "audio/wav", path
            with wave.open(BytesIO(said.content)) as sound:
                assert sound.getnframes() > sound.getframerate() // 4


async def test_what_is_not_the_halls_own_is_not_said(hall: HereHall) -> None:
    for path in (
        "business/ghost",
        "number/made-up",
        "anything/pay",
        "group/ghost",
        "figure/AB",
        "figure/é",
        "control/x",
        "segment/x",
    ):
        assert (await hall.http.get(f"/api/speech/{path}")).status_code == 404
