"""What is wrong with a value from outside, in words by the kind of error; never the library's own."""

from collections.abc import Mapping
from typing import Any

from pydantic_core import ErrorDetails

from server.domain.plain import Unfit
from server.domain.text import Text
from server.packs.field_words import FIELD_WORDS

PLACES = frozenset({"body", "query", "path", "header", "cookie"})  # where FastAPI found it, before the field
THIS, INSIDE = Text("这一项", "This"), Text("{of}里的一项", "A part of {of}")
NTH = Text("{of}的第 {n} 项", "{of}, No. {n},")
OTHERWISE = Text("{place}填得不对", "{place} is not as it should be.")

WRONG: Mapping[str, Text] = {
    "missing": Text("缺少{place}", "{place} is missing."),
    "extra": Text(
        "多了这里没有的内容，请检查拼写", "There is something that is not known here; check the spelling."
    ),
    "text": Text("{place}应为文字", "{place} must be text."),
    "too_long": Text("{place}最多 {max_length} 个字", "{place} may have {max_length} letters at most."),
    "empty": Text("{place}不能为空", "{place} may not be empty."),
    "too_short": Text("{place}至少 {min_length} 个字", "{place} needs {min_length} letters at least."),
    "form": Text("{place}的写法不对", "{place} is not written as it should be."),
    "whole": Text("{place}应为整数", "{place} must be a whole number."),
    "number": Text("{place}应为数字", "{place} must be a number."),
    "too_big": Text("{place}的数太大", "{place}: the number is too large."),
    "yes_no": Text("{place}应为“是”或“否”", "{place} must be yes or no."),
    "above": Text("{place}应大于 {gt}", "{place} must be more than {gt}."),
    "from": Text("{place}不能小于 {ge}", "{place} must not be below {ge}."),
    "below": Text("{place}应小于 {lt}", "{place} must be less than {lt}."),
    "up_to": Text("{place}不能大于 {le}", "{place} must not be above {le}."),
    "many": Text("{place}最多 {max_length} 项", "{place} may have {max_length} entries at most."),
    "few": Text("{place}至少 {min_length} 项", "{place} needs {min_length} entries at least."),
    "list": Text("{place}应为列表", "{place} must be a list."),
    "group": Text("{place}应为若干“名称和内容”", "{place} must be names with values."),
    "choice": Text("{place}只能从给出的几种里选", "{place} must be one of those there are."),
    "day": Text("{place}应为日期，例如 2026-03-02", "{place} must be a day, such as 2026-03-02."),
    "moment": Text("{place}应为带时区的时间", "{place} must be a time with its zone."),
    "unreadable": Text("发来的内容读不出来", "What was sent cannot be read."),
    "too_deep": Text("{place}嵌套太深", "{place} is nested too deeply."),
    "no_number": Text("{place}应为普通的数", "{place} must be a usual number."),
    "unseen": Text("{place}里有看不见的字符", "{place} has letters that nobody can see."),
}
KINDS: Mapping[str, str] = {
    **dict.fromkeys(("missing", "missing_argument", "missing_keyword_only_argument"), "missing"),
    **dict.fromkeys(
        ("extra_forbidden", "unexpected_keyword_argument", "unexpected_positional_argument"), "extra"
    ),
    **dict.fromkeys(("string_type", "string_unicode", "bytes_type"), "text"),
    "string_too_long": "too_long",
    "string_too_short": "too_short",
    "string_pattern_mismatch": "form",
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float"), "whole"),
    "int_parsing_size": "too_big",
    **dict.fromkeys(("float_type", "float_parsing"), "number"),
    "finite_number": "no_number",
    **dict.fromkeys(("bool_type", "bool_parsing"), "yes_no"),
    "greater_than": "above",
    "greater_than_equal": "from",
    "less_than": "below",
    "less_than_equal": "up_to",
    "too_long": "many",
    "too_short": "few",
    **dict.fromkeys(("list_type", "tuple_type", "set_type", "iterable_type"), "list"),
    **dict.fromkeys(("dict_type", "model_type", "model_attributes_type"), "group"),
    **dict.fromkeys(("dataclass_type", "dataclass_exact_type", "mapping_type"), "group"),
    **dict.fromkeys(("enum", "literal_error"), "choice"),
    **dict.fromkeys(("date_type", "date_parsing", "date_from_datetime_parsing"), "day"),
    **dict.fromkeys(("date_from_datetime_inexact",), "day"),
    **dict.fromkeys(("datetime_type", "datetime_parsing", "datetime_from_date_parsing"), "moment"),
    **dict.fromkeys(("timezone_aware", "timezone_naive", "datetime_object_invalid"), "moment"),
    **dict.fromkeys(("json_invalid", "json_type"), "unreadable"),
    "recursion_loop": "too_deep",
}


def text_of(error: ErrorDetails, place: Text | None = None) -> Text:
    """The sentence for one error of a validation; `place` where it is named otherwise."""
    ctx: Mapping[str, Any] = error.get("ctx", {})
    bounds = {name: value for name, value in ctx.items() if name != "error"}
    return WRONG.get(_kind(error["type"], ctx), OTHERWISE).fill(
        place=place or where_in_words(error["loc"]), **bounds
    )


def place(error: ErrorDetails) -> str:
    """For programs: `note`, `services_done.51`."""
    return ".".join(map(str, _steps(error["loc"])))


def where_in_words(loc: tuple[int | str, ...]) -> Text:
    """The nearest field that people have a word for."""
    steps = _steps(loc)
    known = [n for n, step in enumerate(steps) if isinstance(step, str) and step in FIELD_WORDS]
    if not known:
        return THIS
    word, rest = FIELD_WORDS[str(steps[known[-1]])], steps[known[-1] + 1 :]
    if len(rest) == 1 and isinstance(rest[0], int):
        return NTH.fill(of=word, n=rest[0] + 1)
    return INSIDE.fill(of=word) if rest else word


def _steps(loc: tuple[int | str, ...]) -> tuple[int | str, ...]:
    return loc[1:] if loc and loc[0] in PLACES else loc


def _kind(type_: str, ctx: Mapping[str, Any]) -> str:
    if type_ == "value_error":
        why = ctx.get("error")
        return why.code if isinstance(why, Unfit) else "unseen" if isinstance(why, Unseen) else ""
    kind = KINDS.get(type_, "")
    return "empty" if kind == "too_short" and ctx.get("min_length") == 1 else kind


class Unseen(ValueError):
    """Letters that nobody can see where only a plain name will do."""
