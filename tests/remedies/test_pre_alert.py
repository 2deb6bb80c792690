"""The act `pre_alert` asks those whom its rung names, and opens no case."""

from server.domain.care.commands import RaiseTask
from server.domain.config.config import Rung
from server.remedies import pre_alert
from tests.builders import Story


def test_it_asks_whom_the_rung_names_about_the_ticket() -> None:
    story = Story()
    ticket = story.ticket(story.issue())
    rung = Rung(act="pre_alert", after_seconds=60, tells=("guide", "team_leader"))
    task = RaiseTask(kind="pre_alert", subject=ticket.id, roles=("guide", "team_leader"))
    assert list(pre_alert.propose(story.hall, ticket, rung, story.now)) == [task]


def test_the_task_can_be_raised_and_lapses_with_the_wait() -> None:
    story = Story("1")
    ticket = story.ticket(story.issue())
    rung = Rung(act="pre_alert", after_seconds=60, tells=("guide",))
    for command in pre_alert.propose(story.hall, ticket, rung, story.now):
        story.do(command)
    assert [t.kind for t in story.hall.care.tasks.values()] == ["pre_alert"]
    story.call()
    assert not story.hall.care.tasks
