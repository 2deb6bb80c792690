"""The words for what is wrong with a hall's set-up."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from server.domain.letters import clean
from server.domain.text import Text

NTH = re.compile(r"\[(\d+)\]")
NOTHING = Text("", "")
QUOTED = 60  # letters of what somebody wrote

KINDS: Mapping[str, Text] = {
    "zones": Text("区域", "zone"),
    "queues": Text("队列", "queue"),
    "services": Text("业务", "service"),
    "profiles": Text("窗口配置", "counter profile"),
    "counters": Text("窗口", "counter"),
}

PROBLEMS: Mapping[str, Text] = {
    "empty": Text("营业厅还没有任何{kind}", "The hall has no {kind} at all."),
    "hall_unnamed": Text("营业厅没有中文名称", "The hall has no name in Chinese."),
    "unnamed": Text("{kind} {id} 没有中文名称", "The {kind} {id} has no name in Chinese."),
    "bad_id": Text(
        "{kind}代号“{id}”只能用字母、数字、- 和 _",
        'The {kind} id "{id}" may hold letters, figures, - and _ only.',
    ),
    "duplicate": Text("{kind} {id} 重复", "The {kind} {id} is there twice."),
    "unknown": Text(
        "{kind} {id} 用到没有的{other} {ref}", "The {kind} {id} names the {other} {ref}, which is not there."
    ),
    "letter": Text(
        "队列 {id} 的字母“{letter}”不可用，请用除 E、I、O、Q、L 以外的一个大写字母",
        'The letter "{letter}" of queue {id} cannot be used; take one capital, but not E, I, O, Q or L.',
    ),
    "same_letter": Text(
        "队列 {id} 的字母 {letter} 已被 {ref} 使用", "Queue {id} has the letter {letter} of queue {ref}."
    ),
    "not_a_network": Text(
        "“{said}”不是大厅的网段，请写成 192.168.8.0/24（前缀不小于 16，IPv6 不小于 48）",
        '"{said}" is no network of a hall: write 192.168.8.0/24 (a prefix of 16 or more, of IPv6 48 or more).',
    ),
    "no_profile": Text("窗口 {id} 没有窗口配置", "Counter {id} has no profile."),
    "calls_nothing": Text("窗口配置 {id} 没有队列可叫", "The counter profile {id} calls no queue."),
    "queue_twice": Text(
        "窗口配置 {id} 重复列出队列 {ref}", "The counter profile {id} lists queue {ref} twice."
    ),
    "never_called": Text("没有窗口配置会叫队列 {id}", "No counter profile calls queue {id}."),
    "standard_time": Text(
        "业务 {id} 的标准时长应在 {least} 至 {most} 之间",
        "The standard time of service {id} must be {least} to {most}.",
    ),
    "mean_time": Text(
        "业务 {id} 的平均时长应在 {least} 至 {most} 之间",
        "The usual time of service {id} must be {least} to {most}.",
    ),
    "rule_of_nobody": Text("这条规则没有选客群", "This rule is for no segment."),
    "enough": Text(
        "业务 {id}：“前几样带齐就先受理”应在 {least} 至 {most} 之间",
        "Service {id}: the items it is accepted with must be {least} to {most}.",
    ),
    "sheet_unnamed": Text(
        "业务 {id} 有一张表或样图没有中文名称", "A form or picture of service {id} has no name in Chinese."
    ),
    "channel": Text("业务 {id} 的电子渠道没有名称", "An e-channel of service {id} has no name."),
    "below": Text("“{id}”不能小于 {least}", "“{id}” must not be below {least}."),
    "above": Text("“{id}”不能大于 {most}", "“{id}” must not be above {most}."),
    "too_long": Text("太长：{said} 个字，最多 {most} 个", "Too long: {said} letters, at most {most}."),
    "too_many": Text("太多：{said} 项，最多 {most} 项", "Too many: {said}, at most {most}."),
    "too_many_lines": Text("行数太多，最多 {most} 行", "Too many lines, at most {most}."),
    "odd_day": Text("日期 {said} 应在 {first} 至 {last} 之间", "The day {said} must be {first} to {last}."),
    "act_twice": Text("等候阶梯中“{act}”出现两次", 'The ladder has "{act}" twice.'),
    "page": Text(
        "“{said}”不是网页地址，应以 http:// 或 https:// 开头",
        '"{said}" is no address of a page; it begins with http:// or https://.',
    ),
    "tells": Text("等候阶梯要通知的“{said}”不是任何岗位", 'The ladder tells "{said}", which nobody here is.'),
    "gift_unnamed": Text("礼品 {id} 没有中文名称", "The gift {id} has no name in Chinese."),
    "script_empty": Text("话术没有中文内容", "What staff say has no words in Chinese."),
    "speaker": Text(
        "“{said}”不是声卡：请写 default，或 hw:0,0、plughw:1、sysdefault:CARD=PCH 的样子",
        '"{said}" is no sound card: write default, or something like hw:0,0, plughw:1 or sysdefault:CARD=PCH.',
    ),
    "gift_twice": Text("礼品 {id} 重复", "The gift {id} is there twice."),
    "share": Text("{id}（{said}）应在 {least} 至 {most} 之间", "{id} ({said}) must be {least} to {most}."),
    "threshold": Text(
        "补救时限（{threshold}）必须大于等候目标（{goal}）",
        "The over-wait ({threshold}) must be longer than the wait goal ({goal}).",
    ),
    "series": Text(
        "每日号码上限（{limit}）小于起始号（{start}）",
        "The last number of a day ({limit}) is below the first ({start}).",
    ),
    "last_call": Text(
        "播报“最后一次呼叫”的重呼次数（{from_recall}）不能大于最多重呼次数（{limit}）",
        "“Last call” from recall {from_recall} on is more than the recalls of one call ({limit}).",
    ),
    "speech_rate": Text(
        "语速（{said}）应在 {least} 至 {most} 之间",
        "The speech rate ({said}) must be {least} to {most}.",
    ),
    "languages": Text(
        "播报语言“{said}”只能由 zh、en 组成，用逗号分开，最多 {most} 遍",
        'The readings "{said}" may hold zh and en only, with commas between, {most} readings at most.',
    ),
    "clock": Text(
        "营业时间“{said}”应写成 08:30 的样子", 'The opening hour "{said}" must be written like 08:30.'
    ),
    "hours": Text(
        "停业时间 {closes} 不晚于开门时间 {opens}",
        "The hall closes at {closes}, not after it opens at {opens}.",
    ),
    "lunch": Text(
        "午休结束 {closes} 不晚于开始 {opens}", "Lunch ends at {closes}, not after it begins at {opens}."
    ),
    "weekday": Text(
        "星期“{said}”应为 1（周一）至 7（周日）", "A weekday is 1 (Monday) to 7 (Sunday), not {said}."
    ),
    "day_twice": Text("{said} 出现两次", "{said} is there twice."),
    "day_unnamed": Text("{said} 没有名称", "{said} has no name in Chinese."),
    "near_close": Text(
        "临近关门时的做法“{said}”应为 issue（照常）、warn（提示）或 stop（停发）",
        'What happens near closing, "{said}", must be issue, warn or stop.',
    ),
    "id_twice": Text("代号 {id} 重复", "The id {id} is there twice."),
    "id_odd": Text(
        "代号“{id}”只能用字母、数字、- 和 _", 'The id "{id}" may hold letters, figures, - and _ only.'
    ),
    "paper_width": Text(
        "打印机 {id} 的打印宽度（{said} 点）不对：应为 {least} 至 {most} 之间 4 的倍数，"
        "80 毫米纸多为 576，58 毫米纸多为 384",
        "Printer {id} cannot print {said} dots across: a multiple of 4 from {least} to {most},"
        " mostly 576 on 80 mm paper and 384 on 58 mm.",
    ),
    "paper_feed": Text(
        "打印机 {id} 切纸前多走的纸（{said} 毫米）应在 0 至 {most} 之间，-1 为自动",
        "Printer {id} cannot feed {said} mm before the cut: 0 to {most}, or -1 for what the cutter needs.",
    ),
    "density": Text("打印机 {id} 的浓度应在 -8 至 8 之间", "The density of printer {id} must be -8 to 8."),
    "address": Text(
        "“{said}”不能作为 {id} 的地址：请写打印机或屏的设备、网络地址，或一个文件夹名",
        '"{said}" cannot be the address of {id}: write a device, a network address, or the name of a folder.',
    ),
    "not_tried": Text(
        "还没有在 {said} 试打过（打印机 {id}）：请在“打印机”里重新设置它，试打一张，看到小票出来再保存",
        "Nothing was printed at {said} yet (printer {id}): set it up again, print one, and save once the slip is there.",
    ),
    "fallback": Text(
        "打印机 {id} 的备用打印机“{ref}”不存在，或就是它自己",
        'The fallback "{ref}" of printer {id} is not there, or is the printer itself.',
    ),
    "slip_line": Text("小票没有这一行：{said}", "A slip has no such line: {said}."),
    "file": Text("没有这个文件：{said}", "There is no such file: {said}."),
    "no_medium": Text(
        "图片或视频 {said} 不在这台主机上，请重新上传或去掉",
        "The picture or film {said} is not on this machine; upload it again or take it out.",
    ),
    "pronunciation": Text("读音表有空白的一行", "The lexicon has an empty line."),
    "volume": Text("音量 {said} 应在 0 至 100 之间", "The volume {said} must be 0 to 100."),
    "layout_unnamed": Text("版面 {id} 没有中文名称", "The layout {id} has no name in Chinese."),
    "rows": Text("叫号行数应在 {least} 至 {most} 之间", "There can be {least} to {most} of calls."),
    "orientation": Text(
        "屏幕方向“{said}”应为 auto、landscape 或 portrait",
        'The orientation "{said}" must be auto, landscape or portrait.',
    ),
    "nowhere": Text("{id} 用到没有的 {ref}", "{id} names {ref}, which is not there."),
    "notice_empty": Text("通知 {id} 没有内容", "The notice {id} is empty."),
    "days": Text("{id} 的结束日期早于开始日期", "{id} ends before it begins."),
    "columns": Text("条屏宽度应在 {least} 至 {most} 之间", "A strip is {least} to {most} wide."),
    "off_the_map": Text("{id} 超出了平面图", "{id} is off the map."),
    "no_plugin": Text("没有“{said}”这一种，现有：{there}", 'There is no "{said}"; there are: {there}.'),
    "timezone": Text(
        "没有时区“{said}”，例如 Asia/Shanghai", 'There is no time zone "{said}"; one is Asia/Shanghai.'
    ),
}


@dataclass(frozen=True, slots=True)
class Problem(Text):
    """What is wrong, and at which place of the set-up: `queues[1].letter`."""

    where: str = ""


def say(code: str, where: str, **places: object) -> Problem:
    """One problem with its places filled, each in its own language; what was said is quoted, not repeated.

    A piece of the set-up is a place as it is: people read its name.
    """
    known = {name: called(place, where) if hasattr(place, "id") else place for name, place in places.items()}
    text = PROBLEMS[code].fill(**{name: quoted(place) for name, place in known.items()})
    return Problem(text.zh, text.en, where)


def quoted(place: object) -> object:
    """As much of it as a sentence bears, and nothing that cannot be shown."""
    if isinstance(place, Text):
        return Text(_short(place.zh), _short(place.en))
    return _short(str(place))


def _short(words: str) -> str:
    return clean(words if len(words) <= QUOTED else f"{words[:QUOTED]}…")


def called(item: Any, where: str = "") -> Text:
    """What people know a piece of the set-up by, never its id: one without a name by where it stands."""
    name: Text = getattr(item, "name", getattr(item, "text", NOTHING))
    zh, en = name.zh.strip(), name.en.strip()
    nth = NTH.search(where)
    at = int(nth[1]) + 1 if nth else 0
    nobody = Text(f"第 {at} 项", f"no. {at}") if nth else Text("（未命名）", "(no name)")
    return Text(zh or en or nobody.zh, en or zh or nobody.en)


def named(name: Text) -> bool:
    """Chinese is enough: a text without English is shown in Chinese."""
    return bool(name.zh.strip())


def repeated(ids: Sequence[Any]) -> list[int]:
    """The places of those that have been there before."""
    first: dict[Any, int] = {}
    return [n for n, id_ in enumerate(ids) if first.setdefault(id_, n) != n]
