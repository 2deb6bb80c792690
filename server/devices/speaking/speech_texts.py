"""What a kiosk says aloud on each of its screens, for customers who cannot read it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from server.domain.text import Text


class KioskScreen(StrEnum):
    """The kiosk screens that have a voice button; anything else has nothing to say."""

    HOME = "home"
    CHANNELS = "channels"
    RESULT = "result"
    CLOSED = "closed"
    PRINTER_FAULT = "printer_fault"
    IDLE_WARNING = "idle_warning"
    PRIORITY = "priority"
    ELSEWHERE = "elsewhere"
    CHOOSE = "choose"
    LATE = "late"
    RETURN = "return"
    ISSUING = "issuing"
    OFFLINE = "offline"
    OFFLINE_NUMBER = "offline_number"
    GUIDE_CALLED = "guide_called"


# Written for the ear: no figures, no brackets, no words whose reading a voice has to guess.
SPOKEN: Final[Mapping[KioskScreen, Text]] = {
    KioskScreen.HOME: Text(
        "欢迎光临。请在屏幕上点选您要办理的业务，取号以后请留意叫号。需要帮助，请找大厅的引导员。",
        "Welcome. Please touch the business you have come for to get a number. "
        "For help, please ask a guide in the hall.",
    ),
    KioskScreen.CHANNELS: Text(
        "这项业务可以不排队，用手机或者自助机办理。如果您想到窗口办理，请点选屏幕下方的取号。",
        "You can do this without waiting, on your phone or at a self-service machine. "
        "To see a clerk, please touch Get a number at the bottom of the screen.",
    ),
    KioskScreen.RESULT: Text(
        "您的号已经取好。请拿好小票，到等候区坐一下，留意屏幕和广播叫号。",
        "You have your number. Please take your slip, have a seat, and watch and listen for your call.",
    ),
    KioskScreen.CLOSED: Text(
        "现在不在营业时间，不能取号。营业时间请看屏幕。",
        "The hall is closed and gives no numbers now. The opening hours are on the screen.",
    ),
    KioskScreen.PRINTER_FAULT: Text(
        "打印机没有纸了，您的号仍然有效。请记住屏幕上的号，或者请引导员帮您打印小票。",
        "The printer cannot print, but your number is valid. Please remember the number on the screen, "
        "or ask a guide for a slip.",
    ),
    KioskScreen.PRIORITY: Text(
        "需要优先照顾吗？请点选原因，从左上角起依次是：老年人、孕妇、残障人士、带婴幼儿、身体不适、军人和退役军人。"
        "不需要，请点屏幕下方的普通取号。",
        "Do you need priority? Please touch the reason. From the top left they are elderly, pregnant, disabled, "
        "with an infant, feeling unwell, soldier or veteran. Otherwise touch Ordinary number below.",
    ),
    KioskScreen.ELSEWHERE: Text(
        "谢谢您。办法已经显示在屏幕上，可以用手机扫码，也可以请引导员帮您。",
        "Thank you. The ways are on the screen. Scan a code with your phone, or ask a guide for help.",
    ),
    KioskScreen.CHOOSE: Text(
        "请点选您要办理的业务。屏幕下方可以返回和翻页。",
        "Please touch your business. You can go back and turn the page at the bottom of the screen.",
    ),
    KioskScreen.LATE: Text(
        "快要下班了，现在取号，今天可能叫不到您。改天再来，请点左边；仍要取号，请点右边。",
        "The hall closes soon, and a number taken now may not be called today. "
        "To come another day, touch the left button. To take a number all the same, touch the right one.",
    ),
    KioskScreen.RETURN: Text(
        "请把告知单上的二维码对准扫码口，或者按单子上的编号，再点右下角的取号。",
        "Please hold the code of your notice to the scanner, or press the letters on it, "
        "and then touch Take a number at the bottom right.",
    ),
    KioskScreen.ISSUING: Text("正在为您取号，请稍候。", "Taking your number. Please wait."),
    KioskScreen.OFFLINE: Text(
        "网络中断，现在不能取号。请找大厅的引导员。网络恢复以后，本机自动继续。",
        "The network is down and no numbers can be given now. Please ask a guide in the hall. "
        "This kiosk goes on by itself.",
    ),
    KioskScreen.OFFLINE_NUMBER: Text(
        "这是您的号。没有小票，请记住它。网络恢复以后，按您取号的时间自动排队。请到等候区留意叫号。",
        "This is your number. There is no slip, so please remember it. It joins the queue by the time you took it. "
        "Please have a seat and listen for your call.",
    ),
    KioskScreen.GUIDE_CALLED: Text(
        "已经呼叫引导员，请在这里稍候。", "A guide has been called. Please wait here."
    ),
    KioskScreen.IDLE_WARNING: Text(
        "请问您还在吗？需要更多时间，请点一下屏幕。",
        "Are you still there? If you need more time, please touch the screen.",
    ),
}
