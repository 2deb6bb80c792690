import pytest

from server.access.actors import Actor, system_actor
from server.access.refusals import AccessRefused
from server.access.rights import (
    BY_THE_HALL,
    EVERYTHING,
    RIGHTS,
    SCREENS,
    may,
    may_grant,
    may_open,
    require,
    require_grant,
    require_set_up,
)
from server.access.roles import DEVICE_ROLES, PEOPLE_ROLES
from server.api.asking.receipts import AT_ONE_COUNTER
from server.api.asking.wire import COMMANDS
from server.domain.areas import RULES
from server.domain.care import commands as care
from server.domain.command import Command
from server.domain.equipment.commands import AcknowledgeAlert, NoteAccess, RaiseAlert
from server.domain.opinion.commands import GiveReasons, Rate, RateWait
from server.domain.queue import commands as queue
from server.domain.queue.commands import (
    CallNext,
    CancelTicket,
    CloseDay,
    ResumeTicket,
)
from server.domain.setup.commands import ConfigureHall
from tests.access.matrix import ALLOWED, ROLES_ASKED
from tests.api.samples import sample


def actor(role: str, place: str = "") -> Actor:
    kind = "device" if role in DEVICE_ROLES else "person"
    return Actor(id=f"{kind}:x", kind=kind, role=role, name="x", place=place)  # type: ignore[arg-type]


def test_every_command_of_every_area_is_allowed_to_somebody_beside_the_hall_itself() -> None:
    allowed = frozenset[type[Command]]().union(*(RIGHTS[role] for role in {**DEVICE_ROLES, **PEOPLE_ROLES}))
    assert allowed | BY_THE_HALL == RULES.keys() == EVERYTHING
    assert not allowed & BY_THE_HALL


def test_a_kiosk_gives_numbers_prints_them_again_and_calls_for_help_and_nothing_more() -> None:
    assert {c.__name__ for c in RIGHTS["kiosk"]} == {
        "CheckIn",
        "ComeWithCode",
        "IssueTicket",
        "LeaseNumbers",
        "MergeOffline",
        "RaiseAlert",
        "ReprintSlip",
        "TakeOtherWay",
        "TakeReturn",
    }
    kiosk = Actor(id="device:k1", kind="device", role="kiosk", name="k1", place="K1")
    assert may(kiosk, RaiseAlert(kind="guide_called", subject="K1"))
    assert not may(kiosk, RaiseAlert(kind="printer_down", subject="K1"))


def test_only_managers_close_the_day_and_set_up_the_hall() -> None:
    roles = {role for role in RIGHTS if {CloseDay, ConfigureHall} & RIGHTS[role]}
    assert roles == {"hall_manager", "admin", "system"}


def test_the_region_reads_and_asks_nothing() -> None:
    assert not RIGHTS["region_office"]
    assert may_open(actor("region_office"), "manager")


def test_a_team_leader_may_what_clerks_and_guides_may() -> None:
    assert RIGHTS["team_leader"] > RIGHTS["clerk"] | RIGHTS["guide"]
    assert queue.ChangeProfile not in RIGHTS["clerk"] | RIGHTS["guide"]


def test_a_guide_sends_a_parked_customer_into_the_line_but_to_no_counter() -> None:
    assert may(actor("guide"), ResumeTicket(ticket="t1"))
    assert not may(actor("guide"), ResumeTicket(ticket="t1", counter="3"))
    assert may(actor("clerk"), ResumeTicket(ticket="t1", counter="3"))
    assert may(actor("team_leader"), ResumeTicket(ticket="t1", counter="3"))


def test_a_guide_voids_tickets_and_answers_alerts_but_never_calls() -> None:
    assert may(actor("guide"), CancelTicket(ticket="t1"))
    assert may(actor("guide"), AcknowledgeAlert(alert="a1", by="1300"))
    assert not may(actor("guide"), CallNext(counter="3"))


def test_a_keypad_works_at_its_own_counter_only() -> None:
    assert may(actor("keypad", "3"), CallNext(counter="3"))
    assert not may(actor("keypad", "3"), CallNext(counter="4"))
    assert not may(actor("keypad"), CallNext(counter="4"))


def test_a_role_from_nowhere_may_nothing() -> None:
    assert not may(actor("root"), CallNext(counter="3"))
    assert not may_open(actor("root"), "lobby")
    assert not may_grant(actor("root"), "kiosk")


def test_what_is_not_allowed_is_refused_by_the_name_of_the_role() -> None:
    require(actor("clerk"), CallNext(counter="3"))
    with pytest.raises(AccessRefused) as refused:
        require(actor("lobby_board"), CallNext(counter="3"))
    assert refused.value.code == "not_allowed"
    assert refused.value.text.zh == "大屏没有此项权限"


