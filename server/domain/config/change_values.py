"""A value of the set-up in words: a span, a price, opening hours, a name instead of an id."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeGuard

from server.domain.config import change_texts as t
from server.domain.text import Text

NameOf = Callable[[str, str], Text]
REFERS: Mapping[str, str] = {  # fields that hold ids of another list
    "queue": "queues",
    "queues": "queues",
    "helps": "queues",
    "zone": "zones",
    "zones": "zones",
    "profile": "profiles",
    "profiles": "profiles",
    "counter": "counters",
    "counters": "counters",
    "services": "services",
    "fallback": "printers",
    "printers": "printers",
    "layouts": "layouts",
    "media": "media",
    "notices": "notices",
    "gifts": "gifts",
    "strips": "strips",
    "places": "zones",
}
EMPTY_MEANS_ALL = frozenset({"places", "layouts.queues", "ladders.services"})
MINUTE, THOUSAND, FEN = 60, 1000, 100


def is_text(value: Any) -> TypeGuard[Mapping[str, str]]:
    return isinstance(value, Mapping) and value.keys() == {"zh", "en"}


def joined(texts: Iterable[Text], between: Text = t.AND) -> Text:
    """Without those that say nothing."""
    said = [text for text in texts if text.zh or text.en]
    return Text(between.zh.join(s.in_("zh") for s in said), between.en.join(s.in_("en") for s in said))


def value_text(path: str, value: Any, name_of: NameOf) -> Text:
    steps = re.sub(r"\[[^\]]*\]", "", path).split(".")
    kind, field = steps[0], steps[-1]
    if isinstance(value, list):
        if not value and not EMPTY_MEANS_ALL.isdisjoint((field, f"{kind}.{field}")):
            return t.ALL
        return joined(_one(field, one, name_of) for one in value)
    return _one(field, value, name_of)


def _one(field: str, value: Any, name_of: NameOf) -> Text:
    code = {None: "null", True: "true", False: "false"}.get(value) if _is_word(value) else value
    if not isinstance(code, list | dict) and (said := t.CODES.get(f"{field}.{code}")):
        return said
    match value:
        case None:
            return t.ALWAYS if field == "hours" else Text("", "")
        case bool():
            return t.YES if value else t.NO
        case int() | float():
            return _number(field, value)
        case str():
            return name_of(REFERS[field], value) if field in REFERS and value else Text(value, value)
    return Text(value["zh"], value["en"]) if is_text(value) else _part(field, value, name_of)


def _is_word(value: Any) -> bool:
    return value is None or isinstance(value, bool)


def _number(field: str, value: float) -> Text:
    if field == "mean_seconds" and value == 0:
        return t.USUAL
    if field == "seconds" or field.endswith("_seconds"):
        return _span(value)
    if field.endswith("_ms"):
        return _span(value / THOUSAND)
    if field.endswith("_fen"):
        return t.YUAN.fill(n=f"{value / FEN:.2f}")
    percent = f"{round(value * 100)}%" if field.endswith("_share") else f"{value:g}%" * (field == "volume")
    return Text(percent, percent) if percent else Text(f"{value:.12g}", f"{value:.12g}")


def _span(seconds: float) -> Text:
    minutes, left = divmod(seconds, MINUTE)
    if not minutes:
        return t.SECONDS.fill(s=f"{left:g}")
    return (t.BOTH if left else t.MINUTES).fill(m=f"{minutes:g}", s=f"{left:g}")


def _hours(hours: Mapping[str, str] | None) -> Text:
    said = f"{hours['opens']}–{hours['closes']}" if hours else ""
    return Text(said, said) if said else t.SHUT


def _part(field: str, part: Mapping[str, Any], name_of: NameOf) -> Text:
    """A piece without an id, in its own short way."""
    match part:
        case {"opens": _}:
            return _hours(part)
        case {"begins": begins, "ends": ends}:
            return Text(f"{begins}–{ends}", f"{begins}–{ends}")
        case {"weekday": int(nth), "hours": hours}:
            day = t.WEEKDAYS[nth - 1] if 0 < nth <= len(t.WEEKDAYS) else t.NONE
            return joined((day, _hours(hours)), t.BLANK)
        case {"day": str(day), "hours": hours, "name": _}:
            name = Text(part["name"]["zh"], part["name"]["en"])
            return joined((Text(day, day), name, _hours(hours)), t.BLANK)
        case {"at": at, "volume": volume}:
            return joined((t.FROM.fill(day=at), Text(f"{volume}%", f"{volume}%")), t.BLANK)
    return _other_part(field, part, name_of)


def _other_part(field: str, part: Mapping[str, Any], name_of: NameOf) -> Text:
    match part:
        case {"written": written, "spoken": spoken}:
            return Text(f"{written}→{spoken}", f"{written}→{spoken}")
        case {"moment": _, "text": text}:
            return Text(f"“{text['zh'] or text['en']}”", f"“{text['en'] or text['zh']}”")
        case {"rungs": list(rungs)}:
            return joined(_part("rungs", rung, name_of) for rung in rungs)
        case {"act": act, "after_seconds": seconds}:
            return t.AFTER.fill(act=_one("act", act, name_of), time=_span(seconds))
        case {"name": name} if is_text(name):
            return Text(name["zh"], name["en"])
    return joined(
        joined((t.FIELDS.get(key, Text(key, key)), _one(key, value, name_of)), t.BLANK)
        for key, value in part.items()
    )
