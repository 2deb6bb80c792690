"""The set-up over HTTP: shown, changed hot, refused with every place, merged, taken back, as a file."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from tests.devices.tcp_printer import plugged_in
from tests.hall_here import HereHall
from tests.hall_made import Message, bearer

Edit = Callable[[Message], object]


async def show(hall: HereHall, token: str = "") -> Message:
    answer = await hall.http.get("/api/setup", headers=bearer(token or hall.admin))
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def change(
    hall: HereHall, edit: Edit, *, base: Message | None = None, **more: Any
) -> tuple[int, Message]:
    """What a page does: load, edit, send both."""
    base = base or (await show(hall))["config"]
    config = copy.deepcopy(base)
    edit(config)
    body = {"id": repr(config)[-40:] + str(hall.hall.seq), "base": base, "config": config, **more}
    answer = await hall.http.post("/api/setup", json=body, headers=bearer(hall.admin))
    return answer.status_code, answer.json()


def recalls(n: int) -> Edit:
    return lambda config: config["figures"].update(max_recall=n)


async def test_the_page_gets_everything_it_needs(hall: HereHall) -> None:
    shown = await show(hall)
    assert shown["config"]["queues"][0]["letter"] == "A"
    assert "A" not in shown["choices"]["letters"]
    assert set("EIOQL").isdisjoint(shown["choices"]["letters"])
    assert shown["choices"]["roles"]["clerk"] == {"zh": "营业员", "en": "Clerk"}
    figure = next(f for f in shown["figures"] if f["name"] == "remedy_threshold_seconds")
    assert (figure["value"], figure["usual"], figure["unit"], figure["row"]) == (1200, 1200, "s", "R05")
    assert (figure["least"], figure["most"]) == (1, 28800)
    assert next(step["step"] for step in shown["ready"]) == "people"


async def test_a_change_holds_at_once_and_says_from_what_to_what(hall: HereHall) -> None:
    async with hall.screen("kiosk", "kiosk") as kiosk:
        status, body = await change(hall, lambda c: c["name"].update(zh="城北营业厅"), note="换牌")
        assert status == 200
        assert body["changes"] == [
            {
                "path": "name",
                "text": body["changes"][0]["text"],
                "before": hall.house.live.hall.config
                and {"zh": "供电公司示范营业厅", "en": body["config"]["name"]["en"]},
                "after": {"zh": "城北营业厅", "en": body["config"]["name"]["en"]},
            }
        ]
        assert body["changes"][0]["text"]["zh"] == "营业厅名称：供电公司示范营业厅 → 城北营业厅"
        await kiosk.see(lambda v: v["hall"]["zh"] == "城北营业厅")
    history = (await hall.http.get("/api/setup/history", headers=bearer(hall.admin))).json()
    assert history[0]["changes"] == body["changes"]
    assert (history[0]["note"], history[0]["can_undo"], history[0]["kind"]) == ("换牌", True, "config")


async def test_every_problem_is_told_at_its_place_and_nothing_is_applied(hall: HereHall) -> None:
    before = hall.hall.config

    def wrong(config: Message) -> None:
        config["queues"][1]["letter"] = config["queues"][0]["letter"]
        config["counters"][0]["profile"] = ""
        config["figures"]["wait_goal_seconds"] = -1
        config["printers"].append({"id": "K1", "kind": "laser", "dots": 576})

    status, body = await change(hall, wrong)
    assert (status, body["code"]) == (409, "config_invalid")
    assert {p["where"] for p in body["problems"]} == {
        "queues[1].letter",
        "counters[0].profile",
        "figures.wait_goal_seconds",
        "printers[0].kind",
    }
    assert all(p["text"]["zh"] and p["text"]["en"] for p in body["problems"])
    assert hall.hall.config is before


@pytest.mark.parametrize(
    ("edit", "where"),
    [
        (lambda c: c["printers"].append({"id": "K1", "kind": "tcp", "dots": 401}), "printers[0].dots"),
        (lambda c: c["figures"].update(max_recall="three"), "figures.max_recall"),
        (lambda c: c["services"][0].update(colour="red"), "services[0].colour"),
    ],
)
async def test_what_has_not_even_the_shape_of_a_set_up_names_the_place(
    hall: HereHall, edit: Edit, where: str
) -> None:
    status, body = await change(hall, edit)
    assert (status, body["problems"][0]["where"]) == (409, where)


async def judge(
    hall: HereHall, edit: Edit, base: Message | None = None, **more: Any
) -> tuple[Message, Message]:
    """A draft and what the hall says of it, as the page asks while somebody types."""
    base = base or (await show(hall))["config"]
    config = copy.deepcopy(base)
    edit(config)
    asked = {"base": base, "config": config, **more}
    answer = await hall.http.post("/api/setup/draft", json=asked, headers=bearer(hall.admin))
    assert answer.status_code == 200, answer.text
    return config, answer.json()


async def test_a_draft_is_judged_while_it_is_typed_and_nothing_is_applied(hall: HereHall) -> None:
    def edit(config: Message) -> None:
        config["hours"] = {"opens": "17:00", "closes": "08:30"}
        config["services"][0]["standard_seconds"] = 240
        config["services"][0]["name"]["zh"] = "缴电费"
        config["lunch"] = {"begins": "12:0", "ends": "13:00"}

    seq = hall.hall.seq
    _, said = await judge(hall, edit)
    assert "业务“缴电费” 标准时长：3 分钟 → 4 分钟" in [change["text"]["zh"] for change in said["changes"]]
    assert [(p["where"], p["place"]["zh"]) for p in said["problems"]] == [
        ("hours", "营业时间"),
        ("lunch", "午休"),
    ]
    assert "08:30" in said["problems"][0]["text"]["zh"]
    assert (said["refusal"], hall.hall.seq) == (None, seq)


async def test_a_draft_that_others_overtook_is_told_its_own_changes_all_the_same(hall: HereHall) -> None:
    base = (await show(hall))["config"]
    await change(hall, recalls(4), base=base)
    _, said = await judge(hall, recalls(5), base)
    assert [change["text"]["zh"] for change in said["changes"]] == ["一次叫号最多重呼次数：3 → 5"]
    assert (said["problems"], said["refusal"]["code"]) == ([], "config_conflict")


async def test_only_who_may_save_has_a_draft_judged(hall: HereHall) -> None:
    config = (await show(hall))["config"]
    asked = {"base": config, "config": config}
    answer = await hall.http.post("/api/setup/draft", json=asked, headers=bearer(hall.token("clerk")))
    assert answer.status_code == 403


async def test_a_problem_is_told_with_its_place_in_words(hall: HereHall) -> None:
    status, body = await change(hall, lambda c: c["counters"][0].update(profile=""))
    assert (status, body["problems"][0]["place"]["zh"]) == (409, "窗口“1 号窗口” 平时的配置")


async def test_a_dry_run_changes_nothing(hall: HereHall) -> None:
    seq = hall.hall.seq
    status, body = await change(hall, recalls(4), dry=True)
    assert (status, body["changes"][0]["after"]) == (200, 4)
    assert hall.hall.seq == seq


async def test_a_dry_run_says_what_stands_in_the_way_as_saving_would(hall: HereHall) -> None:
    await hall.do("open_counter", counter="1")
    taken_out: Edit = lambda c: c["counters"].pop(0)  # noqa: E731
    assert (await change(hall, taken_out, dry=True))[1]["code"] == "config_breaks_counter"
    status, body = await change(hall, taken_out, dry=True, valid_from="2026-03-03")
    assert (status, bool(body["planned"]), hall.hall.plans) == (200, True, {})


async def test_every_door_tells_every_problem(hall: HereHall) -> None:
    config = copy.deepcopy((await show(hall))["config"])
    config["routing"], config["counters"][0]["profile"] = "by_lottery", ""
    _, body = await hall.post(hall.admin, "configure_hall", config=config)
    assert {p["where"] for p in body["problems"]} == {"routing", "counters[0].profile"}


async def test_two_managers_are_merged_or_told(hall: HereHall) -> None:
    base = (await show(hall))["config"]
    assert (await change(hall, recalls(4), base=base))[0] == 200
    status, body = await change(hall, lambda c: c.update(phone="95598-1"), base=base)
    assert (status, body["config"]["figures"]["max_recall"], body["config"]["phone"]) == (200, 4, "95598-1")
    status, body = await change(hall, recalls(5), base=base)
    assert (status, body["code"], body["fields"]["where"]) == (409, "config_conflict", "figures.max_recall")
    assert (await change(hall, recalls(5), base=base, dry=True))[1]["code"] == "config_conflict"
    for where in ("figures.max_recall", "figures"):
        asked = await hall.http.get(
            "/api/setup/last_change", params={"where": where}, headers=bearer(hall.admin)
        )
        assert (asked.json()["name"], "4" in asked.json()["text"]["zh"]) == ("管理员", True), where
    untouched = {"where": "figures.max_recalls"}
    asked = await hall.http.get("/api/setup/last_change", params=untouched, headers=bearer(hall.admin))
    assert asked.json() is None


async def test_a_draft_is_brought_together_with_what_others_changed_and_nothing_is_applied(
    hall: HereHall,
) -> None:
    base = (await show(hall))["config"]
    await change(hall, recalls(4), base=base)
    before = hall.hall.seq
    draft = copy.deepcopy(base)
    draft["phone"], draft["figures"]["max_recall"] = "95598-1", 5
    for wins, left in (("theirs", 4), ("ours", 5)):
        asked = {"base": base, "config": draft, "wins": wins}
        answer = await hall.http.post("/api/setup/together", json=asked, headers=bearer(hall.admin))
        body = answer.json()
        assert (body["draft"]["phone"], body["draft"]["figures"]["max_recall"]) == ("95598-1", left)
        assert body["config"]["figures"]["max_recall"] == 4
    assert hall.hall.seq == before
    clerk = bearer(hall.token("clerk"))
    assert (await hall.http.post("/api/setup/together", json=asked, headers=clerk)).status_code == 403


async def test_a_change_from_tomorrow_begins_tomorrow_and_can_be_dropped(hall: HereHall) -> None:
    status, body = await change(hall, recalls(4), valid_from="2026-03-03", note="试行")
    assert (status, bool(body["planned"])) == (200, True)
    assert (await show(hall))["plans"][0]["valid_from"] == "2026-03-03"
    _, other = await change(hall, lambda c: c.update(phone="1"), valid_from="2026-03-03")
    await hall.do("drop_plan", plan=other["planned"])
    hall.clock.move(days=1)
    await hall.house.time.look()
    config = hall.hall.config
    assert config is not None
    assert (config.figures.max_recall, config.phone) == (4, "95598")
    assert not hall.hall.plans


async def test_a_planned_change_in_a_tickets_way_waits_and_says_so(hall: HereHall) -> None:
    def fewer(config: Message) -> None:
        config["services"] = [s for s in config["services"] if s["id"] != "pay"]
        config["terminals"] = []  # the only one pays

    status, _ = await change(hall, fewer, valid_from="2026-03-03")
    if status != 200:
        pytest.fail("the pack's other services must keep queue A alive")
    hall.clock.move(days=1)
    await hall.issue("pay")
    await hall.house.time.look()
    assert [a.kind for a in hall.hall.alerts.values()] == ["plan_waits"]
    await hall.do("close_day", reason="试")
    await hall.house.time.look()
    assert not hall.hall.plans
    await hall.house.time.look()
    assert not hall.hall.alerts


async def test_what_is_in_use_is_not_taken_out_under_it(hall: HereHall) -> None:
    await hall.do("open_counter", counter="1")
    status, body = await change(hall, lambda c: c["counters"].pop(0))
    assert (status, body["code"]) == (409, "config_breaks_counter")


async def test_a_change_is_taken_back_and_what_came_after_it_stays(hall: HereHall) -> None:
    await change(hall, recalls(4))
    seq = hall.hall.seq
    await change(hall, lambda c: c.update(phone="1"))
    answer = await hall.http.post("/api/setup/undo", json={"id": "u", "seq": seq}, headers=bearer(hall.admin))
    assert answer.status_code == 200
    config = hall.hall.config
    assert config is not None
    assert (config.figures.max_recall, config.phone) == (3, "1")
    history = (await hall.http.get("/api/setup/history", headers=bearer(hall.admin))).json()
    assert history[0]["undoes"] == seq


async def test_what_never_was_cannot_be_taken_back(hall: HereHall) -> None:
    answer = await hall.http.post(
        "/api/setup/undo", json={"id": "u", "seq": 9999}, headers=bearer(hall.admin)
    )
    assert answer.json()["code"] == "nothing_to_undo"


async def test_the_set_up_goes_out_as_a_file_and_comes_back_the_same(hall: HereHall) -> None:
    exported = await hall.http.get("/api/setup/file", headers=bearer(hall.admin))
    assert exported.headers["content-disposition"].endswith('"hall.toml"')
    for text, changes in ((exported.text, 0), (exported.text.replace('"95598"', '"1"'), 1)):
        answer = await hall.http.post("/api/setup/file", json={"text": text}, headers=bearer(hall.admin))
        body = answer.json()
        assert (len(body["changes"]), body["problems"]) == (changes, [])
    broken = await hall.http.post("/api/setup/file", json={"text": "name = ["}, headers=bearer(hall.admin))
    assert broken.json()["code"] == "config_invalid"


async def test_nobody_but_a_manager_sets_the_hall_up(hall: HereHall) -> None:
    for role in ("clerk", "guide", "team_leader", "kiosk"):
        for method, path in (
            ("GET", ""),
            ("POST", ""),
            ("GET", "/history"),
            ("POST", "/undo"),
            ("GET", "/file"),
        ):
            body = {"id": "x", "base": {}, "config": {}} if path == "" else {"id": "x", "seq": 1}
            answer = await hall.http.request(
                method,
                f"/api/setup{path}",
                headers=bearer(hall.token(role)),
                json=body if method == "POST" else None,
            )
            assert answer.status_code == 403, (role, path)
    assert (await hall.http.get("/api/setup")).status_code == 401


async def test_a_code_leads_a_phone_to_a_page(hall: HereHall) -> None:
    assert (await hall.http.get("/api/setup/qr", params={"path": "/kiosk/"})).status_code == 401
    clerk = bearer(hall.token("clerk"))
    assert (await hall.http.get("/api/setup/qr", params={"path": "/"}, headers=clerk)).status_code == 403
    answer = await hall.http.get("/api/setup/qr", params={"path": "/kiosk/"}, headers=bearer(hall.admin))
    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.text.startswith("<svg")


GONE = "0" * 64 + ".png"


async def test_a_logo_that_is_not_there_is_refused_in_words_through_every_door(hall: HereHall) -> None:
    """C04."""
    before = hall.hall.config

    def logo(config: Message) -> None:
        config["slip"]["logo"] = GONE

    status, body = await change(hall, logo)
    assert (status, [p["where"] for p in body["problems"]]) == (409, ["slip.logo"])
    assert "重新上传" in body["problems"][0]["text"]["zh"]
    config = copy.deepcopy((await show(hall))["config"])
    logo(config)
    status, body = await hall.post(hall.admin, "configure_hall", config=config)
    assert (status, body["code"]) == (409, "config_invalid")
    assert hall.hall.config is before


async def test_a_picture_that_vanished_later_is_shown_and_stops_no_other_change(hall: HereHall) -> None:
    """C04."""
    folder = hall.house.settings.media
    folder.mkdir()
    (folder / GONE).write_bytes(b"picture")
    status, _ = await change(hall, lambda c: c["slip"].update(logo=GONE))
    assert status == 200
    (folder / GONE).unlink()
    assert (await show(hall))["ready"][0]["step"] == "media"
    assert (await change(hall, recalls(4)))[0] == 200


def at(address: str) -> Edit:
    printer = {"id": "K9", "kind": "tcp", "dots": 576, "address": address}
    return lambda c: c.update(printers=[*(p for p in c["printers"] if p["id"] != "K9"), printer])


async def test_a_network_printer_is_saved_once_it_has_answered_a_test_slip(hall: HereHall) -> None:
    async with plugged_in() as device:
        address = f"127.0.0.1:{device.port}"
        status, body = await change(hall, at(address))
        assert (status, body["code"]) == (409, "config_invalid")
        assert [p["where"] for p in body["problems"]] == ["printers[0].address"]
        assert address in body["problems"][0]["text"]["zh"]
        status, body = await hall.post(hall.admin, "configure_hall", config=await with_printer(hall, address))
        assert (status, body["code"]) == (409, "config_invalid"), "by no other door either"
        printer = {"id": "K9", "kind": "tcp", "mode": "text", "address": address}
        tried = await hall.http.post(
            "/api/printers/test", json={"printer": printer}, headers=bearer(hall.admin)
        )
        assert tried.json()["outcome"] == "printed"
        assert (await change(hall, at(address)))[0] == 200
        device.power_cut()
        assert (await change(hall, recalls(4)))[0] == 200, "a printer that is off keeps nobody from saving"
        assert (await change(hall, at("127.0.0.1:9")))[0] == 409


async def with_printer(hall: HereHall, address: str) -> Message:
    config: Message = (await show(hall))["config"]
    at(address)(config)
    return config


async def test_who_has_seen_the_slip_may_say_so_and_it_is_on_record(hall: HereHall) -> None:
    status, _ = await change(hall, at("192.168.1.50"), confirmed=["192.168.1.50"])
    assert status == 200
    record = (await hall.http.get("/api/access_record", headers=bearer(hall.admin))).json()
    assert [e["detail"] for e in record if e["what"] == "printer_confirmed"] == ["192.168.1.50"]


async def test_the_servers_own_door_is_nobodys_printer_whoever_confirms_it(hall: HereHall) -> None:
    """C31."""
    own = next(iter(hall.house.settings.own_doors))
    status, body = await change(hall, at(own), confirmed=[own])
    assert (status, [p["where"] for p in body["problems"]]) == (409, ["printers[0].address"])


async def test_the_form_is_for_whoever_sets_up_and_says_what_is_asked(hall: HereHall) -> None:
    assert (await hall.http.get("/api/setup/form")).status_code == 401
    form = (await hall.http.get("/api/setup/form", headers=bearer(hall.admin))).json()
    services = next(field for field in form if field["id"] == "services")
    time = next(field for field in services["fields"] if field["id"] == "standard_seconds")
    assert (time["kind"], time["ends"], time["source"]) == ("span", {"least": 1, "most": 28_800}, "Q34")
    assert services["add"]["zh"] == "加一项业务"
