"""The act `explain` asks those whom its rung names, and opens no case."""

from server.domain.care.commands import RaiseTask
from server.domain.config.config import Rung
from server.remedies import explain
from tests.builders import Story


def test_it_asks_whom_the_rung_names_about_the_ticket() -> None:
    story = Story()
    ticket = story.ticket(story.issue())
    rung = Rung(act="explain", after_seconds=60, tells=("guide", "team_leader"))
    task = RaiseTask(kind="explain", subject=ticket.id, roles=("guide", "team_leader"))
    assert list(explain.propose(story.hall, ticket, rung, story.now)) == [task]


def test_the_task_can_be_raised_and_lapses_with_the_wait() -> None:
    story = Story("1")
    ticket = story.ticket(story.issue())
    rung = Rung(act="explain", after_seconds=60, tells=("guide",))
    for command in explain.propose(story.hall, ticket, rung, story.now):
        story.do(command)
    assert [t.kind for t in story.hall.care.tasks.values()] == ["explain"]
    story.call()
    assert not story.hall.care.tasks
