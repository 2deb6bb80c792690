"""However many alerts are raised, a hall holds a few and a view of them stays small."""

from pydantic import TypeAdapter

from server.domain.equipment import commands as ec
from server.domain.equipment.alerts import MOST
from server.domain.views.overview.manager import ManagerView, manager
from tests.builders import Story


def test_a_flood_of_alerts_leaves_a_few_and_a_small_view() -> None:
    """C41: 400 from one token made a view of 2.6 MB."""
    story = Story("1")
    story.do(ec.RaiseAlert(kind="no_speaker", subject="hall"))
    for n in range(400):
        story.do(ec.RaiseAlert(kind="guide_called", subject=f"{n}" + "x" * 4000, detail="y" * 4000))
    assert len(story.hall.alerts) == MOST
    assert "no_speaker/hall" in story.hall.alerts  # a flood of one kind never drives out another
    newest = next(reversed(story.hall.alerts.values()))
    assert newest.subject.startswith("399")
    view = TypeAdapter(ManagerView).dump_json(manager(story.hall, story.now, {}))
    assert len(view) < 120_000


def test_the_same_again_changes_nothing() -> None:
    story = Story("1")
    story.do(ec.RaiseAlert(kind="guide_called", subject="x" * 900, detail="y" * 900))
    assert story.do(ec.RaiseAlert(kind="guide_called", subject="x" * 900, detail="y" * 900)) == ()
