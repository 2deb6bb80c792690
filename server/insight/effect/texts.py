"""Every sentence of the effect sheet."""

from collections.abc import Mapping
from typing import Final

from server.domain.text import Text
from server.insight.effect.intervals import Verdict

SHEET: Final = Text("补救效果", "Effect of the remedy")
NOT_ENOUGH: Final = Text("样本不足以下结论", "Not enough data")

VERDICTS: Final[Mapping[Verdict, Text]] = {
    Verdict.NOT_ENOUGH: NOT_ENOUGH,
    Verdict.HIGHER: Text("满意度更高", "Satisfaction is higher"),
    Verdict.LOWER: Text("满意度更低", "Satisfaction is lower"),
    Verdict.NOTHING_SEEN: Text(
        "看不出差异（相差 {line} 分以上才看得出）", "No difference seen (one of {line} points would be)"
    ),
    Verdict.HURRIED: Text(
        "临界前有堆积，不能据此下结论", "Waits pile up before the threshold: no conclusion from here"
    ),
    Verdict.DIFFERENCE_ONLY: Text("不能说明补救有没有用", "Says nothing about the remedy"),
    Verdict.INFORMATION: Text("", ""),
}

TITLES: Final[Mapping[str, Text]] = {
    "ordinary": Text("差异，不是效果", "Difference, not effect"),
    "bands": Text("等候相近的客户：已补救与未补救", "Like waits: remedied and not remedied"),
    "cared": Text("等候相近的客户：已关怀与未关怀（按周）", "Like waits: cared for and not, week by week"),
    "threshold": Text("临界前后的客户", "Customers on both sides of the threshold"),
    "bunching": Text("临界处的堆积", "Waits piling up at the threshold"),
    "response": Text("两侧答题率", "Who answers on both sides"),
    "lot": Text("抽签决定补救", "Remedied by lot"),
    "launch": Text("分厅先后启用", "Launched hall by hall"),
    "cost": Text("礼品费用", "What the gifts cost"),
}

NOTES: Final[Mapping[str, Text]] = {
    "ordinary": Text(
        "补救的客户都等得久，等得久本身就使人不满意，所以这个差通常是负的，不能说明补救有没有用。",
        "Remedied customers are those who waited long, and waiting long displeases: this difference is usually negative and says nothing about the remedy.",
    ),
    "bands": Text(
        "未补救包括拒绝、漏办和抽签未中。这些客户本来可能就不同，只供参考；结论只看各段合并的一行，少于 {minimum} 份答卷不下结论。每份答卷按被问到的机会加权。",
        "Not remedied: declined, missed, or lost the lot. They may differ to begin with. One verdict, of all bands together, and none under {minimum} answers. Each answer counts by how likely it was asked.",
    ),
    "cared": Text(
        "送水的时段和客户不是随机选的，只比较等候时间相近的客户；结论只看各段合并的一行，少于 {minimum} 份答卷不下结论。每份答卷按被问到的机会加权。",
        "Water is not given at random moments, so only like waits are compared. One verdict, of all bands together, and none under {minimum} answers. Each answer counts by how likely it was asked.",
    ),
    "threshold": Text(
        "差几分钟的客户几乎一样，只有补救不同；临界处满意度的跳动就是补救的效果（含道歉和解释）。数字只在精度足够时显示。",
        "Customers a few minutes apart are alike but for the remedy: the step at the threshold is what it did, apology included. The figure is shown only where it is precise enough.",
    ),
    "bunching": Text(
        "若员工赶在临界前叫号，最后一分钟的人数会偏多；这本身值得了解，也使上面的比较不可靠。过了临界的最先叫，所以刚过的一分钟也常偏多，这是规则造成的，没有妨碍。",
        "If staff call people just in time, the last minute holds too many: worth knowing, and it spoils the comparison above. Who is past the threshold is called first, so the minute after it often holds many, too: that is the rule, and no harm.",
    ),
    "response": Text(
        "临界两侧 5 分钟内，被问到等候满意度的客户有多少作答；相差明显时，两侧答题的可能不是同一类人。",
        "Of those asked within 5 minutes of the threshold, how many answered; where the sides differ clearly, other kinds of people may be answering.",
    ),
    "lot": Text(
        "超时客户由抽签决定是否补救，两组只差补救，这是最可靠的比较。需在设置中把补救比例调到 1 以下。",
        "A lot decides who of the overdue is remedied, so the groups differ by nothing else: the most reliable comparison. It needs a remedy share below 1 in the set-up.",
    ),
    "launch": Text(
        "先启用的厅启用前后 28 天的变化，减去同期没有启用的厅的变化。至少要 5 个启用的厅和 3 个没有启用的厅；区间按去掉任何一个厅后结果变多少来算。",
        "The change in a hall over 28 days before and after its launch, less the change in halls without one. At least 5 that launched and 3 that did not; the interval is by how much the result moves without any one hall.",
    ),
    "cost": Text(
        "每提高一位客户 1 分满意度所花的钱，只在效果能够确认时计算。",
        "Money for one point of one customer's satisfaction; only where an effect is established.",
    ),
}

