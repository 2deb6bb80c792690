"""Every word the keypad program shows, Chinese first. A line has 20 columns, a hanzi takes two."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence in both languages; `{named}` places are filled by `fill`."""

    zh: str
    en: str

    def fill(self, **places: object) -> "Text":
        """Return the sentence with its places filled; a place that is a Text is filled in its language."""
        zh = {n: p.zh if isinstance(p, Text) else p for n, p in places.items()}
        en = {n: p.en if isinstance(p, Text) else p for n, p in places.items()}
        return Text(self.zh.format(**zh), self.en.format(**en))

    def of(self, language: Language) -> str:
        return self.zh if language == "zh" else self.en


Word = Literal[
    "closed", "open_idle", "calling", "serving", "paused",
    "next", "start", "finish", "recall", "no_show", "back", "pause", "resume", "undo", "open", "close",
    "line_idle", "line_next", "line_more", "nobody", "waited", "late", "over", "handled", "over_standard",
    "paused_for", "priority", "counter",
    "hint_open", "hint_console", "hint_idle", "hint_calling", "hint_called", "hint_offer", "hint_serving",
    "hint_paused", "hint_remedy", "hint_undo",
    "sure_no_show", "when_closed", "when_closed_here", "when_idle", "when_calling", "when_called",
    "when_serving", "when_paused", "when_remedy", "no_undo", "no_such_key",
    "pause_title", "reason_lunch", "reason_away", "reason_internal", "reason_device", "reason_other",
    "choice_close", "choice_back", "missing_title", "missing_question", "missing_yes",
    "updating", "last_news", "connecting", "kept", "kept_already", "not_connected", "wait", "no_answer",
    "as_shown", "keypad_gone", "keypad_denied", "untrusted",
    "find", "find_typed", "find_keys", "find_none", "find_ahead", "find_waited", "find_called", "find_since", "find_recalled",
    "state_waiting", "state_form_filling", "state_called", "state_serving", "state_parked", "state_no_show",
    "state_finished", "state_walkout", "state_cancelled", "state_expired", "state_ended_by_system",
    "no_token", "password", "no_server", "locked",
    "only_linux",
]  # fmt: skip

