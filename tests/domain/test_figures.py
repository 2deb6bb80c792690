"""The figures a hall starts with are those of the field's documents."""

from server.domain.config_rules import problems
from server.domain.figures import Figures
from tests.builders import a_config


def test_the_defaults_are_the_documents_own() -> None:
    figures = Figures()
    assert (figures.wait_goal_seconds, figures.remedy_threshold_seconds) == (600, 1200)
    assert (figures.priority_head_start_seconds, figures.priority_run_limit) == (600, 2)
    assert (figures.max_recall, figures.max_requeue) == (3, 1)
    assert (figures.requeue_tolerance, figures.requeue_after) == (5, 3)
    assert figures.confirm_arrival


def test_a_hall_can_run_on_the_defaults() -> None:
    assert problems(a_config(figures=Figures())) == []
