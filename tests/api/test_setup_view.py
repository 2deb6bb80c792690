"""What the set-up page shows beside the set-up."""

from server.api.setup_view import ChangeShown, bounds, choices, figures, refused, shown, wrong_places
from server.domain.config.changes import Change
from server.domain.config.figures import Figures
from server.domain.config.soundness import LETTERS
from server.domain.text import Text
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
        path="phone", before=None, after="1"
    )


def test_all_that_is_wrong_is_told_and_the_first_speaks_for_it() -> None:
    found = [("counters", Text("没有窗口", "no counter")), ("phone", Text("太长", "too long"))]
    why = refused(found).why
    assert (why.status, why.fields) == (409, {"where": "counters"})
    assert "没有窗口" in why.text.zh
    assert [place.where for place in wrong_places(found)] == ["counters", "phone"]


def test_a_place_of_the_set_up_has_both_its_ends() -> None:
    assert bounds().numbers["weekdays.weekday"] == (1, 7)
