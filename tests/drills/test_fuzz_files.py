"""Set-up files and media, cut, doubled and changed: `pytest tests/drills/test_fuzz_files.py`."""

import os
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from PIL import Image

from server.devices.errors import DeviceMisconfigured
from server.devices.media import NotMedia, keep
from server.devices.printing.logo import logo_of
from tests.drills.conftest import Tell
from tests.fuzzing_files import hall_files, media, read_or_refused

EXAMPLES = int(os.environ.get("HALLQUEUE_EXAMPLES", "1000"))
MANY = settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))


def test_no_hall_file_finds_a_fault(tell: Tell) -> None:
    @MANY
    @given(text=hall_files())
    def read(text: str) -> None:
        read_or_refused(text)

    read()
    tell(f"{EXAMPLES:,} set-up files")


def test_no_medium_finds_a_fault(tmp_path: Path, tell: Tell) -> None:
    @MANY
    @given(data=media())
    def kept_and_drawn(data: bytes) -> None:
        _can_stand_on_a_slip(tmp_path, data)

    kept_and_drawn()
    tell(f"{EXAMPLES:,} media")


def _can_stand_on_a_slip(tmp_path: Path, data: bytes) -> None:
    """What is kept as a picture, or it is said to be none."""
    try:
        kept = keep(tmp_path, data)
    except NotMedia:
        return
    if kept.file.endswith((".mp4", ".webm")):
        return
    try:
        assert isinstance(logo_of(tmp_path / kept.file, 400, 100), Image.Image)
    except DeviceMisconfigured:
        return
