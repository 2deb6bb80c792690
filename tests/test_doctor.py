"""What the machine has and lacks."""

from pathlib import Path

from server.doctor import examine
from server.printers_file import FILE, keep


def test_this_machine_can_run_a_hall(tmp_path: Path) -> None:
    findings = examine(tmp_path)
    assert all(f.well for f in findings if f.vital), findings
    assert {f.what.partition(" ")[0] for f in findings} >= {"pages", "slip", "voice", "browser", "disk"}
    assert all(f.text for f in findings)


def test_a_hall_without_printers_is_no_trouble(tmp_path: Path) -> None:
    assert examine(tmp_path)[-1].well
    assert examine(tmp_path / "not" / "there")[-1].well


def test_printers_are_listed(tmp_path: Path) -> None:
    keep(tmp_path, ["K1=virtual", "K2=tcp:192.168.1.50:9100"])
    assert [f.what for f in examine(tmp_path)[-2:]] == ["printer K1", "printer K2"]


def test_a_spoilt_printers_file_is_told_and_keeps_no_hall_from_running(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("K1=fax:7\n", encoding="utf-8")
    finding = examine(tmp_path)[-1]
    assert not finding.well
    assert not finding.vital
    assert "fax" in finding.text
