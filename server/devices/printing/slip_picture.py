"""A slip drawn as dots: the number first, where to wait second, everything else quietly in order (5.2)."""

from dataclasses import dataclass, replace
from functools import lru_cache

from server.devices.printing import slip_texts as say
from server.devices.printing.lettering import Ink
from server.devices.printing.logo import HEIGHT as LOGO_HEIGHT
from server.devices.printing.logo import logo_of
from server.devices.printing.slip_content import SlipContent
from server.devices.printing.slip_strip import Column
from server.devices.printing.slip_words import fitted
from server.devices.printing.trial_slip import measures
from server.devices.printing.zone_map import zone_map
from server.domain.text import Text
from server.later import np, segno

LONGEST, LONGEST_LARGE = 880, 1040  # dots: 110 mm at 8 dots a millimetre, and 130 mm
NARROW = 384  # dots: below, words take more lines
WIDE = 480  # dots: what has more is 80 mm paper
LOGO_WIDTH = 576  # dots at which a logo may have its full height
MASK = 3  # of the eight patterns a QR code may lie under; trying all takes longer than drawing the slip
BESIDE = 6  # letters a line beside the code has at least
SMALLEST = 16  # dots: 2 mm
QUIET = 4  # modules of white around a code
BOLD = 0.0175  # of the size, added to each stroke: the font has no bold of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sizes:
    """Type sizes and spaces in dots."""

    hall: int
    business: int
    number: int
    value: int
    zone: int
    body: int
    small: int
    module: int  # of the QR code
    margin: int
    air: int


_SIZES = {
    # (wide paper, large print)
    (True, False): _Sizes(
        hall=28, business=40, number=240, value=44, zone=38, body=26, small=22, module=5, margin=10, air=12
    ),
    (False, False): _Sizes(
        hall=26, business=36, number=176, value=38, zone=34, body=24, small=20, module=4, margin=6, air=9
    ),
    (True, True): _Sizes(
        hall=28, business=48, number=240, value=56, zone=48, body=44, small=28, module=6, margin=10, air=8
    ),
    (False, True): _Sizes(
        hall=26, business=46, number=176, value=46, zone=46, body=44, small=28, module=5, margin=6, air=7
    ),
}


