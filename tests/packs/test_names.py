"""The names of the packs are those of the files that a hall is made from."""

from server.packs.hall_file import pack
from server.packs.names import PACKS, packs


def test_every_named_pack_is_a_hall() -> None:
    assert packs() == tuple(sorted(file.stem for file in PACKS.iterdir() if file.suffix == ".toml"))
    assert all(pack(name).queues for name in packs())
