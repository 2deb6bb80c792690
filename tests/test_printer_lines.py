"""Which printers a hall has."""

from pathlib import Path

import pytest

from server.devices.errors import DeviceMisconfigured
from server.devices.printers import PrinterConfig
from server.printers_file import FILE, keep, parse_printer, printers


@pytest.mark.parametrize(
    ("line", "config"),
    [
        ("K1=tcp:192.168.1.50:9100", PrinterConfig(id="K1", kind="tcp", address="192.168.1.50:9100")),
        ("K1=virtual", PrinterConfig(id="K1", kind="virtual")),
        (" K2 = file:slips ", None),
        ("K1=tcp:a,58", PrinterConfig(id="K1", kind="tcp", address="a", dots=384)),
        (
            "K1=tcp:a:9100, text , noack,large",
            PrinterConfig(id="K1", kind="tcp", address="a:9100", mode="text", ack="none", large=True),
        ),
        ("K1=tcp:a,80mm,plain", PrinterConfig(id="K1", kind="tcp", address="a", raster="plain")),
        ("取号机=virtual", PrinterConfig(id="取号机", kind="virtual")),
    ],
)
def test_a_printer_is_read(line: str, config: PrinterConfig | None) -> None:
    assert parse_printer(line) == (config or PrinterConfig(id="K2", kind="file", address="slips"))


@pytest.mark.parametrize("line", ["", "K1", "=tcp:a", "K1=", "K1=fax:7", "K1=tcp:a,colour", "K1=tcp:a,"])
def test_a_line_that_makes_no_sense_says_what_is_wrong(line: str) -> None:
    with pytest.raises(DeviceMisconfigured, match=r"ID=KIND:ADDRESS|unknown option"):
        parse_printer(line)


def test_the_command_line_comes_before_the_file(tmp_path: Path) -> None:
    assert printers(tmp_path, []) == ()
    keep(tmp_path, ["K1=virtual", "K2=tcp:a:9100,58"])
    assert [p.id for p in printers(tmp_path, [])] == ["K1", "K2"]
    assert [p.id for p in printers(tmp_path, ["K9=virtual"])] == ["K9"]


def test_the_file_says_how_it_is_written(tmp_path: Path) -> None:
    keep(tmp_path, [])
    assert "ID=KIND:ADDRESS" in (tmp_path / FILE).read_text(encoding="utf-8")
    assert printers(tmp_path, []) == ()


def test_what_makes_no_sense_is_not_kept(tmp_path: Path) -> None:
    with pytest.raises(DeviceMisconfigured):
        keep(tmp_path, ["K1=virtual", "nonsense"])
    assert not (tmp_path / FILE).exists()
