"""How days run in each trade: a proposal that any hall's hours cut to something."""

from server.packs.courses import COURSES, FIRST_HOUR, USUAL


def test_every_course_lies_within_a_day_and_lunch_is_quiet() -> None:
    for course in (*COURSES.values(), USUAL):
        assert FIRST_HOUR + len(course) <= 24
        assert all(weight > 0 for weight in course)
        assert course[12 - FIRST_HOUR] < max(course[: 12 - FIRST_HOUR])
