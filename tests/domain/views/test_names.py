"""What people call things: never an id, whatever is missing from the set-up."""

from dataclasses import replace

import pytest

from server.domain.config.pieces.boards import Strip
from server.domain.config.pieces.equipment import PrinterConfig
from server.domain.hall import Hall
from server.domain.text import Text
from server.domain.views import names
from tests.builders import a_config, a_hall

IDLE = Text("", "")
CONFIG = a_config(
    printers=(
        PrinterConfig(id="K1", kind="virtual", name=Text("东门", "")),
        PrinterConfig(id="kiosk-5", kind="virtual"),
    ),
    strips=(
        Strip(id="s1", kind="tcp_text", address="10.0.0.7:5000", counter="3"),
        Strip(id="s2", kind="tcp_text", address="10.0.0.8:5000"),
    ),
)


@pytest.mark.parametrize(
    ("said", "zh"),
    [
        (lambda hall: names.counter_name(hall, "3"), "3 号窗口"),
        (lambda hall: names.counter_name(hall, "99"), "窗口"),
        (lambda hall: names.zone_name(hall, "east"), "东区"),
        (lambda hall: names.zone_name(hall, "main"), "等候区"),
        (lambda hall: names.printer_name(hall, "K1"), "东门"),
        (lambda hall: names.printer_name(hall, "kiosk-5"), "打印机 2"),
        (lambda hall: names.printer_name(hall, "gone"), "打印机"),
        (lambda hall: names.strip_name(hall, "s1"), "3 号窗口条屏"),
        (lambda hall: names.strip_name(hall, "s2"), "条屏 2"),
        (lambda hall: names.strip_name(hall, "gone"), "条屏"),
        (lambda hall: names.board_name(hall, "lobby"), "大厅大屏"),
        (lambda hall: names.board_name(hall, "lobby:east"), "东区大屏"),
        (lambda hall: names.board_name(hall, "lobby:tv-7"), "大厅大屏"),
        (lambda hall: names.board_name(hall, "server"), "大厅音箱"),
        (lambda hall: names.board_name(hall, "server:east"), "东区音箱"),
        (lambda hall: names.board_name(hall, "window:3"), "3 号窗口显示屏"),
        (lambda hall: names.board_name(hall, "kiosk:K1"), "东门取号机"),
        (lambda hall: names.board_name(hall, "kiosk:kiosk-5"), "取号机"),
    ],
)
def test_a_name_or_a_plain_word(said: object, zh: str) -> None:
    assert callable(said)
    assert said(a_hall(config=CONFIG)).zh == zh


def test_a_hall_without_a_set_up_has_plain_words() -> None:
    for name in (names.counter_name, names.zone_name, names.printer_name, names.strip_name, names.board_name):
        said = name(Hall(), "x1")
        assert said.zh
        assert "x1" not in said.zh + said.en


def test_an_english_name_is_missing_only_where_the_hall_gave_none() -> None:
    assert names.printer_name(a_hall(config=CONFIG), "K1").en == "东门"
    named = replace(CONFIG, printers=(replace(CONFIG.printers[0], name=Text("东门", "East gate")),))
    assert names.kiosk_name(a_hall(config=named), "K1").en == "kiosk at East gate"


@pytest.mark.parametrize(
    ("printer", "zh"),
    [("东门", "东门取号机"), ("虚拟打印机", "虚拟打印机旁的取号机"), ("门口取号机", "门口取号机")],
)
def test_a_kiosk_is_no_machine_of_a_machine(printer: str, zh: str) -> None:
    named = replace(CONFIG, printers=(replace(CONFIG.printers[0], name=Text(printer, "")),))
    assert names.kiosk_name(a_hall(config=named), "K1").zh == zh
