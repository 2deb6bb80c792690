"""Puts pauses between the digits and words of a Chinese phrase, without which a neural voice is not clear.

Each pause here was measured with a recogniser (`tests/drills/test_voice_heard.py`): a short one between equal
digits, else two of three are heard; one between 七 and 一, else 171 is heard as 17; one after 到, else it is
heard as 刀. Longer ones, pauses before every 一 or between all digits, after the letter, and slower numbers
were tried and are worse. A last call begins with the number itself, whose first sounds are lost; said with 请
before it, as a first call is, it is heard as well. Said in two pieces, or after the counter, "last call"
costs numbers.
"""

import re
from itertools import pairwise
from typing import Final

_DIGITS: Final = "零一二三四五六七八九幺"
_UNITS: Final = "十百千"
# A ticket's number: letters and digits, or two digits at least; the figures of a counter are a cardinal.
_TICKET: Final = re.compile(f"([A-Z]+(?=[{_DIGITS}])|(?<![{_DIGITS}{_UNITS}]))([{_DIGITS}]+)号")
_SPELLED: Final = re.compile(f"(?<![{_UNITS}])[{_DIGITS}]{{3,}}(?![{_UNITS}])")  # as in 九五五九八热线
_BARE_LAST_CALL: Final = re.compile(f"[A-Za-z{_DIGITS}]+号，最后一次呼叫")
_WORDS: Final = re.compile("(窗口|办理|尽快|最后|一次|呼叫|重新|取号|过号)")
_ON_THE_WAY: Final = re.compile("^(请?)到")


def worded(phrase: str) -> str:
    """`请A零零一号` is `请 A 零，零 一 号，` and `到三号窗口办理` is `到，三号 窗口 办理。`"""
    if _BARE_LAST_CALL.match(phrase):
        phrase = "请" + phrase
    words = _SPELLED.sub(lambda match: f" {_apart(match[0])} ", _TICKET.sub(_ticket, phrase.upper()))
    words = _ON_THE_WAY.sub(r"\1 到，", _WORDS.sub(r" \1 ", words))
    words = re.sub("[ ，]*([，。！？]) *", r"\1", re.sub(" +", " ", words)).strip()
    if words.endswith(("。", "！", "？", "，")):
        return words
    return words + ("。" if words.startswith(("到", "请 到")) or "，" not in words else "，")


def names_a_place(phrase: str) -> bool:
    """Whether it says where to go."""
    return _ON_THE_WAY.match(phrase) is not None


def _ticket(match: "re.Match[str]") -> str:
    letters, digits = match[1], match[2]
    if not letters and len(digits) == 1:
        return match[0]
    return f" {' '.join((*letters, _apart(digits)))} 号，"


def _apart(digits: str) -> str:
    """`一零零` is `一 零，零`."""
    return digits[0] + "".join(("，" if _melt(*pair) else " ") + pair[1] for pair in pairwise(digits))


def _melt(before: str, digit: str) -> bool:
    return digit == before or before + digit == "七一"
