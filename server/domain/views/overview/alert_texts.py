"""What each kind of alert says to people, and how its subject and detail become words.

Nothing of an alert reaches a screen but through this table: codes, ids, paths and package names stay behind.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from server.domain.hall import Alert, Hall, Ticket
from server.domain.queue.line import binds, is_bound
from server.domain.text import Text
from server.domain.views.names import (
    board_name,
    counter_name,
    place_name,
    placed,
    printer_name,
    queue_name,
    service_name,
    strip_name,
    terminal_name,
)
from server.domain.views.part_texts import part_failed

NOTHING = Text("", "")
UNKNOWN = Text("有一件事需要查看", "Something needs a look")

AT_RISK = Text("预计 {at} 位", "{at} expected")
IN_TIME = Text("按时叫到 {at} %", "{at} % called in time")

CAUSES: Mapping[str, Text] = {
    "paper_out": Text("缺纸", "out of paper"),
    "cover_open": Text("上盖打开", "cover open"),
    "offline": Text("没有连接：检查电源和连线", "not connected: check power and cable"),
    "no_answer": Text("没有应答：检查电源和连线", "no answer: check power and cable"),
    "cutter_jammed": Text(
        "切刀卡住：关机，取出夹住的纸，再开机", "cutter jammed: switch off, free the paper, switch on"
    ),
    "head_hot": Text(
        "打印头过热：等几分钟会自己恢复", "print head too hot: it goes on by itself in some minutes"
    ),
    "stuck": Text("卡纸或机械故障：打开上盖看看", "paper jam or a part stuck: look under the cover"),
    "broken": Text(
        "打印机故障：关机再开；仍不行请报修", "printer fault: switch it off and on, or call the service"
    ),
    "feeding": Text("有人按着走纸键", "somebody holds the feed key"),
    "busy": Text("正被别的电脑占用", "in use by another computer"),
    "misconfigured": Text("设置有误：请在设置里检查", "wrong settings: check them in the set-up"),
    "near_end": Text("请准备换纸", "have a new roll ready"),
    "restart": Text("系统重新启动过", "the system was restarted meanwhile"),
    "undrawable": Text(
        "小票上的文字打印不了：请在设置里检查小票",
        "the slip's words cannot be printed: check them in the set-up",
    ),
    "no_printer": Text("没有可用的打印机", "there is no printer"),
}
FAULTS = (  # of self-service terminals (Q19), as the tablet offers them
    Text("缺纸", "No paper"),
    Text("死机或黑屏", "Frozen or dark"),
    Text("连不上网", "No network"),
    Text("不能读卡或收款", "Reads no card, takes no money"),
    Text("其他故障", "Something else"),
)
VOICES: Mapping[str, Text] = {
    "recorded": Text("真人录音", "recordings"),
    "neural_zh": Text("自然语音", "natural voice"),
    "pyttsx3": Text("系统语音", "system voice"),
    "chime": Text("提示音", "chime"),
}
NO_VOICE = Text(
    "不能用：{at}。原因和办法见“设置”的语音一栏", "Not working: {at}. Why, and what to do, is in the set-up"
)
SILENT: Mapping[str, Text] = {
    "blocked": Text("浏览器不许出声，请轻触大屏", "the browser allows no sound: tap the board"),
    "failed": Text(
        "播放失败，请查音箱和连线", "it could not be played: see to the loudspeaker and its cable"
    ),
    "no_answer": Text("没有回应", "it did not answer"),
}
LEFT, MACHINE = (
    Text("还剩 {at} 件", "{at} left"),
    Text("发现时电脑的时间：{at}", "the computer's time then: {at}"),
)
NUMBERS = Text("号码 {at}", "Numbers {at}")

NAMED = 5  # numbers an alert names
PLAIN = re.compile(r"(?=.*\d)(?:[A-Z]*\d+|[ :、,.+…()-]){1,200}")  # figures, times, numbers of tickets

InWords = Callable[[Hall, Alert], Text]


def _cause(hall: Hall, alert: Alert) -> Text:
    return CAUSES.get(alert.detail, NOTHING)


def _nothing(hall: Hall, alert: Alert) -> Text:
    return NOTHING


def _voices(hall: Hall, alert: Alert) -> Text:
    """Of "engine: why; engine: why" the engines; why is for the set-up page."""
    engines = [VOICES[word] for word in re.findall(r"\w+(?=:)", alert.detail) if word in VOICES]
    names = Text("、".join(v.zh for v in engines), ", ".join(v.en for v in engines))
    return placed(NO_VOICE, names) if engines else NOTHING


def _silent(hall: Hall, alert: Alert) -> Text:
    return SILENT.get(alert.detail, NOTHING)


def _slip_at(hall: Hall, alert: Alert) -> Text:
    """Which printer had it."""
    return printer_name(hall, alert.detail)


def _in_words_of_people(hall: Hall, alert: Alert) -> Text:
    """What a person typed; two lines are the two languages."""
    zh, _, en = alert.detail.partition("\n")
    return Text(zh, en or zh)


def _fault(hall: Hall, alert: Alert) -> Text:
    """One of those that the tablet offers, or what a person typed."""
    return next((known for known in FAULTS if known.zh == alert.detail), _in_words_of_people(hall, alert))


def _bound(hall: Hall, alert: Alert) -> Text:
    """As it stands now: they come and go while the alert stands."""
    there = hall.counters.get(alert.subject)
    return _numbers(t for t in hall.waiting() if there and is_bound(hall, t) and binds(there, t))


def _in_queue(hall: Hall, alert: Alert) -> Text:
    return _numbers(t for t in hall.waiting() if t.leg.queue == alert.subject and not is_bound(hall, t))


def _numbers(tickets: Iterable[Ticket]) -> Text:
    waiting = [t.number for t in tickets]
    first, more = waiting[:NAMED], len(waiting) > NAMED
    if not waiting:
        return NOTHING
    zh, en = "、".join(first), ", ".join(first)
    n = len(waiting)
    return placed(NUMBERS, Text(f"{zh} 等 {n} 位", f"{en} and more, {n} in all") if more else Text(zh, en))


def _filled(template: Text) -> InWords:
    """A figure, a time or numbers of tickets; anything else has no place there."""

    def in_words(hall: Hall, alert: Alert) -> Text:
        plain = PLAIN.fullmatch(alert.detail)
        return placed(template, Text(alert.detail, alert.detail)) if plain else NOTHING

    return in_words


def _of(name: Callable[[Hall, str], Text]) -> InWords:
    return lambda hall, alert: name(hall, alert.subject)


def _number(hall: Hall, alert: Alert) -> Text:
    return Text(alert.subject, alert.subject)


def _gift(hall: Hall, alert: Alert) -> Text:
    """Older alerts name the gift itself."""
    id_ = alert.id.partition("/")[2]
    known = next((g.name for g in hall.config.gifts if g.id == id_), None) if hall.config else None
    return known or Text(alert.subject, alert.subject)


def _part(hall: Hall, alert: Alert) -> Text:
    kind, _, subject = alert.subject.partition(":")
    return part_failed(hall, kind, subject)


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertWords:
    """`text` has a place `{at}` for what `at` says."""

    text: Text
    at: InWords = _nothing
    detail: InWords = _cause


ALERTS: Mapping[str, AlertWords] = {
    "printer_down": AlertWords(text=Text("{at}不能打印", "Not printing: {at}"), at=_of(printer_name)),
    "printer_near_end": AlertWords(
        text=Text("{at}的纸快用完了", "Paper is nearly used up: {at}"), at=_of(printer_name)
    ),
    "strip_down": AlertWords(text=Text("{at}没有显示", "Dark: {at}"), at=_of(strip_name)),
    "strip_near_end": AlertWords(text=Text("{at}需要查看", "Needs a look: {at}"), at=_of(strip_name)),
    "voice_down": AlertWords(
        text=Text("语音不能播报，只有提示音", "The voice cannot speak; only the chime is heard"),
        detail=_voices,
    ),
    "voice_near_end": AlertWords(
        text=Text("正用备用语音播报", "Calls are spoken by a second-best voice"), detail=_voices
    ),
    "slip_unknown": AlertWords(
        text=Text(
            "{at} 的小票不知是否打出，请问顾客", "The slip of {at} may not have come out: ask the customer"
        ),
        at=_number,
        detail=_slip_at,
    ),
    "slip_failed": AlertWords(
        text=Text(
            "{at} 没有小票，请告诉顾客号码有效", "{at} has no slip: tell the customer that the number is good"
        ),
        at=_number,
    ),
    "notice_failed": AlertWords(
        text=Text(
            "{at} 的单据没有打好，请补打或把编号抄给顾客",
            "The paper of {at} did not come out: print it again or write its code down for the customer",
        ),
        at=_number,
    ),
    "sound_blocked": AlertWords(
        text=Text("{at}的声音被浏览器禁止，请轻触屏幕", "The sound is blocked: tap the screen of {at}"),
        at=_of(board_name),
        detail=_nothing,
    ),
    "sound_failed": AlertWords(
        text=Text("{at}放不出声音，已换别的播报", "No sound from {at}; another speaks instead"),
        at=_of(board_name),
        detail=_silent,
    ),
    "no_speaker": AlertWords(text=Text("没有可播报的大屏", "No board can speak the calls"), detail=_nothing),
    "board_silent": AlertWords(
        text=Text("{at}没有回应", "Does not answer: {at}"), at=_of(board_name), detail=_nothing
    ),
    "clock_jumped": AlertWords(
        text=Text(
            "电脑的时间有疑问，营业厅按原来的时间继续",
            "The computer's time is in doubt; the hall goes on by its own",
        ),
        detail=_filled(MACHINE),
    ),
    "clock_unproven": AlertWords(
        text=Text(
            "开机后时间尚未核实，暂不自动结束营业日",
            "Since its start the time is not proven; no day ends by itself",
        ),
        detail=_filled(MACHINE),
    ),
    "service_back": AlertWords(
        text=Text("{at}已按时恢复", "Back as planned: {at}"), at=_of(service_name), detail=_nothing
    ),
    "sent_away": AlertWords(
        text=Text(
            "营业日结束时还有 {at} 位客户，号码已失效",
            "The day ended with {at} customers still here; their numbers are void",
        ),
        at=_number,
        detail=_filled(NUMBERS),
    ),
    "hall_restored": AlertWords(
        text=Text(
            "营业厅已从备份恢复：备份之后取的号系统不认识，持旧小票的顾客请优先安排；号码已跳到新的一段；请核对人员和设备",
            "The hall came back from a backup: numbers given after it are not known here, so place customers "
            "with old slips first; the series has jumped; check people and devices",
        ),
        detail=_nothing,
    ),
    "guide_called": AlertWords(
        text=Text("顾客在{at}呼叫引导员", "A customer calls for help at {at}"),
        at=_of(place_name),
        detail=_nothing,
    ),
    "gift_low": AlertWords(text=Text("{at}不多了", "Running low: {at}"), at=_gift, detail=_filled(LEFT)),
    "pause_long": AlertWords(
        text=Text("{at}暂停很久了", "Paused for long: {at}"), at=_of(counter_name), detail=_in_words_of_people
    ),
    "room_unmanned": AlertWords(
        text=Text("{at}营业时间无人值守", "Nobody is in during opening hours: {at}"),
        at=_of(counter_name),
        detail=_in_words_of_people,
    ),
    "terminal_faulty": AlertWords(
        text=Text("{at}报了故障，已不再推荐", "Out of order and no longer recommended: {at}"),
        at=_of(terminal_name),
        detail=_fault,
    ),
    "line_at_risk": AlertWords(
        text=Text(
            "“{at}”眼看要有客户等候超时：请现在加开窗口或引导分流",
            "Customers of {at} are about to wait too long: open a counter or guide some elsewhere now",
        ),
        at=_of(queue_name),
        detail=_filled(AT_RISK),
    ),
    "waits_unreliable": AlertWords(
        text=Text(
            "今天告诉客户的等候时间不准：请引导员按现场情况向客户说明",
            "Today's expected waits are off: please have guides explain in person",
        ),
        detail=_filled(IN_TIME),
    ),
    "plan_waits": AlertWords(
        text=Text("到日子的设置还不能生效", "A set-up that is due cannot begin yet"),
        detail=_in_words_of_people,
    ),
    "waits_for_paused": AlertWords(
        text=Text(
            "有客户只等{at}，而{at}暂停了：请恢复叫号，否则稍后回到原队列",
            "Customers wait for {at} alone, which is paused: resume it, or they go back to their queue",
        ),
        at=_of(counter_name),
        detail=_bound,
    ),
    "nobody_calls": AlertWords(
        text=Text(
            "“{at}”有客户在等，却没有窗口能叫：请开窗口或调整窗口业务",
            "Customers wait for {at} and no counter can call them: open one, or change a counter's services",
        ),
        at=_of(queue_name),
        detail=_in_queue,
    ),
    "part_failed": AlertWords(text=Text("{at}", "{at}"), at=_part, detail=_nothing),
}


def headline(hall: Hall, alert: Alert) -> Text:
    words = ALERTS.get(alert.kind)
    return placed(words.text, words.at(hall, alert)) if words else UNKNOWN


def explained(hall: Hall, alert: Alert) -> Text:
    """Why, or what to do; empty where there is nothing to add."""
    words = ALERTS.get(alert.kind)
    return words.detail(hall, alert) if words else NOTHING
