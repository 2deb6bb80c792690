"""Which counters' names no voice can say."""

from dataclasses import replace

from server.devices.speaking.pack_names import names_said, refused_names
from server.devices.speaking.phrases import PLAIN, Readings
from server.domain.text import Text
from tests.builders import COUNTERS, a_config

RARE = "㮾梨供电所窗口"


def test_a_name_that_can_be_said_is_shown_as_it_is_said() -> None:
    (said,) = names_said([("3", Text("3#窗口", ""))], PLAIN)
    assert (said.name, said.said, said.refused) == ("3#窗口", "三号窗口", "")


def test_letters_without_a_reading_are_named() -> None:
    names = {
        name: names_said([("1", Text(name, ""))], PLAIN)[0].refused for name in ("𠮷号窗口", "@窗口", RARE)
    }
    assert names == {"𠮷号窗口": "𠮷", "@窗口": "@", RARE: ""}, "㮾 is known to be láng"


def test_a_reading_of_the_halls_own_makes_it_sayable() -> None:
    (said,) = names_said([("1", Text("𠮷号窗口", ""))], Readings(lexicon={"𠮷": "吉"}))
    assert (said.said, said.refused) == ("吉号窗口", "")


def test_a_hall_is_told_only_of_the_names_that_cannot_be_said() -> None:
    odd = replace(COUNTERS[0], name=Text("𠮷 室", "Room"))
    config = a_config(counters=(odd, *COUNTERS[1:]))
    assert [one.counter for one in refused_names(config, PLAIN)] == [odd.id]
