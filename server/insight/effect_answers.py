"""What customers said of their waiting, folded from the journal: one answer a finished leg, asked or not."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from server.domain.care import events as e
from server.domain.care.remedies import drawn
from server.domain.config.config import HallConfig
from server.domain.config.hours import local
from server.domain.event import Event
from server.domain.opinion.events import EvaluationAsked, WaitRated
from server.domain.queue import events as q
from server.domain.setup.events import HallConfigured


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One finished leg; everybody is here, because who was not asked or did not answer matters, too."""

    evaluation: str
    hall_id: str
    day: date
    waited_seconds: float  # of the whole visit, the clock the ladder goes by
    remedied: bool  # a gift was handed over
    cared: bool
    asked: bool
    ask_share: float  # how likely the question was: certain for remedied and cared, else the hall's sample
    wait_rating: int = 0  # 5 … 1; 0: none
    lot: bool | None = None  # whether the lot was for the remedy; None: no lot in force


@dataclass(frozen=True, slots=True, kw_only=True)
class Gift:
    """What a remedy cost, whether or not its customer was asked about anything (R11)."""

    hall_id: str
    day: date
    cost_fen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    answers: tuple[Answer, ...]
    gifts: tuple[Gift, ...]


def survey(hall_id: str, events: Iterable[Event], config: HallConfig | None = None) -> Survey:
    """One hall's journal from its beginning, or from a later day with the `config` in force by then."""
    fold = _Fold(hall_id=hall_id, config=config)
    for event in events:
        fold.take(event)
    return Survey(answers=tuple(fold.answers.values()), gifts=tuple(fold.gifts.values()))


@dataclass(slots=True, kw_only=True)
class _Fold:
    hall_id: str
    config: HallConfig | None = None
    tokens: dict[str, str] = field(default_factory=dict)
    answers: dict[str, Answer] = field(
        default_factory=dict
    )  # asked again after a finish taken back: what was said stands
    gifts: dict[tuple[date, str], Gift] = field(default_factory=dict)

    def take(self, event: Event) -> None:
        match event:
            case HallConfigured():
                self.config = event.config
            case q.DayOpened():
                self.tokens.clear()
            case q.TicketIssued():
                self.tokens[event.ticket] = event.token
            case EvaluationAsked():
                self.answers[event.evaluation] = self._asked(event)
            case WaitRated():
                self._rated(event)
            case e.GiftGiven():
                day = self._day(event.at)
                self.gifts[day, event.ticket] = Gift(hall_id=self.hall_id, day=day, cost_fen=event.cost_fen)

    def _asked(self, event: EvaluationAsked) -> Answer:
        assert self.config is not None
        before, certain = self.answers.get(event.evaluation), event.remedied or event.cared
        return Answer(
            evaluation=event.evaluation,
            hall_id=self.hall_id,
            day=self._day(event.at),
            waited_seconds=event.waited_seconds,
            remedied=event.remedied,
            cared=event.cared,
            asked=event.ask_wait or (before is not None and before.asked),
            ask_share=1.0 if certain else self.config.figures.wait_question_share,
            wait_rating=before.wait_rating if before else 0,
            lot=self._lot(self.tokens.get(event.ticket)),
        )

    def _rated(self, event: WaitRated) -> None:
        if asked := self.answers.get(event.evaluation):  # else it was asked before what is read here
            self.answers[event.evaluation] = replace(asked, wait_rating=event.level)

    def _lot(self, token: str | None) -> bool | None:
        assert self.config is not None
        share = self.config.remedy_share
        if token is None or not self.config.remedies_on or not 0 < share < 1:
            return None
        return drawn(token, share)

    def _day(self, at: datetime) -> date:
        return local(self.config, at).date() if self.config else at.date()
