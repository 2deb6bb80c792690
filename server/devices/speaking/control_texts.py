"""What a kiosk says of a button somebody stands on by keys or by a switch: the words on it, for the ear."""

from collections.abc import Mapping
from typing import Final

from server.domain.text import Text

# By the name that the kiosk's own table of words has for it.
CONTROLS: Final[Mapping[str, Text]] = {
    "touch": Text("取号", "Take a number"),
    "more": Text("更多业务", "More businesses"),
    "haveNotice": Text("我有告知单、预约或远程号", "I have a code"),
    "back": Text("返回", "Back"),
    "previous": Text("上一页", "Previous page"),
    "next": Text("下一页", "Next page"),
    "takeNow": Text("取号", "Take a number"),
    "stillTake": Text("仍要取号", "Take a number all the same"),
    "usePhone": Text("不取号，自己办", "No number, thanks"),
    "lateLeave": Text("不取了，改天来", "No, another day"),
    "samples": Text("看证件样图", "See what the papers look like"),
    "prioritySwitch": Text("需要优先照顾", "I need priority"),
    "priorityIsOn": Text("已选优先，再按一次取消", "Priority is on. Press again to undo"),
    "ordinary": Text("普通取号", "Ordinary number"),
    "elderly": Text("老年人", "Elderly"),
    "pregnant": Text("孕妇", "Pregnant"),
    "disabled": Text("残障人士", "Disabled"),
    "infant": Text("带婴幼儿", "With an infant"),
    "ill": Text("身体不适", "Feeling unwell"),
    "serviceman": Text("军人、退役军人", "Soldier or veteran"),
    "letters": Text("一行字母", "A row of letters"),
    "returnErase": Text("删除一位", "Delete one"),
    "stop": Text("不等了，返回", "Stop and go back"),
    "stay": Text("再看一会", "Stay here"),
    "finish": Text("完成", "Done"),
    "go_on": Text("继续", "Continue"),
    "elder": Text("大字版", "Large print"),
    "language": Text("英语", "Chinese"),
    "voice": Text("语音", "Voice"),
    "low": Text("轮椅高度", "Wheelchair height"),
    "guide": Text("呼叫引导员", "Call a guide"),
}
