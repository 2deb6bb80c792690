"""The pictures of the architecture page."""

from deploy.architecture import blocks, redraw


def test_every_row_of_a_table_is_an_arrow() -> None:
    assert "    waiting --> called: TicketCalled" in blocks()["ticket"]
    assert "    paused --> open_idle: CounterResumed" in blocks()["counter"]
    assert "    offered --> given: GiftGiven" in blocks()["case"]


def test_a_settled_case_leads_nowhere() -> None:
    for settled in ("given", "declined", "missed", "waived"):
        assert f"    {settled} -->" not in blocks()["case"]


def test_a_slip_that_may_be_on_paper_leads_nowhere() -> None:
    assert "    unknown -->" not in blocks()["slip"]


def test_redrawing_replaces_the_old_picture_and_nothing_else() -> None:
    empty = "".join(f"<!-- drawn: {name} -->\nan old picture\n<!-- end -->\n" for name in blocks())
    page = f"before\n{empty}after"
    drawn = redraw(page)
    assert drawn.startswith("before\n")
    assert drawn.endswith("\nafter")
    assert "an old picture" not in drawn
    assert redraw(drawn) == drawn
