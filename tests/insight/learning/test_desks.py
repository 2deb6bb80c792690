"""When counters were open: a lunch is not, a cup of tea is; over midnight a day ends at midnight."""

from server.domain.queue import commands as c
from server.insight.learning.lived import Lived
from tests.builders import Story
from tests.insight.learning.test_watching import lived


def spans(day: Lived) -> list[tuple[str, int, int]]:
    return [(w.counter, w.opens, w.closes) for w in day.worked]


def test_open_until_it_is_closed() -> None:
    story = Story("3")  # at nine
    story.at("11:30").do(c.CloseCounter(counter="3"))
    day = lived(story)
    assert spans(day) == [("3", 540, 690)]
    assert (day.worked[0].profile, day.worked[0].staff) == ("all", "s3")


def test_a_cup_of_tea_is_open_and_lunch_is_not() -> None:
    story = Story("3")
    for begins, ends in (("10:00", "10:10"), ("12:00", "13:00")):
        story.at(begins).do(c.PauseCounter(counter="3", reason="tea"))
        story.at(ends).do(c.ResumeCounter(counter="3"))
    story.at("16:00").do(c.CloseCounter(counter="3"))
    assert spans(lived(story)) == [("3", 540, 720), ("3", 780, 960)]


def test_who_never_comes_back_from_a_pause_was_gone() -> None:
    story = Story("3")
    story.at("12:00").do(c.PauseCounter(counter="3", reason="tea"))
    story.at("16:30").do(c.CloseCounter(counter="3"))
    assert spans(lived(story)) == [("3", 540, 720)]


def test_one_that_nobody_closes_is_open_to_the_end_of_the_day() -> None:
    assert spans(lived(Story("3"))) == [("3", 540, 1440)]


def test_another_profile_is_another_stretch() -> None:
    story = Story("3")
    story.at("10:00").do(c.ChangeProfile(counter="3", profile="quick"))
    story.at("11:00").do(c.CloseCounter(counter="3"))
    assert [(w.opens, w.closes, w.profile) for w in lived(story).worked] == [
        (540, 600, "all"),
        (600, 660, "quick"),
    ]


def test_open_since_before_the_day() -> None:
    story = Story("3")
    story.log.clear()
    story.at("10:00").do(c.CloseCounter(counter="3"))
    assert spans(lived(story)) == [("3", 0, 600)]
