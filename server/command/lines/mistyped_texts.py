"""What is said of a line that makes no sense, Chinese first."""

from collections.abc import Mapping

from server.command.terminal.tongue import in_order
from server.domain.text import Text

SAYS: Mapping[str, Text] = {
    "no_command": Text("请写明要做什么", "Say what is to be done"),
    "unknown_command": Text("没有“{word}”这个命令", "There is no command “{word}”"),
    "unknown_option": Text("这个命令没有选项 {word}", "This command has no option {word}"),
    "near": Text("，是不是 {word}？", "; did you mean {word}?"),
    "missing": Text("还缺 {name}", "{name} is missing"),
    "no_value": Text("{name} 后面还要写 {what}", "{name} must be followed by {what}"),
    "choice": Text("{name} 不能是“{said}”，只能是：{choices}", "{name} cannot be “{said}”, only: {choices}"),
    "number": Text("{name} 应是一个数，不是“{said}”", "{name} is a number, not “{said}”"),
    "too_much": Text("多写了“{words}”", "“{words}” is too much"),
    "twice": Text("{name} 只能写一次", "{name} can be given only once"),
    "one_of": Text("请在 {names} 中写一个，且只写一个", "Give one of {names}, and only one"),
    "port": Text("端口应在 0 至 {last} 之间：{said}", "a port is 0 to {last}: {said}"),
    "day": Text("日期应写成 2026-03-02：{said}", "A day is written 2026-03-02: {said}"),
    "unclear": Text("看不懂这一行", "This line makes no sense"),
    "see": Text("写法见 hallqueue {command}--help", "How it is written: hallqueue {command}--help"),
}


def text_of(name: str, /, **places: object) -> Text:
    return SAYS[name].fill(**places)


def both(name: str, /, **places: object) -> str:
    """Both languages, a line each."""
    return in_order(text_of(name, **places))
