"""What the API says to people."""

import pytest

from server.api.answering.texts import API_TEXTS, text


@pytest.mark.parametrize("code", API_TEXTS)
def test_every_text_is_there_in_both_languages(code: str) -> None:
    said = API_TEXTS[code]
    assert said.zh
    assert said.en
    assert said.zh != said.en


def test_a_text_is_filled_in() -> None:
    assert text("disk_low", megabytes=120).zh == "服务器磁盘只剩 120 MB"
