"""What is done at the door is a row, whoever had no number; thrown away and made again it is the same."""

from typing import Any

from sqlalchemy import Connection, select

from server.domain.guidance import commands as gc
from server.domain.guidance.nouns import Way
from server.visits.contacts import tie
from server.visits.keeping import Keeper
from server.visits.past import CONTACT
from server.visits.rows import forget_all
from tests.builders import Story
from tests.reports.lived import HALL, kept, recorded


def rows(db: Connection) -> list[dict[str, Any]]:
    found = db.execute(select(CONTACT).order_by(CONTACT.c.seq)).mappings()
    return [dict(row) for row in found]


def at_the_door() -> Story:
    today = Story("4")
    today.do(gc.Greet(by="li"))
    today.do(gc.Divert(way=Way.BACK_OFFICE, service="bill", by="li", where="zone"))
    ticket = today.issue("change")
    today.do(gc.GiveNotice(ticket=ticket, missing=(0,), by="li", where="zone"))
    today.do(gc.TakeReturn(code=next(iter(today.hall.guidance.notices))))
    return today


def test_each_act_is_one_row_and_a_return_is_tied_to_its_notice() -> None:
    today = at_the_door()
    greeted, sent, notice, returned = rows(kept(today))
    assert (greeted["what"], greeted["person"], greeted["ticket"]) == ("greeted", "li", "")
    assert (sent["what"], sent["way"], sent["service"]) == ("diverted", "back_office", "bill")
    assert (notice["what"], notice["number"]) == ("notice", "C001")
    assert (returned["what"], returned["notice"]) == ("returned", notice["notice"])
    code = next(iter(today.hall.guidance.notices))
    assert code not in str(rows(kept(today)))
    assert tie(code) == notice["notice"]


def test_whatever_way_the_rows_were_made_they_are_the_same() -> None:
    today = at_the_door()
    whole, pieces = kept(today), kept(Story(empty=True))
    keeper, news = Keeper(HALL), recorded(today)
    keeper.catch_up(pieces)
    for one in news:
        assert keeper.take(pieces, [one])
    assert rows(pieces) == rows(whole)
    forget_all(pieces, HALL)
    assert rows(pieces) == []
