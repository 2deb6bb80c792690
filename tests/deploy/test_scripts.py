"""The shell scripts, run for real: a backup that is proved, a certificate that a browser would take."""

import os
import socket
import sqlite3
import ssl
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from tests.deploy.programs import DEPLOY

HALLQUEUE = Path(sys.executable).with_name("hallqueue")
SCRIPTS = sorted(DEPLOY.glob("*.sh"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda p: p.name)
def test_a_script_is_plain_sh_and_can_be_run(script: Path) -> None:
    assert os.access(script, os.X_OK)
    assert script.read_text(encoding="utf-8").startswith("#!/bin/sh\n")
    subprocess.run(["sh", "-n", script], check=True)


def backup(data: Path, folder: Path, **more: str) -> "subprocess.CompletedProcess[str]":
    settings = {"HALLQUEUE": str(HALLQUEUE), "HALLQUEUE_DATA": str(data), "HALLQUEUE_BACKUPS": str(folder)}
    return subprocess.run(
        [DEPLOY / "backup_nightly.sh"],
        env=os.environ | settings | more,
        capture_output=True,
        text=True,
        check=False,
    )


def dated(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def test_a_backup_is_dated_proved_and_the_oldest_go(data: Path, tmp_path: Path) -> None:
    folder, second = tmp_path / "backups", tmp_path / "stick"
    folder.mkdir()
    second.mkdir()
    for day in ("2026-01-01-023000", "2026-01-02-023000", "2026-01-03-023000"):
        (folder / f"hall-{day}.sqlite3").touch()  # as they were named before
    done = backup(data, folder, HALLQUEUE_KEEP="2", HALLQUEUE_SECOND=str(second))
    assert done.returncode == 0, done.stderr
    oldest, newest = dated(folder)
    assert oldest == "hall-2026-01-03-023000.sqlite3"
    assert dated(second) == [newest]
    assert {(place / newest).stat().st_mode & 0o777 for place in (folder, second)} == {0o600}
    elsewhere = tmp_path / "new box"
    brought = [HALLQUEUE, "restore", second / newest, "--data", elsewhere]
    done = subprocess.run(brought, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    assert done.returncode == 0, done.stderr
    with closing(sqlite3.connect(elsewhere / "hall.sqlite3")) as copy:
        assert copy.execute("SELECT count(*) FROM hall").fetchone() == (1,)


def test_a_second_place_that_is_away_is_told_and_the_first_copy_kept(data: Path, tmp_path: Path) -> None:
    done = backup(data, tmp_path / "backups", HALLQUEUE_SECOND=str(tmp_path / "unplugged"))
    assert (done.returncode, len(dated(tmp_path / "backups"))) == (3, 1)
    assert "unplugged" in done.stderr


def test_a_copy_that_cannot_be_restored_is_no_backup(tmp_path: Path) -> None:
    broken = tmp_path / "hall"
    broken.mkdir()
    (broken / "hall.sqlite3").write_bytes(b"not a hall" * 1000)
    done = backup(broken, tmp_path / "backups")
    assert done.returncode != 0
    assert dated(tmp_path / "backups") == []


def certify(folder: Path, *names: str) -> "subprocess.CompletedProcess[str]":
    made = [DEPLOY / "local_authority.sh", folder, *names]
    return subprocess.run(made, capture_output=True, text=True, check=False)


def greet_once(folder: Path, server: socket.socket) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "server.crt", folder / "server.key")
    try:
        with server.accept()[0] as plain, context.wrap_socket(plain, server_side=True) as sock:
            sock.sendall(b"hall")
    except ssl.SSLError:
        return  # the guest did not trust us


def greeted(folder: Path, context: ssl.SSLContext, name: str) -> bytes:
    """What a guest who expects `name` hears from a TLS server with this folder's certificate."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        host = threading.Thread(target=greet_once, args=(folder, server))
        host.start()
        try:
            with (
                socket.create_connection(server.getsockname()) as plain,
                context.wrap_socket(plain, server_hostname=name) as sock,
            ):
                return sock.recv(4)
        finally:
            host.join()


def test_whoever_trusts_the_root_trusts_the_server_by_every_name(tmp_path: Path) -> None:
    folder = tmp_path / "tls"
    done = certify(folder, "hall.lan", "127.0.0.1", "::1")
    assert done.returncode == 0, done.stderr
    trusting = ssl.create_default_context(cafile=folder / "root.crt")
    trusting.verify_flags |= ssl.VERIFY_X509_STRICT  # what newer Pythons and browsers ask
    assert greeted(folder, trusting, "hall.lan") == b"hall"
    assert greeted(folder, trusting, "127.0.0.1") == b"hall"
    with pytest.raises(ssl.SSLCertVerificationError, match="mismatch"):
        greeted(folder, trusting, "bank.lan")
    with pytest.raises(ssl.SSLCertVerificationError, match="issuer"):
        greeted(folder, ssl.create_default_context(), "hall.lan")
    assert [oct((folder / f"{n}.key").stat().st_mode)[-3:] for n in ("root", "server")] == ["600", "600"]


def test_renewing_keeps_the_root_and_lasts_825_days(tmp_path: Path) -> None:
    folder = tmp_path / "tls"
    certify(folder, "hall.lan")
    root, first = (folder / "root.crt").read_bytes(), (folder / "server.crt").read_bytes()
    certify(folder, "hall.lan", "192.168.1.10")
    assert (folder / "root.crt").read_bytes() == root
    assert (folder / "server.crt").read_bytes() != first
    trusting = ssl.create_default_context(cafile=folder / "root.crt")
    assert greeted(folder, trusting, "192.168.1.10") == b"hall"
    day = 86400
    for days, ends in ((824, 0), (826, 1)):
        check = ["openssl", "x509", "-in", folder / "server.crt", "-noout", "-checkend", str(days * day)]
        assert subprocess.run(check, capture_output=True, check=False).returncode == ends


def test_a_certificate_for_nobody_is_not_made(tmp_path: Path) -> None:
    done = certify(tmp_path / "tls")
    assert done.returncode == 64
    assert not (tmp_path / "tls").exists()
