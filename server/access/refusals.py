"""Access refused: the codes are for programs, the texts for people."""

from collections.abc import Mapping
from typing import Literal

from server.domain.text import Text

AccessCode = Literal[
    "wrong_token",
    "not_allowed",
    "not_asked_to_speak",
    "not_your_counter",
    "served_at_counter",
    "wrong_login",
    "locked_out",
    "too_much",
    "wrong_code",
    "code_expired",
    "too_many_codes",
    "booked_enough",
    "booked_by_phone",
    "booked_share",
    "taken_enough",
    "unknown_device",
    "unknown_person",
    "login_taken",
    "bad_name",
    "bad_login",
    "weak_password",
    "unknown_role",
    "unknown_place",
    "yourself",
    "last_admin",
    "person_left",
    "person_here",
]

ACCESS_REFUSALS: Mapping[AccessCode, Text] = {
    "wrong_token": Text(
        "登录已失效，请重新登录或配对", "Not known here, or no longer; log in or pair again."
    ),
    "not_allowed": Text("{role}没有此项权限", "Not allowed for this role: {role}."),
    "not_asked_to_speak": Text(
        "这次播报没有交给这块屏", "This announcement was not given to this screen to play."
    ),
    "not_your_counter": Text(
        "您在{mine}，不能操作{counter}；请先关闭自己的窗口，或请班长处理",
        "You sit at {mine} and cannot act at {counter}; close your own counter, or ask the team leader.",
    ),
    "served_at_counter": Text(
        "{number} 正由{counter}接待，请由该窗口处理，或请班长处理",
        "{number} is at {counter}: that is for its clerk or the team leader to do.",
    ),
    "wrong_login": Text(
        "工号或密码不对；快捷码只在今天用密码登录过的位置有效",
        "Wrong staff number or password; a PIN only works where you logged in with your password today.",
    ),
    "locked_out": Text("错误次数过多，请 {minutes} 分钟后再试", "Too many wrong tries; wait {minutes} min."),
    "too_much": Text(
        "操作太频繁，请 {seconds} 秒后再试", "Too much at once; please try again in {seconds} s."
    ),
    "wrong_code": Text("没有这个配对码", "There is no such pairing code."),
    "code_expired": Text(
        "配对码已过期，请使用屏幕上的新码", "The code is too old; use the new one on the screen."
    ),
    "too_many_codes": Text(
        "等待配对的屏幕太多，请稍后再试", "Too many screens wait to be paired; try again later."
    ),
    "booked_enough": Text(
        "这个网络今天预约已满，不能再约。请明天再试，或打电话、到引导台预约",
        "No more can be booked from this network today; try again tomorrow, call, or ask a guide.",
    ),
    "booked_by_phone": Text(
        "这部手机已有 {most} 个预约，办完或取消后才能再约",
        "This phone has {most} appointments already; keep or cancel one first.",
    ),
    "booked_share": Text(
        "这个网络这一天已约 {most} 个，请改约别的日子，或打电话、到引导台预约",
        "{most} of that day are booked from this network already; choose another day, call, or ask a guide.",
    ),
    "taken_enough": Text(
        "这个网络今天远程取号太多，请到大厅取号",
        "Too many numbers were taken from this network today; please take one in the hall.",
    ),
    "unknown_device": Text("没有这台设备：{device}", "There is no device {device}."),
    "unknown_person": Text("没有这个工号：{login}", "There is no staff number {login}."),
    "login_taken": Text("工号 {login} 已有人使用", "Staff number {login} is taken."),
    "bad_name": Text(
        "工号和名称不能为空，最多 {most} 个字", "Numbers and names may not be empty, {most} letters at most."
    ),
    "bad_login": Text(
        "工号“{login}”只能用字母、数字、汉字和 . _ - @ +",
        'The staff number "{login}" may hold letters, figures, hanzi and . _ - @ + only.',
    ),
    "weak_password": Text(
        "密码至少 8 位，快捷码 4–6 位数字，都不能太简单",
        "A password needs 8 characters or more, a PIN 4 to 6 digits; neither may be easy to guess.",
    ),
    "unknown_role": Text("没有这个角色：{role}", "There is no role {role}."),
    "unknown_place": Text("没有这个窗口：{place}", "There is no counter {place}."),
    "yourself": Text(
        "不能停用自己，也不能改自己的角色，请另一位管理人员操作",
        "Nobody withdraws themselves or changes their own role; ask another manager.",
    ),
    "last_admin": Text(
        "{login} 是最后一位系统管理员，请先指定另一位",
        "{login} is the last administrator; appoint another one first.",
    ),
    "person_left": Text("{login} 已停用，请先恢复", "{login} is withdrawn; readmit them first."),
    "person_here": Text("{login} 没有停用", "{login} is not withdrawn."),
}


class AccessRefused(Exception):
    """The asker may not; `code` for programs, `text` for people, `fields` as filled in Chinese."""

    def __init__(self, code: AccessCode, **fields: str | int | Text) -> None:
        self.code = code
        self.fields = {name: v.in_("zh") if isinstance(v, Text) else str(v) for name, v in fields.items()}
        self.text = ACCESS_REFUSALS[code].without_holes(**fields)
        super().__init__(f"{code}: {self.text.en}")


class Unknown(AccessRefused):
    """Nobody holds this token: it never was, has ended or was revoked."""

    def __init__(self) -> None:
        super().__init__("wrong_token")
