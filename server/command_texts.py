"""Every word the command line says to people, Chinese first."""

from collections.abc import Mapping

from server.domain.text import Text

SAYS: Mapping[str, Text] = {
    "in_use": Text("另一个服务正在使用 {data}", "Another server already runs the hall in {data}."),
    "no_hall": Text(
        "{data} 里还没有营业厅，请先运行：hallqueue init --pack power",
        "There is no hall in {data}; make one with: hallqueue init --pack power",
    ),
    "hall_there": Text("{data} 里已有营业厅", "There is a hall in {data} already."),
    "not_a_demo": Text(
        "{data} 是真实营业厅，不能用于演示",
        "The hall in {data} is a real one; use another --data for the demo.",
    ),
    "serving": Text("营业厅已开门：{url}   （数据：{data}）", "The hall is open: {url}   (data: {data})"),
    "first": Text(
        "还没有设置营业厅，请打开：{url}\n（在别的电脑上打开设置页时，输入设置码 {code}）",
        "The hall is not set up yet; open: {url}\n(on another machine open /setup/ and type the code {code})",
    ),
    "stop": Text("按 Ctrl+C 停止", "Ctrl+C stops it."),
    "demo": Text("示范营业厅：{url}", "A demo hall: {url}"),
    "demo_people": Text(
        "登录：营业员 1201、经理 1001，密码 {password}",
        "Log in as 1201 (clerk) or 1001 (manager), password {password}",
    ),
    "demo_take_over": Text(
        "模拟客户和营业员正在使用真实接口；在首页点“停止模拟”，或用 hallqueue demo --speed 0 启动，即可自己操作",
        "Simulated people use the real interface; press 停止模拟 on the first page, or start with "
        "`hallqueue demo --speed 0`, to take over by hand",
    ),
    "data": Text("数据：{data}", "Data: {data}"),
    "made": Text("营业厅已建好：{zh}，在 {data}", "The hall is made: {en}, in {data}"),
    "hours": Text("营业时间：{opens}-{closes}", "Hours: {opens}-{closes}"),
    "no_hours": Text(
        "营业时间：全天（可用 --hours 08:30-17:00 设定）",
        "Hours: always open (--hours 08:30-17:00 sets them)",
    ),
    "administrator": Text(
        "管理员：工号 admin，密码 {password}（只显示一次）",
        "Administrator: login admin, password {password} (shown once)",
    ),
    "run_it": Text("运行：hallqueue serve --data {data}", "Run it: hallqueue serve --data {data}"),
    "person": Text("已添加 {login} {name}（{role}）", "Added {login} {name} ({role})"),
    "password": Text("密码：{password}", "Password: {password}"),
    "differ": Text("数据表与流水不一致：{what}", "Rows and journal differ in: {what}"),
    "agree": Text("数据表与流水一致", "Rows and journal agree."),
    "no_change": Text("没有差别，无需修改", "There is no difference; nothing to do."),
    "apply": Text("以上 {n} 处修改，是否生效？", "These are {n} changes. Apply them?"),
    "not_applied": Text("没有修改", "Nothing was changed."),
    "applied": Text("已生效", "Applied; it holds now."),
    "planned": Text("已计划，{day} 起生效", "Planned; it begins on {day}."),
    "exported": Text("已导出到 {file}", "Written to {file}"),
    "saved": Text("已备份到 {file}", "Saved to {file}"),
    "restored": Text("已恢复，流水从第 {epoch} 期继续", "Restored; the journal goes on in epoch {epoch}"),
}


def said(name: str, /, **places: object) -> Text:
    return SAYS[name].fill(**places)


def both(name: str, /, **places: object) -> str:
    """Both languages, a line each."""
    text = said(name, **places)
    return f"{text.zh}\n{text.en}"
