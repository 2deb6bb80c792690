"""A value of the set-up in words by what is known of its field: a span, a price, a name instead of an id."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeGuard

from server.domain.config.changes import texts as t
from server.domain.form import Field, Kind
from server.domain.text import Text

NameOf = Callable[[str, str], Text]
HOUR, MINUTE, FEN = 3600, 60, 100
NOTHING = Text("", "")


def is_text(value: Any) -> TypeGuard[Mapping[str, str]]:
    return isinstance(value, Mapping) and value.keys() == {"zh", "en"}


def joined(texts: Iterable[Text], between: Text = t.AND) -> Text:
    """Without those that say nothing."""
    filled = [text for text in texts if text.zh or text.en]
    return Text(between.zh.join(s.in_("zh") for s in filled), between.en.join(s.in_("en") for s in filled))


def value_text(field: Field, value: Any, name_of: NameOf) -> Text:
    """Of a list what each item says; nothing at all says what none means there."""
    if not isinstance(value, list):
        return _one(field, value, name_of)
    return joined(_item(field, item, name_of) for item in value) if value else field.none


def number_text(field: Field, value: float) -> Text:
    """With its unit, as people say it: seconds as hours and minutes, fen as yuan, a share in percent."""
    match field.kind:
        case Kind.SPAN:
            return span_text(value)
        case Kind.MONEY:
            return t.YUAN.fill(n=f"{value / FEN:.2f}")
        case Kind.SHARE:
            return Text(f"{round(value * 100)}%", f"{round(value * 100)}%")
    plain = Text(f"{value:.12g}", f"{value:.12g}")
    return joined((plain, field.unit), t.BLANK)


def _one(field: Field, value: Any, name_of: NameOf) -> Text:
    for choice in field.choices:
        if choice.value == (value if isinstance(value, str) else json.dumps(value)):
            return choice.text
    match value:
        case None | "":
            return field.none
        case bool():
            return t.YES if value else t.NO
        case int() | float():
            return field.none if not value and field.none.zh else number_text(field, value)
        case str():
            return name_of(field.of, value) if field.of else Text(value, value)
    return Text(value["zh"], value["en"]) if is_text(value) else _item(field, value, name_of)


def _item(field: Field, value: Any, name_of: NameOf) -> Text:
    """A piece of several fields, one after the other; what a picture asks is named where nothing else is there."""
    if not isinstance(value, Mapping) or is_text(value):
        return _one(field.cell, value, name_of)
    asked = [known for known in field.fields if known.id in value]
    shown = [known for known in asked if not known.elsewhere]
    if not shown:
        return joined(joined((f.label, _one(f, value[f.id], name_of)), t.BLANK) for f in asked)
    clocks = all(known.kind is Kind.TIME for known in field.fields)
    return joined((value_text(f, value[f.id], name_of) for f in shown), t.TO if clocks else t.BLANK)


def span_text(seconds: float) -> Text:
    hours, left = divmod(seconds, HOUR)
    minutes, left = divmod(left, MINUTE)
    parts = ((t.HOURS, hours), (t.MINUTES, minutes), (t.SECONDS, left))
    parts_in_words = [form.fill(n=f"{n:g}") for form, n in parts if n]
    return joined(parts_in_words, t.BLANK) if parts_in_words else t.SECONDS.fill(n=0)
