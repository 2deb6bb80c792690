"""What zones, queues, profiles and counters ask."""

from server.domain.config.pieces.places import CounterPlace, Profile, Queue, Zone
from server.domain.form import Kind, form_of


def test_a_new_zone_is_asked_for_its_name_only() -> None:
    assert [known.id for known in form_of(Zone) if not known.elsewhere] == ["name"]


def test_who_stands_on_whom_is_chosen_from_the_hall_itself() -> None:
    chosen = {
        (kind.__name__, known.id): known.of
        for kind in (Queue, Profile, CounterPlace)
        for known in form_of(kind)
        if known.of
    }
    assert chosen == {
        ("Queue", "letter"): "letters",
        ("Queue", "zone"): "zones",
        ("Profile", "queues"): "queues",
        ("Profile", "helps"): "queues",
        ("CounterPlace", "zone"): "zones",
        ("CounterPlace", "profile"): "profiles",
    }


def test_the_kinds_of_a_counter_are_ticks() -> None:
    assert [k.id for k in form_of(CounterPlace) if k.kind is Kind.TICK] == ["floating", "dedicated", "room"]
