"""Every sentence about a foreign file."""

from collections.abc import Mapping
from typing import Final

from server.domain.text import Text

EMPTY: Final = Text("{file} 是空的", "{file} is empty")
NOT_READ: Final = Text("读不了 {file}：{why}", "{file} cannot be read: {why}")
TOO_LARGE: Final = Text(
    "{file} 超过 {most} MB；请按年份分成几个文件", "{file} is over {most} MB: make one file a year of it"
)
WORKBOOK: Final = Text(
    "{file} 是 Excel 工作簿；请在 Excel 里另存为 CSV 再导入",
    "{file} is an Excel workbook: save it as CSV first",
)
NOT_TEXT: Final = Text("这不是文本文件；请导出为 CSV", "This is no text file: export it as CSV")
LETTERS: Final = Text(
    "第 {n} 行的文字读不出来：既不是 UTF-8，也不是 GBK；请另存为 UTF-8 的 CSV",
    "The letters of line {n} are neither UTF-8 nor GBK: save it as CSV in UTF-8",
)
UNREADABLE_LINE: Final = Text("第 {n} 行读不了：{why}", "Line {n} cannot be read: {why}")
NO_COLUMN: Final = Text(
    "缺少这些列：{names}。第一行是：{first}", "These columns are missing: {names}. The first line is: {first}"
)
TWO_COLUMNS: Final = Text(
    "“{one}”和“{other}”两列意思相同，不知道用哪一列；请删掉或改名其中一列",
    "The columns “{one}” and “{other}” mean the same: remove or rename one",
)

LEFT: Final[Mapping[str, Text]] = {
    "short": Text("列数不够", "too few cells"),
    "no_time": Text("没有取号时间", "no time of issue"),
    "time": Text("时间读不懂", "a time that cannot be read"),
    "service": Text("本厅没有这项业务", "a business this hall does not have"),
    "order": Text("时间先后颠倒", "times in an impossible order"),
    "long": Text("等候或办理超过一天", "a wait or service of over a day"),
    "future": Text("时间在将来", "in the future"),
    "old": Text("早于 2000 年", "before 2000"),
    "double": Text("重复的行", "a row that was there already"),
    "own": Text("那天本厅已有自己的记录", "a day that this hall counted itself"),
}
