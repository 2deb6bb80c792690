"""What of numbers from home is refused, and why."""

from server.domain.refusals import Refusal
from server.domain.text import Text

NOT_REMOTE = Refusal(
    "not_remote",
    Text(
        "本厅没有开放手机远程取号，请到大厅取号",
        "This hall gives no numbers from home; please take one in the hall.",
    ),
)
NOT_FROM_HOME = Refusal(
    "not_from_home",
    Text("{service}不能远程取号，请到大厅取号", "{service}: please take a number in the hall."),
    "service",
)
REMOTE_OPEN = Refusal(
    "remote_open",
    Text(
        "这部手机已经取了 {number}，办完或放弃后才能再取",
        "This phone has {number} already; use it or give it up first.",
    ),
    "number",
)
REMOTE_FULL = Refusal(
    "remote_full",
    Text(
        "远程号现在取完了，有人到店后会再放出；也可以直接到大厅取号",
        "All numbers from home are taken for now; more come as people arrive. You can also take one in the hall.",
    ),
)
NETWORK_FULL = Refusal(
    "network_full",
    Text(
        "这个网络已经取了 {most} 个远程号，请等其中有人到店，或到大厅取号",
        "{most} numbers from home are on this network already; wait until one arrives, or take one in the hall.",
    ),
    "most",
)
ARRIVED_ALREADY = Refusal(
    "arrived_already",
    Text("{number} 已经在排队，不用再确认到店", "{number} is in line already; there is nothing to confirm."),
    "number",
)
WRONG_DOOR_CODE = Refusal(
    "wrong_door_code",
    Text(
        "到店码不对，请看大屏或取号机上现在的 4 位数字",
        "That is not the code; see the four figures on the hall's board or kiosk.",
    ),
)
