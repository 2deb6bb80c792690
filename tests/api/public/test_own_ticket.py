"""A customer gives up, or lets others pass, from their own phone: the token is the right to it (5.10)."""

from server.api.public.own_ticket import WISHES_A_MINUTE
from tests.hall_here import HereHall


async def test_whoever_holds_the_token_lets_three_pass_once_and_gives_up(hall: HereHall) -> None:
    tokens = [(await hall.issue())["token"] for _ in range(5)]
    mine = f"/api/ticket/{tokens[0]}"
    assert (await hall.http.get(mine)).json()["may_give_way"] is True
    now = (await hall.http.post(f"{mine}/later")).json()
    assert (now["ahead"], now["may_give_way"], now["may_cancel"]) == (3, False, True)
    again = await hall.http.post(f"{mine}/later")
    assert (again.status_code, again.json()["ahead"]) == (200, 3)  # the same wish said twice
    gone = (await hall.http.post(f"{mine}/cancel")).json()
    assert (gone["state"], gone["may_cancel"]) == ("cancelled", False)


async def test_with_nobody_behind_the_one_chance_is_kept(hall: HereHall) -> None:
    token = (await hall.issue())["token"]
    no = await hall.http.post(f"/api/ticket/{token}/later")
    assert (no.status_code, no.json()["code"]) == (409, "nobody_behind")
    assert "机会给您留着" in no.json()["text"]["zh"]
    await hall.issue()
    yes = await hall.http.post(f"/api/ticket/{token}/later")
    assert (yes.status_code, yes.json()["ahead"], yes.json()["may_give_way"]) == (200, 1, False)


async def test_who_is_called_can_no_longer_give_up_and_hears_why(hall: HereHall) -> None:
    token = (await hall.issue())["token"]
    await hall.do("open_counter", counter="1")
    await hall.do("call_next", counter="1")
    no = await hall.http.post(f"/api/ticket/{token}/cancel")
    assert (no.status_code, no.json()["code"]) == (409, "wrong_state")
    waiting = (await hall.issue())["token"]
    called = (await hall.http.get(f"/api/ticket/{waiting}")).json()["now_calling"]
    assert [one["number"] for one in called] == ["A001"]


async def test_a_token_that_is_none_is_not_found_and_one_ticket_is_not_hammered(hall: HereHall) -> None:
    assert (await hall.http.post("/api/ticket/made-up/cancel")).status_code == 404
    token = (await hall.issue())["token"]
    await hall.issue()
    answers = [
        (await hall.http.post(f"/api/ticket/{token}/later")).status_code for _ in range(WISHES_A_MINUTE + 1)
    ]
    assert answers == [200] * WISHES_A_MINUTE + [429]
