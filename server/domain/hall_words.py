"""What people call the parts of a hall, where something is wrong with one."""

from collections.abc import Iterable, Mapping

from server.domain.text import Text

HALL_WORDS: Mapping[str, Text] = {
    "id": Text("营业厅的编号", "the hall's id"),
    "epoch": Text("数据的代", "the epoch"),
    "seq": Text("流水的末条", "the last entry"),
    "at": Text("最后一次操作的时间", "the time of the last entry"),
    "config": Text("设置", "the set-up"),
    "plans": Text("计划中的设置", "planned set-ups"),
    "day": Text("营业日", "the day"),
    "numbered_on": Text("号码属于哪一天", "the day of the numbers"),
    "tickets": Text("排队和办理中的号码", "numbers waiting or being served"),
    "ended": Text("今天办完的号码", "numbers done today"),
    "counters": Text("窗口", "counters"),
    "issued": Text("各队列取到几号", "the last number of each queue"),
    "carried": Text("昨天延续下来的号码", "numbers carried over midnight"),
    "series": Text("各天取到几号", "the last numbers of other days"),
    "calls": Text("叫号次数", "how often each queue was called"),
    "priority_run": Text("连续叫了几个优先", "priority calls in a row"),
    "tallies": Text("当天的统计", "the day's figures"),
    "recent": Text("大屏上最近的叫号", "the newest calls"),
    "suspended": Text("暂停的业务", "suspended services"),
    "devices": Text("设备状态", "the state of devices"),
    "alerts": Text("提醒", "alerts"),
    "papers": Text("不属于号码的单据", "papers of no number"),
    "care": Text("久等补救和待办", "remedies and tasks"),
    "opinion": Text("评价", "ratings"),
    "guidance": Text("引导和告知单", "guidance and notices"),
    "appointments": Text("预约", "appointments"),
    "promises": Text("告诉客户的等候时间", "the waits that customers were told"),
    "proposals": Text("调度建议", "what is proposed to do now"),
    "remote": Text("远程取号", "numbers taken from home"),
    "roster": Text("排班", "the roster"),
    "restored": Text("最近一次恢复", "the newest restore"),
    "leases": Text("留给取号机断网时用的号码", "numbers kept for kiosks that are offline"),
}
ALL_OF_IT = Text("整个营业厅", "the hall as a whole")


def parts_in_words(names: Iterable[str]) -> Text:
    """A part that has no word is the hall as a whole: nobody is shown a name out of the program."""
    words = list(dict.fromkeys(HALL_WORDS.get(name, ALL_OF_IT) for name in names))
    return Text("、".join(w.zh for w in words), ", ".join(w.en for w in words))
