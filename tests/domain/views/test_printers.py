"""Where a slip can come out."""

from server.devices.printers import PrinterConfig
from server.domain.equipment import commands as ec
from server.domain.text import Text
from server.domain.views.printers import printer_choices
from tests.builders import Story, a_config


def test_printers_are_told_by_name_and_whether_they_can_print() -> None:
    desk = PrinterConfig(id="k1", name=Text("门口取号机", "Kiosk at the door"), kind="virtual")
    story = Story(config=a_config(printers=(desk, PrinterConfig(id="k2", kind="virtual"))))
    story.do(ec.ReportDevice(device="k2", kind="printer", state="down", detail="paper_out"))
    story.do(ec.ReportDevice(device="k1", kind="printer", state="warn", detail="near_end"))
    first, second = printer_choices(story.hall)
    assert (first.id, first.name.zh, first.down) == ("k1", "门口取号机", False)
    assert (second.id, second.name.zh, second.down) == ("k2", "打印机 2", True)
