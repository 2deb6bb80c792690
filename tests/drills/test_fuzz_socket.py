"""Thousands of frames from machines that mean nothing well: `pytest tests/drills/test_fuzz_socket.py`."""

import logging
import os

from hypothesis import strategies as st

from server.access.roles import DEVICE_ROLES, PEOPLE_ROLES
from tests.drills.conftest import Tell
from tests.fuzzing import Kept
from tests.fuzzing_frames import frames
from tests.hall_here import HereHall
from tests.test_fuzz import drawn, heard_out

EXAMPLES = int(os.environ.get("HALLQUEUE_EXAMPLES", "300"))
SCREENS = ("kiosk", "counter", "window", "lobby", "manager", "guide", "evaluator", "printer")


async def test_no_frame_of_any_role_finds_a_fault(hall: HereHall, tell: Tell) -> None:
    kept = Kept()
    logging.getLogger().addHandler(kept)
    roles = (*PEOPLE_ROLES, *DEVICE_ROLES)
    hellos = [{"token": hall.token(role, "1"), "screen": screen} for role in roles for screen in SCREENS]
    talks = drawn(st.lists(frames, min_size=1, max_size=8), EXAMPLES)
    try:
        for nth, sent in enumerate(talks):
            await heard_out(hall, sent, None if nth % 9 == 0 else hellos[nth * 7 % len(hellos)])
    finally:
        logging.getLogger().removeHandler(kept)
    sent_in_all = sum(map(len, talks))
    tell(f"{sent_in_all:,} frames in {len(talks)} talks by {len(roles)} roles: {len(kept.tracebacks)} faults")
    assert not kept.tracebacks
    assert (await hall.issue())["number"]