def test_the_program_itself_may_record_what_its_devices_report() -> None:
    assert RIGHTS[system_actor("receipts").role] == EVERYTHING


def test_anybody_may_look_at_the_public_screens() -> None:
    looking = {role: screens for role, screens in SCREENS.items() if role != "print_agent"}
    assert all({"lobby", "window"} <= screens for screens in looking.values())


def test_a_print_agent_has_its_line_and_nothing_else() -> None:
    assert SCREENS["print_agent"] == {"printer"}
    assert not RIGHTS["print_agent"]


def test_only_who_runs_the_hall_lets_people_and_devices_in() -> None:
    for role in ("hall_manager", "admin"):
        require_grant(actor(role))
    for role in ("kiosk", "guide", "clerk", "team_leader", "region_office"):
        with pytest.raises(AccessRefused):
            require_grant(actor(role))
    with pytest.raises(AccessRefused):
        require_grant(actor("hall_manager"), "admin")


@pytest.mark.parametrize(
    ("screen", "roles"),
    [
        ("kiosk", "kiosk guide clerk team_leader hall_manager admin"),
        ("counter", "counter_screen keypad clerk team_leader hall_manager admin"),
        ("manager", "team_leader hall_manager admin region_office"),
    ],
)
def test_the_other_screens_open_for_those_who_work_with_them(screen: str, roles: str) -> None:
    assert {r for r in SCREENS if screen in SCREENS[r]} - {"system"} == set(roles.split())


def test_a_counters_own_screen_shows_no_other_counter() -> None:
    assert may_open(actor("counter_screen", "3"), "counter", "3")
    assert not may_open(actor("counter_screen", "3"), "counter", "4")
    assert may_open(actor("clerk", "3"), "counter", "4")


def test_a_manager_hands_out_every_role_but_the_administrators() -> None:
    assert may_grant(actor("hall_manager"), "kiosk")
    assert may_grant(actor("hall_manager"), "hall_manager")
    assert not may_grant(actor("hall_manager"), "admin")
    assert not may_grant(actor("admin"), "system")
    assert not may_grant(actor("team_leader"), "clerk")


def test_an_evaluator_rates_at_its_own_counter_and_asks_nothing_else() -> None:
    tap = Rate(counter="3", evaluation="t1.0", level=5)
    assert may(actor("evaluator", "3"), tap)
    assert not may(actor("evaluator", "4"), tap)
    assert not may(actor("evaluator", "3"), CallNext(counter="3"))


@pytest.mark.parametrize("role", ["guide", "clerk", "team_leader", "keypad", "counter_screen"])
def test_nobody_who_serves_presses_for_the_customer(role: str) -> None:
    assert not {Rate, RateWait, GiveReasons} & RIGHTS[role]


def test_a_remedy_is_settled_by_guide_or_clerk_and_waived_by_the_leader_only() -> None:
    for role in ("guide", "clerk", "team_leader"):
        assert {care.OfferRemedy, care.GiveGift, care.DeclineGift} <= RIGHTS[role]
    assert {r for r in ("guide", "clerk", "team_leader") if care.WaiveCase in RIGHTS[r]} == {"team_leader"}
    assert care.OpenCase not in RIGHTS["team_leader"], "cases are opened by the clock"


def test_the_record_of_who_was_let_in_is_not_written_by_hand() -> None:
    noted = NoteAccess(what="person_added", subject="1202")
    assert not may(actor("admin"), noted)
    assert may(Actor(id="system:x", kind="system", role="system", name="x"), noted)


def test_only_managers_look_at_the_set_up() -> None:
    require_set_up(actor("hall_manager"))
    for role in ("clerk", "guide", "team_leader", "kiosk", "region_office"):
        with pytest.raises(AccessRefused):
            require_set_up(actor(role))


@pytest.mark.parametrize("name", COMMANDS)
def test_the_rights_are_those_of_the_table(name: str) -> None:
    """`matrix.py` is written by hand: whoever changes a right has to say so there."""
    here = sample(name)
    for role in ROLES_ASKED:
        mark = ALLOWED[name, role]
        assert may(actor(role, "1"), here) == (mark in LETS_IN), (name, role)
        if mark == "o":
            assert role in AT_ONE_COUNTER or not may(actor(role, "2"), here), (name, role)
            assert role in AT_ONE_COUNTER or not may(actor(role), here), (name, role)


LETS_IN = frozenset("xoa")  # a sample names a counter and another alert, which "l" and "h" do not let in


def test_the_table_has_every_role_and_every_command() -> None:
    assert {*DEVICE_ROLES, *PEOPLE_ROLES} == ROLES_ASKED
    assert {name for name, _ in ALLOWED} == COMMANDS.keys()
