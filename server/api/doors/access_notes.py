"""Keeps in the journal who let whom in, changed them or shut them out; never a password or a token."""

from collections.abc import Mapping
from typing import Literal

from server.access.secrets import new_token
from server.domain.equipment.commands import NoteAccess
from server.domain.text import Text
from server.live_hall import LiveHall

What = Literal[
    "person_added",
    "person_changed",
    "person_withdrawn",
    "person_readmitted",
    "person_put_out",
    "password_reset",
    "device_paired",
    "device_changed",
    "device_revoked",
    "device_rotated",
    "locked_out",
    "drill_held",
]
IN_WORDS: Mapping[str, Text] = {
    "person_added": Text("添加人员 {subject}", "Added {subject}"),
    "person_changed": Text("修改人员 {subject}", "Changed {subject}"),
    "person_withdrawn": Text("停用人员 {subject}", "Withdrew {subject}"),
    "person_readmitted": Text("恢复人员 {subject}", "Readmitted {subject}"),
    "person_put_out": Text("让 {subject} 下线", "Logged {subject} out"),
    "password_reset": Text("重设 {subject} 的密码", "Reset the password of {subject}"),
    "device_paired": Text("配对设备 {subject}", "Paired the device {subject}"),
    "device_changed": Text("修改设备 {subject}", "Changed the device {subject}"),
    "device_revoked": Text("停用设备 {subject}", "Shut out the device {subject}"),
    "device_rotated": Text("更换设备 {subject} 的密钥", "Renewed the key of {subject}"),
    "locked_out": Text("输错密码次数过多，暂停登录 {subject}", "Too many wrong passwords for {subject}"),
    "drill_held": Text("应急演练，通过 {subject}", "Exercise held, {subject} passed"),
}


class AccessNotes:
    def __init__(self, live: LiveHall) -> None:
        self._live = live

    async def note(self, by: str, what: What, subject: str, detail: str = "") -> None:
        """`by` is the id of the actor who did it."""
        command = NoteAccess(what=what, subject=subject, detail=detail)
        await self._live.apply(command, actor=by, request=f"access/{new_token()}")
