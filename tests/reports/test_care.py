"""Who explained, who poured, how fast."""

from server.domain.care import commands as cc
from server.reports import care
from server.reports.report import Share
from tests.builders import Story
from tests.reports.lived import table


def explained() -> Story:
    story = Story("1")
    first, second, third = story.issue_many(3, every=0)
    story.do(cc.ExplainWait(ticket=third, by="wang"))  # unasked, before the rung
    story.later(minutes=11)
    for ticket in (first, second, third):
        story.do(cc.ReachRung(ticket=ticket, act="explain"))
    story.later(seconds=40).do(cc.ExplainWait(ticket=first, by="li"))
    story.do(cc.GiveWater(zone="east", by="li"))
    return story


def test_seconds_to_explain_count_from_the_rung() -> None:
    first, water = table(explained(), care, "acts")
    assert (first["n"], first["due"], first["share"]) == (2, 3, Share(k=2, n=3))
    assert first["to_explain"] == 40
    assert (water["n"], water["share"]) == (3, Share(k=3, n=3))


def test_the_ladder_says_how_many_reached_each_rung() -> None:
    (rung,) = table(explained(), care, "ladder")
    assert (rung["after"], rung["n"]) == (600, 3)


def test_acts_are_of_those_who_did_them() -> None:
    lines = table(explained(), care, "by_person")
    assert [(x["person"], x["explained"], x["watered"]) for x in lines] == [("li", 1, 3), ("wang", 1, 0)]
