"""What the set-up page shows beside the set-up."""

from server.api.setup_view import choices, figures, history, shown
from server.domain.config.changes import Change
from server.domain.config.figures import Figures
from server.domain.config.soundness import LETTERS
from server.domain.equipment.commands import NoteAccess
from server.domain.setup.commands import ConfigureHall, DropPlan
from server.journal import Recorded
from tests.builders import Story, a_config
from tests.domain.setup.test_rules import TOMORROW


def test_only_letters_that_are_free_are_offered() -> None:
    taken = {q.letter for q in a_config().queues}
    assert set(choices(a_config())["letters"]) == set(LETTERS) - taken


def test_a_figure_is_shown_beside_its_usual_value() -> None:
    shown = {f["name"]: f for f in figures(Figures(max_recall=5))}
    assert (shown["max_recall"]["value"], shown["max_recall"]["usual"]) == (5, 3)
    assert (shown["max_recall"]["least"], shown["undo_seconds"]["least"]) == (1, 0)


def test_what_there_was_not_is_shown_as_nothing() -> None:
    assert shown(Change(path="phone", before="", after='"1"')) == {
        "path": "phone",
        "before": None,
        "after": "1",
    }


def test_the_history_says_who_did_what_in_words_for_every_kind() -> None:
    story = Story(empty=True)
    story.do(ConfigureHall(config=a_config(), by="1001"))
    story.do(ConfigureHall(config=a_config(phone="1"), by="1001", note="换号"))
    story.do(ConfigureHall(config=a_config(phone="2"), base=a_config(phone="1"), valid_from=TOMORROW))
    story.do(DropPlan(plan=next(iter(story.hall.plans))))
    story.do(NoteAccess(what="device_revoked", subject="kiosk-1", detail="丢失"))
    found = [
        Recorded(epoch=1, seq=n, actor="person:1001", event=event) for n, event in enumerate(story.log, 1)
    ]
    told = history(found, {"1001": "周敏"})
    assert [entry["kind"] for entry in told] == ["config", "config", "plan", "plan_dropped", "access"]
    assert {entry["name"] for entry in told} == {"周敏"}
    assert [entry["can_undo"] for entry in told] == [False, True, False, False, False]
    assert (told[1]["note"], told[1]["changes"][0]["path"]) == ("换号", "phone")
    assert told[2]["valid_from"] == TOMORROW
    assert (told[4]["what"], told[4]["subject"], told[4]["detail"]) == ("device_revoked", "kiosk-1", "丢失")
