"""What the console shows, on four lines of 20 columns. Pure; `frame` is the whole of it."""

import re
from datetime import datetime, timedelta, timezone
from math import ceil

from counter_client.keypad.columns import between, fit, width, wrap
from counter_client.keypad.keypad_texts import SAYS, Language, Text, Word, text_of
from counter_client.keypad.moments import moment
from counter_client.keypad.session import Seen
from counter_client.keypad.view import Counter, Customer

COLUMNS, LINES = 20, 4
HALL_ZONE = timezone(timedelta(hours=8))  # as on the pages; China has one zone and no summer time

Frame = tuple[str, ...]

_STATES: dict[str, Word] = {
    "closed": "closed",
    "open_idle": "open_idle",
    "calling": "calling",
    "serving": "serving",
    "paused": "paused",
}
_HINTS: dict[str, Word] = {
    "open_idle": "hint_idle",
    "calling": "hint_calling",
    "serving": "hint_serving",
    "paused": "hint_paused",
}


def frame(seen: Seen, language: Language, *, seconds: bool = True) -> Frame:
    """Four lines of exactly 20 columns. Without `seconds` they change once a minute at most by themselves."""
    view = seen.view
    if view is None:
        return _padded(_before_the_first_view(seen, language))
    if seen.question:
        rows = [row.of(language) for row in seen.question.rows]
        return _padded([_head(seen, language, seen.question.title.of(language)), *rows])
    now = seen.now or view.since
    third, fourth = _third(view, now, language, seconds=seconds), _fourth(seen, view, now).of(language)
    if seen.notice:
        third, fourth = _noticed(seen.notice.of(language), third)
    return _padded([_head(seen, language), _second(view, language), third, fourth])


def farewell(why: Text, language: Language) -> Frame:
    """The door is shut: why, and nothing else."""
    return _padded(["", *wrap(why.of(language), COLUMNS, LINES - 1)])


def _padded(lines: list[str]) -> Frame:
    return tuple(fit(line, COLUMNS) for line in [*lines, "", "", "", ""][:LINES])


def _before_the_first_view(seen: Seen, language: Language) -> list[str]:
    name, trouble = text_of("counter", counter=seen.counter), seen.trouble or seen.notice
    return [t.of(language) for t in (name, SAYS["connecting"], trouble) if t]


def _head(seen: Seen, language: Language, title: str = "") -> str:
    """Whose counter, and what time; while nothing is heard, that instead of the time."""
    view = seen.view
    assert view is not None
    name = title or view.name.of(language).replace("号 ", "号").replace(" 号", "号")
    who = "" if title else seen.name or view.staff
    if not seen.fresh:
        return between(name, SAYS["updating"].of(language), COLUMNS)
    clock = _clock(seen.now) if seen.now else ""
    room = COLUMNS - width(name) - width(clock) - 2
    middle = f"  {who}" if who and width(who) + 2 <= room + 1 else ""
    return between(name + middle, clock, COLUMNS)


def _second(view: Counter, language: Language) -> str:
    state = SAYS[_STATES[moment(view.state)]].of(language)
    customer = view.customer
    if customer is None:
        what = _reason(view, language) or view.business.of(language)
    else:
        mark = SAYS["priority"].of(language) if customer.priority else ""
        what = f"{customer.number}{mark} {customer.service.of(language)}"
    if width(what) + width(state) + 1 > COLUMNS:
        what = re.split(r"[（(]", what)[0].rstrip()  # rather no remark than half of one
    return between(what, state, COLUMNS)


def _third(view: Counter, now: datetime, language: Language, *, seconds: bool) -> str:
    n, number = view.waiting, view.next
    if view.customer is None and view.state != "paused":
        if not n:
            return SAYS["nobody"].of(language)
        after = text_of("line_next", number=number).of(language) if number else ""
        return between(text_of("line_idle", n=n).of(language), after, COLUMNS)
    left = _lasting(view, now, seconds=seconds).of(language)
    right = text_of("line_more", n=n, number=number).of(language) if number else ""
    if width(left) + width(right) + 1 > COLUMNS:
        right = number if width(left) + len(number) < COLUMNS else ""
    return between(left, right, COLUMNS)


def _lasting(view: Counter, now: datetime, *, seconds: bool) -> Text:
    """How long the customer has waited, is being served, or the counter has paused."""
    customer = view.customer
    if customer is None:
        return text_of("paused_for", m=_minutes((now - view.since).total_seconds()))
    if customer.started_at is None:
        word: Word = "over" if customer.over else "late" if customer.late else "waited"
        return text_of(word, m=_minutes(customer.waited_seconds))
    handled = max((now - customer.started_at).total_seconds() - customer.parked_seconds, 0.0)
    word = "over_standard" if handled > customer.standard_seconds else "handled"
    return text_of(word, time=_span(handled) if seconds else f"{_minutes(handled)}m")


def _fourth(seen: Seen, view: Counter, now: datetime) -> Text:
    if seen.kept:
        return text_of("kept", what=SAYS[seen.kept.action])
    if seen.trouble:
        return seen.trouble
    if not seen.fresh and seen.news_at:
        return text_of("last_news", time=seen.news_at.astimezone(HALL_ZONE).strftime("%H:%M:%S"))
    return _hint(seen, view, now)


def _hint(seen: Seen, view: Counter, now: datetime) -> Text:
    """Which key does what now; first what the clerk must not miss."""
    customer = view.customer
    if customer and customer.unsettled:
        return SAYS["hint_remedy"]
    if view.undo and now <= view.undo.until:
        what: Word = "no_show" if view.undo.what == "no_show" else "finish"
        left = ceil((view.undo.until - now).total_seconds())
        return text_of("hint_undo", what=SAYS[what], number=view.undo.number, s=left)
    if view.state == "calling" and customer:
        return SAYS[_calling(view, customer)]
    if view.state in _HINTS:
        return SAYS[_HINTS[view.state]]
    return SAYS["hint_open" if seen.opens else "hint_console"]


def _calling(view: Counter, customer: Customer) -> Word:
    if customer.no_show_offered:
        return "hint_offer"
    return "hint_calling" if view.confirm_arrival else "hint_called"


def _noticed(words: str, third: str) -> tuple[str, str]:
    """A short notice takes the last line, a long one the third as well."""
    lines = wrap(words, COLUMNS, 2)
    return (lines[0], lines[1]) if len(lines) > 1 else (third, lines[0])


def _reason(view: Counter, language: Language) -> str:
    """Why it pauses, in this display's language where it is one of the known reasons."""
    if view.state != "paused":
        return ""
    known = (t for word, t in SAYS.items() if word.startswith("reason_") and t.zh == view.pause_reason)
    return next((t.of(language) for t in known), view.pause_reason)


def _clock(at: datetime) -> str:
    return at.astimezone(HALL_ZONE).strftime("%H:%M")


def _minutes(seconds: float) -> int:
    return max(int(seconds // 60), 0)


def _span(seconds: float) -> str:
    """3:12, from an hour on 1:02:05."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
