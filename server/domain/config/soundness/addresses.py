"""Which addresses of printers and strips a set-up may name.

Devices of the right kind, folders of the slips' own, machines of the hall's network; never a disk, a file
of the hall or the door of another program.

`hallqueue serve --printer` is typed by whoever runs the machine and may name any device; `devices/allowed.py`
looks once more when an address is opened.
"""

import re
from collections.abc import Callable, Mapping
from ipaddress import ip_address

SERIAL = re.compile(
    r"/dev/(tty(S|USB|ACM|AMA|XRUSB|O|mxc|THS|HS|SAC)\d+|rfcomm\d+|serial/by-(id|path)/[\w.:+-]+|cu\.[\w.-]+)"
    r"|COM\d{1,3}",
    re.ASCII,
)
SPEED = re.compile(r"(:\d*)?(:[a-z]*)?$", re.ASCII)
USB = re.compile(r"/dev/(usb/lp|lp|usblp)\d+|[0-9a-fA-F]{4}:[0-9a-fA-F]{4}", re.ASCII)
FOLDER = re.compile(r"[A-Za-z0-9_][\w-]*", re.ASCII)  # one name: no path, no file with an ending
NAME = re.compile(r"[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?", re.ASCII)
OWN = frozenset({"media", "sounds", "voices", "snapshots", "backups", "recordings"})  # folders of the hall
LONGEST_PORT = 5  # digits
FIRST_PORT = 1024  # below are the doors of the system itself
OTHERS = frozenset({1433, 1521, 2375, 2376, 3306, 3389, 5432, 5984, 6379, 8086, 8500, 9200, 11211, 27017})
SECRETS = frozenset({"metadata", "metadata.google.internal", "instance-data"})  # a cloud's own, by name


def is_allowed(kind: str, address: str) -> bool:
    """Whether a set-up may name it. An empty one is no danger, and is told when it is opened."""
    rule = _RULES.get(kind)
    return rule is None or not address or rule(address)


def may_be_reached(address: str) -> bool:
    """Whether a numeric network address can be a device of the hall; a name is looked at later."""
    try:
        there = ip_address(address.partition("%")[0])
    except ValueError:
        return True
    there = getattr(there, "ipv4_mapped", None) or there
    return not (there.is_link_local or there.is_unspecified or there.is_multicast or there.is_reserved)


def _serial(address: str) -> bool:
    """Device, baud and flow: names by path have colons of their own."""
    return bool(SERIAL.fullmatch(SPEED.sub("", address)))


def _usb(address: str) -> bool:
    return bool(USB.fullmatch(address))


def _file(address: str) -> bool:
    return bool(FOLDER.fullmatch(address)) and address.lower() not in OWN


def _network(address: str) -> bool:
    host, _, port = address.partition(":")
    if not NAME.fullmatch(host) or host.lower() in SECRETS or not may_be_reached(host):
        return False
    if not port:
        return True
    known = port.isdecimal() and len(port) <= LONGEST_PORT
    return known and int(port) >= FIRST_PORT and int(port) not in OTHERS


_RULES: Mapping[str, Callable[[str], bool]] = {
    "serial": _serial,
    "serial_text": _serial,
    "usb": _usb,
    "file": _file,
    "tcp": _network,
    "tcp_text": _network,
}
