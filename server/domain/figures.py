"""Every figure a hall can set: name, unit, default and the row of the field's documents it comes from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """One hall's thresholds and limits; the journal keeps which were in force when."""

    wait_goal_seconds: int = 600  # Q04: a wait up to and including 10:00 is within the goal
    remedy_threshold_seconds: int = 1200  # R05: strictly more than 20:00 is an over-wait
    parked_time_waits: bool = False  # R05: whether time a customer was away by choice counts as waiting
    gift_cap_fen: int = 200  # R07: 2.00 yuan; the code's own cap of 200 cannot be raised by it
    wait_question_share: float = 0.33  # E02: ordinary customers asked about the wait; remedied ones always
    rating_seconds: int = 30  # E01: how long the evaluator waits for a tap
    wait_rating_seconds: int = 10  # 5.8
    hasty_rating_ms: int = 1000  # 5.8: a rating faster than this is flagged
    rating_series: int = 8  # 5.8: equal ratings in a row at one counter that are flagged
    low_rating: int = 2  # E01: from here down reasons are asked and a follow-up is due
    rated_minimum: int = 30  # E03: fewer rated tickets make no rank
    satisfied_from: int = 4  # E01: 4 counts 5 and 4 as satisfied; 3 counts "basically satisfied", too
    busy_p90_seconds: int = 600  # R01: P90 of the last half hour from which the hall is busy
    seats: int = 24  # Q40: more waiting than seats is busy, too
    internal_work_seconds: int = 30  # Q28: internal work while others wait over the goal is told after this
    task_repeat_seconds: int = 120  # an alert that nobody took is told again after this
    priority_head_start_seconds: int = 600  # Q39: how much earlier a priority ticket counts as taken
    priority_run_limit: int = 2  # Q39: priority calls in a row while an ordinary customer could be called
    max_recall: int = 3  # 3.1: recalls of one call
    last_call_from_recall: int = 2  # 5.6: the recall from which "last call" is said and no-show is offered
    max_requeue: int = 1  # 3.1: how often a missed number may come back
    requeue_tolerance: int = 5  # 3.1: calls of its queue after which a missed number is lost
    requeue_after: int = 3  # 3.1: calls of its queue a restored number lets pass
    confirm_arrival: bool = True  # 3.1: the clerk confirms that the customer stands at the counter
    undo_seconds: int = 5  # 5.3: how long no-show and finish can be taken back
    series_start: int = 1  # 5.0: A001
    series_limit: int = 9999  # after A999 the series goes on with A1000; no number comes twice in a day
    pause_alert_seconds: int = 900  # Q27: a pause this long is shown to the leader
    bound_patience_seconds: int = 120  # who waits for one counter alone is freed when it has paused this long
    speech_rate: int = 150  # words per minute the voice speaks at
    speech_languages: str = "zh,zh"  # 5.6: readings of one call in order; "zh", "zh,zh" or "zh,en"
    near_close_rule: str = "warn"  # §6 16:10: when a wait would pass closing: "issue", "warn" or "stop"
    near_close_grace_seconds: int = 1800  # §6: how long after closing customers are still served
    day_close_after_seconds: int = 900  # §6 16:46: this long after closing, once nobody is left, the day ends
    day_end_after_seconds: int = 10800  # §6: this long after closing it ends whoever is left; 0: at midnight
    hero_seconds: int = 5  # 5.5: how long the newest call stands alone on the lobby board
    kiosk_priority: bool = True  # Q39: customers may say at the kiosk that they need priority
    numbers_a_minute: int = 600  # numbers and reprints of one kiosk or person in a minute; managers are free
    asks_a_minute: int = 3000  # keys and messages of one device or person in a minute; managers are free
