"""Every state of a slip, and every reason the code gives for it, has words on the pages that show them."""

import re
from pathlib import Path

import pytest

from server.devices.printers import TROUBLES
from server.devices.printing.line import BROKEN, HUNG, UNDRAWABLE
from server.domain.equipment.rules import FOR_NO_FAULT
from server.domain.hall import SlipState
from server.domain.views.overview.alert_texts import CAUSES

WORDS = Path(__file__).parents[2] / "server/web/language/code_words.ts"


def table(name: str) -> dict[str, str]:
    block = WORDS.read_text("utf-8").partition(f"export const {name}")[2].partition("};")[0]
    return dict(re.findall(r'^  (\w+): \{ zh: "([^"]+)", en: "[^"]+" \},$', block, re.MULTILINE))


@pytest.mark.parametrize("state", SlipState)
def test_every_state_has_its_words(state: SlipState) -> None:
    assert table("slipStates")[state]


def test_what_was_sent_is_not_called_printed() -> None:
    """C21."""
    said = table("slipStates")
    assert said[SlipState.SENT] == "已送出（未确认）"
    assert [state for state, words in said.items() if "已打印" in words] == [SlipState.PRINTED]


def test_every_reason_has_its_words() -> None:
    reasons = {*TROUBLES, *FOR_NO_FAULT, UNDRAWABLE, BROKEN, HUNG, "stale", "restart"}
    assert reasons <= table("slipCauses").keys()
    assert {UNDRAWABLE, "restart", *TROUBLES} <= CAUSES.keys()
