"""A plain `serve` means what the command line's own reading makes of it; all else is left to that."""

import subprocess
import sys

import pytest

from server.command.line import understood
from server.command.lines.plain import OFTEN, ONCE, plainly


@pytest.mark.parametrize(
    "line",
    [
        "serve",
        "serve --data /var/lib/hall",
        "serve --port 8080 --host 127.0.0.1 --public-url https://hall.lan",
        "serve --port 0",
        "serve --port 65535 --printer K1=virtual --printer K2=tcp:a:9100,58 --speaker default",
        "serve --voice recorded --data d --voice pyttsx3",
    ],
)
def test_it_means_what_the_other_reading_makes_of_it(line: str) -> None:
    assert plainly(line.split()) == understood(line.split()).options


def test_it_knows_every_option_of_serve() -> None:
    assert {*ONCE.values(), *OFTEN.values()} == understood(["serve"]).options.keys()


@pytest.mark.parametrize(
    "line",
    [
        "",
        "demo",
        "serve --help",
        "serve --port=80",
        "serve --port seven",
        "serve --port 65536",
        "serve --port -1",
        "serve --port 999999999",
        "serve --data a --data b",
        "serve --host 127.0.0.1 --host 127.0.0.1",
        "serve --dato x",
        "serve more",
        "serve --data",
        "serve --data --port",
    ],
)
def test_what_is_not_plain_is_left_to_it(line: str) -> None:
    assert plainly(line.split()) is None


def test_a_server_that_is_told_plainly_loads_nothing_to_read_it() -> None:
    look = "import sys; from server.__main__ import _understood; _understood(['serve', '--port', '8001'])"
    asked = f"{look}; print([m for m in sys.modules if m.startswith(('cyclopts', 'rich', 'pydantic'))])"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
