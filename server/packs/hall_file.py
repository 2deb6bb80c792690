"""A hall's set-up as a TOML file a manager can read and edit, and the packs to start one from."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ConfigDict, TypeAdapter, ValidationError

from server.domain.config.config import HallConfig
from server.domain.config.pieces.calendar import Hours
from server.domain.letters import NoLetters, clean, letters_of
from server.domain.plain import Unfit, fit
from server.domain.text import Text
from server.packs.names import PACKS, packs
from server.packs.wrong_values import THIS, text_of

# In a tuple because pydantic takes no config for a bare dataclass; in there it reaches every part.
# Made when the first file is read: a hall that runs reads none.
_SHAPE = TypeAdapter(
    tuple[HallConfig],
    config=ConfigDict(extra="forbid", strict=True, allow_inf_nan=False, defer_build=True),
)

LONGEST_FILE = 512 * 1024  # letters
LARGEST_FILE = 4 * LONGEST_FILE  # bytes: none takes more for a letter
LONGEST_PLACE = 120  # letters of a file that a sentence quotes
NTH_LINE, LAST_LINE = (
    Text("第 {line} 行第 {column} 列", "line {line}, column {column}"),
    Text("末尾", "the end"),
)
BY_RULE = "key_halls"  # `remedies`: on for key halls only, which TOML, without a null, says in words

PROBLEMS: Mapping[str, Text] = {
    "unreadable": Text("读不到文件 {where}", "The file {where} cannot be read."),
    "not_text": Text(
        "{where} 不是文字文件，请用记事本另存为 UTF-8", "{where} is not a text; save it as UTF-8."
    ),
    "too_large": Text("{where} 太大", "{where} is too large."),
    "too_deep": Text("{where} 嵌套太深", "{where} is nested too deeply."),
    "no_number": Text("{where} 应为普通的数，不能是 nan 或 inf", "{where} must be a number, not nan or inf."),
    "too_big": Text("{where} 的数太大", "{where}: the number is too large."),
    "finite_number": Text("{where} 应为普通的数", "{where} must be a number."),
    "int_parsing_size": Text("{where} 的数太大", "{where}: the number is too large."),
    "not_toml": Text("{where} {detail}写法有误", "{where} is not written as TOML: {detail}."),
    "no_pack": Text("没有行业包 {where}，现有：{detail}", "There is no pack {where}; there are: {detail}"),
    "hours": Text('{where} 应写成 "08:30-17:00"', '{where} must be written as "08:30-17:00".'),
    "missing": Text("缺少 {where}", "{where} is missing."),
    "unexpected_keyword_argument": Text(
        "不认识 {where}，请检查拼写", "{where} is not known; check the spelling."
    ),
    "string_type": Text("{where} 应为带引号的文字", "{where} must be text in quotes."),
    "int_type": Text("{where} 应为整数", "{where} must be a whole number."),
    "bool_type": Text("{where} 应为 true 或 false", "{where} must be true or false."),
    "tuple_type": Text("{where} 应为列表", "{where} must be a list."),
    "dataclass_type": Text(
        '{where} 应为若干“名 = 值”，例如 {{zh = "…", en = "…"}}',
        '{where} must be a table, such as {{zh = "…", en = "…"}}.',
    ),
    "other": Text("{where} 有误：{detail}", "{where}: {detail}"),
}


class HallFileProblem(Exception):  # it is what the manager must mend, not a failure of ours
    """A hall file that cannot be used; `text` says why and `where` names the place (`services[2].queue`)."""

    def __init__(self, code: str, where: str, detail: str | Text = "") -> None:
        where = clean(where if len(where) <= LONGEST_PLACE else f"{where[:LONGEST_PLACE]}…")
        self.text = PROBLEMS[code].fill(where=where, detail=detail)
        self.where = where
        super().__init__(self.text.en)


def pack(name: str) -> HallConfig:
    return read_hall_file(_pack_path(name))


def usual_hours(name: str) -> Hours | None:
    """When halls like this pack's are usually open; a proposal, not part of the hall."""
    return _hours(_document(_pack_path(name)), "usual_hours")


def read_hall_file(path: Path) -> HallConfig:
    """Return the hall the file describes, or raise HallFileProblem.

    Only the shape is checked here; whether the hall makes sense is for `config_rules` to say.
    """
    return hall_from(_document(path))


def read_hall_text(text: str) -> HallConfig:
    """As `read_hall_file`, for a text that is at hand."""
    return hall_from(_parsed(text, "hall.toml"))


