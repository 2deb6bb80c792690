"""From what a manager sees on a test slip to what the printer has to be told: each answer changes one thing."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from server.domain.config.pieces.equipment import FEEDS, HEADS, PrinterConfig
from server.domain.text import Text

NOTHING = Text("", "")
DENSITIES = range(-8, 9)
MOST_FED = 36  # mm; what is still cut through then has another fault
WIDTHS = sorted(int(head.value) for head in HEADS)

Answer = Literal[
    "good", "narrow", "wide", "broken", "garbled", "pale", "dark", "uncut", "cut_in", "torn", "nothing"
]
Outcome = Literal["printed", "sent", "unknown", "held", "misconfigured"]

ANSWERS: Mapping[str, Text] = {
    "good": Text("出来了，两端的标记都在", "Yes, with both marks"),
    "narrow": Text("出来了，但右边被切掉", "Its right side is cut off"),
    "wide": Text("出来了，但右边空着一大块", "A wide margin at the right"),
    "broken": Text("图形断开、错位", "The picture is broken or shifted"),
    "garbled": Text("是乱码", "It is gibberish"),
    "pale": Text("太淡", "Too pale"),
    "dark": Text("太黑、糊了", "Too dark, smeared"),
    "uncut": Text("没有切断", "It was not cut"),
    "cut_in": Text("切到了最后一行", "Cut through the last line"),
    "torn": Text("切坏了、卡刀", "Badly cut, the knife jams"),
    "nothing": Text("没有出来", "Nothing came out"),
}
OUTCOMES: Mapping[Outcome, Text] = {
    "printed": Text("打印机回答：已打印。", "The printer says: printed."),
    "sent": Text("已送出；这台打印机不会回答是否打出。", "Sent; this printer cannot say whether it printed."),
    "unknown": Text("已送出，打印机没有回答。", "Sent; the printer did not answer."),
    "held": Text("没有打出来：{detail}", "Nothing printed: {detail}"),
    "misconfigured": Text("设置不对：{detail}", "Not set up rightly: {detail}"),
}
BY_HAND = Text(
    "请检查：电源、纸、上盖、连线、地址；或换一种连接方式再试。",
    "Check power, paper, cover, cable and address, or try another connection.",
)
RULER = Text(
    "看小票上的标尺：右边最后一个看得全的数字就是打印宽度。在下面选它，再打一张。",
    "Look at the ruler on the slip: its last whole figure at the right is the width. Choose it below and print another one.",
)
NO_ACK = Text(
    "打印机不回答，以后不等它的回答。",
    "This printer does not answer; from now on nobody waits for it to.",
)
WIDER = Text("改宽一档，请再打一张。", "Now one step wider; print another one.")
FED = Text("切纸前多走一点，请再打一张。", "Now fed further before the cut; print another one.")
PLAIN = Text("改为整张传送，请再打一张。", "Now sent in one piece; print another one.")
AS_TEXT = Text("改为文字方式，请再打一张。", "Now as characters; print another one.")
DARKER = Text("调深一些，请再打一张。", "Now darker; print another one.")
LIGHTER = Text("调浅一些，请再打一张。", "Now lighter; print another one.")
CUT_FULL = Text("改为全切，请再打一张。", "Now with a full cut; print another one.")
CUT_PARTIAL = Text("改为半切，请再打一张。", "Now with a partial cut; print another one.")
NO_CUT = Text("改为不切纸（手撕），请再打一张。", "Now without cutting; print another one.")


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialStep:
    """What an answer leads to: the printer changed and tried again, kept as it is, or looked after by hand."""

    next: Literal["done", "again", "by_hand"]
    printer: PrinterConfig
    advice: Text  # what was changed, or is to be done; no words where nothing is


def after(printer: PrinterConfig, answer: Answer, outcome: Outcome) -> TrialStep:
    """`outcome` is what the printer itself said of the slip that the answer speaks of."""
    if answer == "good":
        # Paper came out but it never said so: it does not answer, and waiting for it would hold every slip.
        silent = outcome == "unknown" and printer.ack == "gs_r"
        kept = replace(printer, ack="none") if silent else printer
        return TrialStep(next="done", printer=kept, advice=NO_ACK if silent else NOTHING)
    if answer == "narrow":
        return TrialStep(next="by_hand", printer=printer, advice=RULER)  # its last figure is the width
    change = _changed(printer, answer)
    if change is None:
        return TrialStep(next="by_hand", printer=printer, advice=BY_HAND)
    changed, advice = change
    return TrialStep(next="again", printer=changed, advice=advice)


def _changed(printer: PrinterConfig, answer: Answer) -> tuple[PrinterConfig, Text] | None:
    """The one thing it is told; None where a person has to look."""
    match answer:
        case "wide":
            wider = next((dots for dots in WIDTHS if dots > printer.dots), None)
            return (replace(printer, dots=wider), WIDER) if wider else None
        case "broken" if printer.raster == "banded":
            return replace(printer, raster="plain"), PLAIN
        case "broken" | "garbled":
            return _unread(printer)
        case "pale" if printer.density < DENSITIES[-1]:
            return replace(printer, density=min(DENSITIES[-1], printer.density + 2)), DARKER
        case "dark" if printer.density > DENSITIES[0]:
            return replace(printer, density=max(DENSITIES[0], printer.density - 2)), LIGHTER
        case "cut_in" if printer.feed < MOST_FED:
            return replace(printer, feed=min(FEEDS[-1], max(printer.feed, 0) + 6)), FED
        case "uncut" if printer.cut == "partial":
            return replace(printer, cut="full"), CUT_FULL
        case "torn" if printer.cut == "full":
            return replace(printer, cut="partial"), CUT_PARTIAL
        case "uncut" | "torn":
            return replace(printer, cut="none"), NO_CUT
    return None


def _unread(printer: PrinterConfig) -> tuple[PrinterConfig, Text] | None:
    """A picture it does not understand: plain characters; those it cannot read: pieces as a whole."""
    if printer.mode == "raster":
        return replace(printer, mode="text"), AS_TEXT
    return (replace(printer, mode="raster", raster="plain"), PLAIN) if printer.raster == "banded" else None
