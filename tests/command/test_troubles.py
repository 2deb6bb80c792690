"""What the system refuses is told in words, with what to do."""

import errno
import re
import socket
import sys
from pathlib import Path

import pytest

from server.__main__ import main
from server.command.troubles import in_words
from server.serving.serve import CannotListen


def left_with(monkeypatch: pytest.MonkeyPatch, *said: object) -> str:
    monkeypatch.setattr(sys, "argv", ["hallqueue", *map(str, said)])
    with pytest.raises(SystemExit) as left:
        main()
    return str(left.value.code)


def test_a_port_that_is_taken_is_told_with_the_way_out(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        said = left_with(
            monkeypatch, "serve", "--data", tmp_path / "hall", "--host", "127.0.0.1", "--port", port
        )
    offered = int(re.findall(r"--port (\d+)", said)[0])
    assert offered != port
    with socket.socket() as free:
        free.bind(("127.0.0.1", offered))  # nobody is there
    assert said.count(f"--port {offered}") == 2
    assert "已被别的程序占用" in said
    assert "Errno" not in said


def test_a_file_where_the_folder_should_be_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "hall").write_text("")
    said = left_with(monkeypatch, "serve", "--data", tmp_path / "hall", "--port", 1)
    assert "是一个文件" in said
    assert "Errno" not in said


@pytest.mark.parametrize("command", ["serve", "demo"])
def test_a_folder_that_cannot_be_there_is_told_with_another_way(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: str
) -> None:
    """Fault 30: a parent that is a file, and one where nobody may make anything."""
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "file" / "hall", Path("/proc/hall")):
        said = left_with(monkeypatch, command, "--data", folder, "--host", "127.0.0.1", "--port", 0)
        assert "--data" in said
        assert "Errno" not in said


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_no_error_of_the_system_is_a_number_to_people(number: int) -> None:
    for why in (OSError(number, "Its own words", "/data"), CannotListen(number, "Its own words", "host:1")):
        said = in_words(why)
        assert re.search("[一-鿿]", said)
        assert "Errno" not in said
        assert f"[{number}]" not in said


def test_no_permission_a_read_only_disk_and_a_full_one_are_told_apart() -> None:
    said = {
        code: in_words(OSError(code, "Its own words", "/data"))
        for code in (errno.EACCES, errno.EROFS, errno.ENOSPC, errno.EDQUOT)
    }
    assert "没有权限" in said[errno.EACCES]
    assert "只读" in said[errno.EROFS]
    assert "磁盘已满" in said[errno.ENOSPC]
    assert "配额" in said[errno.EDQUOT]
    assert len(set(said.values())) == len(said)
