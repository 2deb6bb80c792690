"""The least and the most of every figure: what the set-up takes, refuses in words, and shows beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

HOUR = 3600


@dataclass(frozen=True, slots=True)
class Range:
    """Both ends belong to it."""

    least: float
    most: float

    def __contains__(self, figure: float) -> bool:
        return self.least <= figure <= self.most  # never true of a figure that is no number


FIGURE_BOUNDS: Mapping[str, Range] = {
    "wait_goal_seconds": Range(1, 4 * HOUR),
    "remedy_threshold_seconds": Range(1, 8 * HOUR),
    "gift_cap_fen": Range(0, 200_000),  # the code's own cap stands below it
    "wait_question_share": Range(0, 1),
    "rating_seconds": Range(0, 600),
    "wait_rating_seconds": Range(0, 600),
    "hasty_rating_ms": Range(0, 60_000),
    "rating_series": Range(0, 1000),
    "low_rating": Range(0, 5),
    "rated_minimum": Range(0, 100_000),
    "satisfied_from": Range(1, 5),
    "busy_p90_seconds": Range(0, 8 * HOUR),
    "seats": Range(0, 10_000),
    "internal_work_seconds": Range(0, 8 * HOUR),
    "task_repeat_seconds": Range(0, 8 * HOUR),
    "priority_head_start_seconds": Range(0, 8 * HOUR),
    "priority_run_limit": Range(0, 100),
    "max_recall": Range(1, 50),
    "last_call_from_recall": Range(1, 50),
    "max_requeue": Range(0, 50),
    "requeue_tolerance": Range(0, 1000),
    "requeue_after": Range(0, 1000),
    "undo_seconds": Range(0, 600),
    "series_start": Range(1, 9999),
    "series_limit": Range(1, 9999),  # four digits: slips, boards and voice say no more
    "pause_alert_seconds": Range(1, 8 * HOUR),
    "bound_patience_seconds": Range(10, HOUR),
    "speech_rate": Range(60, 400),
    "near_close_grace_seconds": Range(0, 8 * HOUR),
    "day_close_after_seconds": Range(0, 12 * HOUR),
    "day_end_after_seconds": Range(0, 24 * HOUR),
    "hero_seconds": Range(1, 120),
    "numbers_a_minute": Range(1, 100_000),
    "asks_a_minute": Range(60, 1_000_000),
}

FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2099, 12, 31)  # of everything that is dated