SAYS: Mapping[Word, Text] = {
    "closed": Text("未开放", "Closed"),
    "open_idle": Text("空闲", "Free"),
    "calling": Text("呼叫中", "Calling"),
    "serving": Text("办理中", "Serving"),
    "paused": Text("已暂停", "Paused"),
    # what a key asks for
    "next": Text("叫号", "call next"),
    "start": Text("到台", "start"),
    "finish": Text("办结", "finish"),
    "recall": Text("重呼", "recall"),
    "no_show": Text("过号", "no-show"),
    "back": Text("退回", "put back"),
    "pause": Text("暂停", "pause"),
    "resume": Text("恢复", "resume"),
    "undo": Text("撤销", "undo"),
    "open": Text("开台", "open"),
    "close": Text("关窗", "close"),
    # the second and third line
    "line_idle": Text("等候 {n}", "Waiting {n}"),
    "line_next": Text("下一位 {number}", "next {number}"),
    "line_more": Text("{n}人 {number}", "{number} of {n}"),
    "nobody": Text("暂无等候客户", "Nobody is waiting"),
    "waited": Text("等候{m}分", "Wait {m}m"),
    "late": Text("超时{m}分", "Late {m}m"),
    "over": Text("超限{m}分", "Over {m}m"),
    "handled": Text("办理{time}", "Time {time}"),
    "over_standard": Text("超标{time}", "Over {time}"),
    "paused_for": Text("已停{m}分", "{m} min"),
    "priority": Text("优", "*"),
    "counter": Text("{counter}号窗口", "Counter {counter}"),
    # the fourth line: which key does what now
    "hint_open": Text("回车 开放窗口", "Enter: open"),
    "hint_console": Text("请在操作台登录开台", "Open at the console"),
    "hint_idle": Text("回车 叫号  *暂停", "Enter next  * pause"),
    "hint_calling": Text("回车到台 +重呼 -过号", "Ent=here +call -miss"),
    "hint_called": Text("回车办结 +重呼 -过号", "Ent=done +call -miss"),
    "hint_offer": Text("未到请按两次 - 过号", "Not here? - twice"),
    "hint_serving": Text("回车办结 0办结叫下位", "Ent=done 0=done+next"),
    "hint_paused": Text("按 * 恢复服务", "* resume"),
    "hint_remedy": Text("须补救 请到操作台办", "Remedy: see console"),
    "hint_undo": Text("/撤销{what} {number} {s}秒", "/ undo {number} ({s} s)"),
    # what a key that does nothing now says instead
    "sure_no_show": Text("再按 - {number}过号", "- again: miss {number}"),
    "when_closed": Text("窗口未开放：请先在操作台登录开台", "Closed: log in at the console first"),
    "when_closed_here": Text("窗口未开放：按回车开放窗口", "Closed: Enter opens the counter"),
    "when_idle": Text("现在没有客户：按回车叫下一位", "No customer: Enter calls the next"),
    "when_calling": Text(
        "{number}还没到台：回车到台 +重呼 -过号", "{number} not here yet: Enter=here -=miss"
    ),
    "when_called": Text("{number}在叫号中：回车办结 +重呼 -过号", "{number} was called: Enter=done -=miss"),
    "when_serving": Text("正在办理{number}：先按回车办结", "Serving {number}: Enter finishes"),
    "when_paused": Text("窗口已暂停：按 * 恢复服务", "Paused: * resumes"),
    "when_remedy": Text(
        "{number}的补救还没处理：请先到操作台办", "{number}: settle the remedy at the console"
    ),
    "no_undo": Text("没有可以撤销的操作", "Nothing to undo"),
    "no_such_key": Text("这个键不用", "This key does nothing"),
    # questions
    "pause_title": Text("请选暂停原因", "Why pause?"),
    "reason_lunch": Text("就餐", "Lunch"),
    "reason_away": Text("临时离开", "Away"),
    "reason_internal": Text("内部事务", "Inside"),
    "reason_device": Text("设备故障", "Device"),
    "reason_other": Text("其他", "Other"),
    "choice_close": Text("关窗", "Close"),
    "choice_back": Text(".返回", ".Back"),
    "missing_title": Text("{number}未补救", "{number} remedy"),
    "missing_question": Text("现在办结将记为漏补救", "To finish misses it"),
    "missing_yes": Text("仍然办结", "Finish"),
    # where a number stands
    "find": Text("查号", "Find"),
    "find_typed": Text("{number}_", "{number}_"),
    "find_keys": Text("回车查询 .返回", "Enter=find .=back"),
    "find_none": Text("今天没有{number}", "No {number} today"),
    "find_ahead": Text("前面{n}位", "{n} ahead"),
    "find_waited": Text("已等{m}分", "waited {m}m"),
    "find_called": Text("{time}叫号", "called {time}"),
    "find_since": Text("{time}起", "since {time}"),
    "find_recalled": Text("重呼{n}次", "again {n}x"),
    "state_waiting": Text("等候", "Waiting"),
    "state_form_filling": Text("填单中", "In a form"),
    "state_called": Text("已叫号", "Called"),
    "state_serving": Text("办理中", "Serving"),
    "state_parked": Text("挂起", "Parked"),
    "state_no_show": Text("过号", "Missed"),
    "state_finished": Text("已办结", "Finished"),
    "state_walkout": Text("已离开", "Gone"),
    "state_cancelled": Text("已作废", "Cancelled"),
    "state_expired": Text("已失效", "Expired"),
    "state_ended_by_system": Text("系统结束", "Ended"),
    # the line to the hall
    "updating": Text("数据更新中", "Updating"),
    "last_news": Text("上次更新 {time}", "Last news {time}"),
    "connecting": Text("正在连接服务器", "Connecting"),
    "kept": Text("已记下 {what} 等待连接", "Kept: {what}"),
    "kept_already": Text("没有连接：已记下{what}，请稍候", "Not connected: {what} is kept, wait"),
    "not_connected": Text("没有连接，请稍候", "Not connected, wait"),
    "wait": Text("正在处理，请稍候", "In progress, wait"),
    "no_answer": Text("{what}没有回音，请看屏幕再按", "No answer to {what}: look, then press"),
    "as_shown": Text("已重新连接：以现在显示为准", "Connected again: go by what is shown"),
    "keypad_gone": Text("小键盘没有插好", "Keypad unplugged"),
    "keypad_denied": Text("没有权限读取小键盘", "May not read keypad"),
    "untrusted": Text("服务器证书不受信任", "Certificate refused"),
    "locked": Text("长时间未操作，请重新登录", "Not used for a while: log in again"),
    "only_linux": Text("--keypad 和 --display 只用于 Linux", "--keypad and --display are for Linux only."),
    "password": Text("密码", "Password for"),
    "no_server": Text("连不上服务器", "The server does not answer"),
    "no_token": Text(
        "没有令牌：请用 --token、--token-file 或环境变量 HALLQUEUE_TOKEN，或用 --login 工号登录",
        "No token: use --token, --token-file or HALLQUEUE_TOKEN, or --login with a staff number.",
    ),
}

# What the server says too long for 40 columns, said shorter; every other refusal is shown in its own words.
SHORT: Mapping[str, Text] = {
    "moved_on": Text("{number}已不在此，未生效", "{number} has gone; nothing done"),
    "nobody_waiting": Text("暂无等候客户", "Nobody is waiting"),
    "recall_limit": Text(
        "{number}已重呼{times}次，请按两次 - 过号", "{number}: called enough; - twice = miss"
    ),
    "counter_busy": Text("还有客户{number}，请先办结", "{number} is still here; finish first"),
    "parked_here": Text("{number}持件挂起，请先到操作台处理", "{number} parked with papers: see console"),
    "wrong_state": Text("{number}现在不能这样操作，请看屏幕", "{number}: not possible now, look again"),
    "undo_too_late": Text("已超过{seconds}秒，不能撤销", "Too late: more than {seconds} s ago"),
    "not_allowed": Text("没有此项权限，请到操作台操作", "Not allowed here: use the console"),
    "wrong_token": Text("登录已失效，请重新登录或配对", "Log in or pair again"),
    "not_found": Text("没有这个窗口，请核对窗口号", "There is no such counter"),
}


def text_of(word: Word, /, **places: object) -> Text:
    return SAYS[word].fill(**places)


def refusal(code: str, text: Text, places: Mapping[str, str]) -> Text:
    """What a refusal says on 40 columns."""
    short = SHORT.get(code)
    if short is None:
        return text
    try:
        return short.fill(**places)
    except KeyError:  # a newer server names other things
        return text
