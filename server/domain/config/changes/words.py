"""A change of the set-up in words a manager reads at a glance: "业务“缴费” 标准时长：3 分钟 → 4 分钟".

Names are those of the set-ups it is told beside, else of what came or went itself.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from server.domain.config.changes import texts as t
from server.domain.config.changes.changes import Change
from server.domain.config.changes.values import NameOf, is_text, joined, value_text
from server.domain.config.config import FORM, HallConfig
from server.domain.form import Field, Kind, places
from server.domain.text import Text

STEP = re.compile(r"\[[^\]]*\]|[^.\[\]]+")
FIELDS = dict(places(FORM))
ORDER = Field(label=Text("", ""), kind=Kind.CHOICES)
Configs = Sequence[HallConfig | None]


def change_words(change: Change, *configs: HallConfig | None) -> Text:
    before, after = _value(change.before), _value(change.after)
    what = _what(STEP.findall(change.path), configs, after if after is not None else before)

    def in_words(value: Any) -> Text:
        return _or_none(value_text(_field(change.path, value), value, _names(configs)))

    if _is_item(change.path) and before is None:
        return t.ADDED.fill(what=what)
    if _is_item(change.path) and after is None:
        return t.REMOVED.fill(what=what)
    if isinstance(before, list) and isinstance(after, list):
        return _list_words(what, before, after, in_words)
    if is_text(before) and is_text(after):
        return t.CHANGED.fill(what=what, **_texts(before, after))
    return t.CHANGED.fill(what=what, before=in_words(before), after=in_words(after))


def place_words(where: str, config: HallConfig | None) -> Text:
    """A place as problems name it, items by where they stand: `services[0].standard_seconds`."""
    steps = STEP.findall(where)
    item = _item_at(steps, config)
    named = [step for step in steps if not re.fullmatch(r"\[\d*\]", step)]
    id_ = getattr(item, "id", "")
    return _what([steps[0], f"[{id_}]", *named[1:]] if id_ else named, (config,), item)


def _field(path: str, value: Any) -> Field:
    """Of a list whose order changed its items' ids are told."""
    steps = [step for step in STEP.findall(path) if not step.startswith("[")]
    field = FIELDS.get(".".join(steps), ORDER)
    ids = field.kind is Kind.TABLE and isinstance(value, list) and all(isinstance(i, str) for i in value)
    return replace(ORDER, of=field.id) if ids and field.cell is field else field


def _value(written: str) -> Any:
    return json.loads(written) if written else None


def _is_item(path: str) -> bool:
    return path.endswith("]") and len(STEP.findall(path)) == 2  # noqa: PLR2004  # the list and whose


def _item_at(steps: Sequence[str], config: HallConfig | None) -> Any:
    match steps:
        case [kind, str(nth), *_] if config is not None and nth[1:-1].isdecimal():
            items = getattr(config, kind, ())
            return items[int(nth[1:-1])] if int(nth[1:-1]) < len(items) else None
    return None


def _names(configs: Configs, own: Any = None) -> NameOf:
    """What an item is called; its id when it is in no set-up and has no name."""

    def name_of(kind: str, id_: str) -> Text:
        there = (item for c in configs for item in getattr(c, kind, ()) if getattr(item, "id", None) == id_)
        named = (_called(item) for item in (*there, own))
        return next((name for name in named if name and name.in_("zh")), Text(id_, id_))

    return name_of


def _called(item: Any) -> Text | None:
    """By its name, a notice by its words; of an item itself or of one as JSON."""
    if isinstance(item, Mapping):
        name = item.get("name") or item.get("text")
        return Text(name["zh"], name["en"]) if is_text(name) else None
    return getattr(item, "name", None) or getattr(item, "text", None)


def _what(steps: Sequence[str], configs: Configs, own: Any) -> Text:
    if not steps:
        return Text("", "")
    kind, *rest = steps
    if not (rest and rest[0].startswith("[")):
        return _labels(steps, whole=kind != "figures" or not rest)
    name = _names(configs, own)(kind, rest[0][1:-1])
    whose = t.ITEM.fill(kind=FIELDS[kind].noun, name=name) if kind in FIELDS else name
    return t.OF.fill(whose=whose, what=_labels([kind, *rest[1:]], whole=False)) if rest[1:] else whose


def _labels(steps: Sequence[str], *, whole: bool) -> Text:
    """Of every field on the way; without the first one where its item has been named."""
    names = [step for step in steps if not step.startswith("[")]
    at = [".".join(names[: n + 1]) for n in range(len(names))]
    labels = [FIELDS[place].label if place in FIELDS else Text(place, place) for place in at]
    return joined(
        labels[:1] + [_within(one) for one in labels[1:]] if whole else map(_within, labels[1:]), t.BLANK
    )


def _within(label: Text) -> Text:
    """Behind other words an English label begins small, unless it is written large."""
    en = label.en
    return Text(label.zh, en[0].lower() + en[1:] if en[1:2].islower() else en)


def _texts(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, Text]:
    """Both languages are one piece; each reader is told theirs, or the other where only that one changed."""
    changed = {lang for lang in ("zh", "en") if before[lang] != after[lang]}
    zh, en = ("zh" if "zh" in changed else "en"), ("en" if "en" in changed else "zh")
    return {
        "before": _or_none(Text(before[zh], before[en])),
        "after": _or_none(Text(after[zh], after[en])),
    }


def _list_words(what: Text, before: list[Any], after: list[Any], in_words: Callable[[Any], Text]) -> Text:
    """Which ones came or went; a new order where none did."""
    gone, come = [i for i in before if i not in after], [i for i in after if i not in before]
    if not gone and not come:
        return t.ORDER.fill(what=what, after=in_words(after))
    if not before or not after:
        return t.CHANGED.fill(what=what, before=in_words(before), after=in_words(after))
    form = t.GAINED if not gone else t.LOST if not come else t.SWAPPED
    return form.fill(what=what, before=in_words(gone), after=in_words(come))


def _or_none(words: Text) -> Text:
    return Text(words.zh or t.NONE.zh, words.en or t.NONE.en)
