"""How hanzi are read, as the pages have it."""

import re

from deploy.readings import READINGS, hanzi, render


def test_the_pages_know_what_the_dictionary_knows() -> None:
    written = READINGS.read_text(encoding="utf-8")
    assert written == render(), "run `python -m deploy.readings`"


def test_every_hanzi_of_both_levels_has_a_reading() -> None:
    read = dict(re.findall(r"([a-z]+) ([^|]+)\|", render().partition("READINGS")[2]))
    letters = hanzi()
    assert len(letters) == len(set(letters)) == 6763
    assert set(letters) == set("".join(read.values()))
    assert all(letter in read[reading] for letter, reading in (("过", "guo"), ("户", "hu"), ("绿", "lv")))
    assert "重" in read["chong"]
    assert "重" in read["zhong"]
