import pytest

from server.devices.printing.card_columns import encode_card
from server.devices.printing.card_content import Card, CardList
from server.devices.printing.paper import Paper, interpret
from server.devices.printing.slip_columns import columns_of
from server.domain.text import Text
from tests.devices.sample_cards import HANDLED, NOTICE, notice, reprinted


def printed(card: Card, columns: int = 48) -> Paper:
    (paper,) = interpret(encode_card(card, columns), columns * 12)
    return paper


@pytest.mark.row("B09")
def test_a_notice_says_everything_in_order() -> None:
    paper = printed(NOTICE)
    text = "\n".join(paper.lines)
    order = [
        "城东供电营业厅",
        "一次告知单",
        "居民新装用电",
        "还缺 2 样",
        "□ 房屋产权证明",
        "（代办）",
        "有效至 2024-08-09",
        "连同已带的材料一起带来",
        "我有告知单、预约或远程号",
        "K7M4 9QT XPA",
        "0571",
        "2024-07-10",
        "C005",
    ]
    whole = text.replace("\n", "")  # words may be broken anywhere
    assert [whole.index(part) for part in order] == sorted(whole.index(part) for part in order)
    assert "Proof of home ownership" in text
    assert paper.codes == (NOTICE.qr,)
    assert paper.cut
    assert "补打" not in text
    assert "补打 1 · 09:40" in "\n".join(printed(reprinted()).lines)


@pytest.mark.parametrize("columns", [48, 32])
def test_no_line_is_wider_than_the_paper_and_no_item_is_left_out(columns: int) -> None:
    many = tuple(Text(f"第{n}样很长很长很长很长很长很长的材料", f"paper {n}") for n in range(30))
    card = notice(listed=CardList(title=Text("还缺", "missing"), items=many), large=columns == 32)
    lines = printed(card, columns).lines
    assert max(columns_of(line) for line in lines) <= columns
    text = "".join(line.strip() for line in lines)
    assert all(item.zh in text for item in many)


@pytest.mark.row("B11")
@pytest.mark.row("E32")
def test_the_handling_card_lists_the_key_points_told() -> None:
    text = "\n".join(printed(HANDLED).lines)
    assert "业务办理卡" in text
    assert text.count("· ") >= 3
    for point in ("新户主承担", "重新签约", "峰谷电价", "办结时限：5 个工作日"):
        assert point in text
