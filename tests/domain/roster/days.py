"""A day planned for five counters, as stories of the roster have it."""

from datetime import date

from server.domain.roster import commands as c
from server.domain.roster.nouns import Post, Shift
from tests.builders import Story

TODAY = date(2026, 3, 2)
NEEDED = tuple({20: 4, 21: 4, 22: 3}.get(slot, 1 if 17 <= slot < 33 else 0) for slot in range(48))


def shift(person: str, counter: str = "", begins: str = "08:30", ends: str = "16:30") -> Shift:
    post = Post.COUNTER if counter else Post.GUIDE
    return Shift(person=person, post=post, counter=counter, begins=begins, ends=ends)


FIVE = tuple(shift(f"120{n}", str(n)) for n in range(1, 6))


def planned(*shifts: Shift, today: Story | None = None) -> Story:
    story = today or Story()
    story.do(c.PlanDay(day=TODAY, shifts=shifts or FIVE, by="1100"))
    return story


def absent(story: Story, *people: str) -> Story:
    for person in people:
        story.do(c.MarkAbsence(day=TODAY, person=person, by="1100"))
    return story
