"""Drill: a real server whose disk is full, read-only, slow or has a quota: told in words, nothing is lost.

The full and the read-only disk are mounted ones: they need Linux's root.
"""

import asyncio
import resource
import subprocess
import time
from collections.abc import Sequence
from http import HTTPStatus
from pathlib import Path

import pytest

from server.command import making
from tests.drills.conftest import Tell
from tests.drills.power import shim
from tests.drills.volume import Volume
from tests.hall_made import NOW
from tests.hall_server import HallServer

WITHOUT = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
SLOW = 300_000  # microseconds a flush
MOST = 3000


def issue(server: HallServer, token: str, name: str) -> tuple[int, str]:
    status, body = server.ask(token, "issue_ticket", name, service="pay")
    return status, body["result"]["ticket"]["number"] if status == 200 else body["code"]


def cost(given: Sequence[str], kept: set[str]) -> dict[str, int]:
    return {"lost": len(set(given) - kept), "twice": len(given) - len(set(given))}


def went_on(tell: Tell, given: Sequence[str], kept: set[str]) -> None:
    tell(f"refused in words after {len(given) - 1} numbers, went on with {given[-1]}", **cost(given, kept))


def test_a_quota_is_told_in_words_and_the_hall_goes_on_when_it_is_lifted(data: Path, tell: Tell) -> None:
    given: dict[str, str] = {}
    with HallServer(data) as server:
        token, process = server.token("admin"), server.process.pid
        for n in range(5):
            given[f"n{n}"] = issue(server, token, f"n{n}")[1]
        most = max(file.stat().st_size for file in data.glob("hall.sqlite3*"))
        resource.prlimit(process, resource.RLIMIT_FSIZE, (most + 100_000, resource.RLIM_INFINITY))
        for n in range(5, MOST):
            status, said = issue(server, token, f"n{n}")
            if status != 200:
                break
            given[f"n{n}"] = said
        assert (status, said) == (503, "storage_failed"), f"after {len(given)} numbers"
        assert server.http.get("/health").json()["status"] == "trouble"
        resource.prlimit(process, resource.RLIMIT_FSIZE, WITHOUT)
        status, number = issue(server, token, f"n{n}")
        assert status == 200
        assert number not in given.values()
        assert all(issue(server, token, name) == (200, known) for name, known in list(given.items())[-20:])
        server.kill()
        server.start()
        assert all(issue(server, token, name) == (200, known) for name, known in list(given.items())[-20:])
    assert asyncio.run(making.compare(data)) == ""
    kept = {t.number for t in asyncio.run(making.hall_of(data)).tickets.values()}
    tell(
        f"refused in words after {len(given)} numbers, went on with {number}",
        **cost([*given.values(), number], kept),
    )
    assert {*given.values(), number} <= kept


def test_a_slow_disk_makes_answers_late_and_loses_none(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tell: Tell
) -> None:
    server = HallServer(data)
    with monkeypatch.context() as slow:
        slow.setenv("LD_PRELOAD", str(shim(tmp_path)))
        slow.setenv("POWER_LOG", "/dev/null")
        slow.setenv("POWER_FOLDER", str(data))
        slow.setenv("POWER_SLOW", str(SLOW))
        server.start()
    token, given, began = server.token("admin"), [], time.monotonic()
    for n in range(10):
        status, number = issue(server, token, f"n{n}")
        assert status == 200, number
        given.append(number)
    took = (time.monotonic() - began) / len(given)
    server.kill()
    server.http.close()
    assert took > SLOW / 1_000_000, "each answer waited for its flush"
    kept = {t.number for t in asyncio.run(making.hall_of(data)).tickets.values()}
    tell(f"{took:.2f} s an answer at {SLOW // 1000} ms a flush; {len(given)} numbers", **cost(given, kept))
    assert set(given) <= kept


def test_a_full_disk_is_told_in_words_and_the_hall_goes_on_when_there_is_room(data: Path, tell: Tell) -> None:
    given: dict[str, str] = {}
    token = making.issue_token(data, "admin", "", "admin", NOW)
    with Volume(data) as disk:
        with disk.server() as server:
            for n in range(5):
                status, given[f"n{n}"] = issue(server, token, f"n{n}")
                assert status == HTTPStatus.OK
            film = disk.fill()
            for n in range(5, MOST):
                status, said = issue(server, token, f"n{n}")
                if status != HTTPStatus.OK:
                    break
                given[f"n{n}"] = said
            assert (status, said) == (503, "storage_failed"), f"after {len(given)} numbers"
            assert server.http.get("/health").json()["status"] == "trouble"
            assert all(issue(server, token, f"full{m}") == (503, "storage_failed") for m in range(5))
            film.unlink()
            status, number = issue(server, token, f"n{n}")
            assert status == HTTPStatus.OK
            assert number not in given.values()
            server.kill()
            server.start()
            assert all(issue(server, token, name) == (200, known) for name, known in given.items())
            server.kill()
        left = disk.copied()
    assert asyncio.run(making.compare(left)) == ""
    kept = {t.number for t in asyncio.run(making.hall_of(left)).tickets.values()}
    tell(
        f"refused in words after {len(given)} numbers, went on with {number}",
        **cost([*given.values(), number], kept),
    )
    assert {*given.values(), number} <= kept


def test_a_read_only_disk_is_told_in_words_and_the_hall_opens_when_it_is_not_any_more(
    data: Path, tell: Tell
) -> None:
    """The machine mounts it so after a fault, at a start: no server of before still writes."""
    token = making.issue_token(data, "admin", "", "admin", NOW)
    with Volume(data) as disk:
        with disk.server() as server:
            answers = {f"n{n}": issue(server, token, f"n{n}") for n in range(20)}
            assert all(status == HTTPStatus.OK for status, _ in answers.values()), answers
            given = {name: number for name, (_, number) in answers.items()}
            server.kill()
            disk.remount("ro")
            tried = subprocess.run(server.line, capture_output=True, text=True, check=False, timeout=120)
            said = tried.stdout + tried.stderr
            assert tried.returncode not in (0, None), said
            assert "Traceback" not in said, said
            disk.remount("rw")
            server.start()
            again = {name: issue(server, token, name) for name in given}
            assert again == answers
            server.kill()
        left = disk.copied()
    kept = {t.number for t in asyncio.run(making.hall_of(left)).tickets.values()}
    tell(f"told at its start, opened again; {len(given)} numbers", **cost(list(given.values()), kept))
    assert len(set(given.values())) == len(given)
    assert set(given.values()) <= kept
