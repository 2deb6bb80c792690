"""What an evaluator shows (5.8): who serves here, then one question, then perhaps a second."""

from dataclasses import dataclass
from datetime import datetime

from server.domain.config.config import HallConfig
from server.domain.hall import Hall
from server.domain.kept import kept
from server.domain.opinion.nouns import Evaluation
from server.domain.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluatorView:
    """`step`: "idle", "rate", "rate_wait" or "thanks"; public, so it shows numbers and no names."""

    hall: Text
    counter: str
    name: Text
    staff: str
    step: str
    evaluation: str
    number: str
    asked_at: datetime | None
    rating_seconds: int
    wait_rating_seconds: int
    ask_wait: bool
    low: bool
    rain: bool = False  # whoever goes is reminded of an umbrella, too (Q46)


def evaluator(hall: Hall, counter_id: str) -> EvaluatorView:
    config = hall.setup
    asked = hall.opinion.evaluations.get(counter_id)
    return _evaluator(config, counter_id, hall.counters[counter_id].staff, asked, hall.guidance.rain)


@kept()
def _evaluator(
    config: HallConfig, counter_id: str, staff: str, asked: Evaluation | None, rain: bool
) -> EvaluatorView:
    figures = config.figures
    step = "idle"
    if asked is not None:
        step = (
            "rate"
            if not asked.level
            else "rate_wait"
            if asked.ask_wait and not asked.wait_level
            else "thanks"
        )
    return EvaluatorView(
        hall=config.name,
        counter=counter_id,
        name=config.counter[counter_id].name,
        staff=staff,
        step=step,
        evaluation=asked.id if asked else "",
        number=asked.number if asked else "",
        asked_at=asked.asked_at if asked else None,
        rating_seconds=figures.rating_seconds,
        wait_rating_seconds=figures.wait_rating_seconds,
        ask_wait=bool(asked and asked.ask_wait),
        low=bool(asked and 0 < asked.level <= figures.low_rating),
        rain=rain,
    )
