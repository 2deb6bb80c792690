"""Every word of a report in both languages, and every column used by some report."""

from server.reports.texts import ACTS, COLUMNS, GROUPS, MISSED_BY, SHEETS, WHEN, act_name, sheet


def test_every_text_is_in_both_languages() -> None:
    texts = [text for text, _ in COLUMNS.values()]
    for table in (SHEETS, WHEN, GROUPS, ACTS, MISSED_BY):
        texts += table.values()
    assert all(text.zh and text.en for text in texts)


def test_a_head_has_the_columns_asked_for_in_order() -> None:
    found = sheet("by_day", "day", "n", "within")
    assert [(c.id, c.kind) for c in found.columns] == [("day", "date"), ("n", "count"), ("within", "share")]


def test_an_act_of_a_hall_that_has_no_name_here_keeps_its_own() -> None:
    assert act_name("sing").zh == "sing"
