"""Who may ask what, written down by hand: one line a command, one column a role.

x always · o at its own counter only · l into the line only, to no counter
h a call for help, no other alert · a only what it was asked to say, see `api/asking/receipts.py` · . never
"""

from collections.abc import Mapping
from pathlib import Path

_DEVICES = ("evaluator", "kiosk", "counter_screen", "window_display", "lobby_board", "keypad", "print_agent")
_PEOPLE = ("guide", "clerk", "team_leader", "hall_manager", "admin", "region_office")
_COLUMNS = (*_DEVICES, *_PEOPLE)

_TABLE = """
#                    ev ki cs wd lb kp pa gu cl tl hm ad ro
configure_hall        .  .  .  .  .  .  .  .  .  .  x  x  .
apply_plan            .  .  .  .  .  .  .  .  .  .  .  .  .
drop_plan             .  .  .  .  .  .  .  .  .  .  x  x  .
settle_clock          .  .  .  .  .  .  .  .  .  .  x  x  .
suspend_service       .  .  .  .  .  .  .  .  .  x  x  x  .
restore_service       .  .  .  .  .  .  .  .  .  x  x  x  .
close_day             .  .  .  .  .  .  .  .  .  .  x  x  .
turn_day              .  .  .  .  .  .  .  .  .  .  .  .  .
go_on_restored        .  .  .  .  .  .  .  .  .  .  .  .  .
issue_ticket          .  x  .  .  .  .  .  x  x  x  x  x  .
lease_numbers         .  x  .  .  .  .  .  .  .  .  .  .  .
merge_offline         .  x  .  .  .  .  .  .  .  .  .  .  .
take_other_way        .  x  .  .  .  .  .  .  .  .  .  .  .
call_next             .  .  .  .  .  o  .  .  x  x  x  x  .
call_specific         .  .  .  .  .  .  .  .  x  x  x  x  .
recall                .  .  .  .  .  o  .  .  x  x  x  x  .
start_service         .  .  .  .  .  o  .  .  x  x  x  x  .
finish_ticket         .  .  .  .  .  o  .  .  x  x  x  x  .
mark_no_show          .  .  .  .  .  o  .  .  x  x  x  x  .
return_to_queue       .  .  .  .  .  o  .  .  x  x  x  x  .
undo_last             .  .  .  .  .  o  .  .  x  x  x  x  .
requeue_ticket        .  .  .  .  .  .  .  x  x  x  x  x  .
give_way              .  .  .  .  .  .  .  x  x  x  x  x  .
mark_walkout          .  .  .  .  .  .  .  x  x  x  x  x  .
cancel_ticket         .  .  .  .  .  .  .  x  .  x  x  x  .
start_form_filling    .  .  .  .  .  .  .  x  x  x  x  x  .
end_form_filling      .  .  .  .  .  .  .  x  x  x  x  x  .
change_service        .  .  .  .  .  .  .  x  x  x  x  x  .
free_ticket           .  .  .  .  .  .  .  .  .  x  x  x  .
park_ticket           .  .  .  .  .  .  .  .  x  x  x  x  .
resume_ticket         .  .  .  .  .  .  .  l  x  x  x  x  .
transfer_ticket       .  .  .  .  .  .  .  .  x  x  x  x  .
add_service           .  .  .  .  .  .  .  .  x  x  x  x  .
walk_direct           .  .  .  .  .  .  .  .  x  x  x  x  .
open_counter          .  .  .  .  .  .  .  .  x  x  x  x  .
close_counter         .  .  .  .  .  .  .  .  x  x  x  x  .
pause_counter         .  .  .  .  .  o  .  .  x  x  x  x  .
resume_counter        .  .  .  .  .  o  .  .  x  x  x  x  .
change_profile        .  .  .  .  .  .  .  .  .  x  x  x  .
reprint_slip          .  x  .  .  .  .  .  x  x  x  x  x  .
record_slip           .  .  .  .  .  .  .  .  .  .  .  .  .
move_slip             .  .  .  .  .  .  .  .  .  .  .  .  .
note_access           .  .  .  .  .  .  .  .  .  .  .  .  .
record_shown          .  .  o  o  x  .  .  .  .  .  .  .  .
record_spoken         .  .  .  .  a  .  .  .  .  .  .  .  .
report_device         .  .  .  .  .  .  .  .  .  .  .  .  .
raise_alert           .  h  .  .  .  .  .  h  h  h  h  h  .
acknowledge_alert     .  .  .  .  .  .  .  x  .  x  x  x  .
clear_alert           .  .  .  .  .  .  .  .  .  x  x  x  .
reach_rung            .  .  .  .  .  .  .  .  .  .  .  .  .
raise_task            .  .  .  .  .  .  .  .  .  .  .  .  .
take_task             .  .  .  .  .  .  .  x  .  x  x  x  .
drop_task             .  .  .  .  .  .  .  x  .  x  x  x  .
explain_wait          .  .  .  .  .  .  .  x  .  x  x  x  .
give_water            .  .  .  .  .  .  .  x  .  x  x  x  .
open_case             .  .  .  .  .  .  .  .  .  .  .  .  .
offer_remedy          .  .  .  .  .  .  .  x  x  x  x  x  .
give_gift             .  .  .  .  .  .  .  x  x  x  x  x  .
decline_gift          .  .  .  .  .  .  .  x  x  x  x  x  .
waive_case            .  .  .  .  .  .  .  .  .  x  x  x  .
set_stock             .  .  .  .  .  .  .  .  .  x  x  x  .
lead_shift            .  .  .  .  .  .  .  .  .  x  x  x  .
rate                  o  .  .  .  .  .  .  .  .  .  .  .  .
rate_wait             o  .  .  .  .  .  .  .  .  .  .  .  .
give_reasons          o  .  .  .  .  .  .  .  .  .  .  .  .
close_evaluation      o  .  .  .  .  .  .  .  .  .  .  .  .
"""

# An area that came later writes its rows beside its own tests, and there what of its commands the asker says.
_LATER = sorted((Path(__file__).parent.parent / "domain").glob("*/rights.txt"))
_LINES = [*_TABLE.splitlines(), *(line for page in _LATER for line in page.read_text("utf-8").splitlines())]

ALLOWED: Mapping[tuple[str, str], str] = {
    (line.split()[0], role): mark
    for line in _LINES
    if line and not line.startswith(("#", "said "))
    for role, mark in zip(_COLUMNS, line.split()[1:], strict=True)
}
ROLES_ASKED = frozenset(_COLUMNS)
SAID_BY_THE_ASKER: Mapping[str, str] = {
    field.strip(): why.strip()
    for line in _LINES
    if line.startswith("said ")
    for field, _, why in [line.removeprefix("said ").partition(":")]
}
