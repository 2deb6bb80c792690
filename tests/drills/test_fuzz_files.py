"""Set-up files and media, cut, doubled and changed: `pytest tests/drills/test_fuzz_files.py`."""

import os
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from PIL import Image

from server.devices.errors import DeviceMisconfigured
from server.devices.logo import logo_of
from server.devices.media import NotMedia, keep
from tests.fuzzing_files import hall_files, media, read_or_refused

EXAMPLES = int(os.environ.get("HALLQUEUE_EXAMPLES", "1000"))
MANY = settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))


@MANY
@given(text=hall_files())
def test_no_hall_file_finds_a_fault(text: str) -> None:
    read_or_refused(text)


@MANY
@given(data=media())
def test_no_medium_finds_a_fault(data: bytes, tmp_path: Path) -> None:
    """What is kept as a picture can stand on a slip, or is said to be none."""
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
