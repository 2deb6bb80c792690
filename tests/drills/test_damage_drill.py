"""Drill: a journal damaged in ten ways; the server says so at its start, with what to do, or heals it.

Each start is tried twice: it must say the same, so that nobody who restarts it ends with an empty hall.
Without its `-wal`, or with another hall's, it is whole and older to SQLite: it is told as a restore is, once,
and goes on above every number that may be on paper.
"""

import asyncio
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from http import HTTPStatus
from pathlib import Path

import pytest

from server.command import making
from server.domain.hall import Hall
from server.packs.hall_file import pack
from server.safekeeping.known import read_known
from tests.drills.conftest import Tell
from tests.forks import ROOT
from tests.hall_made import NOW, PASSWORD
from tests.hall_server import HallServer, held_port
from tests.patience import until

FILE = "hall.sqlite3"
PAGE = 4096
NUMBERS = 40
TO_DO = ("恢复", "重建", "放回原处", "hallqueue restore", "移走")  # what the words must name, one of them

Damage = Callable[[Path, Path], None]  # the hall, and another hall


def by_sql(statement: str) -> Damage:
    def damage(hall: Path, other: Path) -> None:
        with closing(sqlite3.connect(hall / FILE)) as db:
            db.execute(statement)
            db.commit()

    return damage


def flips(hall: Path, other: Path) -> None:
    """A bit in each of twenty places, from the second page on."""
    settle(hall)
    dice, content = random.Random(4), bytearray((hall / FILE).read_bytes())
    for _ in range(20):
        content[dice.randrange(PAGE, len(content))] ^= 1 << dice.randrange(8)
    (hall / FILE).write_bytes(content)


def half(hall: Path, other: Path) -> None:
    settle(hall)
    content = (hall / FILE).read_bytes()
    (hall / FILE).write_bytes(content[: len(content) // 2])


def empty(hall: Path, other: Path) -> None:
    settle(hall)
    (hall / FILE).write_bytes(b"")


def without_wal(hall: Path, other: Path) -> None:
    for end in ("-wal", "-shm"):
        Path(f"{hall / FILE}{end}").unlink(missing_ok=True)


def wrong_wal(hall: Path, other: Path) -> None:
    without_wal(hall, other)
    shutil.copy(f"{other / FILE}-wal", f"{hall / FILE}-wal")


def replaced(hall: Path, other: Path) -> None:
    """Something else of the right name."""
    without_wal(hall, other)
    (hall / FILE).write_bytes(random.Random(7).randbytes(200_000))


def settle(hall: Path) -> None:
    with closing(sqlite3.connect(hall / FILE)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


WAYS: dict[str, tuple[Damage, bool]] = {  # and whether it heals by itself
    "bits flipped in pages": (flips, False),
    "a torn snapshot": (by_sql("UPDATE snapshot SET body = substr(body, 1, 40)"), True),
    "a hall's row that is gone": (by_sql("DELETE FROM hall"), True),
    "a torn event": (by_sql("UPDATE event SET body = substr(body, 1, 30) WHERE seq = 20"), False),
    "a gap": (by_sql("DELETE FROM event WHERE seq BETWEEN 15 AND 18"), False),
    "an unknown kind": (by_sql("UPDATE event SET kind = 'FromTomorrow' WHERE seq = 20"), False),
    "a file cut in half": (half, False),
    "an empty file": (empty, False),
    "another file of its name": (replaced, False),
}


def a_killed_hall(data: Path) -> Path:
    """Its last numbers are in the -wal alone."""
    asyncio.run(making.make_hall(data, pack("power"), NOW, admin_password=PASSWORD, printers=[]))
    server = HallServer(data).start()
    token = server.token("kiosk", "K1")
    for _ in range(NUMBERS):
        assert server.ask(token, "issue_ticket", service="pay")[0] in (200, 409, 422)
    seq = server.http.get("/health").json()["seq"]
    asyncio.run(until(lambda: is_kept(data, seq)))  # a crash within its second hides it, see keep_known.py
    server.kill()
    server.http.close()
    return data


def is_kept(data: Path, seq: int) -> bool:
    known = read_known(data)
    return known is not None and known.seq >= seq


@pytest.fixture(scope="module")
def halls(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("halls")
    return a_killed_hall(folder / "one"), a_killed_hall(folder / "other")


def started(data: Path) -> tuple[str, str, int]:
    """What a start says, what the hall then has of numbers, or with which code it ended."""
    line = [sys.executable, "-m", "server", "serve", "--data", str(data), "--host", "127.0.0.1"]
    line += ["--voice", "chime"]
    with (
        held_port() as port,
        subprocess.Popen(
            [*line, "--port", str(port)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        ) as server,
    ):
        assert server.stdout
        said = ""
        for spoken in server.stdout:
            said += spoken
            if "Ctrl+C" in spoken:
                server.kill()
                return said, "open", 0
        return said, "closed", server.wait()


@pytest.mark.parametrize("way", WAYS)
def test_a_damaged_journal_is_told_with_what_to_do_or_healed(
    way: str, halls: tuple[Path, Path], tmp_path: Path, tell: Tell
) -> None:
    damage, heals = WAYS[way]
    data = tmp_path / "hall"
    shutil.copytree(halls[0], data)
    damage(data, halls[1])
    first, second = started(data), started(data)
    tell(f"{way}: {'healed and told' if heals else 'told'}, {first[1]}")
    assert "Traceback" not in first[0] + second[0]
    assert "/setup/#code=" not in first[0] + second[0], "never a new hall"
    assert first[1] == second[1], "the second start is as the first"
    told = any(word in first[0] for word in TO_DO)
    assert told, "what to do, or that it was healed"
    if not heals:
        assert any(word in second[0] for word in TO_DO), "told until somebody has mended it"
    if first[1] == "closed":
        assert first[2] == 1, "an error in words, not a crash"


@pytest.mark.parametrize("damage", [without_wal, wrong_wal])
def test_a_hall_without_its_own_wal_is_told_and_goes_on_as_a_restored_one(
    damage: Damage, halls: tuple[Path, Path], tmp_path: Path, tell: Tell
) -> None:
    data = tmp_path / "hall"
    shutil.copytree(halls[0], data)
    had = looked_at(tmp_path, halls[0])
    damage(data, halls[1])
    said, state, code = started(data)
    assert (state, code) == ("open", 0), said
    assert "/setup/#code=" not in said, "never a new hall"
    assert any(word in said for word in TO_DO), said
    assert asyncio.run(making.compare(data)) == "", "snapshot and journal agree"
    left = looked_at(tmp_path, data)
    assert "hall_restored/hall" in left.alerts
    assert left.epoch > had.epoch
    again = one_more(data)
    gone = numbers(had) - numbers(left)
    tell(
        f"{damage.__name__}: {len(gone)} of {len(numbers(had))} numbers gone, told; the next is {again}",
        twice=int(again in numbers(had)),
    )
    assert again not in numbers(had)
    assert looked_at(tmp_path, data).epoch == left.epoch, "told once; the second start is a usual one"


def one_more(data: Path) -> str:
    with HallServer(data) as server:
        status, said = server.ask(server.token("kiosk", "K1"), "issue_ticket", "again", service="pay")
        assert status == HTTPStatus.OK, said
        return str(said["result"]["ticket"]["number"])


def numbers(hall: Hall) -> set[str]:
    return {ticket.number for ticket in hall.tickets.values()}


def looked_at(tmp_path: Path, data: Path) -> Hall:
    copy = tmp_path / "look"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(data, copy)
    return asyncio.run(making.hall_of(copy))
