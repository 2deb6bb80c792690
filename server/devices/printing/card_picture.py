"""A card drawn as dots: what it is, what is missing, until when, how to come back; as long as it needs."""

from dataclasses import dataclass

from server.devices.printing import card_texts as say
from server.devices.printing import slip_texts as on_slips
from server.devices.printing.card_content import Card, CardList
from server.devices.printing.lettering import Ink
from server.devices.printing.slip_picture import BESIDE, BOLD, QUIET, WIDE, modules_of
from server.devices.printing.slip_strip import Column
from server.devices.printing.slip_words import fitted
from server.domain.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sizes:
    """Type sizes and spaces in dots."""

    hall: int
    title: int
    business: int
    body: int
    small: int
    module: int  # of the QR code
    margin: int
    air: int


_SIZES = {
    # (wide paper, large print)
    (True, False): _Sizes(hall=28, title=64, business=40, body=30, small=24, module=5, margin=10, air=12),
    (False, False): _Sizes(hall=26, title=54, business=36, body=28, small=22, module=4, margin=6, air=9),
    (True, True): _Sizes(hall=28, title=72, business=48, body=44, small=32, module=6, margin=10, air=12),
    (False, True): _Sizes(hall=26, title=60, business=46, body=42, small=30, module=5, margin=6, air=9),
}


def draw_card(card: Card, dots: int) -> Ink:
    """The card, `dots` wide; True is black."""
    sizes = _SIZES[dots >= WIDE, card.large]
    strip = Column(sizes.margin, dots - 2 * sizes.margin, y=sizes.margin // 2)
    sheet = _Layout(card, sizes, strip)
    sheet.head()
    if card.listed:
        sheet.listed(card.listed)
    sheet.facts()
    sheet.foot()
    return strip.paint(dots)


@dataclass(slots=True)
class _Layout:
    """The parts of one card, each laid under the one before."""

    card: Card
    sizes: _Sizes
    strip: Column

    def head(self) -> None:
        first, second = self.card.order(self.card.hall)
        self.strip.sides(first, self.sizes.hall, second, self._second(self.sizes.hall), weight=0.4)
        self.strip.rule(4)
        for mark in self.card.marks:
            self.strip.y += self.sizes.air // 2
            self._banner(mark, self.sizes.hall)
        self.strip.y += self.sizes.air
        self._named(self.card.title, self.sizes.title)
        self._named(self.card.business, self.sizes.business)
        self.strip.y += self.sizes.air

    def listed(self, listed: CardList) -> None:
        self.strip.rule(dash=6)
        self.strip.y += self.sizes.air
        self._named(listed.title, self.sizes.body)
        for item in listed.items:
            self._item(item, box=listed.box)
        self.strip.y += self.sizes.air

    def _item(self, item: Text, *, box: bool) -> None:
        body = self.sizes.body
        mark, words = self.strip.split(body, self.strip.width - body - 10, gap=10)
        top = mark.y + body // 6
        if box:
            mark.box((mark.x, top, mark.x + body, top + body), hollow=2, radius=4)
        else:
            point, middle = body // 3, top + body // 3
            mark.box((mark.x, middle, mark.x + point, middle + point), radius=point // 2)
        first, second = self.card.order(item)
        words.words(first, body)
        words.words(second, self._second(body))
        self.strip.y = words.y + self.sizes.air // 2

    def facts(self) -> None:
        for fact in self.card.facts:
            self._both(self.strip, fact, self.sizes.body)
        if self.card.until:
            self.strip.y += self.sizes.air // 2
            self._banner(self.card.until, self.sizes.business)
        self.strip.y += self.sizes.air
        if self.card.advice:
            self._both(self.strip, self.card.advice, self.sizes.small)
        self.strip.y += self.sizes.air // 2

    def foot(self) -> None:
        """The code for phones and scanners beside the one for fingers."""
        self.strip.rule(dash=6)
        self.strip.y += self.sizes.air
        code = modules_of(self.card.qr)
        side = len(code) * self.sizes.module
        gap = QUIET * self.sizes.module if side else 0
        beside = self.strip.width - side - gap
        if beside < BESIDE * self.sizes.body:  # too narrow for words: they go below
            (square,) = self.strip.inset((self.strip.width - side) // 2).split(side, gap=0)
            square.squares(code, self.sizes.module)
            self.strip.y = square.y + gap
            self._typed(self.strip)
        else:
            square, words = self.strip.split(side, beside, gap=gap)
            square.squares(code, self.sizes.module)
            self._typed(words)
            self.strip.y = max(square.y, words.y)
        self.strip.y += self.sizes.air
        for line in self.card.given:
            self.strip.words(self.card.order(line)[0], self.sizes.small)

    def _typed(self, words: Column) -> None:
        words.y -= self.sizes.small // 4  # the letters' own air: level with the code
        if self.card.code:
            words.words(" ".join(filter(None, self.card.order(say.CODE))), self.sizes.small)
            size = fitted(self.card.code, self.sizes.business, words.width - 2)
            words.words(self.card.code, size, weight=size * BOLD)
        if self.card.qr:
            self._both(words, self.card.scan, self.sizes.small)
        if self.card.phone:
            phone = self.card.order(on_slips.PHONE.fill(phone=self.card.phone))[0]
            words.words(phone, fitted(phone, self.sizes.body, words.width))

    def _named(self, text: Text, size: int) -> None:
        first, second = self.card.order(text)
        self.strip.sides(first, size, second, self._second(size), weight=size * BOLD)

    def _both(self, column: Column, text: Text, size: int) -> None:
        first, second = self.card.order(text)
        column.words(first, size)
        column.words(second, self._second(size))

    def _banner(self, text: Text, size: int) -> None:
        first, second = self.card.order(text)
        size = max(fitted(first, size, self.strip.width - size), size * 2 // 3)
        self.strip.banner(first, size, second, self._second(size))

    def _second(self, size: int) -> int:
        """The second language: 60 % of the first (5.0), and never too small to read."""
        return max(round(size * 0.62), 20)
