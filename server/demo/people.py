"""Who works in the demo hall. Their password is no secret: it is shown on the start page."""

from dataclasses import dataclass

DEMO_PASSWORD = "hallqueue-demo"  # published on purpose, for demo halls only


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoPerson:
    login: str
    name: str
    role: str


DEMO_PEOPLE = (
    DemoPerson(login="1001", name="周敏", role="hall_manager"),
    DemoPerson(login="1101", name="王芳", role="team_leader"),
    DemoPerson(login="1201", name="张伟", role="clerk"),
    DemoPerson(login="1202", name="刘洋", role="clerk"),
    DemoPerson(login="1203", name="陈静", role="clerk"),
    DemoPerson(login="1204", name="赵强", role="clerk"),
    DemoPerson(login="1205", name="黄丽", role="clerk"),
    DemoPerson(login="1301", name="李娜", role="guide"),
)
LEADER_NUMBER, GUIDE_NUMBER = "1101", "1301"
CLERKS = tuple(person.login for person in DEMO_PEOPLE if person.role == "clerk")
