"""Every figure a hall can set: name, unit, default and the row of the field's documents it comes from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """One hall's thresholds and limits; the journal keeps which were in force when."""

    wait_goal_seconds: int = 600  # Q04: a wait up to and including 10:00 is within the goal
    remedy_threshold_seconds: int = 1200  # R05: strictly more than 20:00 is an over-wait
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
    speech_rate: int = 150  # words per minute the voice speaks at
    speech_languages: str = "zh,zh"  # 5.6: readings of one call in order; "zh", "zh,zh" or "zh,en"
    hero_seconds: int = 5  # 5.5: how long the newest call stands alone on the lobby board
