"""What every answer says to browsers."""

import pytest

from tests.hall_here import HereHall
from tests.hall_made import bearer
from tests.languages import in_chinese_alone

ADDRESSES = (
    "/",
    "/kiosk/",
    "/kiosk",
    "/docs/",
    "/api/docs",
    "/health",
    "/api/hall",
    "/api/nothing",
    "/openapi.json",
    "/static/none.js",
    "/media/none.png",
    "/documents/none.pdf",
    "/api/people",
    "/api/commands/none",
    "/metrics",
)


@pytest.mark.parametrize("path", ADDRESSES)
async def test_every_answer_has_a_policy(hall: HereHall, path: str) -> None:
    answer = await hall.http.get(path, headers=bearer(hall.admin))
    policy = answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy or "default-src 'none'" in policy
    assert "frame-ancestors" in policy
    assert "unsafe-eval" not in policy
    assert "://" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"


async def test_what_is_refused_early_has_it_too(hall: HereHall) -> None:
    answer = await hall.http.post("/api/login", content=b" " * 70_000)
    assert (answer.status_code, answer.headers["x-content-type-options"]) == (413, "nosniff")


async def test_a_page_keeps_its_own_and_has_only_one(hall: HereHall) -> None:
    answer = await hall.http.get("/kiosk/")
    assert answer.headers.get_list("content-security-policy")[0].startswith("default-src 'self'")
    assert len(answer.headers.get_list("content-security-policy")) == 1


async def test_every_answer_says_what_the_hall_speaks_as_soon_as_it_is_settled(hall: HereHall) -> None:
    async def said() -> list[list[str]]:
        answers = [await hall.http.get(path) for path in ("/api/hall", "/api/nothing", "/api/me")]
        return [answer.headers.get_list("content-language") for answer in answers]

    assert await said() == [["zh-CN, en"]] * 3
    await in_chinese_alone(hall)
    assert await said() == [["zh-CN"]] * 3
    await in_chinese_alone(hall, languages="both")
    assert await said() == [["zh-CN, en"]] * 3
    assert "content-language" not in (await hall.http.get("/static/none.js")).headers
