"""A kiosk says the very thing it shows, and nobody can make it say anything else."""

import wave
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from server.api.public.own_words import Of, words_of
from server.domain.config.pieces.segments import Segment, SegmentRule
from server.domain.setup.commands import ConfigureHall
from server.domain.text import Text
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


@pytest.mark.row("Q38")
async def test_the_papers_that_are_said_are_those_of_who_stands_there(hall: HereHall) -> None:
    licence = Text("营业执照", "Licence")
    offered = Segment(id="company", name=Text("企业客户", "Companies"), at_kiosk=True)
    private = Segment(id="vip", name=Text("贵宾", "VIP"))
    config = replace(
        hall.hall.setup,
        segments=(offered, private),
        segment_rules=tuple(
            SegmentRule(id=f"r{s.id}", segment=s.id, service="", materials=(licence,))
            for s in (offered, private)
        ),
    )
    await hall.house.live.apply(ConfigureHall(config=config), actor="person:1", request="companies")
    said = {
        segment: words_of(hall.hall, Of.BEFORE, "pay", "zh", dict, segment)
        for segment in ("", "company", "vip", "ghost")
    }
    assert "请带：营业执照" in said["company"]
    assert said[""] == said["vip"] == said["ghost"]
    assert "营业执照" not in said[""]
