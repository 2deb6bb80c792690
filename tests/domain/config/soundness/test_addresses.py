"""What a set-up may name as the address of a printer or a strip (C33)."""

import pytest

from server.domain.config.pieces.equipment import PrinterConfig
from server.domain.config.soundness.addresses import is_allowed
from server.domain.config.soundness.equipment_rules import equipment_rules
from tests.builders import a_config

ALLOWED = (
    *(("serial", a) for a in ("/dev/ttyUSB0", "/dev/ttyS1:19200", "/dev/ttyACM0:9600:xonxoff", "COM3:9600")),
    ("serial", "/dev/serial/by-id/usb-FTDI_FT232R_USB_UART_A1-if00-port0:19200"),
    ("serial", "/dev/serial/by-path/platform-xhci-hcd.0-usb-0:1:1.0-port0"),
    *(("usb", a) for a in ("/dev/usb/lp0", "/dev/lp1", "04b8:0202")),
    *(("file", a) for a in ("", "slips", "out_2")),
    *(("tcp", a) for a in ("192.168.1.50:9100", "192.168.1.50", "printer-1.hall", "127.0.0.1:9100", "x")),
    ("tcp_text", "192.168.1.60:5000"),
    ("agent", "front"),
)
REFUSED = (
    *(("serial", a) for a in ("/dev/sda", "/dev/mem", "/dev/tty", "/dev/tty1", "/dev/null", "/etc/passwd")),
    *(
        ("serial", a)
        for a in ("/dev/ttyUSB0/../sda", "/dev/serial/by-id/../../sda", "hall.sqlite3", "/dev/pts/3")
    ),
    *(("serial_text", a) for a in ("/dev/sda:9600", "../hall.sqlite3", "/dev/kmsg")),
    *(("usb", a) for a in ("/dev/sda", "/dev/usb/../sda", "/dev/usb/hiddev0", "/dev/mem", "lp0")),
    *(("file", a) for a in ("/tmp/x", "../../x", "..", ".", "a/../..", "a/b", "C:\\x", "\\\\host\\x")),
    *(("file", a) for a in ("hall.sqlite3", "hall.sqlite3-wal", "media", "Sounds", ".lock", "x\x00y")),
    *(("tcp", a) for a in ("169.254.169.254:9100", "169.254.169.254", "0.0.0.0:9100", "224.0.0.1:9100")),
    *(("tcp", a) for a in ("10.0.0.1:22", "10.0.0.1:80", "127.0.0.1:5432", "x:6379", "metadata")),
    *(("tcp", a) for a in ("user@host:9100", "http://x", "x:9100/y", "a b", "x:y")),
    ("tcp_text", "10.0.0.1:25"),
)


@pytest.mark.parametrize(("kind", "address"), ALLOWED)
def test_what_a_hall_prints_on_is_allowed(kind: str, address: str) -> None:
    assert is_allowed(kind, address)


@pytest.mark.parametrize(("kind", "address"), REFUSED)
def test_a_disk_a_file_of_the_hall_and_another_programs_door_are_not(kind: str, address: str) -> None:
    assert not is_allowed(kind, address)


def test_the_set_up_is_told_where_in_words() -> None:
    config = a_config(printers=(PrinterConfig(id="K1", kind="file", address="../../etc"),))
    (problem,) = equipment_rules(config)
    assert problem.where == "printers[0].address"
    assert problem.zh.startswith("“../../etc”不能作为 第 1 项 的地址")
