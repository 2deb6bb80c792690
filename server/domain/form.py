"""One form: what a person fills in, described beside the value it becomes.

A field of a dataclass carries its description, `field(metadata=asks("名称", "Name", …))`; its kind is told
by its type, so that neither can say what the other does not. `form_of` reads them all. Bounds, pages and
lists of changes are made from that; a page draws any form with one renderer and reckons nothing.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, asdict, dataclass, fields, is_dataclass, replace
from datetime import date
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from server.domain.text import Text

USUAL_LETTERS, USUAL_ITEMS = 120, 200
NOTHING = Text("", "")
IN_SECONDS, IN_FEN = Text("秒", "s"), Text("元", "yuan")


class Kind(StrEnum):
    """`words` are both languages, `span` is seconds, `share` a part of 1, `part` a form within a form.

    `picture` is a file of the hall's media folder, by its name there; `document` one to read and print.
    """

    TEXT = "text"
    WORDS = "words"
    NUMBER = "number"
    SPAN = "span"
    MONEY = "money_fen"
    SHARE = "share"
    TICK = "tick"
    CHOICE = "choice"
    CHOICES = "choices"
    DATE = "date"
    TIME = "time"
    PART = "part"
    TABLE = "table"
    PICTURE = "picture"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Range:
    """Both ends belong to it."""

    least: float
    most: float

    def __contains__(self, figure: float) -> bool:
        return self.least <= figure <= self.most  # never true of a figure that is no number


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """How many hanzi of a name its `screens` show in full size, and how many can be read at all.

    Found by setting names of each length on every screen in every style; `tests/browser/test_long_words.py`
    holds it true.
    """

    full: int
    legible: int
    screens: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of the values a field offers; what is no text stands as JSON. `help` is said while it is chosen."""

    value: str
    text: Text
    help: Text = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing that is asked.

    `of` names where its choices come from, a list of the same set-up or what the server offers, and `choices`
    then name them. `none` says what choosing nothing means; a table's `noun` is what one of its items is.
    `empty` stands where nothing was added or typed yet.
    """

    id: str = ""
    kind: Kind = Kind.TEXT
    label: Text
    help: Text = NOTHING
    unit: Text = NOTHING
    ends: Range | None = None
    letters: int = USUAL_LETTERS
    lines: int = 1
    choices: tuple[Choice, ...] = ()
    of: str = ""
    none: Text = NOTHING
    ordered: bool = False
    starts: str = ""  # what a new one begins with, as JSON; empty: with nothing
    source: str = ""  # the row of the documents it comes from
    elsewhere: bool = False  # a picture, a machine or another form says it
    required: bool = False  # may not be left empty; of two languages Chinese is enough
    pattern: str = ""  # what the whole of a text looks like, for Python and for browsers
    room: Room | None = None  # of a name on the screens
    printed: bool = False  # stands on paper, which lacks some letters
    noun: Text = NOTHING
    add: Text = NOTHING
    empty: Text = NOTHING
    most: int = USUAL_ITEMS
    fields: tuple["Field", ...] = ()

    @property
    def cell(self) -> "Field":
        """What one item of a table without columns is; else the field itself."""
        return self.fields[0] if len(self.fields) == 1 and not self.fields[0].id else self


Form = tuple[Field, ...]


def asks(
    zh: str,
    en: str,
    *,
    help: Text = NOTHING,
    kind: Kind = Kind.TEXT,
    unit: Text = NOTHING,
    ends: tuple[float, float] | None = None,
    letters: int = USUAL_LETTERS,
    lines: int = 1,
    choices: tuple[Choice, ...] = (),
    of: str = "",
    none: Text = NOTHING,
    ordered: bool = False,
    starts: object = MISSING,
    source: str = "",
    elsewhere: bool = False,
    required: bool = False,
    pattern: str = "",
    room: Room | None = None,
    printed: bool = False,
    noun: Text = NOTHING,
    add: Text = NOTHING,
    empty: Text = NOTHING,
    most: int = USUAL_ITEMS,
) -> Mapping[str, Field]:
    """The description of a dataclass's field, as its metadata; `kind` only where its type leaves it open."""
    return {
        "form": Field(
            label=Text(zh, en),
            help=help,
            kind=kind,
            unit=unit,
            ends=Range(*ends) if ends else None,
            letters=letters,
            lines=lines,
            choices=choices,
            of=of,
            none=none,
            ordered=ordered,
            starts=_json(starts),
            source=source,
            elsewhere=elsewhere,
            required=required,
            pattern=pattern,
            room=room,
            printed=printed,
            noun=noun,
            add=add,
            empty=empty,
            most=most,
        )
    }


