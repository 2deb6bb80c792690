"""What the set-up page shows beside the set-up."""

from server.api.setup.shown import ChangeShown, choices, figures, outcome, shown, unreadable
from server.domain.config.changes.changes import Change
from server.domain.config.figures import Figures
from server.domain.config.soundness.soundness import LETTERS
from server.domain.hall import Hall
from server.domain.text import Text
from server.packs.hall_file import HallFileProblem
from tests.builders import a_config


def test_only_letters_that_are_free_are_offered() -> None:
    taken = {q.letter for q in a_config().queues}
    assert set(choices(a_config()).letters) == set(LETTERS) - taken


def test_a_figure_is_shown_beside_its_usual_value() -> None:
    shown = {f.name: f for f in figures(Figures(max_recall=5))}
    assert (shown["max_recall"].value, shown["max_recall"].usual) == (5, 3)
    assert (shown["max_recall"].least, shown["undo_seconds"].least) == (1, 0)


def test_what_there_was_not_is_shown_as_nothing() -> None:
    assert shown(Change(path="phone", before="", after='"1"')) == ChangeShown(
        path="phone", text=Text("咨询电话：无 → 1", "Telephone: none → 1"), before=None, after="1"
    )


def test_what_is_no_set_up_at_all_is_named_at_its_place() -> None:
    unsound = unreadable(HallFileProblem("too_large", "phone"))
    assert [(p.where, p.zh) for p in unsound.problems] == [
        ("phone", unsound.text.zh.removeprefix("配置有误："))
    ]


def test_a_change_that_changes_nothing_says_so() -> None:
    nothing = outcome(Hall(config=a_config(), seq=7), None)
    assert (nothing.changes, nothing.planned, nothing.seq) == ((), None, 7)
