"""Write `server/web/catalogue/readings.ts`: how each hanzi of GB 2312 is read, for 过户 by "gh" and "guohu".

The pages have it with them: a search works without the line, and no server holds a dictionary for it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import groupby
from pathlib import Path

from pypinyin import Style, pinyin
from pypinyin.phrases_dict import phrases_dict
from pypinyin.style import convert

READINGS = Path(__file__).parent.parent / "server/web/catalogue/readings.ts"
SHARE = (
    0.03  # of the phrases a hanzi is in: a reading that is rarer is for scholars (号 as in 号叫, not as xiao)
)
HEAD = """// Made by `python -m deploy.readings` from pypinyin's dictionary (MIT). Do not edit.

/** Each syllable without its tone, and the hanzi of GB 2312 that are read so; ü is v. */
export const READINGS =
"""
FIRST_ROW, LAST_ROW = 0xB0, 0xF7
FIRST_CELL, LAST_CELL = 0xA1, 0xFE
NONE_THERE = range(0xD7FA, 0xD7FF)  # five cells between the two levels


def hanzi() -> list[str]:
    """All of both levels."""
    cells = (
        (row << 8) + cell
        for row in range(FIRST_ROW, LAST_ROW + 1)
        for cell in range(FIRST_CELL, LAST_CELL + 1)
    )
    return [cell.to_bytes(2).decode("gb2312") for cell in cells if cell not in NONE_THERE]


def in_phrases() -> dict[str, Counter[str]]:
    """How often each hanzi is read how."""
    known: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for phrase, readings in phrases_dict.items():
        for letter, (reading, *_) in zip(phrase, readings, strict=False):
            known[letter][convert(reading, Style.NORMAL, strict=False)] += 1
    return known


def render() -> str:
    known: dict[str, list[str]] = {}
    phrases = in_phrases()
    for letter in hanzi():
        usual, *others = pinyin(letter, style=Style.NORMAL, heteronym=True)[0]
        seen = phrases[letter]
        common = [reading for reading in others if seen[reading] > SHARE * seen.total()]
        for reading in (usual, *common):
            known.setdefault(reading.replace("ü", "v"), []).append(letter)
    lines = (
        "".join(f"{reading} {''.join(letters)}|" for reading, letters in alike)
        for _, alike in groupby(sorted(known.items()), key=lambda one: one[0][0])
    )
    return HEAD + " +\n".join(f'  "{line}"' for line in lines) + ";\n"


if __name__ == "__main__":
    READINGS.write_text(render(), encoding="utf-8")
