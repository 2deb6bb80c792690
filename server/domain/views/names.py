"""What people call a hall's counters, zones, devices and staff: a name or a plain word, never an id."""

from collections.abc import Callable

from server.domain.config.pieces.boards import Strip
from server.domain.hall import Hall
from server.domain.text import Text

NameOf = Callable[[str], str]  # login -> the person's name

COUNTER, ZONE = Text("窗口", "a counter"), Text("等候区", "the waiting area")
QUEUE, SERVICE = Text("一个队列", "a queue"), Text("一项业务", "a service")
PRINTER, NTH_PRINTER = Text("打印机", "printer"), Text("打印机 {n}", "printer {n}")
STRIP, NTH_STRIP = Text("条屏", "LED strip"), Text("条屏 {n}", "LED strip {n}")
STRIP_AT, KIOSK_AT = Text("{at}条屏", "LED strip of {at}"), Text("{at}取号机", "kiosk at {at}")
KIOSK_BESIDE = Text("{at}旁的取号机", "kiosk at {at}")  # a printer that is called one, not by where it stands
BOARDS = {
    "lobby": Text("大厅大屏", "the lobby board"),
    "window": Text("窗口屏", "a window display"),
    "kiosk": Text("取号机", "the kiosk"),
}
SPEAKER, SPEAKER_OF = Text("大厅音箱", "the loudspeaker"), Text("{at}音箱", "loudspeaker of {at}")
LOBBY_OF, WINDOW_OF = Text("{at}大屏", "lobby board of {at}"), Text("{at}显示屏", "display of {at}")


def nobody(login: str) -> str:
    """Where people's names are not known."""
    return login


def counter_name(hall: Hall, counter: str) -> Text:
    known = hall.config.counter.get(counter) if hall.config else None
    return known.name if known else COUNTER


def zone_name(hall: Hall, zone: str) -> Text:
    known = hall.config.zone.get(zone) if hall.config else None
    return known.name if known else ZONE


def queue_name(hall: Hall, queue: str) -> Text:
    known = hall.config.queue.get(queue) if hall.config else None
    return known.name if known else QUEUE


def service_name(hall: Hall, service: str) -> Text:
    known = hall.config.service.get(service) if hall.config else None
    return known.name if known else SERVICE


def place_name(hall: Hall, place: str) -> Text:
    """Where somebody stands who asks for help: a counter, a zone, or else a kiosk."""
    config = hall.config
    if config and place in config.counter:
        return counter_name(hall, place)
    return zone_name(hall, place) if config and place in config.zone else kiosk_name(hall, place)


def printer_name(hall: Hall, printer: str) -> Text:
    """By its place among the hall's printers where nobody has named it."""
    for n, known in enumerate(hall.config.printers if hall.config else (), 1):
        if known.id == printer:
            return _written(known.name) or NTH_PRINTER.fill(n=n)
    return PRINTER


def strip_name(hall: Hall, strip: str) -> Text:
    for n, known in enumerate(hall.config.strips if hall.config else (), 1):
        if known.id == strip:
            return _strip(hall, known, n)
    return STRIP


def terminal_name(hall: Hall, terminal: str) -> Text:
    known = next((t for t in hall.setup.terminals if t.id == terminal), None)
    return known.name if known else Text("自助终端", "a self-service terminal")


def board_name(hall: Hall, board: str) -> Text:
    """Of a screen as `Screen.name` writes it: `lobby:A`, `window:3`, `kiosk`; the sound card is `server`."""
    screen, _, place = board.partition(":")
    if screen == "server":
        return placed(SPEAKER_OF, zone_name(hall, place)) if place else SPEAKER
    if screen == "lobby" and hall.config and place in hall.config.zone:
        return placed(LOBBY_OF, zone_name(hall, place))
    if screen == "window" and hall.config and place in hall.config.counter:
        return placed(WINDOW_OF, counter_name(hall, place))
    return kiosk_name(hall, place) if screen == "kiosk" else BOARDS.get(screen, BOARDS["lobby"])


def kiosk_name(hall: Hall, place: str) -> Text:
    """A kiosk stands at its printer, which may be called by its place, a printer, or the kiosk itself."""
    printers = hall.config.printers if hall.config else ()
    named = next((_written(p.name) for p in printers if p.id == place), None)
    if named is None:
        return BOARDS["kiosk"]
    if BOARDS["kiosk"].zh in named.zh:
        return named
    return placed(KIOSK_BESIDE if "机" in named.zh else KIOSK_AT, named)


def placed(template: Text, at: Text) -> Text:
    """Each language with the name in that language."""
    return template.fill(at=Text(at.zh, at.en or at.zh))


def _strip(hall: Hall, strip: Strip, n: int) -> Text:
    if strip.counter:
        return placed(STRIP_AT, counter_name(hall, strip.counter))
    return NTH_STRIP.fill(n=n)


def _written(name: Text) -> Text | None:
    return Text(name.zh or name.en, name.en or name.zh) if name.zh or name.en else None
