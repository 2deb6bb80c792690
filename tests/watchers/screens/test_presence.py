"""Which screens are here, and who speaks for the hall."""

from dataclasses import dataclass, field

from server.access.actors import Actor
from server.watchers.screens.mailbox import Mailbox
from server.watchers.screens.presence import Presence
from tests.hall_here import HandClock


def a_board(place: str = "", role: str = "lobby_board", *, by_itself: bool = False) -> Actor:
    return Actor(id="device:b", kind="device", role=role, name="b", place=place, by_itself=by_itself)


@dataclass(eq=False)
class Board:
    name: str
    screen: str = "lobby"
    sound: str = "on"
    dismissed: bool = False
    place: str = ""
    box: Mailbox = field(default_factory=Mailbox)
    actor: Actor = field(kw_only=True, default=a_board())


def presence() -> tuple[Presence, HandClock]:
    hand = HandClock()
    return Presence(lambda: hand.at), hand


def test_the_first_board_that_can_make_a_sound_speaks() -> None:
    here, _ = presence()
    mute, first, second = Board("a", sound="blocked"), Board("b"), Board("c")
    assert here.leader() is None
    for board in (Board("k", "kiosk"), mute, first, second):
        here.came(board)
    assert here.leader() is first
    here.went(first)
    assert here.leader() is second


def test_a_board_speaks_once_somebody_has_switched_its_sound_on() -> None:
    here, _ = presence()
    board = Board("a", sound="blocked")
    here.came(board)
    assert here.muted() == ["a"]
    board.sound = "on"
    here.came(board)
    assert here.leader() is board
    assert here.muted() == []


def test_a_muted_board_beside_one_that_speaks_is_no_trouble() -> None:
    here, _ = presence()
    here.came(Board("a", sound="blocked"))
    here.came(Board("b"))
    assert here.muted() == []


def test_a_board_is_absent_after_thirty_seconds() -> None:
    here, hand = presence()
    board = Board("a")
    here.came(board)
    here.went(board)
    hand.move(seconds=30)
    assert here.absent() == []
    hand.move(seconds=1)
    assert here.absent() == ["a"]
    here.came(board)
    assert here.absent() == []


def test_a_board_that_has_another_window_open_is_here() -> None:
    here, hand = presence()
    one, two = Board("a"), Board("a")
    here.came(one)
    here.came(two)
    here.went(one)
    hand.move(minutes=5)
    assert here.absent() == []


def test_people_may_close_their_pages() -> None:
    here, hand = presence()
    for screen in ("counter", "manager"):
        page = Board("1207", screen)
        here.came(page)
        here.went(page)
    hand.move(minutes=5)
    assert here.absent() == []


def test_a_zone_apart_is_spoken_to_by_its_own_board_and_all_others_share_one() -> None:
    here, _ = presence()
    east, west = Board("e", place="east"), Board("w", place="west")
    for board in (east, west):
        here.came(board)
    assert here.leader("east", {"east"}) is east
    assert here.leader("", {"east"}) is west
    assert here.leader("", ()) is east
    here.went(east)
    assert here.leader("east", {"east"}) is None


def test_a_board_that_a_manager_has_shown_out_or_moved_is_not_missed() -> None:
    here, hand = presence()
    moved, away = Board("window:1", "window"), Board("window:2", "window")
    for board in (moved, away):
        here.came(board)
    moved.dismissed = True
    here.went(moved)
    here.went(away)
    hand.move(minutes=1)
    assert here.absent() == ["window:2"]
    here.forget("window:2")
    assert here.absent() == []


def test_only_a_paired_board_speaks_for_the_hall() -> None:
    here, _ = presence()
    manager = Actor(id="person:1001", kind="person", role="hall_manager", name="周")
    for actor in (manager, a_board(role="window_display"), a_board(role="kiosk")):
        here.came(Board("lobby", actor=actor))
    assert here.leader() is None


def test_a_window_of_a_demo_does_not_take_the_lead_from_a_paired_board() -> None:
    here, _ = presence()
    window, board = Board("lobby", actor=a_board(by_itself=True)), Board("lobby:main")
    here.came(window)
    assert here.leader() is window
    here.came(board)
    assert here.leader() is board


def test_a_board_speaks_where_it_was_put_whatever_its_page_says() -> None:
    here, _ = presence()
    board = Board("lobby:west", place="west", actor=a_board("east"))
    here.came(board)
    assert here.leader("west", {"east", "west"}) is None
    assert here.leader("east", {"east", "west"}) is board


def test_a_board_that_fails_comes_last_until_it_plays() -> None:
    """C18"""
    here, _ = presence()
    first, second = Board("a"), Board("b")
    for board in (first, second):
        here.came(board)
    here.fails(first)
    assert (here.leader(), here.last_resort()) == (second, first)
    here.plays(first)
    assert (here.leader(), here.last_resort()) == (first, None)
    here.fails(first)
    here.came(first)  # it says that its sound is on
    assert here.leader() is first


def test_a_board_that_failed_and_went_is_forgotten_and_comes_back_as_good_as_any() -> None:
    here, _ = presence()
    board, again = Board("a"), Board("a")
    here.came(board)
    here.fails(board)
    here.went(board)
    assert here.last_resort() is None
    assert here.knows("a")
    here.came(again)
    assert here.leader() is again


def test_a_silent_board_of_the_zone_shows_its_calls_and_one_of_elsewhere_does_not() -> None:
    """D5: whether a call is seen anywhere."""
    here, _ = presence()
    silent, east = Board("a", sound="blocked"), Board("e", actor=a_board("east"))
    assert not here.shows()
    here.came(Board("w", "window"))
    here.came(east)
    assert here.shows("east", ["east"])
    assert not here.shows("", ["east"])
    here.came(silent)
    assert here.shows("", ["east"])
    here.went(east)
    assert not here.shows("east", ["east"])
