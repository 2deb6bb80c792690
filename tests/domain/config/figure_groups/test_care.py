from server.domain.config.figure import Group
from server.domain.config.figure_groups.care import CareFigures
from tests.domain.config.of_a_group import assert_of


def test_it_holds_its_group_and_all_of_it() -> None:
    assert_of(Group.CARE, CareFigures)
