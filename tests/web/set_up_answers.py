"""What a hall answers to its set-up page, for the tests of that page in Node: asked, not invented."""

import json
from pathlib import Path
from typing import Any

from tests.hall_here import HereHall, here_hall
from tests.hall_made import bearer

Answers = dict[str, Any]
READ = ("setup", "setup/form", "setup/history", "people", "me", "devices", "pairing", "printers", "voice")


async def keep_answers(data: Path, bare: Path, file: Path) -> None:
    """`data`: a hall; `bare`: a folder where none was set up yet."""
    async with here_hall(data) as hall:
        answers = await _of_a_hall(hall)
    async with here_hall(bare) as hall:
        answers["/api/setup/first"] = (await hall.http.get("/api/setup/first")).json()
    file.write_text(json.dumps(answers, ensure_ascii=False), "utf-8")


async def _of_a_hall(hall: HereHall) -> Answers:
    token = bearer(hall.token("hall_manager"))

    async def get(address: str) -> Any:
        return (await hall.http.get(address, headers=token)).raise_for_status().json()

    async def post(address: str, **body: object) -> Any:
        return (await hall.http.post(address, json=body, headers=token)).raise_for_status().json()

    answers = {f"/api/{path}": await get(f"/api/{path}") for path in (*READ, "access_record")}
    config = answers["/api/setup"]["config"]
    changed = config | {"phone": "95500"}
    named = [{"id": one["id"], "name": one["name"]["zh"]} for one in config["counters"]]
    return answers | {
        "/api/setup/draft": await post("/api/setup/draft", base=config, config=changed, confirmed=[]),
        "/api/setup/days": await post("/api/setup/days", config=config, first="2024-07-01", days=31),
        "/api/voice/names": await post(
            "/api/voice/names", counters=named, lexicon=[], one=config["voice"]["one"]
        ),
        "/api/slip/letters": await post("/api/slip/letters", letters="〇"),
    }