def draw(content: SlipContent, dots: int) -> Ink:
    """The slip, `dots` wide and at most LONGEST long, in large print LONGEST_LARGE; True is black.

    A long slip first takes a smaller number; then the hall's map and logo make room for the customer's
    papers; only then are papers counted instead of named.
    What a hall adds of its own (logo, map, lines, names longer than a line) comes on top: nothing is ever
    cut off, and no paper pays for it.
    DeviceMisconfigured if the logo is no picture.
    """
    content = content.trimmed()
    sizes = _SIZES[dots >= WIDE, content.large]
    every, added = len(content.materials), 0
    longest = LONGEST_LARGE if content.large else LONGEST
    longest += NARROW - dots if dots < NARROW else 0
    bare = replace(content, map=None, logo=None)
    tries = [(content, scale, every) for scale in (1.0, 0.8, 0.6)]
    tries += [(replace(content, map=None), 0.6, every)]
    tries += [(bare, 0.6, every)]
    bare = replace(bare, terms=())
    tries += [(bare, 0.6, some) for some in range(every, -1, -1)]
    for content_, scale, shown in tries:
        strip = Column(sizes.margin, dots - 2 * sizes.margin, y=sizes.margin // 2)
        slip = _Layout(content_, sizes, strip)
        _lay(slip, scale, shown)
        added = max(added, slip.added)  # room that a picture gave up is room for papers
        if strip.y <= longest + added:
            break
    return strip.paint(dots)


def _lay(slip: "_Layout", scale: float, shown: int) -> None:
    slip.head()
    slip.number(scale)
    slip.prospects()
    slip.place()
    slip.materials(shown)
    slip.terms()
    slip.foot()
    slip.trial()


@lru_cache(maxsize=8)
def modules_of(url: str) -> tuple[bytes, ...]:
    if not url:
        return ()
    return tuple(bytes(row) for row in segno.make(url, error="m", micro=False, mask=MASK).matrix)


@dataclass(slots=True)
class _Layout:
    """The parts of one slip, each laid under the one before."""

    content: SlipContent
    sizes: _Sizes
    strip: Column
    added: int = 0  # dots that a hall adds of its own

    def head(self) -> None:
        """The hall, a rule, and what makes this slip no first slip."""
        if self.content.logo:
            height = LOGO_HEIGHT * min(self.strip.width, LOGO_WIDTH) // LOGO_WIDTH
            logo = logo_of(self.content.logo, min(self.strip.width, LOGO_WIDTH), height)
            self._picture(~np.asarray(logo))
        first, second = self.content.order(self.content.hall)
        self._named(first, self.sizes.hall, second, weight=0.4)
        self._line(self.content.template.head)
        self.strip.rule(4)
        for mark in self.content.marks:
            self.strip.y += self.sizes.air // 2
            self._banner(mark, self.sizes.hall)
        self.strip.y += self.sizes.air // 2

    def number(self, scale: float) -> None:
        first, second = self.content.order(self.content.business)
        size = max(fitted(first, self.sizes.business, self.strip.width - 2), self.sizes.hall)
        self._named(first, size, second, weight=size * BOLD)
        self.strip.y += self.sizes.air
        self.strip.figure(self.content.number, round(self.sizes.number * scale), weight=3)
        self.strip.y += self.sizes.air * 3 // 2

    def prospects(self) -> None:
        """How many come first and how long it may take, side by side between rules."""
        cells = [(say.AHEAD, say.PEOPLE.fill(n=self.content.ahead))]
        cells += [(say.WAIT, self.content.wait)] if self.content.wait else []
        self.strip.rule()
        top, room = self.strip.y, self.strip.width - 24 * (len(cells) - 1)
        shares = [room * 2 // 5, room - room * 2 // 5] if len(cells) > 1 else [room]
        columns = self.strip.split(*shares, gap=24)
        for column, (label, value) in zip(columns, cells, strict=True):
            self._cell(column, label, value)
        self.strip.y = max(column.y for column in columns)
        for column in columns[1:]:
            self.strip.box((column.x - 13, top, column.x - 11, self.strip.y))
        self.strip.rule()
        self.strip.y += self.sizes.air

    def _cell(self, column: Column, label: Text, value: Text) -> None:
        (first, second), (amount, other) = self.content.order(label), self.content.order(value)
        column.y += self.sizes.air // 2
        column.words(first, self.sizes.small)
        bold = 2 * round(self.sizes.value * BOLD)  # strokes stand out at both ends
        size = self._within(amount, self.sizes.value, column.width - bold)
        column.words(amount, size, weight=size * BOLD, air=1.2)
        under = f"{second} {other}".strip()
        column.words(under, self._within(under, self._second(self.sizes.small), column.width))
        column.y += self.sizes.air // 3

    def place(self) -> None:
        """Where to wait, and when the number was taken."""
        if self.content.shows("zone"):
            self._banner(self.content.where, self.sizes.zone)
            self.strip.y += self.sizes.air // 2
        if self.content.map:
            shown = self.content.map
            self._picture(zone_map(shown.zones, shown.own, self.strip.width, shown.language))
        self.strip.words(self.content.order(self.content.issued)[0], self.sizes.small)
        self.strip.y += self.sizes.air // 2

    def materials(self, shown: int) -> None:
        """A box to tick before each paper the business needs."""
        if not self.content.materials:
            return
        self.strip.rule(dash=6)
        self.strip.y += self.sizes.air // 2
        first, second = self.content.order(say.MATERIALS)
        self.strip.sides(first, self.sizes.small, second, self._second(self.sizes.small), weight=0.4)
        for item in self.content.materials[:shown]:
            self._item(item)
        if left := len(self.content.materials) - shown:
            rest = say.MORE if shown else say.ALL
            self.strip.words(self.content.order(rest.fill(n=left))[0], self.sizes.small)
        self.strip.y += self.sizes.air // 2

    def terms(self) -> None:
        """In the customer's language alone: paper is dear."""
        for sentence in self.content.terms:
            self.strip.words(self.content.order(sentence)[0], self.sizes.small)
        if self.content.terms:
            self.strip.y += self.sizes.air // 2

    def _item(self, item: Text) -> None:
        body = self.sizes.body
        tick, words = self.strip.split(body, self.strip.width - body - 10, gap=10)
        top = tick.y + body // 6
        tick.box((tick.x, top, tick.x + body, top + body), hollow=2, radius=4)
        first, second = self.content.order(item)
        if self.content.large:
            words.words(first, body)
        else:
            words.sides(first, body, second, self._second(body))
        self.strip.y = words.y + 2

    def foot(self) -> None:
        """The code to follow the ticket by, beside what to do when the number was missed."""
        self.strip.rule(dash=6)
        self.strip.y += self.sizes.air
        code = modules_of(self.content.qr)
        module = min(self.sizes.module, self.strip.width // (len(code) + 2 * QUIET))
        side = len(code) * module
        gap = QUIET * module if side else 0
        beside = self.strip.width - side - gap
        if beside < BESIDE * self.sizes.small:  # too narrow for words: they go below
            (square,) = self.strip.inset((self.strip.width - side) // 2).split(side, gap=0)
            square.squares(code, module)
            self.strip.y = square.y + gap
            self._advice(self.strip)
        else:
            square, words = self.strip.split(side, beside, gap=gap)
            square.squares(code, module)
            self._advice(words)
            self.strip.y = max(square.y, words.y)
        self.strip.y += self.sizes.air
        self._line(self.content.template.foot)

    def trial(self) -> None:
        """On a test slip, what shows whether width and density are right."""
        if self.content.test:
            self.strip.y += self.sizes.air
            paper = self.strip.inset(-self.strip.x)  # to the very edges
            measures(paper, self.content, self.sizes.small)
            self.added += paper.y - self.strip.y
            self.strip.y = paper.y

    def _advice(self, words: Column) -> None:
        words.y -= self.sizes.small // 4  # the letters' own air: level with the code
        if self.content.qr:
            self._both(words, say.SCAN)
        if self.content.shows("missed"):
            self._both(words, self.content.missed)
        if self.content.phone:
            phone = self.content.order(say.PHONE.fill(phone=self.content.phone))[0]
            words.words(phone, self._within(phone, self.sizes.small, words.width))

    def _line(self, text: Text) -> None:
        """A line of the hall's own."""
        first, second = self.content.order(text)
        top = self.strip.y
        self.strip.words(first, self.sizes.small)
        self.strip.words(second, self._second(self.sizes.small))
        self.added += self.strip.y - top

    def _named(self, first: str, size: int, second: str, *, weight: float) -> None:
        """A name of the hall's own: what it takes beyond a line in each language is on top."""
        top, other = self.strip.y, self._second(size)
        self.strip.sides(first, size, second, other, weight=weight)
        self.added += max(self.strip.y - top - round(size * 1.2 + other * 1.26), 0)

    def _picture(self, picture: Ink) -> None:
        self.strip.picture(picture)
        self.strip.y += self.sizes.air
        self.added += picture.shape[0] + self.sizes.air

    def _both(self, column: Column, text: Text) -> None:
        first, second = self.content.order(text)
        column.words(first, self.sizes.small, air=1.2)
        if not self.content.large:  # large print spends its paper on one language
            column.words(second, self._second(self.sizes.small), air=1.2)
        column.y += self.sizes.air // 2

    def _banner(self, text: Text, size: int) -> None:
        first, second = self.content.order(text)
        size = max(fitted(first, size, self.strip.width - size), size * 2 // 3)
        top = self.strip.y
        self.strip.banner(first, size, second, self._second(size))
        self.added += max(self.strip.y - top - size * 5 // 2, 0)

    def _within(self, text: str, size: int, width: int) -> int:
        """Smaller if that keeps it on one line, but never too small to read."""
        return max(fitted(text, size, width), min(size, SMALLEST))

    def _second(self, size: int) -> int:
        """The second language: 60 % of the first (5.0); small in large print: the first needs the paper."""
        least = self.sizes.hall * 3 // 4
        return least if self.content.large else max(round(size * 0.62), 18)
