"""The forms of the sentences that tell what changed in a set-up; what its fields are called stands with them."""

from server.domain.text import Text

YES = Text("是", "yes")
NO = Text("否", "no")
NONE = Text("无", "none")
AND = Text("、", ", ")
ADDED = Text("新增{what}", "New: {what}")
REMOVED = Text("删除{what}", "Removed: {what}")
CHANGED = Text("{what}：{before} → {after}", "{what}: {before} → {after}")
ORDER = Text("{what}的顺序：{after}", "Order of {what}: {after}")
GAINED = Text("{what}：加上 {after}", "{what}: adds {after}")
LOST = Text("{what}：去掉 {before}", "{what}: drops {before}")
SWAPPED = Text("{what}：去掉 {before}，加上 {after}", "{what}: drops {before}, adds {after}")
OF = Text("{whose} {what}", "{whose} {what}")
ITEM = Text("{kind}“{name}”", '{kind} "{name}"')
YUAN = Text("{n} 元", "{n} yuan")
BLANK = Text(" ", " ")
HOURS, MINUTES, SECONDS = Text("{n} 小时", "{n} h"), Text("{n} 分钟", "{n} min"), Text("{n} 秒", "{n} s")
TO = Text("–", "–")
