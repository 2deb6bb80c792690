"""Every word the exercises and their record say, Chinese first."""

from collections.abc import Mapping

from server.domain.text import Text

TITLES: Mapping[str, Text] = {
    "D1": Text("打印机缺纸", "The printer is out of paper"),
    "D2": Text("服务器断开，取号机自己给号", "The server is gone, the kiosk gives numbers by itself"),
    "D3": Text("取号机坏了，引导员取号", "The kiosk is dead, the guide gives numbers"),
    "D4": Text("语音坏了，看窗口屏和大屏", "The voice is dead, window display and board show the call"),
    "D5": Text("大屏坏了，语音多播一遍", "The board is dead, the voice says it twice"),
    "D6": Text("窗口电脑坏了，由别的设备接着办", "The counter's computer is dead, another device goes on"),
    "D7": Text(
        "服务器长时间停机，用纸质清单，恢复后返回优先",
        "The server is dead for long: a sheet, then return passes",
    ),
}

SAYS: Mapping[str, Text] = {
    "hall": Text("营业厅演练记录", "Record of a hall's exercise"),
    "about": Text("营业厅：{zh}", "Hall: {en}"),
    "day": Text("时间：{day}（{zone}）", "Held: {day} ({zone})"),
    "by": Text("演练人：{by}", "By: {by}"),
    "version": Text("程序版本：{version}", "Program version: {version}"),
    "passed": Text("通过", "passed"),
    "failed": Text("未通过", "FAILED"),
    "line": Text("{name} {outcome} {seconds} 秒  {title}", "{name} {outcome} {seconds} s  {title}"),
    "sum": Text("共 {all} 项，通过 {well} 项", "{well} of {all} passed"),
    "signature": Text("签名（HMAC-SHA256）", "signature (HMAC-SHA256)"),
    "broke": Text("演练中断：{why}", "it broke off: {why}"),
    # what is missing
    "no_number": Text("没有得到号码", "no number was given"),
    "slip_not_held": Text("小票没有等待补纸", "the slip was not held for paper"),
    "no_alert": Text("没有人收到告警", "nobody was alerted"),
    "slip_not_printed": Text("补纸后小票没有打印", "the slip did not come out once there was paper"),
    "no_slip": Text("小票没有打印", "the slip did not come out"),
    "slips": Text("应打印 {want} 张，实际 {got} 张", "{want} slips should have come out, {got} did"),
    "alert_stays": Text("告警没有消除", "the alert did not end"),
    "no_lease": Text("取号机没有备用号段", "the kiosk has no block of numbers"),
    "order": Text("排队顺序应为 {want}，实际 {got}", "the line should be {want}, it is {got}"),
    "not_called": Text("没有叫到号码", "nobody was called"),
    "not_on_window": Text("窗口屏没有显示号码 {number}", "the window display does not show {number}"),
    "not_on_board": Text("大屏没有显示号码 {number}", "the board does not show {number}"),
    "unspoken": Text("窗口没有显示“未播报”", "the clerk is not told that the call was not spoken"),
    "not_at_counter": Text("号码 {number} 不在 {counter} 号窗口", "{number} is not at counter {counter}"),
    "once": Text(
        "看不见大屏时没有多播一遍：{before} 秒，{after} 秒",
        "not said twice: {before} s seen, {after} s unseen",
    ),
    "not_on_sheet": Text("清单上没有 {numbers}", "not on the sheet: {numbers}"),
    "not_first": Text("返回优先的号码 {number} 没有排在前面", "the return pass {number} is not first"),
    "lost": Text("恢复后缺少 {numbers}", "lost over the stop: {numbers}"),
    # what was seen
    "D1": Text(
        "号码 {number} 照常取到；小票等到补纸后打印了一张；告警出现又消除",
        "{number} was given all the same; its slip waited and came out once; the alert came and ended",
    ),
    "D2": Text(
        "服务停机时取号机给出 {offline}；恢复后按取号时间排队：{line}；没有重号",
        "while the server was dead the kiosk gave {offline}; then the line by time: {line}; no number twice",
    ),
    "D3": Text(
        "引导员取到 {number}，小票已打印；无号顾客在 {counter} 号窗口直接办理",
        "the guide gave {number} with its slip; a customer without a number was served at counter {counter}",
    ),
    "D4": Text(
        "{number} 显示在窗口屏和大屏上；窗口看到“未播报”，告警已发出",
        "{number} was on window display and board; the clerk saw that it was not spoken; an alert was raised",
    ),
    "D5": Text(
        "大屏在时播报 {before} 秒，大屏不在时 {after} 秒（多播一遍），窗口屏仍显示 {number}",
        "said in {before} s with a board, in {after} s (twice) without; the window display still showed {number}",
    ),
    "D6": Text(
        "{number} 由窗口小键盘接着办完；{moved} 转到{other}",
        "{number} was finished with the counter's keypad; {moved} {other}",
    ),
    "moved_to": Text(" {counter} 号窗口", "went on at counter {counter}"),
    "moved_nowhere": Text(
        "排队（没有别的窗口办理此业务）", "went back into the line (no other counter serves it)"
    ),
    "D7": Text(
        "停机时的清单有 {numbers}；恢复后一个不少；返回优先的 {number} 排在最前",
        "the sheet of the dead server had {numbers}; none was lost; the return pass {number} is first",
    ),
}


def text_of(name: str, /, **places: object) -> Text:
    return SAYS[name].fill(**places)
