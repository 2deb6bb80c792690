"""Rates of those who answered, always beside how many did not."""

from server.domain.care import commands as cc
from server.domain.opinion.commands import Rate, RateWait
from server.reports import satisfaction
from server.reports.report import Share
from tests.builders import Story, with_figures
from tests.reports.lived import table


def rated(*levels: int, counter: str = "1", **figures: object) -> Story:
    """One customer a level; 0 does not answer."""
    story = Story(counter, config=with_figures(**figures))
    for level in levels:
        story.issue()
        story.serve(counter)
        if level:
            asked = story.hall.opinion.evaluations[counter].id
            story.do(Rate(counter=counter, evaluation=asked, level=level, reaction_ms=400))
    return story


def test_the_unrated_are_never_counted_as_satisfied() -> None:
    (line,) = table(rated(5, 4, 3, 0, 0), satisfaction, "overall")
    assert (line["finished"], line["asked"], line["rated"]) == (5, 5, 3)
    assert line["satisfied"] == Share(k=2, n=3, minimum=30)
    assert line["rated_share"] == Share(k=3, n=5)
    assert (line["level_mean"], line["flagged"]) == (4, 3)


def test_nobody_rated_makes_no_rate() -> None:
    (line,) = table(rated(0), satisfaction, "overall")
    assert line["satisfied"] == Share(k=0, n=0, minimum=30)
    assert line["level_mean"] is None


def test_a_clerks_rate_says_when_it_rests_on_too_few() -> None:
    (line,) = table(rated(5, 5, rated_minimum=3), satisfaction, "by_clerk")
    share = line["satisfied"]
    assert isinstance(share, Share)
    assert not share.enough


def test_the_question_about_the_wait_stands_apart() -> None:
    story = rated(wait_question_share=1.0)
    for ticket in story.issue_many(2):
        story.do(cc.GiveWater(ticket=ticket))
        break
    for level in (5, 2):
        story.serve("1")
        asked = story.hall.opinion.evaluations["1"].id
        story.do(RateWait(counter="1", evaluation=asked, level=level))
    lines = table(story, satisfaction, "wait_question")
    said = [
        (share.k, share.n, share.enough) for line in lines if isinstance(share := line["satisfied"], Share)
    ]
    assert said == [(0, 0, False), (1, 1, False), (0, 1, False)]  # 样本不足, never 100 % of one


def test_levels_are_counted_from_five_to_one() -> None:
    assert [x["n"] for x in table(rated(5, 5, 3, 1, 0), satisfaction, "levels")] == [2, 0, 1, 0, 1]
