"""The roles and their names; a role is what rights hang on."""

from collections.abc import Mapping

from server.domain.text import Text

DEVICE_ROLES: Mapping[str, Text] = {
    "kiosk": Text("取号机", "Kiosk"),
    "counter_screen": Text("窗口操作台", "Counter screen"),
    "window_display": Text("窗口屏", "Window display"),
    "evaluator": Text("评价器", "Evaluator"),
    "lobby_board": Text("大屏", "Lobby board"),
    "keypad": Text("呼叫器", "Keypad"),
    "print_agent": Text("打印代理", "Print agent"),
}

PEOPLE_ROLES: Mapping[str, Text] = {
    "guide": Text("引导员", "Guide"),
    "clerk": Text("营业员", "Clerk"),
    "team_leader": Text("班长", "Team leader"),
    "hall_manager": Text("营业厅经理", "Hall manager"),
    "admin": Text("系统管理员", "Administrator"),
    "region_office": Text("营业主管部门", "Regional office"),
}

SYSTEM_ROLE: Mapping[str, Text] = {"system": Text("系统", "The system")}

ROLES: Mapping[str, Text] = {**DEVICE_ROLES, **PEOPLE_ROLES, **SYSTEM_ROLE}
