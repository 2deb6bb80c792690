"""Every remedy due is accounted for, and a miss bears a name."""

from datetime import UTC, datetime, timedelta

from server.domain.care import commands as cc
from server.domain.queue import commands as c
from server.reports import remedies
from server.reports.report import Share
from tests.builders import Story
from tests.reports.lived import table


def five_cases() -> Story:
    story = Story("1")
    story.do(cc.LeadShift(by="wang"))
    tickets = story.issue_many(5, every=0)
    story.later(minutes=22)
    for ticket in tickets:
        story.do(cc.OpenCase(ticket=ticket))
    given, declined, missed, waived, _ = tickets
    story.do(cc.GiveGift(ticket=given, gift="tissues", by="li"))
    story.do(cc.DeclineGift(ticket=declined, by="li"))
    story.do(c.MarkWalkout(ticket=missed))
    story.do(cc.WaiveCase(ticket=waived, reason="停电", by="wang"))
    return story


def test_coverage_is_given_or_declined_of_due_and_a_waived_one_is_not_due() -> None:
    (summary,) = table(five_cases(), remedies, "summary")
    counted = [summary[name] for name in ("due", "given", "declined", "missed", "waived", "open")]
    assert counted == [4, 1, 1, 1, 1, 1]
    assert summary["coverage"] == Share(k=2, n=4)
    assert (summary["cost"], summary["cost_per_gift"]) == (150, 150)


def test_a_miss_is_listed_with_number_time_and_leader() -> None:
    (line,) = table(five_cases(), remedies, "missed")
    assert (line["number"], line["leader"], line["waited"]) == ("A003", "wang", 22 * 60)
    assert line["moment"] == datetime(2026, 3, 2, 1, 0, tzinfo=UTC) + timedelta(minutes=22)


def test_a_waived_one_is_shown_with_who_and_why() -> None:
    (line,) = table(five_cases(), remedies, "waived")
    assert (line["number"], line["by"], line["reason"]) == ("A004", "wang", "停电")


def test_leaders_answer_for_their_shift() -> None:
    (line,) = table(five_cases(), remedies, "by_leader")
    assert (line["leader"], line["due"], line["missed"], line["coverage"]) == ("wang", 4, 1, Share(k=2, n=4))


def test_a_day_without_a_gift_has_no_cost_per_gift() -> None:
    story = Story("1")
    ticket = story.issue()
    story.later(minutes=21).do(cc.OpenCase(ticket=ticket))
    assert [d["cost_per_gift"] for d in table(story, remedies, "by_day")] == [None]
