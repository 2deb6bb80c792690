"""What a kiosk says of one customer's own matter: a business, what it needs, their number (5.1)."""

from collections.abc import Iterable

from server.devices.speaking.phrases import Readings
from server.devices.speaking.sayable import cardinal, chinese, english, spelled
from server.domain.config.config import Service
from server.domain.config.pieces.catalogue import BlankForm
from server.domain.text import Text
from server.domain.views.customers.ticket import TicketView
from server.domain.views.parts import WaitView

_MOST_COUNTED = 9999


def name_words(name: Text, language: str) -> str:
    """A business or a group of them, as it has the focus."""
    return chinese(name.zh) if language == "zh" else english(name.en or name.zh)


def before_words(service: Service, language: str) -> str:
    """All that is to be known of a business before a number is taken, then what can be touched."""
    zh = language == "zh"
    parts = [name_words(service.name, language)]
    if service.materials:
        parts.append(("请带：" if zh else "Please bring ") + _listed(service.materials, language))
    entry = service.entry
    if entry.incomplete:
        parts.append("材料请咨询引导员" if zh else "Ask a guide about papers")
    if entry.agent_materials:
        also = "代办另带：" if zh else "For somebody else also "
        parts.append(also + _listed(entry.agent_materials, language))
    parts += [_where_it_lies(form, language) for form in entry.forms if form.place.zh]
    if entry.conditions:
        parts.append(("办理条件：" if zh else "Conditions: ") + _listed(entry.conditions, language))
    if service.fee.zh:
        parts.append(("费用：" if zh else "Fee: ") + name_words(service.fee, language))
    if entry.limit.zh:
        parts.append(("办结时限：" if zh else "Done within: ") + name_words(entry.limit, language))
    if service.note.zh:
        parts.append(name_words(service.note, language))
    if service.e_channels:
        ways = _listed((way.name for way in service.e_channels), language)
        parts.append(("不用排队也能办：" if zh else "It can be done without waiting by ") + ways)
    parts.append("要取号，请点屏幕下方的取号" if zh else "For a number, touch Take a number below")
    return "。".join(parts) + "。" if zh else ". ".join(parts) + "."


def _where_it_lies(form: BlankForm, language: str) -> str:
    name, place = name_words(form.name, language), name_words(form.place, language)
    return f"要填{name}，在{place}拿" if language == "zh" else f"Fill in {name}, from {place}"


def number_words(ticket: TicketView, language: str, readings: Readings) -> str:
    """The number digit by digit, who is ahead, how long it takes, and where to sit."""
    letters = ticket.number.rstrip("0123456789")
    digits = ticket.number[len(letters) :]
    ahead = min(ticket.ahead, _MOST_COUNTED)
    wait = _wait_words(ticket.wait, language)
    if language == "zh":
        line = (f"前面有{cardinal(ahead)}人" if ahead else "前面没有人") + wait
        number = f"您的号码是{letters}{spelled(digits, readings.one)}"
        return f"{number}。{line}。请到{chinese(ticket.zone.zh)}，留意叫号。"
    line = (f"{ahead} ahead of you" if ahead else "Nobody is ahead of you") + wait
    zone = english(ticket.zone.en or ticket.zone.zh)
    return (
        f"Your number is {letters}, {' '.join(digits)}. {line}. Please go to {zone} and listen for your call."
    )


def _wait_words(wait: WaitView, language: str) -> str:
    """As it is said and not as it is written: 大约等十到十五分钟. Nothing where nothing is known."""
    zh, low, high = language == "zh", min(wait.low, _MOST_COUNTED), min(wait.minutes, _MOST_COUNTED)
    if wait.state == "soon":
        phrase = "，很快就到" if zh else ", and it will be very soon"
    elif wait.state != "minutes":
        phrase = ""
    elif zh:
        phrase = f"，大约等{f'{cardinal(low)}到' if low else ''}{cardinal(high)}分钟"
    else:
        phrase = f", about {f'{low} to ' if low else ''}{high} minutes to wait"
    return phrase + (_DOUBT[language == "zh"] if wait.doubtful else "")


_DOUBT = (". It may be too late for today, please ask a guide", "。今天可能来不及办理，请问引导员")


FIGURES = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"


def figure_words(figure: str, language: str, readings: Readings) -> str:
    """One letter or digit, for a kiosk that says a number while it cannot reach the server."""
    if figure not in FIGURES or len(figure) != 1:
        return ""
    return spelled(figure, readings.one) if language == "zh" and figure.isdecimal() else figure


def _listed(texts: Iterable[Text], language: str) -> str:
    return ("、" if language == "zh" else ", ").join(name_words(text, language) for text in texts)
