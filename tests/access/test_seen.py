from datetime import timedelta

from sqlalchemy import Engine

from server.access.seen import Seen, SeenDevices

from .conftest import NOW

K1 = Seen(device_id="k1", seen_at=NOW, build="ab12", address="10.0.0.7")


def test_each_device_has_one_sighting_the_newest(engine: Engine) -> None:
    seen = SeenDevices(engine, "h1")
    later = Seen(device_id="k1", seen_at=NOW + timedelta(minutes=1), build="cd34", address="10.0.0.8")
    seen.keep([K1, Seen(device_id="k2", seen_at=NOW)])
    seen.keep([later])
    assert seen.by_device() == {"k1": later, "k2": Seen(device_id="k2", seen_at=NOW)}


def test_sightings_survive_a_restart_and_stay_in_their_hall(engine: Engine) -> None:
    SeenDevices(engine, "h1").keep([K1])
    assert SeenDevices(engine, "h1").by_device() == {"k1": K1}
    assert SeenDevices(engine, "h2").by_device() == {}