REMEDIED: Final = Text("已补救", "Remedied")
ORDINARY: Final = Text("普通客户", "Ordinary")
NOT_REMEDIED: Final = Text("未补救", "Not remedied")
CARED: Final = Text("已关怀", "Cared for")
NOT_CARED: Final = Text("未关怀", "Not cared for")
BELOW: Final = Text("未到", "Just short")
ABOVE: Final = Text("刚过", "Just past")
LOT_WON: Final = Text("抽中", "Lot won")
LOT_LOST: Final = Text("未抽中", "Lot lost")
LAUNCHED: Final = Text("本期启用的厅", "Halls that launched")
NOT_LAUNCHED: Final = Text("其他厅", "Other halls")
LAUNCHED_COUNT: Final = Text("启用的厅", "Halls that launched")
QUIET_COUNT: Final = Text("用来对照的厅（最少时）", "Halls compared with, at the fewest")
FEW_QUIET: Final = Text(
    "样本不足以下结论：同期没有启用的厅只有 {n} 个，至少要 {least} 个",
    "Not enough data: {n} halls without a launch at the time, {least} are needed",
)

ALL: Final = Text("全部", "All")
TOGETHER: Final = Text("等候相近，各段合并", "Like waits, all bands together")
BAND: Final = Text("{low}–{high} 分钟", "{low}–{high} min")
OVER: Final = Text("{low} 分钟以上", "Over {low} min")
WEEK: Final = Text("{monday} 起一周 · {band}", "Week from {monday} · {band}")
BANDWIDTH: Final = Text("±{width} 分钟", "±{width} min")
DONUT: Final = Text("±{width} 分钟，除去 ±{donut} 分钟", "±{width} min without ±{donut} min")
LAST_MINUTE: Final = Text("{low}–{minutes} 分钟", "{low}–{minutes} min")
FIRST_MINUTE: Final = Text("{minutes}–{high} 分钟", "{minutes}–{high} min")
PAST_THRESHOLD: Final = Text("等候超过 {minutes} 分钟", "Waited over {minutes} min")
GIFTS: Final = Text("礼品", "Gifts")

REACHED: Final = Text("临界处补救比例的跳动", "Step in the share remedied")
NEEDED: Final = Text("约需答卷", "Answers needed, about")
OBSERVED: Final = Text("实际人数", "Observed")
EXPECTED: Final = Text("预期人数", "Expected")
Z_SCORE: Final = Text("z 值", "z")
P_VALUE: Final = Text("p 值", "p")
ANSWERED: Final = Text("{side}：答题率", "{side}: share answering")
ASKED: Final = Text("{side}：被问人数", "{side}: asked")
GIFT_COUNT: Final = Text("礼品数", "Gifts")
SPENT: Final = Text("费用", "Spent")
EACH: Final = Text("每份", "Each")
PER_POINT: Final = Text("每 1 分满意度", "Per point of satisfaction")

