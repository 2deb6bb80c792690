"""What a dataclass asks is told by its own fields and types."""

from dataclasses import dataclass, field
from datetime import date

from server.access.roles import PEOPLE_ROLES
from server.domain.config.config import FORM
from server.domain.form import IN_SECONDS, Kind, Range, asks, form_of, one_of, places
from server.domain.text import Text
from server.plugins import plugins


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    of: str = field(metadata=asks("甲", "A", of="queues"))
    seconds: int = field(metadata=asks("时", "Time", unit=IN_SECONDS, ends=(1, 9), starts=5))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    name: Text = field(metadata=asks("名", "Name", letters=40))
    on: bool = field(default=True, metadata=asks("开", "On"))
    day: date | None = field(default=None, metadata=asks("日", "Day"))
    share: float = field(default=0.5, metadata=asks("比", "Share", kind=Kind.SHARE, ends=(0, 1)))
    some: tuple[str, ...] = field(default=(), metadata=asks("几", "Some", choices=one_of(a=("甲", "A"))))
    rows: tuple[Row, ...] = field(default=(), metadata=asks("表", "Rows"))
    words: tuple[Text, ...] = field(default=(), metadata=asks("词", "Words", noun=Text("词", "Word")))
    part: Row | None = field(default=None, metadata=asks("部", "Part"))
    silent: int = 0


FOUND = dict(places(form_of(Sheet)))


def test_a_fields_kind_is_its_types() -> None:
    kinds = {place: known.kind for place, known in FOUND.items()}
    assert kinds == {
        "name": Kind.WORDS,
        "on": Kind.TICK,
        "day": Kind.DATE,
        "share": Kind.SHARE,
        "some": Kind.CHOICES,
        "rows": Kind.TABLE,
        "rows.of": Kind.CHOICE,
        "rows.seconds": Kind.SPAN,
        "words": Kind.TABLE,
        "part": Kind.PART,
        "part.of": Kind.CHOICE,
        "part.seconds": Kind.SPAN,
    }


def test_what_a_new_one_begins_with_is_the_default_or_what_is_said() -> None:
    assert (FOUND["on"].starts, FOUND["share"].starts, FOUND["name"].starts) == ("true", "0.5", "")
    assert FOUND["rows.seconds"].starts == "5"


def test_a_table_without_columns_has_one_cell() -> None:
    assert (FOUND["words"].cell.kind, FOUND["words"].cell.id) == (Kind.WORDS, "")
    assert FOUND["rows"].cell is FOUND["rows"]


def test_both_ends_belong_to_a_range() -> None:
    ends = Range(1, 9)
    assert (1 in ends, 9 in ends, 10 in ends) == (True, True, False)


def test_everything_in_a_set_up_has_words_in_both_languages() -> None:
    for place, known in places(FORM):
        assert known.label.zh, place
        assert known.label.en, place
        assert bool(known.help.zh) == bool(known.help.en), place


def test_every_list_of_the_set_up_says_what_one_item_is() -> None:
    nameless = {place for place, known in places(FORM) if known.add.zh and not known.noun.zh}
    assert nameless == set()


def test_what_comes_with_the_software_is_called_alike_everywhere() -> None:
    known = dict(places(FORM))
    for place, kind in (("routing", "policies"), ("ladders.rungs.act", "remedies")):
        titles = {name: plugin.TITLE for name, plugin in plugins(kind).items()}
        assert {choice.value: choice.text for choice in known[place].choices} == titles
    told = {c.value: c.text for c in known["ladders.rungs.tells"].choices if c.value != "counter"}
    assert told == {role: PEOPLE_ROLES[role] for role in told}


ON_PAPER = ("conditions", "agent_materials", "key_points", "forms.name", "samples.name")


def test_words_that_are_put_on_paper_and_names_on_screens_are_known_by_their_fields() -> None:
    known = dict(places(FORM))
    printed = {place for place, field in known.items() if field.printed or field.cell.printed}
    of_service = {"name", "materials", *(f"entry.{part}" for part in ON_PAPER)}
    assert printed == {
        "name",
        "zones.name",
        *(f"services.{p}" for p in of_service),
        "slip.head",
        "slip.foot",
        "segment_rules.materials",
    }
    rooms = {place: (field.room.full, field.room.legible) for place, field in known.items() if field.room}
    assert rooms == {
        "name": (14, 28),
        "zones.name": (20, 28),
        "queues.name": (8, 20),
        "services.name": (12, 28),
        "counters.name": (8, 28),
    }


def test_a_choice_may_say_more_while_it_is_chosen() -> None:
    plain, more = one_of(a=("甲", "A"), b=("乙", "B", "说明", "note"))
    assert (plain.help.zh, more.help.en) == ("", "note")
