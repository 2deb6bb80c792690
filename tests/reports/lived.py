"""A short story read by a report."""

from server.journal import Recorded
from server.reports.nouns import Visit
from server.reports.period import Period, period_of
from server.reports.report import Cells, Report
from server.reports.visits import visits
from tests.builders import ZONE, Story


def recorded(story: Story) -> list[Recorded]:
    return [Recorded(epoch=1, seq=n, actor="test", event=e) for n, e in enumerate(story.log, 1)]


def today(story: Story, kind: str = "day") -> Period:
    return period_of(kind, story.now.astimezone(ZONE).date(), str(ZONE))


def seen(story: Story) -> dict[str, Visit]:
    """Today's visits by their numbers."""
    assert story.hall.config is not None
    return {v.number: v for v in visits(recorded(story), today(story), story.hall.config)}


def table(story: Story, report: Report, sheet: str) -> list[Cells]:
    assert story.hall.config is not None
    rows = report.rows(recorded(story), today(story), story.hall.config)
    return [row.cells for row in rows if row.sheet == sheet]
