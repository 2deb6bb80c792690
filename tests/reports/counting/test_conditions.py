"""What figures ask alike asks of visits, not of acts multiplied by them."""

from sqlalchemy import func, select

from server.reports.counting import conditions
from server.visits.past import VISIT
from tests.reports.conftest import BusyHall


def test_first_time_and_open_are_parts_of_what_they_are_of(busy: BusyHall) -> None:
    def n(*where: object) -> int:
        found: int = busy.db.execute(select(func.count()).select_from(VISIT).where(*where)).scalar_one()  # type: ignore[arg-type]
        return found

    assert 0 < n(conditions.FIRST_TIME) < n(conditions.RESOLVED) < n()
    assert n(conditions.FIRST_TIME, ~conditions.RESOLVED) == 0
    assert n(conditions.OPEN, conditions.CAME_BACK) == n(conditions.OPEN, conditions.FIRST_TIME) == 0
    assert n(conditions.CAME_BACK) > 0
