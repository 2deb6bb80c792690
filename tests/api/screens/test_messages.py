"""What the socket says, as old pages know it."""

import json
from typing import Any

from server.access.actors import Actor
from server.api.answering.errors import problem, problem_of
from server.api.health.safety import Trouble
from server.api.screens.messages import Beat, NewToken, Welcome, bye, refused, written
from server.domain.config.soundness.problems import say
from server.domain.config.soundness.soundness import problems
from server.domain.setup.refusals import Unsound
from server.domain.text import Text
from tests.builders import a_config
from tests.hall_made import NOW

SAID: Any = {"build": "b", "zone": "Asia/Shanghai", "languages": "both"}


def test_a_welcome_says_who_one_is_and_what_time_it_is() -> None:
    me = Actor(id="device:k1", kind="device", role="kiosk", name="K1")
    said = json.loads(written(Welcome(protocol=1, time=NOW, actor=me, **SAID)))
    assert list(said) == ["type", "protocol", "build", "time", "zone", "languages", "actor"]
    assert (said["type"], said["time"]) == ("welcome", "2026-03-02T01:00:00+00:00")
    assert said["actor"]["id"] == "device:k1"


def test_a_beat_tells_what_is_wrong() -> None:
    faults = (Trouble(code="disk_low", text=Text("磁盘", "disk")),)
    said = json.loads(written(Beat(seq=7, epoch=1, time=NOW, faults=faults, **SAID)))
    assert list(said) == ["type", "seq", "epoch", "time", "build", "zone", "languages", "faults"]
    assert said["faults"] == [{"code": "disk_low", "text": {"zh": "磁盘", "en": "disk"}}]


def test_a_refusal_carries_the_name_of_what_was_asked() -> None:
    why = problem("unknown_command", type="x")
    said = json.loads(written(refused(why, "k7")))
    assert (said["type"], said["id"], said["code"]) == ("refused", "k7", "unknown_command")
    assert said["problems"] == []
    last = json.loads(written(bye(why)))
    assert last == {"type": "bye", "code": why.code, "text": said["text"], "fields": {"type": "x"}}


def test_a_refused_set_up_is_told_with_every_problem() -> None:
    config = a_config(routing="by_lottery", phone="x" * 500)
    found = problems(config)
    why = problem_of(Unsound([*found, say("timezone", "timezone", said="Mars")], config))
    said = json.loads(written(refused(why, "k7")))
    assert [p["where"] for p in said["problems"]] == ["phone", "timezone"]
    assert said["problems"][1]["place"]["zh"] == "时区"


def test_a_new_token_is_handed_over_whole() -> None:
    assert json.loads(written(NewToken(token="t"))) == {"type": "token", "token": "t"}
