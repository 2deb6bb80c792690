"""What differs between two set-ups of a hall, and how the changes of two people become one."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields, is_dataclass, replace
from typing import Any, Literal

from server.domain.config.config import HallConfig
from server.domain.text import Text

Ids = Mapping[str, Any]
Wins = Literal["ours", "theirs"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One piece that became another; values as JSON, empty where there was or is none."""

    path: str  # "figures.max_recall", "services[pay].name", "queues[pay]"
    before: str
    after: str


class BothChanged(Exception):  # named for what happened
    """Two people changed the same piece differently."""

    def __init__(self, path: str) -> None:
        self.path = path
        super().__init__(path)


def differences(old: HallConfig | None, new: HallConfig) -> tuple[Change, ...]:
    """From what to what (E33), piece by piece; nothing for a hall's very first set-up."""
    return tuple(_between(old, new, "")) if old is not None else ()


def merged(base: HallConfig, ours: HallConfig, theirs: HallConfig, wins: Wins | None = None) -> HallConfig:
    """Take what we changed since `base` over to `theirs`; of a piece that both changed, who `wins` keeps it.

    Raises `BothChanged` where nobody does.
    """
    config: HallConfig = _merge(base, ours, theirs, "", wins)
    return config


def _between(old: Any, new: Any, path: str) -> Iterator[Change]:
    if old == new:
        return
    if _is_part(old) and type(old) is type(new):
        for field in fields(old):
            yield from _between(getattr(old, field.name), getattr(new, field.name), _at(path, field.name))
    elif _has_ids(old) and _has_ids(new) and (old or new):
        yield from _between_ids(_by_id(old), _by_id(new), path)
    else:
        yield Change(path=path, before=_json(old), after=_json(new))


def _between_ids(old: Ids, new: Ids, path: str) -> Iterator[Change]:
    for id_ in (*old, *(i for i in new if i not in old)):
        if id_ in old and id_ in new:
            yield from _between(old[id_], new[id_], f"{path}[{id_}]")
        else:
            yield Change(path=f"{path}[{id_}]", before=_json(old.get(id_)), after=_json(new.get(id_)))
    kept_before, kept_after = [i for i in old if i in new], [i for i in new if i in old]
    if kept_before != kept_after:
        yield Change(path=path, before=json.dumps(kept_before), after=json.dumps(kept_after))


def _merge(base: Any, ours: Any, theirs: Any, path: str, wins: Wins | None) -> Any:
    if ours in (base, theirs):
        return theirs
    if theirs == base:
        return ours
    if _is_part(base) and type(base) is type(ours) is type(theirs):
        return replace(
            theirs,
            **{
                f.name: _merge(
                    getattr(base, f.name),
                    getattr(ours, f.name),
                    getattr(theirs, f.name),
                    _at(path, f.name),
                    wins,
                )
                for f in fields(base)
            },
        )
    if all(_has_ids(part) for part in (base, ours, theirs)):
        return _merge_ids(_by_id(base), _by_id(ours), _by_id(theirs), path, wins)
    if wins is None:
        raise BothChanged(path)
    return ours if wins == "ours" else theirs


def _merge_ids(base: Ids, ours: Ids, theirs: Ids, path: str, wins: Wins | None) -> tuple[Any, ...]:
    """Whoever moved items about decides their order; what is new to the other comes behind."""
    first, second = (theirs, ours) if list(theirs) != list(base) else (ours, theirs)
    merged = (
        _merge(base.get(i), ours.get(i), theirs.get(i), f"{path}[{i}]", wins)
        for i in dict.fromkeys([*first, *second])
    )
    return tuple(item for item in merged if item is not None)


def _is_part(value: Any) -> bool:
    return is_dataclass(value) and not isinstance(value, Text)


def _has_ids(value: Any) -> bool:
    return isinstance(value, tuple) and all(hasattr(item, "id") for item in value)


def _by_id(items: tuple[Any, ...]) -> Ids:
    return {item.id: item for item in items}


def _at(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _json(value: Any) -> str:
    if value is None:
        return ""
    return json.dumps(_plain(value), ensure_ascii=False, default=str)


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    return [_plain(item) for item in value] if isinstance(value, tuple) else value