PILED_UP: Final = Text(
    "临界前有堆积：员工可能赶在 {minutes} 分钟前叫号",
    "Waits pile up: customers may be called just before {minutes} minutes",
)
BY_RULE: Final = Text(
    "刚过 {minutes} 分钟的人数偏多，因规则：过了 {minutes} 分钟的最先叫，不是员工赶叫，不影响上面的比较",
    "Many just past {minutes} minutes, by the rule: whoever is past it is called first. Nobody hurried, and the comparison above holds",
)
NOT_PILED_UP: Final = Text("没有看出堆积", "No piling up seen")
ANSWER_DIFFERENTLY: Final = Text(
    "两侧答题率不同，比较时请谨慎", "The sides answer at different rates: compare with care"
)
ANSWER_ALIKE: Final = Text("两侧答题率没有明显差别", "The sides answer alike")
NO_LOT: Final = Text("本期没有抽签", "No lot was drawn in this period")
COST_WAITS: Final = Text("效果尚未确认，不计算每分费用", "No effect is established: no cost per point")
NO_STEP: Final = Text("看不出跳动", "No step seen")
NO_GIFT: Final = Text("没有送出礼品", "No gift was given")
NOT_ESTABLISHED: Final = Text("效果尚未确认", "No effect is established")
WITHHELD: Final[Mapping[Verdict, Text]] = {
    Verdict.NOT_ENOUGH: Text("精度不够，不显示", "Too imprecise to show"),
    Verdict.HURRIED: Text("不可靠，不显示", "Unreliable, not shown"),
}
COST_SHOWN: Final = Text("按已确认的效果计算", "By the established effect")

OPENING: Final[Mapping[str, Text]] = {
    "none": Text(
        "本期没有人评价等候时间，也没有送出礼品，说不出补救的效果",
        "Nobody rated the wait in this period and no gift was given: nothing can be said of the remedy",
    ),
    "few": Text(
        "还说不出补救有没有用：可比的客户太少（较小一组最多 {n} 人，至少要 {minimum} 人）",
        "Nothing can be said of the remedy yet: too few customers compare (at most {n} in the smaller group, {minimum} are needed)",
    ),
    "imprecise": Text(
        "还说不出补救有没有用：人数够了，但还没有一项比较能下结论，原因见下面各项",
        "Nothing can be said of the remedy yet: enough customers compare, but no comparison concludes, for the reasons below",
    ),
    "unsettled": Text(
        "还不能断定补救有没有用：现有的差可能只是偶然，见下图的区间",
        "Whether the remedy helps is not settled: the differences may be chance, see the intervals",
    ),
    "higher": Text(
        "补救有用：满意度高 {difference} 分（95 % 区间 {low} 至 {high}），依据是“{how}”",
        "The remedy helps: satisfaction is {difference} points higher (95 % interval {low} to {high}), by “{how}”",
    ),
    "lower": Text(
        "补救的客户满意度反而低 {difference} 分（95 % 区间 {low} 至 {high}），依据是“{how}”",
        "Satisfaction of the remedied is {difference} points lower (95 % interval {low} to {high}), by “{how}”",
    ),
}
OVERVIEW: Final = Text("结论", "Verdicts")
COLUMNS: Final[Mapping[str, tuple[Text, str]]] = {
    "section": (Text("比较", "Comparison"), "text"),
    "verdict": (Text("结论", "Verdict"), "text"),
    "note": (Text("说明", "Note"), "text"),
    "line": (Text("项目", "Line"), "text"),
    "group_a": (Text("甲组", "Group A"), "text"),
    "n_a": (Text("甲组人数", "A: n"), "count"),
    "mean_a": (Text("甲组平均分", "A: mean"), "level"),
    "satisfied_a": (Text("甲组满意率", "A: satisfied"), "share"),
    "group_b": (Text("乙组", "Group B"), "text"),
    "n_b": (Text("乙组人数", "B: n"), "count"),
    "mean_b": (Text("乙组平均分", "B: mean"), "level"),
    "satisfied_b": (Text("乙组满意率", "B: satisfied"), "share"),
    "difference": (Text("差（分）", "Difference, points"), "level"),
    "low": (Text("95 % 区间下限", "95 % from"), "level"),
    "high": (Text("95 % 区间上限", "95 % to"), "level"),
    "satisfied_difference": (Text("满意率差（百分点）", "Satisfied, difference in %"), "level"),
    "satisfied_low": (Text("满意率差下限", "Satisfied, 95 % from"), "level"),
    "satisfied_high": (Text("满意率差上限", "Satisfied, 95 % to"), "level"),
    "answers": (Text("据此作答", "The answer"), "flag"),
    "detectable": (Text("能看出的最小差", "Least detectable difference"), "level"),
    "figure": (Text("指标", "Figure"), "text"),
    "value": (Text("数值", "Value"), "level"),
}
FIGURES: Final = Text("其他指标", "Further figures")
