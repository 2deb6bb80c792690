"""The same word for the same thing on every screen: one table of such words, and the others nowhere."""

import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCREENS = ("kiosk_ui", "counter_client", "display_board", "server")

# What it is -> the word for it, and those that would make somebody think of another thing.
WORDS = {
    "a disabled customer": ("残障人士", r"残疾人|残疾客户"),
    "a number that somebody gave back": ("作废", r"TicketCancelled.*取消|号码?已?取消|取消号码"),
    "a number whose time is over": ("失效", r"号码?已?过期|EXPIRED: Text\(\"已过期|TicketExpired.*过期"),
    "a counter that begins its day": ("开放窗口", r"开始服务"),
    "called again": ("重呼", r"recall\w*\W.*已呼叫|重复呼叫"),
    "a slip printed again": ("补打", r"重打|重印"),
    "whoever runs the hall": ("经理", r"主任"),
    "who helps in the hall": ("引导员", r"引导人员|(?<!分流)导办|大堂经理"),
    "what a ticket is": ("小票", r"票据|排队票"),
    "the board of the hall": ("大屏", r"大厅屏|大厅显示屏|综合屏"),
    "the display above a counter": ("窗口屏", r"窗口显示屏"),
    "what a clerk works with": ("操作台", r"柜台屏|叫号台|窗口客户端"),
    "what a guide works with": ("引导平板", r"引导员平板|导办平板"),
    "what the manager looks at": ("现场看板", r"经理看板|管理看板|经理屏"),
    "parked, and called back": ("唤醒", r"取消挂起|恢复挂起"),
}


@cache
def texts() -> dict[str, str]:
    """All a screen, a slip or a voice can say stands in these files."""
    found = [p for room in SCREENS for ext in ("ts", "tsx", "py") for p in (ROOT / room).rglob(f"*.{ext}")]
    kept = [p for p in found if not {"node_modules", "static"} & set(p.parts) and ".test." not in p.name]
    return {p.relative_to(ROOT).as_posix(): p.read_text(encoding="utf-8") for p in kept}


CODES = r"[\"“「 ]*(neural_zh|pyttsx3|espeak-ng|window_display|lobby_board|guide_tablet|hall_manager)\b"


def test_no_sentence_says_a_code() -> None:
    """What is written in hanzi is for people, and they do not know our names for things."""
    sentence = re.compile(rf'"[^"]*[\u4e00-\u9fff][^"]*{CODES}[^"]*"')
    wrong = [f"{path}: {m.group(0)}" for path, text in texts().items() for m in sentence.finditer(text)]
    assert wrong == []


@pytest.mark.parametrize("thing", WORDS)
def test_no_screen_uses_another_word(thing: str) -> None:
    word, others = WORDS[thing]
    said = texts()
    assert any(word in text for text in said.values()), "the table is about words that are said"
    wrong = [
        f"{path}: {line.strip()}"
        for path, text in said.items()
        if re.search(others, text)  # most files say none of them, and are not taken line by line
        for line in text.splitlines()
        if re.search(others, line)
    ]
    assert wrong == []
