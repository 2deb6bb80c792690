"""Columns by their names."""

import pytest

from server.insight.history.heads import TwoColumns, heads


@pytest.mark.parametrize(
    "row",
    [
        ["业务类型", "取号时间", "叫号时间"],
        ["Service Name", "Issued_At", "Called"],
        [" 业务名称 ", "取票时间（年月日）", "呼叫时间"],
        ["queue", "arrival time", "call-time"],
    ],
)
def test_every_old_system_has_its_own_words(row: list[str]) -> None:
    named = heads(row)
    assert named is not None
    assert named.at == {"service": 0, "issued": 1, "called": 2}
    assert named.of(["A", " 09:00 "], "issued") == "09:00"
    assert (named.of(["A", "09:00"], "called"), named.of(["A", "09:00"], "staff")) == ("", "")


def test_what_names_nothing_is_no_head() -> None:
    assert heads(["某营业厅业务明细", "", ""]) is None


def test_two_columns_of_one_meaning_are_named() -> None:
    with pytest.raises(TwoColumns) as two:
        heads(["取号时间", "业务", "取票时间"])
    assert two.value.args == ("取号时间", "取票时间")
