"""The sentences that reports open with, a table for each report."""

from collections.abc import Mapping
from typing import Final

from server.domain.text import Text

NONE: Final = Text("", "")
NOT_RECORDED: Final = Text("没有记录", "Not recorded")
EARLIER: Final[Mapping[str, Text]] = {
    "day": Text("四周前同一天", "the same day four weeks ago"),
    "week": Text("四周前同一周", "the week four weeks ago"),
    "month": Text("上月", "last month"),
    "year": Text("上年", "last year"),
}
PART: Final[Mapping[str, Text]] = {
    **EARLIER,
    "month": Text("上月同期", "the same days of last month"),
    "year": Text("上年同期", "the same days of last year"),
}
NOTHING_BEFORE: Final = Text("，{before}没有记录，不比较", ", nothing on record for {before}")
TOO_FEW_BEFORE: Final = Text(
    "，{before}样本不足，n={n}，不比较", ", not enough data to compare with {before}, n={n}"
)
LEVEL: Final = Text("，与{before}持平", ", the same as {before}")
HIGHER: Final = Text("，比{before}高 {points} 个百分点", ", {points} points more than {before}")
LOWER: Final = Text("，比{before}低 {points} 个百分点", ", {points} points less than {before}")

WAITS: Final[Mapping[str, Text]] = {
    "none": Text("本期没有叫过号", "Nobody was called in this period"),
    "few": Text(
        "叫到 {n} 人，{k} 人在 {goal} 分钟目标内；样本不足，不算占比",
        "{n} were called, {k} within the goal of {goal} min; not enough data for a share",
    ),
    "answer": Text(
        "叫到 {n} 人，{share} 在 {goal} 分钟目标内，{kept}{compared}；九成人等候不超过 {p90} 分钟",
        "{n} were called, {share} within the goal of {goal} min, {kept}{compared}; nine of ten waited {p90} min at most",
    ),
    "hardest": Text(
        "。最难的是 {clock}–{until} 的{service}：{share} 达标（{k}/{n}）",
        ". Hardest: {service}, {clock}–{until}, {share} within the goal ({k}/{n})",
    ),
    "kept": Text("达到 {target} 的要求", "which keeps the aim of {target}"),
    "missed": Text("没有达到 {target} 的要求", "short of the aim of {target}"),
    "longest": Text("；最久 {max} 分钟", "; the longest {max} min"),
}
COUNTERS: Final[Mapping[str, Text]] = {
    "none": Text("本期没有办结业务", "Nothing was served in this period"),
    "few": Text(
        "{counters} 个窗口办结 {n} 笔；样本不足，不算占比",
        "{counters} counters served {n}; not enough data for a share",
    ),
    "answer": Text(
        "{counters} 个窗口办结 {n} 笔，{share} 在标准用时内{compared}",
        "{counters} counters served {n}, {share} within the standard time{compared}",
    ),
    "slowest": Text(
        "。最常超过标准的是{service}：{share} 在标准内（{k}/{n}）",
        ". Most often over it: {service}, {share} within the standard ({k}/{n})",
    ),
}
REMEDIES: Final[Mapping[str, Text]] = {
    "none": Text(
        "本期没有人等候超过 {threshold} 分钟，没有应补救的客户",
        "Nobody waited over {threshold} min in this period: no remedy was due",
    ),
    "few": Text(
        "应补救 {due} 人：已给 {given}，谢绝 {declined}，漏 {missed}，未结 {open}；目标是一个不漏",
        "A remedy was due to {due}: {given} given, {declined} declined, {missed} missed, {open} open; the goal is none missed",
    ),
    "answer": Text(
        "应补救 {due} 人，{share} 已落实（目标 100 %）{compared}；漏 {missed} 人，未结 {open} 人；礼品 {cost} 元",
        "A remedy was due to {due}, {share} got it (goal 100 %){compared}; {missed} missed, {open} open; gifts for {cost} yuan",
    ),
}
SATISFACTION: Final[Mapping[str, Text]] = {
    "none": Text("本期没有办结业务，没有人评价", "Nothing was served in this period, nobody rated"),
    "few": Text(
        "办结 {finished} 笔，只有 {n} 人评价（至少 {minimum} 人才算满意率）：样本不足",
        "{finished} served, only {n} rated (a share needs {minimum}): not enough data",
    ),
    "answer": Text(
        "{n} 人评价，{share} 满意{compared}；办结的 {finished} 笔中评价率 {rated}",
        "{n} rated, {share} satisfied{compared}; {rated} of the {finished} served were rated",
    ),
}
MONTHLY: Final[Mapping[str, Text]] = {
    "none": Text("本月没有人评价", "Nobody rated in this month"),
    "few": Text(
        "没有营业员够 {minimum} 次评价，不排名次：样本不足",
        "No clerk has {minimum} ratings, so there is no ranking: not enough data",
    ),
    "answer": Text(
        "{ranked} 位营业员有名次，合计 {n} 次评价，{share} 满意{compared}；最高的是 {best}（{most}）",
        "{ranked} clerks are ranked, {n} ratings together, {share} satisfied{compared}; the best is {best} ({most})",
    ),
    "even": Text(
        "{ranked} 位营业员有名次，合计 {n} 次评价，{share} 满意{compared}；各人一样",
        "{ranked} clerks are ranked, {n} ratings together, {share} satisfied{compared}; all are level",
    ),
    "too_few_ranked": Text(
        "有名次的只有 {ranked} 人（每人至少 {minimum} 次评价），少于 {least} 人不列后几名：同样的人不能既是最好又是最差",
        "Only {ranked} are ranked (each with {minimum} ratings or more); with fewer than {least} there is no last place: nobody is both best and worst",
    ),
    "all_on_top": Text(
        "并列太多，后几名都已在前两名中，不再列出",
        "With these ties whoever would be last is among the first two already",
    ),
    "some_on_top": Text(
        "已列在前两名中的不再列为后两名",
        "Whoever is among the first two is not listed among the last",
    ),
}
CARE: Final[Mapping[str, Text]] = {
    "none": Text("本期没有客户取号", "No number was taken in this period"),
    "few": Text(
        "{due} 人等到了须解释的时候，{k} 人得到解释；送水 {watered} 人次；样本不足，不算占比",
        "{due} waited until an explanation was due, {k} got one; water for {watered}; not enough data for a share",
    ),
    "answer": Text(
        "{due} 人等到了须解释的时候，{share} 得到解释（目标 100 %）{compared}；送水 {watered} 人次",
        "{due} waited until an explanation was due, {share} got one (goal 100 %){compared}; water for {watered}",
    ),
}
APPOINTMENTS: Final[Mapping[str, Text]] = {
    "none": Text("本期没有预约", "No appointments in this period"),
    "few": Text(
        "约了 {booked} 个，{kept} 个按约到了，{not_come} 个没有来，{given_up} 个取消；样本不足，不算占比",
        "{booked} were booked, {kept} kept, {not_come} missed, {given_up} cancelled; not enough data for a share",
    ),
    "answer": Text(
        "到期的 {n} 个预约中 {share} 按约到了{compared}，{not_come} 个没有来；另有 {given_up} 个取消",
        "Of {n} appointments {share} were kept{compared}, {not_come} missed; {given_up} more were cancelled",
    ),
    "waits": Text(
        "。从预约时间算起，九成客户等候不超过 {p90} 分钟",
        ". From their time on, nine of ten waited {p90} min at most",
    ),
}
OUT_OF_ORDER: Final[Mapping[str, Text]] = {
    "none": Text("本期没有叫过号", "Nobody was called in this period"),
    "few": Text(
        "{n} 次叫号中指定叫号 {specific} 次、优先 {priority} 次；样本不足，不算占比",
        "Of {n} calls {specific} were of a chosen number, {priority} of a priority; not enough data for a share",
    ),
    "answer": Text(
        "{n} 次叫号中，{specific} 次是员工指定的号（{share}{compared}），{priority} 次是优先的客户；每一次的原因见下表",
        "Of {n} calls {specific} were of a number staff chose ({share}{compared}), {priority} of a priority; the reason of each is below",
    ),
}
NOBODY_TYPED: Final = Text("本期没有发号", "No number was given in this period")
NONE_MISTYPED: Final = Text(
    "本期发出的 {n} 张号，没有一张改过业务",
    "None of the {n} numbers of this period was given for something else",
)
GUIDANCE: Final[Mapping[str, Text]] = {
    "none": Text("本期没有人来办事", "Nobody came in this period"),
    "way": Text("{way} {n}", "{n} {way}"),
    "next_way": Text(" / {way} {n}", " / {n} {way}"),
    "few": Text(
        "；发号 {n} 张，引导差错 {k} 张，样本不足，不算占比",
        "; {n} numbers given, {k} for something else; not enough data for a share",
    ),
    "wrong": Text(
        "；发号 {n} 张，引导差错 {k} 张，{share}{compared}",
        "; {n} numbers given, {k} for something else, {share}{compared}",
    ),
}
PROMISES: Final[Mapping[str, Text]] = {
    "none": Text("本期没有告诉客户等候时间", "Nobody was told an expected wait in this period"),
    "few": Text(
        "按取号时所说按时叫到 {k} 人，共 {n} 人；样本不足，不算占比",
        "{k} of {n} were called within what they were told first; not enough data for a share",
    ),
    "answer": Text(
        "按取号时告诉客户的时间叫到 {share}（{k}/{n}）{compared}",
        "{share} were called within what they were told first ({k}/{n}){compared}",
    ),
}
PRE_ACCEPTANCE: Final[Mapping[str, Text]] = {
    "none": Text("本期没有客户取号", "No number was taken in this period"),
    "few": Text(
        "取号 {n} 人，预受理 {k} 人；样本不足，不算占比",
        "{n} took a number, {k} were prepared while waiting; not enough data for a share",
    ),
    "answer": Text(
        "预受理率 {share}（{k}/{n}）{compared}",
        "{share} were prepared while waiting ({k}/{n}){compared}",
    ),
    "less": Text(
        "，{service}平均少 {time}（n={n}/{others}）",
        "; {service} took {time} less on average (n={n}/{others})",
    ),
    "more": Text(
        "，{service}平均反而多 {time}（n={n}/{others}）",
        "; {service} took {time} more on average (n={n}/{others})",
    ),
    "not_compared": Text(
        "；没有一项业务预受理和未预受理都满 {least} 笔，省时不比较：样本不足",
        "; no business has {least} of each to compare their times: not enough data",
    ),
}
ENQUIRY: Final[Mapping[str, Text]] = {
    "none": Text("本期窗口没有办理", "Nothing was handled at a counter in this period"),
    "few": Text(
        "窗口咨询占用 {minutes} 分钟 / {days} 日，{n} 笔；样本不足，不算占比",
        "Enquiries took {minutes} min at counters in {days} day(s), {n} of them; not enough data for a share",
    ),
    "answer": Text(
        "窗口咨询占用 {minutes} 分钟 / {days} 日，{share}{compared}；共 {n} 笔，引导员能答复的不必占用窗口",
        "Enquiries took {minutes} min at counters in {days} day(s), {share}{compared}; {n} of them, which a guide could answer",
    ),
}
FIRST_TIME: Final[Mapping[str, Text]] = {
    "none": Text("本期窗口没有办结", "Nothing was finished at a counter in this period"),
    "few": Text(
        "办结 {n} 人，一次解决 {k} 人；样本不足，不算占比",
        "{n} were finished, {k} the first time; not enough data for a share",
    ),
    "answer": Text(
        "办结 {n} 人，一次解决 {k} 人，{share}{compared}",
        "{n} were finished, {k} the first time, {share}{compared}",
    ),
    "notices": Text(
        "；告知单和凭证 {n} 份，{k} 份已在期内回来",
        "; {n} notices and passes given, {k} came back in time",
    ),
    "open": Text("；首问未了 {n} 件，名单见下表", "; {n} still open, each with its first contact below"),
}

