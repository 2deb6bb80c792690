"""What an exercise of the hall has shown, as a page for people: plain text, Chinese first, to be signed."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from server.domain.text import Text
from server.drill.texts import TITLES, text_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """`name` is D1 to D7; `seen` is what happened, or what did not."""

    name: str
    passed: bool
    seen: Text
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    hall: Text
    at: datetime
    zone: str
    by: str
    version: str
    exercises: tuple[Exercise, ...]

    @property
    def passed(self) -> int:
        return sum(exercise.passed for exercise in self.exercises)

    @property
    def share(self) -> str:
        return f"{self.passed}/{len(self.exercises)}"

    def page(self) -> str:
        day = f"{self.at.astimezone(ZoneInfo(self.zone)):%Y-%m-%d %H:%M}"
        head = (
            text_of("hall"),
            text_of("about", zh=self.hall.zh, en=self.hall.en or self.hall.zh),
            text_of("day", day=day, zone=self.zone),
            text_of("by", by=self.by or "—"),
            text_of("version", version=self.version),
        )
        lines = [f"{text.zh}\n{text.en}" for text in head]
        lines += [_lines(exercise) for exercise in self.exercises]
        total = text_of("sum", all=len(self.exercises), well=self.passed)
        return "\n\n".join((*lines, f"{total.zh}\n{total.en}")) + "\n"


def _lines(exercise: Exercise) -> str:
    outcome, title = text_of("passed" if exercise.passed else "failed"), TITLES[exercise.name]
    seconds = f"{exercise.seconds:.1f}"
    zh = text_of("line", name=exercise.name, outcome=outcome.zh, seconds=seconds, title=title.zh).zh
    en = text_of("line", name=exercise.name, outcome=outcome.en, seconds=seconds, title=title.en).en
    return f"{zh}\n  {exercise.seen.zh}\n{en}\n  {exercise.seen.en}"
