"""Where a clear voice pauses."""

import pytest

from server.devices.speaking.mandarin_words import worded


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("请A零零一号", "请 A 零，零 一 号，"),
        ("请A零零一号尽快", "请 A 零，零 一 号，尽快，"),
        ("A零零一号，最后一次呼叫", "请 A 零，零 一 号，最后 一次 呼叫，"),
        ("请零三七五号", "请 零 三 七 五 号，"),
        ("请B幺幺二号", "请 B 幺，幺 二 号，"),
        ("请A五号", "请 A 五 号，"),
        ("请VIP零零一号", "请 V I P 零，零 一 号，"),
        ("A零零一号", "A 零，零 一 号，"),
    ],
)
def test_letters_and_digits_of_a_number_are_said_one_by_one(phrase: str, said: str) -> None:
    assert worded(phrase) == said


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("到三号窗口办理", "到，三号 窗口 办理。"),
        ("请到三号窗口", "请 到，三号 窗口。"),
        ("到二十一号窗口", "到，二十一号 窗口。"),
        ("到一百零五号窗口", "到，一百零五号 窗口。"),
        ("到综合业务室办理", "到，综合业务室 办理。"),
        ("尽快", "尽快。"),
    ],
)
def test_a_counters_figure_stays_one_word(phrase: str, said: str) -> None:
    assert worded(phrase) == said


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("请C一一九号", "请 C 一，一 九 号，"),
        ("请F二二二号", "请 F 二，二，二 号，"),
        ("B一七一号，最后一次呼叫", "请 B 一 七，一 号，最后 一次 呼叫，"),
        ("到九五五九八热线台办理", "到，九 五，五 九 八 热线台 办理。"),
        ("到三零二室", "到，三 零 二 室。"),
        ("到A一号窗口", "到，A 一 号，窗口。"),
        ("到综合接待室，二楼东侧办理", "到，综合接待室，二楼东侧 办理。"),
    ],
)
def test_equal_digits_keep_their_count(phrase: str, said: str) -> None:
    assert worded(phrase) == said


def test_a_sentence_keeps_its_own_pauses() -> None:
    assert (
        worded("请问您还在吗？需要更多时间，请点一下屏幕。") == "请问您还在吗？需要更多时间，请点一下屏幕。"
    )
