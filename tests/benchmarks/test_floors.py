"""What this machine can do at most, with nothing of ours in the way."""

import asyncio
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import uvloop

from tests.benchmarks.load import Load, connected, post, share_out
from tests.benchmarks.processes import ROOT, Measured, free_port, running
from tests.benchmarks.report import Figure, Table, percentile

PART = "raw limits"
POSTS, COMMANDS, CLIENTS, ROUNDS = 6000, 400, 30, 1000
PACED, PACE, OK = 100, 0.06, 200
BODY = {"id": "benchmark", "type": "issue_ticket", "service": "pay"}


def test_a_bare_post(table: Table) -> None:
    command = ["-m", "uvicorn", "--no-access-log", "--log-level", "error", "--lifespan", "off"]
    command += ["--loop", "uvloop", "--http", "httptools", "tests.benchmarks.bare_app:app"]
    with running(command, free_port()) as bare:

        def load(connections: int, requests: int) -> Load:
            return uvloop.run(share_out(bare.port, connections, [post("/", BODY)] * requests))

        load(32, 300)
        alone = load(1, 500)
        before = bare.cpu()
        full = load(32, POSTS)
        cost = (bare.cpu() - before) / POSTS * 1e3
    assert len(full.bodies()) == POSTS
    table.keep("post.rate", full.rate)
    table.keep("post.cpu", cost)
    p50 = percentile(alone.latencies, 0.5) * 1e3
    table.keep("post.p50", p50)
    table.add(Figure(part=PART, what="bare ASGI POST, 32 connections", value=full.rate, unit="1/s"))
    table.add(Figure(part=PART, what="bare ASGI POST, CPU", value=cost, unit="ms"))
    table.add(Figure(part=PART, what="bare ASGI POST, p50 alone", value=p50, unit="ms"))


def test_a_raw_command(table: Table, tmp_path: Path) -> None:
    db = sqlite3.connect(tmp_path / "raw.sqlite3", isolation_level=None)
    db.executescript(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE hall (id TEXT PRIMARY KEY, seq INT);"
        "CREATE TABLE ticket (id INTEGER PRIMARY KEY, body TEXT);"
        "CREATE TABLE event (seq INT PRIMARY KEY, body TEXT);"
        "INSERT INTO hall VALUES ('hall', 0)"
    )
    body, latencies, before = "x" * 300, [], time.process_time()
    for _ in range(COMMANDS):
        began = time.perf_counter()
        _raw_command(db, body)
        latencies.append(time.perf_counter() - began)
    cost = (time.process_time() - before) / COMMANDS * 1e3
    assert db.execute("SELECT count(*), max(seq) FROM event").fetchone() == (COMMANDS, COMMANDS)
    db.close()
    table.keep("command.cpu", cost)
    p50 = percentile(latencies, 0.5) * 1e3
    table.keep("command.p50", p50)
    table.add(Figure(part=PART, what="raw SQLite command (FULL), CPU", value=cost, unit="ms"))
    table.add(Figure(part=PART, what="raw SQLite command (FULL), p50", value=p50, unit="ms"))


def _raw_command(db: sqlite3.Connection, body: str) -> None:
    db.execute("BEGIN IMMEDIATE")
    (seq,) = db.execute("UPDATE hall SET seq = seq + 1 WHERE id = 'hall' RETURNING seq").fetchone()
    db.execute("INSERT INTO ticket (body) VALUES (?)", (body,))
    db.execute("INSERT INTO event VALUES (?, ?)", (seq, body))
    db.execute("COMMIT")


def test_a_raw_frame(table: Table) -> None:
    command = [sys.executable, "-m", "tests.benchmarks.frame_writer", str(CLIENTS), str(ROUNDS)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        port = int(writer.stdout.readline())
        sizes: list[int] = []
        readers = [threading.Thread(target=_read_all, args=(port, sizes)) for _ in range(CLIENTS)]
        for reader in readers:
            reader.start()
        cost = float(writer.stdout.readline()) / 1e3
        for reader in readers:
            reader.join()
    assert len(set(sizes)) == 1
    table.keep("frame.cpu", cost)
    table.add(Figure(part=PART, what="raw frame to a socket, CPU", value=cost * 1e3, unit="us"))


def test_a_call_that_comes_alone(table: Table, tmp_path: Path) -> None:
    """All three at a hall's pace, in one process that is cold each time."""
    with running(
        ["-m", "tests.benchmarks.paced_floor", str(tmp_path / "paced.sqlite3")], free_port()
    ) as floor:
        cost = uvloop.run(_paced(floor)) * 1e3
    table.keep("paced.cpu", cost)
    what = f"POST + SQLite + {CLIENTS} frames, one every {PACE * 1e3:.0f} ms"
    table.add(Figure(part=PART, what=what, value=cost, unit="ms"))


async def _paced(floor: Measured) -> float:
    """CPU seconds a call."""
    screens = [await asyncio.open_connection("127.0.0.1", floor.port) for _ in range(CLIENTS)]
    async with connected(floor.port, 1) as (line,):
        await asyncio.sleep(0.2)
        before = floor.cpu()
        for _ in range(PACED):
            assert (await line.send(post("/", BODY)))[0] == OK
            await asyncio.sleep(PACE)
        cost = floor.cpu() - before
    for _, writer in screens:
        writer.close()
    return cost / PACED


def _read_all(port: int, sizes: list[int]) -> None:
    size = 0
    with socket.create_connection(("127.0.0.1", port)) as client:
        while data := client.recv(65536):
            size += len(data)
    sizes.append(size)
