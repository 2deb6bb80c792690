"""Printers on the set-up page: a test slip on real bytes, the slip as a picture, how they are."""

import io
from pathlib import Path

import pytest
from PIL import Image

from server.api.setup.printers import FoundPrinter, shown
from server.devices.printing.printer_search import Found
from server.domain.views.overview.alert_texts import CAUSES
from tests.devices.tcp_printer import plugged_in
from tests.hall_here import HereHall, here_hall
from tests.hall_made import Message, bearer
from tests.watchers.devices.test_print_slips import printer_at


async def test(hall: HereHall, **printer: object) -> Message:
    body = {"printer": {"id": "K9", "kind": "tcp", "mode": "text", **printer}}
    answer = await hall.http.post("/api/printers/test", json=body, headers=bearer(hall.admin))
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


test.__test__ = False  # type: ignore[attr-defined]  # it asks for a test slip


async def test_a_test_slip_comes_out_of_a_printer_that_is_not_yet_the_halls(hall: HereHall) -> None:
    async with plugged_in() as device:
        said = await test(hall, address=f"127.0.0.1:{device.port}")
        nothing = {"zh": "", "en": ""}
        assert (said["outcome"], said["detail"], said["text"]) == ("printed", "", nothing)
        assert (said["sentence"]["zh"], said["advice"]) == ("打印机回答：已打印。", nothing)
        assert "测试" in device.slips[0].decode("gb18030", "replace")


@pytest.mark.parametrize(
    ("ill", "outcome", "detail"),
    [({"paper_out": True}, "held", "paper_out"), ({"hangs_up_after": 60}, "unknown", "offline")],
)
async def test_a_test_slip_says_what_is_wrong(
    hall: HereHall, ill: Message, outcome: str, detail: str
) -> None:
    async with plugged_in() as device:
        device.turn(**ill)
        said = await test(hall, address=f"127.0.0.1:{device.port}")
        assert said["outcome"] == outcome
        assert said["detail"] in (detail, "no_answer")
        assert said["text"]["zh"] in (CAUSES[detail].zh, CAUSES["no_answer"].zh)
        assert said["text"]["zh"] in said["sentence"]["zh"] or outcome == "unknown"
        assert ("请检查" in said["advice"]["zh"]) is (outcome == "held")


async def test_what_the_slip_looks_like_changes_one_thing_of_the_printer(hall: HereHall) -> None:
    asked = {"printer": {"id": "K9", "kind": "tcp"}, "answer": "pale", "outcome": "sent"}
    for who, status in ((hall.admin, 200), (hall.token("clerk"), 403)):
        answer = await hall.http.post("/api/printers/test/seen", json=asked, headers=bearer(who))
        assert answer.status_code == status
        if status == 200:
            step = answer.json()
    assert (step["next"], step["printer"]["density"]) == ("again", 2)
    assert step["advice"]["zh"].startswith("调深一些")


async def test_an_address_that_is_none_is_told(hall: HereHall) -> None:
    assert (await test(hall, address="127.0.0.1:99999"))["outcome"] == "misconfigured"
    assert (await test(hall, kind="laser", address=""))["outcome"] == "misconfigured"


async def test_how_the_printers_are(data: Path) -> None:
    async with plugged_in() as device, here_hall(data, printers=printer_at(device)) as hall:
        states = (await hall.http.get("/api/printers", headers=bearer(hall.admin))).json()
        assert [s["id"] for s in states] == ["K1"]


@pytest.mark.parametrize("dots", [576, 384])
async def test_the_slip_is_shown_as_it_would_be_printed(hall: HereHall, dots: int) -> None:
    sizes = []
    for template in ({}, {"foot": {"zh": "谢谢光临", "en": "Thank you"}, "large": True}):
        answer = await hall.http.post(
            "/api/slip/preview", json={"template": template, "dots": dots}, headers=bearer(hall.admin)
        )
        assert answer.headers["content-type"] == "image/png"
        sizes.append(Image.open(io.BytesIO(answer.content)).size)
    assert {width for width, _ in sizes} == {dots}
    assert sizes[1][1] > sizes[0][1]


async def test_a_logo_that_is_gone_is_told(hall: HereHall) -> None:
    body = {"template": {"logo": "0" * 64 + ".png"}}
    answer = await hall.http.post("/api/slip/preview", json=body, headers=bearer(hall.admin))
    assert answer.json()["code"] == "config_invalid"


async def test_only_who_sets_the_hall_up_tries_printers(hall: HereHall) -> None:
    token = bearer(hall.token("clerk"))
    for method, path in (("GET", "/api/printers"), ("GET", "/api/printers/found")):
        assert (await hall.http.request(method, path, headers=token)).status_code == 403


def test_a_printer_that_was_found_is_shown_with_the_width_it_seems_to_have() -> None:
    found = Found(kind="tcp", address="192.168.1.50:9100", model="TM-T82", answers=True, guess_dots=576)
    assert shown(found) == FoundPrinter(
        kind="tcp", address="192.168.1.50:9100", model="TM-T82", answers=True, dots=576
    )


async def test_letters_are_known_before_they_are_printed(hall: HereHall) -> None:  # C23
    asked = {"letters": "请㮾⚡\ue000"}
    answer = await hall.http.post("/api/slip/letters", json=asked, headers=bearer(hall.admin))
    assert answer.json() == {"missing": "\ue000", "pictures_only": "㮾⚡\ue000"}
    assert (await hall.http.post("/api/slip/letters", json=asked)).status_code in (401, 403)
    too_many = await hall.http.post(
        "/api/slip/letters", json={"letters": "a" * 501}, headers=bearer(hall.admin)
    )
    assert too_many.status_code in (400, 422)
