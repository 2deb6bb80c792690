"""Sounds and slips by names nobody can guess or walk out of."""

import wave
from io import BytesIO
from pathlib import Path

from server.devices.printers import PrinterConfig
from tests.hall_server import HereHall, here_hall, until

VIRTUAL = (PrinterConfig(id="K1", kind="virtual"),)
OUTSIDE = (
    "..%2fhall.sqlite3",
    "..%2f..%2f..%2f..%2fetc%2fpasswd",
    "%2e%2e%2fhall",
    "....%2f%2fhall",
    "..%5chall",
    "x%00y",
    "a" * 300,
    "%20",
)


async def test_nobody_walks_out_of_the_folders(hall: HereHall) -> None:
    (hall.house.settings.data / "secret.png").write_bytes(b"x")
    (hall.house.settings.data / "secret.wav").write_bytes(b"x")
    for name in (*OUTSIDE, "..%2fsecret", "../secret"):
        for path in (f"/slips/{name}.png", f"/sounds/{name}.wav"):
            answer = await hall.http.get(path)
            assert (answer.status_code, answer.json()["code"]) == (404, "not_found"), path


async def test_the_virtual_printers_slips_are_listed_newest_first(data: Path) -> None:
    async with here_hall(data, printers=VIRTUAL) as hall:
        assert (await hall.http.get("/api/slips")).json() == []
        kiosk = hall.token("kiosk")
        for n in (1, 2):
            await hall.post(kiosk, "issue_ticket", service="pay")
            await until(lambda n=n: len(list(hall.house.settings.slips.glob("*.png"))) == n)
        listed = (await hall.http.get("/api/slips")).json()
        assert len(listed) == 2
        assert listed[0]["at"] >= listed[1]["at"]
        picture = await hall.http.get(listed[0]["url"])
        assert picture.headers["content-type"] == "image/png"
        assert picture.content.startswith(b"\x89PNG")


async def test_a_slip_that_is_tidied_away_meanwhile_is_left_out(hall: HereHall) -> None:
    slips = hall.house.settings.slips
    slips.mkdir(exist_ok=True)
    (slips / "here.png").write_bytes(b"x")
    (slips / "gone.png").symlink_to(slips / "nowhere")  # there when listed, gone when looked at
    listed = await hall.http.get("/api/slips")
    assert [slip["url"] for slip in listed.json()] == ["/slips/here.png"]


async def test_the_kiosk_can_say_what_it_shows(data: Path) -> None:
    async with here_hall(data, voices=("pyttsx3",)) as hall:
        for language in ("zh", "en"):
            said = await hall.http.get(f"/api/speech/home?lang={language}", timeout=30)
            assert said.headers["content-type"] == "audio/wav"
            with wave.open(BytesIO(said.content)) as sound:
                assert sound.getnframes() > sound.getframerate()


async def test_what_cannot_be_said_is_not_found(hall: HereHall) -> None:
    for path in ("/api/speech/ghost", "/api/speech/home"):
        assert (await hall.http.get(path)).status_code == 404
