"""What the command line answers without a hall, it answers at once: nothing of a hall is loaded for it."""

import subprocess
import sys

import pytest

HEAVY = (
    *("asyncio", "pydantic", "sqlalchemy", "sqlmodel", "fastapi", "uvicorn", "websockets", "numpy", "PIL"),
    *(
        "server.command.work.running",
        "server.command.ending",
        "rich",
        "server.house",
        "server.packs.hall_file",
        "server.domain.hall",
    ),
)
LOADED = f"""
import sys
from server.__main__ import main
sys.argv = ["hallqueue", *sys.argv[1:]]
try:
    main()
finally:
    print("loaded:", *(m for m in {HEAVY!r} if m in sys.modules))
"""


@pytest.mark.parametrize(
    ("words", "left", "said"),
    [
        (("--help",), 0, "serve"),
        (("init", "--help"), 0, "--pack {"),
        (("serv",), 2, "是不是 serve"),
        (("serve", "--port", "seven"), 2, "端口"),
    ],
)
def test_help_and_slips_of_the_pen_load_no_hall(words: tuple[str, ...], left: int, said: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *words], capture_output=True, text=True, check=False, encoding="utf-8"
    )
    assert (done.returncode, done.stdout.splitlines()[-1].split()) == (left, ["loaded:"])
    assert said in done.stdout + done.stderr