def hall_from(document: Mapping[str, Any]) -> HallConfig:
    """The hall a document describes; raises HallFileProblem."""
    _hours(document, "usual_hours")
    hours = _hours(document, "hours")
    asked = {k: _fit(v, k) for k, v in document.items() if k not in {"hours", "usual_hours"}}
    if asked.get("remedies") == BY_RULE:
        asked["remedies"] = None
    if hours:
        asked["hours"] = {"opens": hours.opens, "closes": hours.closes}
    return config_from_json(json.dumps(asked, default=_as_json))


def config_from_json(body: str) -> HallConfig:
    """A set-up as the pages send it; raises HallFileProblem that names the place."""
    try:
        # As JSON, because there strict takes lists and tables.
        return _SHAPE.validate_json(f"[{body}]")[0]
    except ValidationError as wrong:
        first = wrong.errors(include_url=False)[0]
        code = first["type"] if first["type"] in PROBLEMS else "other"
        raise HallFileProblem(code, _place(first["loc"][1:]), text_of(first, THIS)) from None


def write_hall_file(config: HallConfig) -> str:
    """Return a file that reads as this very hall (its hours being `HH:MM`); defaults are left out."""
    plain, tables = [], []
    for field, value in _unusual(config):
        if isinstance(value, Hours):
            plain.append(f"{field.name} = {_value(f'{value.opens}-{value.closes}')}")
        elif isinstance(value, tuple) and value and is_dataclass(value[0]):
            tables += [f"\n[[{field.name}]]\n{_lines(item)}" for item in value]
        elif is_dataclass(value) and not isinstance(value, Text):
            tables.append(f"\n[{field.name}]\n{_lines(value)}")
        elif value is None:
            plain.append(f'{field.name} = "{BY_RULE}"')
        else:
            plain.append(f"{field.name} = {_value(value)}")
    return "\n".join([*plain, *tables]) + "\n"


def _as_json(value: object) -> object:
    """TOML knows dates; everything else it has, JSON has too."""
    return value.isoformat() if isinstance(value, date) else None


def _pack_path(name: str) -> Path:
    if name not in packs():
        raise HallFileProblem("no_pack", name, ", ".join(packs()))
    return PACKS / f"{name}.toml"


def _document(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            written = file.read(LARGEST_FILE + 1)
    except OSError:
        raise HallFileProblem("unreadable", str(path)) from None
    if len(written) > LARGEST_FILE:
        raise HallFileProblem("too_large", path.name)
    return _parsed(_letters(written, path.name), path.name)


def _letters(written: bytes, name: str) -> str:
    try:
        return letters_of(written)
    except NoLetters:
        raise HallFileProblem("not_text", name) from None


def _parsed(text: str, name: str) -> dict[str, Any]:
    if len(text) > LONGEST_FILE:
        raise HallFileProblem("too_large", name)
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise HallFileProblem("too_deep", name) from None
    except tomllib.TOMLDecodeError as wrong:
        raise HallFileProblem("not_toml", name, _line(str(wrong))) from None
    except ValueError:  # a whole number of thousands of digits
        raise HallFileProblem("too_big", name) from None


def _line(why: str) -> Text:
    """Where the reader of TOML stopped, without its own words."""
    at = re.search(r"at line (\d+), column (\d+)", why)
    return NTH_LINE.fill(line=at[1], column=at[2]) if at else LAST_LINE


def _fit(value: Any, where: str) -> Any:
    try:
        return fit(value, letters=False, where=where)
    except Unfit as unfit:
        raise HallFileProblem(unfit.code, unfit.where) from None


def _hours(document: Mapping[str, object], key: str) -> Hours | None:
    if key not in document:
        return None
    match = re.fullmatch(r"(\d\d:\d\d)-(\d\d:\d\d)", str(document[key]), re.ASCII)
    if match is None:
        raise HallFileProblem("hours", key)
    return Hours(opens=match[1], closes=match[2])


def _place(path: tuple[int | str, ...]) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")


def _unusual(value: Any) -> Iterator[tuple[Field[Any], Any]]:
    for field in fields(value):
        kept = getattr(value, field.name)
        usual = field.default if field.default_factory is MISSING else field.default_factory()
        if kept != usual:
            yield field, kept


def _lines(value: Any) -> str:
    return "\n".join(f"{field.name} = {_value(part)}" for field, part in _unusual(value))


def _value(value: Any) -> str:
    if is_dataclass(value):
        return "{" + ", ".join(f"{field.name} = {_value(part)}" for field, part in _unusual(value)) + "}"
    if isinstance(value, tuple) and value and is_dataclass(value[0]):
        return "[\n" + "".join(f"    {_value(item)},\n" for item in value) + "]"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_value, value)) + "]"
    if isinstance(value, date):
        return f'"{value.isoformat()}"'
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")  # TOML alone forbids it raw
