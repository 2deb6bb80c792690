"""Spans as people say them."""

import pytest

from server.domain.spans import in_words


@pytest.mark.parametrize(
    ("seconds", "zh", "en"),
    [
        (0, "0 秒", "0 seconds"),
        (1.9, "1 秒", "1 second"),
        (59, "59 秒", "59 seconds"),
        (60, "1 分钟", "1 minute"),
        (119, "1 分钟", "1 minute"),
        (-7200, "2 小时", "2 hours"),
        (3 * 3600 + 61, "3 小时 1 分钟", "3 hours 1 minute"),
        (86_400, "1 天", "1 day"),
        (86_400 * 400 + 3600 * 5 + 59, "400 天 5 小时", "400 days 5 hours"),
        (86_400 + 60, "1 天 1 分钟", "1 day 1 minute"),
    ],
)
def test_a_span_is_told_by_its_two_largest_units(seconds: float, zh: str, en: str) -> None:
    assert (in_words(seconds).zh, in_words(seconds).en) == (zh, en)
