"""The terminal begins with the language of whoever sits at it."""

import pytest

from server.command.terminal.terminal import fitting
from server.command.terminal.tongue import english_first, in_order, turned
from server.command.texts import both
from server.domain.text import Text

STOP = Text("按 Ctrl+C 停止", "Ctrl+C stops it.")


def at(monkeypatch: pytest.MonkeyPatch, **told: str) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in told.items():
        monkeypatch.setenv(name, value)


@pytest.mark.parametrize(
    "locale", ["", "C", "C.UTF-8", "POSIX", "zh_CN.UTF-8", "zh_TW", "zh", "ZH_cn.gbk@pinyin"]
)
def test_chinese_comes_first_unless_the_locale_is_clearly_another(
    monkeypatch: pytest.MonkeyPatch, locale: str
) -> None:
    at(monkeypatch, LANG=locale)
    assert not english_first()
    assert in_order(STOP) == "按 Ctrl+C 停止\nCtrl+C stops it."


@pytest.mark.parametrize("locale", ["en_US.UTF-8", "en_GB", "de_DE@euro", "fr"])
def test_another_locale_reads_english_first(monkeypatch: pytest.MonkeyPatch, locale: str) -> None:
    at(monkeypatch, LANG=locale)
    assert in_order(STOP, "! ") == "! Ctrl+C stops it.\n! 按 Ctrl+C 停止"
    assert both("stop") == "Ctrl+C stops it.\n按 Ctrl+C 停止"
    assert turned("一\n二\none\ntwo") == "one\ntwo\n一\n二"
    assert turned("/a/path") == "/a/path"
    assert fitting(in_order(Text("数据：/厅", "Data: /厅")), "latin-1") == "Data: /\\u5385"


def test_the_stronger_setting_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, LANG="en_US.UTF-8", LC_MESSAGES="zh_CN.UTF-8")
    assert not english_first()
    at(monkeypatch, LANG="zh_CN.UTF-8", LC_ALL="en_US.UTF-8")
    assert english_first()
