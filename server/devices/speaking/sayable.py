"""Names as they are said: figures, signs and rare forms of letters become words that every voice has.

`3#窗口` is 三号窗口, `3-4号窗口` 三至四号窗口, `①号窗口` 一号窗口, `A+B` A加B, `302室` 三零二室.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

_DIGITS: Final = "零一二三四五六七八九"
_UNITS: Final = ("", "十", "百", "千")
_MOST_COUNTED: Final = 4  # digits: what is longer is a telephone number
# After a figure that counts or orders: 105号窗口 is 一百零五号窗口, while 302室 and 110 are read by digits.
_COUNTED: Final = re.compile("号(?![房室])|窗|柜|层|楼|桌|位|人|次|元|分|小时|天|米|岁|个")
_WORDS: Final[Mapping[str, str]] = {"+": "加", "&": "和", "=": "等于", "~": "至", "×": "乘", "℃": "摄氏度"}
_MOST_NAMES: Final = 1024  # kept in mind; a hall asks for the same ones again and again
_PAUSE: Final = "，"
_AND: Final = "、"
_ORNAMENT: Final = ("So", "Sk", "Cf", "Cc", "Mn", "Me")  # categories: emoji and stars, joiners, accents
_KEPT: Final = "，、。！？：；"
_ASCII_STOPS: Final = str.maketrans(",!?;", "，！？；")
HANZI: Final = "〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"


def cardinal(figure: int) -> str:
    """Say 0 to 9999 in Chinese as a counter's number is said: 12 十二, 2 二 and never 两, 105 一百零五."""
    if figure == 0:
        return _DIGITS[0]
    written = str(figure)
    digits = "".join(
        _DIGITS[int(d)] + (_UNITS[place] if d != "0" else "")
        for place, d in zip(range(len(written) - 1, -1, -1), written, strict=True)
    )
    return re.sub("零+", "零", digits).rstrip("零").removeprefix("一" if 10 <= figure < 20 else "")  # noqa: PLR2004


def spelled(digits: str, one: str = "一") -> str:
    """One word a digit: 103 is 一零三."""
    return "".join(one if d == "1" else _DIGITS[int(d)] for d in digits)


@lru_cache(_MOST_NAMES)
def chinese(name: str, one: str = "一") -> str:
    """A Chinese name in words; what has no reading in any voice stays, see `unread`."""
    words = re.sub(r"\s", "", re.sub(r"(?<=\d)\s+(?=\d)", _AND, plain(name)))
    words = re.sub(r"(?i)(?<![a-z])no\.?#?(\d+)号?", r"\1号", words)
    words = re.sub(r"#(\d+)号?", r"\1号", words)
    words = re.sub(f"(?<=[0-9A-Za-z{_DIGITS}十])#号?", "号", words).replace("#", "井")
    words = re.sub(r"(\d{1,2}):(\d\d)", _clock, words)
    words = re.sub(r"(\d+)⁄(\d+)", r"\2分之\1", words)
    words = re.sub(f"[(]([0-9{_DIGITS}十]{{1,3}})[)]", r"\1", words)
    words = re.sub(r"(\d+)号-(\d+)号", r"\1号至\2号", words)
    words = re.sub(r"(\d+(?:\.\d+)?)%", lambda share: "百分之" + _figure(share[1], "人", one), words)
    words = re.sub(r"(?:[A-Za-z0-9]+-)+[A-Za-z0-9]+(?=(.?))", _span, words)
    words = re.sub("[+&=~×℃]", lambda sign: _WORDS[sign[0]], words).translate(_ASCII_STOPS)
    words = re.sub(r"\d+(?:\.\d+)?", lambda match: _figure(match[0], words[match.end() :], one), words)
    words = re.sub(r"[/\\]", _AND, words)
    return _pauses("".join(_PAUSE if _is_pause(sign) else sign for sign in words))


@lru_cache(_MOST_NAMES)
def english(name: str) -> str:
    """An English name in words; figures of three digits and more one by one."""
    words = re.sub(r"\s+", " ", plain(name)).strip()
    words = re.sub(r"(?i)\bno\.?\s*(?=\d)|#\s*(?=\d)", "number ", words)
    words = re.sub(r"\b(\d+)#", r"number \1", words)
    words = re.sub(r"(\d)\s*[-~]\s*(?=\d)", r"\1 to ", words)
    for sign, word in (("+", "plus"), ("&", "and"), ("@", "at"), ("=", "equals"), ("/", "or")):
        words = words.replace(sign, f" {word} ")
    words = re.sub(r"\d{3,}", lambda digits: " ".join(digits[0]), words)
    return re.sub(r"\s+", " ", words).strip()


def plain(name: str) -> str:
    """Without ornament: ① and Ⅲ as figures, full width and accents as plain letters, no emoji."""
    figures = ""
    for sign in name:
        value = unicodedata.numeric(sign, None) if unicodedata.category(sign) in ("No", "Nl") else None
        if value is None or value != int(value):
            figures += sign
        else:
            figures += (_AND if figures[-1:].isdigit() else "") + str(int(value))
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", figures).replace("℃", "摄氏度"))
    dashes = re.sub("[‐‑‒–—―−]", "-", letters.replace("°C", "摄氏度"))
    return "".join(sign for sign in dashes if unicodedata.category(sign) not in _ORNAMENT)


def unread(phrase: str) -> str:
    """The signs of a Chinese text that are neither hanzi nor Latin letters: no voice has a word for them."""
    return "".join(dict.fromkeys(re.sub(f"[{HANZI}A-Za-z{_KEPT}]", "", phrase)))


def _figure(digits: str, after: str, one: str) -> str:
    whole, _, part = digits.partition(".")
    if part:
        return cardinal(int(whole[-_MOST_COUNTED:])) + "点" + spelled(part)
    counted = _COUNTED.match(after) is not None
    short = len(whole) < 3 and not whole.startswith("0")  # noqa: PLR2004
    if len(whole) <= _MOST_COUNTED and (counted or short or whole == "0"):
        return cardinal(int(whole))
    return spelled(whole, one)


def _clock(time: "re.Match[str]") -> str:
    hours, minutes = cardinal(int(time[1])), int(time[2])
    if not minutes:
        return f"{hours}点"
    return f"{hours}点{'零' if minutes < 10 else ''}{cardinal(minutes)}分"  # noqa: PLR2004


def _span(match: "re.Match[str]") -> str:
    """`3-4号` counts from 3 to 4; `2-301室`, `A-3` and `1-2-3` are names with strokes in them."""
    parts, after = match[0].split("-"), match[1]
    if len(parts) == 2:  # noqa: PLR2004
        low, high = parts
        numbers = low.isdigit() and high.isdigit() and int(low) < int(high) and after not in ("室", "房")
        letters = low.isalpha() and high.isalpha() and len(low) == len(high) == 1 and low < high
        if numbers or letters:
            return f"{low}至{high}"
    return "杠".join(parts)


def _is_pause(sign: str) -> bool:
    return sign in "<>|^`→←↑↓" or (unicodedata.category(sign).startswith("P") and sign not in _KEPT + "@%")


def _pauses(phrase: str) -> str:
    return re.sub(f"[{_PAUSE}{_AND}]*([{_KEPT}])", r"\1", phrase).strip(_PAUSE + _AND)
