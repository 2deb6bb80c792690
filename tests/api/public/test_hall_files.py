"""Sounds and slips by names nobody can guess or walk out of."""

import wave
from io import BytesIO
from pathlib import Path

from server.command import making
from server.devices.printers import PrinterConfig
from tests.hall_here import HereHall, here_hall
from tests.hall_made import NOW, bearer
from tests.patience import PATIENCE, until

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
            answer = await hall.http.get(path, headers=bearer(hall.admin))
            assert (answer.status_code, answer.json()["code"]) == (404, "not_found"), path


async def test_the_virtual_printers_slips_are_listed_newest_first(data: Path) -> None:
    async with here_hall(data, printers=VIRTUAL) as hall:
        manager = bearer(hall.token("hall_manager"))
        assert (await hall.http.get("/api/slips", headers=manager)).json() == []
        kiosk = hall.token("kiosk")
        for n in (1, 2):
            await hall.post(kiosk, "issue_ticket", service="pay")
            await until(lambda n=n: len(list(hall.house.settings.slips.glob("*.png"))) == n)
        listed = (await hall.http.get("/api/slips", headers=manager)).json()
        assert len(listed) == 2
        assert listed[0]["at"] >= listed[1]["at"]
        picture = await hall.http.get(listed[0]["url"], headers=manager)
        assert picture.headers["content-type"] == "image/png"
        assert picture.content.startswith(b"\x89PNG")


async def test_a_real_halls_slips_are_for_whoever_sets_it_up_and_a_demos_for_anybody(
    hall: HereHall, tmp_path: Path
) -> None:
    """A slip bears its customer's code, and slips are numbered: whoever may see one sees all."""
    await making.make_demo(tmp_path / "demo", "power", NOW, days=0)
    asked = {"": 401, "kiosk": 403, "clerk": 403, "team_leader": 403, "hall_manager": 200, "admin": 200}
    async with here_hall(tmp_path / "demo") as demo:
        for one, statuses in ((hall, asked), (demo, dict.fromkeys(asked, 200))):
            slips = one.house.settings.slips
            slips.mkdir(exist_ok=True)
            (slips / "000001.png").write_bytes(b"x")
            for role, status in statuses.items():
                headers = bearer(one.token(role, "1")) if role else {}
                for path in ("/api/slips", "/slips/000001.png"):
                    answer = await one.http.get(path, headers=headers)
                    assert answer.status_code == status, (role, path, answer.text)


async def test_a_slip_that_is_tidied_away_meanwhile_is_left_out(hall: HereHall) -> None:
    slips = hall.house.settings.slips
    slips.mkdir(exist_ok=True)
    (slips / "here.png").write_bytes(b"x")
    (slips / "gone.png").symlink_to(slips / "nowhere")  # there when listed, gone when looked at
    listed = await hall.http.get("/api/slips", headers=bearer(hall.admin))
    assert [slip["url"] for slip in listed.json()] == ["/slips/here.png"]


async def test_the_kiosk_can_say_what_it_shows(data: Path) -> None:
    async with here_hall(data, voices=("pyttsx3",)) as hall:
        for language in ("zh", "en"):
            said = await hall.http.get(f"/api/speech/home?lang={language}", timeout=PATIENCE)
            assert said.headers["content-type"] == "audio/wav"
            with wave.open(BytesIO(said.content)) as sound:
                assert sound.getnframes() > sound.getframerate()


async def test_what_cannot_be_said_is_not_found(hall: HereHall) -> None:
    for path in ("/api/speech/ghost", "/api/speech/home"):
        assert (await hall.http.get(path)).status_code == 404
