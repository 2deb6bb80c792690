"""The server process: its socket, its one hall, a power cut."""

import gc
import json
import socket
import sys
from pathlib import Path

import pytest
from websockets.sync.client import connect

from server.serving.serve import DEAD_PEER_AFTER, HallInUse, go_on_evenly, listening, only_server, own_address
from tests.hall_server import HallServer, held_port


def test_an_answer_waits_for_no_acknowledgement_whatever_the_loop() -> None:
    """asyncio sets this on sockets of a named protocol only: each answer took 44 ms, where it takes 2."""
    with listening("127.0.0.1", 0) as sock:
        sock.listen()
        asks = socket.create_connection(sock.getsockname())
        let_in, _ = sock.accept()
        with asks, let_in:
            assert let_in.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_the_listening_socket_lets_dead_peers_go() -> None:
    with listening("127.0.0.1", 0) as sock:
        assert sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT) == DEAD_PEER_AFTER
        assert sock.getsockname()[1]


def test_an_address_of_the_newer_kind_is_taken_too() -> None:
    with listening("::1", 0) as sock:
        assert sock.family is socket.AF_INET6


def test_two_servers_never_run_one_hall(tmp_path: Path) -> None:
    with only_server(tmp_path / "new" / "hall"):
        with pytest.raises(HallInUse), only_server(tmp_path / "new" / "hall"):
            pass
        with only_server(tmp_path / "another"):
            pass
    with only_server(tmp_path / "new" / "hall"):
        pass


def test_a_machine_names_its_address_for_qr_codes() -> None:
    address = own_address(8000)
    assert address.startswith("http://")
    assert address.endswith(":8000")


def test_a_server_that_is_killed_loses_nothing_it_has_said(data: Path) -> None:
    server = HallServer(data).start()
    try:
        kiosk, admin = server.token("kiosk"), server.token("admin")
        first = server.ask(kiosk, "issue_ticket", "tap", service="pay")
        assert first[1]["result"]["ticket"]["number"] == "A001"
        server.ask(admin, "open_counter", counter="1")
        server.ask(admin, "call_next", "call", counter="1")
        server.kill()
        server.start()
        again = server.ask(kiosk, "issue_ticket", "tap", service="pay")
        assert again[1]["result"]["ticket"]["token"] == first[1]["result"]["ticket"]["token"]
        status, body = server.ask(admin, "call_next", counter="1")
        assert (status, body["code"]) == (409, "counter_busy")
        assert server.ask(kiosk, "issue_ticket", service="pay")[1]["result"]["ticket"]["number"] == "A002"
        with connect(server.ws) as ws:
            ws.send(json.dumps({"type": "hello", "token": server.token("lobby_board"), "screen": "lobby"}))
            assert '"welcome"' in str(ws.recv())
            assert '"A001"' in str(ws.recv())
            assert server.stop() == 0  # with a screen still connected
        assert "Traceback" not in server.log
    finally:
        server.stop()
        server.http.close()


def test_a_port_is_free_until_somebody_takes_it() -> None:
    with held_port() as port, listening("127.0.0.1", port) as sock:
        sock.listen()
        with pytest.raises(OSError, match="in use"):
            listening("127.0.0.1", sock.getsockname()[1])


def test_a_thread_that_reckons_does_not_keep_the_loop_long() -> None:
    """What is loaded is looked through by the collector never again."""
    before = sys.getswitchinterval()
    try:
        go_on_evenly()
        assert sys.getswitchinterval() == pytest.approx(0.001)
        assert gc.get_freeze_count() > 10_000
    finally:
        sys.setswitchinterval(before)
        gc.unfreeze()
