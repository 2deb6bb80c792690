"""Which printers a hall has."""

import pytest

from server.devices.errors import DeviceMisconfigured
from server.devices.printers import PrinterConfig
from server.devices.printing.printer_lines import parse_printer, printers


@pytest.mark.parametrize(
    ("line", "config"),
    [
        ("K1=tcp:192.168.1.50:9100", PrinterConfig(id="K1", kind="tcp", address="192.168.1.50:9100")),
        ("K1=virtual", PrinterConfig(id="K1", kind="virtual")),
        (" K2 = file:slips ", None),
        ("K1=tcp:a,58", PrinterConfig(id="K1", kind="tcp", address="a", dots=384)),
        ("K1=tcp:a,dots=512,feed=6", PrinterConfig(id="K1", kind="tcp", address="a", dots=512, feed=6)),
        (
            "K1=tcp:a:9100, text , noack,large",
            PrinterConfig(id="K1", kind="tcp", address="a:9100", mode="text", ack="none", large=True),
        ),
        ("K1=tcp:a,80mm,plain", PrinterConfig(id="K1", kind="tcp", address="a", raster="plain")),
        (
            "K1=usb:04b8:0202,density=-3,cut=full,fallback=K2",
            PrinterConfig(id="K1", kind="usb", address="04b8:0202", density=-3, cut="full", fallback="K2"),
        ),
        (
            "K3=serial:/dev/ttyUSB0:19200:xonxoff,text",
            PrinterConfig(id="K3", kind="serial", address="/dev/ttyUSB0:19200:xonxoff", mode="text"),
        ),
        ("K4=agent:front", PrinterConfig(id="K4", kind="agent", address="front")),
        ("取号机=virtual", PrinterConfig(id="取号机", kind="virtual")),
    ],
)
def test_a_printer_is_read(line: str, config: PrinterConfig | None) -> None:
    assert parse_printer(line) == (config or PrinterConfig(id="K2", kind="file", address="slips"))


@pytest.mark.parametrize("line", ["", "K1", "=tcp:a", "K1=", "K1=fax:7", "K1=tcp:a,colour", "K1=tcp:a,"])
def test_a_line_that_makes_no_sense_says_what_is_wrong(line: str) -> None:
    with pytest.raises(DeviceMisconfigured, match=r"ID=KIND:ADDRESS|unknown option"):
        parse_printer(line)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("K1=tcp:a,density=9", "-8 to 8"),
        ("K1=tcp:a,density=dark", "-8 to 8"),
        ("K1=tcp:a,cut=half", "partial, full or none"),
        ("K1=tcp:a,fallback=K1", "another printer"),
        ("K1=tcp:a,fallback=", "another printer"),
        ("K1=tcp:a:many", "no host:port"),
        ("K1=usb:lp0", "/dev/usb/lp0"),
        ("K1=serial:COM3:fast", "ttyUSB0:19200"),
        ("K1=agent", "name of the print agent"),
    ],
)
def test_a_value_that_makes_no_sense_is_told_with_what_would(line: str, why: str) -> None:
    with pytest.raises(DeviceMisconfigured, match=why):
        parse_printer(line)


def test_a_name_given_twice_is_noticed() -> None:
    with pytest.raises(DeviceMisconfigured, match="same name"):
        printers(["K1=virtual", "K1=file:slips"])


def test_a_fallback_has_to_be_there() -> None:
    with pytest.raises(DeviceMisconfigured, match="K9"):
        printers(["K1=virtual,fallback=K9"])
    assert [p.fallback for p in printers(["K1=virtual,fallback=K2", "K2=virtual"])] == ["K2", ""]
