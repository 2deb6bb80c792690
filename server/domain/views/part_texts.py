"""What the parts of the server are called when one of them fails, and what the hall is without it meanwhile."""

from collections.abc import Mapping

from server.domain.hall import Hall
from server.domain.text import Text
from server.domain.views.names import placed, printer_name, strip_name, zone_name

PARTS: Mapping[str, Text] = {
    "views": Text("屏幕内容更新", "updating the screens"),
    "screens": Text("屏幕连接", "the connections of the screens"),
    "attendance": Text("设备登记", "keeping track of devices"),
    "printing": Text("小票打印", "printing slips"),
    "voice": Text("语音播报", "speaking calls"),
    "announcer": Text("播报叫号", "saying calls aloud"),
    "hall": Text("与服务器的连接", "the line to the server"),  # of a print agent
    "snapshots": Text("快速启动用的快照", "the snapshot for a quick start"),
    "known": Text("账本位置的留存", "keeping how far the journal has come"),
    "time": Text("日程和时钟", "the day's timetable"),
    "strips": Text("条屏显示", "the LED strips"),
    "watchdog": Text("运行监视", "the watch over the server"),
    "words": Text("语音预先合成", "preparing what is spoken"),
    "set-up": Text("设置生效", "following the set-up"),
    "loudspeakers": Text("喇叭检查", "looking after the loudspeakers"),
    "appointments": Text("预约到时", "appointments that are over"),
    "remote": Text("远程取号到时", "numbers from home whose time is over"),
    "roster": Text("排班需要的台席数", "how many counters a roster needs"),
    "promises": Text("预计等候", "the expected waits"),
    "proposals": Text("调度建议", "what is proposed to do now"),
    "over-wait": Text("超时补救提醒", "telling of long waits"),
    "care": Text("服务提醒", "the reminders of care"),
    "parts": Text("故障提醒", "telling of faults"),
    "forward": Text("等候时间的精确预计", "foreseeing the waits exactly"),
    "lines": Text("无人可叫的提醒", "telling of customers nobody can call"),
    "who": Text("人员姓名", "the names of people"),
    "demo": Text("演示人物", "the people of the demo"),
    "doors": Text("启动信息", "the words at the start"),
    "people": Text("客户去重", "knowing who has a number already"),
    "visits": Text("客户记录整理", "keeping the visits for the reports"),
    "learning": Text("从往日学习", "learning from the days before"),
    "metrics": Text("运行指标", "the figures for monitoring"),
}
OF_ONE = {
    "printer": (Text("打印（{at}）", "printing on {at}"), printer_name),
    "strip": (Text("条屏显示（{at}）", "showing on {at}"), strip_name),
    "announcer": (Text("语音播报（{at}）", "speaking calls in {at}"), zone_name),
}
OTHER = Text("系统的一个部分", "a part of the system")

FAILED = Text(
    "{at}出了故障，系统正在重试；其他功能照常", "{at} fails and is being tried again; all else goes on"
)


def part_name(hall: Hall, kind: str, subject: str = "") -> Text:
    if subject and kind in OF_ONE:
        text, name = OF_ONE[kind]
        return placed(text, name(hall, subject))
    return PARTS.get(kind, OTHER)


def part_failed(hall: Hall, kind: str, subject: str = "") -> Text:
    text = placed(FAILED, part_name(hall, kind, subject))
    return Text(text.zh, text.en[:1].upper() + text.en[1:])
