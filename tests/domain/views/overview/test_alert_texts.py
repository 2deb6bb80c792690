"""Every alert the code can raise has its words, and none shows a code, an id, a path or a package."""

import ast
import re
from itertools import product
from pathlib import Path

import pytest

from server.devices.printers import TROUBLES
from server.domain.equipment.follow import OF_SLIPS
from server.domain.equipment.rules import ALARMING
from server.domain.hall import Alert
from server.domain.text import Text
from server.domain.views.overview.alert_texts import (
    ALERTS,
    CAUSES,
    FAULTS,
    SILENT,
    UNKNOWN,
    VOICES,
    explained,
    headline,
)
from tests.builders import MORNING, Story, a_hall

SERVER = Path(__file__).parents[4] / "server"
RAISING = {"RaiseAlert", "AlertRaised", "raised"}
DEVICES = ("printer", "strip", "voice")
# What a technician reads and nobody else: a code, an id, a path, a package, a command.
TECHNICAL = re.compile(r"[a-z]+_[a-z]+|\b(kiosk|lobby|window)[-:]\w|/[a-z]+/|\bpip\b|\[|\.py\b|person:")
NASTY = (
    "neural_zh: install it with pip install 'hallqueue[voice-zh]'; pyttsx3: /usr/lib/espeak-ng: no such file",
    "/var/lib/hallqueue/hall.sqlite3: read-only",
    "no:port is no host:port",
    "kiosk-5",
    "paper_out_of_stock",
    "x" * 400,
    "",
)
SUBJECTS = ("kiosk-5", "main", "reception", "lobby:tv-7", "window:99", "K1", "printer:K1", "hall", "zone_a")


def constants(tree: ast.Module) -> dict[str, str]:
    """A module's own words, those it gives several names at once included."""
    found: dict[str, str] = {}
    for node in tree.body:
        if isinstance(node, ast.Assign):
            for target in node.targets:
                names = target.elts if isinstance(target, ast.Tuple) else [target]
                values = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
                if len(names) == len(values):
                    for name, value in zip(names, values, strict=True):
                        if isinstance(name, ast.Name) and isinstance(value, ast.Constant):
                            found[name.id] = str(value.value)
    return found


def name_of(called: ast.Call) -> str:
    return str(getattr(called.func, "id", getattr(called.func, "attr", "")))


def kind_of(called: ast.Call, words: dict[str, str]) -> str:
    """What a call raises, as far as it stands there; "" where it is a variable."""
    for keyword in called.keywords:
        if keyword.arg == "kind" and isinstance(keyword.value, ast.Constant):
            return str(keyword.value.value)
        if keyword.arg == "kind" and isinstance(keyword.value, ast.Name):
            return words.get(keyword.value.id, "")
    return ""


def own_kinds(tree: ast.Module, words: dict[str, str]) -> set[str]:
    """Of a watcher that lists what it raises and clears."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "OWN":
            kinds = node.value.elts if isinstance(node.value, ast.Tuple) else []
            return {k.value if isinstance(k, ast.Constant) else words[ast.unparse(k)] for k in kinds}
    return set()


def kinds_in_the_code() -> set[str]:
    texts = [p.read_text(encoding="utf-8") for p in sorted(SERVER.rglob("*.py"))]
    trees = [ast.parse(text) for text in texts]
    words = {name: word for tree in trees for name, word in constants(tree).items()}
    raise_some = [
        tree for tree, text in zip(trees, texts, strict=True) if any(word in text for word in RAISING)
    ]
    nodes = (node for tree in raise_some for node in ast.walk(tree))
    calls = [node for node in nodes if isinstance(node, ast.Call) and name_of(node) in RAISING]
    found = {kind_of(called, words) for called in calls}.union(*(own_kinds(tree, words) for tree in trees))
    # A person raises one by hand, and what stands in a slip's way is chosen by its state.
    found |= {"guide_called", *OF_SLIPS}
    return found - {""} | {shape.format(kind=kind) for shape in ALARMING.values() for kind in DEVICES}


def test_every_alert_the_code_can_raise_has_its_words() -> None:
    """C15."""
    kinds = kinds_in_the_code()
    assert {"guide_called", "pause_long", "part_failed", "slip_unknown", "gift_low", "plan_waits"} <= kinds
    assert kinds <= ALERTS.keys()


@pytest.mark.parametrize("trouble", TROUBLES)
def test_whatever_ails_a_printer_has_its_words(trouble: str) -> None:
    assert CAUSES[trouble].zh
    assert CAUSES[trouble].en


@pytest.mark.parametrize("kind", [*ALERTS, "no_such_kind"])
def test_no_alert_shows_anything_technical(kind: str) -> None:
    """C15: whatever a part of the program put into subject and detail."""
    of_people = kind in (
        "pause_long",
        "plan_waits",
        "room_unmanned",
        "terminal_faulty",
    )  # what a person typed is shown as it is
    given = dict.fromkeys(("slip_unknown", "slip_failed", "notice_failed"), "A001")
    given |= {"sent_away": "40", "gift_low": "热水壶"}
    hall = a_hall()
    for subject, detail in product(SUBJECTS, ("系统升级",) if of_people else NASTY):
        said = given.get(kind, subject)
        alert = Alert(id=f"{kind}/x", kind=kind, subject=said, detail=detail, raised_at=MORNING)
        head, more = headline(hall, alert), explained(hall, alert)
        assert head.zh
        assert head.en
        for words in (head.zh, head.en, more.zh, more.en):
            assert not TECHNICAL.search(words), words
            assert len(words) < 300


def test_every_text_is_in_both_languages_and_says_where() -> None:
    texts = [w.text for w in ALERTS.values()] + [
        *CAUSES.values(),
        *VOICES.values(),
        *SILENT.values(),
        UNKNOWN,
    ]
    for text in texts:
        assert text.zh
        assert text.en
        assert ("{at}" in text.zh) == ("{at}" in text.en)


def test_names_are_those_of_the_hall() -> None:
    story = Story("1")
    now = story.now

    def said(kind: str, subject: str, detail: str = "") -> tuple[Text, Text]:
        alert = Alert(id=f"{kind}/{subject}", kind=kind, subject=subject, detail=detail, raised_at=now)
        return headline(story.hall, alert), explained(story.hall, alert)

    assert said("pause_long", "3", "开会")[0].zh == "3 号窗口暂停很久了"
    assert said("guide_called", "kiosk-5")[0] == Text(
        "顾客在取号机呼叫引导员", "A customer calls for help at the kiosk"
    )
    assert said("nobody_calls", "A", "A001")[0].zh.startswith("“缴费”有客户在等")
    assert said("voice_near_end", "voice", "neural_zh: pip install x")[1].zh.startswith("不能用：自然语音。")
    assert said("plan_waits", "p1", "还有人在办\nsomebody is served")[1].en == "somebody is served"
    assert said("gift_low", "水", "3")[1] == Text("还剩 3 件", "3 left")


@pytest.mark.row("Q19")
def test_a_terminals_fault_is_said_in_both_languages_as_the_tablet_offers_it() -> None:
    tablet = SERVER.parent / "counter_client" / "guide"
    offered = [
        re.findall(r'fault_\w+: "([^"]*)"', (tablet / f"texts_{language}.ts").read_text())
        for language in ("zh", "en")
    ]
    assert [Text(*words) for words in zip(*offered, strict=True)] == list(FAULTS)
    alert = Alert(id="1", kind="terminal_faulty", subject="T1", detail="缺纸", raised_at=MORNING)
    assert explained(a_hall(), alert) == Text("缺纸", "No paper")
