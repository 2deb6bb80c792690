"""The keypad program as a process, against a real server that dies while a customer is served."""

import os
import select
import signal
import sqlite3
import struct
import subprocess
import sys
import termios
import threading
import time
import tty
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from subprocess import PIPE, STDOUT
from typing import Any

import pytest

from counter_client.keypad.evdev import EVENT
from server.command import making
from tests.hall_made import PASSWORD, copy_of
from tests.hall_server import HallServer
from tests.keypad.glass import ROOT, AtTerminal
from tests.patience import PATIENCE


@pytest.fixture(scope="module")
def server(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[HallServer]:
    """One hall for all stories; each has its counter."""
    data = copy_of(template, tmp_path_factory.mktemp("keypad") / "hall")
    making.add_person(data, "1201", "张伟", "clerk", PASSWORD)
    with HallServer(data) as server:
        yield server


@pytest.fixture(scope="module")
def admin(server: HallServer) -> str:
    return server.token("admin")


def do(server: HallServer, token: str, command: str, **fields: object) -> None:
    status, body = server.ask(token, command, **fields)
    assert status == 200, body


@contextmanager
def killing(process: "subprocess.Popen[Any]") -> Iterator[None]:
    """It ends with the test, and before that when it says nothing for too long."""
    too_late = threading.Timer(PATIENCE, process.kill)
    too_late.start()
    try:
        yield
    finally:
        too_late.cancel()
        process.kill()


def happened(server: HallServer, kind: str, counter: str) -> int:
    """How many of these events of a counter stand in the journal."""
    (file,) = server.data.glob("*.sqlite3")
    count = "select count(*) from event where kind = ? and body like ?"
    with closing(sqlite3.connect(file)) as journal:
        (found,) = journal.execute(count, (kind, f'%"counter":"{counter}"%')).fetchone()
    return int(found)


def test_a_customer_is_served_through_the_death_of_the_server(server: HallServer, admin: str) -> None:
    do(server, admin, "open_counter", counter="3")
    for _ in range(2):
        do(server, admin, "issue_ticket", service="install_home")
    keypad = server.token("keypad", "3")
    with AtTerminal("--server", server.url, "--counter", "3", env={"HALLQUEUE_TOKEN": keypad}) as clerk:
        clerk.sees("3号窗口", "空闲", "等候 2", "下一位 B001")
        clerk.type("\r")
        clerk.sees("B001", "呼叫中")
        clerk.type("\r")
        clerk.sees("B001", "办理中")
        server.kill()
        clerk.sees("B001", "办理中", "数据更新中")
        clerk.type("0")  # while nobody hears it: finish, and call the next
        clerk.sees("B001", "已记下 办结")
        server.start()
        clerk.sees("B002", "呼叫中")
        clerk.type("\r")
        clerk.sees("B002", "办理中")
        clerk.type("\r")
        clerk.sees("空闲", "暂无等候客户")
    assert happened(server, "TicketCalled", "3") == 2
    assert happened(server, "TicketFinished", "3") == 2


def test_a_clerk_logs_in_opens_pauses_and_closes_by_the_keypad(server: HallServer) -> None:
    with AtTerminal("--server", server.url, "--counter", "2", "--login", "1201") as clerk:
        clerk.sees("密码 1201:")
        clerk.type("wrong\n")
        clerk.sees("工号或密码不对")
        clerk.type(f"{PASSWORD}\n")
        clerk.sees("2号窗口", "张伟", "未开放", "回车 开放窗口")
        clerk.type("\r")
        clerk.sees("空闲")
        clerk.type("*")
        clerk.sees("请选暂停原因", "1就餐 2临时离开", "9关窗 .返回")
        clerk.type("1")
        clerk.sees("就餐", "已暂停", "按 * 恢复服务")
        clerk.type("*")
        clerk.sees("空闲")
        clerk.type("*", "9")
        clerk.sees("未开放")


@pytest.mark.parametrize(("language", "columns"), [("zh", 20), ("en", 80)])
def test_whatever_is_typed_by_mistake_does_nothing_to_the_hall(
    server: HallServer, admin: str, language: str, columns: int
) -> None:
    """As narrow as its own lines, too, where the last letter of each was emptied; and without a server."""
    do(server, admin, "open_counter", counter="1")
    before = happened(server, "TicketCalled", "1")
    none = {"zh": "今天没有C99", "en": "No C99 today"}[language]
    lost = {"zh": "数据更新中", "en": "Updating"}[language]
    free = {"zh": "1号窗口", "en": "Counter 1"}[language]
    options = ("--server", server.url, "--counter", "1", "--language", language)
    env = {"HALLQUEUE_TOKEN": server.token("keypad", "1")}
    with AtTerminal(*options, env=env, columns=columns) as clerk:
        clerk.sees(free, {"zh": "空闲", "en": "Free"}[language])
        clerk.hold("xé\x1b[99~\x1b[200~Z\x00，\t", 1)
        clerk.type("Q", "C", "9", "9", "\r")
        clerk.sees(none)
        clerk.type(".")
        clerk.see(lambda lines: none not in "".join(lines))
        server.kill()
        clerk.sees(free, lost)
        server.start()
        clerk.see(lambda lines: free in lines[0] and lost not in lines[0])
        clerk.type("\x03")
        assert clerk.ends() == 0
    assert happened(server, "TicketCalled", "1") == before
    do(server, admin, "close_counter", counter="1")


def test_a_held_key_calls_one_customer_and_leaves_the_terminal_as_it_was(
    server: HallServer, admin: str
) -> None:
    do(server, admin, "open_counter", counter="4")
    for _ in range(3):
        do(server, admin, "issue_ticket", service="transfer")
    options = ("--server", server.url, "--counter", "4", "--token", server.token("keypad", "4"))
    with AtTerminal(*options, "--language", "en") as clerk:
        before = termios.tcgetattr(clerk.kept_slave)[3]
        clerk.sees("Counter 4", "Free")
        assert not termios.tcgetattr(clerk.kept_slave)[3] & termios.ECHO
        clerk.hold("\r", 40)
        clerk.sees("C001", "Calling")
        clerk.type("-")
        clerk.sees("again: miss C001")
        clerk.type("\x03")
        assert clerk.ends() == 0
        assert clerk.glass.cursor_shown
        assert termios.tcgetattr(clerk.kept_slave)[3] == before
    assert happened(server, "TicketCalled", "4") == 1
    assert happened(server, "ServiceStarted", "4") == 0


def test_a_box_with_a_keypad_and_a_wired_display_needs_no_terminal(
    server: HallServer, admin: str, tmp_path: Path
) -> None:
    do(server, admin, "open_counter", counter="1")
    do(server, admin, "issue_ticket", service="pay")
    (tmp_path / "token").write_text(server.token("keypad", "1") + "\n")
    os.mkfifo(tmp_path / "event7")
    display, wire = os.openpty()
    tty.setraw(wire)
    options = [
        "--token-file",
        tmp_path / "token",
        "--keypad",
        tmp_path / "event7",
        "--display",
        os.ttyname(wire),
    ]
    line = [sys.executable, "-m", "counter_client", "--server", server.url, "--counter", "1", *options]
    with (
        subprocess.Popen(line, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as box,
        killing(box),
        os.fdopen(os.open(tmp_path / "event7", os.O_RDWR), "wb", buffering=0) as keypad,
    ):
        assert "空闲" in _shown(display, "下一位")
        for value in (1, 2, 2, 0):  # pressed, held, let go
            keypad.write(EVENT.pack(0, 0, 1, 96, value) + EVENT.pack(0, 0, 0, 0, 0))
        picture = _shown(display, "呼叫中")
        assert len(picture.encode("gb18030")) == 80
        box.send_signal(signal.SIGTERM)
        box.wait(PATIENCE)
    os.close(display)
    os.close(wire)
    assert happened(server, "TicketCalled", "1") == 1


def _shown(display: int, word: str) -> str:
    """The first whole picture with that word on it."""
    got, end = b"", time.monotonic() + PATIENCE
    while True:
        assert select.select([display], [], [], end - time.monotonic())[0], got
        got += os.read(display, 4096)
        for picture in got.split(b"\x0c"):
            if len(picture) == 80 and word in picture.decode("gb18030"):
                return picture.decode("gb18030")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--counter", "1"], "没有令牌"),
        (["--counter", "1", "--token-file", "/nowhere"], "/nowhere"),
        (["--counter", "1", "--token", "stranger"], "登录已失效"),
        (["--counter", "1", "--token", "-a-token-with-a-minus"], "登录已失效"),
        (["--counter", "1", "--token", "x", "--server", "hall.local"], "http://"),
        (["--token", "x"], "--counter"),
    ],
)
def test_what_cannot_work_is_said_at_once(server: HallServer, options: list[str], words: str) -> None:
    line = [sys.executable, "-m", "counter_client", "--server", server.url, *options]
    env = {k: v for k, v in os.environ.items() if k != "HALLQUEUE_TOKEN"}
    run = subprocess.run(
        line,
        cwd=ROOT,
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert run.returncode != 0
    assert words in run.stderr
    assert "Traceback" not in run.stderr


def test_plain_lines_come_out_of_a_pipe_and_keys_go_into_one(server: HallServer) -> None:
    keypad = server.token("keypad", "6")
    line = [
        sys.executable,
        "-m",
        "counter_client",
        "--server",
        server.url,
        "--counter",
        "6",
        "--token",
        keypad,
    ]
    with (
        subprocess.Popen(
            line, cwd=ROOT, stdin=PIPE, stdout=PIPE, stderr=STDOUT, text=True, encoding="utf-8"
        ) as program,
        killing(program),
    ):
        assert program.stdin
        assert program.stdout
        printed_until(program.stdout, "未开放")
        program.stdin.write("\n")
        program.stdin.flush()
        printed_until(program.stdout, "窗口未开放")


def printed_until(out: Iterable[str], word: str) -> None:
    printed: list[str] = []
    for line in out:
        printed.append(line)
        if word in line:
            return
    raise AssertionError(printed)


def test_the_event_is_as_the_kernel_writes_it() -> None:
    assert EVENT.size == struct.calcsize("@ll") + 8
