"""What was reckoned beside is proposed while it is fresh; what was taken is judged by itself."""

import pytest

from server.domain.proposals.events import ProposalJudged
from server.domain.proposals.nouns import ProposedStep
from server.watchers.foresight.proposing import STALE
from tests.domain.proposals.story import proposal
from tests.hall_here import HereHall
from tests.patience import patience, until
from tests.watchers.foresight.test_run_forward import looking


@pytest.mark.row("Q12")
async def test_it_proposes_while_it_knows_and_no_longer(hall: HereHall) -> None:
    await hall.do("open_counter", counter="1")
    profile = hall.hall.setup.counter["2"].profile
    one, small = proposal(profile=profile), proposal(counter="3", after=1.5)
    proposing = hall.house.proposing
    proposing.take(hall.clock.at, (small, one))
    await proposing.look()
    assert hall.hall.proposals.made == (one,)
    hall.clock.move(seconds=STALE.total_seconds())
    await proposing.look()
    assert hall.hall.proposals.made == ()
    assert await hall.tells_the_same()


@pytest.mark.row("Q12")
async def test_what_was_taken_is_judged_by_itself(hall: HereHall) -> None:
    await hall.do("open_counter", counter="1")
    await hall.issue()
    profile = hall.hall.setup.counter["2"].profile
    hall.house.proposing.take(hall.clock.at, (proposal(profile=profile, people=1, without=0, after=1),))
    await hall.house.proposing.look()
    await hall.do("take_proposal", step="open", counter="2", profile=profile, by="wang")
    await hall.house.proposing.look()
    assert hall.hall.proposals.made == ()  # what was reckoned before says nothing of the hall as it is now
    hall.clock.move(minutes=10)
    await hall.do("call_next", counter="1")
    await hall.house.proposing.look()
    events = [r.event for r in await hall.house.live.journal.since(0, 10_000)]
    (judged,) = (e for e in events if isinstance(e, ProposalJudged))
    assert (judged.people, judged.expected, judged.in_time, judged.left) == (1, 1, 1, 0)


async def test_by_a_clock_that_is_not_proven_nothing_is_proposed(
    hall: HereHall, monkeypatch: pytest.MonkeyPatch
) -> None:
    hall.house.proposing.take(hall.clock.at, (proposal(),))
    monkeypatch.setattr(hall.house.live, "sure", lambda: False)
    await hall.house.proposing.look()
    assert hall.hall.proposals.made == ()


@pytest.mark.row("Q12")
async def test_the_process_beside_finds_what_would_help(hall: HereHall) -> None:
    """A hall with one counter and many in line: the process answers, and somebody could open a second."""
    service = hall.hall.setup.services[0]
    await hall.do("open_counter", counter="1")
    for _ in range(16):
        await hall.issue(service.id)
    hall.clock.move(minutes=5)
    async with patience(), looking(hall.house.run_forward):
        await until(lambda: hall.house.proposing._newest is not None)
    await hall.house.proposing.look()
    assert ProposedStep.OPEN in {p.step for p in hall.hall.proposals.made}
    assert all(p.kept >= 1 for p in hall.hall.proposals.made)
