"""Every word the command line says to people, Chinese first."""

from collections.abc import Mapping

from server.command.terminal.tongue import in_order
from server.domain.text import Text

SAYS: Mapping[str, Text] = {
    "in_use": Text(
        "{data} 里的营业厅已经在运行：{url}，直接打开即可；要重新启动请先停止它，要另开一个请用 --data 指定别的文件夹",
        "Another server already runs the hall in {data}, at {url}: open that, or stop it first; for a second hall name another folder with --data",
    ),
    "no_answer": Text(
        "正在运行的服务器 {url} 没有应答，什么都没有改动；请重新启动它，或停止后再试",
        "The running server at {url} does not answer; nothing was changed. Restart it, or stop it and try again",
    ),
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
        "还没有设置营业厅，请打开：{url}\n（在别的电脑上请打开 {there}，输入设置码 {code}）",
        "The hall is not set up yet; open: {url}\n(on another machine open {there} and type the code {code})",
    ),
    "elsewhere": Text(
        "在手机、平板和别的电脑上打开：{url}", "From phones, tablets and other machines: {url}"
    ),
    "only_here": Text(
        "只有这台电脑能打开；要让手机和别的设备也能打开，请连上网络，并去掉 --host 重新启动",
        "Only this machine can open it; for phones and other machines join a network and start again without --host",
    ),
    "pages": Text("各个页面（也可以从首页打开）：", "Every page (the first page leads to them, too):"),
    "page_reports": Text("报表", "Reports"),
    "page_setup": Text("设置", "Set-up"),
    "page_slips": Text("虚拟打印机", "Virtual printer"),
    "port_taken": Text(
        "{where} 已被别的程序占用；请关掉它，或换一个端口，例如加上 --port {free}",
        "{where} is in use by another program; stop that, or choose another port, for example --port {free}",
    ),
    "port_forbidden": Text(
        "不允许使用 {where}；请换一个 1024 以上的端口，例如加上 --port {free}",
        "{where} may not be used; choose a port above 1024, for example --port {free}",
    ),
    "no_such_address": Text(
        "这台电脑没有地址 {where}；请检查 --host，或去掉它",
        "This machine has no address {where}; see to --host, or leave it away",
    ),
    "is_a_file": Text(
        "{where} 是一个文件，这里需要文件夹；请用 --data 指定别处",
        "{where} is a file where a folder is needed; name another with --data",
    ),
    "not_there": Text(
        "找不到 {where}，也无法在那里新建；请检查路径，或用 --data 指定别处",
        "{where} is not there and cannot be made; see whether the path is right, or name another with --data",
    ),
    "not_permitted": Text(
        "没有权限使用 {where}；请用安装时的用户运行，改这个文件夹的权限，或用 --data 指定别处",
        "There is no permission for {where}; run as the user it was installed for, change the folder's rights, or name another with --data",
    ),
    "no_such_place": Text(
        "这个营业厅没有窗口、区域或打印机 {place}；现有：{known}",
        "The hall has no counter, zone or printer {place}; there are: {known}",
    ),
    "read_only": Text(
        "{where} 所在的磁盘是只读的，写不进去；请检查磁盘是否出错或被写保护",
        "The disk of {where} is read-only and takes nothing; see whether it failed or is write-protected",
    ),
    "disk_full": Text(
        "磁盘已满：{where}；请腾出空间再试", "The disk is full: {where}; free some space and try again"
    ),
    "quota_full": Text(
        "给这个用户的磁盘配额已用完：{where}；请腾出空间或加大配额",
        "This user's share of the disk is used up: {where}; free some space or raise the quota",
    ),
    "system_says": Text("操作系统不允许：{where}（{why}）", "The system says: {where} ({why})"),
    "cheap_passwords": Text(
        "HALLQUEUE_PASSWORD_COST=least 只能用于试验：密码很容易从磁盘上被猜出。请去掉它再启动；之后每人下次登录时，密码会重新妥善保存",
        "HALLQUEUE_PASSWORD_COST=least is for trials: passwords are quickly guessed from the disk. Take it away and start "
        "again; each password is then kept well from its next log-in on",
    ),
    "stop": Text("按 Ctrl+C 停止", "Ctrl+C stops it."),
    "demo": Text("示范营业厅：{url}", "A demo hall: {url}"),
    "demo_open": Text(
        "注意：演示监听 {host}，同一网络里的任何人都能打开和操作；只在本机用，请加 --host 127.0.0.1",
        "Note: the demo listens on {host}: anybody on this network can open and use it. "
        "To keep it to this machine, add --host 127.0.0.1",
    ),
    "demo_again": Text("演示重新开始，请稍候…", "The demo begins again, one moment…"),
    "demo_people": Text(
        "登录：营业员 1201、经理 1001，密码 {password}",
        "Log in as 1201 (clerk) or 1001 (manager), password {password}",
    ),
    "demo_take_over": Text(
        "模拟客户和营业员正在使用真实接口；在首页点“停止模拟”，或用 hallqueue demo --speed 0 启动，即可自己操作",
        "Simulated people use the real interface; press “Stop simulation” on the first page, or start with "
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
    "differ": Text("快照与流水不一致：{what}", "Snapshot and journal differ in: {what}"),
    "agree": Text("快照与流水一致", "Snapshot and journal agree."),
    "clock_says": Text(
        "机器的时钟 {machine}\n营业厅的最后一条记录 {hall}\n最后一次核实的时间 {proven}\n数据目录里最新的文件 {files}",
        "This machine's clock {machine}\nThe hall's last record {hall}\nLast proven time {proven}\nNewest file of the hall {files}",
    ),
    "clock_fits": Text("时间互相吻合", "These fit each other."),
    "settle": Text(
        "营业厅将改用机器现在的时间 {machine}：已取的号码继续有效，等候时长不变，今天的号码不会重复。是否继续？",
        "The hall will go on from this machine's time, {machine}: numbers stay good, waits stay what they are, "
        "no number of today comes twice. Go on?",
    ),
    "settled": Text("营业厅已改用机器的时间", "The hall goes by this machine's time now."),
    "no_change": Text("没有差别，无需修改", "There is no difference; nothing to do."),
    "apply": Text("以上 {n} 处修改，是否生效？", "These are {n} changes. Apply them?"),
    "not_applied": Text("没有修改", "Nothing was changed."),
    "applied": Text("已生效", "Applied; it holds now."),
    "planned": Text("已计划，{day} 起生效", "Planned; it begins on {day}."),
    "exported": Text("已导出到 {file}", "Written to {file}"),
    "saved": Text(
        "已备份到 {file}，并已重新打开核对：内容完整，快照与流水一致",
        "Saved to {file}; it was opened again: it is whole, and snapshots and journal agree",
    ),
    "saved_damaged": Text(
        "已备份到 {file}，但营业厅的数据本身有损坏：", "Saved to {file}, but the hall's own data are damaged:"
    ),
    "left_out": Text(
        "不在备份里（会自动重新生成）：{names}；服务器的启动参数也不在里面",
        "Not in it (made anew by itself): {names}; nor are the server's start options",
    ),
    "missing_media": Text(
        "设置里用到、但已找不到的图片或视频：{names}", "Named by the set-up and not there: {names}"
    ),
    "let_in": Text(
        "备份是 {at} 做的。之后停用的设备、离职的人员，这里不知道。以下 {n} 个将可以使用系统：",
        "The backup knows nothing after {at}: not which devices and people were shut out since. These {n} will be let in:",
    ),
    "let_in_ask": Text(
        "请输入不应再使用系统的编号（空格分开），没有就按回车：",
        "Type the names that shall stay out (separated by spaces), or just Enter:",
    ),
    "let_in_later": Text(
        "没有询问：请核对以上名单，该停用的在“设置 › 人员、设备”里停用，或重新恢复并加 --shut-out 编号",
        "You were not asked: look through the list and shut out who should be in the set-up, or restore again with --shut-out NAME",
    ),
    "move_away_ask": Text(
        "{data} 里已有营业厅的文件：\n{files}\n先把它们全部移到带日期的文件夹里，再恢复？",
        "{data} has a hall's files already:\n{files}\nMove all of them to a dated folder and restore?",
    ),
    "restored": Text(
        "已恢复并核对：内容完整，快照与流水一致，流水从第 {epoch} 期继续",
        "Restored; the journal goes on in epoch {epoch}. Checked: it is whole, and snapshots and journal agree",
    ),
    "restored_numbers": Text(
        "{at} 之后的取号、叫号这里不知道。今天各队列的号码从 {first} 起，中间空出的一段可能在顾客手里：持旧小票的顾客请优先安排",
        "What happened after {at} is not known here. Today every series goes on at {first}; numbers in the gap may be in people's hands: place customers with old slips first",
    ),
    "restored_access": Text(
        "人员和设备以本机原有的数据为准：备份之后停用的仍然停用；所有人需要重新登录",
        "People and devices are those of the hall that was here: who was shut out after the backup stays out; everybody logs in again",
    ),
    "restored_log_in": Text("所有人需要重新登录", "Everybody logs in again"),
    "drill": Text(
        "正在临时营业厅里演练 D1 至 D7，不影响正在营业的营业厅，约需两分钟…",
        "Playing D1 to D7 on a practice hall; the real one is not touched. It takes about two minutes…",
    ),
    "drilled": Text(
        "演练通过 {share}，签名记录在 {file}，并已写入流水",
        "{share} passed; the signed record is {file}, and the journal has a line",
    ),
    "not_on_record": Text(
        "演练记录已写好，但没能写入正在运行的营业厅的流水：{why}",
        "The record is written, but the running server did not take it into its journal: {why}",
    ),
    "genuine": Text("{file} 是本厅签名的原件", "{file} is as this hall signed it"),
    "not_genuine": Text(
        "{file} 不是本厅签名的原件", "{file} is not as this hall signed it, or not this hall's"
    ),
    "sheet": Text("停机应急清单在 {file}，共 {n} 个号码", "The sheet is {file}, with {n} numbers"),
    "history_rows": Text(
        "共 {rows} 行：可导入 {taken} 行，不导入 {left} 行",
        "{rows} rows: {taken} can be taken, {left} are left",
    ),
    "history_services": Text(
        "本厅没有的业务：{names}\n用 --map 原名=编号 指明是哪一项；本厅有：{known}",
        "Businesses this hall does not have: {names}\nSay which is which with --map NAME=ID; the hall has: {known}",
    ),
    "history_days": Text("{first} 至 {last}，有记录的 {n} 天", "{first} to {last}, {n} days with customers"),
    "history_holes": Text(
        "其中营业而没有记录的 {n} 天：{days}；这些天不参与学习",
        "{n} opening days have nothing in the file: {days}. Nothing is learned of them",
    ),
    "history_nothing": Text("没有一行可以导入，没有改动", "No row can be taken; nothing was changed."),
    "history_zone": Text(
        "{share} 的取号在营业时间以外，文件的时间多半不是 {zone} 的；请用 --zone 写明，例如 --zone UTC，没有错就写 --zone {zone}。没有改动",
        "{share} of the numbers lie outside the opening hours, so the file's clock is hardly that of {zone}: say whose it is "
        "with --zone, such as --zone UTC, or --zone {zone} if it is right. Nothing was changed",
    ),
    "history_take": Text("导入这 {n} 行，名称为“{name}”？", "Take these {n} rows in as “{name}”?"),
    "history_not_taken": Text("没有导入", "Nothing was taken in."),
    "history_taken": Text(
        "已导入 {n} 行。要撤销：hallqueue import-history --undo {name}",
        "{n} rows were taken in. To undo it: hallqueue import-history --undo {name}",
    ),
    "history_again": Text(
        "这个文件已经导入过，名称是“{name}”", "This file was taken in already, as “{name}”"
    ),
    "history_name_taken": Text(
        "已有名称为“{name}”的导入；请用 --name 另取一个，或先用 --undo {name} 撤销",
        "There is an import called “{name}” already: choose another --name, or undo that with --undo {name}",
    ),
    "history_no_zone": Text(
        "没有时区 {zone}；例如 Asia/Shanghai、UTC", "There is no time zone {zone}; try Asia/Shanghai or UTC"
    ),
    "history_map": Text(
        "--map {pair} 看不懂：请写成 原名=编号，编号是其中之一：{known}",
        "--map {pair} makes no sense: write NAME=ID, with one of these: {known}",
    ),
    "history_none": Text("还没有导入过", "Nothing was imported yet."),
    "history_source": Text(
        "{name}：{first} 至 {last}，{n} 行（不导入 {left} 行）",
        "{name}: {first} to {last}, {n} rows ({left} left out)",
    ),
    "history_broken": Text(
        "{name}：中断了，不算数；请重新导入，或用 --undo {name} 清除",
        "{name}: was interrupted and counts for nothing; import it again, or clear it with --undo {name}",
    ),
    "history_unknown": Text(
        "没有名称为“{name}”的导入；现有：{known}", "There is no import called “{name}”; there are: {known}"
    ),
    "history_undone": Text("已撤销“{name}”，删去 {n} 行", "“{name}” is undone: {n} rows are gone"),
    "tickets_kind": Text(
        "{file}：文件名要以 .csv 或 .parquet 结尾", "{file}: the name must end in .csv or .parquet"
    ),
    "tickets_parquet": Text(
        "写 Parquet 要另装：pip install hallqueue[parquet]；也可以写 .csv",
        "Parquet needs a part of its own: pip install hallqueue[parquet]. Or write .csv",
    ),
    "tickets_there": Text("{file} 已经有了，没有改动", "{file} is there already; nothing was changed"),
    "tickets_none": Text("这段时间没有客户", "There are no customers in that time."),
    "tickets_written": Text("已写出 {n} 位客户：{file}", "{n} customers are in {file}"),
    "staffing_nobody": Text(
        "{day} 预计没有人来（不营业，或尚无历史数据）",
        "Nobody is expected on {day}: the hall is shut, or there is no history yet",
    ),
    "staffing_head": Text(
        "{day} 开台建议，共 {hours} 台时：使每个半小时来的人九成以上等候不超过 10 分钟（在 300 个没有用来搜索的日子上验证）",
        "Counters proposed for {day}, {hours} counter-hours: nine of ten of every half-hour wait 10 minutes at most (proved on 300 days that the search never saw)",
    ),
    "staffing_few": Text(
        "只依据 {n} 天的记录，仅供参考", "It rests on {n} days only: take it for a first guess"
    ),
    "staffing_slot": Text(
        "{clock}  预计 {expected} 人  开 {n} 台（{names}）  平时 {usual} 台  10 分钟内 {share}（{low} 至 {high}）",
        "{clock}  {expected} expected  {n} counters ({names})  usually {usual}  within 10 min {share} ({low} to {high})",
    ),
    "staffing_gap": Text(
        "{begins}–{ends} 比平时缺 {n} 台席", "{begins}–{ends}: {n} counters more than usual are needed"
    ),
    "staffing_short": Text(
        "{begins}–{ends} 全部窗口都开也达不到，可分流或错峰",
        "{begins}–{ends}: all counters together do not reach it; send people elsewhere or to other hours",
    ),
    "moved_away": Text("原来的文件在 {away}", "What lay there is now in {away}"),
}


def text_of(name: str, /, **places: object) -> Text:
    return SAYS[name].fill(**places)


def both(name: str, /, **places: object) -> str:
    """Both languages, a line each."""
    return in_order(text_of(name, **places))
