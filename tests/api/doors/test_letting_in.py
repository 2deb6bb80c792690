from tests.hall_here import HereHall


async def test_every_door_into_the_hall_is_there_and_asks_who_knocks(hall: HereHall) -> None:
    for path in ("/api/me", "/api/people", "/api/devices", "/api/pairing", "/api/pairing/AAAAAA"):
        answer = await hall.http.get(path)
        assert (answer.status_code, answer.json()["code"]) == (401, "wrong_token"), path
