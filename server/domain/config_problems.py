"""The words for what is wrong with a hall's set-up."""

from collections.abc import Mapping

from server.domain.text import Text

KINDS: Mapping[str, Text] = {
    "zones": Text("区域", "zone"),
    "queues": Text("队列", "queue"),
    "services": Text("业务", "service"),
    "profiles": Text("窗口配置", "counter profile"),
    "counters": Text("窗口", "counter"),
}

PROBLEMS: Mapping[str, Text] = {
    "empty": Text("营业厅还没有任何{kind}", "The hall has no {kind} at all."),
    "hall_unnamed": Text("营业厅没有中文和英文名称", "The hall has no name in Chinese and English."),
    "unnamed": Text("{kind} {id} 没有中文和英文名称", "The {kind} {id} has no name in Chinese and English."),
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
    "no_profile": Text("窗口 {id} 没有窗口配置", "Counter {id} has no profile."),
    "calls_nothing": Text("窗口配置 {id} 没有队列可叫", "The counter profile {id} calls no queue."),
    "queue_twice": Text(
        "窗口配置 {id} 重复列出队列 {ref}", "The counter profile {id} lists queue {ref} twice."
    ),
    "never_called": Text("没有窗口配置会叫队列 {id}", "No counter profile calls queue {id}."),
    "standard_time": Text(
        "业务 {id} 的标准时长必须大于 0 秒", "The standard time of service {id} must be above 0 s."
    ),
    "mean_time": Text(
        "业务 {id} 的平均时长不能小于 0 秒", "The usual time of service {id} must not be below 0 s."
    ),
    "channel": Text("业务 {id} 的电子渠道没有名称", "An e-channel of service {id} has no name."),
    "below": Text("{id} 不能小于 {least}", "{id} must not be below {least}."),
    "act_twice": Text("等候阶梯中“{act}”出现两次", 'The ladder has "{act}" twice.'),
    "gift_twice": Text("礼品 {id} 重复", "The gift {id} is there twice."),
    "share": Text("{id}（{share}）应在 0 至 1 之间", "{id} ({share}) must be 0 to 1."),
    "threshold": Text(
        "补救时限 remedy_threshold_seconds（{threshold}）必须大于等候目标 wait_goal_seconds（{goal}）",
        "remedy_threshold_seconds ({threshold}) must be above wait_goal_seconds ({goal}).",
    ),
    "series": Text(
        "号码上限 series_limit（{limit}）小于起始号 series_start（{start}）",
        "series_limit ({limit}) is below series_start ({start}).",
    ),
    "last_call": Text(
        "last_call_from_recall（{from_recall}）不能大于 max_recall（{limit}）",
        "last_call_from_recall ({from_recall}) must not be above max_recall ({limit}).",
    ),
    "speech_rate": Text(
        "语速 speech_rate（{rate}）应在 60 至 400 之间", "speech_rate ({rate}) must be 60 to 400."
    ),
    "languages": Text(
        "播报语言 speech_languages“{said}”只能由 zh、en 组成，用逗号分开",
        'speech_languages "{said}" may hold zh and en only, with commas between.',
    ),
    "clock": Text(
        "营业时间“{said}”应写成 08:30 的样子", 'The opening hour "{said}" must be written like 08:30.'
    ),
    "hours": Text(
        "停业时间 {closes} 不晚于开门时间 {opens}",
        "The hall closes at {closes}, not after it opens at {opens}.",
    ),
    "timezone": Text(
        "没有时区“{said}”，例如 Asia/Shanghai", 'There is no time zone "{said}"; one is Asia/Shanghai.'
    ),
}


def say(code: str, **places: object) -> Text:
    """One problem with its places filled, each in its own language."""
    zh = {name: v.zh if isinstance(v, Text) else v for name, v in places.items()}
    en = {name: v.en if isinstance(v, Text) else v for name, v in places.items()}
    return Text(PROBLEMS[code].zh.format(**zh), PROBLEMS[code].en.format(**en))