SHUT: Final = Text("{day} 不营业", "{day}, shut")
FORECAST: Final[Mapping[str, Text]] = {
    "none": Text(
        "尚无历史数据，也没有填写每天大约多少人，无法预测",
        "There is no history yet and no customers a day were typed in: nothing can be forecast",
    ),
    "coming": Text(
        "{day} 预计来 {expected} 人（五天里有四天在 {low} 至 {high} 人之间）",
        "{expected} customers are expected on {day} (four days of five between {low} and {high})",
    ),
    "running": Text(
        "{day} 预计来 {expected} 人（{low} 至 {high}），已来 {came} 人；照今天的势头全天约 {updated} 人",
        "{expected} customers are expected on {day} ({low} to {high}), {came} came so far; at this pace about {updated} in all",
    ),
    "came": Text(
        "{day} 预测 {expected} 人（{low} 至 {high}），实际来了 {came} 人，误差 {off}",
        "{expected} customers were expected on {day} ({low} to {high}), {came} came, off by {off}",
    ),
    "guess": Text(
        "。尚无历史数据，按填写的人数和行业规律估计",
        ". There is no history yet: by what was typed in and how such halls run",
    ),
    "few": Text("。历史数据还少，只供参考", ". There is little history yet: take it for a first guess"),
}
