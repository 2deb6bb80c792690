"""What an LED strip says."""

import pytest

from server.domain.config.pieces.boards import Strip
from server.domain.queue import commands as c
from server.domain.text import Text
from server.domain.views.boards.strip import AWAY, CALL, columns, cut, strip_line
from tests.builders import Story

WHOLE = Strip(id="s", kind="tcp_text", address="x", idle=Text("欢迎光临", "Welcome"))
AT_1 = Strip(id="s1", kind="tcp_text", address="x", counter="1")


def test_a_call_names_number_and_counter() -> None:
    story = Story("1", "3")
    story.issue_many(2)
    story.call("1")
    assert strip_line(story.hall, WHOLE) == "A001→1号窗口"
    story.later(seconds=1).call("3")
    assert strip_line(story.hall, WHOLE) == "A002→3号窗口"
    assert strip_line(story.hall, AT_1) == "A001→1号窗口"


@pytest.mark.parametrize(
    ("most", "line"), [(16, "A001→1号窗口"), (12, "A001→1"), (7, "A001→1"), (6, "A001→")]
)
def test_a_narrow_strip_says_less(most: int, line: str) -> None:
    story = Story("1")
    story.issue()
    story.call()
    narrow = Strip(id="s", kind="tcp_text", address="x", columns=most)
    assert strip_line(story.hall, narrow) == line
    assert columns(line) <= most


@pytest.mark.parametrize("over", [c.StartService(counter="1"), c.MarkNoShow(counter="1")])
def test_when_the_call_is_over_it_says_what_it_usually_says(over: c.StartService) -> None:
    story = Story("1")
    assert strip_line(story.hall, WHOLE) == "欢迎光临"
    story.issue()
    story.call()
    story.do(over)
    assert strip_line(story.hall, WHOLE) == "欢迎光临"


def test_without_words_of_its_own_it_says_whose_strip_it_is() -> None:
    story = Story("1")
    assert strip_line(story.hall, AT_1) == "1 号窗口"
    bare = Strip(id="s", kind="tcp_text", address="x")
    assert strip_line(story.hall, bare) == "示范营业厅"
    lost = Strip(id="s", kind="tcp_text", address="x", counter="99")
    assert strip_line(story.hall, lost) == "示范营业厅"


def test_a_paused_counter_says_so() -> None:
    story = Story("1")
    story.do(c.PauseCounter(counter="1", reason="lunch"))
    assert strip_line(story.hall, AT_1) == "暂停服务"


def test_words_are_cut_between_hanzi_and_made_one_line() -> None:
    assert cut("欢迎 光临\r\n大厅", 9) == "欢迎 光临"
    assert cut("欢迎光临", 5) == "欢迎"


def test_every_word_fits_eight_hanzi_and_can_be_written() -> None:
    for said in (CALL, AWAY):
        line = said.fill(number="A037", counter="3号窗口").zh
        assert len(line.encode("gb18030")) <= 16
        assert line.encode("gb18030").decode("gb18030") == line
