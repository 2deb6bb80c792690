"""What is said of a slip of the pen."""

import pytest

from server.command.line import understood


@pytest.mark.parametrize(
    ("line", "zh", "en"),
    [
        ("", "请写明要做什么：serve, demo", "Say what is to be done: serve, demo"),
        ("voice", "请写明要做什么：list, check", "Say what is to be done: list, check"),
        ("serv", "没有“serv”这个命令，是不是 serve？", "no command “serv”; did you mean serve?"),
        ("voice bild", "没有“bild”这个命令，是不是 build？", "did you mean build?"),
        ("serve --prot 1", "没有选项 --prot，是不是 --port？", "no option --prot; did you mean --port?"),
        ("backup", "还缺 FILE", "FILE is missing"),
        ("person 7 --name x", "还缺 --role", "--role is missing"),
        ("serve --data", "--data 后面还要写 PATH", "--data must be followed by PATH"),
        ("init --pack bakery", "--pack 不能是“bakery”，只能是：gas", "only: gas, power"),
        ("init", "请在 --pack, --from 中写一个", "Give one of --pack, --from"),
        ("demo --speed fast", "--speed 应是一个数，不是“fast”", "--speed is a number"),
        ("voice build --upto many", "--upto 应是一个数", "--upto is a number"),
        ("serve now", "多写了“now”", "“now” is too much"),
        ("serve --data a --data b", "--data 只能写一次", "--data can be given only once"),
        ("configure f --from 2.3.", "日期应写成 2026-03-02：2.3.", "A day is written 2026-03-02"),
        ("clock mend", "不能是“mend”，只能是：settle", "only: settle"),
    ],
)
def test_the_answer_names_what_is_wrong(
    line: str, zh: str, en: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        understood(line.split())
    said = capsys.readouterr().err
    assert zh in said.splitlines()[0]
    assert en in said.splitlines()[1]
    assert "--help" in said
