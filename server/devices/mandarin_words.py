"""Puts pauses between the digits and words of a Chinese phrase, without which a neural voice is not clear."""

import re
from typing import Final

_DIGITS: Final = "零一二三四五六七八九幺"
_UNITS: Final = "十百千"
# A ticket's number: letters and digits, or two digits at least; the figures of a counter are a cardinal.
_TICKET: Final = re.compile(f"([A-Z]+[{_DIGITS}]+|(?<![{_DIGITS}{_UNITS}])[{_DIGITS}]{{2,}})号")
_WORDS: Final = re.compile("(窗口|办理|尽快|最后|一次|呼叫|重新|取号|过号)")
_ON_THE_WAY: Final = re.compile("^(请?)到")


def worded(phrase: str) -> str:
    """`请A零零一号` is `请 A 零 零 一 号，` and `到三号窗口办理` is `到 三号 窗口 办理。`"""
    said = _TICKET.sub(lambda found: f" {' '.join(found[1])} 号，", phrase.upper())
    said = _ON_THE_WAY.sub(r"\1 到 ", _WORDS.sub(r" \1 ", said))
    said = re.sub("[ ，]*([，。！？])", r"\1", re.sub(" +", " ", said)).strip()
    if said.endswith(("。", "！", "？", "，")):
        return said
    return said + ("，" if "，" in said else "。")  # after a number the counter is still to come
