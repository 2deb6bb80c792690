"""Alerts and devices as a screen shows them."""

from server.domain.equipment import commands as ec
from server.domain.views.overview.alerts import alert_rows, device_rows
from tests.builders import Story


def test_an_alert_comes_in_words_with_who_has_seen_it() -> None:
    story = Story("1")
    story.do(ec.RaiseAlert(kind="no_speaker", subject="hall"))
    story.do(ec.AcknowledgeAlert(alert="no_speaker/hall", by="1001"))
    (row,) = alert_rows(story.hall, {"1001": "王芳"}.__getitem__)
    assert (row.text.zh, row.acknowledged_by, row.times) == ("没有可播报的大屏", "王芳", 1)


def test_told_again_is_one_alert_with_a_count() -> None:
    """C41."""
    story = Story("1")
    for minutes in range(3):
        story.do(ec.RaiseAlert(kind="pause_long", subject="3", detail=f"{minutes}"))
    (row,) = alert_rows(story.hall)
    assert row.times == 3


def test_the_newest_alert_stands_first() -> None:
    story = Story("1")
    story.do(ec.RaiseAlert(kind="no_speaker", subject="hall"))
    story.later(minutes=1).do(ec.RaiseAlert(kind="board_silent", subject="lobby"))
    assert [row.kind for row in alert_rows(story.hall)] == ["board_silent", "no_speaker"]


def test_a_device_has_a_name_and_its_trouble_in_words() -> None:
    story = Story("1")
    story.do(ec.ReportDevice(device="kiosk-5", kind="printer", state="down", detail="paper_out"))
    story.do(ec.ReportDevice(device="voice", kind="voice", state="warn", detail="neural_zh: pip install x"))
    story.do(ec.ReportDevice(device="x1", kind="kiosk", state="ok", detail="/dev/x"))
    assert [(row.name.zh, row.detail.zh) for row in device_rows(story.hall)] == [
        ("打印机", "缺纸"),
        ("语音", ""),
        ("设备", ""),
    ]
