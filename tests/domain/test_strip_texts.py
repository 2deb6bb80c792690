"""The words of LED strips: short, and nothing a controller with GB18030 cannot write."""

from server.domain import strip_texts
from server.domain.text import Text


def test_every_word_fits_eight_hanzi_and_can_be_written() -> None:
    for said in (value for value in vars(strip_texts).values() if isinstance(value, Text)):
        line = said.fill(number="A037", counter="3号窗口").zh
        assert len(line.encode("gb18030")) <= 16
        assert line.encode("gb18030").decode("gb18030") == line
