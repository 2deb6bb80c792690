"""The first set-up: an empty folder becomes a hall by the browser alone, and only for who holds the code."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from server.domain.config.chinese_alone import slip_of
from server.domain.text import Text
from tests.hall_here import HereHall, here_hall
from tests.hall_made import PASSWORD, Message, bearer

WANTED = {
    "pack": "gas",
    "name": {"zh": "城南燃气营业厅", "en": "South Gas Hall"},
    "hours": "08:30-17:00",
    "login": "8001",
    "person": "周敏",
    "password": PASSWORD,
}


@pytest.fixture
async def empty(tmp_path: Path) -> AsyncIterator[HereHall]:
    async with here_hall(tmp_path / "new") as hall:
        yield hall


async def make(hall: HereHall, **changed: Any) -> tuple[int, Message]:
    body = {"code": hall.house.first.code, **WANTED, **changed}
    answer = await hall.http.post("/api/setup/first", json=body)
    return answer.status_code, answer.json()


async def test_an_empty_folder_becomes_a_hall_and_its_master_is_logged_in(empty: HereHall) -> None:
    shown = (await empty.http.get("/api/setup/first")).json()
    assert shown["needed"]
    assert {"id": "gas", "hours": "08:30-17:00"}.items() <= next(
        p for p in shown["packs"] if p["id"] == "gas"
    ).items()
    status, body = await make(empty)
    assert (status, body["actor"]["role"], body["actor"]["name"]) == (200, "admin", "周敏")
    setup = await empty.http.get("/api/setup", headers=bearer(body["token"]))
    assert setup.json()["config"]["name"]["zh"] == "城南燃气营业厅"
    assert setup.json()["config"]["hours"] == {"opens": "08:30", "closes": "17:00"}
    assert (await empty.http.get("/api/hall")).json()["name"]["zh"] == "城南燃气营业厅"


async def test_it_is_done_once(empty: HereHall) -> None:
    await make(empty)
    assert (await make(empty))[1]["code"] == "code_expired"
    assert (await empty.http.get("/api/setup/first")).json() == {"needed": False, "packs": [], "form": []}


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"code": "ACDEFG"}, "wrong_code"),
        ({"password": "12345678"}, "weak_password"),
        ({"hours": "17:00-08:30"}, "config_invalid"),
        ({"name": {"zh": "", "en": ""}}, "config_invalid"),
        ({"pack": "bakery"}, "config_invalid"),
    ],
)
async def test_what_is_wrong_is_told_and_nothing_is_made(
    empty: HereHall, changed: Message, code: str
) -> None:
    status, body = await make(empty, **changed)
    assert (status >= 400, body["code"]) == (True, code)
    assert empty.hall.config is None
    assert (await make(empty))[0] == 200


async def test_the_code_cannot_be_guessed_by_trying(empty: HereHall) -> None:
    said = [(await make(empty, code=f"{n:012}"))[1]["code"] for n in range(12)]
    assert said.count("wrong_code") == 10
    assert said[-1] == "locked_out"


async def judged(hall: HereHall, password: str) -> tuple[int, Message]:
    answer = await hall.http.post("/api/setup/first/password", json={"login": "8001", "password": password})
    return answer.status_code, answer.json()


async def test_a_password_is_judged_while_it_is_typed_and_only_until_the_hall_is_made(
    empty: HereHall,
) -> None:
    assert (await judged(empty, "12345678"))[1] == {
        "level": 1,
        "fits": False,
        "text": {"zh": "太容易被猜到，请换一个", "en": "Too easy to guess; choose another"},
    }
    assert (await judged(empty, PASSWORD))[1]["fits"]
    await make(empty)
    status, body = await judged(empty, PASSWORD)
    assert (status >= 400, body["code"]) == (True, "code_expired")


async def test_before_it_the_hall_answers_calmly(empty: HereHall) -> None:
    assert (await empty.http.get("/health")).status_code == 200
    assert (await empty.http.get("/api/hall")).json()["name"] is None
    status, body = await empty.post(empty.admin, "issue_ticket", service="pay")
    assert (status, body["code"]) == (503, "no_hall")
    setup = await empty.http.get("/api/setup", headers=bearer(empty.admin))
    assert setup.json()["code"] == "no_hall"


async def test_hours_are_judged_while_they_are_typed_as_the_hall_itself_would(empty: HereHall) -> None:
    async def said(opens: str, closes: str) -> Any:
        asked = {"opens": opens, "closes": closes}
        return (await empty.http.post("/api/setup/first/hours", json=asked)).json()

    assert (await said("08:30", "17:00")) == {"problem": None}
    assert "08:30" in (await said("17:00", "08:30"))["problem"]["zh"]
    assert "8:3" in (await said("8:3", "17:00"))["problem"]["en"]
    await make(empty)
    assert (await said("08:30", "17:00"))["code"] == "code_expired"


async def test_a_hall_that_asks_for_chinese_alone_has_it_and_can_have_the_packs_english_later(
    empty: HereHall,
) -> None:
    status, _ = await make(empty, languages="zh", name={"zh": "城南燃气营业厅", "en": ""})
    setup = empty.hall.setup
    assert (status, setup.languages, setup.chinese_alone) == (200, "zh", True)
    assert slip_of(setup).languages == "zh"
    assert setup.name == Text("城南燃气营业厅", "")
    assert all(service.name.en for service in setup.services)
    assert (await empty.http.get("/api/hall")).headers["content-language"] == "zh-CN"


async def test_unless_asked_a_hall_speaks_both_languages(empty: HereHall) -> None:
    await make(empty)
    setup = empty.hall.setup
    assert (setup.languages, setup.chinese_alone, slip_of(setup).languages) == ("both", False, "both")
    assert all(service.name.en for service in setup.services)