def one_of(**named: tuple[str, str] | tuple[str, str, str, str]) -> tuple[Choice, ...]:
    """Choices by their values: `one_of(full=("全切", "Full"))`, perhaps with words for the chosen one."""
    each = ((value.rstrip("_"), Text(*words[:2]), words[2:]) for value, words in named.items())
    return tuple(Choice(value=v, text=text, help=Text(*rest) if rest else NOTHING) for v, text, rest in each)


def form_of(kind: type) -> Form:
    """What a dataclass asks, field by field, in its own order."""
    hints = get_type_hints(kind)
    known = [f for f in fields(kind) if "form" in f.metadata]
    return tuple(_completed(f.metadata["form"], f.name, hints[f.name], f.default) for f in known)


def places(form: Form, above: str = "") -> Iterator[tuple[str, Field]]:
    """Every field with its place, without list numbers: `services.e_channels.url`."""
    for field in form:
        place = f"{above}.{field.id}" if above and field.id else above or field.id
        if field.id:
            yield place, field
        yield from places(field.fields, place)


def _completed(described: Field, name: str, hint: Any, usual: object = MISSING) -> Field:
    """With the name, the kind and the usual value that the dataclass gives it."""
    return replace(
        described, id=name, starts=described.starts or _json(usual), **_kind(described, _bare(hint))
    )


def _json(value: object) -> str:
    """Nothing for what is not said."""
    return "" if value is MISSING else json.dumps(value, ensure_ascii=False, default=_plain)


def _plain(value: object) -> object:
    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else str(value)


def _bare(hint: Any) -> Any:
    """A type without its None."""
    if get_origin(hint) in (Union, UnionType):
        (hint,) = (one for one in get_args(hint) if one is not NoneType)
    return hint


def _kind(described: Field, hint: Any) -> dict[str, Any]:
    if get_origin(hint) is tuple:
        return _several(described, get_args(hint)[0])
    if described.choices or described.of or get_origin(hint) is Literal:
        return {"kind": Kind.CHOICE}
    if hint is Text:
        return {"kind": Kind.WORDS}
    if is_dataclass(hint):
        return {"kind": Kind.PART, "fields": form_of(hint)}  # type: ignore[arg-type]
    if hint in (int, float):
        plain = Kind.SHARE if described.kind is Kind.SHARE else Kind.NUMBER
        return {"kind": NUMBERS.get(described.unit, plain)}
    return {"kind": PLAIN.get(hint, described.kind)}


NUMBERS: Mapping[Text, Kind] = {IN_SECONDS: Kind.SPAN, IN_FEN: Kind.MONEY}
PLAIN: Mapping[Any, Kind] = {bool: Kind.TICK, date: Kind.DATE}


def _several(described: Field, item: Any) -> dict[str, Any]:
    """A choice of several, or a table: of one nameless column where its items have no fields."""
    if described.choices or described.of:
        return {"kind": Kind.CHOICES}
    if is_dataclass(item) and item is not Text:
        return {"kind": Kind.TABLE, "fields": form_of(item)}  # type: ignore[arg-type]
    cell = Field(
        label=described.noun, letters=described.letters, lines=described.lines, printed=described.printed
    )
    return {"kind": Kind.TABLE, "fields": (_completed(cell, "", item),)}
