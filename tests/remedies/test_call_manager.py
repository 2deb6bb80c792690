"""The act `call_manager` asks those whom its rung names, and opens no case."""

from server.domain.care.commands import RaiseTask
from server.domain.config.config import Rung
from server.remedies import call_manager
from tests.builders import Story


def test_it_asks_whom_the_rung_names_about_the_ticket() -> None:
    story = Story()
    ticket = story.ticket(story.issue())
    rung = Rung(act="call_manager", after_seconds=60, tells=("guide", "team_leader"))
    task = RaiseTask(kind="call_manager", subject=ticket.id, roles=("guide", "team_leader"))
    assert list(call_manager.propose(story.hall, ticket, rung, story.now)) == [task]


def test_the_task_can_be_raised_and_lapses_with_the_wait() -> None:
    story = Story("1")
    ticket = story.ticket(story.issue())
    rung = Rung(act="call_manager", after_seconds=60, tells=("guide",))
    for command in call_manager.propose(story.hall, ticket, rung, story.now):
        story.do(command)
    assert [t.kind for t in story.hall.care.tasks.values()] == ["call_manager"]
    story.call()
    assert not story.hall.care.tasks
