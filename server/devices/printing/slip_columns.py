"""A slip as GB18030 text, for printers with their own hanzi on lines too slow for pictures."""

from server.devices.printing import slip_texts as say
from server.devices.printing.fonts import INSTEAD
from server.devices.printing.raster import USUAL, Frame, framed
from server.devices.printing.slip_content import SlipContent
from server.devices.printing.slip_words import lines_of, wrapped
from server.domain.text import Text

HANZI_MODE = b"\x1c&"
MODULE, LARGE_MODULE = 4, 6  # dots of the QR code
PAIR = 2  # bytes of a hanzi
TALLEST = 6  # times the normal size: more costs paper that the rest needs
LEFT, CENTRE = b"\x1ba\x00", b"\x1ba\x01"


def encode_text(content: SlipContent, columns: int, frame: Frame = USUAL) -> bytes:
    """The whole slip for a printer of 48 (80 mm) or 32 (58 mm) columns.

    Logo and map are pictures and stay away. The library is not asked to write text: it sends GB18030 for
    some hanzi only and `?` for the rest.
    """
    content = content.trimmed()
    body = 2 if content.large else 1
    sheet = _Sheet(content, columns)
    sheet.head()
    sheet.number()
    sheet.outlook(body)
    sheet.materials(body)
    sheet.terms()
    sheet.foot(body)
    return framed(HANZI_MODE + b"".join(sheet.parts) + frame.end, frame)


class _Sheet:
    """Lines one after the other, each with its own size."""

    def __init__(self, content: SlipContent, columns: int) -> None:
        self.content = content
        self.columns = columns
        self.parts: list[bytes] = []

    def head(self) -> None:
        self.parts.append(CENTRE)
        self._both(self.content.hall, 1)
        self._both(self.content.template.head, 1)
        for mark in self.content.marks:
            self._line("** {} {} **".format(*self.content.order(mark)), 1)

    def number(self) -> None:
        self._both(self.content.business, 2)
        self._line(self.content.number, min(TALLEST, self.columns // len(self.content.number)))

    def outlook(self, body: int) -> None:
        """How many come first, how long it may take, where to wait, and since when."""
        cells = [(say.AHEAD, say.PEOPLE.fill(n=self.content.ahead))]
        cells += [(say.WAIT, self.content.wait)] if self.content.wait else []
        both = [Text(f"{label.zh} {value.zh}", f"{label.en} {value.en}") for label, value in cells]
        for cell in both:
            self._line(self.content.order(cell)[0], 2)
        self._line(" / ".join(second for cell in both if (second := self.content.order(cell)[1])), 1)
        if self.content.shows("zone"):
            self._both(self.content.where, 2)
        self._line(self.content.order(self.content.issued)[0], body)

    def materials(self, body: int) -> None:
        if not self.content.materials:
            return
        self.parts.append(LEFT)
        self._line("-" * self.columns, 1)
        self._both(say.MATERIALS, 1)
        for item in self.content.materials:
            self._both(Text(f"□ {item.zh}", f"□ {item.en}" if item.en else ""), body)

    def terms(self) -> None:
        for sentence in self.content.terms:
            self._line(self.content.order(sentence)[0], 1)

    def foot(self, body: int) -> None:
        self.parts.append(CENTRE)
        if self.content.qr:
            self.parts.append(code_of(self.content.qr, LARGE_MODULE if self.content.large else MODULE))
            self._both(say.SCAN, body)
        if self.content.shows("missed"):
            self._both(self.content.missed, body)
        if self.content.phone:
            self._line(self.content.order(say.PHONE.fill(phone=self.content.phone))[0], body)
        self._both(self.content.template.foot, body)
        if self.content.test:
            self.parts.append(LEFT)
            self._line("[" + "=" * (self.columns - 2) + "]", 1)
            self._both(say.RULER_TEXT, 1)

    def _both(self, text: Text, times: int) -> None:
        """Both languages, on one line if they are equally large and fit."""
        first, second = self.content.order(text)
        joined = f"{first} {second.removeprefix('□ ')}"
        broken = len(lines_of(first)) > 1 or len(lines_of(second)) > 1
        if times == 1 and second and not broken and columns_of(joined) <= self.columns:
            self._line(joined, 1)
        else:
            self._line(first, times)
            self._line(second.replace("□", " "), 1)

    def _line(self, text: str, times: int) -> None:
        if not text:
            return
        self.parts.append(sized(times))
        self.parts += [written(line) + b"\n" for line in wrapped(text, self.columns // times, columns_of)]


def written(text: str) -> bytes:
    """What every printer with hanzi can read: single bytes of ASCII and pairs of GBK, nothing else."""
    return "".join(letter if can_write(letter) else INSTEAD for letter in text).encode("gbk")


def can_write(letter: str) -> bool:
    """Four bytes of GB 18030 are junk to most printers; a lone byte above ASCII is to all."""
    if letter.isascii():
        return letter.isprintable()
    try:
        return len(letter.encode("gbk")) == PAIR
    except UnicodeEncodeError:
        return False


def columns_of(text: str) -> int:
    """Everything but ASCII takes two columns."""
    return sum(1 if letter.isascii() else 2 for letter in text)


def sized(times: int) -> bytes:
    """GS ! for ASCII and FS ! for hanzi: some printers heed only the one, some only the other."""
    return b"\x1d!" + bytes([(times - 1) * 0x11]) + b"\x1c!" + (b"\x0c" if times > 1 else b"\x00")


def code_of(url: str, module: int) -> bytes:
    """The printer draws the QR code itself: 75 bytes instead of some thousand."""
    from escpos.printer import Dummy  # noqa: PLC0415  # half a second to import

    slip = Dummy()
    slip.qr(url, native=True, size=module)
    return bytes(slip.output)
