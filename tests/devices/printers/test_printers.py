from pathlib import Path

import pytest

from server.devices import printers
from server.devices.errors import DeviceMisconfigured
from server.devices.printers import TROUBLES, PrinterConfig, kinds, open_printer
from server.devices.printers.file import FilePrinter
from server.domain.views.overview.alert_texts import CAUSES


def test_the_kinds_are_the_files_of_the_folder() -> None:
    assert {"tcp", "file", "virtual"} <= set(kinds())


def test_a_kind_nobody_wrote_is_misconfigured_and_told_the_choices(tmp_path: Path) -> None:
    with pytest.raises(DeviceMisconfigured, match="virtual"):
        open_printer(PrinterConfig(id="front", kind="telex"), tmp_path)


def test_a_new_kind_is_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "copier.py").write_text(
        "from server.devices.printers.file import FilePrinter\n"
        "def open_printer(config, folder): return FilePrinter(folder / config.id)\n"
    )
    monkeypatch.setattr(printers, "__path__", [*printers.__path__, str(tmp_path)])
    printer = open_printer(PrinterConfig(id="front", kind="copier"), tmp_path)
    assert isinstance(printer, FilePrinter)
    assert printer.folder == tmp_path / "front"


def test_people_have_words_for_every_trouble() -> None:  # C26
    assert [trouble for trouble in TROUBLES if trouble not in CAUSES] == []
