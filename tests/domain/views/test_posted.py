"""What hangs on a board on a day."""

from datetime import date

import pytest

from server.domain.config.pieces.boards import BoardLayout, Medium, Notice
from server.domain.config.pieces.equipment import SlipTemplate
from server.domain.setup.commands import ConfigureHall
from server.domain.text import Text
from server.domain.views.posted import files_in_use, in_force, layout_at, lobby_layout, media_at, notices_at
from tests.builders import Story, a_config

NAME = Text("版面", "Layout")
OCTOBER = Notice(
    id="n", text=Text("国庆节休息", "Closed"), first_day=date(2026, 10, 1), last_day=date(2026, 10, 7)
)


@pytest.mark.parametrize(("day", "hangs"), [(30, False), (1, True), (7, True), (8, False)])
def test_a_notice_hangs_from_its_first_day_through_its_last(day: int, hangs: bool) -> None:
    today = date(2026, 9, day) if day == 30 else date(2026, 10, day)
    assert in_force(OCTOBER, today, "east") is hangs


def test_what_names_places_hangs_there_only() -> None:
    here = Notice(id="n", text=Text("小心地滑", "Slippery"), places=("east",))
    assert in_force(here, date(2026, 10, 1), "east")
    assert not in_force(here, date(2026, 10, 1), "west")
    assert not in_force(here, date(2026, 10, 1), "")


def test_a_board_takes_the_layout_that_names_its_place_before_one_for_all() -> None:
    usual, east = BoardLayout(id="a", name=NAME), BoardLayout(id="b", name=NAME, places=("east",), rows=3)
    config = a_config(layouts=(usual, east))
    assert [layout_at(config, place).id for place in ("east", "west", "")] == ["b", "a", "a"]


def test_files_of_today_and_of_plans_are_in_use() -> None:
    now, later, logo = ("ab" * 32 + ".png", "cd" * 32 + ".mp4", "ef" * 32 + ".png")
    story = Story(config=a_config(media=(Medium(id="m", file=now, name=NAME),)))
    planned = a_config(media=(Medium(id="n", file=later, name=NAME),), slip=SlipTemplate(logo=logo))
    story.do(ConfigureHall(config=planned, valid_from=date(2026, 3, 9)))
    assert files_in_use(story.hall) == {now, later, logo}
    assert files_in_use(Story(empty=True).hall) == frozenset()


def test_a_hall_without_layouts_has_boards_as_usual() -> None:
    usual = lobby_layout(layout_at(a_config(), "east"))
    assert (usual.rows, usual.orientation, usual.shows_queues, usual.shows_map) == (6, "auto", True, False)


def test_media_and_notices_keep_their_order_and_films_are_told_from_pictures() -> None:
    media = tuple(
        Medium(id=n, file=f"{n}.{ending}", name=NAME, seconds=7)
        for n, ending in (("a", "png"), ("b", "mp4"), ("c", "webm"), ("d", "jpg"))
    )
    config = a_config(media=media, notices=(OCTOBER, Notice(id="m", text=NAME)))
    today = date(2026, 10, 8)
    assert [(m.file, m.kind) for m in media_at(config, today, "")] == [
        ("a.png", "image"),
        ("b.mp4", "video"),
        ("c.webm", "video"),
        ("d.jpg", "image"),
    ]
    assert notices_at(config, today, "") == (NAME,)
