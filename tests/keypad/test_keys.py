"""The keys: in step with the console's, whatever a terminal or a keypad sends for them."""

import re
from pathlib import Path

import pytest

from counter_client.keypad.keys import ACTIONS, CODES, Held, typed

CLIENT = Path(__file__).parents[2] / "counter_client" / "counter" / "keys"


def of_the_console() -> dict[str, str]:
    """The table of keys.ts."""
    table = re.search(r"ACTIONS.*?= \{(.*?)\n\};", (CLIENT / "keys.ts").read_text(encoding="utf-8"), re.S)
    assert table
    return {key.strip('"'): action for key, action in re.findall(r'("?[\w+]+"?): "(\w+)"', table[1])}


def test_a_letter_means_what_it_means_at_the_console() -> None:
    console = of_the_console()
    letters = {key: action for key, action in ACTIONS.items() if key.isalpha() and key != "Enter"}
    assert letters == {key: console[key] for key in letters}


def test_enter_follows_the_customer_and_a_plus_recalls_where_the_console_differs() -> None:
    console = of_the_console()
    assert (ACTIONS["Enter"], console["Enter"]) == ("step", "start")
    assert (ACTIONS["+"], console["+"]) == ("recall", "add")


def test_the_table_in_the_docstring_is_the_table() -> None:
    from counter_client.keypad import keys

    assert keys.__doc__
    rows = [row.split("|")[1].split()[0] for row in keys.__doc__.splitlines() if row.startswith("| ")]
    assert [key for key in rows if key not in ("key", "1–9")] == [
        k for k in ACTIONS if not k.isalpha() or k == "Enter"
    ]


@pytest.mark.parametrize(
    ("sent", "keys"),
    [
        ("\r", ["Enter"]),
        ("\n", ["Enter"]),
        ("0+-*/.", ["0", "+", "-", "*", "/", "."]),
        ("rRnN", ["R", "R", "N", "N"]),
        (" \x7f", ["Space", "Backspace"]),
        ("＋０－＊／．", ["+", "0", "-", "*", "/", "."]),  # an input method's
        ("\x1b", ["Escape"]),
        ("\x1bOM\x1bOk\x1bOp", ["Enter", "+", "0"]),  # the keypad's application mode
        ("\x1b[2~\x1b[3~\x1b[F\x1b[4~\x1b[H", ["0", ".", "1", "1", "7"]),  # NumLock off
        ("\x1b[200;5u5", ["5"]),  # a sequence nobody knows
        ("\x1b[", []),
        ("xyz漢", ["X", "Y", "Z"]),
        ("", []),
    ],
)
def test_what_a_terminal_sends_is_named(sent: str, keys: list[str]) -> None:
    assert typed(sent) == keys


def test_every_key_of_a_keypad_has_its_code() -> None:
    assert {"Enter", *"0123456789+-*/."} <= set(CODES.values())
    assert CODES[96] == CODES[28] == "Enter"


def test_a_held_key_counts_once_and_two_presses_count_twice() -> None:
    held = Held()
    assert not held.is_held("Enter", 10.0)
    assert held.is_held("Enter", 10.66)  # the slowest first repeat
    assert all(held.is_held("Enter", 10.7 + n / 30) for n in range(60))
    assert not held.is_held("Enter", 13.5)
    assert not held.is_held("+", 13.6)


def test_the_same_digit_twice_in_a_number_is_meant_and_a_stuck_one_is_not() -> None:
    held = Held()
    assert not held.is_held("1", 10.0)
    assert not held.is_held("1", 10.2)
    assert held.is_held("1", 10.23)
    assert not held.is_held("0", 10.5)
    assert not held.is_held("0", 10.7)  # A100
    assert not held.is_held("Enter", 11.0)
    assert not held.is_held("0", 12.0)
    assert held.is_held("0", 12.2)  # calls the next: once
